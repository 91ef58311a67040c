"""The places of a story, projected for the map.

The map is Mercator, WIDTH units for 360 degrees, as frontend/map.js draws it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import asinh, pi, radians, sqrt, tan
from typing import Any

WIDTH = 1000.0
SMALLEST = 60.0  # units across that a map shows at least: the coast has no more detail than that
MARGIN = 0.12  # of the map's width, around the outermost points
RADIUS = 0.022  # of the map's width: the largest dot
# Of what is named lies in the first view: far-off capitals would shrink the region to a blot.
CORE = 0.7
# Of the map's width: the height of a label, where the map is as wide as a desk's page, and on a phone.
LETTERS = {"wide": 0.015, "narrow": 0.036}
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
class Label:
    """A name written on the map: the middle of its line's foot, in map units."""

    name: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class View:
    """What a map shows: the dots, the largest first, and the window (x, y, width, height) around them.

    `labels` are the names that fit beside each other, by size of LETTERS; `elsewhere` those on no map.
    """

    dots: tuple[Dot, ...]
    labels: Mapping[str, tuple[Label, ...]]
    window: tuple[float, float, float, float]
    elsewhere: tuple[Any, ...]


def view(names: Iterable[Any], *, whole: bool = False, latin: bool = False) -> View:
    """The map of names with counts (entities of type place, the most named first).

    `latin`: called as readers of English call them, where that is known.
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
        Dot(one.id, (latin and one.latin) or one.name, one.mentions, round(x, 2), round(y, 2),
            round(window[2] * RADIUS * (0.18 + 0.82 * sqrt(one.mentions / most)), 3))
        for one, x, y in found
        if window[0] <= x <= window[0] + window[2] and window[1] <= y <= window[1] + window[3]
    )  # fmt: skip
    labels = {size: _labels(dots, window, window[2] * high) for size, high in LETTERS.items()}
    return View(dots, labels, window, tuple(elsewhere))


def _labels(
    dots: tuple[Dot, ...], window: tuple[float, float, float, float], size: float
) -> tuple[Label, ...]:
    """The names of the largest dots, `size` high, that run neither into each other nor over the map's edge."""
    left, top, wide, _high = window
    taken: list[tuple[Label, float]] = []
    for dot in dots:
        half = len(dot.name) * size * 0.3  # letters are about 0.55 as wide as high, in either script
        x = min(max(dot.x, left + half), left + wide - half)
        y = max(dot.y - dot.radius * 1.25, top + size)
        if all(
            abs(x - other.x) > half + reach or abs(y - other.y) > size * 1.3
            for other, reach in taken
        ):
            taken.append((Label(dot.name, round(x, 2), round(y, 2)), half))
    return tuple(label for label, _half in taken[:MOST_LABELS])


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
