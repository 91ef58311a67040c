"""Where the sources contradict each other, with both pieces of evidence side by side."""

from __future__ import annotations

from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import Response

from rawi.web.filters import Filter
from rawi.web.labels import CONFLICT, GRADE
from rawi.web.visit import visit

router = APIRouter()
PER_PAGE = 30


@router.get("/conflicts")
def conflicts(request: Request) -> Response:
    """The contradictions, the clear ones first."""
    query = request.query_params
    filter_ = Filter.of(query)
    kind = query.get("kind", "")
    kind = kind if kind in CONFLICT else ""
    grade = query.get("grade", "")
    grade = grade if grade in GRADE else ""
    with visit(request) as v:
        page = v.memory.recall(
            ("conflicts", kind, grade, filter_.speaker, filter_.page),
            lambda: v.story.conflicts(
                kind=kind or None, grade=grade or None, speaker=filter_.speaker or None,
                limit=PER_PAGE, offset=(filter_.page - 1) * PER_PAGE,
            ),
        )  # fmt: skip
        kept = {key: value for key, value in (("kind", kind), ("grade", grade)) if value}
        return v.render(
            "conflicts.html",
            section="conflicts",
            filter=filter_,
            page=page,
            per_page=PER_PAGE,
            kind=kind,
            kinds=CONFLICT,
            grade=grade,
            grades=GRADE,
            also=urlencode(kept),
        )
