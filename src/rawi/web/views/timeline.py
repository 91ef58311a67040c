"""The timeline: what happened, what is planned, what is due, each told once with its evidence."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from rawi.records import Days
from rawi.web.chronology import MOST, columns, excerpts, words
from rawi.web.filters import Filter
from rawi.web.i18n import Tongue
from rawi.web.labels import TIMELINE
from rawi.web.listing import chosen, outlets
from rawi.web.visit import visit

router = APIRouter()
PER_PAGE = 60
TOPS = (25, 100)  # the short chronology and the longer one


@dataclass(frozen=True, slots=True)
class Month:
    """The entries that begin in one month, day by day."""

    label: str
    entries: tuple[tuple[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks of the timeline."""

    filter: Filter
    status: str = ""  # one of TIMELINE, or "" for all
    top: int | None = None  # one of TOPS

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Asked:
        """What `query` asks; what cannot be understood counts as not asked."""
        found = Filter.of(query, status=TIMELINE, top=[str(n) for n in TOPS])
        top = found.also.get("top")
        return cls(found, found.also.get("status", ""), int(top) if top else None)

    def choices(self) -> dict[str, Any]:
        """The choices in force, as keyword arguments of `Story.timeline`."""
        f = self.filter
        return {
            "since": f.since, "until": f.until, "status": self.status or None,
            "outlet": f.outlet or None, "place": f.place or None, "actor": f.speaker or None,
            "top": self.top,
        }  # fmt: skip

    def entries(self, story: Any) -> Any:
        """The page of entries that this asks for."""
        offset = (self.filter.page - 1) * PER_PAGE
        return story.timeline(**self.choices(), limit=PER_PAGE, offset=offset)


@router.get("/timeline")
def timeline(request: Request) -> Response:
    """The entries in the order of their days; `top` keeps the weightiest. Above them, their axis."""
    asked = Asked.of(request.query_params)
    with visit(request) as v:
        page = v.memory.recall(("timeline", asked), lambda: asked.entries(v.story))
        return v.render(
            "timeline.html",
            section="timeline",
            scripts=("chronology",),
            filter=asked.filter,
            page=page,
            per_page=PER_PAGE,
            stages=months(page.items, v.tongue),
            words=words(v.tongue),
            asked_status=asked.status,
            statuses=TIMELINE,
            top=asked.top,
            tops=TOPS,
            outlets=outlets(v),
            chosen=chosen(asked.filter, v),
        )


@router.get("/api/timeline")
def entries(request: Request) -> dict[str, Any]:
    """One page of the entries that pass the page's filters, each with where it is told."""
    asked = Asked.of(request.query_params)
    with visit(request) as v:
        page = v.memory.recall(("timeline", asked), lambda: asked.entries(v.story))
        items = [_json(entry) for entry in page.items]
    return {"total": page.total, "page": asked.filter.page, "items": items}


def _json(entry: Any) -> dict[str, Any]:
    return {
        "id": entry.id, "begin": entry.begin, "end": entry.end, "status": entry.status,
        "text": entry.text, "outlets": entry.outlets, "sources": entry.sources,
        "unknown": entry.unknown, "weight": entry.weight,
        "evidence": [
            {
                "article": one.article.id, "outlet": one.article.outlet, "record": one.record,
                "kind": one.kind, "start": one.span.start, "end": one.span.end,
                "text": one.span.text,
            }
            for one in entry.evidence
        ],
    }  # fmt: skip


@router.get("/api/timeline/axis")
def axis(request: Request) -> Response:
    """Every entry that passes the page's filters, in order, as columns; of very many, the weightiest."""
    return Response(_drawn(request).marks, media_type="application/json")


@router.get("/api/timeline/axis/words")
def axis_words(request: Request) -> Response:
    """The words of the same entries in the same order."""
    return Response(_drawn(request).words, media_type="application/json")


@dataclass(frozen=True, slots=True)
class Drawn:
    """The entries as the axis takes them, as JSON."""

    marks: bytes
    words: bytes


def _drawn(request: Request) -> Drawn:
    asked = Asked.of(request.query_params)
    asked = replace(asked, filter=replace(asked.filter, page=1))

    def made() -> Drawn:
        found = v.story.timeline_heads(MOST, **asked.choices())
        return Drawn(
            _json_of({"total": found.total, **columns(found.items)}),
            _json_of({"words": excerpts(found.items)}),
        )

    with visit(request) as v:
        return v.memory.recall(("axis", asked), made)


def _json_of(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def months(entries: Any, tongue: Tongue) -> list[Month]:
    """Entries grouped by their month, or by their year where no more is known, with their days as words."""
    return [
        Month(label, tuple((tongue.days(Days(one.begin, one.end)), one) for one in group))
        for label, group in groupby(entries, key=lambda entry: _heading(entry, tongue))
    ]


def _heading(entry: Any, tongue: Tongue) -> str:
    begin, end = entry.begin, entry.end
    if (begin.year, begin.month) == (end.year, end.month):
        return tongue.month(begin)
    return tongue.days(Days(date(begin.year, 1, 1), date(begin.year, 12, 31)))
