"""Seasons, feasts, decades and centuries: صيف 2014, عيد الفطر الماضي, تسعينيات القرن الماضي."""

from __future__ import annotations

from dataclasses import replace

from rawi.readers.timex.base import LOOK, Found, look_after, of
from rawi.readers.timex.counts import cardinal, era, ordinal, year_number
from rawi.readers.timex.grid import Grid
from rawi.readers.timex.parts import Parts

_CENTURIES = 30


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
    """السبعينيات, تسعينيات القرن الماضي, القرن التاسع عشر, ثلاثينيات القرن الـ19."""
    item = grid.get(k, "decade")
    if item is None:
        return _century(grid, k)
    start, after = 1900 + int(item.value), item.last
    at = of(grid, after)
    unit, told = grid.get(at, "unit"), _century(grid, at)
    if told is not None and told[0].decade is not None:
        parts, after = told
        return replace(parts, decade=(told[0].decade[0] + int(item.value), 10)), after
    looked = look_after(grid, unit.last) if unit is not None and unit.value == "century:1" else None
    if looked is not None:
        start, after = {"this": 2000}.get(looked[0], 1900) + int(item.value), looked[1]
    return Parts(decade=(start, 10)), after


def _century(grid: Grid, k: int) -> Found:
    """«القرن العشرين», «القرن الـ19», «القرن الثالث الهجري», «القرن الثاني قبل الميلاد»."""
    unit = grid.get(k, "unit")
    if unit is None or unit.value != "century:1" or not unit.definite:
        return None
    apart = grid.norm(unit.last) == "ال"  # «الـ 19»
    at = unit.last + apart
    item = grid.get(at, "num")
    counted = ordinal(grid, at, definite=True)
    if counted is None and item is not None and (apart or item.definite or item.particle.endswith("ال")):
        counted = cardinal(grid, at)
    if counted is None or not 1 <= counted[0] <= _CENTURIES:
        return None
    number, after = counted
    calendar, after = era(grid, after)
    return Parts(calendar=calendar or "g", decade=((int(number) - 1) * 100, 100)), after
