"""The index that lets a new article meet every article it shares words with, without reading them all.

Two tables: `reuse_grams` holds which articles each fingerprint stands in, `reuse` the passages found.
Adding an article looks its own fingerprints up (about one for every two words), aligns it with the few
articles that share enough rare ones, and writes what the judge lets stand. Nothing else is touched.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from rawi.arabic.analysis import Analysis, analyse
from rawi.records import Article, Name, Span, identity
from rawi.store.reading import reading
from rawi.store.schema import Migration
from rawi.store.sqlite import Store
from rawi.story.derived import Derived
from rawi.story.reuse.align import Passage, passages
from rawi.story.reuse.credit import Publication, credited, earlier
from rawi.story.reuse.fingerprints import comparable, fingerprints
from rawi.story.reuse.judge import kind_of

MIGRATIONS = (
    Migration(
        1,
        "fingerprints and copied passages",
        """
CREATE TABLE reuse_articles (
  n INTEGER PRIMARY KEY,
  article TEXT NOT NULL UNIQUE REFERENCES articles (id) ON DELETE CASCADE
);
CREATE TABLE reuse_grams (
  hash INTEGER NOT NULL,
  n INTEGER NOT NULL REFERENCES reuse_articles (n) ON DELETE CASCADE,
  PRIMARY KEY (hash, n)
) WITHOUT ROWID;
CREATE INDEX reuse_grams_by_article ON reuse_grams (n);

-- a is the earlier of the two where that is known, else the one that was added first.
CREATE TABLE reuse (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  a_article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  a_start INTEGER NOT NULL,
  a_end INTEGER NOT NULL,
  b_article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  b_start INTEGER NOT NULL,
  b_end INTEGER NOT NULL,
  words INTEGER NOT NULL,
  share REAL NOT NULL,
  ordered INTEGER NOT NULL,
  credited INTEGER,
  credit_start INTEGER,
  credit_end INTEGER
) WITHOUT ROWID;
CREATE INDEX reuse_by_a ON reuse (a_article, a_start);
CREATE INDEX reuse_by_b ON reuse (b_article, b_start);
""",
    ),
)

COMMON = (
    60  # a fingerprint in more articles than this is a formula of the trade and opens no candidate
)
LEAST_WEIGHT = 0.2  # one fingerprint shared by five articles: below that a meeting is chance
MOST_CANDIDATES = (
    80  # aligned at the most, the closest first; 80 alignments take well under a second
)


@dataclass(frozen=True, slots=True)
class _Side:
    """What comparing needs of one article."""

    publication: Publication
    analysis: Analysis
    words: list[str]
    places: list[int]
    names: tuple[Name, ...]
    prints: list[tuple[int, int]]  # each fingerprint and the word where its run begins

    def span(self, first: int, last: int) -> Span:
        """The span of words `first:last` (half-open)."""
        start = self.analysis.tokens[self.places[first]].start
        end = self.analysis.tokens[self.places[last - 1]].end
        return Span.of(self.analysis.text, start, end)


def update(store: Store, article: str) -> None:
    """Take one article in: remember its fingerprints, find what it shares with those before it."""
    side = _side(store, article)
    hashes = sorted({h for h, _ in side.prints})
    connection = store.connection
    others = _candidates(connection, hashes)
    number = connection.execute(
        "INSERT INTO reuse_articles (article) VALUES (?)", (article,)
    ).lastrowid
    connection.executemany(
        "INSERT INTO reuse_grams (hash, n) VALUES (?, ?)", ((h, number) for h in hashes)
    )
    for other in others:
        for row in _meet(_side(store, other), side):
            connection.execute(
                "INSERT OR REPLACE INTO reuse VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)", row
            )


def forget(store: Store, article: str) -> None:
    """Take one article out again."""
    connection = store.connection
    connection.execute("DELETE FROM reuse_articles WHERE article = ?", (article,))
    connection.execute(
        "DELETE FROM reuse WHERE a_article = :id OR b_article = :id", {"id": article}
    )


def _candidates(connection: sqlite3.Connection, hashes: list[int]) -> list[str]:
    """The articles worth aligning, closest first: each shared fingerprint counts by its rarity."""
    weight: Counter[int] = Counter()
    for h in hashes:
        numbers = [
            row[0]
            for row in connection.execute(
                "SELECT n FROM reuse_grams WHERE hash = ? LIMIT ?", (h, COMMON + 1)
            )
        ]
        if len(numbers) <= COMMON:
            for n in numbers:
                weight[n] += 1 / len(numbers)
    best = [n for n, w in weight.most_common(MOST_CANDIDATES) if w >= LEAST_WEIGHT]
    return [
        connection.execute("SELECT article FROM reuse_articles WHERE n = ?", (n,)).fetchone()[0]
        for n in best
    ]


def _meet(old: _Side, new: _Side) -> Iterable[tuple[object, ...]]:
    """The rows of every passage that two articles share."""
    if old.publication.article == new.publication.article:
        return
    where: dict[int, list[int]] = {}
    for h, at in old.prints:
        where.setdefault(h, []).append(at)
    seeds = [(a, b) for h, b in new.prints for a in where.get(h, ())]
    first = earlier(old.publication, new.publication)
    if first is None:  # unknown: an order all the same, and the same whichever article came in last
        a, b = sorted((old, new), key=lambda side: side.publication.article)
    else:
        a, b = (new, old) if first is new.publication else (old, new)
    if a is new:
        seeds = [(right, left) for left, right in seeds]
    credit = credited(a.publication, b.publication) if first else None
    for passage in passages(a.words, b.words, seeds):
        yield from _row(a, b, passage, ordered=first is not None, credit=credit)


def _row(
    a: _Side, b: _Side, passage: Passage, *, ordered: bool, credit: tuple[bool, Span | None] | None
) -> Iterable[tuple[object, ...]]:
    kind = kind_of(
        passage,
        (a.analysis, a.places, a.names),
        (b.analysis, b.places, b.names),
        same_outlet=a.publication.same_outlet(b.publication),
    )
    if kind is None:
        return
    in_a = a.span(passage.a_start, passage.a_end)
    in_b = b.span(passage.b_start, passage.b_end)
    ids = (a.publication.article, in_a.start, in_a.end, b.publication.article, in_b.start, in_b.end)
    words = credit[1] if credit else None
    yield (
        identity("reuse", *ids, prefix="r"), kind, *ids, passage.shared, round(passage.share, 4),
        int(ordered), None if credit is None else int(credit[0]),
        words.start if words else None, words.end if words else None,
    )  # fmt: skip


def _side(store: Store, article_id: str) -> _Side:
    found = reading(store, article_id)
    article, when = found.article, found.article.published
    analysis, words, places, prints = _read(article.text, _proper(article))
    publication = Publication(
        article=article.id, outlet=article.outlet, credited=article.credited, text=article.text,
        begin=_iso(when and when.begin), end=_iso(when and when.end),
        credited_span=article.credited_span,
        outlets=tuple(Span(n.start, n.end, n.text) for n in found.names if n.type == "outlet"),
    )  # fmt: skip
    return _Side(publication, analysis, words, places, found.names, prints)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _proper(article: Article) -> tuple[tuple[int, int], ...]:
    """Where the title and the article proper stand: two pages of one site share their menus."""
    spans = [s for s in (article.title, *article.body) if s is not None]
    return tuple(sorted((s.start, s.end) for s in spans))


@lru_cache(maxsize=256)  # one story's neighbours meet again and again while it is being read
def _read(
    text: str, proper: tuple[tuple[int, int], ...]
) -> tuple[Analysis, list[str], list[int], list[tuple[int, int]]]:
    analysis = analyse(text)
    words, places = comparable(analysis)
    starts = [start for start, _ in proper]
    kept = []
    for word, place in zip(words, places, strict=True):
        token = analysis.tokens[place]
        at = bisect_right(starts, token.start) - 1
        if at >= 0 and token.end <= proper[at][1]:
            kept.append((word, place))
    words = [word for word, _ in kept]
    prints = [(int(h), int(at)) for h, at in zip(*fingerprints(words), strict=True)]
    return analysis, words, [place for _, place in kept], prints


DERIVED = Derived("reuse", version=2, migrations=MIGRATIONS, update=update, forget=forget)
