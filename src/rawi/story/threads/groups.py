"""Pairs of commitments and users' decisions become groups, each one undertaking."""

from __future__ import annotations

from collections.abc import Iterable

from rawi.store.corrections import links
from rawi.store.sqlite import Store


def groups(store: Store, ids: Iterable[str]) -> list[list[str]]:
    """The given commitments, in the order in which they were told, parted into threads.

    1. The program's pairs are put together.
    2. Users' decisions follow one after another, each on what the ones before it left: a join makes one
       thread of two; a split parts one in time, the later of the two records and all that was told after
       it from what was told before.
    """
    order = {record: place for place, record in enumerate(ids)}
    group = {record: [record] for record in order}

    def unite(a: str, b: str) -> None:
        if group[a] is not group[b]:
            group[a] += group[b]
            for record in group[b]:
                group[record] = group[a]

    for row in store.rows("SELECT a, b FROM threads_pairs ORDER BY score DESC, a, b"):  # 1
        if row["a"] in order and row["b"] in order:
            unite(row["a"], row["b"])
    for decided in links(store, "thread"):  # 2
        a, b = decided.left, decided.right
        if a not in order or b not in order:
            continue
        if decided.action == "join":
            unite(a, b)
        elif group[a] is group[b]:
            begins = max(order[a], order[b])
            parts = (
                [r for r in group[a] if order[r] < begins],
                [r for r in group[a] if order[r] >= begins],
            )
            for part in parts:
                for record in part:
                    group[record] = part
    found = {id(one): sorted(one, key=order.__getitem__) for one in group.values()}
    return sorted(found.values(), key=lambda one: order[one[0]])
