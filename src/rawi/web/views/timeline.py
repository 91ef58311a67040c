"""The timeline: what happened, what is planned, what is due, each told once with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import Response

from rawi.records import Days
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


@router.get("/timeline")
def timeline(request: Request) -> Response:
    """The entries in the order of their days; `top` keeps the weightiest."""
    query = request.query_params
    filter_ = Filter.of(query)
    status = query.get("status", "")
    status = status if status in TIMELINE else ""
    top = next((n for n in TOPS if query.get("top") == str(n)), None)
    with visit(request) as v:
        key = ("timeline", filter_, status, top)
        page = v.memory.recall(
            key,
            lambda: v.story.timeline(
                since=filter_.since, until=filter_.until, status=status or None,
                outlet=filter_.outlet or None, place=filter_.place or None,
                actor=filter_.speaker or None, top=top, limit=PER_PAGE,
                offset=(filter_.page - 1) * PER_PAGE,
            ),
        )  # fmt: skip
        kept = {k: val for k, val in (("status", status), ("top", top)) if val}
        return v.render(
            "timeline.html",
            section="timeline",
            filter=filter_,
            page=page,
            per_page=PER_PAGE,
            stages=months(page.items, v.tongue),
            asked_status=status,
            statuses=TIMELINE,
            top=top,
            tops=TOPS,
            also=urlencode(kept),
            outlets=outlets(v.overview()),
            chosen=chosen(filter_, v.tongue),
        )


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
