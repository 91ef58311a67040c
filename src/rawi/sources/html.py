"""A web page as saved becomes one document: its main text, with what the page says of itself.

1. the bytes are decoded (what they are beats what the page claims)
2. the page's own metadata is read                       page_metadata.py
3. trafilatura finds the main text; the page's own JSON-LD body stands in where it finds none
4. text = title, the byline and date as the page prints them, body: so each is a span of the text
"""

from __future__ import annotations

import logging
import re

from lxml import etree
from lxml import html as lxml_html

from rawi.errors import EmptyError, MalformedError, said
from rawi.sources.check import check_bytes, check_text
from rawi.sources.decode import decode
from rawi.sources.document import Document
from rawi.sources.page_metadata import PageMetadata, read_metadata
from rawi.sources.rows import with_title

for _name in ("trafilatura", "htmldate"):  # their remarks on odd pages are not for our users
    logging.getLogger(_name).addHandler(logging.NullHandler())

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")


def document_from_bytes(data: bytes, source: str) -> Document:
    """The document in the bytes of a saved page. Raises SourceError."""
    check_bytes(data, source)
    return document_from_page(decode(data, source), source)


def document_from_page(page: str, source: str) -> Document:
    """The document in a page that is already text. Raises SourceError."""
    if not page.strip():
        raise EmptyError("nothing but white space", source=source, hint="leave it out")
    clean = _CONTROL.sub("", _DECLARATION.sub("", page))
    try:
        tree = lxml_html.document_fromstring(clean)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, RecursionError) as error:
        raise MalformedError(
            said("not a web page: {}", error),
            source=source,
            hint="save it as plain text and read that",
        ) from None
    meta = read_metadata(tree)
    body = _main_text(clean, meta)
    if not body:
        raise EmptyError(
            "no article found on this page", source=source,
            hint="save the article itself as plain text and read that",
        )  # fmt: skip
    text = with_title(meta.title, _below_title(meta, body))
    check_text(text, source)
    return Document(
        source=source, text=text, title=meta.title, outlet=meta.outlet, byline=meta.byline,
        published=meta.published, url=meta.url, language=meta.language,
    )  # fmt: skip


def _main_text(page: str, meta: PageMetadata) -> str:
    """The page's main text, paragraphs on lines of their own; '' where there is none."""
    from trafilatura import bare_extraction  # half a second: only pages pay for it

    try:
        found = bare_extraction(page, include_comments=False, with_metadata=False)
        text = (found.text if found is not None else None) or ""  # type: ignore[union-attr]
    except Exception:  # whatever a hostile page does to the extractor, it must not stop the others
        text = ""
    body = meta.body or ""
    return text.strip() if len(text) * 2 >= len(body) else body.strip()


def _below_title(meta: PageMetadata, body: str) -> str:
    """The body with the page's printed date line above it, and without a title of its own."""
    if meta.title and body.startswith(meta.title):
        body = body[len(meta.title) :].lstrip()
    missing = [line for line in meta.printed if line not in body[:500]]
    return "\n".join([*missing, "", body]) if missing else body
