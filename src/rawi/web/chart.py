"""A series of figures as a drawing: time along, numbers up, one dot a figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

WIDE, HIGH = 640.0, 150.0  # units of the drawing
EDGE = 26.0  # left free around it, so that dots at the ends and their numbers are whole
ROOM, LINE = 90.0, 18.0  # width and height that a written number takes


@dataclass(frozen=True, slots=True)
class Dot:
    """One figure: its point of the series and where it stands."""

    point: Any
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Chart:
    """The dots in the order of time, the line through them, and the least and greatest number.

    `named` are the dots whose numbers are written beside them: the first of each new number, as far
    as there is room.
    """

    dots: tuple[Dot, ...]
    named: tuple[Dot, ...]
    line: str
    low: float
    high: float


def chart(series: Any, *, rightwards: bool) -> Chart | None:
    """The drawing of a series; None where fewer than two of its points have a day and a number.

    Numbers go up from zero where they are all of one sign, so that a small change looks small.
    `rightwards`: time runs to the right; else to the left, as Arabic is read.
    """
    known = [
        (point.days.begin or point.days.end, point.number, point)
        for point in series.points
        if point.number is not None and point.days and (point.days.begin or point.days.end)
    ]
    if len(known) < 2:
        return None
    days = [day.toordinal() for day, _number, _point in known]
    numbers = [float(number) for _day, number, _point in known]
    first, span = min(days), max(max(days) - min(days), 1)
    base, top = min(0.0, *numbers), max(0.0, *numbers)
    reach = (top - base) or 1.0
    dots = []
    for day, number, (_day, _number, point) in zip(days, numbers, known, strict=True):
        along = (day - first) / span
        x = EDGE + (WIDE - 2 * EDGE) * (along if rightwards else 1 - along)
        y = HIGH - EDGE - (HIGH - 2 * EDGE) * (number - base) / reach
        dots.append(Dot(point, round(x, 1), round(y, 1)))
    line = " ".join(f"{dot.x},{dot.y}" for dot in dots)
    return Chart(tuple(dots), _named(dots), line, min(numbers), max(numbers))


def _named(dots: list[Dot]) -> tuple[Dot, ...]:
    taken: list[Dot] = []
    for dot in dots:
        last = taken[-1].point.number if taken else None
        free = all(abs(dot.x - other.x) > ROOM or abs(dot.y - other.y) > LINE for other in taken)
        if dot.point.number != last and free:
            taken.append(dot)
    return tuple(taken)
