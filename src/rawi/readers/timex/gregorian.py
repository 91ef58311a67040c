"""Parts that name the calendar, and a reference day, into a TIMEX3 value and days."""

from __future__ import annotations

import calendar
from dataclasses import replace
from datetime import date, timedelta

from rawi.arabic import calendar as arabic
from rawi.readers.timex.islamic import feast, hijri
from rawi.readers.timex.parts import Parts
from rawi.readers.timex.reckon import (
    DAY,
    month_days,
    moved,
    near_weekday,
    nth_within,
    one,
    year_days,
)
from rawi.readers.timex.tense import PRESENT
from rawi.readers.timex.yearless import year_of_month, year_of_weekday

MIDWEEK = 3  # Wednesday
SEASONS = {season.timex: season for season in arabic.SEASONS.values()}


def dates(parts: Parts, ref: date | None, lean: int) -> tuple[str, date, date] | None:
    """(value, first day, last day) of a calendar expression, or None where it cannot be told."""
    if parts.calendar == "b":
        return None  # before the common era: no day of this calendar
    if parts.shift is not None:
        return _shifted(parts, ref)
    if parts.impossible and parts.month is None:
        return year_days(parts.year) if parts.year and parts.calendar == "g" else None
    if parts.feast is not None:
        return _of(parts, feast(parts, ref, lean))
    if parts.calendar == "h":
        return _of(parts, hijri(parts, ref, lean))
    if parts.decade is not None:
        start, length = parts.decade
        digits = 3 if length == 10 else 2
        return f"{start:04d}"[:digits], date(max(start, 1), 1, 1), date(start + length - 1, 12, 31)
    if parts.rel is not None and parts.rel[0] == "day" and parts.day and parts.month:
        parts = replace(parts, rel=None)  # «اليوم 7 أيلول»: what is printed holds
    if parts.rel is not None and parts.rel[0] == "day" and parts.year and ref is not None:
        return one(date(parts.year, ref.month, ref.day))  # «اليوم نفسه من عام 1947»
    if parts.rel is not None and parts.rel[0] in ("day", "week", "month"):
        sunday = ref is not None and ref.isoweekday() == 7
        if parts.rel == ("week", 0) and sunday and lean >= PRESENT:
            parts = replace(
                parts, rel=("week", 1)
            )  # what is to come «هذا الأسبوع» is not over today
        early = ref is not None and ref.isoweekday() <= MIDWEEK
        if parts.rel == ("week", 0) and parts.mod == "end" and early and lean < PRESENT:
            parts = replace(parts, rel=("week", -1))  # told on a Monday: the weekend just over
        return _near(parts, ref)
    if parts.month is not None:
        return _monthly(parts, ref, lean)
    year = _year(parts, ref)
    if parts.quarter or parts.half or parts.season or parts.nth:
        return in_year(parts, year, ref, lean)
    if year is not None and parts.day is None and parts.weekday is None:
        return year_days(year)
    if parts.rel is not None and parts.rel[0] in ("decade", "century"):
        size = 10 if parts.rel[0] == "decade" else 100
        if ref is None:
            return None
        start = ref.year // size * size + parts.rel[1] * size
        return (
            f"{start:04d}"[: 3 if size == 10 else 2],
            date(start, 1, 1),
            date(start + size - 1, 12, 31),
        )
    if parts.day is not None:
        return _day_alone(parts, ref, lean)
    if parts.weekday is not None and ref is not None and year is None:
        day = near_weekday(ref, parts.weekday, parts.look, lean)
        return day.isoformat(), day, day
    if (parts.hour or parts.part) and ref is not None and parts.hour:
        return ref.isoformat(), ref, ref
    return None


def _of(parts: Parts, found: tuple[str, date, date] | None) -> tuple[str, date, date] | None:
    """The day of a Hijri month or a feast that is counted («ثاني أيام العيد», «أول جمعة من رمضان»); its weeks
    are counted from its first day, which is no Monday."""
    if found is None or parts.nth is None:
        return found
    _, begin, end = found
    count, what = parts.nth
    if what == "week" and 1 <= count <= 4:
        first = begin + (count - 1) * 7 * DAY
        return f"{first}/{first + 6 * DAY}", first, first + 6 * DAY
    return nth_within(parts.nth, begin, end) if what == "day" or what.isdigit() else found


def _year(parts: Parts, ref: date | None) -> int | None:
    if parts.year is not None:
        return parts.year
    if parts.rel is not None and parts.rel[0] == "year" and ref is not None:
        return ref.year + parts.rel[1]
    return None


def _shifted(parts: Parts, ref: date | None) -> tuple[str, date, date] | None:
    """قبل شهرين is a month, قبل ثلاث سنوات a year, قبل يومين a day; «من الآن» is to the day."""
    if ref is None or parts.shift is None:
        return None
    day = ref
    for unit, count in parts.shift:
        day = moved(day, unit, parts.sign * count)
    unit, count = parts.shift[0]
    if unit in ("hour", "minute", "second"):
        hours = count / {"hour": 1, "minute": 60, "second": 3600}[unit]
        return one(ref) if hours < 6 else None
    broken = count != int(count)  # «عام ونصف» is told to the month, «نصف قرن» to the year
    if parts.exact or unit in ("day", "week") or (broken and unit == "month"):
        return one(day)
    if unit == "month" or (broken and unit == "year"):
        return month_days(day.year, day.month)
    return year_days(day.year)


def _near(parts: Parts, ref: date | None) -> tuple[str, date, date] | None:
    """أمس, الأسبوع الماضي, the 15th of الشهر المقبل, Sunday of last week."""
    assert parts.rel is not None
    if ref is None:
        return None
    unit, offset = parts.rel
    if unit == "day":
        return one(_such_a_day(ref + offset * DAY, parts.weekday))
    if unit == "week":
        monday = ref - timedelta(days=ref.weekday()) + timedelta(days=7 * offset)
        if parts.weekday is not None:
            return one(monday + timedelta(days=parts.weekday - 1))
        iso = monday.isocalendar()
        return f"{iso.year}-W{iso.week:02d}", monday, monday + 6 * DAY
    start = moved(ref.replace(day=1), "month", offset)
    return _in_month(parts, start.year, start.month)


def _such_a_day(day: date, weekday: int | None) -> date:
    """`day`, or its neighbour that is that weekday: «غدا الخميس» is Thursday, in a paper of Thursday too,
    which printed it a day late."""
    if weekday is None:
        return day
    return next((d for d in (day, day - DAY, day + DAY) if d.isoweekday() == weekday), day)


def _in_month(parts: Parts, year: int, month: int) -> tuple[str, date, date] | None:
    if parts.day is not None:
        day = date(year, month, parts.day)
        if parts.ordinal and parts.weekday and parts.day <= 5 and day.isoweekday() != parts.weekday:
            return nth_within((parts.day, str(parts.weekday)), *month_days(year, month)[1:])
        return one(day)
    if parts.nth is not None:
        return nth_within(parts.nth, *month_days(year, month)[1:])
    return month_days(year, month)


def in_year(
    parts: Parts, year: int | None, ref: date | None, lean: int
) -> tuple[str, date, date] | None:
    """Quarters, halves, seasons and ordinals within a year."""
    if parts.season is not None:
        season = SEASONS[parts.season]
        if year is None:
            if ref is None or parts.look is None:
                return None
            year = ref.year
            begin, close = arabic.season_days(season, year)
            if parts.look > 0 and begin <= ref:
                year += 1
            elif parts.look < 0 and close >= ref:
                year -= 1
        return f"{year:04d}-{parts.season}", *arabic.season_days(season, year)
    if year is None:
        if parts.nth is not None or ref is None or parts.weak:
            return None
        year = ref.year
        if parts.quarter and parts.quarter * 3 < ref.month and lean >= PRESENT:
            year += 1
        elif parts.quarter and parts.quarter * 3 - 2 > ref.month and lean < PRESENT:
            year -= 1
    if parts.quarter:
        first = parts.quarter * 3 - 2
        return f"{year:04d}-Q{parts.quarter}", date(year, first, 1), month_days(year, first + 2)[2]
    if parts.half:
        first = parts.half * 6 - 5
        return f"{year:04d}-H{parts.half}", date(year, first, 1), month_days(year, first + 5)[2]
    assert parts.nth is not None
    return nth_within(parts.nth, date(year, 1, 1), date(year, 12, 31))


def _monthly(parts: Parts, ref: date | None, lean: int) -> tuple[str, date, date] | None:
    """A named month, with or without a day, in the year that is said or that the words look to."""
    month = parts.month
    assert month is not None
    if parts.impossible:
        parts = replace(parts, day=None, until=None)
    year = _year(parts, ref)
    if year is None and parts.weekday and parts.day and ref is not None:
        year = year_of_weekday(parts, ref, lean)
    if year is None:
        if ref is None:
            return None
        year = year_of_month(parts, ref, lean)
    if year is None:
        return None
    return _in_month(parts, year, month)


def _day_alone(parts: Parts, ref: date | None, lean: int) -> tuple[str, date, date] | None:
    """«السبت السادس عشر»: the day of the month nearest the reference that is such a weekday."""
    if ref is None or parts.day is None:
        return None
    best: date | None = None
    for offset in (0, -1, 1, -2, 2):
        start = moved(ref.replace(day=1), "month", offset)
        if parts.day > calendar.monthrange(start.year, start.month)[1]:
            continue
        day = start.replace(day=parts.day)
        if parts.weekday is not None and day.isoweekday() != parts.weekday:
            continue
        if best is None or abs((day - ref).days) < abs((best - ref).days):
            best = day
    return one(best) if best is not None else None
