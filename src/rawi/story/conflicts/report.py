"""The contradictions of a story, the strongest first, each with both pieces of evidence."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

from rawi.errors import UsageError, said
from rawi.records import Span, identity
from rawi.store import reading
from rawi.store.rows import ArticleRow, Page
from rawi.store.sqlite import Store, bounded
from rawi.story.conflicts.claims import Claim
from rawi.story.conflicts.index import item_from
from rawi.story.conflicts.keys import Item
from rawi.story.conflicts.lexis import weight
from rawi.story.conflicts.limits import Limit
from rawi.story.conflicts.wording import denies, why

KINDS = ("denial", "figure", "date", "position")
GRADES = ("clear", "weak", "change")


@dataclass(frozen=True, slots=True)
class Side:
    """One piece of evidence: the words `start:end` of an article, and who holds them to be so.

    `speaker` is None where the outlet itself says it.
    """

    article: ArticleRow
    span: Span
    speaker: str | None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims that cannot both hold, or pull against each other; `a` is the earlier.

    `kind`: denial | figure | date | position. `grade`: clear | weak | change (two times, no
    contradiction). `strength`: 0 to 1. `why_ar`, `why_en`: one line. `copies`: how many further
    pairs of articles print the same two claims.
    """

    id: str
    kind: str
    grade: str
    strength: float
    why_ar: str
    why_en: str
    a: Side
    b: Side
    copies: int = 0


def conflicts(
    store: Store, kind: str | None = None, grade: str | None = None, article: str | None = None,
    speaker: str | None = None, limit: int = 50, offset: int = 0,
) -> Page[Conflict]:  # fmt: skip
    """One page of the contradictions, those that are clear first, then the strongest.

    `speaker` keeps those in which a speaker whose name holds these words takes part. A pair of claims
    that several articles print is listed once. Raises UsageError on an unknown kind or grade.
    """
    for value, known, what in ((kind, KINDS, "kind"), (grade, GRADES, "grade")):
        if value is not None and value not in known:
            raise UsageError(
                said("{!r} is no {} of contradiction; use one of {}", value, what, ", ".join(known))
            )
    found = store.rows(
        "SELECT p.*, i.sort AS a_sort, i.data AS a_data, j.sort AS b_sort, j.data AS b_data,"
        " i.day AS a_day, j.day AS b_day,"
        " (SELECT published_from FROM articles WHERE id = p.a_article) AS a_printed,"
        " (SELECT published_from FROM articles WHERE id = p.b_article) AS b_printed"
        " FROM conflicts_pairs p JOIN conflicts_items i ON i.n = p.a"
        " JOIN conflicts_items j ON j.n = p.b"
        " WHERE (:kind IS NULL OR p.kind = :kind) AND (:grade IS NULL OR p.grade = :grade)"
        " AND (:article IS NULL OR :article IN (p.a_article, p.b_article))"
        " ORDER BY p.grade = 'change', p.grade = 'weak', p.strength DESC, i.day, j.day, p.a_article,"
        " p.b_article,"
        " i.start, j.start",
        {"kind": kind, "grade": grade, "article": article},
    )
    kept: list[Pair] = []
    for row in found:
        a, b = item_from(row["a_sort"], row["a_data"]), item_from(row["b_sort"], row["b_data"])
        if speaker is None or speaker in a.name or speaker in b.name:
            kept.append((row, a, b))
    chosen = _grouped(kept)
    page = chosen[bounded(offset) : bounded(offset) + bounded(limit)]
    rows = reading.article_rows(
        store, [i.article for group in page for i in (_first(group)[1], _first(group)[2])]
    )
    items = tuple(_conflict(*_first(group), rows, len(group) - 1) for group in page)
    return Page(items, len(chosen))


Pair = tuple[sqlite3.Row, Item, Item]


def _first(group: list[Pair]) -> Pair:
    """The pair that stands for the others: of a denial, what it denies in the same article, else what
    was told before it; then the one told first. Of dates, worded differently, the strongest."""
    if isinstance(group[0][1], Limit):
        return group[0]

    def told(pair: Pair) -> tuple[object, ...]:
        row, a, b = pair
        days = (row["a_day"] is None, row["a_day"] or 0, row["b_day"] is None, row["b_day"] or 0)
        late = row["kind"] == "denial" and denies(a, row["axis"]) and a.article != b.article
        return late, *days, row["a_printed"] or "9999", row["b_printed"] or "9999"

    return min(group, key=told)


def _grouped(pairs: list[Pair]) -> list[list[Pair]]:
    """Pairs that are one, in the order of the first of each: a new date of one thing; one denial, by
    whom and of what or in the same words, however often it is contradicted elsewhere; the same words twice.
    What a writer sets beside a denial in his own article stays apart, by who claims it."""
    groups: dict[tuple[str, ...], list[Pair]] = {}
    known: dict[tuple[str, ...], tuple[str, ...]] = {}
    beside: dict[tuple[str, ...], str] = {}
    for pair in pairs:
        keys = _keys(*pair)
        key = next((known[k] for k in keys if k in known), keys[0])
        known |= {k: key for k in keys if k not in known}
        row, a, b = pair
        if row["kind"] == "denial" and a.article == b.article:
            claimant = (b if denies(a, row["axis"]) else a).holder
            if beside.setdefault(key, claimant) != claimant:
                key = (*key, claimant)
        groups.setdefault(key, []).append(pair)
    return list(groups.values())


def _keys(row: sqlite3.Row, a: Item, b: Item) -> list[tuple[str, ...]]:
    """Of two pairs that share one of these, only one is shown."""
    if isinstance(a, Limit) and isinstance(b, Limit):
        thing = max(json.loads(row["shared"]), key=lambda s: (weight(s), s))
        return [("date", thing, b.until)]
    if row["kind"] != "denial":
        return [(row["kind"], *sorted((_words(a), _words(b))))]
    denier = a if denies(a, row["axis"]) else b
    by = [("by", denier.holder, row["matter"])] if row["matter"] else []
    return [*by, ("words", _words(denier), row["matter"])]


def _words(item: Item) -> str:
    return json.dumps(sorted(item.stems) if isinstance(item, Claim) else item.text.split())


def _conflict(
    row: sqlite3.Row, a: Item, b: Item, rows: dict[str, ArticleRow], copies: int
) -> Conflict:
    lines = why(row["kind"], row["grade"], a, b, row["axis"], row["sign"], bool(row["done"]))
    made = identity(
        "conflict", row["kind"], a.article, a.start, a.end, b.article, b.start, b.end, prefix="x"
    )
    return Conflict(
        made,
        row["kind"],
        row["grade"],
        row["strength"],
        *lines,
        _side(a, rows),
        _side(b, rows),
        copies,
    )


def _side(item: Item, rows: dict[str, ArticleRow]) -> Side:
    return Side(rows[item.article], Span(item.start, item.end, item.text), item.name or None)
