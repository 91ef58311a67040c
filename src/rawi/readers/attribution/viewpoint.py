"""Attribution by a point of view: «من وجهة نظر الباحث، فإن», «برأي فلان», «بالنسبة إلى الخبير فلان، فإن»."""

from __future__ import annotations

from rawi.readers.attribution.chunk import noun_phrase
from rawi.readers.attribution.nouns import Phrase
from rawi.readers.attribution.words import Words, group

_VIEWS = frozenset({"راي", "نظر", "تقدير", "اعتقاد"})


def opens_view(words: Words, i: int) -> bool:
    """Whether a point of view may open at token `i`, asked of every token before anything is read."""
    core = words.core[i]
    if core in ("في", "من"):
        following = words.norm[i + 1] if i + 1 < len(words) else ""
        return following in _VIEWS if core == "في" else following == "وجهه"
    return core[:1] == "ب" and core in group("viewpoint")


def viewpoint(words: Words, i: int, stop: int) -> tuple[Phrase | None, int, int] | None:
    """(source, index after it, index after the cue) of the view that opens at token `i`, or None; the source is
    None where a pronoun points at who spoke last («وبرأيه، فإن», «وبالنسبة إليه فإن»)."""
    core = words.core[i]
    if i + 3 >= stop:
        return None
    following = words.norm[i + 1]
    if core == "بالنسبه" and following in ("اليه", "اليها", "له", "لها"):
        return (None, i + 2, i + 2) if _concludes(words, i + 2, stop) else None
    if core in ("برايه", "برايها", "بنظره", "بنظرها"):
        return (None, i + 1, i + 1) if _concludes(words, i + 1, stop) else None
    if core == "بالنسبه" and following == "الي":
        j = i + 2
    elif core[:1] == "ب" and core[1:] in _VIEWS:
        j = i + 1
    elif core == "في" and following in _VIEWS:
        j = i + 2
    elif core == "من" and following == "وجهه" and words.norm[i + 2] == "نظر":
        j = i + 3
    else:
        return None
    phrase = noun_phrase(words, j, stop)
    if phrase is None or phrase.kind not in ("person", "human"):
        return None
    if core in ("بالنسبه", "في") and not _concludes(words, phrase.last, stop):
        return None  # «بالنسبة إلى الوزير»: of him, not his view
    return phrase, phrase.last, j


def _concludes(words: Words, j: int, stop: int) -> bool:
    """Whether «فإن» follows at token `j` or behind a comma."""
    j += j < stop and words.norm[j] in "،,"
    return j < stop and words.norm[j].startswith("فان") and words.is_(j, "complementizer")
