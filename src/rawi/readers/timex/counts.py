"""Numbers inside time expressions: counts, days of the month, years and ordinals.

Every function takes a grid and a token and gives (value, token after) or None.
"""

from __future__ import annotations

from rawi.arabic import calendar
from rawi.readers.quantity.lexicon import units
from rawi.readers.timex.grid import Grid, Item

FIRST_YEAR, LAST_YEAR = 1800, 2199  # four digits outside these are read as a year only after «عام»


def cardinal(grid: Grid, k: int) -> tuple[int, int] | None:
    """A whole number, in digits or words."""
    item = grid.get(k, "num")
    if item is not None:
        return int(item.value.rstrip("hg")), item.last
    return None


def ordinal(grid: Grid, k: int, *, definite: bool | None = None) -> tuple[int, int] | None:
    """الأول، ثالث، السابع عشر، الحادي والثلاثين."""
    item = grid.get(k, "ord")
    if item is None or (definite is not None and item.definite != definite):
        return None
    return int(item.value), item.last


def in_words(grid: Grid, item: Item) -> bool:
    """Whether a number below twenty is written in words, which counts things, where «العشرين» is a day too."""
    return int(item.value.rstrip("hg")) < 20 and not grid.text[item.end - 1].isdecimal()


def day_number(grid: Grid, k: int) -> tuple[int, int] | None:
    """A day of the month, 1 to 31, as a number or a masculine ordinal («المرحلة الأولى من» is no day)."""
    if grid.get(k, "ord") is not None and grid.norm(k).endswith(("ه", "اولي")):
        return None
    item = grid.get(k, "num")
    counts = item is not None and item.definite and in_words(grid, item)
    for found in (ordinal(grid, k), None if counts else cardinal(grid, k)):  # «مجموعة السبع» is no day
        if found is not None and 1 <= found[0] <= 31:
            return found
    return None


def year_number(grid: Grid, k: int, *, named: bool = False) -> tuple[int, int, str] | None:
    """(year, token after, calendar). `named`: a word for year stands before, so any year will do."""
    found = cardinal(grid, k)
    if found is None:
        return None
    value, after = found
    item = grid.get(k, "num")
    if item is not None and item.particle.endswith("ال"):
        return None
    told = item.value[-1] if item is not None and item.value[-1] in "hg" else ""
    if not told:
        told, after = era(grid, after)
    if told == "b":
        return (value, after, "b") if 1 <= value <= 9999 else None
    if told == "h" or (not told and named and 1340 <= value <= 1460):
        return (value, after, "h") if 1 <= value <= 1600 else None
    if not named and not told and _measured(grid, after):
        return None
    if (
        FIRST_YEAR <= value <= LAST_YEAR
        or (named and 100 <= value <= 9999)
        or (told and 1 <= value <= 9999)
    ):
        return value, after, "g"
    return None


def _measured(grid: Grid, k: int) -> bool:
    """Whether the number before `k` is a sum or a measure: «1800 جنيه», «بين 1900 و1950 متراً»."""
    for _ in range(3):
        word = grid.norm(k)
        if word in units():
            return True
        if word not in ("و", "الي", "-") and not word.removeprefix("و").isdigit():
            return False
        k += 1
    return False


def era(grid: Grid, k: int) -> tuple[str, int]:
    """The era told behind a year or a century («ميلادي», «الهجري», «قبل الميلاد»): g, h, b or '', and the
    token after it."""
    mark = calendar.ERAS.get(grid.norm(k)) or calendar.ERAS.get(grid.norm(k).removeprefix("ال"))
    if mark in ("gregorian", "hijri"):
        return mark[0], k + 1
    if calendar.ERAS.get(f"{grid.norm(k)} {grid.norm(k + 1)}") == "before":
        return "b", k + 2
    return "", k
