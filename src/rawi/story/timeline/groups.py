"""Tellings put together into entries, which are kept as articles come and go.

Pairs tie tellings together; a cluster is all that they tie to each other, however far. How a cluster falls
into entries hangs on nothing outside it. So when an article comes or goes, the clusters that it touches are
put together anew (`regroup`), and no others; a page of the timeline reads entries and groups nothing.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from math import log1p

from rawi.records import identity
from rawi.store.sqlite import Store
from rawi.story.reuse.credit import key

FINE_WEIGHT = 0.8  # for a day; a month gets half of it, a year none
LINKED = 0.5  # average linkage: one pair that is alike by chance joins nothing
PRECEDENCE = ("deadline", "planned", "happened")  # of an entry told with several statuses

Key = tuple[str, int, int, str]


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry as it is kept. `key`: its first telling; `shown`: the number of the telling in whose words
    it stands; `outlets`: how many known ones tell it."""

    key: Key
    begin: str  # ISO 8601
    end: str
    status: str
    weight: float
    outlets: int
    shown: int

    @property
    def id(self) -> str:
        """The same in every story that holds the same tellings."""
        return identity("timeline", *self.key, prefix="l")


def regroup(store: Store, tellings: Iterable[int]) -> None:
    """Put the clusters of these tellings together anew. Inside the caller's transaction."""
    cluster = json.dumps(sorted(tied(store, tellings)))
    connection = store.connection
    connection.execute(
        "DELETE FROM timeline_entries WHERE n IN (SELECT entry FROM timeline_tellings"
        " WHERE n IN (SELECT value FROM json_each(?)))",
        (cluster,),
    )
    rows = {
        row["n"]: row
        for row in store.rows(
            "SELECT t.n, t.article, t.start, t.stop, t.record, t.day_from, t.day_to, t.status, t.weight,"
            " length(t.text) AS long, a.outlet FROM timeline_tellings t"
            " JOIN articles a ON a.id = t.article WHERE t.n IN (SELECT value FROM json_each(?))",
            (cluster,),
        )
    }
    pairs = store.rows(
        "SELECT a, b, score FROM timeline_pairs WHERE a IN (SELECT value FROM json_each(?))",
        (cluster,),
    )
    for members in grouped(rows, [(r["a"], r["b"], r["score"]) for r in pairs]):
        draft = drafted([rows[n] for n in members])
        entry = connection.execute(
            "INSERT INTO timeline_entries (id, article, start, stop, record, day_from, day_to, status,"
            " weight, outlets, shown) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (draft.id, *draft.key, draft.begin, draft.end, draft.status, draft.weight,
             draft.outlets, draft.shown),
        ).lastrowid  # fmt: skip
        connection.executemany(
            "UPDATE timeline_tellings SET entry = ? WHERE n = ?", [(entry, n) for n in members]
        )


def tied(store: Store, tellings: Iterable[int]) -> set[int]:
    """These tellings, and all that pairs tie to them, however far."""
    found = store.rows(
        "WITH RECURSIVE tied (t) AS (SELECT value FROM json_each(?) UNION"
        " SELECT CASE p.a WHEN t THEN p.b ELSE p.a END"
        " FROM tied JOIN timeline_pairs p ON p.a = t OR p.b = t) SELECT t FROM tied",
        (json.dumps(sorted(tellings)),),
    )
    return {row["t"] for row in found}


def mend(store: Store) -> None:
    """Group what a story of an older shape told without keeping its entries."""
    if store.one("SELECT 1 FROM timeline_tellings WHERE entry IS NULL LIMIT 1") is None:
        return
    with store.transaction():
        waiting = store.rows("SELECT n FROM timeline_tellings WHERE entry IS NULL")
        regroup(store, [row["n"] for row in waiting])


def grouped(
    rows: Mapping[int, sqlite3.Row], found: Sequence[tuple[int, int, float]]
) -> list[list[int]]:
    """Tellings by number -> their groups: pairs (number, number, score) are put together, the surest first,
    and two groups join where LINKED of the pairs that they could have are found."""
    place = {n: key_of(row) for n, row in rows.items()}
    pairs = [(score, *sorted((a, b), key=place.__getitem__)) for a, b, score in found]
    pairs.sort(key=lambda p: (-p[0], place[p[1]], place[p[2]]))
    alike: dict[int, set[int]] = {}
    for _, a, b in pairs:
        alike.setdefault(a, set()).add(b)
        alike.setdefault(b, set()).add(a)
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


def key_of(row: sqlite3.Row) -> Key:
    """What tells a telling from all others in every story that holds it."""
    return row["article"], row["start"], row["stop"], row["record"]


def drafted(told: Sequence[sqlite3.Row]) -> Draft:
    """The entry of one group: the narrowest days that any telling gives, and what the whole weighs."""
    narrow = min(told, key=lambda r: (_width(r), r["day_from"], r["article"], r["start"]))
    tellers = len({key(r["outlet"]) for r in told} - {""})
    weight = (
        max(r["weight"] for r in told) + log1p(max(tellers, 1) - 1)
        + 0.2 * log1p(len({r["article"] for r in told}) - 1)
    )  # fmt: skip
    width = _width(narrow)
    weight += FINE_WEIGHT * (1.0 if width == 0 else 0.5 if width < 32 else 0.0)
    statuses = {r["status"] for r in told}
    shown = max(told, key=lambda r: (r["weight"], -r["long"], r["article"], -r["start"]))
    return Draft(
        min(map(key_of, told)), narrow["day_from"], narrow["day_to"],
        next(s for s in PRECEDENCE if s in statuses), round(weight, 4), tellers, shown["n"],
    )  # fmt: skip


def _width(row: sqlite3.Row) -> int:
    return (_date(row["day_to"]) - _date(row["day_from"])).days


_date = lru_cache(maxsize=50_000)(date.fromisoformat)
