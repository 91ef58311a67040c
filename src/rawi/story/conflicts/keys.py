"""Under which keys a claim is found, and under which it looks for what would contradict it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rawi.story.conflicts import lexis
from rawi.story.conflicts.amounts import Amount
from rawi.story.conflicts.claims import Claim
from rawi.story.conflicts.denials import Denial
from rawi.story.conflicts.limits import Limit
from rawi.story.conflicts.replies import Saying

NEAR = 30  # days within which two claims are about one state of things
FAR = 800  # days over which deadlines are compared, and a speaker with himself
SAY = 6  # of a claim's weightiest words are kept as keys
DENY = 4  # of a denial's
WISHED = 2  # words that what is wanted and what is refused have in common
RARE = 2.0  # least weight of such a word

Item = Claim | Amount | Limit | Saying


@dataclass(frozen=True, slots=True)
class Sought:
    """Keys to look under, how many must meet, and how many days to each side."""

    keys: tuple[str, ...]
    least: int
    days: int


def keys(item: Item) -> Iterable[str]:
    """The keys under which an item is found."""
    if isinstance(item, Claim):
        for pole in item.poles:
            yield from (f"{pole.axis}{pole.sign:+d} {o}" for o in pole.objects)
            if item.holder:
                yield f"{pole.axis}{pole.sign:+d} @{item.holder}"
        for denial in item.denials:
            yield from (f"deny {k}" for k in denied_keys(denial))
        yield from (f"say {k}" for k in said_keys(item))
        if item.wish:
            yield from (f"wish{item.wish:+d} {k}" for k in _weightiest(item.stems, SAY))
        if item.none:
            yield f"none {item.none}"
    elif isinstance(item, Amount):
        yield f"amount {item.unit} {item.thing}"
    elif isinstance(item, Limit):
        yield from (f"limit {s}" for s in item.stems)
        yield f"record {item.record}"


def wanted(item: Item) -> Iterable[Sought]:
    """Where to look for what would contradict an item."""
    if isinstance(item, Claim):
        for pole in item.poles:
            yield Sought(tuple(f"{pole.axis}{-pole.sign:+d} {o}" for o in pole.objects), 1, NEAR)
            if item.holder:
                yield Sought((f"{pole.axis}{-pole.sign:+d} @{item.holder}",), 1, FAR)
        for denial in item.denials:
            yield Sought(
                tuple(f"say {k}" for k in denied_keys(denial)), 2 if denial.words else 1, NEAR
            )
        yield Sought(tuple(f"deny {k}" for k in said_keys(item)), 1, NEAR)
        if item.wish:
            words = _weightiest(item.stems, SAY)
            yield Sought(tuple(f"wish{-item.wish:+d} {k}" for k in words), WISHED, NEAR)
        if item.none:
            yield Sought((f"amount  {item.none}",), 1, NEAR)
    elif isinstance(item, Amount):
        yield Sought((f"amount {item.unit} {item.thing}", f"none {item.thing}"), 1, NEAR)
    elif isinstance(item, Limit):
        yield Sought(tuple(f"limit {s}" for s in item.stems), 1, FAR)


def denied_keys(denial: Denial) -> list[str]:
    """What a denial can be met by: its heads, and its weightiest words."""
    term = ["term"] if denial.sort == "term" else []
    return [*term, *denial.heads, *_weightiest(denial.words, DENY)]


def said_keys(claim: Claim) -> list[str]:
    """What a claim can be denied by: the deeds that it claims, and its weightiest words; of one that itself
    denies something, only what it calls a thing by."""
    if claim.negative:
        return list(claim.called)
    part = ["part"] if claim.blamed else []
    term = ["term"] if claim.dated else []
    return list(dict.fromkeys((*part, *term, *claim.claimed, *_weightiest(claim.stems, SAY))))


def _weightiest(stems: Iterable[str], count: int) -> list[str]:
    kept = [s for s in stems if lexis.weight(s) >= RARE]
    return sorted(kept, key=lambda s: (-lexis.weight(s), s))[:count]
