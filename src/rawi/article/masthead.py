"""What an article's masthead says: outlet, credit, byline, the day it was published.

    1. credited    credit.py
    2. outlet      publisher.py, which needs to know whether the text was taken from elsewhere
    3. byline      the source's metadata, else a line of the page
    4. published   the metadata, else the printed date, else the day that the caller gives; those
                   that disagree are kept as rivals

Every answer is the source's own metadata or words of the text, never a guess.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from rawi.article import page_lines
from rawi.article.credit import Credit, credit_of
from rawi.article.layout import PROSE, Layout
from rawi.article.lines import Line
from rawi.article.metadata_date import parse_metadata_date
from rawi.article.outlets import outlet_named, same_house, segments
from rawi.article.printed_date import find_dates
from rawi.article.publisher import outlet_of
from rawi.records import Published, Span
from rawi.sources.document import Document

_MARKS = " \"'«»“”‘’*#.:،؛-–—|/\u200e\u200f"
_HANDLE = re.compile(r"@\w+")
_OPENING = 90  # characters in which a dateline ends
# a town and perhaps an agency before the day, a dash or a colon behind it; with «في» the agency must be named:
# «القاهرة، 3 مايو 2024 -», «بكين 3 مايو 2024 (وكالة) --», «الجزائر في 14 آب 2022 (وكالة) -»
_TOWN, _AGENCY = r"\s*(?!في\s)[\w\u064b-\u0652]+(?:\s[\w\u064b-\u0652]+)?", r"\s*\([^()\n]{1,25}\)"
_DATELINE = re.compile(
    rf"{_TOWN}(?:{_AGENCY})?\s*[-\u2013\u2014،,]?\s*@(?:{_AGENCY})?\s*[-\u2013\u2014:/]|{_TOWN}\sفي\s@{_AGENCY}\s*[-\u2013\u2014:]"
)
_DATES = 2  # in one line: the day of publication and that of the update


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the masthead says; None where it is silent."""

    outlet: str | None
    byline: str | None
    credited: Span | None
    published: Published | None


def read_masthead(document: Document, layout: Layout, given: date | None) -> Masthead:
    """The masthead of a laid-out document. `given` is the day to take where nothing is printed."""
    credit = credit_of(document.text, layout)  # 1
    outlet = outlet_of(document, layout, _copied_from(layout, credit))  # 2
    return Masthead(
        outlet=outlet,
        byline=document.byline or _byline(layout, outlet),  # 3
        credited=credit.span if credit and not _own_dateline(credit, outlet) else None,
        published=_published(document, layout, given),  # 4
    )


def _copied_from(layout: Layout, credit: Credit | None) -> str | None:
    """What the page says it was taken from («نقلا عن»); «المصدر» is also said of oneself."""
    lines = layout.having("credit", "date", "byline", "kicker")
    copied = any(page_lines.cue_inside(line, "credit") is not None for line in lines)
    return credit.span.text if credit and credit.explicit and copied else None


def _own_dateline(credit: Credit, outlet: str | None) -> bool:
    """An outlet that signs its own dateline credits nobody."""
    return not credit.explicit and same_house(credit.span.text, outlet)


def _byline(layout: Layout, outlet: str | None) -> str | None:
    for line in layout.having("byline"):
        at = page_lines.after_cue(line, "byline")
        name = _person(line.text[at or 0 :], cued=at is not None)
        if name and not same_house(name, outlet):
            return name
    for line in layout.having("date"):  # «فلان الفلاني | 3 مارس 2031»
        name, bar, _ = line.text.partition("|")
        words = name.split()
        cued = page_lines.after_cue(line, "date") is not None
        if bar and not cued and 2 <= len(words) <= 4 and all(word.isalpha() for word in words):
            return " ".join(words)
    return None


def _person(words: str, *, cued: bool) -> str | None:
    """The name in a byline: of several parts the one that is no outlet and no one-word place."""
    words = _HANDLE.sub("", words).strip(_MARKS)
    parts = [part.strip(_MARKS) for part in segments(words)]
    if len(parts) > 1 and not cued:
        named = [p for p in parts if len(p.split()) >= 2 and outlet_named(p) is None]
        return named[0] if named else None
    return words if words and outlet_named(words) is None else None


def _published(document: Document, layout: Layout, given: date | None) -> Published | None:
    known: list[Published] = []
    if (day := parse_metadata_date(document.published)) is not None:
        known.append(Published(day, day, "metadata", note=f"metadata: {document.published}"))
    known.extend(_printed(document.text, layout))
    if given is not None:
        known.append(Published(given, given, "metadata", note="given by the caller"))
    if not known:
        return None
    first = known[0]
    rivals = tuple(p for p in known[1:] if p.begin != first.begin)
    return Published(first.begin, first.end, first.basis, first.evidence, first.note, rivals)


def _printed(text: str, layout: Layout) -> list[Published]:
    """The dates that the masthead's lines print; those that say when it was updated come after them, the
    dateline's last."""
    first: list[Published] = []
    later: list[Published] = []
    for line in layout.having("date", "byline", "credit"):
        dates = find_dates(line.text)
        for found in [d for d in dates if not d.hijri][:_DATES] or dates[:1]:
            span = Span.of(text, line.start + found.start, line.start + found.end)
            note = "Hijri date converted" if found.hijri else None
            published = Published(found.day, found.day, "printed", (span,), note)
            (later if _updates(line) else first).append(published)
    return [*first, *later, *_of_dateline(text, layout)]


def _of_dateline(text: str, layout: Layout) -> list[Published]:
    """The day in the dateline that opens the text: «القاهرة، 3 مايو 2024 -», «بكين 3 مايو 2024 (وكالة) --»."""
    prose = next(iter(layout.having(PROSE)), None)
    dates = [d for d in find_dates(prose.text[:_OPENING]) if not d.hijri] if prose is not None else []
    if prose is None or not dates:
        return []
    found = dates[0]
    opening = f"{prose.text[: found.start]}@{prose.text[found.end : found.end + _OPENING]}"
    if not _DATELINE.match(opening):
        return []
    span = Span.of(text, prose.start + found.start, prose.start + found.end)
    return [Published(found.day, found.day, "printed", (span,), None)]


def _updates(line: Line) -> bool:
    return "تحديث" in line.folded or "updated" in line.folded
