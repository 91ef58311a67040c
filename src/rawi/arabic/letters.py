"""Folding: one spelling for the many ways an Arabic word is written, with a map back to the text.

`fold` gives the folded text; `fold_with_map` also says where each folded code point stood.

    >>> fold("الأُمَّة")                       # diacritics go, hamza seats become their letter
    'الامه'
    >>> fold("وكــالة") == fold("وكالة")       # tatweel goes
    True
    >>> fold("العربى") == fold("العربي")       # final alef maqsura is yeh
    True
    >>> fold("گردستان پیام")                   # Persian, Kurdish and Urdu look-alikes
    'كردستان بيام'
    >>> fold("ﻻ ﷲ")                            # presentation forms
    'لا الله'
    >>> fold("٢٠٢٥ ۱۴۰۳")                      # Arabic-Indic and extended digits
    '2025 1403'

What is folded, code point by code point: every decimal digit to ASCII; letters to their NFKC form in
lower case; Arabic letters by `lexicon/letters.tsv`; combining marks and format characters (bidi and
zero-width marks, soft hyphens) to nothing; spaces of any width to U+0020. Everything else stays.
Folding is idempotent, and folding a concatenation is concatenating the folds.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from rawi.lexicon import load

TATWEEL = "\u0640"
MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08e1\u08e3-\u08ff"
"""Arabic combining marks, as the inside of a regular expression's character class."""
JOINERS = "\u00ad\u061c\u200c-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
"""Invisible characters that may stand inside a word without ending it (same form as MARKS)."""


class _Table(dict[int, str]):
    """Code point -> folded string, filled as code points are met. `str.translate` reads it."""

    def __missing__(self, code: int) -> str:
        folded = _fold_one(chr(code))
        self[code] = folded
        return folded


def _letters() -> dict[str, str]:
    return {row["letter"]: row["folded"] for row in load.table("letters")}


_LETTERS = _letters()


def _fold_one(char: str) -> str:
    """One code point, folded: the whole rule of this module."""
    if char in _LETTERS:
        return _LETTERS[char]
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.digit(char))
    if category == "Zs":
        return " "
    if category in ("Mn", "Me", "Cf"):
        return ""
    if category[0] != "L":
        return char
    out = []
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
    for part in plain:
        kind = unicodedata.category(part)
        if kind[0] == "L":  # a presentation form's parts are letters that may fold in their turn
            out.append(_LETTERS.get(part, part))
        elif kind not in ("Mn", "Me", "Cf", "Zs"):
            out.append(part)
    return "".join(out)


_TABLE = _Table()


def fold(text: str) -> str:
    """`text` folded. Any string is accepted."""
    return text.translate(_TABLE)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and where it came from.

    `origins[i]` is the code point of the source that gave `text[i]`; it never falls, and
    `origins[len(text)]` is the source's length. A mark that was dropped belongs to the letter before it.
    """

    text: str
    origins: tuple[int, ...]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the source that gave `text[start:end]` (half-open, as are both)."""
        if start >= end:
            return self.origins[start], self.origins[start]
        last = self.origins[end - 1]
        after = end
        while after < len(self.text) and self.origins[after] == last:
            after += 1  # the source's code point gave more letters than were asked for
        return self.origins[start], self.origins[after]


def fold_with_map(text: str) -> Folded:
    """`text` folded, with the source offset of every folded code point. Any string is accepted."""
    pieces: list[str] = []
    origins: list[int] = []
    for at, char in enumerate(text):
        piece = _TABLE[ord(char)]
        if piece:
            pieces.append(piece)
            origins.extend([at] * len(piece))
    origins.append(len(text))
    return Folded("".join(pieces), tuple(origins))


def letter_places(printed: str) -> list[int]:
    """Where each letter that the fold keeps stands in the printed word."""
    return [i for i, c in enumerate(printed) for _ in fold(c)]
