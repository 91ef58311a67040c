"""Photo captions and credits: lines that belong to a picture, not to the article.

1. the credit in brackets at the end names an agency, an outlet or an archive
2. the brackets hold what other captions of the same text hold, or the page's own name
3. before the article begins, any short bracket without a figure is a credit
4. a line of credits alone: «رويترز», «Getty Images», «فرانس 24/ أ ف ب»
5. a line without Arabic letters: a picture's alternative text
6. an agency after a dash at the end: «الوزير في مؤتمر صحفي - رويترز»
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from rawi.arabic.letters import fold
from rawi.article.lines import Line
from rawi.article.outlets import outlet_named, segments
from rawi.lexicon import load

_BRACKET = re.compile(r"[(\[（]\s*([^()\[\]]{2,60})\s*[)\]）][\s.]*$")
_DIGIT = re.compile(r"\d")
_GLOSS = re.compile(
    r"(وكاله|وكالات|صحيفه|قناه|شبكه|موقع|هيئه|تلفزيون|اذاعه|جريده|مجله)\W+(\w+\W+){0,4}$"
)
_INITIALS = re.compile(r"(?:\w{1,2}\.\s?)+(?:\w{1,2})?")  # of the editors: «ع.ش»
_MOST_WORDS = 60  # captions of the longest kind stay below; paragraphs of that length do not end so


def bracket(line: Line) -> str | None:
    """What stands in brackets at the end of a line, where what stands before is no sentence."""
    found = _BRACKET.search(line.text)
    if found is None or line.words > _MOST_WORDS:
        return None
    before = fold(line.text[: found.start()]).rstrip()
    if before[-1:] in ".!؟?" or _GLOSS.search(before + " "):
        return None
    return found.group(1).strip()


def repeated_credits(lines: list[Line]) -> frozenset[str]:
    """The brackets that close two lines or more, without figures: the text's own credits."""
    counts = Counter(
        fold(c) for line in lines if (c := bracket(line)) and not _DIGIT.search(fold(c))
    )
    return frozenset(credit for credit, n in counts.items() if n >= 2 and len(credit.split()) <= 4)


def is_caption(line: Line, own: frozenset[str], before_article: bool) -> bool:
    """Whether a line is a caption with its credit. `own` are folded credits of this text."""
    credit = bracket(line)
    if credit is None:
        return line.latin or _dashed_credit(line)  # 5, 6
    if any(is_credit(part) for part in segments(credit)):  # 1
        return True
    if fold(credit) in own:  # 2
        return True
    return before_article and not _DIGIT.search(fold(credit)) and len(credit.split()) <= 5  # 3


def _dashed_credit(line: Line) -> bool:
    before, dash, credit = re.sub(r"[–—|]", "-", line.text).rpartition("-")
    known = outlet_named(credit) if dash else None
    return (
        known is not None
        and known.kind == "agency"
        and not line.stopped
        and 4 <= len(before.split()) <= _MOST_WORDS
    )


def is_credit_line(line: Line) -> bool:
    """Whether a line holds nothing but names of agencies and outlets."""
    if line.words > 12 or (line.stopped and not line.text.endswith(")")):
        return False
    parts = [part for part in segments(line.text) if not _INITIALS.fullmatch(part)]
    return bool(parts) and all(is_credit(part) for part in parts)  # 4


def is_credit(name: str) -> bool:
    """Whether a name is that of an agency or outlet, or one of the words that stand for it."""
    return outlet_named(name) is not None or " ".join(fold(name).split()) in _words()


@cache
def _words() -> frozenset[str]:
    return frozenset(" ".join(fold(w).split()) for w in load.words("photo_credits", "phrase"))
