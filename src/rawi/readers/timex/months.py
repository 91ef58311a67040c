"""Months and years: شهر سبتمبر 2024, يوليو/تموز الماضي, آب من العام المقبل, عام 1445 هـ."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rawi.readers.timex.base import LOOK, Found, look_after, of
from rawi.readers.timex.counts import FIRST_YEAR, cardinal, ordinal, year_number
from rawi.readers.timex.grid import Grid
from rawi.readers.timex.numeric import numeric
from rawi.readers.timex.parts import Parts


@dataclass(frozen=True, slots=True)
class Named:
    """A month by name. `strength`: what it needs beside it (rawi.arabic.calendar.Month), "" for nothing."""

    number: int
    after: int
    calendar: str
    strength: str


def month_name(grid: Grid, k: int) -> Named | None:
    """A month's name, or two names of one month (يوليو/تموز)."""
    item = grid.get(k, "month", "hmonth")
    if item is None:
        return None
    number, strength = item.value.split(":")
    strength = "" if strength == "alone" else strength
    printed = grid.text[item.start : item.end]
    if grid.norm(k).endswith("اب") and "آب" not in printed:
        if "أ" in printed:
            return None  # أب is a father
        strength = "full"
    after = item.last
    at = after
    if grid.norm(at) in ("/", "(", "-", "\u2013", "\\", "|", "او"):
        at += 1
    twin = grid.get(at, item.kind)
    if twin is not None and twin.value.split(":")[0] == number and not twin.particle:
        after, strength = twin.last, ""
        if grid.norm(at - 1) == "(" and grid.norm(after) == ")":
            after += 1
    return Named(int(number), after, "h" if item.kind == "hmonth" else "g", strength)


def month(grid: Grid, k: int, *, dated: bool = False) -> Found:
    """[شهر] سبتمبر [/أيلول] [الماضي | [من] [عام] 2024], شهر 3, الشهر الثامن.

    `dated`: a day stands before it.
    """
    unit = grid.get(k, "unit")
    after = k
    if unit is not None and unit.value in ("month:1", "month:c", "month:n") and not (
        unit.value == "month:n" and (unit.definite or grid.get(unit.last, "month", "hmonth") is None)
    ):
        after = unit.last
        if unit.value == "month:1":
            counted = (ordinal if unit.definite else cardinal)(grid, after)
            number = grid.get(after, "num", "ord")
            if counted and grid.norm(after).startswith("واحد"):
                return None  # one month
            if counted and 1 <= counted[0] <= 12 and number is not None and not number.particle:
                parts = Parts(month=counted[0], weak=unit.definite)
                return year_after(grid, parts, counted[1], dated)
    named = month_name(grid, after)
    if named is None or (after > k and grid.get(after, "month", "hmonth").particle):
        return None
    parts = Parts(month=named.number, calendar=named.calendar)
    found = year_after(grid, parts, named.after, dated)
    sure = not named.strength or after > k or found[0].slots() > {"month"}
    if named.strength == "full" and not (dated and found[0].year is not None) and after == k:
        return None
    if not sure:
        sure = _led(grid, k)
    return found if sure else (replace(found[0], weak=True), found[1])


def _led(grid: Grid, k: int) -> bool:
    """Whether a preposition before makes the name of a month out of a word that is also another."""
    item = grid.get(k, "month", "hmonth")
    particle = item.particle if item is not None else ""
    before = grid.get(k - 1, "in", "since", "to", "between", "within", "limit", "mod", "ago")
    return before is not None or particle in ("ب", "وب")


def year_after(grid: Grid, parts: Parts, k: int, dated: bool) -> tuple[Parts, int]:
    """The year or the adjective that follows a month."""
    looked = look_after(grid, k)
    if looked is not None and abs(LOOK[looked[0]]) < 2 and looked[0] not in ("recent", "same"):
        passage = looked[0] == "following"
        parts = replace(parts, look=LOOK[looked[0]], passage=passage)
        k = looked[1]
        return parts, k
    at = k
    if grid.norm(at) in ("،", ",", "-", "\u2013", "/"):
        at += 1
    named = year(grid, of(grid, at)) if at == k else None
    number = grid.get(of(grid, at), "num")
    long = number is not None and len(number.value) == 4 and dated
    bare = year_number(grid, of(grid, at), named=long) if number is not None else None
    item = grid.get(of(grid, at), "num")
    if named is not None and named[0].year is not None:
        return replace(parts, year=named[0].year), named[1]
    if bare is not None and item is not None and not item.particle:
        return replace(parts, year=bare[0]), bare[1]
    if named is not None and named[0].rel is not None and named[0].rel[0] == "year":
        return replace(parts, rel=named[0].rel), named[1]
    return parts, k


def year(grid: Grid, k: int) -> Found:
    """عام 2014, العام 1445 هـ, العام الماضي is relative: see relative.py."""
    unit = grid.get(k, "unit")
    if unit is None or unit.value not in ("year:1", "year:c", "year:2", "year:n"):
        return None
    if unit.value in ("year:2", "year:n") and not unit.definite:
        return None
    looked = look_after(grid, unit.last, ("this", "last", "next")) if unit.definite else None
    at = looked[1] if looked is not None else unit.last
    if grid.get(at, "numeric"):
        return numeric(grid, at)  # «العام المالي 2017/2018» and its kind span two years
    found = year_number(grid, at, named=True)
    number = grid.get(at, "num")
    if looked is not None and (found is None or found[0] < FIRST_YEAR):
        return None  # «العام المقبل 51 مباراة»
    if looked is not None and number is not None and found is not None and not number.particle:
        return Parts(year=found[0], rel=("year", LOOK[looked[0]])), found[1]
    if found is None or (number is not None and number.particle):
        return None
    return Parts(year=found[0], calendar=found[2]), found[1]
