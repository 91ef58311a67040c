"""Where somebody is named, article by article, and what users decided about who that is."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from rawi.errors import UsageError
from rawi.store.reading import record_rows
from rawi.store.rows import Page, Row
from rawi.store.sqlite import Store
from rawi.story.people.report import EntityRow, entity, known_as


@dataclass(frozen=True, slots=True)
class Mention:
    """One article's naming of somebody: the fullest of its names, and how many there are.

    Inside one article the program holds a name's bearer for one, so users tell apart whole mentions.
    """

    row: Row
    times: int


@dataclass(frozen=True, slots=True)
class Told:
    """A user's word that two names are (join) or are not (split) of one; taken back by its numbers.

    `names` are the two as printed where the user pointed, `other` who bears the second of a split now.
    Splits of one name from one other stand together.
    """

    action: str
    names: tuple[str, str]
    other: EntityRow | None
    corrections: tuple[int, ...]


def mentions(
    store: Store, entity_id: str, limit: int | None = None, offset: int = 0
) -> Page[Mention]:
    """The mentions of one of them, oldest article first. Raises NoSuchRecordError."""
    own = known_as(store, entity_id)
    total = store.one(
        "SELECT count(DISTINCT local) FROM mentions WHERE entity = ? AND role = 'name'", (own,)
    )
    found = store.rows(
        # The fullest name is looked for only in the articles that the page shows.
        "SELECT r.*, x.times FROM (SELECT m.local, a.published_from AS day, a.id, count(*) AS times"
        "  FROM mentions m JOIN articles a ON a.id = m.article WHERE m.entity = ? AND m.role = 'name'"
        "  GROUP BY m.local ORDER BY day IS NULL, day, a.id, m.local LIMIT ? OFFSET ?) x"
        " JOIN records r ON r.n = (SELECT q.n FROM mentions k JOIN records q ON q.id = k.record"
        "  WHERE k.local = x.local AND k.role = 'name' ORDER BY length(q.text) DESC, q.start LIMIT 1)"
        " ORDER BY x.day IS NULL, x.day, x.id, x.local",
        (own, -1 if limit is None else limit, offset),
    )
    rows = record_rows(store, found)
    return Page(
        tuple(Mention(row, raw["times"]) for row, raw in zip(rows, found, strict=True)), total
    )


def told_of(store: Store, entity_id: str) -> tuple[Told, ...]:
    """The joins and splits in force about one of them, newest first. Raises NoSuchRecordError."""
    own = known_as(store, entity_id)
    bearer = "(SELECT entity FROM mentions WHERE record = {} AND entity IS NOT NULL LIMIT 1)"
    rows = store.rows(
        f"SELECT c.id, c.action, c.holds, {bearer.format('c.holds')} AS one,"
        f" {bearer.format('c.other_holds')} AS two, json_extract(c.anchor, '$.text') AS left,"
        " json_extract(c.other, '$.text') AS right FROM corrections c"
        " WHERE c.scope = 'entity' AND c.undone IS NULL ORDER BY c.id DESC"
    )
    found: dict[tuple[object, ...], list[sqlite3.Row]] = {}
    for row in rows:
        if own in (row["one"], row["two"]):
            once = (row["holds"], row["two"]) if row["action"] == "split" else (row["id"],)
            found.setdefault((row["action"], *once), []).append(row)
    return tuple(_told(store, own, made) for made in found.values())


def _told(store: Store, own: str, made: list[sqlite3.Row]) -> Told:
    first = made[0]
    other = first["two"] if first["one"] == own else first["one"]
    return Told(
        first["action"],
        (first["left"], first["right"]),
        entity(store, other).row if other not in (None, own) else None,
        tuple(row["id"] for row in made),
    )


def record_of(store: Store, entity_id: str, besides: Iterable[str] = ()) -> str:
    """A record that names somebody for good: the fullest name in an article not among `besides`.

    Raises NoSuchRecordError, UsageError where nothing is left.
    """
    own = known_as(store, entity_id)
    found: str | None = store.one(
        "SELECT r.id FROM mentions m JOIN records r ON r.id = m.record"
        " WHERE m.entity = ? AND m.role = 'name'"
        " AND m.article NOT IN (SELECT value FROM json_each(?))"
        " ORDER BY length(r.text) DESC, r.article, r.start LIMIT 1",
        (own, json.dumps(sorted(besides))),
    )
    if found is None:
        raise UsageError("every mention was chosen", hint="leave at least one of them")
    return found
