"""What a web page says of itself: title, outlet, author, date, address, language.

    1. JSON-LD            schema.org NewsArticle and its kin, also inside @graph and lists
    2. meta elements      Open Graph, article:*, Dublin Core, Twitter, itemprop
    3. elements           <link rel=canonical>, <time>, <h1>, <title>, <html lang>
    4. htmldate, over the page's head alone, for the many other spellings of a date there

The first that says something wins, field by field. Dates printed in the page's text are not read
here: they are given as `printed` lines, and reading them is the masthead's business.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

_ARTICLE_TYPES = ("article", "newsarticle", "reportagenewsarticle", "blogposting", "report",
                  "opinionnewsarticle", "analysisnewsarticle", "backgroundnewsarticle",
                  "liveblogposting", "webpage")  # fmt: skip
_META = {
    "title": ("og:title", "twitter:title", "dc.title", "headline", "title"),
    "outlet": ("og:site_name", "dc.publisher", "publisher", "application-name"),
    "byline": ("article:author", "author", "dc.creator", "parsely-author", "byl"),
    "published": (
        "article:published_time", "og:published_time", "datepublished", "dc.date.issued", "dc.date",
        "dcterms.created", "dcterms.issued", "parsely-pub-date", "publishdate", "pubdate",
        "sailthru.date", "date", "article.published",
    ),
    "url": ("og:url", "twitter:url"),
    "language": ("content-language", "dc.language"),
}  # fmt: skip
_SPACE = re.compile(r"\s+")
# Between a page's title and its site's name.
_TITLE_SEPARATOR = re.compile(r"\s+[|–—\-:·•«»]+\s+|\s*\|\s*")
_DATE_CLASS = re.compile(
    r"(^|[-_ ])(date|time|posted|published|publish|timestamp|tarikh)([-_ ]|$)", re.I
)
_MAX_PRINTED = 80  # characters of a line that prints a date; longer is running text
_MAX_JSON_LD = 2_000_000  # characters


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """One page's words on itself, as printed; None where it is silent."""

    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    body: str | None = None  # the article's text, where the page repeats it as data
    printed: tuple[str, ...] = ()  # the lines in which the page shows its date to readers


def read_metadata(tree: HtmlElement) -> PageMetadata:
    """The metadata of a parsed page."""
    ld = _json_ld(tree)
    meta = _meta(tree)

    def first(field: str, *more: str | None) -> str | None:
        return next(
            filter(None, (_clean(v) for v in (ld.get(field), meta.get(field), *more))), None
        )

    outlet = first("outlet")
    title = first("title", _element(tree, "//h1"), _element(tree, "//title"))
    url = first("url", *tree.xpath("//link[@rel='canonical']/@href")[:1])
    byline = first("byline")
    return PageMetadata(
        title=_without_site(title, outlet),
        outlet=outlet,
        byline=None if byline and byline.startswith("http") else byline,
        published=first("published", *tree.xpath("//time/@datetime")[:1]) or _head_date(tree),
        url=url if url and urlsplit_safe(url) else None,
        language=first("language", *tree.xpath("/html/@lang")[:1]),
        body=ld.get("body"),
        printed=_printed_dates(tree),
    )


def urlsplit_safe(url: str) -> bool:
    """Whether `url` is a whole web address."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def _json_ld(tree: HtmlElement) -> dict[str, str]:
    """The fields of the page's JSON-LD article, the first that has each."""
    found: dict[str, str] = {}
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        if len(script) > _MAX_JSON_LD:
            continue
        try:
            objects = list(_objects(json.loads(script, strict=False)))
        except (ValueError, RecursionError):
            continue
        for obj in sorted(objects, key=_is_web_page):
            for field, value in (
                ("title", obj.get("headline") or obj.get("name")),
                ("outlet", _name(obj.get("publisher"))),
                ("byline", _name(obj.get("author"))),
                ("published", obj.get("datePublished") or obj.get("dateCreated")),
                ("url", obj.get("url") or _id(obj.get("mainEntityOfPage"))),
                ("language", obj.get("inLanguage")),
                ("body", obj.get("articleBody")),
            ):
                if isinstance(value, str) and value.strip():
                    found.setdefault(field, html.unescape(value))
    return found


def _is_web_page(obj: dict[str, Any]) -> bool:
    return "webpage" in _types(obj)


def _types(obj: dict[str, Any]) -> list[str]:
    kind = obj.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return [k.lower() for k in kinds if isinstance(k, str)]


def _objects(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The articles in a JSON-LD value, at most a few levels down."""
    if depth > 4:
        return
    if isinstance(value, list):
        for item in value[:100]:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        if any(kind in _ARTICLE_TYPES for kind in _types(value)):
            yield value
        for key in ("@graph", "mainEntity", "itemListElement"):
            yield from _objects(value.get(key), depth + 1)


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        names = [n for n in map(_name, value[:10]) if n]
        return "، ".join(names) or None
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else None


def _id(value: Any) -> str | None:
    return value.get("@id") if isinstance(value, dict) else value


def _meta(tree: HtmlElement) -> dict[str, str]:
    said: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = element.get("content")
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            key = element.get(attribute)
            if key and content and content.strip():
                said.setdefault(key.strip().lower(), content)
    return {
        field: next(said[k] for k in keys if k in said)
        for field, keys in _META.items()
        if any(k in said for k in keys)
    }


def _element(tree: HtmlElement, path: str) -> str | None:
    """The text of the only element at `path`, or of the first."""
    found = tree.xpath(path)
    return found[0].text_content() if found else None


def _without_site(title: str | None, outlet: str | None) -> str | None:
    """The title without the site's name that many pages write after it."""
    if not title or not outlet:
        return title
    for cut in reversed(list(_TITLE_SEPARATOR.finditer(title))):
        if title[cut.end() :].strip().casefold() == outlet.casefold():
            return title[: cut.start()].strip() or title
        if title[: cut.start()].strip().casefold() == outlet.casefold():
            return title[cut.end() :].strip() or title
    return title


def _head_date(tree: HtmlElement) -> str | None:
    """htmldate's finding in the page's head. It never sees the body, where it would guess."""
    from htmldate import find_date  # slow to import: only pages without a plain date pay

    head = tree.find("head")
    if head is None or not len(head):
        return None
    page = HtmlElement()
    page.tag = "html"
    for child in head:
        if child.tag in ("meta", "link"):
            copy = HtmlElement()
            copy.tag = child.tag
            for key, value in child.attrib.items():
                copy.set(key, value)
            page.append(copy)
    try:
        return find_date(page, extensive_search=False, original_date=True)
    except Exception:  # a third party's parser over a hostile head: no date is the honest answer
        return None


def _printed_dates(tree: HtmlElement) -> tuple[str, ...]:
    """The short text of the first element that is there to print a date, with a digit in it."""
    for element in tree.iter("time", "span", "div", "p", "li"):
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
        if element.tag != "time" and not _DATE_CLASS.search(named):
            continue
        text = _clean(element.text_content()) or ""
        if len(text) <= _MAX_PRINTED and any(c.isdigit() for c in text):
            return (text,)
    return ()


def _clean(value: Iterable[str] | str | None) -> str | None:
    return _SPACE.sub(" ", str(value)).strip() or None if value else None
