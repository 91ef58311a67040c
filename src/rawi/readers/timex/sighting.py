"""Every expression of an article with what stands around it: what both readers of time start from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rawi.arabic.analysis import Analysis, Stretch
from rawi.readers.timex.grammar import Expression, expressions
from rawi.readers.timex.grid import Grid, worded
from rawi.readers.timex.parts import Parts
from rawi.readers.timex.tense import AHEAD, BACK, Lookout
from rawi.records import Article, Span


@dataclass(frozen=True, slots=True)
class Sighting:
    """One expression with its lean, and what stands around it.

    `limit`: the word that makes it a limit. `since`: «منذ» stands before it. `named`: it names an event
    («هجمات 11 سبتمبر»), so that its year is the event's. `planned`: a word of planning or agreement
    stands before it in its sentence. `quoted`: inside quotation marks. `reported`: a verb of speech
    stands beside it. `paragraph` and `sentence` tell which belong together.
    """

    expression: Expression
    span: Span
    lean: int
    limit: Span | None
    since: bool
    named: bool
    planned: bool
    quoted: bool
    reported: bool
    paragraph: int
    sentence: int

    @property
    def parts(self) -> Parts:
        """What the expression says."""
        return self.expression.parts


def sightings(
    article: Article, analysis: Analysis, holding: frozenset[str] = frozenset()
) -> Iterator[Sighting]:
    """The expressions of the title, the body, and what stands between them, in text order.

    `holding`: only of the paragraphs that hold one of these folded words.
    """
    lookout = Lookout(analysis)
    quotes = [q for q in analysis.quotes if q.depth == 0]
    words = worded(analysis)
    sentence = quote = 0
    for number, paragraph in enumerate(readable(article, analysis)):
        if holding and not any(
            t.norm in holding for t in analysis.tokens[paragraph.first : paragraph.last]
        ):
            continue
        grid = Grid(analysis, paragraph.first, paragraph.last, words)
        if not grid.hits:
            continue
        for found in expressions(grid):
            while analysis.sentences[sentence].last <= found.first:
                sentence += 1
            while quote < len(quotes) and quotes[quote].end <= found.start:
                quote += 1
            low, high = analysis.sentences[sentence].first, analysis.sentences[sentence].last
            span = Span.of(article.text, found.start, found.end)
            quoted = quote < len(quotes) and quotes[quote].start <= found.start
            whole = quoted and (quotes[quote].start, quotes[quote].end) == (span.start, span.end)
            if whole and not found.parts.approx:
                continue  # a name in quotation marks: a programme called «اليوم»
            since = grid.get(found.first - 1, "since") is not None
            limit = _limit(grid, found)
            lean = BACK if since else lookout.lean(found.first, found.last, low, high)
            if limit is not None and found.parts.year is None and firm(limit) and lean > BACK:
                lean = AHEAD
            yield Sighting(
                found,
                span,
                lean,
                limit,
                since,
                grid.get(found.first - 1, "yearly") is not None,
                lookout.planned(found.first, low),
                quoted,
                lookout.reports(found.first, found.last, low, high),
                number,
                sentence,
            )


def readable(article: Article, analysis: Analysis) -> list[Stretch]:
    """The paragraphs from the title to the body's end, captions and the date line with them."""
    spans = [*article.body, *([article.title] if article.title else [])]
    if article.published is not None and article.published.basis == "printed":
        spans += article.published.evidence
    if not spans:
        return []
    low, high = min(s.start for s in spans), max(s.end for s in spans)
    return [p for p in analysis.paragraphs if low < p.end and p.start < high]


def firm(limit: Span) -> bool:
    """Whether the word is always a limit («بحلول»), not only «قبل» or «حتى»."""
    return limit.text not in ("حتى", "لغاية", "قبل")


def _limit(grid: Grid, found: Expression) -> Span | None:
    """«بحلول»، «قبل»، «حتى»، «لا يتجاوز» just before a date."""
    if found.parts.fuzzy or found.parts.length or found.parts.shift:
        return None
    at = found.first - 1
    item = grid.get(at, "limit", "to", "ago")
    if item is None or item.value == "1" or grid.norm(at) == "الي":
        return None
    start = item.start
    if grid.norm(at - 1) in ("لا", "الا", "لن"):
        start = grid.tokens[at - 1].start
    return Span.of(grid.text, start, item.end)
