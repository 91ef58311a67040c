"""The states that words speak of: by their country, a capital, a nationality or a seat of government.

«موسكو», «الحكومة الروسية», «الكرملين» and «روسيا» all speak of '=RU' (lexicon/conflict_seats.tsv).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from rawi.arabic.letters import fold
from rawi.arabic.words import Token
from rawi.arabic.words import tokens as tokens_of
from rawi.lexicon import table
from rawi.readers.naming.lexicons import phrases
from rawi.story.figures.things import adjective

_SEATS = frozenset({"country", "capital"})
_MANY = ("يتين", "يتان", "يين", "يان", "يون", "يات")
_LONGEST = 3  # words of a state's name


def states(tokens: Sequence[Token]) -> frozenset[str]:
    """The states that these words speak of, as '=' and the ISO code."""
    found: set[str] = set()
    words = [t.base or t.norm for t in tokens]
    for k, token in enumerate(tokens):
        if token.kind != "word":
            continue
        for form in (token.stem, token.base, adjective(token.base), *_singular(token.base)):
            found |= _states().get((form,), frozenset())
        for size in range(2, _LONGEST + 1):
            found |= _states().get(tuple(words[k : k + size]), frozenset())
    return frozenset(found)


def _singular(word: str) -> list[str]:
    """«أميركيتين», «روسيان», «سوريون»: the adjective of one."""
    return [word[: -len(e)] + "ي" for e in _MANY if word.endswith(e) and len(word) > len(e) + 1]


@cache
def _states() -> dict[tuple[str, ...], frozenset[str]]:
    """The folded words of a name, without ال, and for one word also with it -> its state."""
    found: dict[tuple[str, ...], frozenset[str]] = {}

    def put(name: str, code: str) -> None:
        tokens = tokens_of(name)
        found.setdefault(tuple(t.base or t.norm for t in tokens), frozenset({f"={code}"}))
        if len(tokens) == 1:
            found.setdefault((fold(name),), frozenset({f"={code}"}))

    for row in table("conflict_seats"):
        for word in row["words"].split():
            put(word.replace("_", " "), row["country"])
    for words, entry in phrases().items():
        if entry.type == "place" and entry.kind in _SEATS and entry.sure and len(words) <= _LONGEST:
            put(" ".join(words), entry.country)
    for row in table("demonyms"):
        if row["country"]:
            put(row["name"], row["country"])
    return found
