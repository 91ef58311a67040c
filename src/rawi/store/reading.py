"""What the file holds, read back: articles, readings, records by filter, the overview."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from rawi.errors import NoSuchRecordError, UsageError
from rawi.records import KINDS, Article, Days, Published, Reading, Record, Span
from rawi.sources.document import Document
from rawi.store.query import match_expression
from rawi.store.rows import ArticleRow, Count, Overview, Page, Row
from rawi.store.sqlite import Store
from rawi.store.stamp import reading_stamp
from rawi.store.words import Shadow, name_key
from rawi.wire import from_json

_ROW = (
    "a.id, a.source, a.outlet, a.title, a.byline, a.url, a.credited, a.language, a.words,"
    " a.published_from, a.published_to, a.published_basis"
)
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
TOP = 12  # how many of each the overview lists


def article(store: Store, article_id: str) -> Article:
    """One article. Raises NoSuchRecordError."""
    found = store.rows("SELECT data, text FROM articles WHERE id = ?", (article_id,))
    if not found:
        raise NoSuchRecordError(
            f"no article {article_id!r} in this story",
            source=str(store.path),
            hint="see: rawi show",
        )
    data, text = json.loads(found[0]["data"]), found[0]["text"]
    body = tuple(Span.of(text, start, end) for start, end in data.pop("body"))
    made = from_json({**data, "text": text})
    assert isinstance(made, Article)
    return replace(made, body=body)


def reading(store: Store, article_id: str) -> Reading:
    """An article and its records as they stand after users' corrections."""
    of = article(store, article_id)
    rows = store.rows(
        "SELECT data, by_user FROM records WHERE article = ? ORDER BY position", (article_id,)
    )
    found = [record_of(row["data"]) for row in rows]
    if any(row["by_user"] for row in rows):
        found.sort(key=lambda record: (record.start, record.end))
    notes = store.one("SELECT notes FROM articles WHERE id = ?", (article_id,))
    return assembled(of, found, json.loads(notes))


def readings(store: Store) -> Iterator[Reading]:
    """Every reading, the oldest article first, one at a time."""
    ids = store.rows(f"SELECT a.id FROM articles a ORDER BY {ARTICLE_ORDERS['oldest']}")
    for row in ids:
        yield reading(store, row["id"])


def assembled(of: Article, records: Iterable[Record], notes: Iterable[str] = ()) -> Reading:
    """A reading made of loose records, each kind in its own field, in the order given."""
    by_kind: dict[str, list[Record]] = {kind: [] for kind in KINDS}
    for record in records:
        by_kind[record.kind].append(record)
    fields: dict[str, Any] = {f"{kind}s": tuple(found) for kind, found in by_kind.items()}
    return Reading(of, **fields, notes=tuple(notes))


def program_records(store: Store, article_id: str) -> tuple[Record, ...]:
    """The program's own reading, before any correction, in its own order."""
    kept = store.rows(
        "SELECT position, coalesce(program, data) AS data FROM records"
        " WHERE article = ? AND NOT by_user"
        " UNION ALL SELECT position, data FROM rejected WHERE article = ? ORDER BY position",
        (article_id, article_id),
    )
    return tuple(record_of(row["data"]) for row in kept)


def document(store: Store, article_id: str) -> tuple[Document, date | None]:
    """What the article was read from, and the day the user gave for it, if any."""
    found = store.rows("SELECT document, text FROM articles WHERE id = ?", (article_id,))
    if not found:
        raise NoSuchRecordError(f"no article {article_id!r} in this story", source=str(store.path))
    beside = json.loads(found[0]["document"])
    given = beside.pop("given", None)
    return Document(text=found[0]["text"], **beside), _day(given)


def shadow(store: Store, article_id: str) -> Shadow:
    """The index's words of an article and their places (store/words.py)."""
    row = store.rows("SELECT words, spans FROM article_words WHERE article = ?", (article_id,))[0]
    return Shadow.unpacked(row["words"], row["spans"])


def record_of(data: str) -> Record:
    """A record from its JSON text."""
    made = from_json(json.loads(data))
    assert isinstance(made, Record)
    return made


def article_rows(store: Store, ids: Iterable[str]) -> dict[str, ArticleRow]:
    """Rows by id, with their counts."""
    wanted = list(dict.fromkeys(ids))
    found = store.rows(
        f"SELECT {_ROW} FROM articles a WHERE a.id IN (SELECT value FROM json_each(?))",
        (json.dumps(wanted),),
    )
    return {row.id: row for row in _with_counts(store, found)}


def _with_counts(store: Store, found: list[sqlite3.Row]) -> list[ArticleRow]:
    counts: dict[str, dict[str, int]] = {row["id"]: {} for row in found}
    for row in store.rows(
        "SELECT article, kind, count(*) AS n FROM records"
        " WHERE article IN (SELECT value FROM json_each(?)) GROUP BY article, kind",
        (json.dumps(list(counts)),),
    ):
        counts[row["article"]][row["kind"]] = row["n"]
    return [_article_row(row, counts[row["id"]]) for row in found]


def _article_row(row: sqlite3.Row, counts: dict[str, int]) -> ArticleRow:
    when = None
    if row["published_basis"]:
        when = Published(
            _day(row["published_from"]), _day(row["published_to"]), row["published_basis"]
        )
    return ArticleRow(
        row["id"], row["source"], row["outlet"], row["title"], row["byline"], row["url"],
        row["credited"], row["language"], when, row["words"], counts,
    )  # fmt: skip


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def articles(
    store: Store, *, outlet: str | None = None, since: date | None = None,
    until: date | None = None, order: str = "date", limit: int = 50, offset: int = 0,
) -> Page[ArticleRow]:  # fmt: skip
    """One page of the list of articles. `since` and `until`: published within these days."""
    where, values = _period("a.published_from", "a.published_to", since, until)
    if outlet is not None:
        where.append("a.outlet = ?")
        values.append(outlet)
    clause = " AND ".join(where) or "1"
    found = store.rows(
        f"SELECT {_ROW} FROM articles a WHERE {clause}"
        f" ORDER BY {_order(ARTICLE_ORDERS, order)} LIMIT ? OFFSET ?",
        [*values, limit, offset],
    )
    total = store.one(f"SELECT count(*) FROM articles a WHERE {clause}", values)
    return Page(tuple(_with_counts(store, found)), total)


def records(
    store: Store, kind: str | None = None, *, article: str | None = None,
    speaker: str | None = None, entity: str | None = None, outlet: str | None = None,
    act: str | None = None, form: str | None = None, type: str | None = None,
    status: str | None = None, since: date | None = None, until: date | None = None,
    text: str | None = None, place: str | None = None, verdict: str | None = None,
    order: str = "date", limit: int = 50, offset: int = 0,
) -> Page[Row]:  # fmt: skip
    """One page of the records of a kind (None: of every kind) that pass every filter given.

    `speaker` and `place` are names in any spelling; `entity` an article's or the story's id; `text`
    a query over the record's words; `since` and `until` bound the record's own days
    (store/columns.py).
    """
    if kind is not None and kind not in KINDS:
        raise UsageError(f"no records are called {kind!r}", hint="one of " + ", ".join(KINDS))
    where, values = _period("r.day_from", "r.day_to", since, until)
    for column, wanted in (
        ("r.kind", kind), ("r.article", article), ("r.outlet", outlet), ("r.act", act),
        ("r.form", form), ("r.type", type), ("r.status", status), ("r.verdict", verdict),
        ("r.name_key", None if speaker is None else name_key(speaker)),
        ("r.place_key", None if place is None else name_key(place)),
    ):  # fmt: skip
        if wanted is not None:
            where.append(f"{column} = ?")
            values.append(wanted)
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
    clause = " AND ".join(where) or "1"
    found = store.rows(
        f"SELECT r.* FROM records r WHERE {clause}"
        f" ORDER BY {_order(RECORD_ORDERS, order)} LIMIT ? OFFSET ?",
        [*values, limit, offset],
    )
    total = store.one(f"SELECT count(*) FROM records r WHERE {clause}", values)
    return Page(tuple(_rows(store, found)), total)


def record(store: Store, record_id: str) -> Row:
    """One record.

    A record that a user edited answers to its earlier id too. Raises NoSuchRecordError.
    """
    found = store.rows("SELECT * FROM records WHERE id = ?", (record_id,))
    if not found:
        found = store.rows(
            "SELECT * FROM records WHERE program IS NOT NULL AND json_extract(program, '$.id') = ?",
            (record_id,),
        )
    if not found:
        raise NoSuchRecordError(
            f"no record {record_id!r} in this story", source=str(store.path),
            hint="it may have been rejected, or read anew; search for its words",
        )  # fmt: skip
    return _rows(store, found)[0]


def _rows(store: Store, found: list[sqlite3.Row]) -> list[Row]:
    about = article_rows(store, (row["article"] for row in found))
    notes: dict[str, list[str]] = {}
    for row in store.rows(
        "SELECT holds, note FROM corrections WHERE undone IS NULL AND note IS NOT NULL"
        " AND holds IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps([row["id"] for row in found]),),
    ):
        notes.setdefault(row["holds"], []).append(row["note"])
    return [
        Row(
            record_of(row["data"]), about[row["article"]], row["verdict"],
            record_of(row["program"]) if row["program"] else None, tuple(notes.get(row["id"], ())),
        )
        for row in found
    ]  # fmt: skip


def overview(store: Store) -> Overview:
    """The story at a glance."""
    whole = store.rows(
        "SELECT count(*) AS n, min(published_from) AS begin, max(published_to) AS end,"
        " max(published_from) AS latest,"
        " sum(published_from IS NULL AND published_to IS NULL) AS undated FROM articles"
    )[0]
    fresh = store.one("SELECT count(*) FROM articles WHERE reader = ?", (reading_stamp(),))
    end = _day(whole["end"]) or _day(whole["latest"])
    begin = _day(whole["begin"])
    counts = store.rows("SELECT kind, count(*) AS n FROM records GROUP BY kind")
    acts = store.rows(
        "SELECT act, count(*) AS n FROM records WHERE act IS NOT NULL GROUP BY act ORDER BY n DESC"
    )
    return Overview(
        articles=whole["n"],
        period=Days(begin, end) if begin or end else None,
        undated=whole["undated"] or 0,
        counts={kind: 0 for kind in KINDS} | {row["kind"]: row["n"] for row in counts},
        outlets=_counted(store, "SELECT outlet AS name, outlet AS key, count(*) AS n FROM articles"
                         " WHERE outlet IS NOT NULL GROUP BY outlet ORDER BY n DESC, name"),
        speakers=_named(store, "statement", "name"),
        places=_named(store, "name", "place"),
        acts={row["act"]: row["n"] for row in acts},
        corrections=store.one("SELECT count(*) FROM corrections WHERE undone IS NULL"),
        stale=whole["n"] - fresh,
    )  # fmt: skip


def volume(store: Store, outlet: str | None = None) -> tuple[tuple[date, int], ...]:
    """How many articles each day saw, oldest first (dated to several days: on the first)."""
    rows = store.rows(
        "SELECT coalesce(published_from, published_to) AS day, count(*) AS n FROM articles"
        " WHERE day IS NOT NULL AND (? IS NULL OR outlet = ?) GROUP BY day ORDER BY day",
        (outlet, outlet),
    )
    return tuple((date.fromisoformat(row["day"]), row["n"]) for row in rows)


def _named(store: Store, kind: str, column: str) -> tuple[Count, ...]:
    """The most frequent names, spellings taken together, each shown in its longest printing."""
    return _counted(
        store,
        f"SELECT key, n, (SELECT {column} FROM records WHERE kind = '{kind}'"
        f"  AND {column}_key = key ORDER BY length({column}) DESC, {column} LIMIT 1) AS name"
        f" FROM (SELECT {column}_key AS key, count(*) AS n FROM records"
        f"  WHERE kind = '{kind}' AND {column}_key IS NOT NULL"
        f"  GROUP BY {column}_key ORDER BY n DESC, key LIMIT {TOP})",
    )


def _counted(store: Store, sql: str) -> tuple[Count, ...]:
    return tuple(Count(row["name"], row["n"], row["key"]) for row in store.rows(sql))


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
