"""Pairs that are one are shown as one.

1. dates      an undertaking's dates in the order in which they were named; each next to the one before it
2. denials    one denial, by whom and of what or in the same words, however often it is contradicted
3. replies    a denial beside its claim: the same two parties, and much the same words
4. others     the same words twice
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from rawi.arabic.words import tokens as tokens_of
from rawi.story.conflicts.claims import Claim
from rawi.story.conflicts.exclusive import Seat
from rawi.story.conflicts.finding import same_speaker, weigh
from rawi.story.conflicts.happenings import Happening
from rawi.story.conflicts.keys import Item
from rawi.story.conflicts.limits import Limit
from rawi.story.conflicts.parties import bare, party
from rawi.story.conflicts.replies import Saying
from rawi.story.conflicts.wording import denies
from rawi.story.states import states

RETOLD = 0.35  # share of the lighter telling's weight in the other from which a denial is one told again


class Pair(NamedTuple):
    """A row of conflicts_pairs with both items, and the days on which they were told (a_day, b_day)."""

    row: Mapping[str, Any]
    a: Item
    b: Item


@dataclass(frozen=True, slots=True)
class Group:
    """The pair that stands for all of them, and how many others there are."""

    shown: Pair
    others: int


def histories(pairs: list[Pair]) -> Iterator[Pair]:
    """Step 1: other pairs as they are, in their order; of dates one for each step of a history."""
    root: dict[int, int] = {}

    def find(n: int) -> int:
        while root.setdefault(n, n) != n:
            n = root[n]
        return n

    dates = [p for p in pairs if isinstance(p.a, Limit)]
    for pair in dates:
        one, two = sorted((find(pair.row["a"]), find(pair.row["b"])))
        root[two] = one
    told: dict[int, dict[int, tuple[int, Limit]]] = {}
    best: dict[int, Pair] = {}
    known = {(p.row["a"], p.row["b"]): p for p in dates}
    for pair in dates:
        home = find(pair.row["a"])
        best.setdefault(home, pair)
        for side, item in (("a", pair.a), ("b", pair.b)):
            assert isinstance(item, Limit)
            told.setdefault(home, {})[pair.row[side]] = pair.row[f"{side}_day"], item
    for pair in pairs:
        if not isinstance(pair.a, Limit):
            yield pair
        elif best[find(pair.row["a"])] is pair:
            yield from _history(pair, told[find(pair.row["a"])], known)


def _history(
    best: Pair, told: Mapping[int, tuple[int, Limit]], known: Mapping[tuple[int, int], Pair]
) -> Iterator[Pair]:
    """Each new date beside the last one before it with which a pair was found."""
    named: dict[str, list[tuple[int, int]]] = {}
    for n, (day, limit) in told.items():
        named.setdefault(limit.until, []).append((day, n))
    order = sorted(named, key=lambda until: (min(named[until]), until))
    for n, new in enumerate(order):
        for old in reversed(order[:n]):
            both = [(i, j) for _, i in named[old] for _, j in named[new]]
            found = [known[k] for i, j in both for k in ((i, j), (j, i)) if k in known]
            if found:
                yield max(found, key=lambda p: p.row["strength"])
                break


def grouped(pairs: Iterable[Pair]) -> list[Group]:
    """Steps 2 to 4, in the order of the first of each. What a writer sets beside a denial in his own
    article stays apart, by who claims it."""
    groups: dict[tuple[str, ...], list[Pair]] = {}
    known: dict[tuple[str, ...], tuple[str, ...]] = {}
    beside: dict[tuple[str, ...], str] = {}
    retold: list[tuple[Pair, tuple[str, ...]]] = []
    for pair in pairs:
        row, a, b = pair
        if isinstance(a, Saying):
            key = next((k for p, k in retold if _one_reply(p, pair)), ("reply", str(len(retold))))
            retold.append((pair, key))
            groups.setdefault(key, []).append(pair)
            continue
        keys = _keys(pair)
        key = next((known[k] for k in keys if k in known), keys[0])
        known |= {k: key for k in keys if k not in known}
        if (row["kind"] == "denial" or row["matter"]) and a.article == b.article:
            claimant = (b if denies(a, row["axis"]) else a).holder
            if beside.setdefault(key, claimant) != claimant:
                key = (*key, claimant)
        groups.setdefault(key, []).append(pair)
    return [Group(min(g, key=_told), len(g) - 1) for g in groups.values()]


def _one_reply(one: Pair, two: Pair) -> bool:
    """Whether two articles set the same denial beside what the same party claims."""
    sides = []
    for pair in (one, two):
        sides.append((pair.b, pair.a) if denies(pair.a, None) else (pair.a, pair.b))
    for a, b in zip(*sides, strict=True):
        parties = party(a.name), party(b.name)
        if all(parties) and not parties[0] & parties[1]:
            return False
    words = [{s for item in side if isinstance(item, Saying) for s in item.stems} for side in sides]
    return weigh(words[0] & words[1]) >= RETOLD * min(map(weigh, words))


def _keys(pair: Pair) -> list[tuple[str, ...]]:
    """Of two pairs that share one of these, only one is shown."""
    row, a, b = pair
    if isinstance(a, Limit):
        return [("date", a.record, b.until if isinstance(b, Limit) else "")]
    if isinstance(a, Happening) and isinstance(b, Happening):
        return [("day", row["matter"], *sorted((a.day, b.day)))]
    if isinstance(a, Seat):
        return [(row["matter"], *sorted((_words(a), _words(b))))]
    if row["kind"] != "denial" and not row["matter"]:
        return [(row["kind"], *sorted((_words(a), _words(b))))]
    denier = a if denies(a, row["axis"]) else b
    own = ("himself",) if isinstance(a, Claim) and isinstance(b, Claim) and same_speaker(a, b) else ()
    by = [("by", _denier(denier), row["matter"], *own)] if row["matter"] else []
    return [*by, ("words", _words(denier), row["matter"], *own)]


def _denier(item: Item) -> str:
    """One key for «السلطات السعودية» and «مسؤول سعودي رفيع»: a state's nameless speakers are one."""
    tokens = tokens_of(item.name)
    known = states(tokens)
    return " ".join(sorted(known)) if known and len(set(bare(tokens))) == 1 else item.holder


def _words(item: Item) -> str:
    return json.dumps(sorted(item.stems) if isinstance(item, Claim) else item.text.split())


def _told(pair: Pair) -> tuple[object, ...]:
    """What is shown of several: of a denial, what it denies in the same article, else what was told
    before it; then the pair told first."""
    row, a, b = pair
    days = (row["a_day"] is None, row["a_day"] or 0, row["b_day"] is None, row["b_day"] or 0)
    apart = a.article != b.article
    late = row["kind"] == "denial" and denies(a, row["axis"]) and apart
    return late, apart, *days, row["a_printed"] or "9999", row["b_printed"] or "9999"
