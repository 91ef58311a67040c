"""Documents become prepared readings, in this process or in several, always in the order given.

Workers only read; the one process that called writes. At most WINDOW_PER_JOB documents a worker are
on their way at any time, so memory does not grow with the archive.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from datetime import date
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any, TypeVar

from rawi.arabic.analysis import analyse
from rawi.article import make_article
from rawi.errors import PipelineError, RawiError
from rawi.pipeline import STAGES, Stage, read_article
from rawi.records import Article, Span
from rawi.sources.document import Document
from rawi.store import amendments
from rawi.store.words import shadow
from rawi.store.writing import Origin, Prepared, prepare

T = TypeVar("T")
WINDOW_PER_JOB = 16  # documents on their way; an article is read in some 30 ms, so no worker waits


@dataclass(frozen=True, slots=True)
class Task:
    """One document to read. `given`: the day that the user gave for documents that print none.

    `changes`: what a user put right about the article (store/amendments.py).
    """

    document: Document
    origin: Origin
    given: date | None = None
    changes: Mapping[str, Any] = field(default_factory=dict)


def read(task: Task, stages: tuple[Stage, ...] = STAGES) -> Prepared:
    """One document read and made ready to be written. Raises RawiError."""
    document = amendments.before(task.document, task.changes)
    article = make_article(document, published=task.given)
    article = amendments.after(article, task.changes)
    analysis = analyse(article.text)
    reading = read_article(article, analysis, stages=stages)
    words = shadow(analysis, readable(article))
    return prepare(reading, task.document, task.origin, words, task.given)


def readable(article: Article) -> list[Span]:
    """The stretches that are searched: the body and the title (none: all of the text)."""
    return [*([article.title] if article.title else []), *article.body]


def read_all(
    tasks: Iterable[tuple[T, Task | None]], jobs: int = 1
) -> Iterator[tuple[T, Prepared | RawiError | None]]:
    """Every task's outcome beside what came with it, in the order given.

    A task of None passes through.
    """
    if jobs <= 1:
        for label, task in tasks:
            yield label, _outcome(task) if task is not None else None
        return
    held: deque[tuple[T, Future[Prepared | RawiError] | None]] = deque()
    with ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_begin) as pool:
        try:
            for label, task in tasks:
                held.append((label, pool.submit(_outcome, task) if task is not None else None))
                if len(held) >= jobs * WINDOW_PER_JOB:
                    yield _taken(held)
            while held:
                yield _taken(held)
        except BrokenProcessPool as error:
            raise PipelineError(
                "a worker process ended unexpectedly", hint="try again with --jobs 1"
            ) from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _taken(
    held: deque[tuple[T, Future[Prepared | RawiError] | None]],
) -> tuple[T, Prepared | RawiError | None]:
    label, future = held.popleft()
    return label, future.result() if future is not None else None


def _outcome(task: Task) -> Prepared | RawiError:
    try:
        return read(task)
    except RawiError as error:
        return error


def _begin() -> None:
    """A worker leaves Ctrl-C to the process that writes, and does not outlive it if it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        Thread(target=lambda: (parent.join(), os._exit(1)), daemon=True).start()
