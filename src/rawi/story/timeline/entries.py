"""The timeline as users see it: entries with their evidence, ranked, filtered.

Rank: an entry weighs more the more independent sources and articles tell it, the finer its date, when
it stands in a title or first paragraph, and when it is an event or a commitment and not mere speech.
The top N are chosen one by one; what a day already has weighs less there (CROWDED), so that a short
chronology spans the story and a long one still holds what one day brought.

What was grouped and weighed when the articles came (groups.py) is only read here.
"""

from __future__ import annotations

import heapq
import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rawi.errors import UsageError, said
from rawi.records import Span
from rawi.store.reading import article_rows
from rawi.store.rows import ArticleRow, Page
from rawi.store.scope import Condition, joined
from rawi.store.sqlite import Store
from rawi.store.words import name_key
from rawi.story.reuse.report import independences
from rawi.story.timeline.tellings import STATUSES

CROWDED = 0.6  # each entry already taken on a day leaves this share of the next one's weight
ORDER = "e.day_from, e.day_to, e.article, e.start, e.stop, e.record"


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
class Head:
    """An entry without its evidence, for views that hold thousands; `at`: its place in the list, from 0."""

    id: str
    at: int
    begin: date
    end: date
    status: str
    text: str
    outlets: int
    weight: float


@dataclass(frozen=True, slots=True)
class Asked:
    """The choices in force, as `timeline` has them; None: no choice."""

    since: date | None = None
    until: date | None = None
    status: str | None = None
    outlet: str | None = None
    entity: str | None = None
    actor: str | None = None
    place: str | None = None
    article: str | None = None
    top: int | None = None


def timeline(
    store: Store, asked: Asked, *, limit: int | None = None, offset: int = 0
) -> Page[Entry]:
    """The entries that pass every choice, in the order of their days.

    `since`, `until`: days that the entry must touch. `status`: happened | planned | deadline. `outlet`,
    `article`: one that tells it. `entity` (id), `actor`, `place` (names): named in its words. `top`
    keeps the N that weigh most; `limit` and `offset` cut a page out of what is left.
    """
    where, values = _condition(store, asked)
    if asked.top is not None:
        chosen = best(_by_weight(store, where, values), asked.top)
        chosen.sort(key=_place)
        page = chosen[offset : None if limit is None else offset + limit]
        return Page(_entries(store, page), len(chosen))
    page = store.rows(
        f"SELECT e.* FROM timeline_entries e WHERE {where} ORDER BY {ORDER} LIMIT ? OFFSET ?",
        [*values, -1 if limit is None else limit, offset],
    )
    total = store.one(f"SELECT count(*) FROM timeline_entries e WHERE {where}", values)
    return Page(_entries(store, page), total)


def heads(store: Store, asked: Asked, most: int) -> Page[Head]:
    """The entries that pass every choice, in the order of their days, without their evidence; of more than
    `most`, those that weigh most. `total` counts all of them."""
    where, values = _condition(store, asked)
    if asked.top is not None:
        chosen = best(_by_weight(store, where, values), asked.top)
        where, values = _numbered(row["n"] for row in chosen)
    found = store.rows(
        "SELECT x.*, t.text FROM (SELECT e.id, e.day_from, e.day_to, e.status, e.outlets, e.weight,"
        f" e.shown, row_number() OVER (ORDER BY {ORDER}) - 1 AS at FROM timeline_entries e"
        f" WHERE {where} ORDER BY e.weight DESC, at LIMIT ?) x"
        " JOIN timeline_tellings t ON t.n = x.shown ORDER BY x.at",
        [*values, most],
    )
    total = store.one(f"SELECT count(*) FROM timeline_entries e WHERE {where}", values)
    return Page(
        tuple(
            Head(
                row["id"], row["at"], date.fromisoformat(row["day_from"]),
                date.fromisoformat(row["day_to"]), row["status"], row["text"], row["outlets"],
                row["weight"],
            )
            for row in found
        ),
        total,
    )  # fmt: skip


def best(rows: Iterable[sqlite3.Row], top: int) -> list[sqlite3.Row]:
    """The N entries that weigh most, one after another, each day's next one weighing less.

    `rows` come heaviest first, and only as many are taken as can still be chosen.
    """
    coming = iter(rows)
    following = next(coming, None)
    heap: list[tuple[float, tuple[object, ...], int, sqlite3.Row]] = []
    taken: Counter[tuple[str, str]] = Counter()
    chosen: list[sqlite3.Row] = []
    while len(chosen) < top:
        while following is not None and (not heap or following["weight"] >= -heap[0][0]):
            heapq.heappush(heap, (-following["weight"], _place(following), 0, following))
            following = next(coming, None)
        if not heap:
            break
        _, place, seen, row = heapq.heappop(heap)
        day = row["day_from"], row["day_to"]
        if taken[day] > seen:  # the day filled up since this was weighed
            crowded = -row["weight"] * CROWDED ** taken[day]
            heapq.heappush(heap, (crowded, place, taken[day], row))
            continue
        taken[day] += 1
        chosen.append(row)
    return chosen


def _place(row: sqlite3.Row) -> tuple[object, ...]:
    return (
        row["day_from"], row["day_to"], row["article"], row["start"], row["stop"], row["record"]
    )  # fmt: skip


def _by_weight(store: Store, where: str, values: Sequence[object]) -> Iterator[sqlite3.Row]:
    return store.stream(
        f"SELECT e.* FROM timeline_entries e WHERE {where} ORDER BY e.weight DESC", values
    )


def _condition(store: Store, asked: Asked) -> Condition:
    """The choices as a condition on a row of `timeline_entries e`."""
    if asked.status is not None and asked.status not in STATUSES:
        raise UsageError(
            said("no such status: {!r}", asked.status), hint=said("one of: {}", ", ".join(STATUSES))
        )
    found: list[Condition] = []
    if asked.since is not None:
        found.append(("e.day_to >= ?", [asked.since.isoformat()]))
    if asked.until is not None:
        found.append(("e.day_from <= ?", [asked.until.isoformat()]))
    if asked.status is not None:
        found.append(("e.status = ?", [asked.status]))
    if asked.outlet is not None:
        found.append(
            (
                "e.n IN (SELECT t.entry FROM articles a CROSS JOIN timeline_tellings t"
                " ON t.article = a.id WHERE a.outlet = ?)",
                [asked.outlet],
            )
        )
    if asked.article is not None:
        found.append(
            ("e.n IN (SELECT entry FROM timeline_tellings WHERE article = ?)", [asked.article])
        )
    named = _naming(store, asked)
    if named is not None:
        found.append(_numbered(named))
    return joined(found)


def _numbered(numbers: Iterable[int]) -> Condition:
    return "e.n IN (SELECT value FROM json_each(?))", [json.dumps(sorted(numbers))]


_BEARING = (
    "(SELECT article, start, stop FROM mentions WHERE entity = ? AND role = 'name' UNION ALL"
    " SELECT article, start, stop FROM mentions WHERE local = ? AND role = 'name') r"
)
_PRINTED = (
    "(SELECT article, start, stop FROM records"
    " WHERE kind = 'name' AND type {} 'place' AND name_key = ?) r"
)


def _naming(store: Store, asked: Asked) -> set[int] | None:
    """The entries of which one telling names the entity, the actor and the place that are asked for; None
    where none is."""
    names = []
    if asked.entity is not None:
        names.append((_BEARING, (asked.entity, asked.entity)))
    if asked.actor is not None:
        names.append((_PRINTED.format("<>"), (name_key(asked.actor),)))
    if asked.place is not None:
        names.append((_PRINTED.format("="), (name_key(asked.place),)))
    kept: set[tuple[int, int]] | None = None
    for source, values in names:
        # CROSS JOIN: from the few names to the tellings around them, never the other way.
        found = store.rows(
            f"SELECT DISTINCT t.n, t.entry FROM {source} CROSS JOIN timeline_tellings t"
            " ON t.article = r.article AND r.start >= t.start AND r.stop <= t.stop",
            values,
        )
        named = {(r["n"], r["entry"]) for r in found}
        kept = named if kept is None else kept & named
    return None if kept is None else {entry for _, entry in kept}


def _entries(store: Store, page: Sequence[sqlite3.Row]) -> tuple[Entry, ...]:
    """The kept entries of a page with their evidence, and who stands behind them."""
    told: dict[int, list[sqlite3.Row]] = defaultdict(list)
    for row in store.rows(
        "SELECT n, entry, article, start, stop, text, kind, record FROM timeline_tellings"
        " WHERE entry IN (SELECT value FROM json_each(?))",
        (json.dumps([row["n"] for row in page]),),
    ):
        told[row["entry"]].append(row)
    articles = article_rows(store, {r["article"] for rows in told.values() for r in rows})
    several = [n for n, rows in told.items() if len(rows) > 1]
    stands = independences(
        store, ([(r["article"], r["start"], r["stop"]) for r in told[n]] for n in several)
    )
    counts = {n: (one.sources, one.unknown) for n, one in zip(several, stands, strict=True)}
    return tuple(
        Entry(
            row["id"], date.fromisoformat(row["day_from"]), date.fromisoformat(row["day_to"]),
            row["status"], (evidence := _evidence(row["shown"], told[row["n"]], articles))[0].span.text,
            evidence, row["outlets"], *counts.get(row["n"], (1, int(not row["outlets"]))), row["weight"],
        )
        for row in page
    )  # fmt: skip


def _evidence(
    shown: int, told: Iterable[sqlite3.Row], articles: dict[str, ArticleRow]
) -> tuple[Evidence, ...]:
    def order(row: sqlite3.Row) -> tuple[object, ...]:
        article = articles[row["article"]]
        return (
            row["n"] != shown,
            _day(article),
            article.id,
            row["start"],
            row["stop"],
            row["record"],
        )

    return tuple(
        Evidence(
            articles[r["article"]], Span(r["start"], r["stop"], r["text"]), r["kind"], r["record"]
        )
        for r in sorted(told, key=order)
    )


def _day(article: ArticleRow) -> str:
    when = article.published
    return when.begin.isoformat() if when is not None and when.begin is not None else "9999"
