"""The timeline as users see it: entries with their evidence, ranked, filtered.

Rank: an entry weighs more the more independent sources and articles tell it, the finer its date, when
it stands in a title or first paragraph, and when it is an event or a commitment and not mere speech.
The top N are chosen one by one; what a day already has weighs less there (CROWDED), so that a short
chronology spans the story and a long one still holds what one day brought.
"""

from __future__ import annotations

import heapq
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import log1p
from typing import TypeVar

from rawi.errors import UsageError, said
from rawi.records import Span, identity
from rawi.store.reading import article_rows
from rawi.store.rows import ArticleRow, Page
from rawi.store.sqlite import Store
from rawi.store.words import name_key
from rawi.story.reuse.report import Independence, independence
from rawi.story.timeline.tellings import STATUSES

FINE_WEIGHT = 0.8  # for a day; a month gets half of it, a year none
LINKED = 0.5  # average linkage: one pair that is alike by chance joins nothing
CROWDED = 0.6  # each entry already taken on a day leaves this share of the next one's weight


@dataclass(frozen=True, slots=True)
class Evidence:
    """One article's telling of the happening. `kind` and `record` are those of the record behind it."""

    article: ArticleRow
    span: Span
    kind: str
    record: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One happening, planned thing or deadline.

    `begin` to `end` are the narrowest days that any telling gives. `text` is the best sentence, the
    span of `evidence[0]`; the rest follow by date of publication. `outlets` tell it, `sources` of them
    independently (None where the story did not say).
    """

    id: str
    begin: date
    end: date
    status: str
    text: str
    evidence: tuple[Evidence, ...]
    outlets: int
    sources: int
    weight: float

    @property
    def exact(self) -> bool:
        """Whether it is known to the day."""
        return self.begin == self.end


@dataclass(frozen=True, slots=True)
class Draft:
    """What sorting and choosing need to know of an entry, and the rows that tell it."""

    id: str
    begin: date
    end: date
    weight: float
    outlets: int
    told: list[sqlite3.Row]


T = TypeVar("T", Entry, Draft)


def timeline(
    store: Store, *, since: date | None = None, until: date | None = None, status: str | None = None,
    outlet: str | None = None, entity: str | None = None, actor: str | None = None,
    place: str | None = None, article: str | None = None, top: int | None = None,
    limit: int | None = None, offset: int = 0,
) -> Page[Entry]:  # fmt: skip
    """The entries that pass every filter, in the order of their days.

    `since`, `until`: days that the entry must touch. `status`: happened | planned | deadline. `outlet`,
    `article`: one that tells it. `entity` (id), `actor`, `place` (names): named in its words. `top`
    keeps the N that weigh most; `limit` and `offset` cut a page out of what is left.
    """
    if status is not None and status not in STATUSES:
        raise UsageError(
            said("no such status: {!r}", status), hint=said("one of: {}", ", ".join(STATUSES))
        )
    rows = _rows(store, status)
    groups = _groups(store, rows)
    kept = _naming(store, rows, entity, actor, place)
    outlets = {r["id"]: r["outlet"] for r in store.rows("SELECT id, outlet FROM articles")}
    drafts = []
    for members in groups:
        told = [rows[n] for n in members]
        if kept is not None and not any(n in kept for n in members):
            continue
        if outlet is not None and not any(outlets[r["article"]] == outlet for r in told):
            continue
        if article is not None and not any(r["article"] == article for r in told):
            continue
        draft = _draft(told, outlets)
        if (since and draft.end < since) or (until and draft.begin > until):
            continue
        drafts.append(draft)
    chosen = drafts if top is None else best(drafts, top)
    chosen.sort(key=lambda e: (e.begin, e.end, e.id))
    page = chosen[offset : None if limit is None else offset + limit]
    articles = article_rows(store, {r["article"] for draft in page for r in draft.told})
    return Page(tuple(_counted(store, _entry(draft, articles)) for draft in page), len(chosen))


def best(entries: Iterable[T], top: int) -> list[T]:
    """The N entries that weigh most, one after another, each day's next one weighing less."""
    heap = [(-e.weight, e.begin, e.id, 0, e) for e in entries]
    heapq.heapify(heap)
    taken: Counter[tuple[date, date]] = Counter()
    chosen: list[Entry] = []
    while heap and len(chosen) < top:
        _, begin, key, seen, entry = heapq.heappop(heap)
        crowd = taken[entry.begin, entry.end]
        if crowd > seen:  # the day filled up since this was weighed
            heapq.heappush(heap, (-entry.weight * CROWDED**crowd, begin, key, crowd, entry))
            continue
        taken[entry.begin, entry.end] += 1
        chosen.append(entry)
    return chosen


def _rows(store: Store, status: str | None) -> dict[int, sqlite3.Row]:
    found = store.rows(
        "SELECT n, article, start, stop, text, day_from, day_to, status, kind, record, weight"
        " FROM timeline_tellings WHERE ? IS NULL OR status = ?",
        (status, status),
    )
    return {r["n"]: r for r in found}


def _groups(store: Store, rows: dict[int, sqlite3.Row]) -> list[list[int]]:
    """The pairs put together, the surest first; two groups join where LINKED of their pairs are alike."""
    place = {n: (r["article"], r["start"], r["stop"], r["record"]) for n, r in rows.items()}
    pairs = [
        (p["score"], *sorted((p["a"], p["b"]), key=place.__getitem__))
        for p in store.rows("SELECT a, b, score FROM timeline_pairs")
        if p["a"] in rows and p["b"] in rows
    ]
    pairs.sort(key=lambda p: (-p[0], place[p[1]], place[p[2]]))
    alike: dict[int, set[int]] = {n: set() for n in rows}
    for _, a, b in pairs:
        alike[a].add(b)
        alike[b].add(a)
    member = {n: [n] for n in rows}
    for _, a, b in pairs:
        left, right = member[a], member[b]
        if left is right:
            continue
        small, large = sorted((left, right), key=len)
        inside = set(large)
        links = sum(len(alike[n] & inside) for n in small)
        if links >= LINKED * len(left) * len(right):
            large += small
            for n in small:
                member[n] = large
    return list({id(group): group for group in member.values()}.values())


_BEARING = (
    "(SELECT record FROM mentions WHERE entity = ? UNION SELECT record FROM mentions WHERE local = ?) m"
    " CROSS JOIN records r ON r.id = m.record"
)


def _naming(
    store: Store,
    rows: dict[int, sqlite3.Row],
    entity: str | None,
    actor: str | None,
    place: str | None,
) -> set[int] | None:
    """The tellings whose words name an entity, an actor, a place; None where nothing was asked."""
    asked = []
    if entity is not None:
        asked.append((_BEARING, "1", (entity, entity)))
    if actor is not None:
        asked.append(("records r", "r.type <> 'place' AND r.name_key = ?", (name_key(actor),)))
    if place is not None:
        asked.append(("records r", "r.type = 'place' AND r.name_key = ?", (name_key(place),)))
    kept: set[int] | None = None
    for names, condition, values in asked:
        # CROSS JOIN: from the few names to the tellings around them, never the other way.
        found = store.rows(
            f"SELECT DISTINCT t.n FROM {names} CROSS JOIN timeline_tellings t"
            " ON t.article = r.article AND r.start >= t.start AND r.stop <= t.stop"
            f" WHERE r.kind = 'name' AND {condition}",
            values,
        )
        named = {r["n"] for r in found if r["n"] in rows}
        kept = named if kept is None else kept & named
    return kept


def _draft(told: list[sqlite3.Row], outlets: Mapping[str, str | None]) -> Draft:
    """An entry by its rows alone: of thousands only a page becomes entries with their evidence."""
    narrow = min(told, key=lambda r: (_width(r), r["day_from"], r["article"], r["start"]))
    tellers = len({outlets[r["article"]] or r["article"] for r in told})
    width = _width(narrow)
    fine = FINE_WEIGHT * (1.0 if width == 0 else 0.5 if width < 32 else 0.0)
    weight = (
        max(r["weight"] for r in told) + fine + log1p(tellers - 1)
        + 0.2 * log1p(len({r["article"] for r in told}) - 1)
    )  # fmt: skip
    key = min((r["article"], r["start"], r["stop"], r["record"]) for r in told)
    return Draft(
        identity("timeline", *key, prefix="l"), date.fromisoformat(narrow["day_from"]),
        date.fromisoformat(narrow["day_to"]), round(weight, 4), tellers, told,
    )  # fmt: skip


def _entry(draft: Draft, articles: Mapping[str, ArticleRow]) -> Entry:
    """A draft with its evidence; its independent sources are not counted yet: each outlet is one."""
    told = draft.told
    first = max(told, key=lambda r: (r["weight"], -len(r["text"]), r["article"], -r["start"]))
    rest = sorted(
        (r for r in told if r is not first),
        key=lambda r: (_day(articles[r["article"]]), r["article"], r["start"]),
    )
    evidence = tuple(
        Evidence(
            articles[r["article"]], Span(r["start"], r["stop"], r["text"]), r["kind"], r["record"]
        )
        for r in (first, *rest)
    )
    statuses = {r["status"] for r in told}
    status = next(s for s in ("deadline", "planned", "happened") if s in statuses)
    return Entry(
        draft.id, draft.begin, draft.end, status, first["text"], evidence, draft.outlets,
        draft.outlets, draft.weight,
    )  # fmt: skip


def _width(row: sqlite3.Row) -> int:
    return (date.fromisoformat(row["day_to"]) - date.fromisoformat(row["day_from"])).days


def _day(article: ArticleRow) -> str:
    when = article.published
    return when.begin.isoformat() if when is not None and when.begin is not None else "9999"


def _counted(store: Store, entry: Entry) -> Entry:
    """The entry with its independent sources counted from what was copied and credited."""
    if len(entry.evidence) == 1:
        return entry
    stands = independent(store, entry)
    return Entry(
        entry.id, entry.begin, entry.end, entry.status, entry.text, entry.evidence,
        max(stands.outlets, 1), stands.sources, entry.weight,
    )  # fmt: skip


def independent(store: Store, entry: Entry) -> Independence:
    """Who stands behind an entry, with the reasons why two count as one."""
    return independence(store, [(e.article.id, e.span.start, e.span.end) for e in entry.evidence])
