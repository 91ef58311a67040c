"""Which forms of name in a story are one person. Pure: forms in, groups with reasons out.

Only forms that share a block (person_names.block) meet. Steps:

1. Two full names that differ in spelling alone are one; where they differ in a vowel of a given name
   («أنجيلا», «أنغيلا»), only if an office is printed with both and the last word is the same.
2. A full name that leaves out inner words of another, or its forefathers and house («… بن … آل …»), is that
   other, when only one fits; so is a surname of two words («فون دير …»).
3. A single name is the one full name it can belong to; where several can, the one who holds the office
   printed with it, or else the one that nine in ten of their articles are about; otherwise it stays by
   itself. A father's name («… بن سلمان») is nobody else's, and a given name is a surname only of somebody
   whom several articles name in full.

Forms of spheres that exclude each other never meet, nor do forms that a user told apart. What a user
joined is joined afterwards (index.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from rawi.readers.naming.lexicons import given_names
from rawi.readers.naming.person_names import alike, eastern, respelt, shortened
from rawi.story.people.offices import apart

SPELLING, SHORTER, ONLY_BEARER, SAME_OFFICE, BEST_KNOWN = 0.9, 0.85, 0.6, 0.8, 0.65
HOUSE = "ال"  # «آل», folded
MOSTLY = 0.9  # share of the articles that name a bearer in full which the best known must have
OFTEN = 10  # and in how many articles
GIVEN = 3  # articles that name the bearer in full before a given name alone is believed to be his surname


@dataclass(frozen=True, slots=True)
class Form:
    """One form of name as the story uses it. `offices` are those printed with it anywhere."""

    number: int
    words: tuple[str, ...]
    sphere: str | None
    offices: frozenset[str]
    uses: int
    fathered: bool = False  # the last word is the father's name («… بن سلمان»)


@dataclass(frozen=True, slots=True)
class Joined:
    """Form `number` is the same as form `other`, because of `rule`."""

    number: int
    other: int
    rule: str
    score: float


def join(forms: Sequence[Form], told_apart: Collection[frozenset[int]] = ()) -> list[Joined]:
    """The reasons by which forms are joined; forms without one are people of their own."""
    group = {f.number: {f.number} for f in forms}
    by_number = {f.number: f for f in forms}
    out: list[Joined] = []

    def fits(a: int, b: int) -> bool:
        return group[a] is not group[b] and not any(
            apart(by_number[x].sphere, by_number[y].sphere) or frozenset((x, y)) in told_apart
            for x in group[a]
            for y in group[b]
        )

    def merge(a: Form, b: Form, rule: str, score: float) -> None:
        if fits(a.number, b.number):
            both = group[a.number] | group[b.number]
            for number in both:
                group[number] = both
            out.append(Joined(a.number, b.number, rule, score))

    def best_known(single: Form) -> list[Form]:
        uses: Counter[int] = Counter()
        for f in full:
            called = respelt(single.words, f.words[-1:]) and not f.fathered
            if called and fits(single.number, f.number):
                uses[min(group[f.number])] += f.uses
        if not uses:
            return []
        (best, times), *_ = uses.most_common(1)
        known = times >= OFTEN and times >= MOSTLY * uses.total()
        return [f for f in full if best in group[f.number]] if known else []

    ranked = sorted(forms, key=lambda f: (-len(f.words), -f.uses, f.words, f.number))
    full = [f for f in ranked if len(f.words) > 1]
    for i, b in enumerate(full):  # 1.
        for a in full[:i]:
            if len(a.words) == len(b.words) and respelt(a.words, b.words):
                merge(b, a, "spelling", SPELLING)
    for i, b in enumerate(full):  # 1, of one office
        for a in full[:i]:
            if a.offices & b.offices and alike(a.words, b.words):
                merge(b, a, "spelling, same office", SAME_OFFICE)
    for short in full:  # 2.
        longer = [
            f for f in full if shortened(short.words, f.words) and fits(short.number, f.number)
        ]
        if len({id(group[f.number]) for f in longer}) == 1:
            merge(short, longer[0], "shorter form", SHORTER)
        size = len(short.words)
        tails = [
            f for f in full
            if len(f.words) > size and f.words[-size:] == short.words and fits(short.number, f.number)
        ]  # fmt: skip
        surname = short.words[0] not in given_names()
        if surname and len({id(group[f.number]) for f in tails}) == 1:
            merge(short, tails[0], "shorter form", SHORTER)
        line = [
            f for f in full
            if len(f.words) > size and f.words[:size] == short.words and not eastern(f.words)
        ]  # fmt: skip
        if len({f.words[size] for f in line} - {HOUSE}) <= 1:  # one father, whatever house
            for f in line:
                merge(f, short, "with forefathers", SHORTER)
    for single in (f for f in ranked if len(f.words) == 1):  # 3.
        bearers = [
            f for f in full
            if respelt(single.words, f.words[-1:]) and not f.fathered and fits(single.number, f.number)
        ]  # fmt: skip
        if single.words[0] in given_names() and sum(f.uses for f in bearers) < GIVEN:
            bearers = []
        rule, score = "only bearer of the name", ONLY_BEARER
        if len({id(group[f.number]) for f in bearers}) > 1:
            rule, score = "same office", SAME_OFFICE
            bearers = [
                f for f in bearers
                if single.offices & frozenset(o for n in group[f.number] for o in by_number[n].offices)
            ]  # fmt: skip
        groups = {id(group[f.number]) for f in bearers}
        if len(groups) != 1:  # of several who hold the office only one of them
            best = [f for f in best_known(single) if not groups or id(group[f.number]) in groups]
            rule, score, bearers = "best known bearer", BEST_KNOWN, best
        if len({id(group[f.number]) for f in bearers}) == 1:
            merge(single, bearers[0], rule, score)
    return out
