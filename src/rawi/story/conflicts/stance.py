"""Do two texts on one matter agree, disagree, or neither? A trained judge of pairs of short texts.

A multinomial logistic regression over the features below: how much of the words is shared, what becomes of
the numbers, negators and opposite acts, and how near the words that are not shared come to each other as
vectors. The weights (data/stance.npz; its card is beside it) are made by tools/train_stance.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from rawi.arabic.analysis import Token, analyse
from rawi.arabic.vectors import unit_vectors, vector
from rawi.errors import ModelError
from rawi.story.ask.stem import stem, stems
from rawi.story.conflicts import lexis
from rawi.story.conflicts.finding import weigh

LABELS = ("agree", "disagree", "other")
FILE = "stance.npz"
LONGEST = 1_000  # code points of a text that are looked at; headlines and clauses are shorter


@dataclass(frozen=True, slots=True)
class Stance:
    """How likely two texts agree, disagree, or are not about one matter; the three add up to 1."""

    agree: float
    disagree: float
    other: float


def stance(a: str, b: str) -> Stance:
    """The judgement of two texts, in either order. Raises ModelError where the model is damaged."""
    mean, scale, weights, bias = _model()
    both = np.stack([features(a, b), features(b, a)])
    scores = ((both - mean) / scale) @ weights + bias
    odds = np.exp(scores - scores.max(1, keepdims=True))
    shares = (odds / odds.sum(1, keepdims=True)).mean(0)
    return Stance(*(float(s) for s in shares))


def features(a: str, b: str) -> NDArray[np.float64]:
    """What the judge looks at, in a fixed order."""
    a, b = a[:LONGEST], b[:LONGEST]
    one, two = analyse(a).tokens, analyse(b).tokens
    first, second = stems(one), stems(two)
    mine, theirs = set(first), set(second)
    shared = mine & theirs
    whole, other, common = weigh(mine), weigh(theirs), weigh(shared)
    numbers, figures = _numbers(one), _numbers(two)
    negations, denials = _count(one), _count(two)
    sides, facing = _sides(one), _sides(two)
    met = sides.keys() & facing.keys()
    left, right = _unshared(one, shared), _unshared(two, shared)
    return np.array([
        # words shared
        common / max(1.0, min(whole, other)), common / max(1.0, max(whole, other)),
        common / max(1.0, whole + other - common), len(shared), abs(len(mine) - len(theirs)),
        min(len(mine), len(theirs)), first[:1] == second[:1], first[-1:] == second[-1:],
        # numbers
        len(numbers & figures), len(numbers ^ figures),
        bool(numbers and figures and not numbers & figures), bool(numbers) != bool(figures),
        # negators, opposite acts
        abs(negations - denials), min(negations, denials), (negations > 0) != (denials > 0),
        sum(not sides[x] & facing[x] for x in met), sum(bool(sides[x] & facing[x]) for x in met),
        len(sides.keys() ^ facing.keys()),
        # meaning, of all words and of those not shared
        float(vector(one) @ vector(two)), *_nearness(left, right), *_nearness(right, left),
        len(left), len(right),
        # form
        ("?" in a or "؟" in a) + ("?" in b or "؟" in b), SequenceMatcher(None, a, b).ratio(),
        SequenceMatcher(None, first, second).ratio(), len(one), len(two),
    ], dtype=np.float64)  # fmt: skip


def _numbers(tokens: Sequence[Token]) -> set[str]:
    return {t.norm for t in tokens if t.kind == "number"}


def _count(tokens: Sequence[Token]) -> int:
    return sum(lexis.is_of(t, "negator") for t in tokens)


def _sides(tokens: Sequence[Token]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for token in tokens:
        for word in {token.stem, token.base, token.norm}:
            for entry in lexis.entries().get(word, ()):
                found.setdefault(entry.axis, set()).add(entry.side)
    return found


def _unshared(tokens: Sequence[Token], shared: set[str]) -> list[str]:
    words = [t.base or t.norm for t in tokens if t.kind == "word"]
    return [w for w in words if stem(w) not in shared]


def _nearness(words: list[str], others: list[str]) -> tuple[float, float, float]:
    """Mean, least and greatest of how near each word comes to the nearest of the others."""
    a, b = unit_vectors(words), unit_vectors(others)
    if not len(a) or not len(b):
        return 0.0, 0.0, 0.0
    best = (a @ b.T).max(1)
    return float(best.mean()), float(best.min()), float(best.max())


@cache
def _model() -> tuple[NDArray[np.float64], ...]:
    path = files("rawi.story.conflicts").joinpath("data", FILE)
    try:
        with path.open("rb") as handle, np.load(handle, allow_pickle=False) as held:
            return tuple(held[name] for name in ("mean", "scale", "weights", "bias"))
    except (OSError, KeyError, ValueError) as fault:
        raise ModelError(f"the judge of stances cannot be read: {fault}", source=FILE) from fault
