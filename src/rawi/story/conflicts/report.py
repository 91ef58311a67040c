"""The contradictions of a story, the strongest first, each with both pieces of evidence."""

from __future__ import annotations

from dataclasses import dataclass

from rawi.errors import UsageError, said
from rawi.records import Span, identity
from rawi.store import reading
from rawi.store.rows import ArticleRow, Page
from rawi.store.sqlite import Store, bounded
from rawi.story.conflicts.claims import Claim
from rawi.story.conflicts.groups import Pair, grouped, histories
from rawi.story.conflicts.index import current
from rawi.story.conflicts.items import item_from
from rawi.story.conflicts.keys import Item
from rawi.story.conflicts.replies import PASSED, Saying
from rawi.story.conflicts.wording import why

KINDS = ("denial", "figure", "date", "position")
GRADES = ("clear", "weak", "change")


@dataclass(frozen=True, slots=True)
class Side:
    """One piece of evidence: the words `start:end` of an article, and who holds them to be so.

    `speaker` is None where the outlet itself says it. `act`: what the speaker does with these words
    (records.md, «statement»): «وجود خطة» under deny is that there is none; None of numbers and dates.
    """

    article: ArticleRow
    span: Span
    speaker: str | None
    act: str | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two claims that cannot both hold, or pull against each other; `a` is the earlier.

    `kind`: denial | figure | date | position. `grade`: clear | weak | change (two times, no
    contradiction). `strength`: 0 to 1. `why_ar`, `why_en`: one line. `copies`: how many further
    pairs of articles hold the same denial against a claim, or print the same two claims.
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
        f" WHERE {current('i')} AND {current('j')} AND (:kind IS NULL OR p.kind = :kind)"
        " AND (p.kind = 'date' OR ((:grade IS NULL OR p.grade = :grade)"
        " AND (:article IS NULL OR :article IN (p.a_article, p.b_article))))"
        " ORDER BY p.strength DESC, i.day, j.day, p.a_article, p.b_article, i.start, j.start",
        {"kind": kind, "grade": grade, "article": article},
    )
    pairs = [
        Pair(r, item_from(r["a_sort"], r["a_data"]), item_from(r["b_sort"], r["b_data"]))
        for r in map(dict, found)
    ]
    groups = grouped(
        pair
        for pair in histories(pairs)
        if (speaker is None or speaker in pair.a.name or speaker in pair.b.name)
        and (grade is None or grade == pair.row["grade"])
        and (article is None or article in (pair.a.article, pair.b.article))
    )
    chosen = sorted(groups, key=lambda g: GRADES.index(g.shown.row["grade"]))
    page = chosen[bounded(offset) : bounded(offset) + bounded(limit)]
    rows = reading.article_rows(store, [i.article for g in page for i in (g.shown.a, g.shown.b)])
    return Page(tuple(_conflict(g.shown, rows, g.others) for g in page), len(chosen))


def _conflict(pair: Pair, rows: dict[str, ArticleRow], copies: int) -> Conflict:
    row, a, b = pair
    passed = row["matter"] == PASSED
    lines = why(row["kind"], row["grade"], a, b, row["axis"], row["sign"], bool(row["done"]), passed)
    made = identity(
        "conflict", row["kind"], a.article, a.start, a.end, b.article, b.start, b.end, prefix="x"
    )
    sides = _side(a, rows), _side(b, rows)
    return Conflict(made, row["kind"], row["grade"], row["strength"], *lines, *sides, copies)


def _side(item: Item, rows: dict[str, ArticleRow]) -> Side:
    act = item.act if isinstance(item, Claim | Saying) and item.name else None
    return Side(rows[item.article], Span(item.start, item.end, item.text), item.name or None, act)
