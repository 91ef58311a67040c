"""An article's text in pieces that a page can show, and its records as marks over them.

A piece is one run of the text between line ends; each knows its offsets, so that a browser can lay marks
over it. Characters that HTML would drop or change are replaced one for one: offsets hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from rawi.records import (
    Article,
    Commitment,
    Event,
    Figure,
    Name,
    Record,
    Span,
    Statement,
    Time,
)

# What an HTML parser drops, changes or refuses: C0 controls but tab, DEL to C1, lone surrogates, and the
# non-characters. U+FFFD is one code point, as each of them is.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_ARABIC = re.compile("[\u0621-\u064a]")
_LINE = re.compile(r"[^\n]+")


def clean(text: str) -> str:
    """`text` with every character that a page cannot carry replaced by U+FFFD, the length unchanged."""
    return _UNSAFE.sub(lambda m: " " if m[0] in "\r\x0b\x0c\x85" else "\ufffd", text)


@dataclass(frozen=True, slots=True)
class Piece:
    """One run of the article's text. `body` is False for menus, captions and the like."""

    start: int
    end: int
    text: str
    body: bool


@dataclass(frozen=True, slots=True)
class Stretch:
    """Pieces that follow each other and are all of the body, or all not."""

    body: bool
    pieces: tuple[Piece, ...]


def title_piece(article: Article) -> Piece | None:
    """The title where the text holds it: it heads the page, and marks over it are laid there."""
    if article.title is None or not article.title.text.strip():
        return None
    return Piece(article.title.start, article.title.end, clean(article.title.text), body=False)


def way(text: str) -> str:
    """The direction of a text of an article. Not by its first letter: «(CNN) --» begins Arabic paragraphs."""
    return "rtl" if _ARABIC.search(text) else "auto"


def pieces(article: Article) -> list[Piece]:
    """The text in order, without the title, cut at line ends and where the body begins and ends.

    No letter that can be seen is lost.
    """
    text = clean(article.text)
    title = article.title or Span(0, 0, "")
    spans = (*article.body, title)
    cuts = sorted({0, len(text), *(cut for span in spans for cut in (span.start, span.end))})
    found = []
    for begin, end in pairwise(cuts):
        if title.start <= begin and end <= title.end:
            continue
        body = any(span.start <= begin and end <= span.end for span in article.body)
        found += [
            Piece(line.start(), line.end(), line[0], body)
            for line in _LINE.finditer(text, begin, end)
            if line[0].strip()
        ]
    return found


def stretches(article: Article) -> list[Stretch]:
    """The pieces grouped: what is not the article proper can then be folded away together."""
    return [
        Stretch(body, tuple(group))
        for body, group in groupby(pieces(article), key=lambda piece: piece.body)
    ]


def parts(record: Record) -> Iterator[tuple[int, int]]:
    """The spans that a record points at besides its own."""
    spans: tuple[object, ...] = ()
    match record:
        case Statement():
            spans = (record.cue, record.speaker, record.via)
        case Name():
            spans = (record.role,)
        case Time():
            spans = (record.limit, record.anchor)
        case Figure():
            spans = (record.thing, record.place)
        case Commitment():
            spans = (*record.party, record.subject, record.action, record.limit, record.condition)
        case Event():
            spans = (record.actor, record.target, record.place)
    for span in spans:
        start, end = getattr(span, "start", None), getattr(span, "end", None)
        if start is not None and end is not None:
            yield start, end
