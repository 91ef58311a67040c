"""Copied text: who took it from whom, and two articles side by side."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from rawi.web import evidence
from rawi.web.filters import Filter
from rawi.web.labels import REUSE
from rawi.web.visit import visit

router = APIRouter()
PER_PAGE = 20
MOST_OUTLETS = 12  # rows and columns of the table of flows that a screen can hold
STEPS = 5  # shades of the table of flows


@router.get("/reuse")
def reuse(request: Request) -> Response:
    """The passages that two articles share, longest first, and which outlet took from which."""
    filter_ = Filter.of(request.query_params, kind=REUSE)
    kind = filter_.also.get("kind", "copy")
    with visit(request) as v:
        return v.render(
            "reuse.html",
            section="reuse",
            kind=kind,
            kinds=REUSE,
            filter=filter_,
            page=v.story.reuse(kind=kind, limit=PER_PAGE, offset=filter_.offset),
            per_page=PER_PAGE,
            table=flow_table(v.story.flows()),
        )


@router.get("/compare/{one}/{two}")
def compare(request: Request, one: str, two: str) -> Response:
    """Two articles side by side, their shared passages marked and aligned."""
    with visit(request) as v:
        shared = v.story.reuse(article=one, other=two, limit=200).items
        sides = [
            (made := v.story.reading(article_id).article, evidence.stretches(made),
             evidence.title_piece(made))
            for article_id in (one, two)
        ]  # fmt: skip
        pairs = [_pair(item, one) for item in shared]
        return v.render(
            "compare.html", section="reuse", scripts=("compare",), sides=sides, pairs=pairs,
            shared=shared,
        )  # fmt: skip


def _pair(item: Any, one: str) -> tuple[Any, Any]:
    """The two spans of a shared passage, that of the article `one` first."""
    left, right = (item.a, item.b) if item.a.article.id == one else (item.b, item.a)
    return left.span, right.span


def flow_table(flows: Any) -> dict[str, Any]:
    """The flows as a table: `outlets`, and for each source a row of cells (words, passages, shade)."""
    weight: dict[str, int] = {}
    for flow in flows:
        for name in (flow.source, flow.taker):
            weight[name or ""] = weight.get(name or "", 0) + flow.words
    outlets = sorted(weight, key=lambda name: (-weight[name], name))[:MOST_OUTLETS]
    cells = {(flow.source or "", flow.taker or ""): flow for flow in flows}
    most = max((flow.words for flow in flows), default=1)
    rows = [
        [
            (flow, -(-STEPS * flow.words // most)) if (flow := cells.get((source, taker))) else None
            for taker in outlets
        ]
        for source in outlets
    ]
    return {"outlets": outlets, "rows": rows}
