"""Places that stand for their governments: «قالت واشنطن», «بين بغداد وأنقرة». They stay places.

1. A country or capital that a verb of saying has for its subject, straight after it.
2. A capital after a word that takes parties, not places (مع، بين، ضد، تجاه …), from the lexicon.
3. A capital that «و» joins to one of these.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from rawi.arabic.letters import fold
from rawi.arabic.words import Token
from rawi.lexicon import load
from rawi.readers.naming import lexicons
from rawi.readers.naming.mention import Mention


@cache
def _party_words() -> frozenset[str]:
    return frozenset(fold(r["word"]) for r in load.table("party_words"))


def marked(tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[Mention]:
    """`mentions` of an article with those places marked. `tokens` are all of the article's."""
    out: list[Mention] = []
    previous: Mention | None = None
    for m in mentions:
        entry = lexicons.entries().get(m.key or "")
        kind = entry.kind if entry is not None and m.type == "place" else ""
        if kind in ("country", "capital") and m.first > 0:
            first, before = tokens[m.first], tokens[m.first - 1]
            clean = not set(first.proclitics) & {"ب", "ل", "ك"}
            joined = first.proclitics[:1] == ("و",)
            said = before.stem in lexicons.telling_verbs() and not joined
            party = kind == "capital" and before.stem in _party_words() and not joined
            paired = (
                joined and previous is not None and previous.metonym and previous.last == m.first
            )
            if clean and (said or party or (paired and kind == "capital")):
                m = replace(m, metonym=True)
        if m.type == "place":
            previous = m
        out.append(m)
    return out
