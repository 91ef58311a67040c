"""Pages of articles and of records, by filter and in an order."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date

from rawi.errors import UsageError, said
from rawi.records import KINDS, Record, Span
from rawi.store.query import match_expression
from rawi.store.reading import ROW_COLUMNS, record_rows, with_counts
from rawi.store.rows import ArticleRow, Page, Row
from rawi.store.scope import Condition, Narrowed, Scope, joined
from rawi.store.sqlite import Store, bounded

ARTICLE_ORDERS = {
    "date": "a.published_from DESC, a.id",  # NULL is the least: it comes last
    "oldest": "a.published_from IS NULL, a.published_from, a.id",
    "outlet": "a.outlet IS NULL, a.outlet, a.published_from DESC, a.id",
    "added": "a.added DESC, a.rowid DESC",
}
RECORD_ORDERS = {
    "date": "r.day_from DESC, r.article, r.start, r.n",  # NULL is the least: it comes last
    "oldest": "r.day_from IS NULL, r.day_from, r.article, r.start, r.n",
    "text": "r.article, r.start, r.stop, r.n",
    "doubt": "r.score IS NULL, r.score, r.article, r.start, r.n",
}


def articles(
    view: Narrowed, *, order: str = "date", limit: int = 50, offset: int = 0
) -> Page[ArticleRow]:
    """One page of the articles in view."""
    found, total = _page(
        view.store,
        ROW_COLUMNS,
        "articles a",
        view.articles(),
        _order(ARTICLE_ORDERS, order),
        limit,
        offset,
    )
    return Page(tuple(with_counts(view.store, found)), total)


def records(
    store: Store, kind: str | None = None, *, article: str | None = None,
    speaker: str | None = None, entity: str | None = None, outlet: str | None = None,
    act: str | None = None, form: str | None = None, type: str | None = None,
    status: str | None = None, since: date | None = None, until: date | None = None,
    text: str | None = None, place: str | None = None, verdict: str | None = None,
    order: str = "date", limit: int = 50, offset: int = 0,
) -> Page[Row]:  # fmt: skip
    """One page of the records of a kind (None: of every kind) that pass every filter given.

    `outlet`, `speaker`, `place`, `since` and `until` as store/scope.py has them; `entity` is an article's or
    the story's id; `text` a query over the record's words.
    """
    if kind is not None and kind not in KINDS:
        raise UsageError(
            said("no records are called {!r}", kind), hint=said("one of {}", ", ".join(KINDS))
        )
    scope = Scope(outlet=outlet, speaker=speaker, place=place, since=since, until=until)
    where = [Narrowed(store, scope).records(kind, few=entity is not None)]
    for column, wanted in (
        ("article", article), ("act", act), ("form", form), ("type", type),
        ("status", status), ("verdict", verdict),
    ):  # fmt: skip
        if wanted is not None:
            where.append((f"r.{column} = ?", [wanted]))
    if entity is not None:
        # Of an entity that is named a thousand times, the few records that it speaks in.
        role = " AND role = 'speaker'" if kind == "statement" else ""
        where.append(
            (
                f"r.id IN (SELECT record FROM mentions WHERE entity = ?{role}"
                f" UNION SELECT record FROM mentions WHERE local = ?{role})",
                [entity, entity],
            )
        )
    if text is not None and text.strip():
        expression = match_expression(text)
        if not expression:
            return Page((), 0)
        where.append(
            ("r.n IN (SELECT rowid FROM record_search WHERE record_search MATCH ?)", [expression])
        )
    found, total = _page(
        store, "r.*", "records r", joined(where), _order(RECORD_ORDERS, order), limit, offset
    )
    return Page(tuple(record_rows(store, found)), total)


def latest(view: Narrowed, kind: str, limit: int) -> tuple[Row, ...]:
    """The newest records of a kind in view."""
    where, values = view.records(kind)
    found = view.store.rows(
        f"SELECT r.* FROM records r WHERE {where} ORDER BY {RECORD_ORDERS['date']} LIMIT ?",
        [*values, bounded(limit)],
    )
    return tuple(record_rows(view.store, found))


def _page(
    store: Store, columns: str, table: str, filters: Condition, order: str, limit: int, offset: int
) -> tuple[list[sqlite3.Row], int]:  # fmt: skip
    """The rows of one page, and how many pass the filters in all."""
    where, values = filters
    source = f"FROM {table} WHERE {where}"
    found = store.rows(
        f"SELECT {columns} {source} ORDER BY {order} LIMIT ? OFFSET ?",
        [*values, bounded(limit), bounded(offset)],
    )
    return found, store.one(f"SELECT count(*) {source}", values)


def _order(known: dict[str, str], order: str) -> str:
    if order not in known:
        raise UsageError(
            said("no such order: {!r}", order), hint=said("one of {}", ", ".join(known))
        )
    return known[order]


def context(store: Store, records: Iterable[Record], width: int = 90) -> dict[str, Span]:
    """The words around each record, by its id: up to `width` code points on either side of it, cut
    at white space and never across a line's end."""
    found = {}
    for record in records:
        start = max(record.start - width, 0)
        # substr counts code points from 1, as long as the text holds no NUL; texts with one are cut short.
        text = store.one(
            "SELECT substr(text, ?, ?) FROM articles WHERE id = ?",
            (start + 1, record.end - start + width, record.article),
        )
        if text is None or text[record.start - start : record.end - start] != record.text:
            continue
        left, right = record.start - start, record.end - start
        begin = text.rfind("\n", 0, left) + 1
        if begin == 0 and start > 0:
            begin = min(text.find(" ", 0, left) + 1, left)
        end = text.find("\n", right)
        if end < 0:
            end = len(text)
            if right < end and len(text) == right + width:
                end = max(text.rfind(" ", right), right)
        found[record.id] = Span(start + begin, start + end, text[begin:end])
    return found
