"""Clubs that are called by an everyday word («الهلال») or like their town («إشبيلية»).

Outside articles of sport such words are not even taken for the lexicon's. In one, the everyday word is the
club where the trained tagger sees a name, or behind what only clubs have («مدرب», «ضيفه»); the town is the
club where the tagger sees a body, and one better known for its club (kind `club`, not `town`) also where it
sees a place, unless something is in it («في برشلونة»). «روما الإيطالي» is a club, for towns are feminine.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rawi.arabic.words import Token
from rawi.readers.naming import contested, forms, gazetteer, lexicons
from rawi.readers.naming.gazetteer import Match

KINDS = (lexicons.CLUB, lexicons.TOWN)
ROOT = 3  # letters by which «لاعب» and «لاعبين» are one word
FAMILIAR = 3.0  # Zipf value below which a word before the town is part of the club's name
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
    rows = list(zip(sentences, found, strict=True))
    told = {m.entry.key for tokens, row in rows for m in row if _his(tokens, m)}
    return [[_told_club(tokens, m, told) for m in row] for tokens, row in rows]


def _his(tokens: Sequence[Token], m: Match) -> bool:
    """«روما الإيطالي»: a town is feminine, its club is not."""
    after = tokens[m.last] if m.last < len(tokens) else None
    if m.entry.type != "place" or m.entry.kind not in ("city", "capital") or after is None:
        return False
    if not after.definite or after.proclitics or after.base.endswith("ه"):
        return False
    if lexicons.demonyms().get(after.base) != m.entry.country or contested.placed_in(tokens, m):
        return False
    before = tokens[m.first - 1] if m.first else None
    whole = before is None or before.kind != "word" or before.definite or before.enclitic
    return whole or forms.usual(before, FAMILIAR)  # «سيسكا موسكو الروسي» is called so as a whole


def _told_club(tokens: Sequence[Token], m: Match, told: set[str]) -> Match:
    """The club of a town, where the article's grammar tells it (`told`), or the town is known better for it."""
    if m.entry.key not in told or contested.placed_in(tokens, m):
        return _as_club(tokens, m, lexicons.CLUB)
    club = lexicons.clubs().get(lexicons.phrase(m.entry.name))
    if club is None:
        key = f"organization:{m.entry.english} (club)"
        club = replace(m.entry, key=key, type="organization", kind=lexicons.CLUB)
    return replace(m, entry=replace(club, sure=True))


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
