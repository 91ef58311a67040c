"""What the file holds, read back: articles, readings, single records."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from rawi.errors import NoSuchRecordError, said
from rawi.records import KINDS, Article, Published, Reading, Record, Span
from rawi.sources.document import Document
from rawi.store.rows import ArticleRow, Row
from rawi.store.sqlite import Store
from rawi.store.words import Shadow
from rawi.wire import from_json

ROW_COLUMNS = (
    "a.id, a.source, a.outlet, a.title, a.byline, a.url, a.credited, a.language, a.words,"
    " a.published_from, a.published_to, a.published_basis"
)


def article(store: Store, article_id: str) -> Article:
    """One article. Raises NoSuchRecordError."""
    found = store.rows("SELECT data, text FROM articles WHERE id = ?", (article_id,))
    if not found:
        raise NoSuchRecordError(
            said("no article {!r} in this story", article_id),
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
    ids = store.rows(
        "SELECT a.id FROM articles a ORDER BY a.published_from IS NULL, a.published_from, a.id"
    )
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
        raise NoSuchRecordError(
            said("no article {!r} in this story", article_id), source=str(store.path)
        )
    beside = json.loads(found[0]["document"])
    given = beside.pop("given", None)
    return Document(text=found[0]["text"], **beside), day(given)


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
        f"SELECT {ROW_COLUMNS} FROM articles a WHERE a.id IN (SELECT value FROM json_each(?))",
        (json.dumps(wanted),),
    )
    return {row.id: row for row in with_counts(store, found)}


def with_counts(store: Store, found: list[sqlite3.Row]) -> list[ArticleRow]:
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
            day(row["published_from"]), day(row["published_to"]), row["published_basis"]
        )
    return ArticleRow(
        row["id"], row["source"], row["outlet"], row["title"], row["byline"], row["url"],
        row["credited"], row["language"], when, row["words"], counts,
    )  # fmt: skip


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


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
            said("no record {!r} in this story", record_id), source=str(store.path),
            hint="it may have been rejected, or read anew; search for its words",
        )  # fmt: skip
    return record_rows(store, found)[0]


def record_rows(store: Store, found: list[sqlite3.Row]) -> list[Row]:
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
