"""Articles that come without a file of their own on this machine: uploads, pasted text, items of a feed.

What is brought in is known by the name it came under. Two different texts under one name are two articles
(many sites call every page index.html): the second takes the name with a number after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

from rawi.errors import SourceError
from rawi.sources import read_bytes, read_sources
from rawi.sources.document import Document
from rawi.store.sqlite import Store
from rawi.story.intake import IN_MEMORY

HEAD = 60  # characters of a pasted text that stand for its name


def documents(files: Iterable[tuple[str, Path]], limit: int) -> Iterator[Document | SourceError]:
    """The documents of files, each under the name it came with, not the place it lies for the moment."""
    for name, path in files:
        for item in read_sources([path], limit=limit):
            if isinstance(item, SourceError):
                item.source = _named(item.source or "", path, name)
                yield item
            else:
                yield replace(item, source=_named(item.source, path, name))


def pasted(
    text: str, limit: int, *, outlet: str | None = None, url: str | None = None,
    published: str | None = None,
) -> Iterator[Document | SourceError]:  # fmt: skip
    """A pasted text as a document, with what the user says of it. Its name is its address or first words."""
    first = next((line for line in map(str.strip, text.splitlines()) if line), "")
    name = url or " ".join(first[:HEAD].split()) or "-"
    for item in read_bytes(text.encode("utf-8", "replace"), name, limit=limit, suffix=".txt"):
        if isinstance(item, Document):
            item = replace(item, outlet=outlet, url=url, published=published)
        yield item


def kept_apart(store: Store, document: Document) -> Document:
    """`document`, under another name where the story holds another text under this one."""
    for n in count(1):
        name = document.source if n == 1 else f"{document.source} ({n})"
        held = store.rows("SELECT text FROM articles WHERE origin = ?", (IN_MEMORY + name,))
        if not held or held[0]["text"] == document.text:
            return replace(document, source=name)
    raise AssertionError("counting never ends")


def _named(source: str, path: Path, name: str) -> str:
    return name + source.removeprefix(str(path))
