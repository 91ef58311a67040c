"""A statement's way to the reader: speaker, medium, credited outlet, publishing outlet, and its variants."""

from __future__ import annotations

from dataclasses import dataclass

from rawi.records import Span, Statement
from rawi.store import reading
from rawi.store.rows import ArticleRow, Row
from rawi.store.sqlite import Store
from rawi.story.chains.compare import changes
from rawi.story.chains.groups import group
from rawi.story.reuse.report import Independence, independence


@dataclass(frozen=True, slots=True)
class Link:
    """One link: `role` is speaker | via | credited | outlet; `words` where the article prints it."""

    role: str
    name: str
    words: Span | None


@dataclass(frozen=True, slots=True)
class Variant:
    """One article's report of the statement: its links, why it counts as the same, what it changed.

    `changes` are against the first variant: cut | extended | softened | hardened | reattributed |
    unquoted | quoted.
    """

    row: Row
    links: tuple[Link, ...]
    why: str
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """A statement with every report of it, the earliest first, and how many sources stand behind it."""

    variants: tuple[Variant, ...]
    independence: Independence


def links(
    statement: Statement, article: ArticleRow, credit: Span | None = None
) -> tuple[Link, ...]:
    """The links of one report, from the mouth to the page. What is not known is left out."""
    found = []
    by = statement.speaker
    if by is not None and (by.name or by.text):
        words = None
        if by.start is not None and by.end is not None and by.text is not None:
            words = Span(by.start, by.end, by.text)
        found.append(Link("speaker", by.name or by.text or "", words))
    if statement.via is not None:
        found.append(Link("via", statement.via.text, statement.via))
    if article.credited:
        found.append(Link("credited", article.credited, credit))
    if article.outlet:
        found.append(Link("outlet", article.outlet, None))
    return tuple(found)


def chain(store: Store, record_id: str) -> Chain:
    """The chain of one statement. Raises NoSuchRecordError."""
    reading.record(store, record_id)
    why = group(store, record_id)
    rows = sorted((reading.record(store, i) for i in why), key=_place)
    first = rows[0].record
    assert isinstance(first, Statement)
    variants = []
    for row in rows:
        assert isinstance(row.record, Statement)
        credit = reading.article(store, row.article.id).credited_span
        variants.append(
            Variant(
                row, links(row.record, row.article, credit), why[row.record.id],
                changes(first, row.record) if row is not rows[0] else (),
            )
        )  # fmt: skip
    evidence = [(r.article.id, r.record.start, r.record.end) for r in rows]
    return Chain(tuple(variants), independence(store, evidence))


def _place(row: Row) -> tuple[str, str, int]:
    when = row.article.published
    day = when.begin.isoformat() if when and when.begin else "9999"
    return day, row.article.id, row.record.start
