"""The date a page prints for itself, in the spellings that Arabic sites use.

    1. day month year      «٠٧ - سبتمبر - ٢٠٢٥», «3 آذار/مارس 2024», «الأحد 7 كانون الثاني 2024»
    2. month day, year     «سبتمبر 7, 2025»
    3. Hijri               «٧ رجب ١٤٤٣ هـ», taken only where no Gregorian date stands beside it
    4. numbers             «2024-03-03», «03/04/2024» (day first, as Arabic papers write)

Times of day and zones are passed over: a date is the day as printed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from hijridate import Hijri

from rawi.arabic import calendar
from rawi.arabic.letters import fold_with_map

FIRST_YEAR, LAST_YEAR = 1900, 2100  # a printed year outside these is a number, not a date
# Pages of agencies print their masthead's date in English: «Mon Feb 23, 2026 4:12pm GMT».
_ENGLISH = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
)  # fmt: skip
_GAP = r"[\s\-–—/\\.,،]*"
_SEP = r"\s*([-/.])\s*"
_BEFORE, _AFTER = r"(?<![\d/.\-])", r"(?![\d/\-]|\.\d)"
_NUMBERS = (
    ("ymd", re.compile(rf"{_BEFORE}(\d{{4}}){_SEP}(\d{{1,2}})\s*\2\s*(\d{{1,2}}){_AFTER}")),
    ("dmy", re.compile(rf"{_BEFORE}(\d{{1,2}}){_SEP}(\d{{1,2}})\s*\2\s*(\d{{4}}){_AFTER}")),
)


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A day and the words that print it: code points `start:end` of the text that was searched."""

    day: date
    start: int
    end: int
    hijri: bool = False


def find_dates(text: str) -> list[PrintedDate]:
    """Every full date (day, month, year) in `text`, in order, Gregorian ones before Hijri ones."""
    folded = fold_with_map(text)
    found: list[PrintedDate] = []

    def keep(day: date | None, start: int, end: int, hijri: bool = False) -> None:
        if day is not None and not any(
            p.start < end_ and start_ < p.end
            for p in found
            for start_, end_ in [folded.source_span(start, end)]
        ):
            found.append(PrintedDate(day, *folded.source_span(start, end), hijri))

    days, month_first, hijri = _patterns()
    for m in days.finditer(folded.text):  # 1
        month = _months()[m["month"].lower()]
        other = m["other"]
        if other is None or _months()[other.lower()] == month:
            keep(_day(int(m["year"]), month, int(m["day"])), m.start(), m.end())
    for m in month_first.finditer(folded.text):  # 2
        keep(_day(int(m["year"]), _months()[m["month"].lower()], int(m["day"])), m.start(), m.end())
    for order, pattern in _NUMBERS:  # 4
        for m in pattern.finditer(folded.text):
            a, b, c = int(m[1]), int(m[3]), int(m[4])
            keep(_day(a, b, c) if order == "ymd" else _day(c, b, a), m.start(), m.end())
    found.sort(key=lambda p: p.start)
    for m in hijri.finditer(folded.text):  # 3
        keep(_from_hijri(int(m["year"]), _hijri_months()[m["month"]], int(m["day"])),
             m.start(), m.end(), True)  # fmt: skip
    return found


def _day(year: int, month: int, day: int) -> date | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _from_hijri(year: int, month: int, day: int) -> date | None:
    try:
        return date(*Hijri(year, month, day).to_gregorian().datetuple())
    except (ValueError, OverflowError):
        return None


@cache
def _months() -> dict[str, int]:
    english = {form: n for n, name in enumerate(_ENGLISH, 1) for form in (name, name[:3])}
    return _forms("gregorian") | english | {"sept": 9}


@cache
def _hijri_months() -> dict[str, int]:
    return _forms("hijri")


def _forms(kind: str) -> dict[str, int]:
    """Folded names of the months of one calendar, without those that need a second name."""
    return {
        name: month.number
        for name, month in calendar.MONTHS.items()
        if month.calendar == kind and month.strength != "full"
    }


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    def names(forms: dict[str, int]) -> str:
        return "|".join(re.escape(f) for f in sorted(forms, key=len, reverse=True))

    month, hijri = names(_months()), names(_hijri_months())
    year = r"(?P<year>\d{4})(?!\d)"
    return (
        re.compile(
            rf"(?<!\d)(?P<day>\d{{1,2}}){_GAP}(?:من\s+)?(?P<month>{month})"
            rf"(?:\s*[/(\-]\s*(?P<other>{month})\)?)?{_GAP}(?:عام\s+|سنه\s+)?{year}",
            re.IGNORECASE,
        ),
        re.compile(
            rf"(?<!\w)(?P<month>{month})\s+(?P<day>\d{{1,2}})\s*[,،]?\s+{year}", re.IGNORECASE
        ),
        re.compile(rf"(?<!\d)(?P<day>\d{{1,2}}){_GAP}(?:من\s+)?(?P<month>{hijri}){_GAP}{year}"),
    )
