"""Absolute dates printed in a text: «٠٧ - سبتمبر - ٢٠٢٥», «الأحد 3 آذار/مارس 2024», «2024/03/03».

`find` works on folded text and gives spans of the text itself:

    1. Named     [weekday] day month [/ second name of the month] [year] [era], or month day, year
    2. Numeric   year/month/day or day/month/year (month/day/year where only that is a date)
    3. Twin      a Hijri date beside a Gregorian one that lies within two days of it is one date
    4. Clock     a time of day written beside the date: «١٢:٠٠ صباحاً»

A date that no calendar has (31 June) is not found. What is relative («أمس») is the readers' business.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from rawi.arabic import calendar as cal
from rawi.arabic.letters import Folded, fold_with_map

_DASH = r"\s*[-–—/,،.]?\s*"
_WEEKDAY = (
    rf"(?:(?:يوم\s+)?(?P<weekday>{cal.WEEKDAY}){cal.AFTER}\s*[-–—/,،:]?\s*"
    r"(?:الموافق\s*(?:ل|في)?\s*)?)?"
)
_MONTH = rf"(?P<month>{cal.MONTH})(?:\s*[/\\(–-]\s*(?P<twin>{cal.MONTH})\)?)?{cal.AFTER}"
_YEAR = r"(?P<year>\d{4}|\d{3}(?=\s*(?:م|ه)(?!\w)))(?!\d|[.,]\d)"
_ERA = rf"(?:\s*(?P<era>{cal.ERA}){cal.AFTER})?"
_DAY = r"(?<![\d.,/:])(?P<day>\d{1,2})(?!\d|[.,]\d)"
_OF_YEAR = r"(?:من\s+)?(?:(?:ال)?عام|(?:ال)?سنه|لعام|لسنه)?\s*"
NAMED = re.compile(
    rf"{cal.BEFORE}{_WEEKDAY}{_DAY}{_DASH}(?:من\s+)?(?:شهر\s+)?{_MONTH}"
    rf"(?:{_DASH}{_OF_YEAR}{_YEAR}{_ERA})?"
)
MONTH_FIRST = re.compile(
    rf"{cal.BEFORE}{_WEEKDAY}[وفبلك]?{_MONTH}\s+(?P<day>\d{{1,2}})(?!\d)\s*[،,]\s*{_YEAR}{_ERA}"
)
MONTH_YEAR = re.compile(rf"{cal.BEFORE}[وفبلك]?{_MONTH}(?:\s*[-–—/,،]?\s*{_OF_YEAR}{_YEAR}{_ERA})?")
NUMERIC = re.compile(
    rf"{_WEEKDAY}(?<![\d.,/:-])(?:"
    r"(?P<y1>\d{4})\s?(?P<s1>[-/.])\s?(?P<m1>\d{1,2})\s?(?P=s1)\s?(?P<d1>\d{1,2})(?!\d)"
    r"|(?P<d2>\d{1,2})\s?(?P<s2>[-/.])\s?(?P<m2>\d{1,2})\s?(?P=s2)\s?(?P<y2>\d{4})(?!\d))"
    rf"{_ERA}"
)
CLOCK = re.compile(
    r"(?P<hour>[01]?\d|2[0-3])[:٫](?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)?"
    r"(?:\s*(?P<half>صباحا|مساء|ظهرا|بعد الظهر|عصرا|ليلا|فجرا|[صم](?!\w)|[ap]\.?m\.?))?"
    r"(?:\s*(?:بتوقيت\s+)?(?:gmt|utc|غرينتش|جرينتش))?",
    re.IGNORECASE,
)
_BETWEEN_CLOCK = re.compile(r"\s*[-–—|,،t(]?\s*(?:(?:في\s+)?(?:تمام\s+)?ال?ساعه:?\s*)?")
_BETWEEN_TWINS = re.compile(r"\s*(?:[-–—|/(،,=]|الموافق:?)?\s*(?:ل|يوم|في)?\s*")
HIJRI_YEARS = range(1300, 1500)
PLAUSIBLE_YEARS = range(1000, 2200)  # a four-digit number beside a month outside these is no year
TWIN_DAYS = 2  # Hijri months begin a day or two apart from country to country


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date as printed. `start:end` are code points of the text.

    `begin`, `end_day`: the Gregorian days it covers, None where no year is printed. `calendar`:
    gregorian | hijri. `weekday`: ISO number where printed. `time`: "HH:MM" where printed beside it.
    """

    start: int
    end: int
    year: int | None
    month: int
    day: int | None
    calendar: str = "gregorian"
    weekday: int | None = None
    begin: date | None = None
    end_day: date | None = None
    time: str | None = None


def find(text: str, *, partial: bool = False) -> tuple[PrintedDate, ...]:
    """The dates printed in `text`, in order, not overlapping.

    `partial` adds those without a year («3 آذار») and months alone («آذار/مارس»). Any string is accepted.
    """
    folded = fold_with_map(text)
    found: list[PrintedDate] = []
    refused: list[tuple[int, int]] = []
    for pattern in (NUMERIC, NAMED, MONTH_FIRST, MONTH_YEAR):
        for match in pattern.finditer(folded.text):
            printed = _numeric(match) if pattern is NUMERIC else _named(match)
            if printed is None and {"day", "year"} <= _filled(match):
                refused.append(match.span())  # 31 June: not to be read as June
            elif printed and (printed.begin or partial) and not _overlaps(printed, found, refused):
                found.append(printed)
    found.sort(key=lambda p: p.start)
    joined = _join_twins(folded.text, found)
    return tuple(_placed(_with_clock(folded.text, p), folded) for p in joined)


def first(text: str) -> PrintedDate | None:
    """The first full date (to the day) printed in `text`, or else the first date of any precision."""
    found = find(text)
    return next((p for p in found if p.day), found[0] if found else None)


def _named(match: re.Match[str]) -> PrintedDate | None:
    """Step 1, on folded text."""
    parts = match.groupdict()
    month = cal.month(parts["month"])
    twin = cal.month(parts["twin"]) if parts.get("twin") else None
    if month is None or (twin and (twin.number, twin.calendar) != (month.number, month.calendar)):
        return None
    day = int(parts["day"]) if parts.get("day") else None
    year = int(parts["year"]) if parts["year"] else None
    beside = (day is not None) + (year is not None) + (twin is not None)
    if beside < {"alone": 0, "dated": 1, "full": 2}[month.strength]:
        return None
    start = match.start()
    if parts.get("weekday") is None:  # particles and «من شهر» before the month are not the date's
        start = match.start("day") if day is not None else match.start("month")
        start = min(start, match.start("month"))
    return _dated(
        start,
        match.end(),
        year,
        month.number,
        day,
        month.calendar,
        parts.get("weekday"),
        parts.get("era"),
    )


def _numeric(match: re.Match[str]) -> PrintedDate | None:
    """Step 2, on folded text. Arab papers write the day first."""
    parts = match.groupdict()
    year, month, day = (int(parts[k + ("1" if parts["y1"] else "2")]) for k in "ymd")
    if month > 12 >= day:
        month, day = day, month
    era = parts["era"]
    hijri = (era and cal.ERAS.get(era) == "hijri") or year in HIJRI_YEARS
    return _dated(
        match.start(), match.end(), year, month, day, "hijri" if hijri else "gregorian",
        parts["weekday"], era,
    )  # fmt: skip


def _dated(
    start: int, end: int, year: int | None, month: int, day: int | None, calendar: str,
    weekday: str | None, era: str | None,
) -> PrintedDate | None:  # fmt: skip
    """The date of these parts, or None where no calendar has it."""
    span = None
    if year is not None:
        if year not in PLAUSIBLE_YEARS or (era and cal.ERAS.get(_spaced(era)) == "before"):
            return None
        span = cal.days(year, month, day, calendar)
        if span is None:
            return None
    elif day is not None and not 1 <= day <= (30 if calendar == "hijri" else 31):
        return None
    return PrintedDate(
        start, end, year, month, day, calendar, cal.weekday(weekday) if weekday else None,
        *(span or (None, None)),
    )  # fmt: skip


def _spaced(name: str) -> str:
    return re.sub(r"\s+", " ", name)


def _filled(match: re.Match[str]) -> set[str]:
    return {name for name, value in match.groupdict().items() if value}


def _overlaps(
    printed: PrintedDate, found: list[PrintedDate], refused: list[tuple[int, int]]
) -> bool:
    taken = [*refused, *((p.start, p.end) for p in found)]
    return any(start < printed.end and printed.start < end for start, end in taken)


def _join_twins(text: str, found: list[PrintedDate]) -> list[PrintedDate]:
    """Step 3: Hijri and Gregorian side by side become the Gregorian one, over both spans."""
    joined: list[PrintedDate] = []
    for printed in found:
        before = joined[-1] if joined else None
        if (
            before is not None
            and before.calendar != printed.calendar
            and before.begin and printed.begin and before.day and printed.day
            and abs((before.begin - printed.begin).days) <= TWIN_DAYS
            and _BETWEEN_TWINS.fullmatch(text, before.end, printed.start)
        ):  # fmt: skip
            kept = before if before.calendar == "gregorian" else printed
            bracket = "(" in text[before.end : printed.start]
            end = printed.end + (bracket and text[printed.end : printed.end + 1] == ")")
            weekday = before.weekday or printed.weekday
            joined[-1] = replace(kept, start=before.start, end=end, weekday=weekday)
        else:
            joined.append(printed)
    return joined


def _with_clock(text: str, printed: PrintedDate) -> PrintedDate:
    """Step 4: a time of day written behind a day belongs to it."""
    if printed.day is None:
        return printed
    gap = _BETWEEN_CLOCK.match(text, printed.end)
    clock = CLOCK.match(text, gap.end() if gap else printed.end)
    if clock is None:
        return printed
    hour, half = int(clock["hour"]), (clock["half"] or "").lower()
    if half[:1] in ("م", "p", "ع", "ظ", "ب") and hour < 12:
        hour += 12
    elif half[:1] in ("ص", "a", "ف") and hour == 12:
        hour = 0
    return replace(printed, end=clock.end(), time=f"{hour:02}:{clock['minute']}")


def _placed(printed: PrintedDate, folded: Folded) -> PrintedDate:
    """The date with its span in the text itself."""
    start, end = folded.source_span(printed.start, printed.end)
    return replace(printed, start=start, end=end)
