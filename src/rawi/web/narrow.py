"""What is due and what conflicts, narrowed as the desk is.

Both are answers about the whole story that take time to make, so they are made once (memory.py) and
narrowed here, by what stands in them. A person or body is narrowed to by who is who: whom the chosen name means
is looked for, and not its words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from rawi.records import Days
from rawi.store.words import name_key
from rawi.story.people import Stretch
from rawi.web.filters import Filter

MOST = 2000  # of either that are looked through


def due(v: Any, filter_: Filter, limit: int) -> list[Any]:
    """The undertakings that are due, as they stood at the end of the chosen period."""
    if filter_.records not in ("", "commitment"):
        return []
    on = filter_.until
    make = partial(v.story.threads, as_of=on, state="due", limit=MOST)
    found = [t for t in v.memory.recall(("due", on), make).items if _thread(t, filter_)]
    if filter_.speaker:
        parties = [
            ((s.row.article.id, party.start, party.end), party.text)
            for t in found for s in t.steps for party in s.commitment.party
        ]  # fmt: skip
        bound = _chosen(v, filter_.speaker, parties, v.story.named)
        found = [
            t for t in found
            if any(
                (s.row.article.id, party.start, party.end) in bound
                for s in t.steps for party in s.commitment.party
            )
        ]  # fmt: skip
    return found[:limit]


def against(v: Any, filter_: Filter, limit: int) -> list[Any]:
    """The clear contradictions of which one side is in view."""
    if filter_.records not in ("", "statement", "figure"):
        return []
    make = partial(v.story.conflicts, grade="clear", limit=MOST)
    found = v.memory.recall("against", make).items
    said: set[Stretch] | None = None
    if filter_.speaker:
        sides = [(_place(s), s.speaker or "") for one in found for s in (one.a, one.b)]
        said = _chosen(v, filter_.speaker, sides, v.story.speaking)
    return [
        one
        for one in found
        if any(
            _side(side, filter_) and (said is None or _place(side) in said)
            for side in (one.a, one.b)
        )
    ][:limit]


def _chosen(
    v: Any, name: str, held: Sequence[tuple[Stretch, str]],
    whose: Callable[[Iterable[Stretch]], dict[Stretch, str]],
) -> set[Stretch]:  # fmt: skip
    """The stretches that are of whom a name means; where nobody knows whose one is, or whom the name
    means, those in whose words it stands."""
    meant = v.story.bearers(name)
    known = whose(stretch for stretch, _ in held)
    return {
        stretch
        for stretch, words in held
        if (known[stretch] in meant if meant and stretch in known else named(name, words))
    }


def _place(side: Any) -> Stretch:
    return side.article.id, side.span.start, side.span.end


def _thread(thread: Any, filter_: Filter) -> bool:
    return (
        (not filter_.outlet or any(s.row.article.outlet == filter_.outlet for s in thread.steps))
        and (
            not filter_.place or any(named(filter_.place, s.row.record.text) for s in thread.steps)
        )
        and any(_within(s.row.article, filter_) for s in thread.steps)
    )


def _side(side: Any, filter_: Filter) -> bool:
    return (
        (not filter_.outlet or side.article.outlet == filter_.outlet)
        and (not filter_.place or named(filter_.place, side.span.text))
        and _within(side.article, filter_)
    )


def _within(article: Any, filter_: Filter) -> bool:
    """Whether an article was published within the chosen period."""
    if filter_.since is None and filter_.until is None:
        return True
    days: Days | None = article.published.days if article.published else None
    if days is None:
        return False
    late = filter_.until is not None and days.begin is not None and days.begin > filter_.until
    early = filter_.since is not None and days.end is not None and days.end < filter_.since
    return not (late or early)


def named(name: str, text: str) -> bool:
    """Whether every word of a name stands in a text, in any spelling and with anything written onto it."""
    return set(name_key(name).split()) <= set(name_key(text).split())
