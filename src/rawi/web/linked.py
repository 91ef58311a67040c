"""What may be one with what, and what was decided about it, as pages and their scripts show it."""

from __future__ import annotations

from functools import partial
from typing import Any

from rawi.store.words import name_key
from rawi.web.narrow import MOST

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
    words = set(name_key(asked or (thread.parties[0] if thread.parties else "")).split())
    if not words:
        return []
    own = {step.row.record.id for step in thread.steps}
    found = []
    for other in threads(v):
        held = set(name_key(" ".join((other.what, *other.parties))).split())
        if other.id in own or not words <= held:
            continue
        when = v.tongue.days(other.deadlines[-1].days) if other.deadlines else ""
        says = " · ".join(filter(None, ("، ".join(other.parties[:2]), when)))
        found.append({"value": other.id, "name": other.what, "says": says})
        if len(found) == OFFERED:
            break
    return found


def threads(v: Any) -> list[Any]:
    """Every undertaking as it stands on the story's last day."""
    return v.memory.recall("threads", lambda: v.story.threads(limit=MOST)).items


def thread_of(v: Any, record_id: str) -> Any:
    """The undertaking that a commitment is a step of: out of all of them, which the page needs anyhow."""
    for thread in threads(v):
        if any(record_id == step.part for step in thread.steps):
            return thread
    return v.story.thread(record_id)


def thread_told(story: Any, thread: Any) -> list[Any]:
    """The joins and splits in force about an undertaking, newest first."""
    own = {step.row.record.id for step in thread.steps}
    return [
        c for c in story.corrections() if c.scope == "thread" and own & {c.holds, c.other_holds}
    ]
