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
READ = 8  # sentences that the model reads; twelve put one more of a hundred questions right
SECONDS = 0.25  # of processor time that it may take for those that it has not read lately
PATIENCE = 0.75  # … and of the clock, on a busy machine
UNREAD = -0.02  # of the cosine, for a sentence that the model had no time for
SAME = 0.65  # of the stems of two sentences that say one thing (Jaccard); of 16 pairs at .6 to .8, 15 did
RARITY_FLOOR = (
    0.3  # of a term that stands nowhere in the story: it cannot be met, but it was asked for
)


@dataclass(slots=True)
class Ranked:
    """A sentence that answers, and those that say the same in the same words."""

    best: Candidate
    also: list[Candidate]


def rank(store: Store, question: Question, limit: int) -> list[Ranked]:
    """The best sentences for a question, best first."""
    question = _with_names(store, question)
    asked = meaning.question(question.text)
    rarity = _rarity(store, question)
    found = _candidates(store, question, rarity, asked)  # 1, 2
    for c in found:  # 3
        c.score = features.total(features.words(question, rarity, c))
    found = sorted(found, key=_order)[:LOOKED_AT]
    texts = _texts(store, found)
    for c in found:  # 4
        c.score += features.total(
            features.records(question, _records(store, c), c, texts[c.number])
        )
    found.sort(key=_order)
    _read(store, asked, found)  # 5
    found.sort(key=_order)
    return _once(found, limit)  # 6


def _order(c: Candidate) -> tuple[float, int]:
    return -c.score, c.number


def _with_names(store: Store, question: Question) -> Question:
    """Words in Latin letters that no dictionary knows, as the names of the story they may be."""
    terms, speakers = [], list(question.speakers)
    for term in question.terms:
        if term[0].startswith(LATIN):
            found = meet(store, term[0].removeprefix(LATIN))
            if found:
                terms.append(tuple(stem(w) for w in found))
                speakers += found
        else:
            terms.append(term)
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


def _by_article(
    question: Question, rarity: Sequence[float], hits: Sequence[sqlite3.Row]
) -> dict[str, tuple[float, float]]:
    """Article -> the shares of the question's words, and of its neighbouring words together, that stand
    anywhere in it, as far as `hits` tell."""
    words: dict[str, set[int]] = {}
    together: dict[str, dict[int, float]] = {}
    for row in hits:
        order = row["stems"].split()
        stems = set(order)
        met = {k for k, term in enumerate(question.terms) if not stems.isdisjoint(term)}
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
    articles = _by_article(question, rarity, hits)
    whole = sorted(articles, key=lambda a: (-articles[a][0], a))[:ARTICLES]
    bm25 = {r["n"]: r["score"] for r in hits}
    numbers = {r["n"] for r in hits[:BY_WORDS]} | close.best(BY_MEANING)
    numbers |= _by_mention(store, question) | _sentences(store, whole)
    found = sorted(numbers)
    rows = store.rows(
        "SELECT s.n, s.article, s.start, s.stop, s.stems, a.published_from, b.stems AS before,"
        " (SELECT stems FROM ask_sentences t WHERE t.article = s.article AND t.n < s.n"
        "  ORDER BY t.n LIMIT 1) AS title"
        " FROM ask_sentences s JOIN articles a ON a.id = s.article"
        " LEFT JOIN ask_sentences b ON b.n = s.n - 1 AND b.article = s.article"
        f" WHERE s.n IN ({_marks(found)}) ORDER BY s.n",
        found,
    )
    most = max(bm25.values(), default=0.0) or 1.0
    return [
        Candidate(
            r["n"], r["article"], r["start"], r["stop"], tuple(r["stems"].split()),
            frozenset(r["stems"].split()),
            frozenset((r["before"] or "").split()), frozenset((r["title"] or "").split()),
            r["published_from"], bm25.get(r["n"], 0.0) / most, near,
            *articles.get(r["article"], (0.0, 0.0)),
        )
        for r, near in zip(rows, close.of(found), strict=True)
    ]  # fmt: skip


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


def _read(store: Store, asked: np.ndarray | None, found: list[Candidate]) -> None:
    """5. The sentence model reads the best and its verdict joins the score."""
    if asked is None or not found:
        return
    read = meaning.sentences(store, [c.number for c in found[:READ]], SECONDS, PATIENCE)
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
