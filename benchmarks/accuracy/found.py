"""Reads a corpus into a story and takes out of it what story.json can be compared with."""

from __future__ import annotations

import dataclasses
import math
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.accuracy.gold import Corpus
from benchmarks.accuracy.score import DIGITS, precision_recall_f1
from benchmarks.accuracy.stories import Clash, Copy, Passage, conflicts, questions, reuse, threads
from rawi.records import Span
from rawi.store.rows import ArticleRow
from rawi.story import Story
from rawi.story.ask import rank
from rawi.story.ask.answer import Answer

ALL = 10_000  # more than any corpus with hand-made gold has


def score_story(corpus: Corpus) -> dict[str, float]:
    """The rates of what the corpus' articles say together; empty where it has no story.json."""
    gold = corpus.story
    if gold is None:
        return {}
    counts: Counter[str] = Counter()
    rank.SECONDS = rank.PATIENCE = math.inf  # what is measured here must not hang on a busy machine
    with tempfile.TemporaryDirectory() as folder, Story.open(Path(folder) / "gold.rawi") as story:
        story.add([corpus.articles])
        keys = _keys(story, corpus)
        texts = {key: story.reading(article).article.text for article, key in keys.items()}
        copies = [
            Copy(*_ends(found, keys), found.ordered, found.credited)
            for found in story.reuse(limit=ALL).items
        ]
        counts += reuse(gold["reuse"], texts, copies)
        if hasattr(story, "threads"):
            groups = [passages(t, keys) for t in _items(story.threads(limit=ALL))]
            counts += threads(gold["commitment_threads"], texts, groups)
        if hasattr(story, "conflicts"):
            clashes = [Clash(c.kind, *_ends(c, keys)) for c in _items(story.conflicts())]
            counts += conflicts(gold["conflicts"], texts, clashes)
        for language in ("ar", "en"):
            counts += questions(
                gold.get("questions", ()), texts, language,
                lambda text: [_places(answer, keys) for answer in story.ask(text)],
            )  # fmt: skip
    return rates(counts)


def rates(counts: Counter[str]) -> dict[str, float]:
    """Every rate of the story that something was counted for."""

    def share(part: str, whole: str) -> float:
        return counts[part] / counts[whole] if counts[whole] else 0.0

    def f1(kind: str) -> float:
        found, gold = counts[f"{kind}.found"], counts[f"{kind}.gold"]
        return precision_recall_f1(counts[f"{kind}.hit"], found, gold)[2]

    out: dict[str, float] = {}
    if counts["reuse.gold"]:
        out["reuse.f1"] = f1("reuse")
        out["reuse.credited"] = share("reuse.credited", "reuse.hit")
        out["reuse.earlier"] = share("reuse.earlier", "reuse.hit")
    if counts["step.gold"]:
        out["thread.steps"] = share("step.hit", "step.gold")
        out["thread.right"] = share("step.right", "step.gold")
        out["thread.pair.f1"] = f1("link")
    if counts["conflict.gold"]:
        out["conflict.recall"] = share("conflict.hit", "conflict.gold")
        out["conflict.precision"] = share("conflict.right", "conflict.found")
        out["conflict.kind"] = share("conflict.kind", "conflict.right")
    for language in ("ar", "en"):
        if counts[f"question.{language}.gold"]:
            for measure in ("few", "first"):
                name = f"question.{language}"
                out[f"{name}.{measure}"] = share(f"{name}.{measure}", f"{name}.gold")
    return {name: round(rate, DIGITS) for name, rate in out.items()}


def passages(thing: Any, keys: dict[str, str]) -> list[Passage]:
    """Every passage that stands anywhere in a result of the story, in its own order.

    A passage is anything that names its article and says where it starts and ends, whatever class
    the result has: so this does not change when a result is given another shape.
    """
    return list(_passages(thing, keys))


def _passages(thing: Any, keys: dict[str, str]) -> Iterator[Passage]:
    if isinstance(thing, list | tuple):
        for part in thing:
            yield from _passages(part, keys)
    elif dataclasses.is_dataclass(thing):
        article = getattr(thing, "article", None)
        name = article.id if isinstance(article, ArticleRow) else article
        span = getattr(thing, "span", thing)
        if isinstance(name, str) and hasattr(span, "start") and hasattr(span, "end"):
            yield Passage(keys.get(name, name), span.start, span.end)
        elif not isinstance(thing, ArticleRow | Span):
            for part in dataclasses.fields(thing):
                yield from _passages(getattr(thing, part.name), keys)


def _ends(thing: Any, keys: dict[str, str]) -> tuple[Passage, Passage]:
    first, second, *_ = _passages((thing.a, thing.b), keys)
    return first, second


def _items(result: Any) -> Any:
    return getattr(result, "items", result)


def _keys(story: Story, corpus: Corpus) -> dict[str, str]:
    """The gold's key of each article of the story that has gold, by the article's id."""
    by_source = {Path(d.source).name: key for key, d in corpus.documents().items()}
    rows = story.articles(limit=ALL).items
    names = {row.id: Path(row.source).name for row in rows}
    return {i: by_source[name] for i, name in names.items() if name in by_source}


def _places(answer: Answer, keys: dict[str, str]) -> list[Passage]:
    """Where an answer stands, then where it is printed alike."""
    own = Passage(keys[answer.article], answer.start, answer.end)
    return [own, *(Passage(keys[s.row.id], s.start, s.end) for s in answer.also)]
