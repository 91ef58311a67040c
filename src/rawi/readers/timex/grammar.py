"""Items into expressions.

`expressions(grid)` goes over the paragraph once, left to right:

    1. at each token that begins a time word, try the rules of its kind and keep the longest
    2. put a word of degree before it («نهاية»، «نحو»، «بقية») around it
    3. join it with what follows, as long as the two say different grains (يوم السبت 21/09 الساعة 1:30)
    4. drop what stands only as a part of something larger and found nothing larger
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from rawi.readers.timex import clock, dates, lengths, relative
from rawi.readers.timex.counts import cardinal, ordinal, year_number
from rawi.readers.timex.grid import Grid
from rawi.readers.timex.parts import Parts, has_clock, has_day, merge

Rule = Callable[[Grid, int], "tuple[Parts, int] | None"]


@dataclass(frozen=True, slots=True)
class Expression:
    """One expression: what it says, its tokens `first:last`, its code points `start:end`."""

    parts: Parts
    first: int
    last: int
    start: int
    end: int


def _fuzzy(grid: Grid, k: int) -> tuple[Parts, int] | None:
    """The whole expressions that no calendar resolves; «وقت سابق من الشهر» belongs to its month."""
    item = grid.get(k, "fuzzy")
    if item is None:
        return None
    if grid.norm(item.last - 1) in ("سابق", "لاحق") and grid.norm(item.last - 2).endswith("وقت"):
        at = dates.of(grid, item.last)
        inside = (
            relative.unit_rel(grid, at) or relative.this(grid, at) or relative.near_day(grid, at)
        )
        inside = inside or dates.season(grid, at)
        if inside is not None and (inside[0].rel is not None or inside[0].look is not None):
            return inside
    return Parts(fuzzy=item.value), item.last


def _bare_year(grid: Grid, k: int) -> tuple[Parts, int] | None:
    """A year with no word for year, where the word before or the marks around call for one."""
    item = grid.get(k, "num")
    worded = item is not None and not grid.text[item.end - 1].isdecimal()
    found = year_number(grid, k, named=worded)
    if item is None or found is None or len(item.value.rstrip("hg")) != 4 or item.definite:
        return None
    if worded and (item.last - item.first < 2 or found[0] % 100 == 0):
        return None
    if grid.get(found[1], "measure", "unit") or grid.norm(found[1]) in ("%", "٪"):
        return None
    if item.value[-1] in "hg" or found[1] > item.last:
        return Parts(year=found[0], calendar=found[2]), found[1]
    before = grid.get(
        k - 1, "in", "since", "to", "between", "ago", "within", "for", "limit", "dated", "yearly"
    )
    led = before is not None or item.particle in ("ل", "ب", "ول", "وب")
    brackets = grid.norm(k - 1) == "(" and grid.norm(found[1]) in (")", "-", "\u2013")
    if before is None and grid.norm(k - 1) == "من":
        led = grid.get(found[1], "to") is not None or grid.norm(found[1]).startswith("و")
    if not (led or brackets):
        return None
    if _counts(grid.norm(found[1])):
        return None
    return Parts(year=found[0], calendar=found[2]), found[1]


def _counts(word: str) -> bool:
    """Whether the word after a number is what it counts: شخصا، مقاتلا، دولارا."""
    return len(word) > 3 and word.endswith("ا") and not word.startswith("ال")


ATOMS: dict[str, tuple[Rule, ...]] = {
    "unit": (
        dates.year, dates.month, dates.day_of_month, dates.weekday, dates.nth, dates.season, dates.decade,
        relative.unit_rel, relative.near_day, lengths.length, clock.clock, clock.part_of_day,
    ),
    "month": (dates.day_of_month, dates.month),
    "hmonth": (dates.day_of_month, dates.month),
    "num": (
        dates.day_of_month, clock.clock, relative.unit_rel, lengths.length, _bare_year,
    ),
    "ord": (dates.day_of_month, dates.nth, clock.clock),
    "numeric": (dates.numeric, clock.clock),
    "clock": (clock.clock,),
    "weekday": (dates.weekday, dates.nth),
    "day": (relative.near_day,),
    "today": (relative.near_day,),
    "tonight": (relative.near_day,),
    "demo": (relative.this,),
    "season": (dates.season,),
    "quarter": (dates.nth, dates.season, lengths.length),
    "half": (dates.nth, lengths.length),
    "last": (dates.nth,),
    "modlast": (dates.nth,),
    "decade": (dates.decade,),
    "feast": (dates.feast,),
    "part": (clock.part_of_day,),
    "approx": (lengths.length,),
    "more": (lengths.length,),
    "less": (lengths.length,),
    "some": (lengths.length,),
    "ago": (lengths.shift,),
    "every": (lengths.every,),
    "fuzzy": (_fuzzy,),
}  # fmt: skip


def expressions(grid: Grid) -> list[Expression]:
    """Every expression of the grid's paragraph, in order, none over another."""
    out: list[Expression] = []
    done = grid.first
    for k in grid.hits:
        if k < done:
            continue
        found = _at(grid, k, out[-1] if out else None)
        if found is not None:
            out.append(found)
            done = found.last
    return out


def _at(grid: Grid, k: int, previous: Expression | None) -> Expression | None:
    found = _degree(grid, k)
    found = _joined(grid, *found) if found else _longest(grid, k) or _listed(grid, k, previous)
    if found is None:
        return None
    parts, after = found
    if parts.weak and not _stands(grid, k, parts, after):
        return None
    cell = grid.cells[k - grid.first]
    whole = cell.get("fuzzy")
    start = min(item.start for item in cell.values())
    if whole is not None and parts.fuzzy == whole.value:
        start = whole.start
    return Expression(parts, k, after, start, grid.tokens[after - 1].end)


def _stands(grid: Grid, k: int, parts: Parts, after: int) -> bool:
    """An adverb of the day's part (صباحاً، مساءً) stands alone; other parts of larger things do not."""
    only = parts.part is not None and parts.hour is None and not has_day(parts)
    item = grid.get(k, "part")
    if only and item is not None and after == k + 1 and not item.definite:
        return grid.norm(k).endswith("ا") and item.value != "NOON"
    return False


def _listed(grid: Grid, k: int, previous: Expression | None) -> tuple[Parts, int] | None:
    """A further year or weekday of a list: «عامي 2014 و2017»."""
    if previous is None or previous.last != k or previous.parts.year is None:
        return None
    item, found = grid.get(k, "num"), year_number(grid, k)
    if item is not None and found is not None and item.particle == "و" and len(item.value) == 4:
        return Parts(year=found[0], calendar=found[2]), found[1]
    return None


def _longest(grid: Grid, k: int) -> tuple[Parts, int] | None:
    """Step 1: of all rules that apply here, the one that reads furthest with what joins it."""
    best: tuple[Parts, int] | None = None
    for kind in grid.kinds(k):
        for rule in ATOMS.get(kind, ()):
            found = rule(grid, k)
            if found is None:
                continue
            found = _joined(grid, *found)
            if best is None or (found[1], not found[0].weak) > (best[1], not best[0].weak):
                best = found
    return best


def _degree(grid: Grid, k: int) -> tuple[Parts, int] | None:
    """Step 2: نهاية، مطلع، منتصف; نحو، قرابة; بقية around an expression."""
    item = grid.get(k, "mod", "modlast", "approx", "rest", "half")
    if item is None:
        return None
    at = dates.of(grid, item.last)
    if at > item.last and item.kind in ("mod", "half"):
        return None  # «بداية من»: from then on, not its beginning
    if item.kind == "modlast":
        head = grid.get(item.last, "unit", "month", "weekday")
        if head is None or head.particle or (head.kind != "month" and not head.definite):
            return None
    if grid.get(at, "part") and item.value == "mid":  # منتصف ليل السبت
        return _longest(grid, at)
    inner = _degree(grid, at) if item.kind in ("approx", "rest") else None
    inner = inner or _longest(grid, at) or relative.bare_unit(grid, at)
    if inner is None or (inner[0].weak and not inner[0].season):
        return None
    parts, after = inner
    if item.kind == "approx":
        if parts.length or parts.window:
            return None
        return replace(parts, approx=True), after
    if not _holds(parts) or parts.mod is not None:
        return None
    if item.kind == "rest":
        return replace(parts, rest=True, weak=False), after
    if item.kind == "half":
        return (replace(parts, mod="mid"), after) if parts.month and not has_day(parts) else None
    if item.kind == "modlast" and (parts.year is not None and parts.month is None):
        return None
    if item.value == "first":
        return (replace(parts, day=1), after) if parts.month and not has_day(parts) else None
    return replace(parts, mod=item.value, weak=False), after


def _holds(parts: Parts) -> bool:
    """Whether the expression names a stretch of the calendar that has a start, middle and end."""
    return bool(
        parts.year or parts.month or parts.weekday or parts.rel or parts.season or parts.decade
        or parts.quarter or parts.half or parts.feast
    )  # fmt: skip


def _joined(grid: Grid, parts: Parts, after: int) -> tuple[Parts, int]:
    """Step 3: what follows joins in while it says something else about the same time."""
    while True:
        found = _next(grid, parts, after)
        if found is None:
            return parts, after
        parts, after = found


def _next(grid: Grid, parts: Parts, k: int) -> tuple[Parts, int] | None:
    """The expression at `k`, past a comma or a small word, merged into `parts`."""
    within = _week_range(grid, parts, k)
    if within is not None:
        return within
    at, joint = k, ""
    word = grid.norm(at)
    if word in ("،", ",", ":", "(", "-", "\u2013"):
        at, joint = at + 1, "bracket" if word == "(" else "mark"
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
    for kind in grid.kinds(at):
        for rule in (*ATOMS.get(kind, ()), *EXTRA.get(kind, ())):
            found = rule(grid, at)
            if found is None or not _fits(parts, found[0], joint):
                continue
            right = found[0]
            if parts.part and right.part and (parts.hour or right.hour):
                right = replace(right, part=None)  # الليلة … الساعة 8 مساء
            merged = _twin(parts, right, joint) or merge(parts, right)
            if merged is not None and (best is None or found[1] > best[1]):
                best = merged, found[1]
    return best


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
    if joint != "link" and not {left.calendar, right.calendar} == {"g", "h"}:
        return None
    if left.calendar == right.calendar or left.day is None or right.day is None:
        return None
    gregorian, other = (left, right) if left.calendar == "g" else (right, left)
    return replace(gregorian, weekday=gregorian.weekday or other.weekday)


def _fits(left: Parts, right: Parts, joint: str) -> bool:
    """Whether the two may be one expression with this between them."""
    dated = right.day is not None or right.month is not None
    if joint == "link":
        return right.day is not None
    if joint == "bracket":
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
        return _grain(left) < _grain(right)
    if left.weekday is not None and left.day is None and not has_clock(right):
        return dated or (right.rel or ("",))[0] in ("day", "week") or right.nth is not None
    if (left.rel or ("",))[0] == "week":
        return right.weekday is not None and right.look is None
    if (left.rel or ("",))[0] == "day" and right.weekday is None and not has_clock(right):
        return right.day is not None and right.month is not None
    return True


def _grain(parts: Parts) -> int:
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
        return 4
    if parts.quarter or parts.half or parts.season or parts.feast:
        return 5
    if parts.year is not None or (parts.rel or ("",))[0] == "year":
        return 6
    return 7


def _year_word(grid: Grid, k: int) -> tuple[Parts, int] | None:
    """A year as a part of a larger date: «السابع من أيلول لعام 2014», «، 2018»."""
    item, found = grid.get(k, "num"), year_number(grid, k)
    if item is None or found is None or item.particle not in ("", "ل", "ب"):
        return None
    return Parts(year=found[0], calendar=found[2]), found[1]


def _day_ordinal(grid: Grid, k: int) -> tuple[Parts, int] | None:
    """A day's number beside a weekday: «السبت السادس عشر», «الجمعة 15»."""
    item = grid.get(k, "num", "ord")
    found = ordinal(grid, k, definite=True) or cardinal(grid, k)
    if found is None or item is None or not 1 <= found[0] <= 31 or item.particle.startswith("و"):
        return None
    if grid.get(found[1], "unit", "part", "measure") or grid.norm(found[1]) in ("%", "-", ":"):
        return None
    return Parts(day=found[0]), found[1]


EXTRA: dict[str, tuple[Rule, ...]] = {
    "num": (_year_word, _day_ordinal),
    "ord": (_day_ordinal,),
}
