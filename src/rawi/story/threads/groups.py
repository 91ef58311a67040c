"""Pairs of commitments and users' decisions become groups, each one undertaking."""

from __future__ import annotations

from collections.abc import Iterable

from rawi.store.corrections import links
from rawi.store.sqlite import Store
from rawi.story.threads.sides import of_two, together
from rawi.story.threads.topic import LEANING

# Read off 2,000 articles of five outlets beside the articles with gold: without it the largest thread had
# 38 steps of one summit's story, with it 15; no thread of the gold fell apart.
SMALL = 12  # pairs that two groups could have, up to which one that is found suffices
SPARSE = 0.15  # share of them that must be found beyond


def groups(store: Store, ids: Iterable[str]) -> list[list[str]]:
    """The given commitments, in the order in which they were told, parted into threads.

    1. The program's pairs are put together, the surest first, unless that would bring together two
       deadlines which one article names as yet to come (it speaks of two undertakings, and what links
       them through a third is not enough), or the deeds of two states, or two large groups that have but
       few pairs in common.
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

    ahead = _ahead(store, group)
    sides = {id(group[part]): named for part, named in _sides(store) if part in group}
    pairs = [
        (row["a"], row["b"], row["score"])
        for row in store.rows("SELECT a, b, score FROM threads_pairs ORDER BY score DESC, a, b")
        if row["a"] in order and row["b"] in order
    ]
    like: dict[str, set[str]] = {}
    for a, b, _ in pairs:
        like.setdefault(a, set()).add(b)
        like.setdefault(b, set()).add(a)
    for a, b, score in pairs:  # 1
        if group[a] is group[b] or (score > LEANING and _sparse(group[a], group[b], like)):
            continue
        one, two = ahead.get(id(group[a]), {}), ahead.pop(id(group[b]), {})
        if any(one.get(article, day) != day for article, day in two.items()):
            ahead[id(group[b])] = two
            continue
        whose, others = (sides.get(id(group[x]), frozenset()) for x in (a, b))
        if of_two(whose, others):
            ahead[id(group[b])] = two
            continue
        sides[id(group[a])] = together(whose, others) or whose | others
        ahead[id(group[a])] = two | one
        unite(a, b)
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


def _sparse(one: list[str], two: list[str], like: dict[str, set[str]]) -> bool:
    """Whether too few of the pairs that two groups could have are found."""
    could = len(one) * len(two)
    if could <= SMALL:
        return False
    few, many = (one, set(two)) if len(one) < len(two) else (two, set(one))
    return sum(len(like[record] & many) for record in few if record in like) < SPARSE * could


def _sides(store: Store) -> list[tuple[str, frozenset[str]]]:
    """The parts that are told of some states, with those states."""
    rows = store.rows("SELECT part, sides FROM threads_topics WHERE sides <> ''")
    return [(row["part"], frozenset(row["sides"].split())) for row in rows]


def _ahead(store: Store, group: dict[str, list[str]]) -> dict[int, dict[str, str]]:
    """A group -> its article and the deadline that was to come when it was told, where it names one
    and does not say that another was moved."""
    return {
        id(group[row["part"]]): {row["article"]: row["deadline"]}
        for row in store.rows(
            "SELECT part, article, deadline FROM threads_topics WHERE deadline IS NOT NULL"
            " AND (told IS NULL OR deadline >= told) AND coalesce(status, '') <> 'postponed'"
        )
        if row["part"] in group
    }
