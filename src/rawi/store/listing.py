"""Pages of articles and of records, by filter and in an order."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Any

from rawi.errors import UsageError
from rawi.records import KINDS, Record, Span
from rawi.store.query import match_expression
from rawi.store.reading import ROW_COLUMNS, record_rows, with_counts
from rawi.store.rows import ArticleRow, Page, Row
from rawi.store.sqlite import Store, bounded
from rawi.store.words import name_key

ARTICLE_ORDERS = {
    "date": "a.published_from IS NULL, a.published_from DESC, a.id",
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
    store: Store, *, outlet: str | None = None, since: date | None = None,
    until: date | None = None, order: str = "date", limit: int = 50, offset: int = 0,
) -> Page[ArticleRow]:  # fmt: skip
    """One page of the list of articles. `since` and `until`: published within these days."""
    where, values = _period("a.published_from", "a.published_to", since, until)
    if outlet is not None:
        where.append("a.outlet = ?")
        values.append(outlet)
    found, total = _page(
        store,
        ROW_COLUMNS,
        "articles a",
        (where, values),
        _order(ARTICLE_ORDERS, order),
        limit,
        offset,
    )
    return Page(tuple(with_counts(store, found)), total)


MOST_NAMES = 500  # names that a part of one may stand in; SQLite bounds the values of a query


def records(
    store: Store, kind: str | None = None, *, article: str | None = None,
    speaker: str | None = None, entity: str | None = None, outlet: str | None = None,
    act: str | None = None, form: str | None = None, type: str | None = None,
    status: str | None = None, since: date | None = None, until: date | None = None,
    text: str | None = None, place: str | None = None, verdict: str | None = None,
    order: str = "date", limit: int = 50, offset: int = 0,
) -> Page[Row]:  # fmt: skip
    """One page of the records of a kind (None: of every kind) that pass every filter given.

    `speaker` is a name in any spelling, or a part of one («الوردي»), and finds what that person is
    called elsewhere too; `place` is a name in any spelling; `entity` an article's or the story's id; `text`
    a query over the record's words; `since` and `until` bound the record's own days
    (store/columns.py).
    """
    if kind is not None and kind not in KINDS:
        raise UsageError(f"no records are called {kind!r}", hint="one of " + ", ".join(KINDS))
    where, values = _period("r.day_from", "r.day_to", since, until)
    for column, wanted in (
        ("r.kind", kind), ("r.article", article), ("r.outlet", outlet), ("r.act", act),
        ("r.form", form), ("r.type", type), ("r.status", status), ("r.verdict", verdict),
        ("r.place_key", None if place is None else name_key(place)),
    ):  # fmt: skip
        if wanted is not None:
            where.append(f"{column} = ?")
            values.append(wanted)
    if speaker is not None and speaker.strip():
        condition, words = _spoken_by(store, kind, speaker)
        where.append(condition)
        values += words
    if entity is not None:
        where.append(
            "r.id IN (SELECT record FROM mentions WHERE entity = ?"
            " UNION SELECT record FROM mentions WHERE local = ?)"
        )
        values += [entity, entity]
    if text is not None and text.strip():
        expression = match_expression(text)
        if not expression:
            return Page((), 0)
        where.append("r.n IN (SELECT rowid FROM record_search WHERE record_search MATCH ?)")
        values.append(expression)
    found, total = _page(
        store, "r.*", "records r", (where, values), _order(RECORD_ORDERS, order), limit, offset
    )
    return Page(tuple(record_rows(store, found)), total)


def _spoken_by(store: Store, kind: str | None, name: str) -> tuple[str, list[str]]:
    """The condition that a record's speaker (or actor, or party) bears a name: every word of it, in any
    spelling; and every record of those whom people.py found to be the one who bears it whole."""
    words = name_key(name).split() or [name]
    whole = " ".join(words)
    has = " AND ".join("instr(' ' || name_key || ' ', ?)" for _ in words)
    # The distinct names are looked through by themselves: the index holds them, so no record is read.
    keys = [
        row["name_key"]
        for row in store.rows(
            "SELECT DISTINCT name_key FROM records WHERE "
            + ("kind = ? AND " if kind else "name_key IS NOT NULL AND ") + has,
            [*([kind] if kind else []), *(f" {w} " for w in words)],
        )
    ]  # fmt: skip
    marks = ",".join("?" * len(keys[:MOST_NAMES]))
    same = (
        "SELECT record FROM mentions WHERE role = 'speaker' AND entity IN (SELECT m.entity FROM mentions m"
        " JOIN records q ON q.id = m.record WHERE m.role = 'speaker' AND q.kind = 'statement'"
        " AND q.name_key = ?)"
    )
    return f"(r.name_key IN ({marks}) OR r.id IN ({same}))", [*keys[:MOST_NAMES], whole]


def _page(
    store: Store, columns: str, table: str, filters: tuple[list[str], list[Any]], order: str,
    limit: int, offset: int,
) -> tuple[list[sqlite3.Row], int]:  # fmt: skip
    """The rows of one page, and how many pass the filters in all."""
    where, values = filters
    source = f"FROM {table} WHERE {' AND '.join(where) or '1'}"
    found = store.rows(
        f"SELECT {columns} {source} ORDER BY {order} LIMIT ? OFFSET ?",
        [*values, bounded(limit), bounded(offset)],
    )
    return found, store.one(f"SELECT count(*) {source}", values)


def _period(
    first: str, last: str, since: date | None, until: date | None
) -> tuple[list[str], list[Any]]:
    """Conditions for days that touch `since`..`until`; an open side reaches for ever."""
    where: list[str] = []
    values: list[Any] = []
    if since is not None or until is not None:
        where.append(f"({first} IS NOT NULL OR {last} IS NOT NULL)")
    if since is not None:
        where.append(f"({last} IS NULL OR {last} >= ?)")
        values.append(since.isoformat())
    if until is not None:
        where.append(f"({first} IS NULL OR {first} <= ?)")
        values.append(until.isoformat())
    return where, values


def _order(known: dict[str, str], order: str) -> str:
    if order not in known:
        raise UsageError(f"no such order: {order!r}", hint="one of " + ", ".join(known))
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
