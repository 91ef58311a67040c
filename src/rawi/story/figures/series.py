"""Series of figures: the same thing in the same place, drawn through time.

1. points         every figure of one key, unit and place, by the day it is as of, else published;
                  figures without a place join those of the one place that the thing has where
                  their sentences speak of the same, and else only each other (scope.py); a
                  thing of one word without a place is one only among articles of one scene,
                  and nothing is marked on it; what incidents count only where it is asked for
2. copies         a point in a passage taken from an earlier article confirms nothing
3. jumps          from one day's number to the next, half as much again or more
4. disagreements  two sources that give numbers for one period which cannot both hold
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from rawi.arabic.letters import fold
from rawi.lexicon.load import table
from rawi.records import Days, Figure, identity
from rawi.store import reading
from rawi.store.rows import Page, Row
from rawi.store.sqlite import Store
from rawi.store.words import name_key
from rawi.story.figures.conditions import condition_named
from rawi.story.figures.index import NEARBY
from rawi.story.figures.rates import RATE
from rawi.story.figures.scope import Context, clusters, related, scales
from rawi.story.figures.things import BEFELL, plain
from rawi.story.figures.values import agree, middle
from rawi.story.reuse.report import Independence, independence, taken

JUMP = 1.5  # half as much again: below that, counts of one thing drift without anything having happened
RISING = frozenset({"killed", "died", "wounded"})  # classes of people whose count only grows
PERIOD = 31  # days within which two numbers for one thing are numbers for one period


@dataclass(frozen=True, slots=True)
class Point:
    """One figure of a series: its record and article, its days, whence they are known (as_of | published),
    the number that stands for it, whether it was copied from an earlier article."""

    row: Row
    days: Days | None
    basis: str | None
    number: float | None
    copied: bool

    @property
    def figure(self) -> Figure:
        """The record, with its modifier."""
        assert isinstance(self.row.record, Figure)
        return self.row.record


@dataclass(frozen=True, slots=True)
class Note:
    """What is marked on a series. `kind`: up | down | disagree; `a` and `b` are record ids."""

    kind: str
    a: str
    b: str
    ar: str
    en: str


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one thing in one place, oldest first. `thing` and `place` are as first printed."""

    id: str
    thing: str
    unit: str | None
    place: str | None
    points: tuple[Point, ...]
    notes: tuple[Note, ...]
    independence: Independence


def figure_series(
    store: Store, thing: str | None = None, place: str | None = None, unit: str | None = None,
    every: bool = False, least: int = 2, limit: int = 50, offset: int = 0,
) -> Page[Series]:  # fmt: skip
    """One page of the series that stand in `least` articles or more, those in the most first.

    `every`: also of what incidents count («قتل 12 جندياً») and of things that one word names without a
    place, on which nothing is marked: two numbers may be of two incidents, or of two things.

    `thing`: only series whose words hold these; `place`: only of this place, in any spelling; `unit`:
    only in this unit (USD, %, m …).
    """
    groups = _groups(store, every=every)
    if thing is not None:
        wanted = [(plain(fold(w)), condition_named(fold(w))) for w in thing.split()]
        groups = [
            g for g in groups
            if all(any(word in k or k == named for k in g.thing.split()) for word, named in wanted)
        ]  # fmt: skip
    if place is not None:
        groups = [g for g in groups if name_key(place) == g.place.removeprefix(NEARBY)]
    if unit is not None:
        groups = [g for g in groups if unit == g.unit]
    if not every:
        groups = [g for g in groups if not g.place.startswith(NEARBY)]
    groups = [g for g in groups if g.articles >= least]
    groups.sort(key=lambda g: (-g.articles, -len(g.members), g.thing, g.unit, g.place, g.part))
    page = groups[offset : offset + limit]
    copied = taken(store)
    return Page(tuple(_series(store, g, copied) for g in page), len(groups))


_Member = tuple[str, str, str]  # record, article, context as it is kept


@dataclass(frozen=True, slots=True)
class _Group:
    """The figures of one series, as (record, article)."""

    thing: str
    unit: str
    place: str
    members: list[tuple[str, str]]
    part: str = ""  # tells the groups of one key apart, which are of other matters or scales

    @property
    def articles(self) -> int:
        return len({article for _, article in self.members})


def _groups(store: Store, *, every: bool) -> list[_Group]:
    """Step 1, without reading a record."""
    found: dict[tuple[str, str], dict[str, list[_Member]]] = {}
    for row in store.rows(
        "SELECT record, article, thing, unit, place, context FROM figures_points"
        " WHERE level OR ? ORDER BY record",
        (every,),
    ):
        places = found.setdefault((row["thing"], row["unit"]), {})
        places.setdefault(row["place"], []).append((row["record"], row["article"], row["context"]))
    out: list[_Group] = []
    for (thing, unit), places in found.items():
        named = [p for p in places if p and not p.startswith(NEARBY)]
        if len(named) == 1 and not thing.startswith(BEFELL):
            places[named[0]] += _of_place(places, named[0])
        for where, members in places.items():
            if members:
                out += _parted(thing, unit, where, members)
    return out


def _of_place(places: dict[str, list[_Member]], named: str) -> list[_Member]:
    """The figures without a place that are of the one place a thing has, taken out of `places`."""
    contexts = [Context.read(c) for _, _, c in places[named]]
    open_ = places.get("", [])
    joined = [m for m in open_ if any(related(Context.read(m[2]), c) for c in contexts)]
    places[""] = [m for m in open_ if m not in joined]
    return joined


def _parted(thing: str, unit: str, place: str, members: list[_Member]) -> Iterable[_Group]:
    """One group; of a thing without a place, whose wordings say little, one of each matter; of people that
    something befell, one of each scale: the dead of a siege are not those of the war."""
    plain_members = [(record, article) for record, article, _ in members]
    kept = all(context for _, _, context in members)  # not by an older Rawi, until the story is read anew
    if not kept or thing.startswith(RATE) or (place and not thing.startswith(BEFELL)):
        yield _Group(thing, unit, place, plain_members)
        return
    if thing.startswith(BEFELL):
        parts = scales([float(c) for _, _, c in members])
    else:
        parts = clusters([Context.read(c) for _, _, c in members], len(thing.split()))
    for n, part in enumerate(parts):
        mine = [plain_members[k] for k in part]
        yield _Group(thing, unit, place, mine, mine[0][0] if n else "")


def _series(store: Store, group: _Group, copied: dict[str, list[tuple[int, int]]]) -> Series:
    thing, unit, place = group.thing, group.unit, group.place
    moving = thing.startswith(RATE)  # a price is another an hour later: two of them contradict nothing
    rows = reading.record_rows(
        store,
        store.rows(
            "SELECT * FROM records WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps([record for record, _ in group.members]),),
        ),
    )
    points = sorted((_point(row, copied) for row in rows), key=_when)
    label = store.one("SELECT label FROM figures_points WHERE record = ?", (points[0].figure.id,))
    lasting = _lasting(store, points) if not place.startswith(NEARBY) else []
    rises = thing.split()[0].removeprefix(BEFELL) in RISING
    notes = (*_jumps(lasting), *(() if moving else _disagreements(lasting, rises=rises)))
    named = (p.figure.place.text for p in points if p.figure.place is not None)
    where = None if moving and not place else next(named, None)
    if where is None and place and not place.startswith(NEARBY):
        where = store.one("SELECT place FROM records WHERE kind = 'name' AND place_key = ?", (place,))
    evidence = [(p.figure.article, p.figure.start, p.figure.end) for p in points]
    return Series(
        identity(thing, unit, place, *([group.part] if group.part else []), prefix="s"),
        label or thing, unit or None, where, tuple(points), notes, independence(store, evidence),
    )  # fmt: skip


def _lasting(store: Store, points: Sequence[Point]) -> list[Point]:
    """The points that measure a state: only they can be held against each other."""
    ids = json.dumps([p.figure.id for p in points])
    rows = store.rows(
        "SELECT record FROM figures_points WHERE level AND record IN"
        " (SELECT value FROM json_each(?))",
        (ids,),
    )
    kept = {row["record"] for row in rows}
    return [p for p in points if p.figure.id in kept]


def _point(row: Row, copied: dict[str, list[tuple[int, int]]]) -> Point:
    figure = row.record
    assert isinstance(figure, Figure)
    days, basis = figure.as_of, "as_of"
    if days is None and row.article.published is not None:
        days, basis = row.article.published.days, "published"
    copy = any(
        a <= figure.start and figure.end <= b for a, b in copied.get(figure.article, ())
    )  # 2
    return Point(row, days, basis if days else None, middle(figure), copy)


def _when(point: Point) -> tuple[date, bool, str, int]:
    day = point.days.begin if point.days and point.days.begin else date.max
    return day, point.copied, point.figure.article, point.figure.start


def _jumps(points: Sequence[Point]) -> Iterable[Note]:
    """Step 3: between points that are no copies."""
    fresh = [p for p in points if not p.copied and p.number]
    for a, b in itertools.pairwise(fresh):
        assert a.number is not None and b.number is not None
        if a.days == b.days or agree(a.figure, b.figure) or a.number * b.number <= 0:
            continue
        ratio = b.number / a.number
        if ratio >= JUMP:
            yield _note("up", a, b, f"{ratio:.1f}")
        elif ratio <= 1 / JUMP:
            yield _note("down", a, b, f"{1 / ratio:.1f}")


def _disagreements(points: Sequence[Point], *, rises: bool) -> Iterable[Note]:
    """Step 4: the first pair of each two articles. `rises`: what is counted grows as news comes in, so only a
    lower number told later disagrees."""
    seen: set[tuple[str, str]] = set()
    for n, a in enumerate(points):
        for b in points[n + 1 :]:
            pair = (a.figure.article, b.figure.article)
            if a.copied or b.copied or pair[0] == pair[1] or pair in seen or not _one_period(a, b):
                continue
            grown = rises and a.days != b.days and (b.number or 0) > (a.number or 0)
            if not agree(a.figure, b.figure) and not grown:
                seen.add(pair)
                yield _note("disagree", a, b, "")


def _one_period(a: Point, b: Point) -> bool:
    if a.days is None or b.days is None or a.days.begin is None or b.days.begin is None:
        return False
    return abs((a.days.begin - b.days.begin).days) <= PERIOD


def _note(kind: str, a: Point, b: Point, times: str) -> Note:
    ar, en = _templates()[kind]
    one, two = a.figure.text, b.figure.text
    ar, en = ar.format(a=one, b=two, x=times), en.format(a=_kept(one), b=_kept(two), x=times)
    return Note(kind, a.figure.id, b.figure.id, ar, en)


def _kept(arabic: str) -> str:
    """Arabic words inside an English line, isolated so that both keep their order."""
    return f"\u2068{arabic}\u2069"


@cache
def _templates() -> dict[str, tuple[str, str]]:
    return {row["note"]: (row["ar"], row["en"]) for row in table("figure_notes")}
