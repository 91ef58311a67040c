"""Who is who: persons, organizations, places, outlets and groups, each with its names, roles and words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from rawi.web.filters import Filter
from rawi.web.labels import NAME_TYPE
from rawi.web.linked import like_entity
from rawi.web.listing import chosen
from rawi.web.quoting import quoting
from rawi.web.visit import visit

router = APIRouter()
PER_PAGE = 60
SAID = 12  # statements shown on a person's own page; the rest a click away
TOLD = 12  # entries of the timeline there
LEAST_BAR = 1.2  # percent of the width: a role printed on one day can still be seen


@dataclass(frozen=True, slots=True)
class Bar:
    """One role on the line of time: the share of its width where it begins and how long it runs."""

    tenure: Any
    start: float
    width: float


@router.get("/people")
def people(request: Request) -> Response:
    """Everybody and everything named, the most named first."""
    filter_ = Filter.of(request.query_params, type=(*NAME_TYPE, "all"))
    kind = filter_.also.get("type", "person")
    kind = "" if kind == "all" else kind
    opening = kind == "person" and not filter_.text and filter_.page == 1
    with visit(request) as v:
        return v.render(
            "people.html",
            quoting=v.memory.recall("quoting", lambda: quoting(v.story, v.whole("outlets")))
            if opening
            else [],
            section="people",
            filter=filter_,
            kind=kind,
            kinds=NAME_TYPE,
            page=v.story.people(
                type=kind or None, text=filter_.text or None, limit=PER_PAGE,
                offset=(filter_.page - 1) * PER_PAGE,
            ),
            per_page=PER_PAGE,
            chosen=chosen(filter_, v, ("text",), also=False),
        )  # fmt: skip


@router.get("/people/{entity_id:path}")
def entity(request: Request, entity_id: str) -> Response:
    """One of them: every form of the name and why, roles through time, what was said, what happened."""
    asked = " ".join(request.query_params.get("like", "").split())[:200]
    with visit(request) as v:
        found = v.story.entity(entity_id)
        own = found.row.id
        told = v.memory.recall(("told", own), lambda: v.story.timeline(entity=own, top=TOLD).items)
        return v.render(
            "entity.html",
            section="people",
            scripts=("suggest",),
            asked=asked,
            like=like_entity(v, found, asked),
            told_of=v.story.told_of(own),
            entity=found,
            bars=bars(found.roles),
            former=[role for role in found.roles if role.former],
            said=v.story.records("statement", entity=own, limit=SAID),
            told=told,
        )


def bars(roles: Any) -> list[Bar]:
    """The roles that the articles date, on one line of time; former ones say nothing of when."""
    dated = [role for role in roles if not role.former and (role.begin or role.end)]
    if not dated:
        return []
    spans = [(role, _day(role.begin or role.end), _day(role.end or role.begin)) for role in dated]
    first = min(begin for _role, begin, _end in spans)
    whole = max(max(end for _role, _begin, end in spans) - first, 1)
    found = []
    for role, begin, end in spans:
        width = max(100 * (end - begin) / whole, LEAST_BAR)
        found.append(
            Bar(role, round(min(100 * (begin - first) / whole, 100 - width), 2), round(width, 2))
        )
    return found


def _day(day: date) -> int:
    return day.toordinal()
