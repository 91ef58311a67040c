"""Who quotes whom: how many statements of each much-quoted person each outlet carries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rawi.store.rows import Count

NAMED = 24  # persons looked at, the most named first
SPEAKERS = 12  # rows and columns that fit a page and can be compared by eye
OUTLETS = 6


@dataclass(frozen=True, slots=True)
class Cell:
    """One outlet's statements of one person. `radius`: areas stand as the numbers do, the largest is 1."""

    outlet: str
    count: int
    radius: float


def quoting(story: Any, printed: Iterable[Count]) -> list[tuple[Any, list[Cell]]]:
    """(person, a cell for each outlet), the most quoted first; empty where there is nothing to compare.

    `printed`: the outlets, the most printed first.
    Persons only: two papers may both write «the spokesman» or «the statement» and mean different ones.
    """
    outlets = [one.name for one in printed][:OUTLETS]
    rows = []
    persons = story.people(type="person", limit=NAMED).items
    counts = story.quoted([person.id for person in persons])
    for person in persons:
        told = {outlet: counts.get((person.id, outlet), 0) for outlet in outlets}
        rows.append((sum(told.values()), person, told))
    rows = sorted((row for row in rows if row[0]), key=lambda row: -row[0])[:SPEAKERS]
    if len(rows) < 2 or len(outlets) < 2:
        return []
    most = max(count for _, _, told in rows for count in told.values())
    return [
        (person, [Cell(o, n, round((n / most) ** 0.5, 3)) for o, n in told.items()])
        for _, person, told in rows
    ]
