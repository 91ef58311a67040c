"""The same answers as JSON, for scripts: records exactly as docs/records.md has them."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request

from rawi.errors import UsageError, said
from rawi.records import KINDS
from rawi.web.filters import PER_PAGE, Filter
from rawi.web.visit import visit
from rawi.wire import reading_to_json, to_json

router = APIRouter(prefix="/api")


@router.get("/articles")
def articles(request: Request) -> dict[str, Any]:
    """One page of the list of articles."""
    asked = Filter.of(request.query_params)
    with visit(request) as v:
        page = v.story.articles(
            outlet=asked.outlet or None, since=asked.since, until=asked.until,
            order=asked.order or "oldest", limit=PER_PAGE, offset=asked.offset,
        )  # fmt: skip
        items = [
            {"id": a.id, "outlet": a.outlet, "title": a.title, "url": a.url, "words": a.words}
            for a in page.items
        ]
    return {"total": page.total, "page": asked.page, "items": items}


@router.get("/articles/{article_id}")
def article(request: Request, article_id: str) -> list[dict[str, Any]]:
    """One article and every record of it."""
    with visit(request) as v:
        return reading_to_json(v.story.reading(article_id))


@router.get("/records/{kind}")
def records(request: Request, kind: str) -> dict[str, Any]:
    """One page of records of one kind, with the same filters as the pages."""
    if kind not in KINDS:
        raise UsageError(
            said("there is no kind of record called {!r}", kind), hint=", ".join(KINDS)
        )
    asked = Filter.of(request.query_params)
    with visit(request) as v:
        page = v.story.records(
            kind,
            **asked.asked(),
            order=asked.order or "oldest",
            limit=PER_PAGE,
            offset=asked.offset,
        )
        return {
            "total": page.total,
            "page": asked.page,
            "items": [to_json(row.record) | {"outlet": row.article.outlet} for row in page.items],
        }


@router.get("/search")
def search(request: Request) -> dict[str, Any]:
    """Articles that hold the words of `q`."""
    asked = Filter.of(request.query_params)
    with visit(request) as v:
        page = v.story.search(
            request.query_params.get("q", "")[:300], limit=PER_PAGE, offset=asked.offset
        )
        items = [
            {
                "article": hit.article.id,
                "outlet": hit.article.outlet,
                "title": hit.article.title,
                "start": hit.span.start,
                "end": hit.span.end,
                "text": hit.span.text,
                "snippet": hit.snippet.text,
            }
            for hit in page.items
        ]
    return {"total": page.total, "page": asked.page, "items": items}
