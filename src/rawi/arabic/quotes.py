"""Where quotations begin and end, whatever marks a page uses and however carelessly.

    1. Marks     every quotation mark in a paragraph, with how well it could open or close there:
                 by its own face, and by what stands on both sides (space, letter, punctuation)
    2. Bracket   the cheapest way to read the marks as opening, closing or stray, over stacks of what
                 is open (beam search); a mark against its face, a quotation inside one of the same
                 family, a stray mark and one left open each cost
    3. Carry     a quotation open at a paragraph's end runs on only where a later paragraph closes it;
                 otherwise it ends there, unclosed

`قال إن "اتحاد الصيادين "عاصم"، وفتح مكتب"` is thus one quotation with another inside it, because the
second mark cannot close (space before, letter after) and the third cannot open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from rawi.arabic.letters import MARKS
from rawi.lexicon import load

AGAINST_SPACING = 3.0  # opening before a space, or closing after one
AGAINST_FACE = 1.6  # “ closing or » opening: rarer than a missing mark, commoner than two
SAME_INSIDE = 1.0  # a quotation directly inside one of the same family
STRAY = 2.5  # a mark that neither opens nor closes
LEFT_OPEN = 2.2  # a quotation whose closing mark is missing
CARRY = 0.8  # running on over one paragraph break; three breaks cost as much as a missing mark
BEAM = 12  # readings kept side by side
DEPTH = 4  # quotations inside each other; deeper marks are stray

_OPENERS = "([{-–—:،؛,;/|…ـ"  # what an opening mark may stand right behind
_CLOSERS = ")]}.,:;!?،؛؟…-–—/|"  # what a closing mark may stand right before
_CLITICS = re.compile(rf"(?:^|[^\w{MARKS}])[وف]?[وفبلك]?(?:ال|ل)?[{MARKS}]*$")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: `start:end` are the words inside the marks; `outer_start:outer_end` include them.

    `closed` is False where the closing mark is missing and the end was inferred; `depth` 0 is outermost.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    depth: int = 0
    closed: bool = True


class _Mark(NamedTuple):
    start: int
    end: int
    family: str
    opens: float  # cost of reading it as opening
    closes: float


class _Pair(NamedTuple):
    opening: _Mark
    closing: _Mark | None
    limit: int  # where an unclosed one ends at latest


class _Chain(NamedTuple):
    """Pairs so far, the last one first: readings that part share what they had in common."""

    pair: _Pair
    earlier: _Chain | None


class _State(NamedTuple):
    """One reading so far: its cost, what is open (outermost first), what was paired."""

    cost: float
    stack: tuple[_Mark, ...]
    pairs: _Chain | None


_cost = attrgetter("cost")


@cache
def _table() -> tuple[dict[str, tuple[str, str]], re.Pattern[str]]:
    rows = {r["mark"]: (r["family"], r["faces"]) for r in load.table("quotation_marks")}
    doubled = [re.escape(mark) for mark in rows if len(mark) > 1]
    single = "".join(re.escape(mark) for mark in rows if len(mark) == 1)
    return rows, re.compile("|".join([*doubled, f"[{single}]"]))


def quotes(text: str, paragraphs: list[tuple[int, int]]) -> tuple[Quote, ...]:
    """The quotations of `text`, outer before inner, in text order. `paragraphs` are spans in order."""
    states = [_State(0.0, (), None)]
    pairs: list[_Pair] = []
    for start, end in paragraphs:
        marks = _marks(text, start, end)
        if not marks and not states[0].stack and len(states) == 1:
            continue
        for mark in marks:
            states = _step(states, mark)
        states = _break(states, end)
        if len(states) == 1 and not states[0].stack:
            pairs.extend(_unchain(states[0].pairs))
            states = [_State(0.0, (), None)]
    best = min((_drop(s, 0, len(text)) for s in states), key=_cost)
    pairs.extend(_unchain(best.pairs))
    return _finish(text, paragraphs, pairs)


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    """Step 1: the marks of one paragraph with their costs."""
    rows, pattern = _table()
    found = []
    for match in pattern.finditer(text, start, end):
        family, faces = rows[match.group()]
        at, after = match.span()
        before = text[at - 1] if at > start else " "
        behind = text[after] if after < end else " "
        opens, closes = _spacing(text, start, at, before, behind)
        if family == "single" and (before.isalnum() and behind.isalnum()):
            continue  # an apostrophe
        if faces == "open":
            closes += AGAINST_FACE
        elif faces == "close":
            opens += AGAINST_FACE
        if family == "single" and faces != "open" and not before.isspace() and opens > 0:
            opens += AGAINST_FACE  # an apostrophe at a word's end opens nothing
        found.append(_Mark(at, after, family, opens, closes))
    return found


def _spacing(text: str, start: int, at: int, before: str, behind: str) -> tuple[float, float]:
    """What it costs to open and to close here, by the neighbours alone."""
    free_before, free_behind = before.isspace(), behind.isspace()
    if free_before and free_behind:
        return 0.6, 0.5
    if free_before:
        return 0.0, AGAINST_SPACING if behind not in _CLOSERS else 0.5
    if free_behind:
        return AGAINST_SPACING if before not in ":،" else 1.0, 0.0
    if behind in _CLOSERS and before not in _OPENERS:
        return AGAINST_SPACING, 0.0
    if before in _OPENERS and behind not in _CLOSERS:
        return 0.0, 1.2
    if before.isalnum() and _CLITICS.search(text, max(start, at - 8), at):
        return 0.0, 1.5  # «و"» and «بـ"»: a particle before the mark
    return 1.0, 0.3


def _step(states: list[_State], mark: _Mark) -> list[_State]:
    """Step 2: every reading of one more mark, the best few kept."""
    after: dict[tuple[str, ...], _State] = {}

    def offer(state: _State) -> None:
        key = tuple(m.family for m in state.stack)
        if key not in after or state.cost < after[key].cost:
            after[key] = state

    for cost, stack, pairs in states:
        offer(_State(cost + STRAY, stack, pairs))
        if len(stack) < DEPTH:
            inside = SAME_INSIDE * sum(m.family == mark.family for m in stack)
            offer(_State(cost + mark.opens + inside, (*stack, mark), pairs))
        for depth in range(len(stack) - 1, -1, -1):
            if stack[depth].family == mark.family:
                dropped = _drop(_State(cost, stack, pairs), depth + 1, mark.start)
                closed = _Chain(_Pair(stack[depth], mark, mark.start), dropped.pairs)
                offer(_State(dropped.cost + mark.closes, stack[:depth], closed))
                break
    return sorted(after.values(), key=_cost)[:BEAM]


def _drop(state: _State, keep: int, limit: int) -> _State:
    """The reading with everything above `keep` on its stack ended, unclosed, at `limit`."""
    lost = state.stack[keep:]
    if not lost:
        return state
    pairs = state.pairs
    for mark in lost:
        pairs = _Chain(_Pair(mark, None, limit), pairs)
    return _State(state.cost + LEFT_OPEN * len(lost), state.stack[:keep], pairs)


def _unchain(chain: _Chain | None) -> list[_Pair]:
    found = []
    while chain is not None:
        found.append(chain.pair)
        chain = chain.earlier
    return found


def _break(states: list[_State], end: int) -> list[_State]:
    """Step 3: at a paragraph's end each reading drops what is open, or carries it on."""
    closed = min((_drop(s, 0, end) for s in states), key=_cost)
    carried = [
        s._replace(cost=s.cost + CARRY)
        for s in states
        if s.stack and s.cost + CARRY < closed.cost + LEFT_OPEN
    ]
    if closed.cost <= min((s.cost for s in carried), default=closed.cost):
        carried = [s for s in carried if s.cost < closed.cost]
    return sorted([closed, *carried], key=_cost)[:BEAM]


def _finish(text: str, paragraphs: list[tuple[int, int]], pairs: list[_Pair]) -> tuple[Quote, ...]:
    """Spans, depths, order; empty quotations left out."""
    pairs.sort(key=lambda p: p.opening.start)
    found: list[Quote] = []
    ends: list[int] = []
    for opening, closing, limit in pairs:
        start, end = opening.end, closing.start if closing else limit
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        outer_end = closing.end if closing else end
        while ends and ends[-1] <= opening.start:
            ends.pop()
        if closing is None and opening.family == "single":
            continue  # a single mark by itself is a slip or an apostrophe
        if start < end:
            found.append(
                Quote(start, end, opening.start, outer_end, len(ends), closing is not None)
            )
            ends.append(outer_end)
    return tuple(found)
