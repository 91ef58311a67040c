"""Where the sources contradict each other, with both pieces of evidence side by side."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from rawi.web.filters import Filter
from rawi.web.labels import CONFLICT, GRADE
from rawi.web.listing import chosen
from rawi.web.visit import visit

router = APIRouter()
PER_PAGE = 30


@router.get("/conflicts")
def conflicts(request: Request) -> Response:
    """The contradictions, the clear ones first."""
    filter_ = Filter.of(request.query_params, kind=CONFLICT, grade=GRADE)
    kind, grade = filter_.also.get("kind"), filter_.also.get("grade")
    with visit(request) as v:
        page = v.memory.recall(
            ("conflicts", kind, grade, filter_.speaker, filter_.page),
            lambda: v.story.conflicts(
                kind=kind, grade=grade, speaker=filter_.speaker or None,
                limit=PER_PAGE, offset=(filter_.page - 1) * PER_PAGE,
            ),
        )  # fmt: skip
        return v.render(
            "conflicts.html",
            section="conflicts",
            filter=filter_,
            page=page,
            per_page=PER_PAGE,
            kind=kind or "",
            kinds=CONFLICT,
            grade=grade or "",
            grades=GRADE,
            chosen=chosen(filter_, v, ("speaker",)),
        )
