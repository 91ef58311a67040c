"""The contradictions of a story, the strongest first, each with both pieces of evidence."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

from rawi.errors import UsageError
from rawi.records import Span, identity
from rawi.store import reading
from rawi.store.rows import ArticleRow, Page
from rawi.store.sqlite import Store, bounded
from rawi.story.conflicts.claims import Claim
from rawi.story.conflicts.index import item_from
from rawi.story.conflicts.keys import Item
from rawi.story.conflicts.lexis import weight
from rawi.story.conflicts.limits import Limit
from rawi.story.conflicts.wording import why

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
                f"{value!r} is no {what} of contradiction; use one of {', '.join(known)}"
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
    kept: dict[tuple[str, ...], list[tuple[sqlite3.Row, Item, Item]]] = {}
    for row in found:
        a, b = item_from(row["a_sort"], row["a_data"]), item_from(row["b_sort"], row["b_data"])
        if speaker is not None and speaker not in a.name and speaker not in b.name:
            continue
        kept.setdefault((row["kind"], *_same(row, a, b)), []).append((row, a, b))
    chosen = list(kept.values())
    page = chosen[bounded(offset) : bounded(offset) + bounded(limit)]
    rows = reading.article_rows(
        store, [i.article for group in page for i in (_first(group)[1], _first(group)[2])]
    )
    items = tuple(_conflict(*_first(group), rows, len(group) - 1) for group in page)
    return Page(items, len(chosen))


def _first(group: list[tuple[sqlite3.Row, Item, Item]]) -> tuple[sqlite3.Row, Item, Item]:
    """The pair that stands for its copies: the one told first. Of dates, worded differently, the strongest."""
    if isinstance(group[0][1], Limit):
        return group[0]

    def told(pair: tuple[sqlite3.Row, Item, Item]) -> tuple[object, ...]:
        row = pair[0]
        days = (row["a_day"] is None, row["a_day"] or 0, row["b_day"] is None, row["b_day"] or 0)
        return (*days, row["a_printed"] or "9999", row["b_printed"] or "9999")

    return min(group, key=told)


def _same(row: sqlite3.Row, a: Item, b: Item) -> tuple[str, ...]:
    """What two pairs share that are one: a new date of one thing, or the same words twice."""
    if isinstance(a, Limit) and isinstance(b, Limit):
        thing = max(json.loads(row["shared"]), key=lambda s: (weight(s), s))
        return thing, b.until
    return tuple(sorted((_words(a), _words(b))))


def _words(item: Item) -> str:
    return json.dumps(sorted(item.stems) if isinstance(item, Claim) else item.text.split())


def _conflict(
    row: sqlite3.Row, a: Item, b: Item, rows: dict[str, ArticleRow], copies: int
) -> Conflict:
    lines = why(row["kind"], row["grade"], a, b, row["axis"], row["sign"])
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
