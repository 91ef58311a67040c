"""What one expression says, part by part, and how two neighbours become one expression."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

ALL = frozenset({"day", "week", "month", "year", "clock"})


@dataclass(frozen=True, slots=True)
class Parts:
    """Everything an expression states; what it does not state is None.

    rel        (unit, offset) from the reference day: الشهر الماضي is ("month", -1)
    look       which one is meant where the calendar repeats: -1 last, 0 this, 1 next
    passage    the reference is the date last named (التالي، ذاته), not the article's
    nth        (n, unit or weekday number): the third Tuesday; -1 is the last
    shift      ((unit, n), …) from the reference, with `sign`; `exact` to the day
    window     (unit, n, sign): الأشهر الثلاثة الماضية
    length     a TIMEX3 duration
    share      (n, of how many): the first half of a month, the last third of a year
    until      the other end of a range, as its own parts
    """

    calendar: str = "g"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    rel: tuple[str, int] | None = None
    look: int | None = None
    passage: bool = False
    nth: tuple[int, str] | None = None
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    feast: tuple[str, int, int, int] | None = None
    decade: tuple[int, int] | None = None
    hour: str | None = None
    part: str | None = None
    shift: tuple[tuple[str, float], ...] | None = None
    sign: int = 0
    exact: bool = False
    window: tuple[str, float, int] | None = None
    length: str | None = None
    units: tuple[tuple[str, float], ...] = ()
    fuzzy: str | None = None
    each: str | None = None
    mod: str | None = None
    share: tuple[int, int] | None = None
    approx: bool = False
    rest: bool = False
    until: Parts | None = None
    impossible: bool = False
    ordinal: bool = (
        False  # the day is an ordinal: «الثلاثاء الثالث من أيلول» may be the third Tuesday
    )
    weak: bool = False  # stands only as a part of something larger

    def slots(self) -> frozenset[str]:
        """Which grains of the calendar are already said, so that a neighbour may not say them again."""
        taken: set[str] = set()
        if self.year is not None or (self.look is not None and self.month is not None):
            taken.add("year")
        if self.month is not None or self.season or self.quarter or self.half:
            taken.add("month")
        if self.day is not None:
            taken.add("day")
        if self.nth is not None:
            taken |= {"day", "week"} if self.nth[1] not in ("quarter", "month") else {"month"}
        if self.weekday is not None:
            taken.add("week day")
        if self.weekday is not None and self.look is not None:
            taken.add("week")
        if self.hour is not None:
            taken.add("clock")
        if self.part is not None:
            taken.add("part")
        if self.rel is not None:
            grains = {
                "day": {"near"},  # a date may stand beside اليوم
                "week": {"week", "month", "year", "day"},
                "month": {"month", "year"},
                "year": {"year"},
            }
            taken |= grains.get(self.rel[0], ALL)
        if self.feast is not None:
            taken |= {"day", "month", "week"}
        if self.shift or self.window or self.length or self.fuzzy or self.each:
            taken |= ALL | {"week day", "part"}
        if self.decade is not None:
            taken |= ALL
        return frozenset(taken)


_NAMES = tuple(f.name for f in fields(Parts))
_DEFAULT = Parts()


def merge(left: Parts, right: Parts) -> Parts | None:
    """One expression out of two neighbours, or None where both say the same grain."""
    shared = left.slots() & right.slots()
    if left.nth is not None and left.nth[1] == "day" and right.feast is not None:
        shared -= {"day", "week"}  # «ثاني أيام عيد الفطر»
    if shared:
        return None
    change = {}
    for name in _NAMES:
        mine, theirs = getattr(left, name), getattr(right, name)
        if theirs != getattr(_DEFAULT, name):
            if mine != getattr(_DEFAULT, name) and mine != theirs:
                return None
            change[name] = theirs
    change["weak"] = False
    return replace(left, **change)


def has_day(parts: Parts) -> bool:
    """Whether the expression is about one day (or a part of it)."""
    return parts.day is not None or parts.weekday is not None or parts.rel == ("day", 0)


def has_clock(parts: Parts) -> bool:
    """Whether it says the hour or the part of the day."""
    return parts.hour is not None or parts.part is not None
