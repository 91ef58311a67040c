"""Expressions that say how long or how far: شهرين، قبل ثلاث سنوات، منذ نحو عام، كل أسبوع.

Every rule takes a grid and a token and gives (parts, token after) or None.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from rawi.readers.timex.base import Found
from rawi.readers.timex.counts import cardinal
from rawi.readers.timex.grid import Grid
from rawi.readers.timex.parts import Parts

LETTER = {
    "day": "D", "week": "W", "month": "M", "year": "Y", "decade": "DE", "century": "CE",
    "hour": "TH", "minute": "TM", "second": "TS",
}  # fmt: skip
MEANS = frozenset(("امل", "اساس", "الاقل", "الاكثر", "يد", "خلفيه", "هامش", "ان", "وجه", "نحو"))
"""«قبل شهرين على أمل …» hangs on nothing; «بعد عامين على الفضيحة» hangs on the event."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """So many units: `count` None where it is not said (أشهر، بضعة أيام). `sure`: it can only be one."""

    unit: str
    count: float | None
    after: int
    approx: bool = False
    sure: bool = True
    definite: bool = False


def duration(units: tuple[tuple[str, float | None], ...]) -> str:
    """A TIMEX3 duration: P2M, PT24H, P1Y6M, PXY where the count is open."""
    out = {"P": "", "T": ""}
    for unit, count in units:
        letter = LETTER[unit]
        number = "X" if count is None else f"{count:g}"
        if letter[0] == "T":
            out["T"] += number + letter[1:]
        else:
            out["P"] += number + letter
    return "P" + out["P"] + ("T" + out["T"] if out["T"] else "")


def quantity(grid: Grid, k: int) -> Quantity | None:
    """Approximation, number and unit, in any of the orders Arabic has."""
    approx = False
    at = k
    while (about := grid.get(at, "approx", "more", "less")) is not None:
        approx, at = True, about.last
    some = grid.get(at, "some")
    if some is not None:
        unit = _unit(grid, some.last, ("n",))
        return Quantity(unit[0], None, unit[2], approx) if unit else None
    part = grid.get(at, "half", "quarter")
    if part is not None and not part.definite:
        unit = _unit(grid, part.last, ("1",))
        if unit is not None:
            return Quantity(unit[0], 0.5 if part.kind == "half" else 0.25, unit[2], approx)
        return None
    counted = cardinal(grid, at)
    if counted is not None:
        item = grid.get(at, "num")
        count, after = counted
        span = _second_number(grid, after)
        after = span if span is not None else after
        unit = _unit(grid, after, ("0", "1", "n"))
        if unit is not None and unit[0] == "year" and grid.get(unit[2], "num"):
            return None  # «3-1 عام 2003»
        if unit is None or count > 9999 or (unit[1] == "1" and unit[0] == "second" and count < 11):
            return None
        definite = item is not None and item.particle.endswith(("ال", "لل"))
        return _and_half(grid, Quantity(unit[0], count, unit[2], approx, True, definite))
    head = grid.get(at, "unit")
    if head is None or (head.particle and (at > k or head.particle not in ("ل", "ب", "ول"))):
        return None
    name, number = head.value.split(":")
    if name == "season":
        return None
    if head.definite:
        counted = cardinal(grid, head.last)
        if number == "n" and counted is not None:
            return Quantity(name, counted[0], counted[1], approx, True, True)
        return None
    if number == "2" and head.value != "day:2":
        return _and_half(grid, Quantity(name, 2, head.last, approx))
    if head.value == "day:2" and grid.norm(head.first).endswith(("ين", "ان")):
        return _and_half(grid, Quantity(name, 2, head.last, approx))
    if number == "1":
        one = grid.norm(head.last) in ("واحد", "واحده")
        whole = grid.get(head.last, "whole")
        after = head.last + 1 if one else whole.last if whole is not None else head.last
        sure = one or whole is not None
        if not sure and (grid.get(after, "num", "month", "hmonth", "weekday", "rel", "ord")):
            return None
        return _and_half(grid, Quantity(name, 1, after, approx, sure))
    if number == "n":
        few = grid.get(head.last, "few", "whole")
        if few is not None and not few.definite:
            return Quantity(name, None, few.last, approx, True)
        return Quantity(name, None, head.last, approx, False)
    return None


def _unit(grid: Grid, k: int, numbers: tuple[str, ...]) -> tuple[str, str, int] | None:
    item = grid.get(k, "unit")
    if item is None or item.particle:
        return None
    name, number = item.value.split(":")
    if number not in numbers or item.definite or name == "season":
        return None
    whole = grid.get(item.last, "whole")
    return name, number, whole.last if whole is not None and not whole.definite else item.last


def _second_number(grid: Grid, k: int) -> int | None:
    """The token after «إلى 10» in «5 إلى 10 سنوات»."""
    joint = grid.get(k, "to")
    at = joint.last if joint is not None else k + 1
    if joint is None and grid.norm(k) not in ("-", "\u2013", "او"):
        return None
    other = cardinal(grid, at)
    return other[1] if other is not None else None


def _and_half(grid: Grid, found: Quantity) -> Quantity:
    """«ونصف [العام]» after a count of units."""
    half = grid.get(found.after, "half")
    if half is None or half.particle != "و" or found.count is None:
        return found
    after = half.last
    again = grid.get(after, "unit")
    if again is not None and again.definite and again.value == f"{found.unit}:1":
        after = again.last
    return replace(found, count=found.count + 0.5, after=after, sure=True)


def length(grid: Grid, k: int) -> Found:
    """A duration that stands by itself."""
    head = grid.get(k, "unit")
    if (
        head is not None
        and head.value == "year:n"
        and grid.get(head.last, "num")
        and not head.definite
    ):
        return None
    found = quantity(grid, k)
    if found is None or _age(grid, k, found.after):
        return None
    if grid.norm(found.after - 1) == "يوم" and grid.get(found.after, "weekday"):
        return None  # «فاز 2 - 1 يوم الثلاثاء»
    before = grid.get(k - 1, "since", "within", "for", "to", "limit")
    led = before is not None or (head is not None and head.particle in ("ل", "ول"))
    if grid.get(k - 1, "ago"):
        return None
    if not found.sure and not found.approx and not led:
        return None
    if not found.sure and found.count is None and _construct(grid, found.after):
        return None
    if not found.sure and found.unit == "decade" and not _closed(grid, found.after):
        return None  # «لعقد القمة» is to hold it
    if found.definite and grid.get(found.after, "rel"):
        return None
    if not found.sure and head is not None and head.particle == "ب":
        return None
    unit = (found.unit, found.count)
    sign = 0
    if before is not None:
        sign = {"since": -1, "within": 1}.get(before.kind, 0)
    parts = Parts(length=duration((unit,)), approx=found.approx, sign=sign)
    units, after = _more(grid, [unit], found.after)
    if grid.norm(after) == "من" and grid.norm(after + 1) in ("الزمن", "الزمان"):
        after += 2
    now = grid.get(after, "fromnow")
    if now is not None and before is not None and before.kind == "since" and _known(units):
        return Parts(shift=_known(units), sign=-1, exact=True), now.last
    return replace(parts, length=duration(tuple(units)), units=_known(units)), after


def _more(
    grid: Grid, units: list[tuple[str, float | None]], k: int
) -> tuple[list[tuple[str, float | None]], int]:
    """«و21 يوما» after a first quantity: (all units, token after)."""
    at = k + 1 if grid.norm(k) == "و" else k
    item = grid.get(at, "num", "unit")
    if item is not None and (at > k or item.particle == "و"):
        other = quantity(grid, at)
        if other is not None and other.sure and other.unit != units[0][0]:
            return [*units, (other.unit, other.count)], other.after
    return units, k


def _known(units: list[tuple[str, float | None]]) -> tuple[tuple[str, float], ...]:
    """The units with their counts, or nothing where one is open."""
    known = tuple((u, c) for u, c in units if c is not None)
    return known if len(known) == len(units) else ()


def _age(grid: Grid, k: int, after: int) -> bool:
    """Whether the length is somebody's age."""
    if any(grid.get(at, "age") for at in range(k - 6, k)) or grid.get(after, "age"):
        return True
    beside = grid.norm(k - 1) + grid.norm(after)
    unit = grid.get(after - 1, "unit")
    return (
        beside in ("()", "،،", "(،", ",,")
        and unit is not None
        and unit.value in ("year:0", "year:1")
    )


def _closed(grid: Grid, k: int) -> bool:
    """Whether nothing that a noun could head follows: a mark, a small word, or the paragraph's end."""
    return (
        k >= grid.last
        or grid.tokens[k].kind != "word"
        or grid.get(k, "of", "in", "to", "ago") is not None
    )


def _construct(grid: Grid, k: int) -> bool:
    """Whether a definite noun follows, so that the plural heads it (أيام العيد، ساعات العمل)."""
    word = grid.norm(k)
    return word.startswith("ال") and grid.get(k, "rel", "few") is None


ONLY = frozenset({"فقط", "تقريبا", "بالضبط", "تحديدا"})  # «بعد شهر فقط من توليه» hangs on the event


def shift(grid: Grid, k: int) -> Found:
    """قبل شهرين, بعد ثلاث سنوات [من الآن], قبل أيام, بعد نحو أسبوعين."""
    head = grid.get(k, "ago")
    if head is None:
        return None
    found = quantity(grid, head.last)
    if found is None or found.definite or grid.norm(found.after) in ("اخر", "اخري", "اخرين"):
        return None
    if not found.sure and found.count is None and _construct(grid, found.after):
        return None
    units, after = _more(grid, [(found.unit, found.count)], found.after)
    now = grid.get(after, "fromnow")
    sign = int(head.value)
    if now is not None:
        return Parts(shift=_known(units) or None, sign=sign, exact=True), now.last
    known = _known(units)
    if not known:
        return Parts(fuzzy="date:", sign=sign), after
    skip = grid.norm(after) in ONLY
    word, following = grid.norm(after + skip), grid.norm(after + skip + 1)
    event = word in ("من", "عن") or (word == "علي" and following not in MEANS)
    return Parts(
        shift=known, sign=sign, exact=len(known) > 1, approx=found.approx, passage=event
    ), after


def every(grid: Grid, k: int) -> Found:
    """كل يوم, كل ثلاثة أشهر, كل جمعة."""
    head = grid.get(k, "every")
    if head is None:
        return None
    at = head.last
    unit = grid.get(at, "unit")
    day = grid.get(at, "weekday")
    if unit is not None and unit.value == "day:1" and day is None:
        day = grid.get(unit.last, "weekday")
    if day is not None and not day.particle:
        return Parts(each=f"XXXX-WXX-{day.value}"), day.last
    if unit is not None and unit.value.endswith(":1") and not unit.definite and not unit.particle:
        name = unit.value.split(":")[0]
        if name in LETTER:
            return Parts(each=duration(((name, 1),))), unit.last
    found = quantity(grid, at)
    if found is not None and found.sure and not found.definite:
        return Parts(each=duration(((found.unit, found.count),))), found.after
    return None
