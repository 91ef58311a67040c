"""The outlet or agency that a text itself credits.

    1. «نقلا عن: …», «المصدر: …» on a line of the page, or the line after a bare «المصدر»
    2. a line of agencies and nothing else: «رويترز», «فرانس 24/ أ ف ب», «بغداد/ الأناضول»
    3. the dateline: «القاهرة (رويترز) -», «بيروت - أ ف ب:»
    4. an agency in brackets after the last full stop

What somebody in the article is quoted from is a statement's business, not this.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rawi.article import page_lines
from rawi.article.captions import is_credit
from rawi.article.layout import Layout
from rawi.article.lines import PROSE, Line
from rawi.article.outlets import outlet_named, segments
from rawi.records import Span

_QUOTES = " \"'«»“”‘’*#.:،؛-–—|/\u200e\u200f"
_QUOTED = re.compile(r"^[*\s]*[\"«“]([^\"«»“”\n]{2,40})[\"»”]")
_ENDS = re.compile(r"[.|\n]")
_ROLES = ("credit", "date", "byline", "kicker")
_DATELINES = (
    re.compile(
        r"^[^\n(]{0,60}[(\[]\s*([^()\[\]\n]{2,40}?)\s*[)\]]\s*[-–—ـ:]"
    ),  # القاهرة (رويترز) -
    re.compile(r"^[^\n.؟!:]{2,40}?\s*[-–—ـ]\s*([^\n.؟!:\-–—]{2,30}?)\s*:"),  # بيروت - أ ف ب:
    re.compile(r"^([^\n.؟!:/]{2,30}?)\s*[-–—ـ/]"),  # رويترز -
    re.compile(r"^[^\n/]{2,30}?\s*/\s*([^\n/]{2,30}?)\s*/"),  # بغداد/ الأناضول/
)
_SIGNED = re.compile(r"[.!؟]\s*[(\[]([^()\[\]\n]{2,40})[)\]]\s*$")
_SOURCE_WORDS = 6  # of a source on the line below a bare «المصدر»


@dataclass(frozen=True, slots=True)
class Credit:
    """The credited name as printed, and whether the page says "source" in so many words."""

    span: Span
    explicit: bool


def credit_of(text: str, layout: Layout) -> Credit | None:
    """What `text` credits, by its layout; None where it credits nobody."""
    span = _named(text, layout)
    if span is not None:
        return Credit(span, explicit=True)
    span = _bare_line(text, layout) or _dateline(text, layout) or _signature(text, layout)
    return Credit(span, explicit=False) if span is not None else None


def _named(text: str, layout: Layout) -> Span | None:  # 1
    lines = layout.lines
    for i, line in enumerate(lines):
        if layout.roles[i] not in _ROLES:
            continue
        at = page_lines.after_cue(line, "credit")
        at = page_lines.cue_inside(line, "credit") if at is None else at
        if at is None:
            continue
        if (span := _value(text, line, at)) is not None:
            return span
        below = lines[i + 1] if i + 1 < len(lines) else None
        if below is not None and below.words <= _SOURCE_WORDS and not below.stopped:
            return _trimmed(text, below.start, below.end)
    return None


def _value(text: str, line: Line, at: int) -> Span | None:
    """What follows a cue on its line: the words in quotation marks, else up to a stop."""
    rest = line.text[at:]
    quoted = _QUOTED.match(rest)
    if quoted is not None:
        return _trimmed(text, line.start + at + quoted.start(1), line.start + at + quoted.end(1))
    stop = _ENDS.search(rest.rstrip(_QUOTES))
    return _trimmed(text, line.start + at, line.start + at + (stop.start() if stop else len(rest)))


def _bare_line(text: str, layout: Layout) -> Span | None:  # 2
    for line in layout.having("credit", "byline"):
        parts = segments(line.text)
        known = [p for p in parts if _kind(p) == "agency"]
        if known and len(parts) <= 5:
            at = text.index(known[0], line.start, line.end)
            last = text.index(known[-1], at, line.end)
            return _trimmed(text, at, last + len(known[-1]))
    return None


def _dateline(text: str, layout: Layout) -> Span | None:  # 3
    """The agency of the dateline; another outlet there is the publisher itself."""
    prose = layout.having(PROSE)
    for pattern in _DATELINES if prose else ():
        found = pattern.match(prose[0].text)
        if found is not None and _kind(found.group(1)) == "agency":
            start = prose[0].start
            return _trimmed(text, start + found.start(1), start + found.end(1))
    return None


def _signature(text: str, layout: Layout) -> Span | None:  # 4
    prose = layout.having(PROSE)
    found = _SIGNED.search(prose[-1].text) if prose else None
    if found is None:
        return None
    parts = segments(found.group(1))
    if all(is_credit(p) for p in parts) and any(_kind(p) is not None for p in parts):
        start = prose[-1].start
        return _trimmed(text, start + found.start(1), start + found.end(1))
    return None


def _kind(name: str) -> str | None:
    known = outlet_named(name)
    return known.kind if known is not None else None


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and (text[start].isspace() or text[start] in _QUOTES):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _QUOTES):
        end -= 1
    return Span.of(text, start, end) if start < end else None
