"""The clock: processor seconds of every stage of the pipeline, and of trafilatura, over documents."""

from __future__ import annotations

import resource
import sys
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from time import process_time
from typing import Any, TypeVar

import trafilatura

from benchmarks.speed.articles import page
from rawi.arabic.analysis import analyse
from rawi.article import make_article
from rawi.pipeline import STAGES
from rawi.records import Reading
from rawi.sources import Document

T = TypeVar("T")
CHUNK = 50  # documents that each side reads in turn, so that both meet the same load
WARM = 20  # documents read before the clock starts: lexicons and models are loaded once


@dataclass(slots=True)
class Times:
    """Seconds by stage, and what was read in them. Memory is the process' peak, in MB (10^6 bytes)."""

    articles: int = 0
    characters: int = 0
    words: int = 0
    records: int = 0
    loading: float = 0.0
    trafilatura: float = 0.0
    peak_mb: float = 0.0
    stages: dict[str, float] = field(default_factory=lambda: defaultdict(float))

    @property
    def total(self) -> float:
        """Seconds of all stages."""
        return sum(self.stages.values())

    def summary(self) -> dict[str, Any]:
        """The figures as JSON: seconds, articles a second, and the ratio to trafilatura."""
        ground = self.stages["analysis"]
        return {
            "articles": self.articles,
            "words": self.words,
            "records": self.records,
            "loading_seconds": round(self.loading, 3),
            "seconds": {name: round(spent, 3) for name, spent in self.stages.items()},
            "milliseconds_an_article": {
                name: round(1000 * spent / self.articles, 3) for name, spent in self.stages.items()
            },
            "articles_a_second": round(self.articles / self.total, 1),
            "articles_a_second_arabic_layer": round(self.articles / ground, 1),
            "words_a_second_arabic_layer": round(self.words / ground),
            "trafilatura_pages_a_second": round(self.articles / self.trafilatura, 1),
            "ratio_to_trafilatura": round(self.trafilatura / self.total, 4),
            "peak_mb": round(self.peak_mb, 1),
        }


def measure(documents: list[Document]) -> Times:
    """Reads every document, and lets trafilatura extract a page made of each."""
    times = Times()
    started = process_time()
    for document in documents[:WARM]:
        _read(document, Times())
        trafilatura.extract(page(document))
    times.loading = process_time() - started
    for first in range(0, len(documents), CHUNK):
        chunk = documents[first : first + CHUNK]
        for document in chunk:
            _read(document, times)
        times.peak_mb = max(times.peak_mb, peak_mb())
        pages = [page(document) for document in chunk]
        started = process_time()
        for text in pages:
            trafilatura.extract(text)
        times.trafilatura += process_time() - started
    return times


def _read(document: Document, times: Times) -> None:
    def timed(stage: str, step: Callable[[], T]) -> T:
        started = process_time()
        result = step()
        times.stages[stage] += process_time() - started
        return result

    article = timed("article", lambda: make_article(document))
    analysis = timed("analysis", lambda: analyse(article.text))
    found = Reading(article)
    for stage in STAGES:
        records = timed(stage.gives, lambda s=stage, f=found: s.read(article, analysis, f))
        change: dict[str, Any] = {stage.gives: records}
        found = replace(found, **change)
    times.articles += 1
    times.characters += len(article.text)
    times.words += sum(t.kind != "mark" for t in analysis.tokens)
    times.records += len(found.records())


def peak_mb() -> float:
    """The most memory this process has held, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6
