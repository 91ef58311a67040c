"""How much of what one clause is about another one is about too, in the same words or in words that mean it.

A word is met by the same stem or by a deed of the same key (deeds.py), or, for less, by a word whose vector
is near: the table of vectors was made from a model of paraphrase, in which «مفاوضات» lies by «مشاورات» and not
by what is only used beside it (arabic/vectors.py).
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from rawi.arabic.vectors import word_vectors
from rawi.arabic.words import Token
from rawi.story.conflicts import lexis
from rawi.story.conflicts.clause import empty
from rawi.story.conflicts.deeds import deeds_of_noun, deeds_of_verb

# «استعمال» and «استخدام» have .66, «مفاوضات» and «مشاورات» .61; «رفض» and «قبول» .24, two countries .16
NEAR = 0.55  # cosine from which two words may stand for each other
_SAYING_LITTLE = ("light", "happening", "copula")
MEANT = 0.8  # what such a word counts against the same word


@dataclass(frozen=True, slots=True)
class Cover:
    """What is met: `weight` of it, `share` of the whole, how many `words`; `first`: whether the first is."""

    weight: float
    share: float
    words: int
    first: bool


def covered(
    what: Sequence[Token], by: Sequence[Token], without: Container[str] = frozenset()
) -> Cover:
    """How much of `what` is met by `by`. `without`: stems that say nothing here, as those of who speaks."""
    mine = _topical(what, without)
    theirs = _topical(by, without)
    if not mine or not theirs:
        return Cover(0.0, 0.0, 0, False)
    keys = {k for _, t in theirs for k in _keys(t)}
    vectors = word_vectors([t.base or t.norm for _, t in mine])
    nearest = (vectors @ word_vectors([t.base or t.norm for _, t in theirs]).T).max(1)
    total = met = 0.0
    words = 0
    first = False
    for n, (stem, token) in enumerate(mine):
        weight = lexis.weight(stem)
        total += weight
        same = not keys.isdisjoint(_keys(token))
        if same or nearest[n] >= NEAR:
            met += weight if same else MEANT * weight
            words += 1
            first = first or n == 0
    return Cover(met, met / total, words, first)


def _topical(tokens: Sequence[Token], without: Container[str]) -> list[tuple[str, Token]]:
    found: dict[str, Token] = {}
    for token in tokens:
        if empty(token) or any(lexis.is_of(token, c) for c in _SAYING_LITTLE):
            continue
        for stem in lexis.words([token]):
            if stem not in without:
                found.setdefault(stem, token)
    return list(found.items())


def _keys(token: Token) -> frozenset[str]:
    return frozenset((*lexis.words([token]), *deeds_of_noun(token), *deeds_of_verb(token)))
