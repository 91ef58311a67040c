"""Full-text search: which articles hold the words, where exactly, and the passage to show.

1. FTS5 finds the articles and ranks them by BM25 over the index's words
2. in each article of the page, every place where a part of the query stands
3. the passage: the stretch of WINDOW words that holds most of the query's parts, then most matches
4. the passage's edges are moved to the nearest end of a sentence, within bounds
"""

from __future__ import annotations

from dataclasses import dataclass

from rawi.records import Span
from rawi.store.query import Part, expression, parse
from rawi.store.reading import article_rows
from rawi.store.rows import ArticleRow, Hit, Page
from rawi.store.sqlite import Store, bounded
from rawi.store.words import Shadow

WINDOW = 30  # words of a passage: two lines of a result list
REACH = 160  # code points that an edge may move to reach the end of a sentence
_ENDS = "\n.؟?!؛"


@dataclass(frozen=True, slots=True)
class _Match:
    part: int
    first: int  # words of the index, half-open
    last: int


def search(store: Store, query: str, *, limit: int = 20, offset: int = 0) -> Page[Hit]:
    """One page of the articles that hold what `query` asks for (store/query.py), best first."""
    parts = parse(query)
    asked = expression(parts)
    if not asked:
        return Page((), 0)
    total = store.one("SELECT count(*) FROM article_search WHERE article_search MATCH ?", (asked,))
    found = store.rows(  # 1
        "SELECT w.article, w.words, w.spans, a.text, s.score FROM"
        " (SELECT rowid, bm25(article_search) AS score FROM article_search"
        "  WHERE article_search MATCH ? ORDER BY score, rowid LIMIT ? OFFSET ?) s"
        " JOIN article_words w ON w.n = s.rowid JOIN articles a ON a.id = w.article"
        " ORDER BY s.score, w.n",
        (asked, bounded(limit), bounded(offset)),
    )
    about = article_rows(store, (row["article"] for row in found))
    wanted = tuple(p for p in parts if not p.no)
    return Page(
        tuple(
            _hit(about[row["article"]], row["text"], Shadow.unpacked(row["words"], row["spans"]),
                 wanted, -row["score"])
            for row in found
        ),
        total,
    )  # fmt: skip


def _hit(
    article: ArticleRow, text: str, words: Shadow, parts: tuple[Part, ...], score: float
) -> Hit:
    found = _matches(words.words, parts)  # 2
    best = _passage(found)  # 3
    spans = tuple(Span.of(text, words.starts[m.first], words.stops[m.last - 1]) for m in found)
    shown = [span for span, match in zip(spans, found, strict=True) if match in best]
    snippet = _widened(text, shown[0].start, max(s.end for s in shown))  # 4
    return Hit(article, shown[0], snippet, score, spans)


def _matches(words: tuple[str, ...], parts: tuple[Part, ...]) -> list[_Match]:
    found = []
    for number, part in enumerate(parts):
        size = len(part.words)
        for at in range(len(words) - size + 1):
            if part.matches(words, at):
                found.append(_Match(number, at, at + size))
    return sorted(found, key=lambda m: (m.first, m.last, m.part))


def _passage(found: list[_Match]) -> list[_Match]:
    best: list[_Match] = []
    most = (0, 0)
    last = 0
    for first, match in enumerate(found):
        last = max(last, first)
        while last < len(found) and found[last].first - match.first < WINDOW:
            last += 1
        inside = found[first:last]
        value = (len({m.part for m in inside}), len(inside))
        if value > most:
            most, best = value, inside
    return best


def _widened(text: str, start: int, end: int) -> Span:
    """From the end of a sentence before to one after, cut at a space where that is far."""
    low, high = max(0, start - REACH), min(len(text), end + REACH)
    left = max((text.rfind(mark, low, start) for mark in _ENDS), default=-1) + 1
    if left <= low:
        left = low if low == 0 else text.find(" ", low, start) + 1 or start
    right = min((at for mark in _ENDS if (at := text.find(mark, end, high)) >= 0), default=-1)
    right = right + 1 if right >= 0 else high
    if right == high and high < len(text):
        right = max(text.rfind(" ", end, high), end)
    while left < start and text[left].isspace():
        left += 1
    while right > end and text[right - 1].isspace():
        right -= 1
    return Span.of(text, left, right)
