"""Searching the articles' words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Request
from starlette.responses import Response

from rawi.web.filters import Filter
from rawi.web.snippets import runs
from rawi.web.visit import visit

router = APIRouter()
PER_PAGE = 20
LONGEST = 300  # characters of a query that are looked at


@dataclass(frozen=True, slots=True)
class Found:
    """One hit as a page shows it: `runs` are the snippet's pieces, and whether each is marked."""

    article: Any
    href: str
    runs: tuple[tuple[str, bool], ...]


@router.get("/search")
def search(request: Request) -> Response:
    """Articles that hold the words, best first, each opening at its words."""
    words = " ".join(request.query_params.get("q", "").split())[:LONGEST]
    number = Filter.of(request.query_params).page
    with visit(request) as v:
        page = v.story.search(words, limit=PER_PAGE, offset=(number - 1) * PER_PAGE)
        hits = [
            Found(
                hit.article,
                f"/article/{quote(hit.article.id, safe='')}#t={hit.span.start}-{hit.span.end}",
                tuple(runs(hit.snippet, hit.matches)),
            )
            for hit in page.items
        ]
        return v.render(
            "search.html", section="search", words=words, page=page, hits=hits, number=number,
            per_page=PER_PAGE,
        )  # fmt: skip
