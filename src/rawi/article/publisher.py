"""Which outlet published a text.

    1. the source's metadata, a name or a site
    2. the address
    3. the name that the page prints above its menu, where the text uses it again
    4. the Arabic outlet in a line of the page itself («تابعوا … على»), the byline or the dateline
    5. the one Arabic outlet that people in the article speak to («قال لـ"العربي الجديد"»)

A text that says it was taken from elsewhere is not published by the outlet it was taken from.
"""

from __future__ import annotations

import re

from rawi.arabic.letters import fold
from rawi.article import page_lines
from rawi.article.layout import Layout
from rawi.article.lines import PROSE, Line
from rawi.article.outlets import Outlet, outlet_at, outlet_named, same_house, segments
from rawi.sources.document import Document

_QUOTES = " \"'«»“”‘’*#.:،؛-–—|/\u200e\u200f"
_OWN_LINES = ("follow", "copyright", "newsletter", "disclaimer")
# A dateline: «لندن - عربي21:», «بغداد ـ «القدس العربي»:».
_OPENING = re.compile(
    r"^[^\n.؟!]{2,50}[)»\"”]\s*[-–—ـ:/]|^[^\n.؟!]{2,50}?\s[-–—ـ]\s[^\n.؟!:]{2,30}:"
)
_LONGEST = 4  # words of an outlet's name
_TO_QUOTED = re.compile(r"(?<!\w)لـ?\s?[\"«“]([^\"«»“”\n]{2,40})[\"»”]")
_TO_PLAIN = re.compile(r"(?<!\w)ل(ل|ـ\s?)?(\w+(?: \w+){1,3})")


def outlet_of(document: Document, layout: Layout, copied_from: str | None) -> str | None:
    """The outlet's usual name, or None. `copied_from` is whose text the page says it is."""
    if document.outlet:  # 1
        at = outlet_at(document.outlet) if "." in document.outlet else None
        return at.name if at else document.outlet
    if document.url and (at := outlet_at(document.url)):  # 2
        return at.name
    found = (
        _site(document.text, layout)  # 3
        or _named_by_the_page(layout)  # 4
        or _spoken_to(document.text)  # 5
    )
    return None if found and copied_from and same_house(copied_from, found) else found


def _site(text: str, layout: Layout) -> str | None:
    folded = fold(text)
    for line in layout.having("site"):
        known = outlet_named(line.text)
        if known is not None:
            return known.name
    if layout.roles[:1] != ["site"]:
        return None
    top = layout.lines[0]
    above_menu = layout.roles[1:2] == ["trail"]
    if above_menu or (top.words >= 2 and folded.count(fold(top.text)) >= 2):
        return top.text.strip(_QUOTES)
    return None


def _named_by_the_page(layout: Layout) -> str | None:
    found = {
        known.name
        for line in layout.having(*_OWN_LINES)
        if (known := _first_named(re.findall(r"\w+", line.text))) is not None
    }
    prose = layout.having(PROSE)
    openings = [p.group() for line in prose[:1] if (p := _OPENING.match(line.text))]
    for words in (
        *openings,
        *(line.text for line in layout.having("byline", "credit") if not _cites(line)),
    ):
        for part in segments(words):
            known = outlet_named(part)
            if known and known.arabic and known.kind != "agency" and _is_sure(part, words):
                found.add(known.name)
    return found.pop() if len(found) == 1 else None


def _cites(line: Line) -> bool:
    """Whether a line names its source («المصدر: …»), which may be anybody."""
    return page_lines.after_cue(line, "credit") is not None


def _is_sure(name: str, whole: str) -> bool:
    """Whether a name is no common word: of two words, quoted, or with a place beside it."""
    quoted = any(mark in whole for mark in '«"“')
    return quoted or len(re.findall(r"\w+", name)) >= 2 or len(segments(whole)) == 2


def _first_named(words: list[str]) -> Outlet | None:
    """The first outlet named in a row of words by two words or more (one is a common word too)."""
    for start in range(len(words)):
        for size in range(_LONGEST, 1, -1):
            known = outlet_named(" ".join(words[start : start + size]))
            if known is not None and known.arabic:
                return known
    return None


def _spoken_to(text: str) -> str | None:
    """The one Arabic outlet spoken to; every paper quotes what agencies were told."""
    found: set[str] = set()
    for match in _TO_QUOTED.finditer(text):
        known = outlet_named(match.group(1))
        if known is not None and known.arabic and known.kind != "agency":
            found.add(known.name)
    for match in _TO_PLAIN.finditer(text):
        words = (("ال" if match.group(1) == "ل" else "") + match.group(2)).split()
        for size in range(len(words), 1, -1):
            known = outlet_named(" ".join(words[:size]))
            if known is not None:
                # A newspaper's bare name is two common words («للشرق الأوسط»): others' are not.
                if known.arabic and known.kind in ("site", "broadcaster"):
                    found.add(known.name)
                break
    return found.pop() if len(found) == 1 else None
