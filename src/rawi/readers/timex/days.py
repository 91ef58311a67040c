"""Days: 7 سبتمبر, الأول من يناير, 13-15 تموز, يوم الخميس الماضي, ثالث ثلاثاء من الشهر."""

from __future__ import annotations

from dataclasses import replace

from rawi.readers.timex.base import LOOK, Found, look_after, of, with_day
from rawi.readers.timex.counts import cardinal, day_number, in_words, ordinal
from rawi.readers.timex.grid import Grid
from rawi.readers.timex.months import month, month_name, year_after
from rawi.readers.timex.numeric import numeric
from rawi.readers.timex.parts import Parts


def day_of_month(grid: Grid, k: int) -> Found:
    """[يوم] 7 سبتمبر, الأول من يناير, أول شباط, 13-15 تموز, سبتمبر 7."""
    head = grid.get(k, "unit")
    if (
        head is not None
        and head.value == "day:1"
        and not head.definite
        and grid.get(head.last, "num")
    ):
        return day_of_month(grid, head.last)
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
        at = after + 1 if dashed else after
        item = grid.get(k, "num")
        if grid.get(at, "in") is not None and until is None and (item is None or in_words(grid, item)):
            return None  # «سقط سبعة في مايو»
        at = of(grid, at)
        monthly = month(grid, at, dated=True)
        sure = monthly is not None and (monthly[0].year is not None or not monthly[0].weak)
        nil = grid.norm(at) == "صفر" and item is not None and not grid.text[item.end - 1].isdecimal()
        if (dashed and not sure) or (nil and monthly is not None and monthly[0].year is None):
            return None  # «1 - صفر», «واحد صفر» are scores
        if monthly is not None:
            ordinal_day = grid.get(k, "ord") is not None
            return replace(with_day(monthly[0], low, until), ordinal=ordinal_day), monthly[1]
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
        comma = grid.norm(at) == "،"
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
        if comma and grid.word(after):
            return None  # «خلال مايو، 5 غارات»
        parts = with_day(Parts(month=named.number, calendar=named.calendar), number[0], until)
        found = year_after(grid, parts, after, True)
        doubtful = named.strength == "full" or (named.strength and grid.word(after))  # «منحت ماي 23 نائبا»
        return found if not doubtful or found[0].year is not None else None
    return None


def _running_month(grid: Grid, k: int) -> Found:
    """«الشهر الجاري»، «هذا الشهر»، «الشهر المقبل»، «الجاري» after a day's number."""
    if grid.norm(k) in ("الجاري", "الحالي"):
        return Parts(rel=("month", 0)), k + 1  # «السادس من الجاري»
    demo = grid.get(k, "demo")
    unit = grid.get(demo.last if demo is not None else k, "unit")
    if unit is None or unit.value != "month:1" or not unit.definite:
        return None
    if demo is not None:
        return (Parts(rel=("month", 0)), unit.last) if demo.value == "this" else None
    looked = look_after(grid, unit.last, ("last", "previous", "next", "this", "same"))
    if looked is None:
        return None
    return Parts(rel=("month", LOOK[looked[0]]), passage=looked[0] == "same"), looked[1]


def _range_end(grid: Grid, k: int) -> tuple[int | None, int]:
    """The second number of «13 إلى 15», «13-15», «2 و 7»: (number or None, token after)."""
    at = k
    joint = grid.get(at, "to")
    if joint is not None:
        at = joint.last
    elif grid.norm(at) in ("-", "\u2013", "و"):
        at += 1
    else:
        item = grid.get(at, "num", "ord")
        if item is None or item.particle not in ("و", "وال"):
            return None, k
    found = day_number(grid, at)
    if found is None:
        return None, k
    item = grid.get(found[1], "num")
    if joint is None and item is not None and item.particle == "و":
        further, after = _range_end(grid, found[1])
        if further == found[0] + 1:  # «أيام 16 و17 و18»: one after another
            return further, after
    return found


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
    if head is None or not head.definite or (head.value == "day:1" and head.particle.endswith("لل")):
        return None  # «لليوم الرابع على التوالي»
    final = grid.get(head.last, "last")
    if final is not None and not final.definite:
        return None  # «الخميس آخر مباراة»: the last match, not the last Thursday
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
    if head.kind == "quarter" and count <= 4:
        return Parts(quarter=count if count > 0 else 4, weak=True), end
    if head.kind == "half" and count <= 2:
        return Parts(half=count if count > 0 else 2, weak=True), end
    if head.kind == "unit" and head.value in ("day:1", "week:1", "month:1", "day:n"):
        return Parts(nth=(count, head.value.split(":")[0]), weak=True), end
    return None
