"""Which numbers can both hold, and how far apart they are."""

from __future__ import annotations

from math import inf

from rawi.records import Figure

ROUNDED = 100_000  # from here on papers round without saying so
HALF = 0.499  # of the last place that is printed
ABOUT = 0.1  # «نحو 2500» allows a tenth either way: papers round to one or two figures


def bounds(figure: Figure) -> tuple[float, float] | None:
    """The least and greatest number that a figure allows; None where it has no number.

    >>> from rawi.records import Figure
    >>> bounds(Figure("a", 0, 1, "x", value=200, mod="about"))
    (180.0, 220.0)
    """
    if figure.value is None:
        if figure.low is None and figure.high is None:
            return None
        return (
            float(figure.low) if figure.low is not None else -inf,
            float(figure.high) if figure.high is not None else inf,
        )
    value = float(figure.value)
    if figure.mod == "about":
        return tuple(sorted((value * (1 - ABOUT), value * (1 + ABOUT))))  # type: ignore[return-value]
    if figure.mod in ("at-least", "more-than"):
        return value, inf
    if figure.mod in ("at-most", "less-than"):
        return -inf, value
    near = _rounding(value)
    return value - near, value + near


def _rounding(value: float) -> float:
    """How far a large round number may be off: «22 مليون» stands for 22.2 million as well."""
    if value < ROUNDED or value != int(value):
        return 0.0
    number = int(value)
    zeros = len(str(number)) - len(str(number).rstrip("0"))
    return min(10**zeros * HALF, value * ABOUT) if zeros else 0.0


def agree(a: Figure, b: Figure) -> bool:
    """Whether some number satisfies both."""
    one, two = bounds(a), bounds(b)
    return one is None or two is None or (one[0] <= two[1] and two[0] <= one[1])


def middle(figure: Figure) -> float | None:
    """The number that stands for a figure: its value, the middle of its range, or its one known side."""
    if figure.value is not None:
        return float(figure.value)
    sides = [float(s) for s in (figure.low, figure.high) if s is not None]
    return sum(sides) / len(sides) if sides else None
