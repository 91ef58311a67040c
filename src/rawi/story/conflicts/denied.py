"""One thing denied, and the parts that the ways of denying share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rawi.arabic.words import Token
from rawi.story.conflicts import lexis
from rawi.story.conflicts.clause import empty

ANY = frozenset({"اي", "ايه", "لاي", "لايه", "باي", "بايه"})
_OF_TERM = 5  # words that say what there is no day for; what follows says more
_OBJECT = 2  # words from a verb to its object


@dataclass(frozen=True, slots=True)
class Denial:
    """One thing denied. `sort`: deed | thing | part | term | being. `heads`: keys of which one must be claimed;
    `agent`: stems of who is said to have no part, or of what is said to be no such thing, '@holder' for the
    speaker; `words`: the stems of the rest.
    `when`: past («لم»), future («لن»), '' for both; `yet`: whether it only has not happened so far;
    `any_of`: the stems of «أي …» behind a verb, of which the claim must tell the deed; `first`: the stem of the
    first word behind a verb, its object or its subject; `subject`: the stems before a negated verb."""

    sort: str
    heads: tuple[str, ...]
    agent: tuple[str, ...]
    words: tuple[str, ...]
    when: str = ""
    yet: bool = False
    any_of: tuple[str, ...] = ()
    first: str = ""
    subject: tuple[str, ...] = ()


def any_of(tokens: Sequence[Token], k: int) -> tuple[str, ...]:
    """«لم يقتل أي جندي»: of whom or what the verb at `k` is denied."""
    for n in range(k + 1, min(len(tokens) - 1, k + 1 + _OBJECT)):
        if lexis.is_of(tokens[n], "governing"):
            return ()  # «لم يشارك في أي محادثات»: who and where may stand between the two
        if tokens[n].norm in ANY:
            return tuple(lexis.words(tokens[n + 1 : n + 2]))
    return ()


def term(tokens: Sequence[Token], k: int, end: int) -> Denial:
    """«لا جدول زمنياً للبيع»: that there is no day for what follows."""
    after = [
        t for t in tokens[k + 1 : end] if not empty(t) and not lexis.is_of(t, "term_adjective")
    ]
    heads = lexis.words([tokens[k]])
    return Denial("term", tuple(heads), (), tuple(dict.fromkeys(lexis.words(after)))[:_OF_TERM])


def is_term(token: Token) -> bool:
    return not lexis.stems_of("term").isdisjoint(lexis.words([token]))
