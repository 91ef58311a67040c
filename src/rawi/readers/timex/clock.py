"""Hours and parts of the day: الساعة الثامنة والنصف مساء بتوقيت بغداد، فجر، بعد الظهر.

Every rule takes a grid and a token and gives (parts, token after) or None.
"""

from __future__ import annotations

from dataclasses import replace

from rawi.readers.timex.base import Found, of
from rawi.readers.timex.counts import cardinal, ordinal
from rawi.readers.timex.grid import Grid, Item
from rawi.readers.timex.parts import Parts

LATE = ("AF", "EV", "NI")


def clock(grid: Grid, k: int) -> Found:
    """الساعة 8:30, الساعة الثامنة والنصف مساء, 8 مساء, السابعة صباحا; a range keeps its first hour."""
    pair = grid.get(k, "numeric")
    if pair is not None:
        return _pair(grid, k, pair)
    first = _hour(grid, k)
    if first is None:
        return None
    parts, after = first
    at = after
    joint = grid.get(at, "to")
    following = grid.get(at, "num", "ord", "unit")
    if joint is not None:
        at = joint.last
    elif grid.norm(at) in ("-", "\u2013", "و"):
        at += 1
    elif following is None or not following.particle.startswith("و"):
        return _zone(grid, after, parts)
    second = _hour(grid, at, led=True)
    if second is not None and (joint is not None or second[0].part is not None):
        part = parts.part or second[0].part
        return _zone(grid, second[1], replace(parts, part=part, weak=False))
    return _zone(grid, after, parts)


def _pair(grid: Grid, k: int, item: Item) -> Found:
    """«1-3 مساء»: two hours and the part of the day."""
    numbers = item.value.replace("/", "-").split("-")
    if len(numbers) != 2 or not all(n.isdecimal() and int(n) <= 24 for n in numbers):
        return None
    hour = int(numbers[0])
    part, after = _part_after(grid, item.last, hour)
    if part is None:
        return None
    return Parts(hour=f"T{hour + 12 if part in LATE and hour < 12 else hour:02d}", part=part), after


def _hour(grid: Grid, k: int, *, led: bool = False) -> Found:
    """One hour, with minutes and the part of the day. `led`: something before already says it is one."""
    at = k
    unit = grid.get(at, "unit")
    if unit is not None and unit.value == "hour:1" and unit.definite:
        at, led = unit.last, True
        about = grid.get(at, "approx")
        at = about.last if about is not None else at
    written = grid.get(at, "clock")
    if written is not None:
        pieces = [int(p) for p in written.value.split(":")]
        if pieces[0] > 24 or any(p > 59 for p in pieces[1:]):
            return None
        hour, minutes, after = pieces[0], pieces[1:], written.last
    elif led and _four_digits(grid, at) is not None:
        hour, minutes = _four_digits(grid, at) or (0, [])
        after = at + 1
    else:
        named = ordinal(grid, at, definite=True)
        counted = named or cardinal(grid, at)
        item = grid.get(at, "ord", "num")
        if counted is None or not 0 <= counted[0] <= 24 or item is None:
            return None
        if item.particle and item.kind == "num" and item.particle not in ("ال",):
            return None
        if item.particle.startswith("و") and not led:
            return None
        hour, after = counted
        minutes, after = _minutes(grid, after)
    day_part, end = _part_after(grid, after, hour)
    if not led and day_part is None and written is None:
        return None
    weak = not led and day_part is None
    if day_part in LATE and 1 <= hour < 12 and not (day_part == "NI" and hour < 6):
        hour += 12
    if day_part == "MO" and hour == 12:
        hour = 0
    value = f"T{hour:02d}" + "".join(f":{m:02d}" for m in minutes)
    return Parts(hour=value, part=day_part, weak=weak), end


def _four_digits(grid: Grid, k: int) -> tuple[int, list[int]] | None:
    """Hour and minutes of «الساعة 1825 بتوقيت غرينتش», or None."""
    item = grid.get(k, "num")
    printed = grid.text[item.start : item.end] if item is not None and not item.particle else ""
    if len(printed) != 4 or not printed.isdecimal():
        return None
    hour, minute = divmod(int(printed), 100)
    return (hour, [minute]) if hour < 24 and minute < 60 else None


def _minutes(grid: Grid, k: int) -> tuple[list[int], int]:
    """«والنصف»، «والربع»، «وعشرين دقيقة» after the hour."""
    half = grid.get(k, "half", "quarter")
    if half is not None and half.particle == "و":
        return [30 if half.kind == "half" else 15], half.last
    counted = cardinal(grid, k)
    item = grid.get(k, "num")
    if counted is not None and item is not None and item.particle == "و" and counted[0] < 60:
        unit = grid.get(counted[1], "unit")
        if unit is not None and unit.value.startswith("minute"):
            return [counted[0]], unit.last
    return [], k


def _part_after(grid: Grid, k: int, hour: int) -> tuple[str | None, int]:
    """The part of the day that follows an hour: مساء، من فجر، بعد الظهر، ص، م."""
    at = of(grid, k)
    part = grid.get(at, "part")
    if part is not None and not part.particle:
        if part.value == "NOON":
            return ("AF" if hour < 11 else "MO" if hour == 11 else "NOON"), part.last
        return part.value, part.last
    short = {"ص": "MO", "م": "EV"}.get(grid.norm(k))
    if short is not None and hour <= 12:
        return short, k + 1
    return None, k


def _zone(grid: Grid, k: int, parts: Parts) -> tuple[Parts, int]:
    """«بتوقيت غرينتش»، «بالتوقيت المحلي» belong to the hour."""
    opened = grid.norm(k) == "("
    at = k + 1 if opened else k
    zone = grid.get(at, "zone", "dated")
    if zone is None or zone.kind != "zone" or at + 1 >= grid.last:
        return parts, k
    after = zone.last + 1
    if grid.norm(zone.last) == "مكه" and grid.norm(after) == "المكرمه":
        after += 1
    if opened:
        return parts, k
    return replace(parts, weak=False), after


def part_of_day(grid: Grid, k: int) -> Found:
    """صباح، مساء، بعد ظهر; «في ساعة متأخرة من مساء»."""
    late = _late(grid, k)
    at = of(grid, late) if late > k else k
    item = grid.get(at, "part")
    if item is None or (late > k and item.particle):
        return None
    after = item.last
    if grid.norm(after) in ("الباكر", "المبكر", "الاولي"):
        after += 1
    return Parts(part=item.value, weak=True), after


def _late(grid: Grid, k: int) -> int:
    """The token after «وقت متأخر»، «ساعة مبكرة»، «ساعات», or `k`."""
    if grid.norm(k).lstrip("وف") in ("قت", "وقت", "ساعه", "ساعات"):
        if grid.get(k + 1, "early", "late"):
            return k + 2
        if grid.get(k + 1, "part") and grid.get(k + 1, "part").definite:
            return k + 1
    return k
