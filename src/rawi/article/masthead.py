"""What an article's masthead says: outlet, byline, the day it was published, the source it credits.

Every answer is either the source's own metadata or words of the text, never a guess:

    outlet     1 the metadata   2 the address   3 the page's own name above the menu, where the text
               uses it again   4 the outlet that people in the article speak to («لـ"…"»)
    credited   1 «نقلا عن: …», «المصدر: …»   2 a line of agencies alone   3 the dateline
               («القاهرة (رويترز) -»)   4 an agency in brackets after the last full stop
    published  1 the metadata   2 the printed date   3 the day that the caller gives; those that
               disagree are kept as rivals
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from rawi.arabic.letters import fold
from rawi.article.captions import is_credit
from rawi.article.layout import PROSE, TITLE, Layout
from rawi.article.lines import Line
from rawi.article.metadata_date import parse_metadata_date
from rawi.article.outlets import Outlet, outlet_at, outlet_named, segments
from rawi.article.printed_date import find_dates
from rawi.records import Published, Span
from rawi.sources.document import Document

_QUOTES = " \"'«»“”‘’*#.:،؛-–—|/\u200e\u200f"
_CREDIT = re.compile(
    r"(?:نقلا?[\u064b]?ا?[\u064b]?\s+(?:عن|من)|المصدر(?:\s+الأصلي)?|المصادر|بالاتفاق مع)"
    r"\s*[:：/\-–]?\s*"
)
_EXPLICIT = re.compile(r"نقل[اًا\u064b]{1,2}\s+عن\s*:?\s*([^.\n|]{2,60})")
_BYLINE_CUE = re.compile(
    r"^(?:بقلم|كتبت?ه?|إعداد|اعداد|تحرير|تحقيق|حوار|ترجمة|الكاتبة?|المؤلف|المحرر|محرر|المراسل|مراسل|[Bb]y)"
    r"\s*[:：/\-–]*\s*"
)
_DATELINE = re.compile(
    r"^[^\n]{0,60}?[(\[]\s*([^()\[\]\n]{2,40}?)\s*[)\]]\s*[-–—:]|"  # القاهرة (رويترز) -
    r"^([^\n.؟!:]{2,40}?)\s*[-–—]\s*([^\n.؟!:\-–—]{2,30}?)\s*:|"  # بغداد - رويترز:
    r"^([^\n/]{2,30}?)\s*/\s*([^\n/]{2,30}?)\s*/"  # بغداد/ واع/
)
_SIGNED = re.compile(r"[.!؟]\s*[(\[]([^()\[\]\n]{2,40})[)\]]\s*$")
_TO_OUTLET = re.compile(r"(?<!\w)ل(?:ـ|ل)?\s?[\"«“']?([^\s\"«»“”'،.]+(?:\s[^\s\"«»“”'،.]+){0,2})")
_TO_QUOTED = re.compile(r"(?<!\w)لـ?\s?[\"«“]([^\"«»“”\n]{2,40})[\"»”]")
_LAST_NAME = 6  # words of a signature below the article


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the masthead says; None where it is silent."""

    outlet: str | None
    byline: str | None
    credited: Span | None
    published: Published | None


def read_masthead(document: Document, layout: Layout, given: date | None) -> Masthead:
    """The masthead of a laid-out document. `given` is the day to take where nothing is printed."""
    credited = _credited(document.text, layout)
    outlet = _outlet(document, layout, credited)
    if credited is not None and _same(credited.text, outlet) and not _explicit(layout):
        credited = None  # an outlet's own dateline credits nobody
    return Masthead(
        outlet=outlet,
        byline=document.byline or _byline(layout, outlet),
        credited=credited,
        published=_published(document, layout, given),
    )


def _same(name: str, outlet: str | None) -> bool:
    """Whether both are one house: «الجزيرة» is that of «الجزيرة نت»."""
    if outlet is None:
        return False
    one, other = outlet_named(name), outlet_named(outlet)
    a, b = fold(one.name if one else name), fold(other.name if other else outlet)
    return a == b or a.startswith(b + " ") or b.startswith(a + " ")


# ── outlet ───────────────────────────────────────────────────────────────────────────────────────


def _outlet(document: Document, layout: Layout, credited: Span | None) -> str | None:
    if document.outlet:  # 1
        at = outlet_at(document.outlet) if "." in document.outlet else None
        return at.name if at else document.outlet
    if document.url and (at := outlet_at(document.url)):  # 2
        return at.name
    if (site := _site(document.text, layout)) is not None:  # 3
        return site
    spoken = _spoken_to(document.text)  # 4
    if spoken is None or (
        credited is not None and _copied(layout) and _same(credited.text, spoken)
    ):
        return None
    return spoken


def _site(text: str, layout: Layout) -> str | None:
    """The name at the top of the page: one that the lexicon knows, or that the text uses again."""
    folded = fold(text)
    for line in layout.having("site"):
        known = outlet_named(line.text)
        if known is not None:
            return known.name
        if folded.count(fold(line.text)) >= 2 or (
            line is layout.lines[0] and layout.roles[1:2] == ["trail"]
        ):
            return line.text.strip(_QUOTES)
    return None


def _spoken_to(text: str) -> str | None:
    """The outlet that people speak to without its kind being named («قال لـ"العربي الجديد"»).

    Twice, or once where a picture is credited to it too. Agencies are spoken to in every paper.
    """
    counts: Counter[str] = Counter()
    for found in (*_TO_QUOTED.finditer(text), *_TO_OUTLET.finditer(text)):
        words = found.group(1).split()
        for size in range(len(words), 0, -1):
            known = _known_outlet(" ".join(words[:size]), found.group())
            if known is not None:
                counts[known.name] += 1
                break
    credits = {
        fold(m.group(1).strip()) for m in re.finditer(r"\(([^()\n]{2,40})\)\s*(?:\n|$)", text)
    }
    for name, n in counts.most_common():
        if n >= 2 or fold(name) in credits:
            return name
    return None


def _known_outlet(words: str, whole: str) -> Outlet | None:
    """The outlet in `words`; written onto لـ its article is lost: «للجزيرة» is الجزيرة."""
    assimilated = whole.startswith("لل")
    known = outlet_named(f"ال{words}" if assimilated else words)
    quoted = any(q in whole for q in '"«“') or assimilated or "ـ" in whole
    return known if known is not None and known.kind != "agency" and quoted else None


# ── credit ───────────────────────────────────────────────────────────────────────────────────────


def _credited(text: str, layout: Layout) -> Span | None:
    lines, roles = layout.lines, layout.roles
    for i, line in enumerate(lines):  # 1
        if roles[i] not in ("credit", "date", "byline", "kicker"):
            continue
        explicit = _EXPLICIT.search(line.text)
        if explicit is not None:
            return _trimmed(text, line.start + explicit.start(1), line.start + explicit.end(1))
        cue = _CREDIT.match(line.text.lstrip(_QUOTES))
        if cue is None:
            continue
        at = line.end - len(line.text.lstrip(_QUOTES)) + cue.end()
        at = min(at, line.end)
        if text[at : line.end].strip(_QUOTES):
            return _trimmed(text, at, line.end)
        after = lines[i + 1] if i + 1 < len(lines) else None
        if after is not None and after.words <= _LAST_NAME and not after.stopped:
            return _trimmed(text, after.start, after.end)
    for line in layout.having("credit", "byline"):  # 2
        parts = segments(line.text)
        known = [p for p in parts if (o := outlet_named(p)) is not None and o.kind == "agency"]
        if known and len(parts) <= 3:
            at = text.index(known[-1], line.start, line.end)
            return _trimmed(text, at, at + len(known[-1]))
    prose = layout.having(PROSE)
    if not prose:
        return None
    if (dateline := _DATELINE.match(prose[0].text)) is not None:  # 3
        for group in (1, 3, 2, 5):
            name = dateline.group(group)
            if name and _is_outlet(name):
                start = prose[0].start + dateline.start(group)
                return _trimmed(text, start, start + len(name))
    if (signed := _SIGNED.search(prose[-1].text)) is not None:  # 4
        parts = segments(signed.group(1))
        if parts and all(is_credit(p) for p in parts) and any(_is_outlet(p) for p in parts):
            start = prose[-1].start + signed.start(1)
            return _trimmed(text, start, start + len(signed.group(1)))
    return None


def _is_outlet(name: str) -> bool:
    return outlet_named(name) is not None


def _explicit(layout: Layout) -> bool:
    """Whether a line of the page names a source in so many words."""
    return any(
        _CREDIT.search(line.text) for line in layout.having("credit", "date", "byline", "kicker")
    )


def _copied(layout: Layout) -> bool:
    """Whether the page says that its text is taken from elsewhere."""
    return any(_EXPLICIT.search(line.text) for line in layout.having("credit", "date", "byline"))


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and (text[start].isspace() or text[start] in _QUOTES):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _QUOTES):
        end -= 1
    return Span.of(text, start, end) if start < end else None


# ── byline ───────────────────────────────────────────────────────────────────────────────────────


def _byline(layout: Layout, outlet: str | None) -> str | None:
    for line in layout.having("byline"):
        cue = _BYLINE_CUE.match(line.text)
        name = line.text[cue.end() :] if cue else line.text
        name = name.strip(_QUOTES)
        parts = segments(name) if not cue else [name]
        person = [p for p in parts if outlet_named(p) is None]
        if name and person and not _same(name, outlet):
            return name
    return None


# ── date ─────────────────────────────────────────────────────────────────────────────────────────


def _published(document: Document, layout: Layout, given: date | None) -> Published | None:
    known: list[Published] = []
    if (day := parse_metadata_date(document.published)) is not None:  # 1
        known.append(Published(day, day, "metadata", note=f"metadata: {document.published}"))
    known.extend(_printed(document.text, layout))  # 2
    if given is not None:  # 3
        known.append(Published(given, given, "metadata", note="given by the caller"))
    if not known:
        return None
    first = known[0]
    rivals = tuple(p for p in known[1:] if p.begin != first.begin)
    return Published(first.begin, first.end, first.basis, first.evidence, first.note, rivals)


def _printed(text: str, layout: Layout) -> list[Published]:
    """The dates that the masthead's lines print; one that says when it was updated comes last."""
    first: list[Published] = []
    later: list[Published] = []
    for line in layout.having("date", "byline", "credit"):
        for found in find_dates(line.text)[:2]:
            span = Span.of(text, line.start + found.start, line.start + found.end)
            note = "Hijri date converted" if found.hijri else None
            published = Published(found.day, found.day, "printed", (span,), note)
            (later if _updates(line) else first).append(published)
    return [*first, *later]


def _updates(line: Line) -> bool:
    return "تحديث" in line.folded or "updated" in line.folded


def title_span(text: str, layout: Layout) -> Span | None:
    """The title as a span of `text`, without the site's name that some pages write after it."""
    if layout.title is None or layout.roles[layout.title] != TITLE:
        return None
    line = layout.lines[layout.title]
    cut = max(line.text.rfind(" | "), line.text.rfind(" - "), line.text.rfind(" – "))
    if cut > 0 and outlet_named(line.text[cut + 3 :]) is not None:
        return Span.of(text, line.start, line.start + len(line.text[:cut].rstrip()))
    return Span.of(text, line.start, line.end)
