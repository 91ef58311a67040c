"""Which sentences answer a question: candidates, features, one score.

1. words      BM25 over stems; a term of several stems (English) is met by any of them
2. meaning    word vectors of the whole story against the question's vector
3. features   share of the question met, weighted by rarity; both scores; the question's shape; the
              speaker it names; the dates it names
4. model      the best are read by the sentence model, within a budget of time
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
from rawi.story.ask import meaning
from rawi.story.ask.index import matrix
from rawi.story.ask.latin import meet
from rawi.story.ask.question import LATIN, Question
from rawi.story.ask.stem import stem

BY_WORDS = 60  # candidates that the full-text index gives
BY_MENTION = 120  # sentences of a named speaker, or of articles of a named day
BY_MEANING = 40  # candidates that the vectors give
SMALL = 1500  # sentences: a story so small is worth a longer first look by the model
SECONDS_SMALL, SECONDS = 1.5, 0.25  # what the model may take
READ_SMALL, READ = 40, 10  # sentences it reads at the most

# Weights, set by hand on the questions over the sample story and three articles, then left alone.
COVER, BM25, VECTOR, SHAPE, SPEAKER, DATE, MODEL = 1.0, 0.6, 0.5, 0.35, 0.5, 0.35, 6.0
OF_ARTICLE = 3.0  # of DATE, where the question says which day's article it means
RARITY_FLOOR = (
    0.3  # of a term that stands nowhere in the story: it cannot be met, but it was asked for
)


@dataclass(slots=True)
class Candidate:
    """One sentence and how well it answers."""

    number: int
    article: str
    start: int
    stop: int
    stems: frozenset[str]
    bm25: float = 0.0
    close: float = 0.0
    model: float | None = None
    score: float = 0.0


def rank(store: Store, question: Question, limit: int) -> list[Candidate]:
    """The best sentences for a question, best first."""
    question = _with_names(store, question)
    by_words = _by_words(store, question)
    asked = meaning.question(question.text)
    by_meaning = _by_meaning(store, question, asked)
    found = _candidates(store, by_words, by_meaning, _by_mention(store, question))
    _score(store, question, found)
    found.sort(key=lambda c: (-c.score, c.number))
    _read(store, asked, found)
    found.sort(key=lambda c: (-c.score, c.number))
    return found[:limit]


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


def _by_words(store: Store, question: Question) -> dict[int, float]:
    """1. Sentence number -> BM25 (higher is better)."""
    stems = [s for term in question.terms for s in term]
    if not stems:
        return {}
    wanted = " OR ".join('"' + s.replace('"', "") + '"' for s in dict.fromkeys(stems))
    rows = store.rows(
        "SELECT rowid AS n, bm25(ask_search) AS score FROM ask_search WHERE ask_search MATCH ?"
        " ORDER BY score LIMIT ?",
        (wanted, BY_WORDS),
    )
    return {r["n"]: -r["score"] for r in rows}


def _by_meaning(store: Store, question: Question, asked: np.ndarray | None) -> dict[int, float]:
    """2. Sentence number -> cosine of vectors, for the closest."""
    held = matrix(store)
    if not len(held.numbers):
        return {}
    target = projected(asked) if asked is not None else vector(analyse(question.text).tokens)
    scores = np.empty(len(held.numbers), np.float32)
    for at in range(
        0, len(scores), 65_536
    ):  # in slices: eight bits become 32 only a slice at a time
        scores[at : at + 65_536] = held.vectors[at : at + 65_536].astype(np.float32) @ target
    best = np.argsort(-scores)[:BY_MEANING]
    return {int(held.numbers[k]): float(scores[k]) / 127 for k in best}


def _by_mention(store: Store, question: Question) -> set[int]:
    """Sentences in which a speaker whom the question names speaks, and those of articles published in the
    days that the question names when it speaks of an article."""
    found: set[int] = set()
    for speaker in question.speakers:
        rows = store.rows(
            "SELECT DISTINCT s.n FROM records r JOIN ask_sentences s"
            " ON s.article = r.article AND s.start < r.stop AND r.start < s.stop"
            " WHERE r.kind = 'statement' AND (r.name_key = :key OR r.name_key LIKE :last"
            " OR r.name_key LIKE :first) LIMIT :most",
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
    store: Store, by_words: dict[int, float], by_meaning: dict[int, float], by_mention: set[int]
) -> list[Candidate]:
    numbers = sorted(by_words.keys() | by_meaning.keys() | by_mention)
    marks = ",".join("?" * len(numbers))
    rows = store.rows(
        f"SELECT n, article, start, stop, stems FROM ask_sentences WHERE n IN ({marks})", numbers
    )
    return [
        Candidate(
            r["n"], r["article"], r["start"], r["stop"], frozenset(r["stems"].split()),
            by_words.get(r["n"], 0.0), by_meaning.get(r["n"], 0.0),
        )
        for r in rows
    ]  # fmt: skip


def _score(store: Store, question: Question, found: list[Candidate]) -> None:
    """3. Sets every candidate's score."""
    rarity = _rarity(store, question)
    most = max((c.bm25 for c in found), default=0.0) or 1.0
    total = sum(rarity) or 1.0
    for c in found:
        met = sum(
            weight for term, weight in zip(question.terms, rarity, strict=True)
            if any(s in c.stems for s in term)
        )  # fmt: skip
        inside = _records(store, c)
        c.score = (
            COVER * met / total
            + BM25 * c.bm25 / most
            + VECTOR * c.close
            + SHAPE * _shape(question, inside, c)
            + SPEAKER * _speaker(question, inside)
            + DATE * _dates(store, question, inside, c)
        )


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
        "SELECT kind, text, thing, name, name_key, act, type, day_from, day_to, value, id, start, stop"
        " FROM records WHERE article = ? AND start < ? AND stop > ?",
        (c.article, c.stop, c.start),
    )


def _shape(question: Question, inside: Sequence[sqlite3.Row], c: Candidate) -> float:
    """Whether the sentence holds the kind of thing that is asked for: 0 to 1 for each shape."""
    asked = {s for term in question.terms for s in term}
    kinds = {r["kind"] for r in inside}
    out = 0.0
    for shape in question.shapes:
        match shape:
            case "number":
                things = {
                    stem(w) for r in inside if r["kind"] == "figure" for w in _bases(r["text"])
                }
                out += 1.0 if things & asked else 0.3 if "figure" in kinds else 0.0
            case "when":
                dated = any(r["kind"] == "time" and r["day_from"] for r in inside)
                out += 1.0 if dated else 0.5 if "time" in kinds else 0.0
            case "who":
                out += 1.0 if any(r["kind"] == "statement" and r["name"] for r in inside) else 0.0
            case "where":
                out += (
                    1.0
                    if any(r["kind"] == "name" and r["type"] == "place" for r in inside)
                    else 0.0
                )
            case "whether":
                out += 0.5 if kinds & {"statement", "commitment"} else 0.0
    return out


def _bases(text: str) -> list[str]:
    return [t.base or t.norm for t in analyse(text).tokens if t.kind != "mark"]


def _speaker(question: Question, inside: Sequence[sqlite3.Row]) -> float:
    """Whether somebody whom the question attributes words to speaks in the sentence."""
    for wanted in question.speakers:
        words = set(wanted.split())
        for r in inside:
            if r["kind"] == "statement" and r["name_key"] and words & set(r["name_key"].split()):
                return 1.0
    return 0.0


def _dates(store: Store, question: Question, inside: Sequence[sqlite3.Row], c: Candidate) -> float:
    """Whether the dates that the question names are those of the sentence, or of its article."""
    best = 0.0
    for days in question.days:
        begin, end = str(days.begin or "0000"), str(days.end or "9999")
        for r in inside:
            if r["kind"] == "time" and r["day_from"] and begin <= r["day_from"] <= end:
                best = max(best, 0.4 if question.of_article else 1.0)
        when = store.one("SELECT published_from FROM articles WHERE id = ?", (c.article,))
        if when and begin <= when <= end:
            best = max(best, OF_ARTICLE if question.of_article else 0.5)
    return best


def _read(store: Store, asked: np.ndarray | None, found: list[Candidate]) -> None:
    """4. The sentence model reads the best and its verdict joins the score."""
    if asked is None or not found:
        return
    size = store.one("SELECT count(*) FROM ask_sentences") or 0
    small = size <= SMALL
    most, seconds = (READ_SMALL, SECONDS_SMALL) if small else (READ, SECONDS)
    read = meaning.sentences(store, [c.number for c in found[:most]], seconds)
    if not read:
        return
    close = {n: float(v @ asked) for n, v in read.items()}
    mean = sum(close.values()) / len(close)
    for c in found:
        if c.number in close:
            c.model = close[c.number]
            c.score += MODEL * (c.model - mean)
        else:
            c.score -= MODEL * 0.02  # not read: stays a little behind those that were
