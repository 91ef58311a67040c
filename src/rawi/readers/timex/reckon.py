"""Reckoning with days: whole months and years, steps of units, the n-th of something, its start and end."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from rawi.readers.timex.tense import ALONE, DUE, NEITHER

Stretch = tuple[str, date, date]  # a TIMEX3 value, its first day, its last day
DAY = timedelta(days=1)

DAYS_IN = {"day": 1, "week": 7, "month": 31, "year": 366, "decade": 3660, "century": 36600}
"""The most days a unit can have."""
YEAR_MODS = {"start": (1, 3), "mid": (5, 8), "end": (10, 12)}  # records.md, «time»
MONTH_MODS = {"start": (1, 10), "mid": (11, 20), "end": (21, 31)}  # records.md, «time»


def year_days(year: int) -> tuple[str, date, date]:
    """A whole year."""
    return f"{year:04d}", date(year, 1, 1), date(year, 12, 31)


def month_days(year: int, month: int) -> tuple[str, date, date]:
    """A whole month."""
    last = calendar.monthrange(year, month)[1]
    return f"{year:04d}-{month:02d}", date(year, month, 1), date(year, month, last)


def one(day: date) -> tuple[str, date, date]:
    return day.isoformat(), day, day


def moved(day: date, unit: str, count: float) -> date:
    """`day` moved by so many units; a month without that day gives its last one."""
    if unit == "day":
        return day + timedelta(days=round(count))
    if unit == "week":
        return day + timedelta(days=round(7 * count))
    if unit in ("hour", "minute", "second"):
        return day
    months = round(count * {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit])
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def nth_within(nth: tuple[int, str], begin: date, end: date) -> tuple[str, date, date] | None:
    """The n-th weekday, day, week or month between two days; a week belongs to where its Thursday is,
    but the first whole week is meant where the month begins late in one."""
    count, what = nth
    if what == "day":
        day = end if count < 0 else begin + (count - 1) * DAY
        return one(day) if day <= end else None
    if what.isdigit():
        wanted = int(what) - 1
        if count < 0:
            day = end - timedelta(days=(end.weekday() - wanted) % 7)
            return one(day)
        day = begin + timedelta(days=(wanted - begin.weekday()) % 7 + 7 * (count - 1))
        return one(day) if day <= end else None
    if what == "week":
        if count < 0:
            monday = end - timedelta(days=end.weekday())
            if end.weekday() < 3:
                monday -= 7 * DAY
        else:
            monday = begin + timedelta(days=(-begin.weekday()) % 7 + 7 * (count - 1))
        iso = monday.isocalendar()
        return f"{iso.year}-W{iso.week:02d}", monday, monday + 6 * DAY
    if what == "month":
        index = 12 if count < 0 else count
        return month_days(begin.year, index) if 1 <= index <= 12 else None
    return None


def near_weekday(ref: date, weekday: int, look: int | None, lean: int) -> date:
    """The day meant by a weekday's name, seen from `ref`."""
    back = (ref.isoweekday() - weekday) % 7
    ahead = (weekday - ref.isoweekday()) % 7
    if look:
        whole = 7 * (abs(look) - 1)  # «الأربعاء قبل الماضي»
        return ref + timedelta(days=(ahead or 7) + whole if look > 0 else -(back or 7) - whole)
    if lean == DUE:
        return ref + timedelta(days=ahead if ahead < back else -back)
    if lean == ALONE:  # a bare day that is named is one to come
        return ref + timedelta(days=ahead or 7)
    return ref + timedelta(days=ahead) if lean > NEITHER else ref - timedelta(days=back)


def shared(share: tuple[int, int], begin: date, end: date) -> tuple[date, date]:
    """One of several equal parts of a stretch, whole years in months; the last part has what is left."""
    n, of = share
    if (begin.month, begin.day, end.month, end.day) == (1, 1, 12, 31):
        size = (end.year - begin.year + 1) * 12 // of
        first, last = begin.year * 12 + (n - 1) * size, begin.year * 12 + n * size - 1
        return date(first // 12, first % 12 + 1, 1), month_days(last // 12, last % 12 + 1)[2]
    size = ((end - begin).days + 1) // of
    first_day = begin + (n - 1) * size * DAY
    return first_day, end if n == of else first_day + (size - 1) * DAY


def narrowed(mod: str, begin: date, end: date) -> tuple[date, date]:
    """The start, middle or end of a stretch, by the rule of records.md."""
    length = (end - begin).days + 1
    if length in range(28, 32) and begin.day == 1:
        low, high = MONTH_MODS[mod]
        return begin.replace(day=low), begin.replace(day=min(high, end.day))
    if length in (365, 366) and (begin.month, begin.day) == (1, 1):
        low, high = YEAR_MODS[mod]
        return date(begin.year, low, 1), month_days(begin.year, high)[2]
    third = length // 3
    if mod == "start":
        return begin, begin + timedelta(days=max(third - 1, 0))
    if mod == "end":
        return end - timedelta(days=max(third - 1, 0)), end
    return begin + timedelta(days=third), end - timedelta(days=third)
