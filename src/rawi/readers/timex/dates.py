"""Expressions of the calendar: weekdays, days, months, years, quarters, seasons, feasts.

Every rule takes a grid and a token and gives (parts, token after) or None.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace

from rawi.readers.timex.counts import cardinal, day_number, ordinal, year_number
from rawi.readers.timex.grid import Grid
from rawi.readers.timex.parts import Parts

Found = tuple[Parts, int] | None
LOOK = {"last": -1, "previous": -1, "next": 1, "following": 1, "this": 0, "recent": -1, "same": 0}
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
    if unit is not None and unit.value in ("month:1", "month:c"):
        after = unit.last
        if unit.value == "month:1":
            counted = (ordinal if unit.definite else cardinal)(grid, after)
            number = grid.get(after, "num", "ord")
            if counted and grid.norm(after).startswith("واحد"):
                return None  # one month
            if counted and 1 <= counted[0] <= 12 and number is not None and not number.particle:
                parts = Parts(month=counted[0], weak=unit.definite)
                return _year_after(grid, parts, counted[1], dated)
    named = month_name(grid, after)
    if named is None or (after > k and grid.get(after, "month", "hmonth").particle):
        return None
    parts = Parts(month=named.number, calendar=named.calendar)
    found = _year_after(grid, parts, named.after, dated)
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


def _year_after(grid: Grid, parts: Parts, k: int, dated: bool) -> tuple[Parts, int]:
    """The year or the adjective that follows a month."""
    looked = look_after(grid, k)
    if looked is not None and looked[0] not in ("recent", "same"):
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
    if unit is None or unit.value not in ("year:1", "year:c", "year:n"):
        return None
    if unit.value == "year:n" and not unit.definite:
        return None
    looked = look_after(grid, unit.last, ("this", "last", "next")) if unit.definite else None
    at = looked[1] if looked is not None else unit.last
    if grid.get(at, "numeric"):
        return numeric(grid, at)  # «العام المالي 2017/2018» and its kind span two years
    found = year_number(grid, at, named=True)
    number = grid.get(at, "num")
    if looked is not None and number is not None and found is not None and not number.particle:
        return Parts(year=found[0], rel=("year", LOOK[looked[0]])), found[1]
    if found is None or (number is not None and number.particle):
        return None
    return Parts(year=found[0], calendar=found[2]), found[1]


def day_of_month(grid: Grid, k: int) -> Found:
    """7 سبتمبر, الأول من يناير, أول شباط, 13-15 تموز, سبتمبر 7."""
    start = grid.get(k, "modlast")
    if start is not None and grid.get(start.last, "month"):
        return None
    number = day_number(grid, k)
    if number is not None:
        until, after = _range_end(grid, number[1])
        low = number[0]
        if until is not None and until <= low:
            until, after = None, number[1]
        dashed = grid.norm(after) in ("-", "\u2013", "/")
        at = of(grid, after + 1 if dashed else after)
        monthly = month(grid, at, dated=True)
        sure = monthly is not None and (monthly[0].year is not None or not monthly[0].weak)
        if dashed and not sure:
            return None  # «1 - صفر» is a score
        if monthly is not None:
            ordinal_day = grid.get(k, "ord") is not None
            return replace(_day(monthly[0], low, until), ordinal=ordinal_day), monthly[1]
        running = _running_month(grid, at) if at > number[1] or until is not None else None
        if running is not None:
            parts = replace(running[0], day=low)
            return replace(parts, until=replace(parts, day=until) if until else None), running[1]
        return None
    unit = grid.get(k, "unit")
    if unit is not None:
        k = unit.last if unit.value == "month:1" and not unit.definite else k
    named = month_name(grid, k)
    if named is not None:
        at = named.after
        opening = grid.get(at, "between", "of")
        at = opening.last if opening is not None else at
        while grid.norm(at) in ("/", "،"):
            at += 1
        number = day_number(grid, at)
        item = grid.get(at, "num", "ord")
        if number is None or item is None or (item.particle and item.particle != "ال"):
            return None
        until, after = _range_end(grid, number[1])
        if opening is not None and until is None:
            return None
        if until is None and grid.get(after, "unit", "part"):
            return None
        parts = _day(Parts(month=named.number, calendar=named.calendar), number[0], until)
        found = _year_after(grid, parts, after, True)
        return found if named.strength != "full" or found[0].year is not None else None
    return None


def _running_month(grid: Grid, k: int) -> Found:
    """«الشهر الجاري»، «هذا الشهر»، «الشهر المقبل» after a day's number."""
    demo = grid.get(k, "demo")
    unit = grid.get(demo.last if demo is not None else k, "unit")
    if unit is None or unit.value != "month:1" or not unit.definite:
        return None
    if demo is not None:
        return (Parts(rel=("month", 0)), unit.last) if demo.value == "this" else None
    looked = look_after(grid, unit.last, ("last", "previous", "next", "this"))
    return (Parts(rel=("month", LOOK[looked[0]])), looked[1]) if looked is not None else None


def _range_end(grid: Grid, k: int) -> tuple[int | None, int]:
    """The second number of «13 إلى 15», «13-15», «2 و 7»: (number or None, token after)."""
    at = k
    joint = grid.get(at, "to")
    if joint is not None:
        at = joint.last
    elif grid.norm(at) in ("-", "\u2013", "و"):
        at += 1
    else:
        item = grid.get(at, "num")
        if item is None or item.particle != "و":
            return None, k
    found = day_number(grid, at)
    if found is None:
        return None, k
    return found


def _day(monthly: Parts, low: int, high: int | None) -> Parts:
    """A month's parts with the day, or the first of two days; impossible days are dropped."""
    if not possible(low, monthly.month or 1, monthly.year, monthly.calendar):
        return replace(monthly, impossible=True, weak=False)
    parts = replace(monthly, day=low, weak=False)
    if high is not None and possible(high, monthly.month or 1, monthly.year, monthly.calendar):
        parts = replace(parts, until=replace(parts, day=high))
    return parts


def numeric(grid: Grid, k: int) -> Found:
    """2025/09/07, 7-9-2025, 4/22/2016, 3/2015, 2014-2018; day before month unless that cannot be."""
    item = grid.get(k, "numeric")
    if item is None:
        return None
    sep = next(c for c in item.value if not c.isdecimal())
    numbers = [int(n) for n in item.value.split(sep)]
    lengths = [len(n) for n in item.value.split(sep)]
    if len(numbers) == 2:
        return _two_numbers(grid, k, item.last, sep, numbers, lengths)
    if lengths[0] == 4:
        yy, mm, dd = numbers
    elif lengths[2] in (2, 4) and max(lengths[:2]) <= 2:
        dd, mm, yy = numbers
        if lengths[2] == 2:
            if sep == ".":
                return None
            yy += 2000 if yy < 50 else 1900
    else:
        return None
    if mm > 12 and dd <= 12:
        mm, dd = dd, mm
    if not 1 <= yy <= 2199 or (sep == "." and lengths[2] < 4 and lengths[0] < 4):
        return None
    era = "h" if 1300 <= yy <= 1500 else "g"
    if not 1 <= mm <= 12:
        return Parts(year=yy, calendar=era, impossible=True), item.last
    return _day(Parts(year=yy, month=mm, calendar=era), dd, None), item.last


def _two_numbers(
    grid: Grid, k: int, after: int, sep: str, numbers: list[int], lengths: list[int]
) -> Found:
    """2/2013, 2015-3, 22/4 (only where a word announces a date), 2014-2018."""
    one, two = numbers
    if lengths == [4, 4] and sep in "-/" and 1800 <= one < two <= 2199 and two - one <= 120:
        return Parts(year=one, until=Parts(year=two)), after
    if lengths[0] == 4 and 1800 <= one <= 2199 and sep in "/-" and 1 <= two <= 12:
        return Parts(year=one, month=two), after
    if lengths[1] == 4 and 1800 <= two <= 2199 and sep in "/-" and 1 <= one <= 12:
        return Parts(year=two, month=one), after
    if max(lengths) > 2 or sep == ":":
        return None
    before = grid.get(k - 1, "dated", "in", "weekday", "unit", "link")
    if grid.norm(k - 1) in ("،", ","):
        before = grid.get(k - 2, "weekday")
    if before is None or (before.kind == "unit" and before.value != "day:1"):
        return None
    if sep == "." and before.kind != "dated" and max(numbers) <= 12:
        return None
    if two <= 12:
        dd, mm = one, two
    elif one <= 12:
        dd, mm = two, one
    else:
        return None
    return (Parts(month=mm, day=dd), after) if possible(dd, mm, None) else None


def weekday(grid: Grid, k: int) -> Found:
    """[يوم] الخميس [الماضي]; without ال only after «يوم» or before a week."""
    unit = grid.get(k, "unit")
    at = k
    if unit is not None and unit.value in ("day:1", "day:2") and not unit.definite:
        at = unit.last
    item = grid.get(at, "weekday")
    if item is None and at > k and unit is not None and unit.value == "day:1":
        return _numbered_day(grid, at)
    if item is None or (at > k and item.particle):
        return None
    after = item.last
    parts = Parts(weekday=int(item.value))
    if not item.definite and at == k:
        following = grid.get(after, "unit")
        if following is None or not following.value.startswith("week"):
            return None
    looked = look_after(grid, after)
    if looked is not None and looked[0] not in ("recent", "same"):
        return replace(parts, look=LOOK[looked[0]], passage=looked[0] == "following"), looked[1]
    return parts, after


def _numbered_day(grid: Grid, k: int) -> Found:
    """«يوم 15»: the day of the month that is near."""
    if grid.get(k, "numeric"):
        return numeric(grid, k)
    item, found = grid.get(k, "num"), cardinal(grid, k)
    if item is None or found is None or item.particle or not 1 <= found[0] <= 31:
        return None
    if grid.get(found[1], "unit", "month", "hmonth", "measure") or grid.norm(found[1]) in (
        "%",
        "-",
    ):
        return None
    return Parts(day=found[0]), found[1]


def nth(grid: Grid, k: int) -> Found:
    """آخر اثنين من, ثالث يوم من, الأسبوع الأول من, الثلاثاء الأخير من, الربع الثالث من."""
    last = grid.get(k, "last", "modlast")
    count: tuple[int, int] | None = (-1, last.last) if last is not None else None
    count = count or ordinal(grid, k, definite=False)
    if count is not None:
        at = count[1]
        skipped = grid.get(at, "unit")
        if skipped is not None and skipped.value == "day:1" and grid.get(skipped.last, "weekday"):
            at = skipped.last
        return _nth_unit(grid, count[0], at, None)
    unit = grid.get(k, "unit")
    at = k
    if unit is not None and unit.value == "day:1" and grid.get(unit.last, "weekday"):
        at = unit.last
    head = grid.get(at, "weekday", "unit", "quarter", "half")
    if head is None or not head.definite:
        return None
    final = grid.get(head.last, "last")
    count = (-1, final.last) if final is not None else ordinal(grid, head.last, definite=True)
    if count is None:
        return None
    return _nth_unit(grid, count[0], at, count[1])


def _nth_unit(grid: Grid, count: int, k: int, after: int | None) -> Found:
    head = grid.get(k, "weekday", "unit", "quarter", "half")
    if head is None or (head.particle and after is None):
        return None
    end = after if after is not None else head.last
    if head.kind == "weekday" and count <= 5:
        return Parts(nth=(count, head.value), weak=True), end
    if head.kind == "quarter" and 1 <= count <= 4:
        return Parts(quarter=count, weak=True), end
    if head.kind == "half" and 1 <= count <= 2:
        return Parts(half=count, weak=True), end
    if head.kind == "unit" and head.value in ("day:1", "week:1", "month:1", "day:n"):
        return Parts(nth=(count, head.value.split(":")[0]), weak=True), end
    return None


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
