"""Reads a corpus into a story and takes out of it what story.json can be compared with."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

from benchmarks.accuracy.gold import Corpus
from benchmarks.accuracy.score import DIGITS, precision_recall_f1
from benchmarks.accuracy.stories import Copy, Passage, reuse
from rawi.records import Span
from rawi.story import Story

ALL = 10_000  # more passages than any corpus with hand-made gold has


def score_story(corpus: Corpus) -> dict[str, float]:
    """The rates of what the corpus' articles say together; empty where it has no story.json."""
    if corpus.story is None:
        return {}
    with tempfile.TemporaryDirectory() as folder, Story.open(Path(folder) / "gold.rawi") as story:
        story.add([corpus.articles])
        keys = _keys(story, corpus)
        texts = {keys[i]: story.reading(i).article.text for i in keys}
        found = [
            Copy(_passage(keys, c.a.article.id, c.a.span), _passage(keys, c.b.article.id, c.b.span),
                 c.ordered, c.credited)
            for c in story.reuse(limit=ALL).items
        ]  # fmt: skip
    return rates(reuse(corpus.story["reuse"], texts, found))


def rates(counts: Counter[str]) -> dict[str, float]:
    """Every rate of the story that the counts allow."""
    hits = counts["reuse.hit"]
    f1 = precision_recall_f1(hits, counts["reuse.found"], counts["reuse.gold"])[2]
    out = {
        "reuse.f1": f1,
        "reuse.credited": counts["reuse.credited"] / hits if hits else 0.0,
        "reuse.earlier": counts["reuse.earlier"] / hits if hits else 0.0,
    }
    return {name: round(rate, DIGITS) for name, rate in out.items()}


def _keys(story: Story, corpus: Corpus) -> dict[str, str]:
    """The gold's key of each article of the story that has gold, by the article's id."""
    by_source = {Path(d.source).name: key for key, d in corpus.documents().items()}
    rows = story.articles(limit=ALL).items
    names = {row.id: Path(row.source).name for row in rows}
    return {i: by_source[name] for i, name in names.items() if name in by_source}


def _passage(keys: dict[str, str], article: str, span: Span) -> Passage:
    return Passage(keys.get(article, article), span.start, span.end)
