"""The year of a date that prints none."""

from __future__ import annotations

from datetime import date

from rawi.readers.timex.parts import Parts
from rawi.readers.timex.tense import AHEAD, ALONE, BACK, PRESENT, TOLD

SOON = 4  # months: news without a tense tells of what was, unless it is that near
NEAR = 31  # days within which «المقبل», «الماضي» mean the day they stand with
IMMINENT = 62  # days: of 41 such dates in news, with a verb of the past near, 39 were still to come


def year_of_weekday(parts: Parts, ref: date, lean: int) -> int | None:
    """The nearest year in which that day of the month falls on that weekday, within a year or so; «الاثنين
    المقبل 13 آب» is what its words say where that is near, though the weekday be misprinted."""
    told = year_of_month(parts, ref, lean) if parts.look is not None else None
    if told is not None and abs((date(told, parts.month or 1, parts.day or 1) - ref).days) <= NEAR:
        return told
    for year in sorted(range(ref.year - 1, ref.year + 2), key=lambda y: abs(y - ref.year)):
        day = date(year, parts.month or 1, parts.day or 1)
        if day.isoweekday() == parts.weekday and abs((day - ref).days) <= 400:
            return year
    return None


def year_of_month(parts: Parts, ref: date, lean: int) -> int | None:
    """Where no year is printed: «الماضي» the last one before, «المقبل» the next one after, otherwise
    the side the words lean to, otherwise the nearest. None where the year cannot be told."""
    month = parts.month or 1
    first = parts.day or 1
    last = parts.day or 31
    here = (ref.month, ref.day)
    if parts.look == -1:
        past = (month, last) < here if parts.day else month < ref.month
        return ref.year if past else ref.year - 1
    if parts.look == 1:
        ahead = (month, first) > here if parts.day else month > ref.month
        return ref.year if ahead else ref.year + 1
    if parts.look == 0 and month == ref.month:
        return ref.year
    if lean == ALONE:
        return ref.year if month >= ref.month else ref.year + 1
    gap = month - ref.month
    most = 6 if lean >= PRESENT else SOON
    if lean == PRESENT and gap > most and parts.day:
        return None  # «تقام في الفترة من 12 ديسمبر», of May: as often the next as the last
    nearest = ref.year + (1 if gap < most - 12 else -1 if gap > most else 0)
    soon = abs(gap) % 12 in (0, 1, 11)  # a month away: its year is the nearest, whatever the tense
    if lean == TOLD and (soon if parts.day is None else _imminent(nearest, parts, ref)):
        late = (nearest, month, first) > (ref.year, *here)
        return None if late else nearest  # «وفي 23 مارس، نشرت», of the 17th: some year's, long ago
    if lean <= BACK and not (soon if parts.day is None else _imminent(nearest, parts, ref)):
        return ref.year if (month, first) <= here else ref.year - 1
    if lean == AHEAD and not soon:
        return ref.year if (month, last) >= here else ref.year + 1
    return nearest


def _imminent(year: int, parts: Parts, ref: date) -> bool:
    """Whether the day printed lies so near ahead that a paper would have printed the year of the one
    eleven months ago («أمهلهم حتى 12 مايو», of the eighth)."""
    try:
        day = date(year, parts.month or 1, parts.day or 1)
    except ValueError:  # 29 February
        return False
    return 0 < (day - ref).days <= IMMINENT
