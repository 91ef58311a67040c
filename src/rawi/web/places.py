"""The places of a story, projected for the map.

The map is Mercator, WIDTH units for 360 degrees, as frontend/map.js draws it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import asinh, pi, radians, sqrt, tan
from typing import Any

WIDTH = 1000.0
SMALLEST = 60.0  # units across that a map shows at least: the coast has no more detail than that
MARGIN = 0.12  # of the map's width, around the outermost points
RADIUS = 0.022  # of the map's width: the largest dot
# Of what is named lies in the first view: far-off capitals would shrink the region to a blot.
CORE = 0.7
LETTERS = 0.015  # of the map's width: the height of a label
MOST_LABELS = 24


@dataclass(frozen=True, slots=True)
class Dot:
    """One named place on the map: the entity, how often it is named, its point and size in map units."""

    id: str
    name: str
    count: int
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class View:
    """What a map shows: the dots, the largest first, and the window (x, y, width, height) around them.

    `labelled` are the dots whose names fit beside each other; `elsewhere` the names on no map.
    """

    dots: tuple[Dot, ...]
    labelled: tuple[Dot, ...]
    window: tuple[float, float, float, float]
    elsewhere: tuple[Any, ...]


def view(names: Iterable[Any], *, whole: bool = False) -> View:
    """The map of names with counts (entities of type place, the most named first).

    `whole` shows every dot; otherwise the window holds the middle of what is named, CORE of it each way.
    """
    found, elsewhere = [], []
    for one in names:
        if one.lat is None or one.lon is None:
            elsewhere.append(one)
        else:
            found.append((one, *project(one.lat, one.lon)))
    weighted = [(x, y, one.mentions) for one, x, y in found]
    window = _window(weighted, 1.0 if whole else CORE)
    most = max((one.mentions for one, _x, _y in found), default=1)
    dots = tuple(
        Dot(one.id, one.name, one.mentions, round(x, 2), round(y, 2),
            round(window[2] * RADIUS * (0.18 + 0.82 * sqrt(one.mentions / most)), 3))
        for one, x, y in found
        if window[0] <= x <= window[0] + window[2] and window[1] <= y <= window[1] + window[3]
    )  # fmt: skip
    return View(dots, _labelled(dots, window[2] * LETTERS), window, tuple(elsewhere))


def _labelled(dots: tuple[Dot, ...], size: float) -> tuple[Dot, ...]:
    """The largest dots whose labels, `size` high, do not run into each other."""
    taken: list[tuple[float, float, float]] = []
    fit = []
    for dot in dots:
        half = len(dot.name) * size * 0.3  # Plex Arabic's letters are about 0.55 as wide as high
        down = dot.y - dot.radius * 1.25
        if all(
            abs(dot.x - x) > half + other or abs(down - y) > size * 1.3 for x, y, other in taken
        ):
            taken.append((dot.x, down, half))
            fit.append(dot)
    return tuple(fit[:MOST_LABELS])


def project(latitude: float, longitude: float) -> tuple[float, float]:
    """Degrees to map units (Mercator)."""
    across = WIDTH * (longitude + 180) / 360
    down = WIDTH / 2 - WIDTH * asinh(tan(radians(latitude))) / (2 * pi)
    return across, down


def _window(
    points: list[tuple[float, float, int]], core: float
) -> tuple[float, float, float, float]:
    """A window twice as wide as high around the middle `core` of the weight, with a margin."""
    if not points:
        return (0.0, WIDTH * 0.16, WIDTH, WIDTH / 2)
    left, right = _middle([(x, n) for x, _y, n in points], core)
    top, bottom = _middle([(y, n) for _x, y, n in points], core)
    wide = max(right - left, 2 * (bottom - top), SMALLEST) * (1 + 2 * MARGIN)
    wide = min(wide, WIDTH)
    x = min(max((left + right - wide) / 2, 0), WIDTH - wide)
    return (
        round(x, 2),
        round((top + bottom - wide / 2) / 2, 2),
        round(wide, 2),
        round(wide / 2, 2),
    )


def _middle(values: list[tuple[float, int]], core: float) -> tuple[float, float]:
    """The stretch that holds the middle `core` of the weight."""
    ordered = sorted(values)
    total = sum(n for _value, n in ordered)
    low, high = total * (1 - core) / 2, total * (1 + core) / 2
    before, first, last = 0.0, None, ordered[-1][0]
    for value, n in ordered:
        if first is None and before + n > low:
            first = value
        if before < high:
            last = value
        before += n
    return (ordered[0][0] if first is None else first, last)
