"""The list of articles, and one article with the evidence in it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from rawi.records import Reading
from rawi.web import evidence
from rawi.web.axis import bins
from rawi.web.filters import PER_PAGE, Filter
from rawi.web.labels import KINDS
from rawi.web.listing import chosen, outlets
from rawi.web.visit import visit

router = APIRouter()


@router.get("/articles")
def articles(request: Request) -> Response:
    """The articles, newest first, by outlet and period."""
    filter_ = Filter.of(request.query_params)
    with visit(request) as v:
        page = v.story.articles(
            outlet=filter_.outlet or None,
            since=filter_.since,
            until=filter_.until,
            order=filter_.order or "date",
            limit=PER_PAGE,
            offset=filter_.offset,
        )
        return v.render(
            "articles.html",
            section="articles",
            scripts=("axis",),
            filter=filter_,
            page=page,
            per_page=PER_PAGE,
            bins=bins(v.story, v.tongue, filter_.outlet or None, filter_.since, filter_.until),
            outlets=outlets(v.story.overview()),
            chosen=chosen(filter_, v.tongue, ("outlet", "since", "until")),
        )


@router.get("/article/{article_id}")
def article(request: Request, article_id: str) -> Response:
    """One article: its whole text, and every record of it."""
    with visit(request) as v:
        reading: Reading = v.story.reading(article_id)
        made = reading.article
        found = evidence.marks(reading)
        counts = {kind: sum(m.record.kind == kind for m in found) for kind in KINDS}
        return v.render(
            "article.html",
            section="articles",
            scripts=("article",),
            article=made,
            title=evidence.title_piece(made),
            stretches=evidence.stretches(made),
            marks=found,
            layers=[(kind, n) for kind, n in counts.items() if n],
            link=web_address(made.url) or web_address(made.source),
            source=made.source.rpartition("/")[2],
        )


def web_address(url: str | None) -> str | None:
    """`url` where it is an address that may be linked to: http or https, nothing that could run."""
    return url if url and url.lower().startswith(("http://", "https://")) else None
