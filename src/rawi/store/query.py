"""What a person types into a search box, as an expression that FTS5 can run. Any string is safe.

    word          articles with that word, in any spelling and with anything written onto it
    "two words"   the words in a row (« », “ ” and " " alike)
    انسح*         words that begin so
    -word         not in articles with that word

Several parts must all be there. Words of the query go the same way as words of the index
(store/words.py), and every one is quoted, so nothing in a query is ever read as FTS5 syntax.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rawi.arabic.words import tokens as tokens_of
from rawi.store.words import JOINER, index_word, spelling

_PART = re.compile(r'(?P<no>(?<!\S)[-−])?(?:[«“"](?P<phrase>[^»”"]*)[»”"]?|(?P<word>[^\s«“"»”]+))')
MAX_PARTS = 32  # longer queries are cut: nobody types more, and FTS5's expression depth is bounded


@dataclass(frozen=True, slots=True)
class Part:
    """Words in a row. `prefix`: the last one only begins so; `no`: they must not occur."""

    words: tuple[str, ...]
    prefix: bool = False
    no: bool = False

    def matches(self, words: tuple[str, ...], at: int) -> bool:
        """Whether the part stands in `words` at `at`."""
        size = len(self.words)
        if words[at : at + size - 1] != self.words[:-1] or at + size > len(words):
            return False
        last = words[at + size - 1]
        return last.startswith(self.words[-1]) if self.prefix else last == self.words[-1]


def parse(query: str) -> tuple[Part, ...]:
    """The parts of a query, in order."""
    parts = []
    for m in _PART.finditer(query):
        inside = m["phrase"] if m["phrase"] is not None else m["word"]
        prefix = inside.endswith("*") and m["phrase"] is None
        words = _prefix_words(inside) if prefix else _words(inside)
        if words:
            parts.append(Part(words, prefix, m["no"] is not None))
    return tuple(parts[:MAX_PARTS])


def _words(typed: str) -> tuple[str, ...]:
    return tuple(w for w in map(index_word, tokens_of(typed)) if w)


def _prefix_words(typed: str) -> tuple[str, ...]:
    """The words of `انسح*`: the last is folded but not cut, for it is no whole word.

    ال is left off.
    """
    tokens = [t for t in tokens_of(typed.rstrip("*")) if t.kind != "mark"]
    if not tokens:
        return ()
    last = tokens[-1].norm.casefold()
    if last.startswith("ال") and len(last) > 4:
        last = last[2:]
    last = re.sub(r"[\x00-\x2f\x3a-\x60\x7b-\x7f\s]+", JOINER, last)
    before = tuple(w for w in map(index_word, tokens[:-1]) if w)
    return (*before, spelling(last))


def expression(parts: tuple[Part, ...]) -> str:
    """The FTS5 expression; '' where nothing is asked for."""
    wanted = [_quoted(p) for p in parts if not p.no]
    if not wanted:
        return ""
    found = " AND ".join(wanted)
    for part in parts:
        if part.no:
            found = f"({found}) NOT {_quoted(part)}"
    return found


def match_expression(query: str) -> str:
    """`expression` of a query as typed."""
    return expression(parse(query))


def _quoted(part: Part) -> str:
    return (
        '"' + " ".join(w.replace('"', "") for w in part.words) + '"' + ("*" if part.prefix else "")
    )
