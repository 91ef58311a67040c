"""Each thing once, and not all from one article: which of the ranked sentences are shown.

1. once     of sentences that say one thing in much the same words, the first stands for all; a headline leaves
            its place to the sentence of its article that tells the same in full
2. variety  every further sentence of one article is held back a little, so that of sentences nearly as good
            those of other articles come first
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rawi.story.ask.features import Candidate

# Shares of the stems of two sentences that say one thing; some 80 pairs of answers were read.
SAME = 0.65  # of those of both (Jaccard): of 16 pairs at .6 to .8, 15 said one thing
INSIDE = 0.7  # of those of the shorter, in one article: at .6 to .7 half of them said something else
INSIDE_OTHER = 0.8  # … in another article, where the shorter has at least LONG: a headline fits many sentences
SHORT, LONG = 4, 12  # stems
# Off the score of an article's second sentence, twice that off its third: of 332 questions in each language as
# many are answered within five as without it, from 3.2 articles in place of 2.8; at 1.5 one in 60 fewer.
FURTHER = 0.6


@dataclass(slots=True)
class Ranked:
    """A sentence that answers, and those that say the same in the same words."""

    best: Candidate
    also: list[Candidate]


def once(found: Sequence[Candidate], limit: int) -> list[Ranked]:
    """What is shown of ranked sentences (best first), at most `limit`, best first."""
    kept: list[Ranked] = []
    for c in found:  # 1
        held = next((r for r in kept if same(c, r.best)), None)
        if held is None:
            kept.append(Ranked(c, []))
        elif c.article == held.best.article and len(c.stems) > len(held.best.stems):
            c.score = held.best.score
            held.also.append(held.best)
            held.best = c
        else:
            held.also.append(c)
    return _varied(kept, limit)  # 2


def same(a: Candidate, b: Candidate) -> bool:
    """Whether two sentences say one thing in much the same words. Two that tell other numbers do not."""
    both, shorter = len(a.stems & b.stems), min(len(a.stems), len(b.stems))
    if a.article == b.article:
        inside = shorter >= SHORT and both >= INSIDE * shorter
    else:
        inside = shorter >= LONG and both >= INSIDE_OTHER * shorter
    if not inside and both < SAME * len(a.stems | b.stems):
        return False
    here, there = ({s for s in c.stems if s[0].isdigit()} for c in (a, b))
    return here <= there or there <= here


def _varied(kept: list[Ranked], limit: int) -> list[Ranked]:
    out: list[Ranked] = []
    shown: Counter[str] = Counter()
    while kept and len(out) < limit:
        held_back = [r.best.score - FURTHER * shown[r.best.article] for r in kept]
        at = held_back.index(max(held_back))  # the first of equals
        chosen = kept.pop(at)
        chosen.best.score = held_back[at]
        shown[chosen.best.article] += 1
        out.append(chosen)
    return out
