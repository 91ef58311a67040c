"""Watching a folder or a feed: what is new in it is read, and what that changed in the story is told.

A feed's tags and the items seen are kept in the story, so that the next run asks only for what is new.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from rawi.errors import NoAnswerError, SourceError, UnreadableError
from rawi.sources import html
from rawi.sources.check import DEFAULT_LIMIT
from rawi.sources.document import Document
from rawi.sources.feed import Item, items
from rawi.sources.walk import files_under
from rawi.sources.web import Web
from rawi.store.rows import AddReport, ArticleRow, Refusal
from rawi.store.schema import Migration
from rawi.story.conflicts.report import Conflict
from rawi.story.story import Story

FEED_LIMIT = 20_000_000  # bytes of a feed: a hundred times a long one
SETTLED = 2.0  # seconds that a file must have lain still: a program may still be writing it

MIGRATIONS = (
    Migration(
        1,
        "the first tables",
        """
        CREATE TABLE watch_feeds (
          url TEXT PRIMARY KEY,
          etag TEXT,
          modified TEXT
        ) WITHOUT ROWID;
        CREATE TABLE watch_items (
          feed TEXT NOT NULL,
          key TEXT NOT NULL,
          PRIMARY KEY (feed, key)
        ) WITHOUT ROWID;
        """,
    ),
)


@dataclass(frozen=True, slots=True)
class Change:
    """What one round brought: `articles` new or read anew, the `conflicts` they are part of now, and the
    report with everything refused."""

    report: AddReport
    articles: tuple[ArticleRow, ...] = ()
    conflicts: tuple[Conflict, ...] = ()


def is_address(target: str) -> bool:
    """Whether a target is a feed's address, not a folder."""
    return target.startswith(("http://", "https://"))


class Folder:
    """A folder whose new and changed files are read. A file that goes leaves its article in the story."""

    def __init__(self, path: Path) -> None:
        """Raises UnreadableError where there is no such folder."""
        if not path.is_dir():
            raise UnreadableError(
                "this is no folder", source=str(path), hint="name a folder to watch"
            )
        self.path = path
        self._seen: dict[Path, tuple[int, int]] = {}
        self._told: set[str] = set()  # what cannot be read is said once

    def look(self, story: Story, now: float) -> Change:
        """Read what came or changed since the last look. `now`: seconds since 1970, to tell files that
        are still being written from those that lie still."""
        new: dict[Path, tuple[int, int]] = {}
        refused: list[Refusal] = []
        for file in files_under(self.path):
            if isinstance(file, SourceError):
                if file.source not in (str(self.path), *self._told):  # an empty folder may yet fill
                    self._told.add(file.source or "")
                    refused.append(_refusal(file))
                continue
            try:
                stat = os.stat(file)
            except OSError:
                continue
            state = (stat.st_mtime_ns, stat.st_size)
            if self._seen.get(file) != state and now - stat.st_mtime >= SETTLED:
                new[file] = state
        report = story.add(new) if new else AddReport()
        self._seen |= new
        return told(story, replace(report, refused=(*refused, *report.refused)))


class Feed:
    """A feed whose new items are read; with `links`, the pages that they lead to instead of what the
    feed prints of them."""

    def __init__(self, url: str, *, links: bool = False, web: Web | None = None) -> None:
        self.url = url
        self.links = links
        self.web = web or Web([urlsplit(url).hostname or ""])

    def look(self, story: Story) -> Change:
        """Ask for the feed if it changed, and read the items that were not seen before.

        A feed that gives no answer is a refusal in the report, as an item is.
        """
        store = story.store
        store.migrate("watch", MIGRATIONS)
        known = store.rows("SELECT etag, modified FROM watch_feeds WHERE url = ?", (self.url,))
        tags = dict(known[0]) if known else {}
        try:
            answer = self.web.get(self.url, limit=FEED_LIMIT, **tags)
            found = [] if answer.data is None else list(items(answer.data, self.url))
        except SourceError as error:
            return Change(AddReport(refused=(_refusal(error),)))
        seen = {
            row["key"]
            for row in store.rows("SELECT key FROM watch_items WHERE feed = ?", (self.url,))
        }
        new = [item for item in found if item.key not in seen]
        documents, refused, later = self._documents(new)
        report = story.add_documents(documents) if documents else AddReport()
        with store.transaction() as connection:
            connection.executemany(
                "INSERT OR IGNORE INTO watch_items (feed, key) VALUES (?, ?)",
                [(self.url, item.key) for item in new if item not in later],
            )
            if not later:  # else the whole feed is asked for again, with what is still to be had
                connection.execute(
                    "INSERT OR REPLACE INTO watch_feeds (url, etag, modified) VALUES (?, ?, ?)",
                    (self.url, answer.etag, answer.modified),
                )
        return told(story, replace(report, refused=(*refused, *report.refused)))

    def _documents(self, new: Iterable[Item]) -> tuple[list[Document], list[Refusal], list[Item]]:
        """The documents of items, what was refused, and which of those to try again another time."""
        documents, refused, later = [], [], []
        for item in new:
            try:
                documents.append(self._page(item) if self.links and item.url else item.document())
            except SourceError as error:
                refused.append(_refusal(error))
                if isinstance(error, NoAnswerError):
                    later.append(item)
        return documents, refused, later

    def _page(self, item: Item) -> Document:
        """The page of an item. What the page does not say of itself, the feed does."""
        assert item.url is not None
        answer = self.web.get(item.url, limit=DEFAULT_LIMIT, robots=True)
        page = html.document_from_bytes(answer.data or b"", item.url)
        return replace(
            page, url=page.url or item.url, outlet=page.outlet or item.outlet,
            published=page.published or item.published,
        )  # fmt: skip


def told(story: Story, report: AddReport) -> Change:
    """What a report's articles brought into the story."""
    ids = list(dict.fromkeys((*report.read, *report.replaced)))
    conflicts = {c.id: c for id in ids for c in story.conflicts(article=id).items}
    return Change(report, tuple(story.article(id) for id in ids), tuple(conflicts.values()))


def _refusal(error: SourceError) -> Refusal:
    return Refusal(error.source or "", error.reason, error.hint)
