"""What users ask about who is who: the index, one entity's page, who held an office when."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from rawi.arabic.letters import fold
from rawi.errors import NoSuchRecordError, UsageError, said
from rawi.readers.naming import lexicons
from rawi.records import NAME_TYPES
from rawi.store.rows import Page
from rawi.store.sqlite import Store
from rawi.story.people.english import in_english
from rawi.story.people.offices import read_role

WITNESS = 120  # days; cabinets outlast four months more often than not
ORDERS = {
    "mentions": "e.mentions DESC, e.name, e.id",
    "name": "e.name, e.id",
    "articles": "e.articles DESC, e.name, e.id",
}


@dataclass(frozen=True, slots=True)
class EntityRow:
    """One line of the index. `latin` is its name for readers of English."""

    id: str
    type: str
    name: str
    latin: str
    mentions: int
    articles: int
    lat: float | None = None  # degrees, WGS 84; places that the gazetteer knows
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """A form of the entity's name in the story, and why it is taken for the same.

    `rule` None: the name that the others were joined to.
    """

    text: str
    uses: int  # articles
    rule: str | None
    score: float | None


@dataclass(frozen=True, slots=True)
class Tenure:
    """A role of a person as printed, with the days of the articles that print it.

    `former`: they call the holder a former one; then the days say nothing of when it was held.
    """

    role: str
    office: str
    former: bool
    begin: date | None
    end: date | None
    articles: int
    records: tuple[str, ...]  # ids of the name records that bear it


@dataclass(frozen=True, slots=True)
class Entity:
    """Everything the story knows an entity by."""

    row: EntityRow
    aliases: tuple[str, ...]  # every printed form, the most frequent first
    forms: tuple[Form, ...]
    roles: tuple[Tenure, ...] = ()  # oldest first, former ones last
    gazetteer: str | None = None  # key of the lexicon's entry
    country: str | None = None  # ISO 3166-1 alpha-2, of places
    speakers: int = 0  # statements this entity is the speaker of


@dataclass(frozen=True, slots=True)
class Holder:
    """One who held an office, by the articles that say so."""

    entity: str
    name: str
    tenure: Tenure


@dataclass(frozen=True, slots=True)
class Office:
    """An office and those who held it in the story's articles, oldest first."""

    office: str  # folded, as articles are compared
    country: str  # ISO 3166-1 alpha-2, or '' where no article says
    label: str  # as printed most often
    holders: tuple[Holder, ...] = field(default=())
    former: tuple[Holder, ...] = field(default=())


def people(
    store: Store, type: str | None = None, text: str | None = None, order: str = "mentions",
    limit: int = 50, offset: int = 0,
) -> Page[EntityRow]:  # fmt: skip
    """One page of the entities. `type`: one of records.NAME_TYPES; `text`: part of a form of name.

    `order`: mentions | articles (most first) | name.
    """
    if type is not None and type not in NAME_TYPES:
        raise UsageError(
            said("no such type: {!r}", type), hint=said("one of {}", ", ".join(NAME_TYPES))
        )
    if order not in ORDERS:
        raise UsageError(
            said("no such order: {!r}", order), hint=said("one of {}", ", ".join(ORDERS))
        )
    where, values = ["1"], []
    if type is not None:
        where.append("e.type = ?")
        values.append(type)
    if text:
        where.append(
            "e.id IN (SELECT entity FROM people_forms WHERE instr(key, ?) OR instr(name, ?))"
        )
        values += [" ".join(fold(text).split()), text]
    condition = " AND ".join(where)
    total = store.one(f"SELECT count(*) FROM entities e WHERE {condition}", tuple(values))
    rows = store.rows(
        f"SELECT e.* FROM entities e WHERE {condition} ORDER BY {ORDERS[order]} LIMIT ? OFFSET ?",
        (*values, limit, offset),
    )
    return Page(tuple(_row(r) for r in rows), total)


def quoted(store: Store, ids: Sequence[str]) -> dict[tuple[str, str], int]:
    """(entity, outlet) -> how many of the entity's statements the outlet carries; without those of none."""
    rows = store.rows(
        # A statement has one speaker, so one such mention; both tables are read by their indexes alone.
        "SELECT m.entity, a.outlet, count(*) AS n FROM mentions m JOIN articles a ON a.id = m.article"
        f" WHERE m.entity IN ({','.join('?' * len(ids))}) AND m.role = 'speaker'"
        " AND a.outlet IS NOT NULL GROUP BY m.entity, a.outlet",
        list(ids),
    )
    return {(row["entity"], row["outlet"]): row["n"] for row in rows}


def known_as(store: Store, entity_id: str) -> str:
    """The story's id of an entity, by that or by an article's own id for it. Raises NoSuchRecordError."""
    found: str | None = store.one(
        "SELECT id FROM entities WHERE id = :id OR id ="
        " (SELECT entity FROM mentions WHERE local = :id LIMIT 1)",
        {"id": entity_id},
    )
    if found is None:
        raise NoSuchRecordError(
            said("no entity {} in this story", entity_id),
            source=str(store.path), hint="see: rawi people STORY",
        )  # fmt: skip
    return found


def entity(store: Store, entity_id: str) -> Entity:
    """One entity, by its id in the story or an article's own id for it. Raises NoSuchRecordError."""
    raw = store.rows("SELECT * FROM entities WHERE id = ?", (known_as(store, entity_id),))[0]
    row = _row(raw)
    known = lexicons.entries().get(json.loads(raw["data"]).get("key", ""))
    aliases = store.rows(
        "SELECT text, count(*) AS times FROM mentions WHERE entity = ? AND role = 'name'"
        " GROUP BY text ORDER BY times DESC, text",
        (row.id,),
    )
    forms = store.rows(
        "SELECT name, uses, rule, score FROM people_forms WHERE entity = ?"
        " ORDER BY rule IS NOT NULL, uses DESC, name",
        (row.id,),
    )
    return Entity(
        row,
        tuple(a["text"] for a in aliases),
        tuple(Form(f["name"], f["uses"], f["rule"], f["score"]) for f in forms),
        _tenures(store, "f.entity = ?", (row.id,)),
        known.key if known else None,
        known.country or None if known else None,
        raw["statements"],
    )


def offices(store: Store, role: str | None = None, limit: int = 50) -> tuple[Office, ...]:
    """Offices and who held them when, most often printed first; `role`: only this one, as printed."""
    where, values = "r.office <> ''", []
    if role is not None:
        asked = read_role(role)
        where, values = "r.office = ? AND (? = '' OR r.country IN (?, ''))", [
            asked.office or " ".join(fold(role).split()), asked.country, asked.country,
        ]  # fmt: skip
    rows = store.rows(
        f"SELECT r.office, r.country, count(*) AS times FROM people_roles r WHERE {where}"
        " GROUP BY r.office, r.country ORDER BY times DESC, r.office, r.country LIMIT ?",
        (*values, limit),
    )
    return tuple(_office(store, r["office"], r["country"]) for r in rows)


def holder(store: Store, role: str, day: date) -> Holder | None:
    """Who held the office `role` on `day`, by the articles of about that time; None where they do not say
    or name two. An article bears witness for `WITNESS` days on either side."""
    near: dict[str, tuple[int, Holder]] = {}
    for office in offices(store, role):
        for one in office.holders:
            begin, end = one.tenure.begin, one.tenure.end
            if begin is None or end is None:
                continue
            distance = max((begin - day).days, (day - end).days, 0)
            if distance <= WITNESS and distance < near.get(one.entity, (WITNESS + 1, one))[0]:
                near[one.entity] = (distance, one)
    if not near:
        return None
    least = min(d for d, _ in near.values())
    closest = [h for d, h in near.values() if d == least]
    return closest[0] if len(closest) == 1 else None


def _office(store: Store, office: str, country: str) -> Office:
    holders = []
    for row in store.rows(
        "SELECT DISTINCT e.id, e.name FROM people_roles r JOIN people_forms f ON f.n = r.form"
        " JOIN entities e ON e.id = f.entity WHERE r.office = ? AND r.country = ?",
        (office, country),
    ):
        for tenure in _tenures(
            store, "f.entity = ? AND r.office = ? AND r.country = ?", (row["id"], office, country)
        ):
            holders.append(Holder(row["id"], row["name"], tenure))
    holders.sort(key=lambda h: (h.tenure.begin or date.max, h.name))
    label = store.one(
        "SELECT role FROM people_roles WHERE office = ? AND country = ? AND NOT former"
        " GROUP BY role ORDER BY count(*) DESC, role LIMIT 1",
        (office, country),
    )
    return Office(
        office, country, label or office, tuple(h for h in holders if not h.tenure.former),
        tuple(h for h in holders if h.tenure.former),
    )  # fmt: skip


def _tenures(store: Store, where: str, values: tuple[str, ...]) -> tuple[Tenure, ...]:
    rows = store.rows(
        "SELECT r.*, r.office || '|' || r.country || '|' || r.former AS same FROM people_roles r"
        f" JOIN people_forms f ON f.n = r.form WHERE {where} ORDER BY r.day_from, r.rowid",
        values,
    )
    groups: dict[str, list] = {}
    for row in rows:
        groups.setdefault(row["same"] if row["office"] else "title|" + row["role"], []).append(row)
    out = []
    for found in groups.values():
        begins = [r["day_from"] for r in found if r["day_from"]]
        ends = [r["day_to"] for r in found if r["day_to"]]
        out.append(
            Tenure(
                max((r["role"] for r in found), key=len),
                found[0]["office"],
                bool(found[0]["former"]),
                date.fromisoformat(min(begins)) if begins else None,
                date.fromisoformat(max(ends)) if ends else None,
                len({r["article"] for r in found}),
                tuple(r["record"] for r in found),
            )
        )
    return tuple(sorted(out, key=lambda t: (t.former, t.begin or date.max, t.role)))


def _row(row) -> EntityRow:
    key = json.loads(row["data"]).get("key", "")
    known = lexicons.entries().get(key)
    latin = in_english(row["name"], row["type"], key)
    return EntityRow(
        row["id"], row["type"], row["name"], latin, row["mentions"], row["articles"],
        known.lat if known else None, known.lon if known else None,
    )  # fmt: skip
