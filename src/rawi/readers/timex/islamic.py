"""Hijri months and years, and the feasts of both calendars, in Gregorian days (rawi.arabic.calendar)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from rawi.arabic import calendar as arabic
from rawi.readers.timex.parts import Parts
from rawi.readers.timex.reckon import DAY, one
from rawi.readers.timex.tense import AHEAD, ALONE, NEITHER
from rawi.readers.timex.yearless import year_of_month


def hijri(parts: Parts, ref: date | None, lean: int) -> tuple[str, date, date] | None:
    """A Hijri year, month or day in Gregorian days (Umm al-Qura, through hijridate)."""
    year = parts.year
    if parts.month is None:
        if year is None:
            return None
        begin, _ = hijri_month(year, 1)
        _, end = hijri_month(year, 12)
        return f"{begin.year:04d}/{end.year:04d}", begin, end
    if year is None:
        if ref is None:
            return None
        year = _hijri_year(parts.month, ref, parts.look, lean)
    elif year > 1600:  # «رمضان 2017»: the year is Gregorian
        gregorian = year
        year = next(
            (y for y in range(year - 581, year - 576) if _in_gregorian(y, parts.month, gregorian)),
            0,
        )
    begin, end = hijri_month(year, parts.month)
    if parts.day is not None and not parts.impossible:
        day = begin + (parts.day - 1) * DAY
        return one(day) if day <= end else None
    return f"{begin.isoformat()}/{end.isoformat()}", begin, end


def hijri_month(year: int, month: int) -> tuple[date, date]:
    """First and last Gregorian day of a Hijri month. ValueError where the calendar does not reach."""
    found = arabic.days(year, month, calendar="hijri")
    if found is None:
        raise ValueError(f"no Hijri month {year}-{month}")
    return found


def _hijri_year(month: int, ref: date, look: int | None, lean: int) -> int:
    here = arabic.hijri(ref)
    if here is None:
        raise ValueError("outside the Hijri calendar's range")
    year, running, _ = here
    if look == -1:
        return year if month < running else year - 1
    if look == 1 or (look is None and lean == ALONE):
        return year if month > running or (look is None and month == running) else year + 1
    gap = month - running
    return year + (1 if gap < -6 else -1 if gap > 6 else 0)


def feast(parts: Parts, ref: date | None, lean: int) -> tuple[str, date, date] | None:
    assert parts.feast is not None
    era, month, day, length = parts.feast
    year = parts.year
    if era == "g":
        if year is None:
            if ref is None:
                return None
            side = (
                lean if lean == AHEAD else NEITHER
            )  # what is to come is told of; what was, was near
            year = year_of_month(replace(parts, month=month, day=day), ref, side)
        begin = date(year, month, day)
        return one(begin)
    if year is not None and parts.calendar == "g":
        years = [y for y in range(year - 581, year - 576) if _in_gregorian(y, month, year)]
        if not years:
            return None
        year = years[0]
    if year is None:
        if ref is None:
            return None
        year = _hijri_year(month, ref, parts.look, lean)
    begin, end = hijri_month(year, month)
    if length:
        begin = begin + (day - 1) * DAY
        end = begin + (length - 1) * DAY
    return (
        f"{begin.isoformat()}/{end.isoformat()}" if begin != end else begin.isoformat(),
        begin,
        end,
    )


def _in_gregorian(hijri_year: int, month: int, year: int) -> bool:
    try:
        return hijri_month(hijri_year, month)[0].year == year
    except (ValueError, OverflowError):
        return False
