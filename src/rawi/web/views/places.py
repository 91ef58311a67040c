"""The places that the articles name, on a map and in a list."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from rawi.web.places import LETTERS, view
from rawi.web.visit import visit

router = APIRouter()
MOST = 150  # places that a map can show and a list be read


@router.get("/places")
def places(request: Request) -> Response:
    """Where it happens: each place as large as it is often named."""
    whole = request.query_params.get("view") == "world"
    with visit(request) as v:
        latin = v.tongue.lang == "en"
        named = v.memory.recall("places", lambda: v.story.people(type="place", limit=MOST).items)
        return v.render(
            "places.html",
            section="places",
            map=v.memory.recall(
                ("map", whole, latin), lambda: view(named, whole=whole, latin=latin)
            ),
            letters=LETTERS,
            whole=whole,
            places=named,
        )
