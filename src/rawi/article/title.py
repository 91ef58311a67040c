"""Which line of a text is its title.

1. the line that the source's own metadata names
2. of the lines above the article, the first that is printed twice
3. else the first that reads like a headline, unless it is the site's motto
4. a first line that is a headline though it is short, long, or ends with a question
"""

from __future__ import annotations

from rawi.arabic.letters import fold
from rawi.article.captions import is_caption
from rawi.article.lines import LONG, PROSE, Line, plain, reads_on
from rawi.article.outlets import outlet_named
from rawi.article.printed_date import PrintedDate, find_dates
from rawi.records import Span

_WORDS = (3, 40)  # words of a title that is recognised by itself
# «شاهد.. كذا», «حدث في مثل هذا اليوم»: at the very top these announce nothing but themselves.
_OPENING_ROLES = ("related", "date")
_SEARCHED = 60  # lines: menus above a title are shorter
_NO_END = (".", "،", ":")
_PAPERS = frozenset(map(fold, ("جريدة", "صحيفة", "مجلة", "وكالة", "شبكة", "موقع", "قناة", "إذاعة", "بوابة")))
_PAPER = 4  # words of an outlet's name on a line of its own
_SITE_MARKS = (" | ", " - ", " – ")


def find_title(lines: list[Line], roles: list[str], first: int, named: str | None) -> int | None:
    """The title's index in `lines`, or None. `first` is where the article begins, `named` the
    title by the source's metadata."""
    if named:  # 1
        wanted = plain(named)
        for i, line in enumerate(lines[:_SEARCHED]):
            if plain(line.text) == wanted:
                return i
    found = [i for i in range(first) if _reads_like_one(lines[i], roles[i], i)]
    if len(found) > 1 and _names_paper(lines[found[0]]):
        found = found[1:]
    if not found:
        return 0 if _is_bold(lines, roles) else None  # 4
    keys = [plain(lines[i].text) for i in found]
    for i, key in zip(found, keys, strict=True):  # 2
        if keys.count(key) > 1:
            return i
    return found[1] if len(found) > 1 and _is_motto(lines, found[0]) else found[0]  # 3


def title_span(text: str, line: Line) -> Span:
    """The title as a span of `text`, without the site's name that some pages write after it."""
    cut = max(line.text.rfind(mark) for mark in _SITE_MARKS)
    if cut > 0 and outlet_named(line.text[cut + 3 :]) is not None:
        return Span.of(text, line.start, line.start + len(line.text[:cut].rstrip()))
    return Span.of(text, line.start, line.end)


def _reads_like_one(line: Line, role: str, i: int) -> bool:
    """A line above the article that is neither the page's nor a picture's nor a date."""
    return (
        (role == PROSE or (i == 0 and role in _OPENING_ROLES))
        and _WORDS[0] <= line.words <= _WORDS[1]
        and not line.text.endswith(_NO_END)
        and not line.latin
        and not find_dates(line.text)
        and not is_caption(line, frozenset(), before_article=True)
    )


def _is_bold(lines: list[Line], roles: list[str]) -> bool:
    if len(lines) < 2 or roles[0] not in (PROSE, *_OPENING_ROLES):
        return False
    top, below = lines[0], lines[1]
    dates = find_dates(top.text)
    if dates and (roles[0] == "date" or not _words_beside(top.text, dates)):
        return False  # «نشر في 25/05/2019» names a day, not a subject
    if top.latin or top.words > _WORDS[1] or top.text.endswith(_NO_END):
        return False
    if (top.words < _WORDS[0] or top.stopped) and not (below.apart and top.words <= LONG):
        return False
    return any(reads_on(line) for line in lines[1:])


def _words_beside(text: str, dates: list[PrintedDate]) -> bool:
    """Whether a line says anything but the days that it prints."""
    beside = text[: dates[0].start] + text[dates[-1].end :]
    return any(c.isalpha() for c in beside)


def _names_paper(line: Line) -> bool:
    """Whether the line is no more than an outlet's name («جريدة الصباح الجديد»)."""
    return line.words <= _PAPER and line.key.split()[0] in _PAPERS


def _is_motto(lines: list[Line], i: int) -> bool:
    """The line that a site prints right under its own name at the top of the page."""
    return i == 1 and lines[0].words <= 5 and not lines[1].apart and lines[2].apart
