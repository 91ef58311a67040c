"""Searching the articles' words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Request
from starlette.responses import Response

from rawi.records import Span
from rawi.web.filters import Filter
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


def runs(snippet: Span, matches: Iterable[Span]) -> list[tuple[str, bool]]:
    """The snippet cut into runs, marked or not. A match is widened to whole words, so that no mark ever
    begins or ends inside one and its letters keep joining.
    """
    text = snippet.text
    cuts: list[tuple[str, bool]] = []
    done = 0
    for match in sorted(matches, key=lambda span: span.start):
        start, end = match.start - snippet.start, match.end - snippet.start
        if start < 0 or end > len(text) or end <= start:
            continue
        while start > 0 and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
        if start < done:
            continue
        cuts += [(text[done:start], False), (text[start:end], True)]
        done = end
    cuts.append((text[done:], False))
    return [(run, on) for run, on in cuts if run]
