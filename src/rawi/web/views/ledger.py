"""The ledger: who is bound to do what by when, step by step, and how it stands on a day."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from rawi.web.filters import Filter
from rawi.web.labels import STATE, STATUS
from rawi.web.listing import chosen
from rawi.web.visit import visit

router = APIRouter()
PER_PAGE = 30


@router.get("/ledger")
def ledger(request: Request) -> Response:
    """The undertakings as they stood on a day (`until`; else the story's last), the next due first."""
    filter_ = Filter.of(request.query_params, state=STATE)
    state = filter_.also.get("state", "")
    with visit(request) as v:
        page = v.memory.recall(
            ("ledger", filter_.until, state, filter_.text, filter_.page),
            lambda: v.story.threads(
                as_of=filter_.until, state=state or None, party=filter_.text or None,
                limit=PER_PAGE, offset=(filter_.page - 1) * PER_PAGE,
            ),
        )  # fmt: skip
        return v.render(
            "ledger.html",
            section="ledger",
            filter=filter_,
            page=page,
            per_page=PER_PAGE,
            state=state,
            states=STATE,
            words=STATUS,
            chosen=chosen(filter_, v, ("text", "until")),
        )
