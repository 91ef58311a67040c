"""Accepted spellings of one word («أميركي», «أمريكي») brought together: lexicon/spellings.tsv."""

from __future__ import annotations

from functools import cache

from rawi.arabic.letters import fold
from rawi.lexicon.load import table

_LONGEST = 12  # letters of the longest stem that spellings.tsv may give


def spelling(word: str) -> str:
    """The first of a folded word's accepted spellings (the word itself where it has one only).

    >>> spelling("اميركيه"), spelling("ديموقراطي")
    ('امريكيه', 'ديمقراطي')
    """
    whole, fronts = _spellings()
    found = whole.get(word)
    if found is not None:
        return found
    for size in range(min(len(word), _LONGEST), 3, -1):
        front = fronts.get(word[:size])
        if front is not None:
            return front + word[size:]
    return word


@cache
def _spellings() -> tuple[dict[str, str], dict[str, str]]:
    """Folded variant -> folded first spelling, for whole words and for the fronts of words."""
    whole: dict[str, str] = {}
    fronts: dict[str, str] = {}
    for row in table("spellings"):
        first = fold(row["spelling"])
        into = fronts if row["part"] == "front" else whole
        for variant in row["variants"].split():
            into[fold(variant)] = first
    return whole, fronts
