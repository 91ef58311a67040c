"""Articles on their way into the story: one delivery after another, each with an account of itself.

Reading goes on in one thread of its own, so that a page that was sent files answers at once and tells how
far they are. Files lie in a folder that goes when they are read.
"""

from __future__ import annotations

import logging
import secrets
import shutil
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import Lock
from typing import Any

from rawi.errors import RawiError, SourceError
from rawi.sources.document import Document
from rawi.store.rows import Refusal
from rawi.story.brought import kept_apart

logger = logging.getLogger(__name__)
KEPT = 20  # deliveries whose account is kept; the oldest goes first


@dataclass(slots=True)
class Delivery:
    """One delivery. `state`: waiting | reading | done | failed; counts are of articles."""

    id: str
    state: str = "waiting"
    total: int = 0
    done: int = 0
    source: str = ""
    read: int = 0
    present: int = 0
    replaced: int = 0
    refused: list[Refusal] = field(default_factory=list)

    @property
    def over(self) -> bool:
        """Whether nothing more will come of it."""
        return self.state in ("done", "failed")


class Deliveries:
    """The deliveries to one story. Safe to use from several threads."""

    def __init__(self, opener: Callable[[], AbstractContextManager[Any]]) -> None:
        self._opener = opener
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="delivery")
        self._lock = Lock()
        self._held: OrderedDict[str, Delivery] = OrderedDict()
        self._closing = False

    def close(self) -> None:
        """Let the article that is being read be finished, then end; what waits is dropped."""
        self._closing = True
        self._worker.shutdown(wait=True, cancel_futures=True)

    def get(self, name: str) -> Delivery | None:
        """The delivery of this id, None where it is not, or no longer, known."""
        with self._lock:
            return self._held.get(name)

    def send(
        self, items: Callable[[], Iterable[Document | SourceError]], *, refused: Iterable[Refusal] = (),
        published: date | None = None, folder: Path | None = None,
    ) -> Delivery:  # fmt: skip
        """Have the documents that `items` gives read, behind those that wait; `folder` goes afterwards."""
        delivery = Delivery(secrets.token_urlsafe(9), refused=list(refused))
        with self._lock:
            self._held[delivery.id] = delivery
            while len(self._held) > KEPT:
                self._held.popitem(last=False)
        running = self._worker.submit(self._run, delivery, items, published)
        if folder is not None:  # gone too where the delivery was dropped unread
            running.add_done_callback(lambda _: shutil.rmtree(folder, ignore_errors=True))
        return delivery

    def _run(
        self, delivery: Delivery, items: Callable[[], Iterable[Document | SourceError]],
        published: date | None,
    ) -> None:  # fmt: skip
        delivery.state = "reading"
        try:
            documents = []
            for item in items():
                if isinstance(item, SourceError):
                    delivery.refused.append(_refusal(item))
                else:
                    documents.append(item)
            delivery.total = len(documents)
            with self._opener() as story:
                self._read(delivery, story, documents, published)
            delivery.state = "done"
        except RawiError as error:
            delivery.refused.append(_refusal(error))
            delivery.state = "failed"
        except Exception:
            logger.exception("a delivery failed")
            delivery.state = "failed"

    def _read(
        self, delivery: Delivery, story: Any, documents: list[Document], published: date | None
    ) -> None:
        def step(done: int, _: int | None, source: str) -> None:
            delivery.done, delivery.source = min(done, delivery.total), source

        def named() -> Iterator[Document]:
            for document in documents:
                if self._closing:
                    return
                yield kept_apart(story.store, document)

        report = story.add_documents(named(), published=published, progress=step)
        delivery.read, delivery.present = len(report.read), len(report.present)
        delivery.replaced = len(report.replaced)
        delivery.refused += report.refused
        delivery.done = delivery.total


def _refusal(error: RawiError) -> Refusal:
    return Refusal(error.source or "", error.reason, error.hint)
