"""Readings into the file and out of it: prepare, put, remove.

`prepare` turns a reading into rows and touches nothing, so that worker processes can do it; `put`
and `remove` write, inside the caller's transaction.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from rawi.records import KINDS, Article, Name, Reading, Record, Statement
from rawi.sources.document import Document
from rawi.store.columns import columns, iso
from rawi.store.sqlite import Store
from rawi.store.stamp import reading_stamp
from rawi.store.words import Shadow
from rawi.wire import to_json

ARTICLE_COLUMNS = (
    "id", "source", "outlet", "title", "byline", "published_from", "published_to",
    "published_basis", "credited", "language", "url", "words", "text", "origin", "file", "digest",
    "document", "data", "notes", "reader", "added",
)  # fmt: skip
RECORD_COLUMNS = (
    "id", "article", "kind", "outlet", "start", "stop", "text", "type", "act", "form", "status", "name",
    "name_key", "entity", "place", "place_key", "thing", "value", "unit", "day_from", "day_to",
    "score", "verdict", "by_user", "position", "data", "program", "words",
)  # fmt: skip
MENTION_COLUMNS = ("record", "article", "role", "local", "text", "start", "stop")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document came from: `key` tells it from all others, `file` is what holds it."""

    key: str
    file: str
    digest: str  # of what was read, so that the same document is known again


@dataclass(frozen=True, slots=True)
class Effective:
    """A record as it stands after corrections, and how it came to stand so."""

    record: Record
    verdict: str | None = None
    program: Record | None = None  # the program's own version, where it differs
    position: int | None = None  # its place in the program's reading; None: not in it

    @property
    def by_user(self) -> bool:
        """Whether the program read no such record."""
        return self.position is None


@dataclass(frozen=True, slots=True)
class Prepared:
    """One article, ready to be written."""

    article: Article
    row: dict[str, Any]  # of the table `articles`
    shadow: Shadow
    records: tuple[Record, ...]


def now() -> str:
    """The present moment, ISO 8601 in UTC, to the second.

    Kept beside readings, never inside them.
    """
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def packed(record: Record) -> str:
    """A record's JSON as the story keeps it: without the fields that hold nothing."""
    return dumps({k: v for k, v in to_json(record).items() if v is not None})


def dumps(value: Any) -> str:
    """Compact JSON, Arabic as it is."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def prepare(
    reading: Reading, document: Document, origin: Origin, words: Shadow, given: date | None = None
) -> Prepared:
    """The rows of one reading. `given` is the day that the user gave for the document."""
    article = reading.article
    when = article.published
    data = to_json(article)
    del data["text"]
    data["body"] = [[span.start, span.end] for span in article.body]
    beside = {f: getattr(document, f) for f in document.__slots__ if f != "text"}
    beside["given"] = iso(given)
    row = {
        "id": article.id,
        "source": article.source,
        "outlet": article.outlet,
        "title": article.title.text if article.title else None,
        "byline": article.byline,
        "published_from": iso(when.begin) if when else None,
        "published_to": iso(when.end) if when else None,
        "published_basis": when.basis if when else None,
        "credited": article.credited,
        "language": article.language,
        "url": article.url,
        "words": len(words.words),
        "text": article.text,
        "origin": origin.key,
        "file": origin.file,
        "digest": origin.digest,
        "document": dumps(beside),
        "data": dumps(data),
        "notes": dumps(list(reading.notes)),
        "reader": reading_stamp(),
        "added": now(),
    }
    unique: dict[str, Record] = {}
    for kind in KINDS:
        for record in getattr(reading, f"{kind}s"):
            unique.setdefault(record.id, record)
    return Prepared(article, row, words, tuple(unique.values()))


def put(store: Store, prepared: Prepared, effective: tuple[Effective, ...] | None = None) -> None:
    """Write one article that the story does not hold yet.

    `effective`: its records, if corrected.
    """
    connection = store.connection
    connection.execute(
        _insert("articles", ARTICLE_COLUMNS), [prepared.row[c] for c in ARTICLE_COLUMNS]
    )
    connection.execute(
        "INSERT INTO article_words (article, words, spans) VALUES (?, ?, ?)",
        (prepared.article.id, " ".join(prepared.shadow.words), prepared.shadow.packed()),
    )
    if effective is None:
        effective = tuple(
            Effective(record, position=i) for i, record in enumerate(prepared.records)
        )
    put_records(store, prepared.article, prepared.shadow, effective)


def put_records(
    store: Store, article: Article, words: Shadow, effective: tuple[Effective, ...]
) -> None:
    """Write an article's records, which the story does not hold yet."""
    rows, mentions = [], []
    for item in effective:
        record = item.record
        rows.append(_record_row(item, article, words))
        if isinstance(record, Name) and record.entity:
            named = (record.text, record.start, record.end)
            mentions.append((record.id, article.id, "name", record.entity, *named))
        elif isinstance(record, Statement) and record.speaker and record.speaker.entity:
            speaker = record.speaker.entity
            mentions.append((record.id, article.id, "speaker", speaker, None, None, None))
    store.connection.executemany(_insert("records", RECORD_COLUMNS), rows)
    store.connection.executemany(_insert("mentions", MENTION_COLUMNS), mentions)


def put_rejected(store: Store, article: str, rejected: Mapping[str, Effective]) -> None:
    """Keep the program's version of records that a user rejected, out of everybody's sight."""
    store.connection.executemany(
        "INSERT INTO rejected (id, article, position, data) VALUES (?, ?, ?, ?)",
        [(id, article, of.position, packed(of.record)) for id, of in rejected.items()],
    )


def remove(store: Store, article: str) -> bool:
    """Take one article out with everything read out of it. True where it was there."""
    store.connection.execute("UPDATE corrections SET holds = NULL WHERE holds = ?", (article,))
    for column in ("holds", "other_holds"):
        store.connection.execute(
            f"UPDATE corrections SET {column} = NULL WHERE {column} IN (SELECT id FROM records"
            " WHERE article = ? UNION ALL SELECT id FROM rejected WHERE article = ?)",
            (article, article),
        )
    cursor = store.connection.execute("DELETE FROM articles WHERE id = ?", (article,))
    return cursor.rowcount > 0


def remove_records(store: Store, article: str) -> None:
    """Take an article's records out, rejected ones too, so that they can be written anew."""
    store.connection.execute("DELETE FROM records WHERE article = ?", (article,))
    store.connection.execute("DELETE FROM rejected WHERE article = ?", (article,))


def _record_row(item: Effective, article: Article, words: Shadow) -> tuple[Any, ...]:
    record = item.record
    own = columns(record, article.published)
    days = own.days
    return (
        record.id, record.article, record.kind, article.outlet, record.start, record.end,
        record.text, own.type, own.act, own.form, own.status, own.name, own.name_key, own.entity,
        own.place, own.place_key, own.thing, own.value, own.unit, iso(days.begin) if days else None,
        iso(days.end) if days else None, own.score, item.verdict, int(item.by_user), item.position,
        packed(record), packed(item.program) if item.program else None,
        words.within(record.start, record.end),
    )  # fmt: skip


def _insert(table: str, names: tuple[str, ...]) -> str:
    marks = ", ".join("?" * len(names))
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"
