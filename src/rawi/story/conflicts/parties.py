"""Who a party is, whatever it is called by: «موسكو», «الحكومة الروسية» and «روسيا» are one.

A party's key holds the stems of its name and, for every state that the name speaks of, its ISO code
(states.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rawi.arabic.words import Token
from rawi.arabic.words import tokens as tokens_of
from rawi.story.conflicts import lexis
from rawi.story.states import states

_IN_MANY = frozenset({"الله"})  # «رحمه الله» names no party


def party(name: str | Sequence[Token]) -> frozenset[str]:
    """The keys of a party: the stems of its name without the words of an office, and '=RU' for a state."""
    return _named(name) if isinstance(name, str) else _keys(name)


@lru_cache(maxsize=4_000)  # one claim is held against many
def _named(name: str) -> frozenset[str]:
    return _keys(tokens_of(name))


def _keys(tokens: Sequence[Token]) -> frozenset[str]:
    return frozenset((*bare(tokens), *states(tokens)))


def bare(tokens: Sequence[Token]) -> list[str]:
    """The stems of a name without the words of an office."""
    return lexis.words([t for t in tokens if not lexis.is_of(t, "office") and t.norm not in _IN_MANY])
