"""Clubs that are called by an everyday word («الهلال») or like their town («إشبيلية»).

Outside articles of sport such words are not even taken for the lexicon's. In one, the everyday word is the
club where the trained tagger sees a name, or behind what only clubs have («مدرب», «ضيفه»); the town is the
club where the tagger sees a body, and one better known for its club (kind `club`, not `town`) also where it
sees a place, unless something is in it («في برشلونة»).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rawi.arabic.words import Token
from rawi.readers.naming import contested, gazetteer, lexicons
from rawi.readers.naming.gazetteer import Match

KINDS = (lexicons.CLUB, lexicons.TOWN)
ROOT = 3  # letters by which «لاعب» and «لاعبين» are one word
ENOUGH = 3  # different words of sport that make an article one of sport


def of_sport(sentences: Sequence[Sequence[Token]]) -> bool:
    """Whether the article's words are those of sport."""
    words = lexicons.generic("sport")
    met: set[str] = set()
    for tokens in sentences:
        met |= {t.base[:ROOT] for t in tokens if t.base in words}
        if len(met) >= ENOUGH:
            return True
    return False


def everyday(m: Match) -> bool:
    """Whether the name is a club's only where sport is told of."""
    return m.entry.kind in KINDS and not m.entry.sure and m.entry.type == "organization"


def matches(sentences: Sequence[Sequence[Token]]) -> list[list[Match]]:
    """The lexicons' names in each sentence of one article, clubs by everyday words in sport alone.

    There a town that is better known for its club is taken for the club, which the tagger has to confirm.
    """
    found = [gazetteer.matches(tokens) for tokens in sentences]
    if not of_sport(sentences):
        return [[m for m in row if not everyday(m)] for row in found]
    return [
        [_as_club(tokens, m, lexicons.CLUB) for m in row]
        for tokens, row in zip(sentences, found, strict=True)
    ]


def of_towns(
    tokens: Sequence[Token], found: Sequence[Match], seen: dict[int, str]
) -> list[Match]:
    """`found` in a sentence on sport, any town that the tagger takes for a body being the club there."""
    return [_as_club(tokens, m, lexicons.TOWN) if seen.get(m.first) == "ORG" else m for m in found]


def _as_club(tokens: Sequence[Token], m: Match, kind: str) -> Match:
    """The club of this kind that is called like the town `m`, or `m`."""
    if m.entry.type != "place" or m.last - m.first != 1:
        return m
    word = tokens[m.first]
    club = lexicons.clubs().get((word.norm,)) or lexicons.clubs().get((word.stem,))
    known = club is not None and club.kind == kind
    return replace(m, entry=club) if known and not contested.placed_in(tokens, m) else m


def cued(tokens: Sequence[Token], m: Match) -> bool:
    """Whether an everyday word stands behind what clubs have: «مدرب الهلال», «ضيفه الوحدة»."""
    if not everyday(m) or not m.first or m.last - m.first != 1:
        return False
    before, own = tokens[m.first - 1], tokens[m.first]
    if own.proclitics or own.enclitic or before.kind != "word" or before.definite:
        return False
    word = before.norm if before.enclitic else before.base
    return word in lexicons.generic("club") or before.base in lexicons.generic("club")
