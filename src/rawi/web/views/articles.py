"""The list of articles, and one article with the evidence in it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from rawi.store import listing, overview
from rawi.web import evidence
from rawi.web.axis import bins
from rawi.web.filters import PER_PAGE, Filter
from rawi.web.labels import KINDS
from rawi.web.listing import DESK, chosen, offered
from rawi.web.visit import visit

router = APIRouter()
MOST_RECORDS = 5000  # an article at the limit of size holds fewer


@router.get("/articles")
def articles(request: Request) -> Response:
    """The articles, newest first, by period, actor, outlet, place and what they hold."""
    filter_ = Filter.of(request.query_params)
    with visit(request) as v:
        view = v.story.within(**filter_.within())
        page = listing.articles(
            view, order=filter_.order or "date", limit=PER_PAGE, offset=filter_.offset
        )
        days = overview.volume(view.without("since", "until"))
        return v.render(
            "articles.html",
            section="articles",
            scripts=("axis",),
            filter=filter_,
            page=page,
            per_page=PER_PAGE,
            bins=bins(days, v.tongue, filter_.since, filter_.until),
            **offered(v),
            chosen=chosen(filter_, v, DESK),
        )


@router.get("/article/{article_id}")
def article(request: Request, article_id: str) -> Response:
    """One article: its whole text, every record of it, and what users decided about them."""
    with visit(request) as v:
        made = v.story.reading(article_id).article
        rows = v.story.records(article=article_id, order="text", limit=MOST_RECORDS).items
        decisions = [c for c in v.story.corrections() if c.anchor.article == article_id]
        shared = [_end(item, article_id) for item in v.story.reuse(article=article_id).items]
        counts = Counter(row.record.kind for row in rows) + Counter(reuse=len(shared))
        return v.render(
            "article.html",
            section="articles",
            scripts=("article",),
            article=made,
            title=evidence.title_piece(made),
            stretches=evidence.stretches(made),
            rows=rows,
            parts=evidence.parts,
            shared=shared,
            undo={c.holds: c.id for c in reversed(decisions) if c.holds},
            rejected=[c for c in decisions if c.action == "reject"],
            layers=[(kind, counts[kind]) for kind in KINDS if counts[kind]],
            link=web_address(made.url) or web_address(made.source),
            source=made.source.rpartition("/")[2],
        )


def _end(item: Any, article_id: str) -> tuple[Any, Any, Any]:
    """A shared passage as the article sees it: the passage, its own end, the other end."""
    if item.a.article.id == article_id:
        return item, item.a, item.b
    return item, item.b, item.a


def web_address(url: str | None) -> str | None:
    """`url` where it is an address that may be linked to: http or https, nothing that could run."""
    return url if url and url.lower().startswith(("http://", "https://")) else None
