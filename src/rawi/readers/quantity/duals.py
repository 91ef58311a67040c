"""Duals that count two: «جولتي حوار», «عبوتين ناسفتين», «شرطيين اثنين».

Arabic says two by an ending. Most such endings can be something else (the plural of men, a name, a body part,
the two parties), so only those are read where the word can be nothing but a dual of a thing:

    1. a feminine dual: the word ends in تين، تان or, before another noun, in تي، تا, and the same word
       with ة is a common one
    2. a dual followed by اثنين or اثنان in any form
    3. the dual of a thing or person whose plural is a broken one («شخصين»، «جنديان»), so that ين can be none:
       the class «dual» of figure_words
It is indefinite: «الدولتين» are the two already spoken of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rawi.arabic import frequencies
from rawi.arabic.grammar import function_words
from rawi.arabic.words import Token
from rawi.readers.quantity.lexicon import words_of
from rawi.readers.quantity.thing import COMMON, Thing, adjectives

FEMININE = ("تين", "تان")
BEFORE_A_NOUN = ("تي", "تا")
TWO = frozenset(("اثنين", "اثنان", "اثنتين", "اثنتان"))
NOT_COUNTED = frozenset(
    ("سنتين", "سنتان", "مرتين", "مرتان", "ساعتين", "ساعتان", "ليلتين", "ليلتان", "مييتين", "ميتين", "ميتان")
)
"""Durations, «twice», and two hundred: not counts of things, or read as numbers."""


@dataclass(frozen=True, slots=True)
class Dual:
    """One dual: code points `start:end`, and what it counts."""

    start: int
    end: int
    thing: Thing


def duals(
    tokens: Sequence[Token], first: int, last: int, taken: Sequence[tuple[int, int]]
) -> Iterator[Dual]:
    """The duals among tokens `first:last` that stand outside the spans already taken."""
    for at in range(first, last):
        token = tokens[at]
        if (
            token.kind != "word"
            or token.definite
            or token.stem in NOT_COUNTED
            or token.stem in function_words()
        ):
            continue
        end = _end(tokens, at, last)
        if end is None or any(s < tokens[end - 1].end and token.start < e for s, e in taken):
            continue
        start = token.stem_start if token.proclitics else token.start
        yield Dual(start, tokens[end - 1].end, Thing(at, end))


def _end(tokens: Sequence[Token], at: int, last: int) -> int | None:
    """The index after the dual phrase that begins at `at`, or None where it is no dual."""
    word = tokens[at].stem
    # 2.
    if at + 1 < last and tokens[at + 1].norm in TWO and word.endswith(("ين", "ان")):
        return at + 2
    before = tokens[at - 1] if at else None
    if before is not None and not before.definite and before.norm.endswith(("ين", "تان")):
        return None  # an adjective of a dual before it
    if before is not None and before.norm.endswith(("تا", "ونا", "ونان")):
        return None  # what two are said to be: «أن تكونا خاليتين»
    # 3.
    if word.endswith(("ين", "ان")) and word[:-2] in words_of("dual"):
        return _adjectives(tokens, at, last)
    # 1.
    if len(word) > 5 and word.endswith(FEMININE) and _known(word[:-3]):
        return _adjectives(tokens, at, last)
    follows = tokens[at + 1] if at + 1 < last else None
    own = word in words_of("mine") or word[1:] in words_of("mine")
    mine = word.endswith("تي") and (
        own or (follows is not None and follows.text.endswith(("ا", "اً")))
    )
    if mine:
        return None  # «بصفتي وزيرا»، «زوجتي نائبة»: the speaker's own
    if (
        len(word) > 4 and word.endswith(BEFORE_A_NOUN) and _known(word[:-2]) and follows is not None
        and follows.kind == "word" and not follows.proclitics and follows.norm not in function_words()
        and not follows.definite and not tokens[at].enclitic
    ):  # fmt: skip
        return at + 2
    return None


def _adjectives(tokens: Sequence[Token], at: int, last: int) -> int:
    """The index after the dual at `at` and its adjectives, which are duals too («مرحلتين متتاليتين»)."""
    end = adjectives(tokens, at, last)
    while end > at + 1 and not tokens[end - 1].norm.endswith(("ين", "ان")):
        end -= 1
    return end


def _known(stem: str) -> bool:
    return frequencies.zipf(stem + "ة") >= COMMON
