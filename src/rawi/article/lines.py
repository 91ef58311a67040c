"""A text as lines, each with its place and what can be seen of it at a glance."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rawi.arabic.letters import fold

# Everything that ends a line in somebody's file, U+2028 and its kind included.
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_WORD = re.compile(r"[^\W_]+")
_ARABIC = re.compile(r"[\u0620-\u064a\u0671-\u06d3]")
_MARKS = re.compile(r"[^\w\s]|_")
_SPACE = re.compile(r"\s+")
_DISPATCH_END = re.compile(r"\s*\(\s*(?:النهاية|انتهى|يتبع)\s*\)\s*$")  # «… أقرب وقت.(النهاية)»
PROSE = "prose"  # the role of the article's own lines
TITLE = "title"
PARAGRAPH = 12  # words: a line that stops after so many is a paragraph; headlines rarely reach it
LONG = 25  # words: a line of so many is a paragraph even without a full stop
_STOPS = ".!؟?…؛"
_CLOSERS = "\"”»’'›)]}"
_INVISIBLE = (
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line that holds more than white space; `text` is the article's `start:end`, stripped.

    `folded` is its folded spelling, `key` the same without marks and digits; `words` counts words;
    `latin` says that it has letters, none of them Arabic; `stopped` that it ends like a sentence.
    """

    start: int
    end: int
    text: str
    folded: str
    key: str
    words: int
    latin: bool
    stopped: bool
    apart: bool  # a blank line stands before it, or nothing does


def split_lines(text: str) -> list[Line]:
    """The lines of `text` that hold more than white space, in order."""
    found: list[Line] = []
    last = 0
    for match in _LINE.finditer(text):
        raw = match.group()
        stripped = raw.strip().strip(_INVISIBLE).strip()
        if not stripped:
            continue
        start = match.start() + raw.index(stripped)
        folded = _SPACE.sub(" ", fold(stripped)).strip()
        key = " ".join(w for w in _MARKS.sub(" ", folded).split() if not w.isdigit())
        end = _DISPATCH_END.sub("", stripped).rstrip(_CLOSERS)
        between = text[last:start].replace("\r\n", "\n")
        last = start + len(stripped)
        found.append(
            Line(
                start,
                last,
                stripped,
                folded,
                key,
                words=len(_WORD.findall(folded)),
                latin=bool(key) and not _ARABIC.search(folded),
                stopped=(end[-1:] in _STOPS) if end else False,
                apart=not found or len(_BREAK.findall(between)) > 1,
            )
        )
    return found


def reads_on(line: Line) -> bool:
    """Whether a line reads like a paragraph of running text."""
    return (line.stopped and line.words >= PARAGRAPH) or line.words >= LONG


def plain(text: str) -> str:
    """A spelling in which two printings of one headline are equal."""
    return _SPACE.sub(" ", fold(text)).strip(" .\"'«»“”")
