"""The timeline as users see it: entries with their evidence, ranked, filtered.

Rank: an entry weighs more the more independent sources and articles tell it, the finer its date, when
it stands in a title or first paragraph, and when it is an event or a commitment and not mere speech.
The top N are chosen one by one; what a day already has weighs less there (CROWDED), so that a short
chronology spans the story and a long one still holds what one day brought.
"""

from __future__ import annotations

import heapq
import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import log1p

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
MOST_VALUES = 900  # of one statement, below SQLite's own bound
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
    independently; `unknown` articles are of no known outlet and confirm nothing.
    """

    id: str
    begin: date
    end: date
    status: str
    text: str
    evidence: tuple[Evidence, ...]
    outlets: int
    sources: int
    unknown: int
    weight: float

    @property
    def exact(self) -> bool:
        """Whether it is known to the day."""
        return self.begin == self.end


@dataclass(frozen=True, slots=True)
class Draft:
    """What sorting and choosing need to know of an entry, and the rows that tell it.

    `key`: its first telling.
    """

    key: tuple[str, int, int, str]
    begin: date
    end: date
    weight: float
    outlets: int
    told: list[sqlite3.Row]


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
    kept = _naming(store, entity, actor, place)
    rows = _rows(store, status) if kept is None else _around(store, status, kept)
    groups = _groups(store, rows)
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
    chosen.sort(key=lambda e: (e.begin, e.end, e.key))
    page = chosen[offset : None if limit is None else offset + limit]
    texts = _texts(store, page)
    articles = article_rows(store, {r["article"] for draft in page for r in draft.told})
    return Page(
        tuple(_counted(store, _entry(draft, articles, texts)) for draft in page), len(chosen)
    )


def best(entries: Iterable[Draft], top: int) -> list[Draft]:
    """The N entries that weigh most, one after another, each day's next one weighing less."""
    heap = [(-e.weight, e.begin, e.key, 0, e) for e in entries]
    heapq.heapify(heap)
    taken: Counter[tuple[date, date]] = Counter()
    chosen: list[Draft] = []
    while heap and len(chosen) < top:
        _, begin, key, seen, entry = heapq.heappop(heap)
        crowd = taken[entry.begin, entry.end]
        if crowd > seen:  # the day filled up since this was weighed
            heapq.heappush(heap, (-entry.weight * CROWDED**crowd, begin, key, crowd, entry))
            continue
        taken[entry.begin, entry.end] += 1
        chosen.append(entry)
    return chosen


_READ = (
    "SELECT n, article, start, stop, day_from, day_to, status, kind, record, weight"
    " FROM timeline_tellings WHERE (:status IS NULL OR status = :status)"
)


def _rows(store: Store, status: str | None) -> dict[int, sqlite3.Row]:
    return {r["n"]: r for r in store.rows(_READ, {"status": status})}


def _around(store: Store, status: str | None, kept: set[int]) -> dict[int, sqlite3.Row]:
    """Some tellings, and all that pairs tie to them, however far: their groups hang on no other."""
    found = store.rows(
        "WITH RECURSIVE tied (t) AS (SELECT value FROM json_each(:kept) UNION"
        " SELECT CASE p.a WHEN t THEN p.b ELSE p.a END"
        " FROM tied JOIN timeline_pairs p ON p.a = t OR p.b = t)"
        f" {_READ} AND n IN (SELECT t FROM tied) ORDER BY n",
        {"status": status, "kept": json.dumps(sorted(kept))},
    )
    return {r["n"]: r for r in found}


def _groups(store: Store, rows: dict[int, sqlite3.Row]) -> list[list[int]]:
    """The pairs put together, the surest first; two groups join where LINKED of their pairs are alike."""
    found = [
        (score, a, b)
        for a, b, score in store.rows("SELECT a, b, score FROM timeline_pairs")
        if a in rows and b in rows
    ]
    alike: dict[int, set[int]] = {n: set() for _, a, b in found for n in (a, b)}
    place = {n: _key(rows[n]) for n in alike}
    pairs = [(score, *sorted((a, b), key=place.__getitem__)) for score, a, b in found]
    pairs.sort(key=lambda p: (-p[0], place[p[1]], place[p[2]]))
    for _, a, b in pairs:
        alike[a].add(b)
        alike[b].add(a)
    member = {n: [n] for n in alike}
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
    alone = [[n] for n in rows if n not in alike]
    return [*{id(group): group for group in member.values()}.values(), *alone]


def _key(row: sqlite3.Row) -> tuple[str, int, int, str]:
    return row["article"], row["start"], row["stop"], row["record"]


_BEARING = (
    "(SELECT record FROM mentions WHERE entity = ? UNION SELECT record FROM mentions WHERE local = ?) m"
    " CROSS JOIN records r ON r.id = m.record"
)


def _naming(
    store: Store, entity: str | None, actor: str | None, place: str | None
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
        named = {r["n"] for r in found}
        kept = named if kept is None else kept & named
    return kept


def _texts(store: Store, page: Iterable[Draft]) -> dict[int, str]:
    """The words of the tellings of a page, by their number: those of thousands are never read."""
    numbers = [r["n"] for draft in page for r in draft.told]
    found: dict[int, str] = {}
    for at in range(0, len(numbers), MOST_VALUES):
        part = numbers[at : at + MOST_VALUES]
        marks = ",".join("?" * len(part))
        rows = store.rows(f"SELECT n, text FROM timeline_tellings WHERE n IN ({marks})", part)
        found.update((r["n"], r["text"]) for r in rows)
    return found


def _draft(told: list[sqlite3.Row], outlets: Mapping[str, str | None]) -> Draft:
    """An entry by its rows alone: of thousands only a page becomes entries with their evidence."""
    narrow = told[0]
    weight = narrow["weight"]
    tellers = len({outlets[r["article"]] for r in told} - {None, ""})
    key = _key(narrow)
    if len(told) > 1:
        narrow = min(told, key=lambda r: (_width(r), r["day_from"], r["article"], r["start"]))
        weight = (
            max(r["weight"] for r in told) + log1p(max(tellers, 1) - 1)
            + 0.2 * log1p(len({r["article"] for r in told}) - 1)
        )  # fmt: skip
        key = min(map(_key, told))
    begin, end = _date(narrow["day_from"]), _date(narrow["day_to"])
    width = (end - begin).days
    fine = FINE_WEIGHT * (1.0 if width == 0 else 0.5 if width < 32 else 0.0)
    return Draft(key, begin, end, round(weight + fine, 4), tellers, told)


_date = lru_cache(maxsize=50_000)(date.fromisoformat)


def _entry(draft: Draft, articles: Mapping[str, ArticleRow], texts: Mapping[int, str]) -> Entry:
    """A draft with its evidence; its independent sources are not counted yet: each outlet is one."""
    told = draft.told
    first = max(told, key=lambda r: (r["weight"], -len(texts[r["n"]]), r["article"], -r["start"]))
    rest = sorted(
        (r for r in told if r is not first),
        key=lambda r: (_day(articles[r["article"]]), r["article"], r["start"]),
    )
    evidence = tuple(
        Evidence(
            articles[r["article"]],
            Span(r["start"], r["stop"], texts[r["n"]]),
            r["kind"],
            r["record"],
        )
        for r in (first, *rest)
    )
    statuses = {r["status"] for r in told}
    status = next(s for s in ("deadline", "planned", "happened") if s in statuses)
    return Entry(
        identity("timeline", *draft.key, prefix="l"), draft.begin, draft.end, status,
        texts[first["n"]], evidence, draft.outlets,
        max(draft.outlets, 1), int(not draft.outlets), draft.weight,
    )  # fmt: skip


def _width(row: sqlite3.Row) -> int:
    return (_date(row["day_to"]) - _date(row["day_from"])).days


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
        stands.outlets, stands.sources, stands.unknown, entry.weight,
    )  # fmt: skip


def independent(store: Store, entry: Entry) -> Independence:
    """Who stands behind an entry, with the reasons why two count as one."""
    return independence(store, [(e.article.id, e.span.start, e.span.end) for e in entry.evidence])
