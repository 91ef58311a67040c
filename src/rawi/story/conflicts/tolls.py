"""Tolls: what became of those whom a figure counts, and since when they are counted.

    fate     «قتل 12 شخصاً», «12 شخصاً لقوا حتفهم»: the dead, whatever noun is counted
    since    «منذ 30 آذار/مارس»: the day from which, so that a later count cannot be lower
    part     «بينهم سبعة أطفال»: of another number
"""

from __future__ import annotations

from collections.abc import Sequence

from rawi.arabic.words import Token
from rawi.records import Time
from rawi.story.conflicts import lexis
from rawi.story.figures.things import plain

BEFORE = 3  # words before a figure among which its verb stands: «قتل ما لا يقل عن 12 شخصاً» has its own
AFTER = 3  # words after it
PART = 3  # words before a figure among which «بينهم» stands
SINCE = 8  # words among which the day of «منذ بدء الاحتجاجات في 30 آذار» stands
OTHER = 12  # words before a figure among which «أخرى» stands
_OTHER = frozenset({"اخري", "اخر", "ثانيه", "ثان"})
DISASTER = "war"
ABOARD = "aboard"
FATES = ("dead", "hurt", ABOARD)
_AMONG = frozenset({"بينهم", "منهم", "بينها", "بينهن", "ضمنهم", "منها"})


def toll(tokens: Sequence[Token], first: int, here: int, last: int, end: int) -> str:
    """dead | hurt | '': what the words around a figure say of whom it counts. The figure's tokens are
    `here` to `last`, its sentence's `first` to `end`."""
    crossed = False  # «كانوا على متنها، ونجا ثلاثة»
    for k in range(here - 1, max(first - 1, here - 1 - BEFORE), -1):
        if tokens[k].kind == "number" or (tokens[k].definite and tokens[k].kind == "word"):
            break  # another figure's verb; «عشرات القتلى وأربعة ملايين نازح»
        crossed = crossed or tokens[k].kind == "mark"
        found = _fate(tokens[k])
        if found and not (crossed and found == ABOARD):
            return found
    for k in range(last, min(end, last + AFTER)):
        if tokens[k].kind == "mark" and tokens[k].text in "،,؛.":
            break
        found = _fate(tokens[k])
        if found and (found != ABOARD or lexis.is_of(tokens[k], "met_aboard")):
            return found  # not «17 حافلة تقل …»: what carries
    return ""


def _fate(token: Token) -> str:
    return next((fate for fate in FATES if lexis.is_of(token, f"fate_{fate}")), "")


def part_of(tokens: Sequence[Token], first: int, here: int) -> bool:
    """Whether a figure is of another one's («بينهم سبعة أطفال»), or of another thing («قافلة أخرى من 12»)."""
    near = tokens[max(first, here - PART) : here]
    clause = tokens[max(first, here - OTHER) : here]
    among = any(t.norm.lstrip("و") in _AMONG for t in near)
    return among or any(t.base in _OTHER or t.norm in _OTHER for t in clause)


def since_day(tokens: Sequence[Token], start: int, times: Sequence[Time]) -> str:
    """The ISO day after «منذ» in a figure's sentence; '' where there is none, where it is no single day, or
    where another time stands between the two."""
    for k, token in enumerate(tokens):
        if token.norm.lstrip("و") != "منذ":
            continue
        near = tokens[k + 1 : k + 1 + SINCE]
        for time in times:
            if time.date is None or time.date.begin is None or time.date.begin != time.date.end:
                continue
            if not any(time.start <= t.start < time.end for t in near):
                continue
            low, high = min(start, token.start), max(start, token.start)
            if not any(low <= other.start < high for other in times if other is not time):
                return time.date.begin.isoformat()
    return ""


def set_against(tokens: Sequence[Token], first: int, here: int) -> bool:
    """Whether a figure's clause is set against what was told before: «فيما», «في المقابل»."""
    return any(lexis.is_of(t, "contrast") for t in tokens[first:here])


def disaster(tokens: Sequence[Token]) -> str:
    """The lasting matter that a sentence says took or displaced people («خلفت الحرب …»): war | ''."""
    if not any(lexis.is_of(t, "causing") for t in tokens):
        return ""
    return next((DISASTER for t in tokens if lexis.is_of(t, "disaster") and t.definite), "")


def who(words: Sequence[Token]) -> tuple[str, ...]:
    """Who the victims are, in any number: «جنديين», «الجنود الأميركيين»; «شخص» and «آخرون» are nobody."""
    told = [plain(t.base) for t in words if not lexis.is_of(t, "anybody")]
    return tuple(dict.fromkeys(told))
