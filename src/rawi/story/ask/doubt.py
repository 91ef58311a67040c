"""Whether the best sentence answers the question, or is only what comes nearest to it.

What an article does not tell has a nearest sentence as well. It gives itself away by what of the question
does not stand there: above all a name, a year, a name in Latin letters that the story does not know.

The weights were learned by logistic regression over questions in both languages: 300 with the answer that they
were given, against 50 about things that no article tells, and the 300 once more with the articles that
answer them left out (some of which another article answers: these count a third).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from rawi.store.sqlite import Store
from rawi.story.ask.asked import akin
from rawi.story.ask.features import Candidate
from rawi.story.ask.latin import stands
from rawi.story.ask.question import Question
from rawi.story.ask.stem import root, stem

WEIGHTS = {
    "plain": 0.27,  # the sentence's score without the model's verdict
    "near": 1.05,  # share of the question's words that stand in it, beside it or in the title
    "article": 3.25,  # … anywhere in its article
    "name": -2.1,  # how much of a name that word of the question is which stands in none of them
    "year": -4.7,  # a year that the question names stands in none of them
    "unknown": -1.7,  # names in Latin letters that no name of the story comes near
    "bias": -5.5,
}
# The probability from which on an answer counts as one. Held out, 3 of a hundred answered questions in Arabic
# and 9 in English fall below it wrongly, and of those without an answer three in four and two in three.
SURE = 0.3
NAME = 0.4  # share of the sentences with a word in which it is (part of) a name, that makes it one
ABSENT = 0.5  # … of a word that a large story does not have: a small one lacks many that are no names
LARGE = 40_000  # sentences; in proportion for fewer, so that lacking words count from two fifths of it on
BY_ROOT, BY_SYNONYM = 0.8, 0.7  # of a word that is met so only


def sure(
    store: Store, question: Question, rarity: Sequence[float], best: Candidate, unknown: int
) -> bool:
    """Whether the best sentence counts as an answer. `unknown`: the question's names that the story lacks."""
    found = features(store, question, rarity, best, unknown)
    return 1 / (1 + math.exp(-sum(WEIGHTS[name] * value for name, value in found.items()))) >= SURE


def features(
    store: Store, question: Question, rarity: Sequence[float], best: Candidate, unknown: int
) -> Mapping[str, float]:
    """What speaks for and against the best sentence, by the names of WEIGHTS."""
    rows = store.rows("SELECT stems FROM ask_sentences WHERE article = ?", (best.article,))
    near = _Words(best.stems | best.around | best.title)
    whole = _Words({s for r in rows for s in r["stems"].split()})
    out = dict.fromkeys(WEIGHTS, 0.0)
    for term, weight, spelled in zip(question.terms, rarity, question.spelled, strict=True):
        year = any(len(s) == 4 and s.isdigit() for s in term)
        if year and (best.published or "")[:4] in term:
            here = there = 1.0
        else:
            here, there = near.meet(term), whole.meet(term)
            if spelled and here < BY_SYNONYM and stands(spelled, whole.stems):
                here = there = 1.0  # spelled otherwise than the story's other articles do
        out["near"] += weight * here
        out["article"] += weight * there
        if year:
            out["year"] = max(out["year"], 1 - here)
        elif here < BY_SYNONYM and (named := _named(store, term)) > NAME:
            out["name"] = max(out["name"], named)
    total = sum(rarity) or 1.0
    return out | {
        "plain": best.plain, "near": out["near"] / total, "article": out["article"] / total,
        "unknown": float(unknown), "bias": 1.0,
    }  # fmt: skip


class _Words:
    """The stems of some text."""

    def __init__(self, held: Iterable[str]) -> None:
        self.stems = frozenset(held)
        self.roots = frozenset(filter(None, map(root, self.stems)))

    def meet(self, term: tuple[str, ...]) -> float:
        """How well a term of the question is met, 0 to 1."""
        if not self.stems.isdisjoint(term):
            return 1.0
        if not self.roots.isdisjoint(filter(None, map(root, term))):
            return BY_ROOT
        return BY_SYNONYM if not self.stems.isdisjoint(akin(term)) else 0.0


def _named(store: Store, term: tuple[str, ...]) -> float:
    """How much of a name a term is: the share of the sentences with it in which it is named, at most 1; ABSENT
    where a large story does not have it at all."""
    best = 0.0
    for s in term:
        docs = store.one("SELECT doc FROM ask_words WHERE term = ?", (s,)) or 0
        if docs:
            rows = store.rows(
                "SELECT name_key, records FROM record_names WHERE kind = 'name' AND name_key LIKE ?",
                (f"%{s}%",),
            )
            named = sum(r["records"] for r in rows if s in map(stem, r["name_key"].split()))
            best = max(best, min(1.0, named / docs))
        else:
            size = store.one("SELECT count(*) FROM ask_sentences") or 0
            best = max(best, min(ABSENT, size / LARGE) if len(term) == 1 else 0.0)
    return best
