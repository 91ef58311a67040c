"""Figures through time: the same thing in the same place, told again and again."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from rawi.web.chart import chart
from rawi.web.describe import amount
from rawi.web.filters import Filter
from rawi.web.listing import chosen
from rawi.web.visit import visit

router = APIRouter()
PER_PAGE = 12


@router.get("/series")
def series(request: Request) -> Response:
    """The series of figures, those in the most articles first, each drawn and listed."""
    filter_ = Filter.of(request.query_params)
    with visit(request) as v:
        page = v.memory.recall(
            ("series", filter_.text, filter_.place, filter_.page),
            lambda: v.story.figure_series(
                thing=filter_.text or None, place=filter_.place or None, limit=PER_PAGE,
                offset=(filter_.page - 1) * PER_PAGE,
            ),
        )  # fmt: skip
        return v.render(
            "series.html",
            section="series",
            filter=filter_,
            page=page,
            per_page=PER_PAGE,
            chosen=chosen(filter_, v, ("text", "place")),
            drawn=[(one, chart(one, rightwards=v.tongue.direction == "ltr")) for one in page.items],
            amount=lambda figure: amount(figure, v.tongue),
        )
