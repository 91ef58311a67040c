"""Rawi (راوي) reads Arabic news and keeps the record.

`read` reads one article and gives it with its records; `read_many` reads files and folders;
`Story` keeps many articles in one file. Everything heavy is imported when it is first used, so that
`import rawi` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from os import PathLike

    from rawi.errors import RawiError, SourceError
    from rawi.records import (
        Article,
        Commitment,
        Days,
        Event,
        Figure,
        Name,
        Published,
        Reading,
        Record,
        Span,
        Speaker,
        Statement,
        Time,
    )
    from rawi.story import Story

__version__ = "0.1.0"
__all__ = [
    "Article", "Commitment", "Days", "Event", "Figure", "Name", "Published", "RawiError", "Reading",
    "Record", "SourceError", "Span", "Speaker", "Statement", "Story", "Time", "__version__",
    "read", "read_many",
]  # fmt: skip

_ROOMS = {"RawiError": "rawi.errors", "SourceError": "rawi.errors", "Story": "rawi.story"}


def read(source: str | PathLike[str], *, published: date | None = None) -> Reading:
    """One article and its records. `source` is a path, or the article's text itself.

    A string is text when it has more than one line or more than 255 characters, or when it has
    white space and no file is called so; anything else is a path. `published` is the day to take
    where the article prints none. Raises SourceError, and UsageError for a file that holds
    several articles.
    """
    from os import fspath
    from pathlib import Path

    from rawi.errors import UsageError
    from rawi.pipeline import read_document
    from rawi.sources.text import document_from_text

    if isinstance(source, str) and (
        "\n" in source
        or len(source) > 255  # the longest file name of common file systems
        or (" " in source.strip() and not _exists(Path(source)))
    ):
        return read_document(document_from_text(source, "text"), published=published)
    found = read_many([source], published=published)
    first, more = next(found), next(found, None)
    if more is not None:
        raise UsageError("holds several articles", source=fspath(source), hint="use rawi.read_many")
    if not isinstance(first, _reading()):
        raise first
    return first


def read_many(
    paths: Iterable[str | PathLike[str]], *, published: date | None = None, limit: int | None = None
) -> Iterator[Reading | SourceError]:
    """The articles of files and folders, one by one; in place of what cannot be read, the refusal.

    `limit` is the most bytes one article may have (5 MB unless told).
    """
    from rawi.pipeline import read_document
    from rawi.sources import Document, read_sources
    from rawi.sources.check import DEFAULT_LIMIT

    for item in read_sources(paths, limit=DEFAULT_LIMIT if limit is None else limit):
        if isinstance(item, Document):
            yield read_document(item, published=published)
        else:
            yield item


def _exists(path: Any) -> bool:
    try:
        return bool(path.exists())
    except (OSError, ValueError):
        return False


def _reading() -> type[Reading]:
    from rawi.records import Reading

    return Reading


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'rawi' has no attribute {name!r}")
    return getattr(import_module(_ROOMS.get(name, "rawi.records")), name)


def __dir__() -> list[str]:
    return sorted(__all__)
