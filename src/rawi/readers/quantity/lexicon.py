"""The lexicons that figures need, folded and ready."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rawi.arabic.letters import fold
from rawi.lexicon import table


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number may be counted in. `of` is the adjective that decides between countries, or ''."""

    kind: str  # currency | measure | counter
    code: str
    of: str


@cache
def units() -> dict[str, tuple[Unit, ...]]:
    """Folded word -> its units; where several countries use a word, each with its adjective."""
    found: dict[str, list[Unit]] = {}
    for row in table("units"):
        for word in row["words"].split():
            unit = Unit(row["class"], row["unit"], fold(row["of"]))
            found.setdefault(fold(word), []).append(unit)
    return {word: tuple(several) for word, several in found.items()}


@cache
def modifiers(side: str) -> dict[tuple[str, ...], str]:
    """Folded words in a row -> how exact they make the number; `side` is before or after."""
    return {
        tuple(fold(row["words"]).split()): row["mod"]
        for row in table("figure_modifiers")
        if row["side"] in (side, "both")
    }


@cache
def longest(side: str) -> int:
    """The most words in a row that a modifier has."""
    return max(map(len, modifiers(side)))


@cache
def words_of(kind: str) -> frozenset[str]:
    """The folded words of one class of lexicon/figure_words.tsv."""
    return frozenset(fold(row["word"]) for row in table("figure_words") if row["class"] == kind)
