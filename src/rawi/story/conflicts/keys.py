"""Under which keys a claim is found, and under which it looks for what would contradict it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rawi.story.conflicts import lexis
from rawi.story.conflicts.amounts import Amount
from rawi.story.conflicts.asserted import AHEAD
from rawi.story.conflicts.claims import Claim
from rawi.story.conflicts.denied import Denial
from rawi.story.conflicts.exclusive import Seat
from rawi.story.conflicts.happenings import Happening
from rawi.story.conflicts.limits import Limit
from rawi.story.conflicts.replies import Saying

NEAR = 30  # days within which two claims are about one state of things
FAR = 800  # days over which deadlines are compared, and a speaker with himself
SAY = 6  # of a claim's weightiest words are kept as keys
DENY = 4  # of a denial's
WISHED = 2  # words that what is wanted and what is refused have in common
YET = 2  # days after which «لم يدخلوا بعد» says nothing of who told that they had
HELD = 1  # days within which two may be told of what only one can hold
TOLD = 15  # days within which an event is told again
RARE = 2.0  # least weight of such a word

Item = Claim | Amount | Limit | Saying | Seat | Happening


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
            if item.holder:
                yield from (f"deny {k}" for k in denied_keys(denial))
            if denial.yet:
                yield from (f"not yet {h}" for h in denial.heads)
            if denial.when:
                yield from (f"not {denial.when} {h}" for h in denial.heads)
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
    elif isinstance(item, Seat):
        yield from (f"only {item.relation} {s}" for s in item.of)
    elif isinstance(item, Happening):
        yield from (f"day {k}" for k in item.deeds)


def wanted(item: Item) -> Iterable[Sought]:
    """Where to look for what would contradict an item."""
    if isinstance(item, Claim):
        for pole in item.poles:
            yield Sought(tuple(f"{pole.axis}{-pole.sign:+d} {o}" for o in pole.objects), 1, NEAR)
            if item.holder:
                yield Sought((f"{pole.axis}{-pole.sign:+d} @{item.holder}",), 1, FAR)
        for denial in item.denials:
            if item.holder:
                yield Sought(
                    tuple(f"say {k}" for k in denied_keys(denial)), 2 if denial.words else 1, NEAR
                )
            if denial.yet and not item.holder:
                yield Sought(tuple(f"say {h}" for h in denial.heads), 1, YET)
            if denial.when:  # a word that was given, and what came of it
                ahead = AHEAD if denial.when == "past" else ""
                yield Sought(tuple(f"say {h}{ahead}" for h in denial.heads), 1, FAR)
        yield Sought(tuple(f"deny {k}" for k in said_keys(item)), 1, NEAR)
        yield Sought(tuple(_undone(item)), 1, FAR)
        if item.wish:
            words = _weightiest(item.stems, SAY)
            yield Sought(tuple(f"wish{-item.wish:+d} {k}" for k in words), WISHED, NEAR)
        if item.none:
            yield Sought((f"amount  {item.none}",), 1, NEAR)
    elif isinstance(item, Amount):
        yield Sought((f"amount {item.unit} {item.thing}", f"none {item.thing}"), 1, NEAR)
    elif isinstance(item, Limit):
        yield Sought(tuple(f"limit {s}" for s in item.stems), 1, FAR)
    elif isinstance(item, Seat):
        yield Sought(tuple(f"only {item.relation} {s}" for s in item.of), 1, HELD)
    elif isinstance(item, Happening):
        yield Sought(tuple(f"day {k}" for k in item.deeds), 1, TOLD)


def _undone(claim: Claim) -> Iterable[str]:
    """Where a deed that a claim tells, or promises, is said not to have been done, or never to be."""
    for key in claim.claimed:
        if key.endswith(AHEAD):
            yield f"not past {key.removesuffix(AHEAD)}"
        elif key[:1] == "~":
            yield f"not future {key}"
            yield f"not yet {key}"


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
