"""What may be one with what, and what was decided about it, as pages and their scripts show it."""

from __future__ import annotations

from functools import partial
from typing import Any

OFFERED = 8  # candidates shown at once
SHORT = 3  # letters: shorter words of a name (ابن, آل) say nothing of who else may be meant


def like_entity(v: Any, entity: Any, asked: str) -> list[dict[str, str]]:
    """Others of its type under whose names the words stand; where none are asked, of its last word."""
    words = " ".join(asked.split())
    if not words:
        words = next((w for w in reversed(entity.row.name.split()) if len(w) > SHORT), "")
    if not words:
        return []
    found = v.story.people(type=entity.row.type, text=words, limit=OFFERED + 1).items
    count = partial(v.tongue.count, "in %(n)s article", "in %(n)s articles")
    return [
        {"value": row.id, "name": row.name, "says": count(row.articles)}
        for row in found
        if row.id != entity.row.id
    ][:OFFERED]


def like_thread(v: Any, thread: Any, asked: str) -> list[dict[str, str]]:
    """Other undertakings in whose words or parties the words stand; where none are asked, of its party."""
    words = asked or (thread.parties[0] if thread.parties else "")
    found = []
    for other in v.story.threads_like(thread.id, words, OFFERED):
        when = v.tongue.days(other.deadline) if other.deadline else ""
        says = " · ".join(filter(None, ("، ".join(other.parties[:2]), when)))
        found.append({"value": other.id, "name": other.what, "says": says})
    return found


def thread_told(story: Any, thread: Any) -> list[Any]:
    """The joins and splits in force about an undertaking, newest first."""
    own = {step.row.record.id for step in thread.steps}
    return [
        c for c in story.corrections() if c.scope == "thread" and own & {c.holds, c.other_holds}
    ]
