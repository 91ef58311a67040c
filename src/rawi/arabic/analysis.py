"""The ground every reader stands on: one text with its words, sentences, paragraphs and quotations.

`analyse(text)` makes it once; readers share it. All offsets are code points in `text`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

_FOLD = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"}
    | {chr(c): None for c in [0x640, 0x670, *range(0x64B, 0x660)]}
    | {chr(0x660 + d): str(d) for d in range(10)}
    | {chr(0x6F0 + d): str(d) for d in range(10)}
)
_TOKEN = re.compile(r"[\w\u064b-\u065f\u0670]+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Token:
    """One printed word, number or mark.

    `norm` is the folded word; `proclitics` the particles written onto its front (folded); `stem` what
    remains between clitics (folded, ال kept), standing at `stem_start:stem_end`; `base` the stem without
    ال; `enclitic` the pronoun at its end or ''. `kind`: word | number | latin | mark.
    """

    start: int
    end: int
    text: str
    norm: str
    kind: str = "word"
    proclitics: tuple[str, ...] = ()
    stem: str = ""
    stem_start: int = 0
    stem_end: int = 0
    base: str = ""
    enclitic: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: `start:end` are the words inside the marks; `outer_start:outer_end` include them.

    `closed` is False where the closing mark is missing and the end was inferred; `depth` 0 is outermost.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    depth: int = 0
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence or paragraph: code points `start:end`, tokens `first:last` (half-open)."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Analysis:
    """One text, analysed. Tuples are in text order."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Stretch, ...]
    paragraphs: tuple[Stretch, ...]
    quotes: tuple[Quote, ...]

    def first_token_at(self, offset: int) -> int:
        """Index of the first token that starts at or after `offset`."""
        return bisect_left(self.tokens, offset, key=lambda t: t.start)


def analyse(text: str) -> Analysis:
    """Words, sentences, paragraphs and quotations of `text`. Any string is accepted."""
    tokens = []
    for m in _TOKEN.finditer(text):
        word = m.group()
        norm = word.translate(_FOLD)
        base = norm[2:] if norm.startswith("ال") and len(norm) > 4 else norm
        tokens.append(
            Token(m.start(), m.end(), word, norm, "word", (), norm, m.start(), m.end(), base)
        )
    paragraphs = _stretches(text, re.compile(r"[^\n]+"), tokens)
    sentences = _stretches(text, re.compile(r"[^\n.!؟?]+[.!؟?]*"), tokens)
    quotes = tuple(
        Quote(m.start() + 1, m.end() - 1, m.start(), m.end())
        for m in re.finditer(r"\"[^\"\n]*\"|«[^»\n]*»|“[^”\n]*”", text)
    )
    return Analysis(text, tuple(tokens), sentences, paragraphs, quotes)


def _stretches(text: str, pattern: re.Pattern[str], tokens: list[Token]) -> tuple[Stretch, ...]:
    out = []
    for m in pattern.finditer(text):
        if m.group().strip():
            first = bisect_left(tokens, m.start(), key=lambda t: t.start)
            last = bisect_left(tokens, m.end(), key=lambda t: t.start)
            out.append(Stretch(m.start(), m.end(), first, last))
    return tuple(out)
