"""Which sentences are worth a look as the answer to a question, and what their words say for them.

1. words     BM25 over stems; a term of several stems (English) is met by any of them
2. meaning   word vectors of the whole story against the question's vector
3. mention   those of a named speaker, and of articles of a named day
4. articles  those of the articles that hold most of the question's words
"""

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from rawi.arabic.analysis import analyse
from rawi.arabic.vectors import projected, vector
from rawi.store.sqlite import Store
from rawi.story.ask import features
from rawi.story.ask.features import Candidate
from rawi.story.ask.index import matrix
from rawi.story.ask.question import Question

HITS = 600  # sentences with words of the question that are looked at to choose articles
ARTICLES = 6  # articles that hold most of the question's words, looked at whole
BY_WORDS = 100  # candidates that the full-text index gives
BY_MENTION = 120  # sentences of a named speaker, or of articles of a named day
BY_MEANING = 40  # candidates that the vectors give

# Article -> shares of the question's words, and of its neighbouring words together
Shares = dict[str, tuple[float, float]]


def candidates(
    store: Store, question: Question, rarity: Sequence[float], asked: np.ndarray | None
) -> list[Candidate]:
    """Everything worth a look, in the order of the story. `rarity`: of the question's terms; `asked`: the
    sentence model's vector of the question."""
    hits = _by_words(store, question)
    close = _by_meaning(store, question, asked)
    shares = _by_article(question, rarity, hits)
    whole = sorted(shares, key=lambda a: (-shares[a][0], a))[:ARTICLES]
    bm25 = {r["n"]: r["score"] for r in hits}
    numbers = {r["n"] for r in hits[:BY_WORDS]} | close.best(BY_MEANING)
    numbers |= _by_mention(store, question) | _sentences(store, whole)
    rows = _whole(store, numbers)
    shares = _by_article(question, rarity, rows)  # hits alone are few where the words are common
    most = max(bm25.values(), default=0.0) or 1.0
    out = [
        Candidate(
            r["n"], r["article"], r["start"], r["stop"], p.order, p.stems, p.before, p.around,
            p.title, r["published_from"], bm25.get(r["n"], 0.0) / most, 0.0, *shares[r["article"]],
        )
        for r, p in _places(rows, numbers)
    ]  # fmt: skip
    out.sort(key=lambda c: c.number)
    for c, near in zip(out, close.of([c.number for c in out]), strict=True):
        c.close = near
    return out


@dataclass(frozen=True, slots=True)
class _Place:
    """A sentence's stems among those of its article; the fields are those of Candidate."""

    order: tuple[str, ...]
    stems: frozenset[str]
    before: frozenset[str]
    around: frozenset[str]
    title: frozenset[str]


def _places(rows: Sequence[sqlite3.Row], numbers: set[int]) -> Iterator[tuple[sqlite3.Row, _Place]]:
    """Those of the sentences with these numbers; `rows`: whole articles, one after the other, in order."""
    for _, group in itertools.groupby(rows, key=lambda r: r["article"]):
        sentences = list(group)
        orders = [tuple(r["stems"].split()) for r in sentences]
        for at, row in enumerate(sentences):
            if row["n"] in numbers:
                around = frozenset().union(*orders[max(0, at - 2) : at + 2])
                before = frozenset(orders[at - 1] if at else ())
                title = frozenset(orders[0] if at else ())
                yield row, _Place(orders[at], frozenset(orders[at]), before, around, title)


def _by_words(store: Store, question: Question) -> list[sqlite3.Row]:
    """1. The sentences that hold any of the words: n, article, stems, score (BM25, higher is better)."""
    stems = [s for term in question.terms for s in term]
    if not stems:
        return []
    wanted = " OR ".join('"' + s.replace('"', "") + '"' for s in dict.fromkeys(stems))
    return store.rows(
        "SELECT s.n, s.article, s.stems, -f.score AS score FROM"
        " (SELECT rowid, bm25(ask_search) AS score FROM ask_search WHERE ask_search MATCH ?"
        "  ORDER BY score LIMIT ?) f JOIN ask_sentences s ON s.n = f.rowid ORDER BY f.score",
        (wanted, HITS),
    )


def _by_article(question: Question, rarity: Sequence[float], rows: Sequence[sqlite3.Row]) -> Shares:
    """Article -> the shares of the question's words, and of its neighbouring words together, that stand
    anywhere in it, as far as these of its sentences (article, stems) tell."""
    words: dict[str, set[int]] = {}
    together: dict[str, dict[int, float]] = {}
    for row in rows:
        order = row["stems"].split()
        at = features.places(question, order)
        words.setdefault(row["article"], set()).update(at)
        if len(at) > 1:
            found = features.pairs(rarity, at, len(order))
            together.setdefault(row["article"], {}).update(found)
    total = sum(rarity) or 1.0
    return {
        article: (sum(rarity[k] for k in met) / total, sum(together.get(article, {}).values()))
        for article, met in words.items()
    }


def _by_meaning(store: Store, question: Question, asked: np.ndarray | None) -> Closeness:
    """2. The cosine of every sentence's vector with the question's."""
    held = matrix(store)
    target = projected(asked) if asked is not None else vector(analyse(question.text).tokens)
    scores = np.empty(len(held.numbers), np.float32)
    for at in range(0, len(scores), 65_536):  # eight bits become 32 only a slice at a time
        scores[at : at + 65_536] = held.vectors[at : at + 65_536].astype(np.float32) @ target
    return Closeness(held.numbers, scores / 127)


@dataclass(frozen=True, slots=True)
class Closeness:
    """How close each sentence is: row k is of sentence `numbers[k]`; numbers rise."""

    numbers: np.ndarray
    scores: np.ndarray

    def best(self, most: int) -> set[int]:
        """The numbers of the closest."""
        if len(self.scores) > most:
            return set(self.numbers[np.argpartition(-self.scores, most)[:most]].tolist())
        return set(self.numbers.tolist())

    def of(self, numbers: Sequence[int]) -> list[float]:
        """Of some of them."""
        return self.scores[np.searchsorted(self.numbers, numbers)].tolist()


def _by_mention(store: Store, question: Question) -> set[int]:
    """3. Sentences in which a speaker whom the question names speaks, and those of articles published in the
    days that the question names when it speaks of an article."""
    found: set[int] = set()
    for speaker in question.speakers:
        rows = store.rows(
            # the names first, from their index alone: few of the story's statements are read whole
            "SELECT s.n FROM (SELECT DISTINCT name_key FROM records WHERE kind = 'statement'"
            "  AND (name_key = :key OR name_key LIKE :last OR name_key LIKE :first)) k"
            " CROSS JOIN records r ON r.kind = 'statement' AND r.name_key = k.name_key"
            " CROSS JOIN ask_sentences s"
            "  ON s.article = r.article AND s.start < r.stop AND r.start < s.stop LIMIT :most",
            {"key": speaker, "last": f"% {speaker}", "first": f"{speaker} %", "most": BY_MENTION},
        )
        found |= {r["n"] for r in rows}
    if question.of_article:
        for days in question.days:
            rows = store.rows(
                "SELECT s.n FROM articles a JOIN ask_sentences s ON s.article = a.id"
                " WHERE a.published_from BETWEEN ? AND ? LIMIT ?",
                (str(days.begin), str(days.end or days.begin), BY_MENTION),
            )
            found |= {r["n"] for r in rows}
    return found


def _whole(store: Store, numbers: set[int]) -> list[sqlite3.Row]:
    """Every sentence of the articles that hold some sentences, article by article, in order."""
    return store.rows(
        "SELECT s.n, s.article, s.start, s.stop, s.stems, a.published_from"
        " FROM ask_sentences s JOIN articles a ON a.id = s.article WHERE s.article IN"
        f" (SELECT article FROM ask_sentences WHERE n IN ({marks(list(numbers))}))"
        " ORDER BY s.article, s.n",
        list(numbers),
    )


def _sentences(store: Store, articles: Sequence[str]) -> set[int]:
    """The sentences of some articles."""
    wanted = f"SELECT n FROM ask_sentences WHERE article IN ({marks(articles)})"
    return {r["n"] for r in store.rows(wanted, list(articles))}


def marks(values: Sequence[object]) -> str:
    """As many question marks for SQL as there are values."""
    return ",".join("?" * len(values))
