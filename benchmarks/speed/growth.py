"""What an article costs who-is-who when the story is young, and when it is old.

Only names are read and only `story/people` takes the article in: the other stages cost the same whatever
the story holds, and would drown the figure.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory
from time import process_time

from rawi import Story
from rawi.errors import RawiError
from rawi.pipeline import STAGES
from rawi.sources import Document
from rawi.store import writing
from rawi.story import readings
from rawi.story.people import index

NAMES = STAGES[:2]  # times and names
AROUND = 50  # articles whose costs are averaged at either end: single ones differ in length


@dataclass(frozen=True, slots=True)
class Growth:
    """Milliseconds of processor time an article, in the first and the last `AROUND` articles."""

    articles: int
    young: float
    old: float

    @property
    def ratio(self) -> float:
        return self.old / self.young


def growth(documents: list[Document]) -> Growth:
    """Takes the documents in, one after the other. What cannot be read, or is there already, is left out."""
    spent: list[float] = []
    with TemporaryDirectory() as folder, Story.open(Path(folder) / "growth.rawi") as story:
        store, seen = story.store, set()
        for number, document in enumerate(documents):
            origin = writing.Origin(str(number), "growth", str(number))
            try:
                prepared = readings.read(readings.Task(document, origin), NAMES)
            except RawiError:
                continue
            if prepared.article.id in seen:
                continue
            seen.add(prepared.article.id)
            with store.transaction():
                writing.put(store, prepared)
                started = process_time()
                index.update(store, prepared.article.id)
                spent.append(process_time() - started)
    around = min(AROUND, max(1, len(spent) // 2))
    first = spent[around : 2 * around] or spent  # past the first ones, which load lexicons
    return Growth(len(spent), 1000 * mean(first), 1000 * mean(spent[-around:]))
