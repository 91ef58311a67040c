"""What is due and what conflicts, narrowed as the desk is.

Both are answers about the whole story that take time to make, so they are made once (memory.py) and
narrowed here, by what stands in them.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from rawi.records import Days
from rawi.store.words import name_key
from rawi.web.filters import Filter

MOST = 2000  # of either that are looked through


def due(v: Any, filter_: Filter, limit: int) -> list[Any]:
    """The undertakings that are due, as they stood at the end of the chosen period."""
    if filter_.records not in ("", "commitment"):
        return []
    on = filter_.until
    make = partial(v.story.threads, as_of=on, state="due", limit=MOST)
    found = v.memory.recall(("due", on), make).items
    return [thread for thread in found if _thread(thread, filter_)][:limit]


def against(v: Any, filter_: Filter, limit: int) -> list[Any]:
    """The clear contradictions of which one side is in view."""
    if filter_.records not in ("", "statement", "figure"):
        return []
    make = partial(v.story.conflicts, grade="clear", limit=MOST)
    found = v.memory.recall("against", make).items
    return [one for one in found if _side(one.a, filter_) or _side(one.b, filter_)][:limit]


def _thread(thread: Any, filter_: Filter) -> bool:
    return (
        (not filter_.outlet or any(s.row.article.outlet == filter_.outlet for s in thread.steps))
        and (not filter_.speaker or any(named(filter_.speaker, p) for p in thread.parties))
        and (
            not filter_.place or any(named(filter_.place, s.row.record.text) for s in thread.steps)
        )
        and any(_within(s.row.article, filter_) for s in thread.steps)
    )


def _side(side: Any, filter_: Filter) -> bool:
    return (
        (not filter_.outlet or side.article.outlet == filter_.outlet)
        and (not filter_.speaker or named(filter_.speaker, side.speaker or ""))
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
