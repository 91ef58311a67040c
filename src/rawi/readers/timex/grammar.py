"""Items into expressions.

`expressions(grid)` goes over the paragraph once, left to right:

    1. at each token that begins a time word, try the rules of its kind and keep the _longest
    2. put a word of degree before it («نهاية»، «نحو»، «بقية») around it
    3. join it with what follows, as long as the two say different grains (joining.py)
    4. drop what stands only as a part of something larger and found nothing larger
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from rawi.readers.timex import relative
from rawi.readers.timex.base import of, with_day
from rawi.readers.timex.counts import day_number, ordinal, year_number
from rawi.readers.timex.grid import Grid
from rawi.readers.timex.joining import MONTH, YEAR, grain, joined
from rawi.readers.timex.lexis import guards
from rawi.readers.timex.months import month_name, year_after
from rawi.readers.timex.parts import Parts, has_day
from rawi.readers.timex.rules import ATOMS


@dataclass(frozen=True, slots=True)
class Expression:
    """One expression: what it says, its tokens `first:last`, its code points `start:end`."""

    parts: Parts
    first: int
    last: int
    start: int
    end: int


def expressions(grid: Grid) -> list[Expression]:
    """Every expression of the grid's paragraph, in order, none over another."""
    out: list[Expression] = []
    done = grid.first
    for k in grid.hits:
        if k < done:
            continue
        found = _at(grid, k, out[-1] if out else None)
        if found is not None and _a_name(grid, found):
            done = found.last
        elif found is not None:
            if out:
                out[-1] = _from_end(grid, out[-1], found)
            out.append(found)
            done = found.last
    return out


def _a_name(grid: Grid, found: Expression) -> bool:
    """Whether the date is the name of a town, a street or a party: «مدينة السادس من أكتوبر»."""
    parts = found.parts
    if parts.year is not None or not parts.day or not parts.month:
        return False
    names, before = guards().get(("date", ""), ()), grid.norm(found.first - 1)
    return ("before", before) in names or (before[:1] in "بلو" and ("before", before[1:]) in names)


def _from_end(grid: Grid, first: Expression, second: Expression) -> Expression:
    """The start of a stretch, or the first of two, whose other alone names the year: «من 5 يناير إلى أول
    فبراير 2019»، «في مارس أو أبريل عام 2015»."""
    mine, theirs = first.parts, second.parts
    if not _together(grid, first, second) or mine.year is not None or mine.look is not None:
        return first
    if (
        mine.month is None
        or theirs.month is None
        or mine.rel is not None
        or mine.calendar != theirs.calendar
    ):
        return first
    later = (mine.month, mine.day or 1) > (theirs.month, theirs.day or 31)
    if theirs.year is not None:
        return replace(first, parts=replace(mine, year=theirs.year - later))
    if theirs.rel is not None and theirs.rel[0] == "year":
        return replace(first, parts=replace(mine, rel=("year", theirs.rel[1] - later)))
    return first


def _together(grid: Grid, first: Expression, second: Expression) -> bool:
    """Whether «إلى», «أو» or «و» alone stands between the two."""
    joint = grid.get(first.last, "to")
    if joint is not None:
        return joint.last == second.first
    if first.last == second.first:
        return grid.norm(first.last)[:1] == "و"
    return grid.norm(first.last) in ("او", "و") and second.first == first.last + 1


def _at(grid: Grid, k: int, previous: Expression | None) -> Expression | None:
    found = _degree(grid, k)
    found = joined(grid, *found) if found else _longest(grid, k) or _listed(grid, k, previous)
    if found is None:
        return None
    parts, after = found
    if parts.weak and not _stands(grid, k, parts, after):
        again = _listed(grid, k, previous)
        if again is None:
            return None
        parts, after = again
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
    """A further year or month of a list: «عامي 2014 و2017», «شهري تموز وآب»."""
    item, number = grid.get(k, "num", "ord"), day_number(grid, k)
    if previous is not None and item is not None and number is not None and grid.norm(number[1]) == "منه":
        same = previous.parts
        if not same.day or not same.month or (same.until or same).day >= number[0]:
            return None
        fresh = Parts(year=same.year, rel=same.rel, look=same.look, month=same.month, calendar=same.calendar)
        return with_day(fresh, number[0], None), number[1] + 1  # «يفتح في 12 مايو ويغلق في 22 منه»
    if previous is None or previous.last != k:
        return None
    named = month_name(grid, k) if previous.parts.month and not has_day(previous.parts) else None
    if named is not None and named.calendar == previous.parts.calendar:
        particle = grid.get(k, "month", "hmonth")
        if particle is not None and particle.particle == "و":
            return year_after(grid, Parts(month=named.number, calendar=named.calendar), named.after, False)
    if previous.parts.year is None:
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
            found = joined(grid, *found)
            if best is None or (found[1], not found[0].weak) > (best[1], not best[0].weak):
                best = found
    return best


def _degree(grid: Grid, k: int) -> tuple[Parts, int] | None:
    """Step 2: نهاية، مطلع، منتصف; النصف الأول من; نحو، قرابة; بقية around an expression."""
    divided = _share(grid, k)
    if divided is not None:
        return divided
    item = grid.get(k, "mod", "modlast", "approx", "rest", "half")
    if item is None:
        return None
    at = of(grid, item.last)
    if at > item.last and item.kind in ("mod", "half"):
        return None  # «بداية من»: from then on, not its beginning
    if item.kind == "modlast":
        head = grid.get(item.last, "unit", "month", "weekday")
        if head is None or head.particle or (head.kind != "month" and not head.definite):
            return None
    if grid.get(at, "part") and item.value == "mid":  # منتصف ليل السبت
        return _longest(grid, at)
    inner = _degree(grid, at) if item.kind in ("approx", "rest") else None
    inner = inner or _share(grid, at) or _longest(grid, at) or relative.bare_unit(grid, at)
    until = inner is not None and inner[0].quarter and grid.get(k - 1, "limit", "to") is not None
    if inner is None or (inner[0].weak and not (inner[0].season or until)):
        return None  # «حتى نهاية الربع الثاني»; a match has quarters too
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


def _share(grid: Grid, k: int) -> tuple[Parts, int] | None:
    """«النصف الأول من يونيو», «الثلث الأخير من العام»; halves of a year are read by days.nth."""
    item = grid.get(k, "half", "third")
    if item is None or not item.definite:
        return None
    size = 2 if item.kind == "half" else 3
    last = grid.get(item.last, "last")
    count, after = (size, last.last) if last is not None else ordinal(grid, item.last, definite=True) or (0, 0)
    at = of(grid, after)
    if not 1 <= count <= size or at == after:
        return None
    inner = _longest(grid, at) or relative.bare_unit(grid, at)
    if inner is None:
        return None
    parts, end = inner
    if (parts.weak and parts.month is None) or not _holds(parts) or parts.mod is not None:
        return None
    running = parts.rel == ("century", 0)  # «القرن» alone: which one is not told
    if running or grain(parts) < MONTH or (size == 2 and grain(parts) == YEAR):
        return None
    return replace(parts, share=(count, size), weak=False), end


def _holds(parts: Parts) -> bool:
    """Whether the expression names a stretch of the calendar that has a start, middle and end."""
    return bool(
        parts.year or parts.month or parts.weekday or parts.rel or parts.season or parts.decade
        or parts.quarter or parts.half or parts.feast
    )  # fmt: skip
