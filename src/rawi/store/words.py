"""Words as the search index holds them, each with its place in the text.

The index never sees an article's text. It sees one word for each token of the body and the title:
folded, freed of the particles and pronouns written onto it, without ال and the endings in
`lexicon/search_endings.tsv`, digits as ASCII, and where a word has several accepted spellings
(أميركي / أمريكي, إنجلترا / انكلترا) the first of them in `lexicon/spellings.tsv`.
A query goes the same way, so both sides always agree. Word k of the index stands at
`starts[k]:stops[k]` of the text (code points).
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np

from rawi.arabic.analysis import Analysis, Token
from rawi.arabic.spellings import spelling
from rawi.arabic.words import tokens as tokens_of
from rawi.lexicon.load import table
from rawi.records import Span

JOINER = (
    "\u00b7"  # stands for an ASCII mark inside a word, which FTS5's ascii tokenizer would cut at
)
_INSIDE = re.compile(r"[\x00-\x2f\x3a-\x60\x7b-\x7f\s]+")
_THOUSANDS = re.compile(r"(?<=\d)[,٬](?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Shadow:
    """The index's words of one text, and where each one stands in it."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    stops: tuple[int, ...]

    def within(self, start: int, stop: int) -> str:
        """The index's words that begin between two offsets, with one space between."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, stop)
        return " ".join(self.words[first:last])

    def packed(self) -> bytes:
        """The places as bytes: gaps and lengths, 32 bits each, deflated."""
        places = np.empty((2, len(self.starts)), dtype=np.int64)
        places[0], places[1] = self.starts, self.stops
        places[1] -= places[0]
        places[0] = np.diff(places[0], prepend=0)
        return zlib.compress(places.astype("<u4").tobytes(), 1)

    @classmethod
    def unpacked(cls, words: str, packed: bytes) -> Shadow:
        """The inverse of `packed`, with the words as the index holds them."""
        places = np.frombuffer(zlib.decompress(packed), dtype="<u4").astype(np.int64).reshape(2, -1)
        starts = np.cumsum(places[0])
        stops = starts + places[1]
        return cls(tuple(words.split()), tuple(starts.tolist()), tuple(stops.tolist()))


def shadow(analysis: Analysis, readable: Iterable[Span] = ()) -> Shadow:
    """The shadow of an analysed text; `readable` are the stretches to index (none: all of it)."""
    kept = _outside(analysis.tokens, list(readable))
    words, starts, stops = [], [], []
    for token in kept:
        word = index_word(token)
        if word:
            words.append(word)
            starts.append(token.start)
            stops.append(token.end)
    return Shadow(tuple(words), tuple(starts), tuple(stops))


def _outside(tokens: tuple[Token, ...], readable: list[Span]) -> Iterable[Token]:
    if not readable:
        return tokens
    places: set[int] = set()
    for span in readable:
        first = bisect_left(tokens, span.start, key=lambda t: t.start)
        last = bisect_left(tokens, span.end, key=lambda t: t.start)
        places.update(range(first, last))
    return [tokens[i] for i in sorted(places)]


def index_word(token: Token) -> str:
    """The word that the index holds for a token; '' for marks."""
    return "" if token.kind == "mark" else _bare(_plain(token.base or token.norm))


@lru_cache(maxsize=200_000)
def _plain(word: str) -> str:
    word = _THOUSANDS.sub("", word.casefold())
    word = _INSIDE.sub(JOINER, word).strip(JOINER)
    return spelling(word)


@lru_cache(maxsize=200_000)
def _bare(word: str) -> str:
    """The word without the ending of a sound plural or of a relational adjective's forms."""
    for ending, becomes, rest in _endings():
        if word.endswith(ending) and len(word) - len(ending) >= rest:
            return word[: -len(ending)] + becomes
    return word


@cache
def _endings() -> tuple[tuple[str, str, int], ...]:
    return tuple(
        (row["ending"], row["becomes"], int(row["rest"])) for row in table("search_endings")
    )


def folded(words: str) -> str:
    """`words` folded as tokens are, one space between: a key for names and spellings."""
    return " ".join(t.norm for t in tokens_of(words) if t.kind != "mark")


@lru_cache(maxsize=50_000)
def name_key(name: str) -> str:
    """What two printings of one name share: its words as in the index, but with their endings."""
    plain = (_plain(t.base or t.norm) for t in tokens_of(name) if t.kind != "mark")
    return " ".join(word for word in plain if word)
