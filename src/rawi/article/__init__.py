"""A document becomes an article: what of it is the article proper, and what its masthead says."""

from __future__ import annotations

from datetime import date

from rawi.records import Article, Published, Span, identity
from rawi.sources.document import Document


def make_article(document: Document, *, published: date | None = None) -> Article:
    """The article that `document` holds. `published`, where given, wins over everything printed."""
    text = document.text
    body = (Span.of(text, 0, len(text)),) if text.strip() else ()
    when = Published(published, published, "metadata") if published else None
    key = document.url or document.outlet
    return Article(
        id=identity(text, key, prefix="a"), source=document.source, text=text, outlet=document.outlet,
        published=when, url=document.url, body=body,
    )  # fmt: skip
