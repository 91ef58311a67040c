"""A dossier as blocks of runs: what every format writes, and nothing that only one of them knows.

A run's text is plain: writers escape it in their own way. No run can hold a character that a file
format refuses or that reorders the words around it: `Run` takes those out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# What XML 1.0 cannot hold (controls, lone surrogates, non-characters), and what turns the order of the
# text around it: embeddings, overrides and isolates. Direction is the writers' business.
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_RTL_LETTER = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LTR_LETTER = re.compile("[A-Za-z\u00c0-\u024f\u0370-\u052f]")
# An ordering mark keeps its place: names beside it in two directions cannot change places across it.
MARKS = {"rtl": "\u200f", "ltr": "\u200e"}


def clean(text: str) -> str:
    """`text` on one line, without what no file can hold or what reorders its surroundings."""
    text = _TURNING.sub("", text)
    text = _UNFIT.sub(lambda m: " " if m[0] in "\r\x0b\x0c\x85" else "\ufffd", text)
    return " ".join(text.split())


def _kept(text: str) -> str:
    """Cleaned, with one space at either end where there was white space."""
    inner = clean(text)
    if not inner:
        return " " if text else ""
    return f"{' ' * text[:1].isspace()}{inner}{' ' * text[-1:].isspace()}"


@dataclass(frozen=True, slots=True)
class Run:
    """Words in one style. `role`: plain | strong | quote | dim | mark (the evidence in its sentence).

    `story`: the words come from an article or a user, so they may be in either direction. `ref`: the
    run is the number of this citation; `href`: it leads to this address.
    """

    text: str
    role: str = "plain"
    story: bool = False
    ref: int | None = None
    href: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", _kept(self.text))


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the dossier's parts."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. `role`: text | meta (about the dossier)."""

    runs: Line
    role: str = "text"


@dataclass(frozen=True, slots=True)
class Entry:
    """One picked record: who and how, the exact words with their citation, the user's note."""

    number: int
    lead: Line
    words: Line
    note: Line = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered citation: its lines, the source first."""

    number: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `columns`: titles, each with its share of the width."""

    columns: tuple[tuple[str, int], ...]
    rows: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A plain list."""

    items: tuple[Line, ...]


Block = Heading | Paragraph | Entry | Citation | Table | Listing


@dataclass(frozen=True, slots=True)
class Document:
    """A dossier, ready to be written. `direction`: rtl | ltr."""

    title: str
    lang: str
    direction: str
    blocks: tuple[Block, ...]


def story(text: str | None, role: str = "plain", href: str | None = None) -> Run:
    """A run of words that are not the program's own."""
    return Run(text or "", role, story=True, href=href)


def joined(lines: list[Line] | tuple[Line, ...], between: str) -> Line:
    """The lines that say something, as one, with `between` between them."""
    out: list[Run] = []
    for line in lines:
        if any(run.text.strip() for run in line):
            out += [Run(between), *line] if out else line
    return tuple(out)


def direction(text: str) -> str | None:
    """Which way the first letter of `text` runs: rtl | ltr, None where it has none."""
    right, left = _RTL_LETTER.search(text), _LTR_LETTER.search(text)
    if right is None or left is None:
        return "rtl" if right else "ltr" if left else None
    return "rtl" if right.start() < left.start() else "ltr"


def line_direction(line: Line, base: str) -> str:
    """The direction of a line as a paragraph: that of the story's words where no others are in it."""
    if any(direction(run.text) and not run.story for run in line):
        return base
    return direction("".join(run.text for run in line if run.story)) or base


def stretches(text: str, base: str) -> list[tuple[str, str]]:
    """`text` cut where letters of the other direction begin, as (direction, words).

    What has no direction (spaces, digits, stops) stays with the words before it; at the start, with
    `base`.
    """
    out: list[tuple[str, str]] = []
    way, held = direction(text) or base, ""
    for char in text:
        turn = "rtl" if _RTL_LETTER.match(char) else "ltr" if _LTR_LETTER.match(char) else way
        if turn != way and held:
            out.append((way, held))
            held = ""
        way, held = turn, held + char
    return [*out, (way, held)] if held else out
