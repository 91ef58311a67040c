"""How exact a number is: «نحو», «أكثر من», «ما لا يقل عن» before it, «على الأقل» after it."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.arabic.words import Token
from rawi.readers.quantity.lexicon import longest, modifiers


def before(tokens: Sequence[Token], first: int, floor: int) -> tuple[str | None, int]:
    """The modifier that ends right before token `first`, and the index of its first token.

    (None, first) where there is none. Tokens before `floor` are not looked at. A particle written onto
    the modifier («بنحو», «وأكثر») is no hindrance.
    """
    known = modifiers("before")
    for size in range(min(longest("before"), first - floor), 0, -1):
        at = first - size
        words = tuple(t.norm for t in tokens[at:first])
        for opening in {
            words[0],
            tokens[at].stem,
            words[0].lstrip("وفب") if len(words[0]) > 3 else "",
        }:
            mod = known.get((opening, *words[1:]))
            if mod:
                return mod, at
    return None, first


def after(tokens: Sequence[Token], last: int, ceiling: int) -> tuple[str | None, int]:
    """The modifier that begins at token `last`, and the index after it; (None, last) where there is none."""
    known = modifiers("after")
    for size in range(min(longest("after"), ceiling - last), 0, -1):
        mod = known.get(tuple(t.norm for t in tokens[last : last + size]))
        if mod:
            return mod, last + size
    return None, last


def start_of(token: Token) -> int:
    """Where a modifier's own letters begin: a particle written onto it is left out."""
    return token.stem_start if token.proclitics else token.start
