"""How neighbours become one expression: «يوم السبت 21/09 الساعة 1:30», «الأسبوع الأول من أكتوبر 2014»."""

from __future__ import annotations

from dataclasses import replace

from rawi.readers.timex import lengths, relative
from rawi.readers.timex.grid import Grid
from rawi.readers.timex.parts import Parts, has_clock, has_day, merge
from rawi.readers.timex.rules import ATOMS, EXTRA

MONTH, YEAR = 4, 6  # grains
_ONLY = frozenset({"فقط", "وحده", "وحدها"})  # «الربع الثالث فقط من العام»


def joined(grid: Grid, parts: Parts, after: int) -> tuple[Parts, int]:
    """Step 3: what follows joins in while it says something else about the same time."""
    while True:
        found = _next(grid, parts, after)
        if found is None:
            return parts, after
        parts, after = found


def _next(grid: Grid, parts: Parts, k: int) -> tuple[Parts, int] | None:
    """The expression at `k`, past a comma or a small word, merged into `parts`."""
    within = _week_range(grid, parts, k) or _night(grid, parts, k)
    if within is not None:
        return within
    divided = bool(parts.quarter or parts.half or parts.nth)
    at, joint = k + (divided and grid.norm(k) in _ONLY), ""
    word = grid.norm(at)
    if word in ("،", ",", ":", "(", "-", "\u2013"):
        at, joint = at + 1, "bracket" if word == "(" else "mark"
        if joint == "mark" and grid.norm(at) == "(":
            at, joint = at + 1, "bracket"  # «اليوم الأحد، (7 أيلول 2025)»
    small = grid.get(at, "of", "in", "dated", "approx", "between", "link")
    if small is not None and small.particle == "" and grid.get(at, "month") is None:
        if small.kind == "link":
            joint = "link"
        elif not joint:
            joint = small.kind
        at = small.last
        following = grid.get(at, "of", "in")
        if small.kind == "link" and following is not None:
            at = following.last
    if not grid.kinds(at):
        return None
    repeated = lengths.every(grid, at) if joint == "of" else None
    if repeated is not None and repeated[0].each == "P1Y" and parts.day and parts.month:
        return Parts(each=f"XXXX-{parts.month:02d}-{parts.day:02d}"), repeated[1]
    if joint == "" and any(
        i.particle.startswith(("و", "ف")) for i in grid.cells[at - grid.first].values()
    ):
        return None
    best: tuple[Parts, int] | None = None
    bare = (relative.bare_unit,) if joint == "of" and divided else ()
    for kind in grid.kinds(at):
        for rule in (*ATOMS.get(kind, ()), *EXTRA.get(kind, ()), *bare):  # «الربع الأخير من العام»
            found = rule(grid, at)
            if found is None or not _fits(parts, found[0], joint):
                continue
            if rule is relative.bare_unit and grid.norm(found[1]).startswith("ال"):
                continue  # «من السنة المالية»
            right = found[0]
            alone = right.month is None and right.rel is None and not has_clock(right)
            if joint == "mark" and alone and right.day and grid.word(found[1]):
                continue  # «الأربعاء، 23 دبلوماسياً»
            if right.weak and right.part == "NOON" and joint == "mark":
                continue  # «…، ظهر» is a verb
            if parts.part and right.part and (parts.hour or right.hour):
                right = replace(right, part=None)  # الليلة … الساعة 8 مساء
            merged = _twin(parts, right, joint) or merge(parts, right)
            if merged is not None and (best is None or found[1] > best[1]):
                best = merged, found[1]
    return best


def _night(grid: Grid, parts: Parts, k: int) -> tuple[Parts, int] | None:
    """«ليل الأربعاء الخميس»: the night between two days that follow each other."""
    if parts.part != "NI" or parts.weekday is None or parts.until is not None:
        return None
    at = k + 1 if grid.norm(k) in ("-", "\u2013", "/") else k
    second = grid.get(at, "weekday")
    if second is None or int(second.value) != parts.weekday % 7 + 1:
        return None
    return replace(parts, until=replace(parts, weekday=int(second.value), part=None)), second.last


def _week_range(grid: Grid, parts: Parts, k: int) -> tuple[Parts, int] | None:
    """«الأسبوع المقبل بين الأربعاء والجمعة»: two days of the week just named."""
    opening = grid.get(k, "between", "of")
    if parts.rel is None or parts.rel[0] != "week" or parts.weekday is not None or opening is None:
        return None
    first = grid.get(opening.last, "weekday")
    joint = grid.get(first.last, "to") if first is not None else None
    second = grid.get(joint.last if joint else first.last, "weekday") if first is not None else None
    if first is None or second is None or (joint is None and second.particle != "و"):
        return None
    until = replace(parts, weekday=int(second.value))
    return replace(parts, weekday=int(first.value), until=until), second.last


def _twin(left: Parts, right: Parts, joint: str) -> Parts | None:
    """One day in two calendars: the Gregorian one counts."""
    if joint != "link" and {left.calendar, right.calendar} != {"g", "h"}:
        return None
    if left.calendar == right.calendar or left.day is None or right.day is None:
        return None
    gregorian, other = (left, right) if left.calendar == "g" else (right, left)
    return replace(gregorian, weekday=gregorian.weekday or other.weekday)


def _fits(left: Parts, right: Parts, joint: str) -> bool:
    """Whether the two may be one expression with this between them."""
    dated = right.day is not None or right.month is not None
    only_year = left.year is not None and left.month is None and left.weekday is None
    if only_year and right.day is not None and right.month is None:
        return False  # «عام 2015 ثلاث جولات»
    a_day = right.weekday is not None or (right.rel or ("",))[0] == "day"
    if left.month is not None and left.day is None and a_day and not dated:
        return False  # «5 - صفر السبت», «وقالت ماي اليوم»
    if joint == "link":
        return right.day is not None
    if joint == "bracket":
        if left.weekday is not None and left.day is None and (left.rel or ("day",))[0] == "day":
            return bool(right.day and right.month)  # «الثلاثاء (21 أغسطس)», «اليوم الأحد (7 أيلول 2025)»
        return left.calendar != right.calendar and bool(left.day and right.day)
    if right.day is not None and right.month is None and right.rel is None and has_clock(left):
        return False
    if joint == "mark":
        if left.calendar != right.calendar and left.day and right.day:
            return True
        if has_clock(right) and not has_day(right):
            return has_day(left) or left.shift is not None
        if left.hour is not None and has_day(right):
            return True
        return left.weekday is not None and right.day is not None and left.day is None
    if joint == "between":
        return has_clock(right) and not dated and has_day(left) and left.hour is None
    if joint in ("of", "in", "dated", "approx"):
        if left.part is not None and left.hour is None and not has_day(left):
            return has_day(right)
        if has_clock(right) and not dated:
            return has_day(left) and left.hour is None
        if left.hour is not None and not has_day(left):
            return has_day(right)
        if left.weekday is not None and left.day is None:
            return right.day is not None or (right.rel or ("",))[0] in ("week", "month") or (
                joint != "dated" and left.nth is not None
            )  # fmt: skip
        return grain(left) < grain(right)
    if left.weekday is not None and left.day is None and not has_clock(right):
        return dated or (right.rel or ("",))[0] in ("day", "week") or right.nth is not None
    if (left.rel or ("",))[0] == "week":
        return right.weekday is not None and right.look is None
    if (left.rel or ("",))[0] == "day" and right.weekday is None and not has_clock(right):
        return right.day is not None and right.month is not None
    return True


def grain(parts: Parts) -> int:
    """How fine the finest thing said is: 1 hour … 7 decade."""
    if has_clock(parts):
        return 1
    if parts.day is not None or (parts.nth is not None and parts.nth[1] != "month"):
        return 2
    if parts.weekday is not None or (parts.rel or ("",))[0] == "day":
        return 2
    if (parts.rel or ("",))[0] == "week":
        return 3
    if parts.month is not None or parts.nth is not None or (parts.rel or ("",))[0] == "month":
        return MONTH
    if parts.quarter or parts.half or parts.season or parts.feast:
        return 5
    if parts.year is not None or (parts.rel or ("",))[0] == "year":
        return YEAR
    return 7
