"""Seasons, feasts, decades and centuries: صيف 2014, عيد الفطر الماضي, تسعينيات القرن الماضي."""

from __future__ import annotations

from dataclasses import replace

from rawi.readers.timex.base import LOOK, Found, look_after, of
from rawi.readers.timex.counts import ordinal, year_number
from rawi.readers.timex.grid import Grid
from rawi.readers.timex.parts import Parts


def season(grid: Grid, k: int) -> Found:
    """صيف 2014, الصيف الماضي, هذا الصيف, شتاء العام المقبل."""
    at = k
    unit = grid.get(k, "quarter", "unit")
    if unit is not None and (unit.kind == "quarter" or unit.value == "season:1"):
        at = unit.last
    item = grid.get(at, "season")
    if item is None:
        return None
    looked = look_after(grid, item.last, ("last", "next", "this", "previous"))
    if looked is not None and item.definite:
        return Parts(season=item.value, look=LOOK[looked[0]]), looked[1]
    found = year_number(grid, item.last)
    number = grid.get(item.last, "num")
    if found is not None and number is not None and not number.particle:
        return Parts(season=item.value, year=found[0]), found[1]
    return Parts(season=item.value, weak=True), item.last


def feast(grid: Grid, k: int) -> Found:
    """عيد الفطر [الماضي | 2024], شهر رمضان المبارك."""
    item = grid.get(k, "feast")
    if item is None:
        return None
    era, mm, dd, length = item.value.split(":")
    parts = Parts(calendar=era, feast=(era, int(mm), int(dd), int(length)))
    looked = look_after(grid, item.last, ("last", "next", "this", "previous"))
    if looked is not None:
        return replace(parts, look=LOOK[looked[0]]), looked[1]
    found = year_number(grid, item.last)
    number = grid.get(item.last, "num")
    if found is not None and number is not None and not number.particle:
        return replace(parts, year=found[0], calendar=found[2]), found[1]
    return parts, item.last


def decade(grid: Grid, k: int) -> Found:
    """السبعينيات, تسعينيات القرن الماضي, القرن التاسع عشر."""
    item = grid.get(k, "decade")
    if item is not None:
        start, after = 1900 + int(item.value), item.last
        unit = grid.get(of(grid, after), "unit")
        if unit is not None and unit.value == "century:1":
            looked = look_after(grid, unit.last)
            counted = ordinal(grid, unit.last, definite=True)
            if looked is not None:
                start = {"this": 2000}.get(looked[0], 1900) + int(item.value)
                after = looked[1]
            elif counted is not None:
                start, after = (counted[0] - 1) * 100 + int(item.value), counted[1]
        return Parts(decade=(start, 10)), after
    unit = grid.get(k, "unit")
    if unit is not None and unit.value == "century:1" and unit.definite:
        counted = ordinal(grid, unit.last, definite=True)
        if counted is not None and counted[0] <= 30:
            return Parts(decade=((counted[0] - 1) * 100, 100)), counted[1]
    return None
