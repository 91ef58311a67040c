"""Which sentences answer a question: candidates, features, one score.

1. words      BM25 over stems; a term of several stems (English) is met by any of them
2. meaning    word vectors of the whole story against the question's vector
3. first look the features of words alone (features.py) choose the few worth a closer one
4. records    what kind of thing is asked for, the speakers and the dates that the question names
5. model      the best are read by the sentence model, within a budget of time
6. once       of sentences that say one thing in the same words, the best stands for all
"""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from time import thread_time

import numpy as np

from rawi.arabic.analysis import analyse
from rawi.arabic.vectors import projected, vector
from rawi.store.sqlite import Store
from rawi.story.ask import features, meaning
from rawi.story.ask.english import LATIN
from rawi.story.ask.features import MODEL, Candidate
from rawi.story.ask.index import matrix
from rawi.story.ask.latin import meet
from rawi.story.ask.question import Question
from rawi.story.ask.stem import stem

HITS = 600  # sentences with words of the question that are looked at to choose articles
ARTICLES = 6  # articles that hold most of the question's words, looked at whole
BY_WORDS = 100  # candidates that the full-text index gives
BY_MENTION = 120  # sentences of a named speaker, or of articles of a named day
BY_MEANING = 40  # candidates that the vectors give
LOOKED_AT = 60  # candidates whose records are looked at
READ = 10  # sentences that the model reads; sixteen put two of a hundred questions more right than eight
SECONDS = 0.4  # of processor time that a question may take in all, the model's with it
LEAST = 0.12  # … that the model has, whatever the rest took
PATIENCE = 0.75  # … of the clock that it has on a busy machine
UNREAD = -0.02  # of the cosine, for a sentence that the model had no time for
SAME = 0.65  # of the stems of two sentences that say one thing (Jaccard); of 16 pairs at .6 to .8, 15 did
RARITY_FLOOR = (
    0.3  # of a term that stands nowhere in the story: it cannot be met, but it was asked for
)


# Article -> shares of the question's words, and of its neighbouring words together
Shares = dict[str, tuple[float, float]]


@dataclass(slots=True)
class Ranked:
    """A sentence that answers, and those that say the same in the same words."""

    best: Candidate
    also: list[Candidate]


def rank(store: Store, question: Question, limit: int, began: float) -> list[Ranked]:
    """The best sentences for a question, best first. `began`: the thread's processor time at which the
    question came."""
    question = _with_names(store, question)
    asked = meaning.question(question.text)
    rarity = _rarity(store, question)
    found = _candidates(store, question, rarity, asked)  # 1, 2
    for c in found:  # 3
        c.score = features.total(features.words(question, rarity, c))
    found = sorted(found, key=lambda c: (-c.score - features.own_day(question, c), c.number))
    found = found[:LOOKED_AT]
    texts = _texts(store, found)
    for c in found:  # 4
        c.score += features.total(
            features.records(question, _records(store, c), c, texts[c.number])
        )
    found.sort(key=_order)
    _read(store, asked, found, began + SECONDS)  # 5
    found.sort(key=_order)
    return _once(found, limit)  # 6


def _order(c: Candidate) -> tuple[float, int]:
    return -c.score, c.number


def _with_names(store: Store, question: Question) -> Question:
    """Words in Latin letters that may be names, as the names of the story that they may be."""
    terms, speakers = [], list(question.speakers)
    for term in question.terms:
        known = [s for s in term if not s.startswith(LATIN)]
        found = [w for s in term if s.startswith(LATIN) for w in meet(store, s.removeprefix(LATIN))]
        if known or found:
            terms.append(tuple(dict.fromkeys([*known, *map(stem, found)])))
            speakers += found
    return replace(question, terms=tuple(terms), speakers=tuple(speakers))


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
    terms = [set(term) for term in question.terms]
    for row in rows:
        order = row["stems"].split()
        met = {k for k, term in enumerate(terms) if not term.isdisjoint(order)}
        words.setdefault(row["article"], set()).update(met)
        if len(met) > 1:
            found = features.pairs(question, rarity, order)
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
    """Sentences in which a speaker whom the question names speaks, and those of articles published in the
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


def _candidates(
    store: Store, question: Question, rarity: Sequence[float], asked: np.ndarray | None
) -> list[Candidate]:
    """1 and 2: everything worth a look, with what the words and the meaning say of it."""
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
    out: list[Candidate] = []
    title = before = frozenset[str]()
    article = ""
    for r in rows:
        order = tuple(r["stems"].split())
        stems = frozenset(order)
        if r["article"] != article:
            article, title, before = r["article"], frozenset(), frozenset()
        if r["n"] in numbers:
            out.append(
                Candidate(
                    r["n"], article, r["start"], r["stop"], order, stems, before, title,
                    r["published_from"], bm25.get(r["n"], 0.0) / most, 0.0, *shares[article],
                )
            )  # fmt: skip
        title, before = title or stems, stems
    out.sort(key=lambda c: c.number)
    for c, near in zip(out, close.of([c.number for c in out]), strict=True):
        c.close = near
    return out


def _whole(store: Store, numbers: set[int]) -> list[sqlite3.Row]:
    """Every sentence of the articles that hold some sentences, article by article, in order."""
    return store.rows(
        "SELECT s.n, s.article, s.start, s.stop, s.stems, a.published_from"
        " FROM ask_sentences s JOIN articles a ON a.id = s.article WHERE s.article IN"
        f" (SELECT article FROM ask_sentences WHERE n IN ({_marks(list(numbers))}))"
        " ORDER BY s.article, s.n",
        list(numbers),
    )


def _sentences(store: Store, articles: Sequence[str]) -> set[int]:
    """The sentences of some articles."""
    wanted = f"SELECT n FROM ask_sentences WHERE article IN ({_marks(articles)})"
    return {r["n"] for r in store.rows(wanted, list(articles))}


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))


def _rarity(store: Store, question: Question) -> list[float]:
    """How telling each term is: its inverse document frequency over the sentences."""
    size = store.one("SELECT count(*) FROM ask_sentences") or 1
    out = []
    for term in question.terms:
        docs = sum(store.one("SELECT doc FROM ask_words WHERE term = ?", (s,)) or 0 for s in term)
        out.append(math.log(1 + size / docs) if docs else RARITY_FLOOR * math.log(1 + size))
    return out


def _records(store: Store, c: Candidate) -> list[sqlite3.Row]:
    return store.rows(
        "SELECT kind, text, name_key, type, act, day_from FROM records"
        " WHERE article = ? AND start < ? AND stop > ?",
        (c.article, c.stop, c.start),
    )


def _texts(store: Store, found: list[Candidate]) -> dict[int, str]:
    rows = store.rows(
        "SELECT s.n, substr(a.text, s.start + 1, s.stop - s.start) AS text"
        " FROM ask_sentences s JOIN articles a ON a.id = s.article"
        f" WHERE s.n IN ({_marks(found)})",
        [c.number for c in found],
    )
    return {r["n"]: r["text"] for r in rows}


def _read(
    store: Store, asked: np.ndarray | None, found: list[Candidate], until: float
) -> None:
    """5. The sentence model reads the best and its verdict joins the score. `until`: the thread's processor
    time at which the question should be answered."""
    if asked is None or not found:
        return
    seconds = max(LEAST, until - thread_time())
    read = meaning.sentences(store, [c.number for c in found[:READ]], seconds, PATIENCE)
    close = {n: float(v @ asked) for n, v in read.items()}
    if not close:
        return
    mean = sum(close.values()) / len(close)
    for c in found:  # one that was not read stays a little behind those that were
        c.score += MODEL * (close[c.number] - mean if c.number in close else UNREAD)


def _once(found: list[Candidate], limit: int) -> list[Ranked]:
    """6."""
    out: list[Ranked] = []
    for c in found:
        for held in out:
            if _same(c.stems, held.best.stems):
                held.also.append(c)
                break
        else:
            if len(out) < limit:
                out.append(Ranked(c, []))
    return out


def _same(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sentences say one thing in much the same words. Two that tell other numbers do not."""
    if len(a & b) < SAME * len(a | b):
        return False
    here, there = ({s for s in stems if s[0].isdigit()} for stems in (a, b))
    return here <= there or there <= here
