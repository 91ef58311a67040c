"""What an expression hangs on, and the meaning it has from there.

1. nothing      it names its own year («عام 2014»)
2. spoken       it stands in a quotation, and the sentence before the marks says which day that was
3. passage      it says «التالي»، «ذلك العام», or looks back from a date just named
4. published    the article's own date, a day or an interval
"""

from __future__ import annotations

from bisect import bisect_right

from rawi.arabic.analysis import Analysis, Stretch
from rawi.readers.timex.grammar import Expression
from rawi.readers.timex.parts import Parts
from rawi.readers.timex.resolve import Meaning, resolve
from rawi.readers.timex.tense import Lookout
from rawi.records import Article, Days, Span

_ORDER = {"day": 1, "week": 7, "month": 31, "year": 366, "decade": 3660, "century": 36600}


class Anchors:
    """The references in force while one paragraph is read from its start to its end."""

    def __init__(self, article: Article, analysis: Analysis, lookout: Lookout) -> None:
        self._text = article.text
        self._quotes = [q for q in analysis.quotes if q.depth == 0]
        self._starts = [q.start for q in self._quotes]
        self._lookout = lookout
        self._published = article.published.days if article.published is not None else None
        self._spoken: tuple[Days, Span] | None = None
        self._named: tuple[Days, Span] | None = None  # the last date with a year of its own
        self._last: tuple[Days, Span] | None = None  # the last date of any kind

    def meaning(
        self, expression: Expression, sentence: Stretch
    ) -> tuple[Meaning, str | None, Span | None]:
        """(meaning, basis, the words it hangs on); remembers what later expressions hang on."""
        parts = expression.parts
        low, high = max(sentence.first, 0), sentence.last
        lean = self._lookout.lean(expression.first, expression.last, low, high)
        quoted = self._quoted(expression.start)
        reference, basis, anchor = self._reference(parts, lean, quoted, expression)
        if parts.rel == ("day", 0) and parts.weekday is None and quoted and parts.part is None:
            if self._printed(expression) == "اليوم" and not parts.passage:
                return Meaning("date", "PRESENT_REF"), None, None
        meaning = resolve(parts, reference, lean)
        own = parts.year is not None or parts.decade is not None
        if own:
            basis, anchor = "absolute", None
        elif meaning.days is None:
            basis, anchor = None, None
        self._remember(expression, meaning, own, lean, quoted, low, high)
        return meaning, basis, anchor

    def _printed(self, expression: Expression) -> str:
        return self._text[expression.start : expression.end]

    def _quoted(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._quotes[at].end

    def _reference(
        self, parts: Parts, lean: int, quoted: bool, expression: Expression
    ) -> tuple[Days | None, str | None, Span | None]:
        """Steps 2 to 4."""
        if quoted and self._spoken is not None:
            return self._spoken[0], "spoken", self._spoken[1]
        if parts.shift is not None and parts.passage:
            return None, None, None  # «قبل يومين من …»: the day of something else
        narrative = parts.passage or (
            parts.shift is not None and parts.sign > 0 and lean < 0 and not parts.exact
        )
        if narrative:
            near = self._last if self._last is not None else self._named
            if near is not None and _fine(near[0], parts):
                return near[0], "passage", near[1]
            if lean < 0 and (parts.look != -1 and (parts.rel or ("", 0))[1] >= 0):
                return None, None, None
        if (
            parts.month is not None
            and parts.year is None
            and parts.look is None
            and parts.rel is None
        ):
            if self._named is not None and lean <= 0 and parts.weekday is None:
                days, span = self._named
                if days.begin and days.end and days.begin.year == days.end.year:
                    here = self._published.end if self._published else None
                    if here is None or days.begin.year < here.year:
                        return (
                            Days(
                                days.begin.replace(month=1, day=1),
                                days.end.replace(month=12, day=31),
                            ),
                            "passage",
                            span,
                        )
        return self._published, "published", None

    def _remember(
        self,
        expression: Expression,
        meaning: Meaning,
        own: bool,
        lean: int,
        quoted: bool,
        low: int,
        high: int,
    ) -> None:
        days = meaning.days
        if (
            days is None
            or days.begin is None
            or days.end is None
            or meaning.type in ("duration", "set")
        ):
            return
        span = Span.of(self._text, expression.start, expression.end)
        self._last = (days, span)
        if own:
            self._named = (days, span)
        single = days.begin == days.end
        reported = self._lookout.reports(expression.first, expression.last, low, high)
        if single and lean < 0 and not quoted and reported:
            self._spoken = (days, span)


def _fine(days: Days, parts: Parts) -> bool:
    """Whether the date named is fine enough for «اليوم التالي» or «بعد ثلاث سنوات»."""
    if days.begin is None or days.end is None:
        return False
    unit = parts.rel[0] if parts.rel is not None else parts.shift[0][0] if parts.shift else "day"
    return (days.end - days.begin).days < _ORDER.get(unit, 1)
