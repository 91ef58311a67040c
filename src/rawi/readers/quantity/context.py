"""Where a figure stands: its sentence, the dates and names around it, its place, the claim it is part of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate

from rawi.arabic.analysis import Analysis
from rawi.readers.quantity.thing import Thing
from rawi.records import Article, Days, Figure, Reading, Span

PLACE_REACH = 60  # code points after the figure within which «في …» says where it was counted
DAY_REACH = 20  # the same for «عام 2014»
NEAR = 5  # words between what is counted and its number that a span may cover
_STOPS = frozenset(".؟!?؛;:\n")


class Context:
    """One article as figures see it."""

    def __init__(self, article: Article, analysis: Analysis, found: Reading) -> None:
        self.article = article
        self.analysis = analysis
        self.found = found
        self.time_spans = sorted((t.start, t.end) for t in found.times)
        self._furthest = list(accumulate((end for _, end in self.time_spans), max))  # end of all up to each
        self._time_tokens = sorted((analysis.first_token_at(s), s, e) for s, e in self.time_spans)
        self._places = [n for n in found.names if n.type == "place"]
        self._statements = sorted(found.statements, key=lambda s: (s.end - s.start, s.start))

    def stretches(self) -> Iterator[tuple[int, int]]:
        """Token ranges of the sentences that lie in the title or the body."""
        areas = [
            (s.start, s.end) for s in (*self.article.body, *filter(None, [self.article.title]))
        ]
        for s in self.analysis.sentences:
            if any(start <= s.start and s.end <= end + 1 for start, end in areas) or any(
                start < s.end and s.start < end for start, end in areas
            ):
                yield s.first, s.last

    def clause(self, first: int, last: int, area: tuple[int, int]) -> tuple[int, int]:
        """The token range around tokens `first:last` within which a figure may reach."""
        tokens = self.analysis.tokens
        floor, ceiling = area
        for k in range(first - 1, area[0] - 1, -1):
            if tokens[k].text in _STOPS:
                floor = k + 1
                break
        for k in range(last, area[1]):
            if tokens[k].text in _STOPS or tokens[k].text in '،,()"«»':
                ceiling = k
                break
        for k in range(bisect_left(self._time_tokens, (last,)), len(self._time_tokens)):
            at, start, end = self._time_tokens[k]
            if at >= ceiling:
                break
            if not (start <= tokens[last - 1].start < end):
                ceiling = at
        return floor, ceiling

    def in_time(self, start: int, end: int) -> bool:
        """Whether a time expression holds any of it."""
        before = bisect_left(self.time_spans, (end,))
        return before > 0 and self._furthest[before - 1] > start

    def quoted(self, span: Span) -> bool:
        """Whether quotation marks hold just this, in words: a title («خمس نجوم»), not a count."""
        in_digits = any(c.isdecimal() for c in span.text)
        quotes = self.analysis.quotes
        return not in_digits and any((q.start, q.end) == (span.start, span.end) for q in quotes)

    def in_name(self, start: int, end: int, *, part: bool = False) -> bool:
        """Whether a name holds all of it and more («قناة 24», «الفرقة 9»); with `part`, any of it."""
        if part:
            return any(n.start < end and start < n.end for n in self.found.names)
        return any(
            n.start <= start and end <= n.end and n.end - n.start > end - start
            for n in self.found.names
        )

    def near(self, thing: Thing, begin: int) -> bool:
        """Whether what is counted stands so close before the number that one span covers both."""
        return begin - thing.last <= NEAR

    def span(self, start: int, end: int) -> Span:
        """The span, freed of marks at its edges."""
        text = self.article.text
        while end > start and text[end - 1] in " \t\n،,.؛:«»\"'()":
            end -= 1
        while start < end and text[start] in " \t\n،,.؛:«»\"'(":
            start += 1
        return Span.of(text, start, end)

    def figure(
        self, span: Span, thing: Thing | None, *, value: float | int | None = None,
        low: float | int | None = None, high: float | int | None = None, mod: str | None = None,
        unit: str | None = None,
    ) -> Figure:  # fmt: skip
        """The record, with place, day and statement filled in from around it."""
        tokens = self.analysis.tokens
        counted = None
        if thing is not None:
            first = tokens[thing.first]
            start = first.start if thing.whole or not first.proclitics else first.stem_start
            counted = self.span(start, tokens[thing.last - 1].end)
        return Figure(
            self.article.id, span.start, span.end, span.text, value=value, low=low, high=high, mod=mod,
            thing=counted, unit=unit, place=self._place(span, counted), as_of=self._day(span),
            statement=self._statement(span),
        )  # fmt: skip

    def _place(self, span: Span, thing: Span | None) -> Span | None:
        """A place named in what is counted, or after «في» close behind it in the same clause."""
        text = self.article.text
        for name in self._places:
            inside = thing is not None and thing.start < name.start and name.end <= thing.end
            if inside:
                return Span(name.start, name.end, name.text)
            if not 0 < name.start - span.end <= PLACE_REACH:  # before the text between them is copied
                continue
            gap = text[span.end : name.start]
            if not any(c in gap for c in ".؛:\n،"):
                words = gap.split()
                if (words and words[-1] in ("في", "داخل", "بـ")) or gap.endswith(" ب"):
                    return Span(name.start, name.end, name.text)
        return None

    def _day(self, span: Span) -> Days | None:
        """A date that follows in the same clause, or stands right before; not one that a limit opens."""
        text = self.article.text
        for time in self.found.times:
            if time.date is None or time.limit is not None or time.type not in ("date", "time"):
                continue
            if not 0 <= time.start - span.end <= DAY_REACH:
                continue
            gap = text[span.end : time.start]
            if any(c in gap for c in ".؛:\n،"):
                continue
            if "منذ" in gap or "حتى" in gap or "قبل" in gap:
                continue
            return time.date
        return None

    def _statement(self, span: Span) -> str | None:
        """The id of the smallest statement that holds the figure."""
        for statement in self._statements:
            if statement.start <= span.start and span.end <= statement.end:
                return statement.id
        return None
