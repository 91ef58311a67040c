"""Reads times out of an article: every expression, what it says, and which days that is.

1. expressions  words into parts, with their surroundings (readers/timex/sighting.py, grammar.py)
2. reference    what each hangs on: the article's date, the day it was spoken, a date just named
3. meaning      parts and reference into a value and days (readers/timex/resolve.py)
"""

from __future__ import annotations

from rawi.arabic.analysis import Analysis
from rawi.readers.timex.anchors import Anchors
from rawi.readers.timex.sighting import Sighting, sightings
from rawi.records import Article, Reading, Time


def read(article: Article, analysis: Analysis, found: Reading) -> tuple[Time, ...]:
    """The times of `article`, in text order. What its date does not settle stays open."""
    out: list[Time] = []
    anchors = Anchors(article)
    for sighting in sightings(article, analysis):  # 1
        out.append(_time(article, anchors, sighting))
    return tuple(out)


def _time(article: Article, anchors: Anchors, sighting: Sighting) -> Time:
    """Steps 2 and 3 for one expression."""
    meaning, basis, anchor = anchors.meaning(sighting)
    span, limit, parts = sighting.span, sighting.limit, sighting.parts
    mod = parts.mod or ("approx" if parts.approx else None)
    if mod is None and limit is not None and limit.text.endswith("قبل"):
        mod = "before"
    return Time(
        article.id, span.start, span.end, span.text,
        meaning.type, meaning.value, meaning.days, mod, basis, anchor, limit,
    )  # fmt: skip
