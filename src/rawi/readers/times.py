"""Reads times out of an article: every expression, what it says, and which days that is.

1. paragraphs   the title, the body with the captions inside it, and the line of the printed date
2. expressions  words into parts (readers/timex/grammar.py)
3. reference    what each hangs on: the article's date, the day it was spoken, a date just named
4. meaning      parts and reference into a value and days (readers/timex/resolve.py)
"""

from __future__ import annotations

from rawi.arabic.analysis import Analysis, Stretch
from rawi.readers.timex.anchors import Anchors
from rawi.readers.timex.grammar import Expression, expressions
from rawi.readers.timex.grid import Grid
from rawi.readers.timex.tense import Lookout
from rawi.records import Article, Reading, Span, Time


def read(article: Article, analysis: Analysis, found: Reading) -> tuple[Time, ...]:
    """The times of `article`, in text order. What `article.published` does not settle stays open."""
    lookout = Lookout(analysis)
    out: list[Time] = []
    sentence = 0
    for paragraph in readable(article, analysis):
        grid = Grid(analysis, paragraph.first, paragraph.last)
        if not grid.hits:
            continue
        anchors = Anchors(article, analysis, lookout)
        for expression in expressions(grid):
            while analysis.sentences[sentence].last <= expression.first:
                sentence += 1
            out.append(
                _time(article, analysis, grid, anchors, expression, analysis.sentences[sentence])
            )
    return tuple(out)


def readable(article: Article, analysis: Analysis) -> list[Stretch]:
    """Step 1: the paragraphs that may hold times of this article."""
    spans = [(s.start, s.end) for s in article.body]
    inside = [(min(s for s, _ in spans), max(e for _, e in spans))] if spans else []
    if article.title is not None:
        inside.append((article.title.start, article.title.end))
    if article.published is not None and article.published.basis == "printed":
        inside += [(s.start, s.end) for s in article.published.evidence]
    return [
        p for p in analysis.paragraphs if any(s < p.end and p.start < e for s, e in inside)
    ]  # fmt: skip


def _time(
    article: Article,
    analysis: Analysis,
    grid: Grid,
    anchors: Anchors,
    expression: Expression,
    sentence: Stretch,
) -> Time:
    """Steps 3 and 4 for one expression."""
    parts = expression.parts
    limit = _limit(grid, expression)
    meaning, basis, anchor = anchors.meaning(expression, sentence)
    mod = parts.mod or ("approx" if parts.approx else None)
    if mod is None and limit is not None and limit.text.endswith("قبل"):
        mod = "before"
    return Time(
        article.id, expression.start, expression.end, article.text[expression.start : expression.end],
        meaning.type, meaning.value, meaning.days, mod, basis, anchor, limit,
    )  # fmt: skip


def _limit(grid: Grid, expression: Expression) -> Span | None:
    """«بحلول»، «قبل»، «حتى»، «لا يتجاوز» just before a date."""
    if expression.parts.fuzzy or expression.parts.length or expression.parts.shift:
        return None
    at = expression.first - 1
    item = grid.get(at, "limit", "to", "ago")
    if item is None or grid.norm(at) in ("الي", "بعد", "عقب", "وبعد"):
        return None
    start = item.start
    if grid.norm(at - 1) in ("لا", "الا", "لن"):
        start = grid.tokens[at - 1].start
    return Span.of(grid.text, start, item.end)
