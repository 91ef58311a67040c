"""Months, weekdays, seasons and eras of the Arab calendars, and the days they name.

Names live in lexicon/months.tsv, weekdays.tsv, seasons.tsv and eras.tsv; here they are folded
(`letters.fold`), so look them up folded.
"""

from __future__ import annotations

import calendar as _gregorian
import re
from dataclasses import dataclass
from datetime import date

from hijridate import Gregorian, Hijri
from hijridate.ummalqura import GREGORIAN_RANGE, HIJRI_RANGE

from rawi.arabic.letters import fold
from rawi.lexicon import load


@dataclass(frozen=True, slots=True)
class Month:
    """A month's number (1 to 12) and calendar (gregorian | hijri).

    `strength`: alone, or dated (the word needs a day, a year or شهر beside it), or full (both).
    """

    number: int
    calendar: str
    strength: str


@dataclass(frozen=True, slots=True)
class Season:
    """A season: TIMEX3 code, first and last month. Winter begins in the December before."""

    timex: str
    first_month: int
    last_month: int


def _names(rows: tuple[dict[str, str], ...], column: str = "name") -> dict[str, dict[str, str]]:
    return {re.sub(r"\s+", " ", fold(row[column])): row for row in rows}


MONTHS: dict[str, Month] = {
    name: Month(int(row["number"]), row["calendar"], row["strength"])
    for name, row in _names(load.table("months")).items()
}
"""Folded name -> month."""
WEEKDAYS: dict[str, int] = {
    name: int(row["number"]) for name, row in _names(load.table("weekdays")).items()
}
"""Folded name -> ISO weekday (Monday is 1)."""
SEASONS: dict[str, Season] = {
    name: Season(row["timex"], int(row["first_month"]), int(row["last_month"]))
    for name, row in _names(load.table("seasons")).items()
}
"""Folded name without ال -> season."""
ERAS: dict[str, str] = {
    name: row["era"] for name, row in _names(load.table("eras"), "mark").items()
}
"""Folded mark -> gregorian | hijri | before (before the common era)."""


def days(
    year: int, month: int | None = None, day: int | None = None, calendar: str = "gregorian"
) -> tuple[date, date] | None:
    """First and last Gregorian day of a year, month or day; None where there is no such day.

    Hijri dates are the Umm al-Qura calendar's (hijridate), which knows the years 1343 to 1500.
    """
    if month is not None and not 1 <= month <= 12:
        return None
    if calendar == "hijri":
        return _hijri_days(year, month, day)
    try:
        if day is not None:
            one = date(year, month or 1, day)
            return one, one
        if month is not None:
            return date(year, month, 1), date(year, month, _gregorian.monthrange(year, month)[1])
        return date(year, 1, 1), date(year, 12, 31)
    except (ValueError, OverflowError):
        return None


def season_days(season: Season, year: int) -> tuple[date, date]:
    """First and last day of a season of a year; winter of 2024 is December 2024 to February 2025."""
    last_year = year + (season.last_month < season.first_month)
    last = _gregorian.monthrange(last_year, season.last_month)[1]
    return date(year, season.first_month, 1), date(last_year, season.last_month, last)


def hijri(day: date) -> tuple[int, int, int] | None:
    """The Hijri year, month and day of a Gregorian day, or None outside the calendar's range."""
    first, last = (date(*parts) for parts in GREGORIAN_RANGE)
    return Gregorian.fromdate(day).to_hijri().datetuple() if first <= day <= last else None


def _hijri_days(year: int, month: int | None, day: int | None) -> tuple[date, date] | None:
    if not HIJRI_RANGE[0][0] <= year <= HIJRI_RANGE[1][0]:
        return None
    first_month, last_month = (month, month) if month else (1, 12)
    length = Hijri(year, last_month, 1, validate=False).month_length()
    if day is not None and not 1 <= day <= length:
        return None
    begin = Hijri(year, first_month, day or 1).to_gregorian()
    end = Hijri(year, last_month, day or length).to_gregorian()
    first, last = (date(*d.datetuple()) for d in (begin, end))
    return first, last
