"""A question in plain words, answered by sentences of the articles with the records in them."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from rawi.web.snippets import runs
from rawi.web.visit import visit

router = APIRouter()
LONGEST = 300  # characters of a question that are looked at
MOST = 10  # answers


@router.get("/ask")
def ask(request: Request) -> Response:
    """The sentences that answer, best first; nothing is made up where nothing comes near."""
    question = " ".join(request.query_params.get("q", "").split())[:LONGEST]
    with visit(request) as v:
        answers = v.story.ask(question, limit=MOST) if question else ()
        return v.render(
            "ask.html",
            section="ask",
            question=question,
            answers=answers,
            runs=runs,
            speakers=v.overview().speakers[:3],
        )
