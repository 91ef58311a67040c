"""Where the named places lie: coordinates from the lexicon of places, projected for the map.

The map is Mercator, WIDTH units for 360 degrees, as frontend/map.js draws it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import asinh, pi, radians, sqrt, tan
from typing import Any

from rawi.arabic.letters import fold
from rawi.lexicon.load import table

WIDTH = 1000.0
SMALLEST = 60.0  # units across that a map shows at least: the coast has no more detail than that
MARGIN = 0.12  # of the map's width, around the outermost points
RADIUS = 0.022  # of the map's width: the largest dot


@dataclass(frozen=True, slots=True)
class Dot:
    """One named place on the map: its name, how often it is named, its point and size in map units."""

    name: str
    count: int
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class View:
    """What a map shows: the dots, the largest first, and the window (x, y, width, height) around them."""

    dots: tuple[Dot, ...]
    window: tuple[float, float, float, float]
    elsewhere: tuple[Any, ...]  # names whose place is not known


def view(names: Iterable[Any]) -> View:
    """The map of names with counts (rows of `name` and `count`)."""
    found, elsewhere = [], []
    for one in names:
        point = _points().get(_key(one.name))
        if point is None:
            elsewhere.append(one)
        else:
            found.append((one, *project(*point)))
    window = _window([(x, y) for _one, x, y in found])
    most = max((one.count for one, _x, _y in found), default=1)
    dots = tuple(
        Dot(one.name, one.count, round(x, 2), round(y, 2),
            round(window[2] * RADIUS * (0.18 + 0.82 * sqrt(one.count / most)), 3))
        for one, x, y in found
    )  # fmt: skip
    return View(dots, window, tuple(elsewhere))


def project(latitude: float, longitude: float) -> tuple[float, float]:
    """Degrees to map units (Mercator)."""
    across = WIDTH * (longitude + 180) / 360
    down = WIDTH / 2 - WIDTH * asinh(tan(radians(latitude))) / (2 * pi)
    return across, down


def _window(points: list[tuple[float, float]]) -> tuple[float, float, float, float]:
    """A window twice as wide as high around the points, with a margin."""
    if not points:
        return (0.0, WIDTH * 0.16, WIDTH, WIDTH / 2)
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    top, bottom = min(y for _, y in points), max(y for _, y in points)
    wide = max(right - left, 2 * (bottom - top), SMALLEST) * (1 + 2 * MARGIN)
    wide = min(wide, WIDTH)
    x = min(max((left + right - wide) / 2, 0), WIDTH - wide)
    return (round(x, 2), round((top + bottom - wide / 2) / 2, 2), round(wide, 2), round(wide / 2, 2))


@cache
def _points() -> dict[str, tuple[float, float]]:
    """Latitude and longitude by folded name; of two places of one name the more populous."""
    weight: dict[str, float] = {}
    found: dict[str, tuple[float, float]] = {}
    for rank, name in enumerate(("places", "places_extra")):
        for row in table(name):
            if not row["lat"] or not row["lon"]:
                continue
            size = rank * 1e12 + (1e10 if row["kind"] == "country" else float(row["population"] or 0))
            for alias in (row["name"], *filter(None, row["aliases"].split("|"))):
                key = _key(alias)
                if size >= weight.get(key, -1.0):
                    weight[key] = size
                    found[key] = (float(row["lat"]), float(row["lon"]))
    return found


def _key(name: str) -> str:
    return " ".join(word.removeprefix("ال") for word in fold(name).split())
