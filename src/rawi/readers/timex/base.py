"""What the rules of the calendar share. A rule takes a grid and a token and gives (parts, token after)."""

from __future__ import annotations

import calendar
from dataclasses import replace

from rawi.readers.timex.grid import Grid
from rawi.readers.timex.parts import Parts

Found = tuple[Parts, int] | None

LOOK = {
    "last": -1, "previous": -1, "next": 1, "following": 1, "this": 0, "recent": -1, "same": 0,
    "last but one": -2, "next but one": 2,
}  # fmt: skip
LONGEST = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def possible(day: int, month: int, year: int | None, era: str = "g") -> bool:
    """Whether the month has such a day (in that year, where one is said)."""
    if not 1 <= month <= 12:
        return False
    if era == "h":
        return 1 <= day <= 30
    if year is None or not 1 <= year <= 9999:
        return 1 <= day <= LONGEST[month - 1]
    return 1 <= day <= calendar.monthrange(year, month)[1]


def of(grid: Grid, k: int) -> int:
    """The token after «من»، «في»، «لـ», or `k` itself."""
    item = grid.get(k, "of", "in")
    return item.last if item is not None and item.particle == "" else k


def look_after(grid: Grid, k: int, kinds: tuple[str, ...] = ()) -> tuple[str, int] | None:
    """The adjective الماضي، المقبل، الجاري … at `k`: (its value, token after)."""
    item = grid.get(k, "rel")
    if item is None or item.particle or (kinds and item.value not in kinds):
        return None
    return item.value, item.last


def with_day(monthly: Parts, low: int, high: int | None) -> Parts:
    """A month's parts with the day, or the first of two days; impossible days are dropped."""
    if not possible(low, monthly.month or 1, monthly.year, monthly.calendar):
        return replace(monthly, impossible=True, weak=False)
    parts = replace(monthly, day=low, weak=False)
    if high is not None and possible(high, monthly.month or 1, monthly.year, monthly.calendar):
        parts = replace(parts, until=replace(parts, day=high))
    return parts
