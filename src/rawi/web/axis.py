"""The time axis: how many articles fall into each month, quarter or year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from rawi.records import Days
from rawi.web.i18n import Tongue

MOST_BINS = 60  # more bars than this cannot be told apart or clicked on a phone
LAST_YEAR = 9900  # a later date is a slip of the pen, and the calendar ends before its decade does


@dataclass(frozen=True, slots=True)
class Bin:
    """One bar: its days (inclusive), its label, how many articles, whether the chosen period touches it.

    `begins`, `ends`: what it is called where it stands first or last of several.
    """

    since: date
    until: date
    label: str
    count: int
    inside: bool = True
    begins: str = ""
    ends: str = ""


def bins(
    volume: Iterable[tuple[date, int]], tongue: Tongue, since: date | None = None,
    until: date | None = None,
) -> list[Bin]:  # fmt: skip
    """The bars of a time axis, oldest first, in the finest step that gives at most MOST_BINS.

    `volume`: how many articles each day saw.
    """
    days = {day: n for day, n in volume if day.year < LAST_YEAR}
    if not days:
        return []
    first, last = min(days), max(days)
    for step in (_day, _week, _month, _quarter, _year, _decade):
        starts = _starts(step, first, last)
        if len(starts) <= MOST_BINS:
            break
    totals: Counter[date] = Counter()
    for day, count in days.items():
        totals[step(day)] += count
    found = []
    for start in starts:
        end = step(start, 1) - timedelta(days=1)
        inside = (since is None or end >= since) and (until is None or start <= until)
        label = _label(tongue, step, start, end)
        begins, ends = label, label
        if step is _week:  # no more than the articles span
            begins, ends = tongue.day(max(start, first)), tongue.day(min(end, last))
        elif step is _quarter:
            begins, ends = tongue.month(start), tongue.month(end)
        found.append(Bin(start, end, label, totals[start], inside, begins, ends))
    return found


def _label(tongue: Tongue, step: Any, start: date, end: date) -> str:
    """What a bar is called: all its days, so that nobody takes a week for its first day."""
    if step is _month:
        return tongue.month(start)
    if step is _year:
        return tongue.short(start)[:4]
    if step is _decade:
        return f"{tongue.short(start)[:4]}–{tongue.short(end)[:4]}"
    if step is _quarter:
        return f"{tongue.month(start)} – {tongue.month(_month(start, 2))}"
    return tongue.days(Days(start, end))


def _starts(step: Any, first: date, last: date) -> list[date]:
    found = [step(first)]
    most = MOST_BINS if step is not _decade else LAST_YEAR
    while (following := step(found[-1], 1)) <= last and len(found) <= most:
        found.append(following)
    return found


def _day(day: date, ahead: int = 0) -> date:
    return day + timedelta(days=ahead)


def _week(day: date, ahead: int = 0) -> date:
    # Weeks begin on Sunday, as most Arab newsrooms count them.
    return day - timedelta(days=(day.weekday() + 1) % 7) + timedelta(weeks=ahead)


def _month(day: date, ahead: int = 0) -> date:
    years, month = divmod(day.month - 1 + ahead, 12)
    return date(day.year + years, month + 1, 1)


def _quarter(day: date, ahead: int = 0) -> date:
    return _month(date(day.year, 3 * ((day.month - 1) // 3) + 1, 1), 3 * ahead)


def _year(day: date, ahead: int = 0) -> date:
    return date(day.year + ahead, 1, 1)


def _decade(day: date, ahead: int = 0) -> date:
    return date(max(day.year // 10 * 10, 1) + 10 * ahead, 1, 1)
