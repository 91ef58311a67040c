"""An RSS or Atom feed becomes its items, each with what the feed itself says of it (feedparser)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import feedparser
from lxml import html as lxml_html

from rawi.errors import MalformedError, said
from rawi.sources.check import check_text
from rawi.sources.document import Document
from rawi.sources.rows import with_title

_BLOCKS = {"p", "br", "div", "li", "h1", "h2", "h3", "h4", "blockquote", "tr"}


@dataclass(frozen=True, slots=True)
class Item:
    """One item. `key` is its own id, else its address; `text` what the feed prints of it, without markup."""

    key: str
    url: str | None
    title: str
    text: str
    published: str | None  # ISO 8601 day
    outlet: str | None

    def document(self) -> Document:
        """The item as a document, known by its address. Raises SourceError where it is not to be read."""
        source, text = self.url or self.key, with_title(self.title, self.text)
        check_text(text, source)
        return Document(
            source=source, text=text, title=self.title or None,
            outlet=self.outlet, published=self.published, url=self.url,
        )  # fmt: skip


def items(data: bytes, source: str) -> Iterator[Item]:
    """The items of a feed, the oldest first where it says. Raises MalformedError where it is no feed."""
    try:
        read = feedparser.parse(io.BytesIO(data), resolve_relative_uris=False, sanitize_html=False)
    except Exception as error:  # its loose parser promises no family of errors
        raise MalformedError(said("a broken feed ({})", error), source=source) from error
    if not read.get("version"):
        raise MalformedError(
            "neither RSS nor Atom", source=source, hint="give the address of the feed itself"
        )
    outlet = _words(read.feed.get("title", "")) or None
    found = []
    for entry in read.entries:
        url = entry.get("link", "")
        url = url if url.startswith(("http://", "https://")) else None
        bodies = [content.get("value", "") for content in entry.get("content", ())]
        text = _words(max([*bodies, entry.get("summary", "")], key=len))
        title = " ".join(_words(entry.get("title", "")).split())
        key = entry.get("id") or url or title
        if key and (title or text):
            found.append(Item(key, url, title, text, _day(entry), outlet))
    yield from sorted(found, key=lambda item: item.published or "")


def _day(entry: feedparser.FeedParserDict) -> str | None:
    when = entry.get("published_parsed") or entry.get("updated_parsed")
    try:
        return date(*when[:3]).isoformat() if when else None
    except ValueError:
        return None


def _words(markup: str) -> str:
    """The words of a piece of HTML, a line for each block."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    try:
        tree = lxml_html.fragment_fromstring(markup, create_parent="div")
    except (ValueError, lxml_html.etree.LxmlError):
        return markup.strip()
    for element in tree.iter():
        if element.tag in ("script", "style"):
            element.text = None
        elif element.tag in _BLOCKS:
            element.tail = "\n" + (element.tail or "")
    lines = (" ".join(line.split()) for line in tree.text_content().splitlines())
    return "\n".join(line for line in lines if line)
