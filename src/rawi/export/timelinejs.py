"""A timeline as the JSON of TimelineJS (https://timeline.knightlab.com/docs/json-format.html).

What is known to the month or year keeps that precision; a stretch of days has a start and an end. Texts
are escaped and marked right-to-left, since TimelineJS sets them left-to-right otherwise.
"""

from __future__ import annotations

import calendar
import json
from collections.abc import Iterable
from datetime import date
from html import escape
from typing import IO, Any

from rawi.story.timeline.entries import Entry

HEADLINE = 90  # characters; a headline is cut at the last word before
GROUPS = {"happened": "وقع", "planned": "مقرر", "deadline": "موعد أقصى"}


def write(entries: Iterable[Entry], out: IO[str], title: str = "") -> int:
    """Write the timeline to `out`; gives the number of entries."""
    events = [event(entry) for entry in entries]
    page: dict[str, Any] = {"events": events}
    if title:
        page["title"] = {"text": {"headline": _rtl(title)}}
    json.dump(page, out, ensure_ascii=False, indent=1)
    out.write("\n")
    return len(events)


def event(entry: Entry) -> dict[str, Any]:
    """One entry as a TimelineJS event."""
    made: dict[str, Any] = {
        "unique_id": entry.id,
        "start_date": _start(entry.begin, entry.end),
        "text": {
            "headline": _rtl(headline(entry.text)),
            "text": _rtl(entry.text) + _sources(entry),
        },
        "group": GROUPS[entry.status],
    }
    if not entry.exact and "day" in made["start_date"]:
        end = entry.end
        made["end_date"] = {"year": end.year, "month": end.month, "day": end.day}
    return made


def headline(text: str) -> str:
    """The first words of a sentence, with an ellipsis where it goes on."""
    text = " ".join(text.split())
    if len(text) <= HEADLINE:
        return text
    return text[:HEADLINE].rsplit(" ", 1)[0] + "…"


def _start(begin: date, end: date) -> dict[str, int]:
    if (begin.month, begin.day, end.month, end.day) == (1, 1, 12, 31) and begin.year == end.year:
        return {"year": begin.year}
    last = calendar.monthrange(begin.year, begin.month)[1]
    if begin.day == 1 and end == begin.replace(day=last):
        return {"year": begin.year, "month": begin.month}
    return {"year": begin.year, "month": begin.month, "day": begin.day}


def _rtl(text: str) -> str:
    return f'<span dir="rtl">{escape(text)}</span>'


def _sources(entry: Entry) -> str:
    lines = []
    for evidence in entry.evidence:
        article = evidence.article
        name = escape(article.outlet or article.title or article.source)
        url = article.url or ""
        link = (
            f'<a href="{escape(url)}">{name}</a>'
            if url.startswith(("http://", "https://"))
            else name
        )
        lines.append(f"<li>{link}</li>")
    return f'<ul dir="rtl">{"".join(dict.fromkeys(lines))}</ul>'
