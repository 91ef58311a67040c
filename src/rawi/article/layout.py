"""Every line of a text gets a role: the article proper, its title, or the page around it.

    1. each line alone: page_lines.tsv, breadcrumbs, hashtags, rules of dashes, bare credits
    2. where the article begins: its first line that reads like a paragraph
    3. the title: as the source names it, else the first line above the article that reads like one
    4. the masthead: dates, bylines and credits between title and article; the title printed again
    5. captions, by their credits
    6. what a "read also" line announces, and headlines left between paragraphs
    7. where the article ends: comment forms and lists of other articles, with all that follows

`PROSE` is the role of what remains. Nothing is dropped: roles only say what to read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rawi.arabic.letters import fold
from rawi.article import page_lines
from rawi.article.captions import bracket, is_caption, is_credit_line, repeated_credits
from rawi.article.lines import PARAGRAPH, PROSE, TITLE, Line, plain, reads_on, split_lines
from rawi.article.outlets import outlet_named, segments
from rawi.article.printed_date import find_dates
from rawi.article.title import find_title

_LETTER = re.compile(r"[^\W\d_]")
_LIST_ITEM = re.compile(r"^\s*(?:[-–—•*▪●◾#]|\(?\d{1,3}\s*[-.):/]|\d)")
_DATE_LINE = 16  # words of a line that prints the page's date; more make a sentence with a date
_RUN = (2, 5)  # headlines left between paragraphs; a longer run is a list of the article's own
_NAME = (2, 4)  # words of a person's name standing alone
_SOURCE_PARTS = 3  # of a line that says who writes from where: place, agency, name
_END_ROLES = frozenset({"comments", "related", "newsletter", "copyright"})
_SECTION_ONLY_ABOVE = frozenset({"section", "date"})


@dataclass(slots=True)
class Layout:
    """The lines of a text, the role of each, and where the title stands (index in `lines`)."""

    lines: list[Line]
    roles: list[str]
    title: int | None = None
    first: int = 0  # the line where the article proper begins

    def having(self, *roles: str) -> list[Line]:
        """The lines that have one of `roles`, in order."""
        return [line for line, role in zip(self.lines, self.roles, strict=True) if role in roles]


def lay_out(text: str, title: str | None = None) -> Layout:
    """The layout of `text`, whose title the source says is `title`. Any string is accepted."""
    lines = split_lines(text)
    roles = [_alone(line) for line in lines]  # 1
    first = next((i for i, line in enumerate(lines) if roles[i] == PROSE and reads_on(line)), None)
    layout = Layout(lines, roles, first=len(lines) if first is None else first)  # 2
    layout.title = find_title(lines, roles, layout.first, title)  # 3
    if layout.title is not None:
        roles[layout.title] = TITLE
        layout.first = max(layout.first, layout.title + 1)
    if first is None:
        layout.first = _first_line(layout)
    _masthead(layout)  # 4
    _captions(layout)  # 5
    _related(layout)  # 6
    _end(layout)  # 7
    if PROSE not in roles:  # a text of captions or of one line is still somebody's article
        roles[:] = [PROSE if r != TITLE and _LETTER.search(ln.text) else r
                    for r, ln in zip(roles, lines, strict=True)]  # fmt: skip
    if PROSE not in roles:
        roles[:] = [PROSE for _ in roles]
        layout.title = None
    return layout


def _alone(line: Line) -> str:
    if not _LETTER.search(line.text):
        return "rule"
    if line.text.startswith("©"):
        return "copyright"
    role = page_lines.role_of(line)
    if role is not None:
        return role
    if line.words > 1 and all(len(word) == 1 for word in line.key.split()):
        return "control"  # «ن س ع / م ع ع»: who wrote and who edited
    if page_lines.is_tags(line):
        return "tags"
    if page_lines.is_trail(line) and not _names_source(line):
        return "trail"
    if is_credit_line(line):
        return "credit"
    return PROSE


def _names_source(line: Line) -> bool:
    """«بغداد | وكالة كذا | فلان»: an outlet among few parts; in a longer row it is a menu's word."""
    parts = segments(line.text)
    return len(parts) <= _SOURCE_PARTS and any(map(outlet_named, parts))


def _first_line(layout: Layout) -> int:
    """Where an article without one whole paragraph begins (hard-wrapped text, or a few words)."""
    below = 0 if layout.title is None else layout.title + 1
    for i in range(below, len(layout.lines)):
        line = layout.lines[i]
        if layout.roles[i] == PROSE and line.words > _NAME[1] and not find_dates(line.text):
            return i
    return below


def _masthead(layout: Layout) -> None:
    """Dates, bylines and credits are only that above the article and below it, not inside it."""
    lines, roles = layout.lines, layout.roles
    title = plain(lines[layout.title].text) if layout.title is not None else None
    last = max(
        (i for i, ln in enumerate(lines) if roles[i] == PROSE and reads_on(ln)), default=len(lines)
    )
    for i, line in enumerate(lines):
        above, below = i < layout.first, i > last
        if title is not None and i != layout.title and plain(line.text) == title:
            roles[i] = "repeat"
        elif roles[i] in _SECTION_ONLY_ABOVE and not above and not below and line.words > 1:
            roles[i] = PROSE
        elif (
            roles[i] in (PROSE, "rule", "trail")
            and above
            and line.words <= _DATE_LINE
            and find_dates(line.text)
        ):
            roles[i] = "date"
    if layout.title is None:
        return
    above = [plain(line.text) for line in lines[: layout.first]]
    for i in range(layout.first):
        if i < layout.title and roles[i] in (PROSE, "credit"):  # the page, not the article
            roles[i] = "site" if lines[i].words <= 5 else "kicker"
        elif roles[i] == PROSE and above.count(above[i]) > 1 and lines[i].words <= 3:
            roles[i] = "section"
        elif roles[i] == PROSE and (_beside_date(layout, i) or _agency_place(lines[i])):
            roles[i] = "byline"


def _beside_date(layout: Layout, i: int) -> bool:
    """A name alone on the line before or after the date, or the page's buttons."""
    line = layout.lines[i]
    if (
        not _NAME[0] <= line.words <= _NAME[1]
        or line.stopped
        or line.words != len(line.key.split())
    ):
        return False
    near = [j for j in (i - 1, i + 1) if 0 <= j < len(layout.lines)]
    return any(layout.roles[j] in ("date", "control") for j in near) and "\n" not in line.text


def _agency_place(line: Line) -> bool:
    """«بغداد/ الأناضول», «رويترز - القاهرة», «فلان الفلاني – الدوحة»: who writes from where."""
    parts = segments(line.text)
    if not 2 <= len(parts) <= 3 or line.stopped or any(len(p.split()) > 4 for p in parts):
        return False
    if bracket(line) is not None:
        return False  # a caption with its credit
    return any(map(outlet_named, parts)) or (
        len(parts) == 2 and line.words <= 6 and ":" not in line.text[:-1] and "،" not in line.text
    )


def _captions(layout: Layout) -> None:
    lines, roles = layout.lines, layout.roles
    site = {fold(ln.text) for ln, r in zip(lines, roles, strict=True) if r == "site"}
    own = repeated_credits(lines) | site
    for i, line in enumerate(lines):
        if roles[i] == PROSE and is_caption(line, own, before_article=i < layout.first):
            roles[i] = "caption"
    for i, line in enumerate(lines[1:], 1):  # the words above a bare credit are its picture's
        above = lines[i - 1]
        bare = roles[i] == "caption" and bracket(line) is None and not line.latin
        if bare and roles[i - 1] == PROSE and not (line.apart or above.stopped or reads_on(above)):
            roles[i - 1] = "caption"


def _related(layout: Layout) -> None:
    lines, roles = layout.lines, layout.roles
    if not _stops_regularly(layout):
        return
    for i, role in enumerate(roles):
        if role == "related" and lines[i].words <= 4:
            for j in range(i + 1, min(i + 9, len(lines))):
                if lines[j].latin:
                    continue
                if roles[j] != PROSE or lines[j].stopped or reads_on(lines[j]):
                    break
                roles[j] = "related"
    run: list[int] = []
    for i in range(layout.first, len(lines) + 1):
        if i < len(lines) and roles[i] == PROSE and _headline(lines[i]):
            run.append(i)
            continue
        before = run[0] - 1 if run else -1
        if _RUN[0] <= len(run) <= _RUN[1] and not (
            before >= 0 and lines[before].text.endswith(":")
        ):
            for j in run:
                roles[j] = "headline"
        run = []


def _headline(line: Line) -> bool:
    """A line of the length of a headline that does not stop and is no item of a list."""
    return (
        not line.stopped
        and 5 <= line.words <= 20
        and not _LIST_ITEM.match(line.text)
        and not line.text.endswith((":", "،", ","))
        and not line.text.startswith(('"', "«", "“"))
        and " - " not in line.text  # «هذا - ذاك»: a fixture or a pair, an item of a list
    )


def _stops_regularly(layout: Layout) -> bool:
    """Whether paragraphs end in full stops here, so that a line without one means something."""
    long = [ln for ln, r in zip(layout.lines, layout.roles, strict=True)
            if r == PROSE and ln.words >= PARAGRAPH]  # fmt: skip
    return len(long) >= 3 and sum(ln.stopped for ln in long) >= 0.7 * len(long)


def _end(layout: Layout) -> None:
    """After a comment form or a closing list nothing is the article's, unless most would go."""
    lines, roles = layout.lines, layout.roles
    weight = [
        ln.words if r == PROSE and reads_on(ln) else 0 for ln, r in zip(lines, roles, strict=True)
    ]
    total, before = sum(weight), 0
    for i, role in enumerate(roles):
        source = role == "credit" and page_lines.after_cue(lines[i], "credit") is not None
        if before and (source or role in _END_ROLES):
            share = before / total
            if (role == "comments" and share >= 0.4) or share >= (0.7 if source else 0.8):
                for j in range(i + 1, len(lines)):
                    # Headlines of others may stand above the last paragraphs; those stop.
                    if roles[j] == PROSE and not (role == "related" and lines[j].stopped):
                        roles[j] = "after"
                break
        before += weight[i]
    last = max((i for i, w in enumerate(weight) if w and roles[i] == PROSE), default=len(lines))
    if last > layout.first and _stops_regularly(layout):
        for i in range(last + 1, len(lines)):  # names and tags; a heading has something below it
            short = lines[i].words <= _NAME[1] and not lines[i].text.endswith((":", ".", "؟", "!"))
            if roles[i] == PROSE and short and not _LIST_ITEM.match(lines[i].text):
                roles[i] = "after"
