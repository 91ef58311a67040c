"""Pairs of commitments and users' decisions become groups, each one undertaking."""

from __future__ import annotations

from collections.abc import Iterable

from rawi.store.corrections import links
from rawi.store.sqlite import Store


def groups(store: Store, ids: Iterable[str]) -> list[list[str]]:
    """The given commitments parted into threads; ids in a group are sorted.

    What a user joined is joined first; then pairs, the surest first, unless they would bring together
    what a user split.
    """
    wanted = sorted(ids)
    parent = {i: i for i in wanted}
    decided = [d for d in links(store, "thread") if d.left in parent and d.right in parent]
    apart = [(d.left, d.right) for d in decided if d.action == "split"]

    def root(i: str) -> str:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    def parted(one: str, two: str) -> bool:
        return any({root(left), root(right)} == {one, two} for left, right in apart)

    pairs = [(d.left, d.right) for d in decided if d.action == "join"]
    pairs += [
        (row["a"], row["b"])
        for row in store.rows("SELECT a, b FROM threads_pairs ORDER BY score DESC, a, b")
        if row["a"] in parent and row["b"] in parent
    ]
    for a, b in pairs:
        one, two = sorted((root(a), root(b)))
        if one != two and not parted(one, two):
            parent[two] = one
    found: dict[str, list[str]] = {}
    for i in wanted:
        found.setdefault(root(i), []).append(i)
    return list(found.values())
