"""Expressions that hang on another day: أمس، الشهر الماضي، هذا الأسبوع، الأشهر الثلاثة المقبلة.

Every rule takes a grid and a token and gives (parts, token after) or None.
"""

from __future__ import annotations

from dataclasses import replace

from rawi.readers.timex.base import LOOK, Found, look_after
from rawi.readers.timex.counts import cardinal
from rawi.readers.timex.days import weekday
from rawi.readers.timex.grid import Grid, Item
from rawi.readers.timex.lengths import duration
from rawi.readers.timex.months import month
from rawi.readers.timex.parts import Parts

GRAINS = ("day", "week", "month", "year", "decade", "century")
NARRATIVE = ("previous", "following", "same")


def near_day(grid: Grid, k: int) -> Found:
    """اليوم, أمس, يوم غد, أول من أمس, الليلة."""
    unit = grid.get(k, "unit")
    at = k
    if unit is not None and unit.value == "day:1" and grid.get(unit.last, "day"):
        at = unit.last
    item = grid.get(at, "day")
    if item is not None and (at == k or not item.particle):
        if grid.norm(at) == "غد" and at == k:
            return None
        return Parts(rel=("day", int(item.value))), item.last
    item = grid.get(k, "today")
    if item is not None and grid.get(k + 1, "notday", "ord", "last") is None:
        a_rate = grid.norm(k - 1) == "في"  # «226 ألف برميل في اليوم»
        return None if a_rate else (Parts(rel=("day", 0)), item.last)
    item = grid.get(k, "tonight")
    if item is not None:
        looked = look_after(grid, item.last, ("last", "previous", "next"))
        if looked is not None:
            return Parts(rel=("day", LOOK[looked[0]]), part="NI"), looked[1]
        return Parts(rel=("day", 0), part="NI"), item.last
    return None


def this(grid: Grid, k: int) -> Found:
    """هذا الشهر, هذه الليلة, هذا الأحد, ذلك اليوم, نفس العام."""
    head = grid.get(k, "demo")
    if head is None:
        return None
    at = head.last
    passage = head.value in ("that", "same")
    unit = grid.get(at, "unit")
    if unit is not None and unit.definite and not unit.particle:
        name, number = unit.value.split(":")
        if number == "1" and name in GRAINS:
            looked = look_after(grid, unit.last, ("this", "last", "next"))
            if name == "decade" and looked is None and grid.get(k - 1, "mod", "of", "within") is None:
                return None  # «هذا العقد» is mostly a contract
            if looked is not None and not passage:
                return Parts(rel=(name, LOOK[looked[0]])), looked[1]
            return Parts(rel=(name, 0), passage=passage), unit.last
        return None
    if passage:
        return None
    part = grid.get(at, "part")
    if part is not None and part.definite:
        return Parts(rel=("day", 0), part=part.value), part.last
    season = grid.get(at, "season")
    if season is not None and season.definite:
        return Parts(season=season.value, look=0), season.last
    named = grid.get(at, "month")
    if named is not None:
        found = month(grid, at)
        return (replace(found[0], look=0), found[1]) if found and found[0].year is None else None
    day = grid.get(at, "weekday")
    if day is not None and day.definite:
        found = weekday(grid, at)
        return (replace(found[0], look=0), found[1]) if found and found[0].look is None else None
    return None


def unit_rel(grid: Grid, k: int) -> Found:
    """الشهر الماضي, العامين الماضيين, الأشهر الثلاثة المقبلة, الـ24 ساعة الماضية, السنوات الأخيرة."""
    counted = cardinal(grid, k)
    if counted is not None:
        item = grid.get(k, "num")
        unit = grid.get(counted[1], "unit")
        if item is None or not item.particle.endswith(("ال", "لل")) or unit is None:
            return None
        return _window(grid, unit, counted[0], unit.last)
    unit = grid.get(k, "unit")
    if unit is None or not unit.definite:
        return None
    name, number = unit.value.split(":")
    if number == "n":
        counted = cardinal(grid, unit.last)
        if counted is not None:
            return _window(grid, unit, counted[0], counted[1])
        few = grid.get(unit.last, "few")
        looked = look_after(grid, few.last if few is not None else unit.last)
        if looked is None or looked[0] in ("same", "this"):
            return None
        if name in ("minute", "second") and looked[0] == "recent":
            return None  # الدقائق الأخيرة are a match's
        ahead = looked[0] in ("next", "following")
        kind = "date" if name == "day" else "duration"
        return Parts(fuzzy=f"{kind}:{'FUTURE_REF' if ahead else 'PAST_REF'}"), looked[1]
    if number == "2":
        return _window(grid, unit, 2, unit.last)
    looked = look_after(grid, unit.last)
    if looked is None or number != "1":
        return None
    value, after = looked
    if value == "recent":
        return _window(grid, unit, 1, unit.last) if name in ("week", "month", "year") else None
    if name in ("hour", "minute", "second"):
        return _window(grid, unit, 1, unit.last)
    if name not in GRAINS or (name == "decade" and value == "this"):
        return None  # العقد الحالي is mostly a contract
    return Parts(rel=(name, LOOK[value]), passage=value in NARRATIVE), after


def _window(grid: Grid, unit: Item, count: int, k: int) -> Found:
    looked = look_after(grid, k)
    if looked is None or looked[0] in ("this", "same"):
        return None
    name = unit.value.split(":")[0]
    if name == "season":
        return None
    sign = 1 if looked[0] in ("next", "following") else -1
    return Parts(window=(name, count, sign), length=duration(((name, count),))), looked[1]


def bare_unit(grid: Grid, k: int) -> Found:
    """الشهر، العام، الأسبوع after «نهاية» or «بقية»: the one that runs."""
    unit = grid.get(k, "unit", "today")
    if unit is None:
        return None
    if unit.kind == "today":
        return Parts(rel=("day", 0)), unit.last
    name, number = unit.value.split(":")
    if unit.definite and number == "1" and name in GRAINS:
        return Parts(rel=(name, 0)), unit.last
    return None
