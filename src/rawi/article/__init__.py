"""A document becomes an article: what of it is the article proper, and what its masthead says.

layout.py     every line of the text and its role
body.py       the lines to read, as spans
masthead.py   title, outlet, byline, date, credited source
"""

from __future__ import annotations

from datetime import date

from rawi.article.body import body_spans
from rawi.article.layout import lay_out
from rawi.article.masthead import read_masthead
from rawi.article.title import title_span
from rawi.records import Article, identity
from rawi.sources.document import Document


def make_article(document: Document, *, published: date | None = None) -> Article:
    """The article that `document` holds. `published` is the day to take where it prints none.

    Accepts any document, also one of no words or of broken letters; never raises.
    """
    text = document.text
    layout = lay_out(text, document.title)
    head = read_masthead(document, layout, published)
    return Article(
        id=identity(text, document.url or document.outlet, prefix="a"),
        source=document.source,
        text=text,
        outlet=head.outlet,
        title=title_span(text, layout.lines[layout.title]) if layout.title is not None else None,
        byline=head.byline,
        published=head.published,
        credited=head.credited.text if head.credited else None,
        credited_span=head.credited,
        url=document.url,
        language="ar",
        body=body_spans(text, layout),
    )
