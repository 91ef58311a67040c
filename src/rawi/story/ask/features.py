"""What speaks for a sentence as the answer to a question, in numbers; the weights of their sum.

The weights were learned by softmax regression over lists of candidates (Cao et al., "Learning to rank: from
pairwise approach to listwise approach", ICML 2007) on questions about four sets of articles among 5,000
others, each set held out in turn, starting from (and held near) weights learned before on fewer. What changed
nothing when it was left out is not here.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rawi.arabic.analysis import analyse
from rawi.arabic.letters import fold
from rawi.lexicon import table
from rawi.records import Days
from rawi.story.ask.asked import akin, telling
from rawi.story.ask.question import Question
from rawi.story.ask.stem import root, stem, stems

WEIGHTS = {
    "cover": 3.19,  # share of the question's words that stand in it, weighted by rarity
    "bm25": 1.51,  # of the best candidate's
    "root": 4.12,  # share met by another word of the same root only
    "akin": 1.31,  # share met by a synonym only
    "stood_for": 2.0,  # share met by the names of its records only: whom «وأضاف» and «الوزير» stand for
    "rarest": -0.88,  # holds the rarest of them; what makes a word rare may be its spelling
    "window": 1.61,  # share that stands in it, in the two before or in the one behind
    "before": 2.31,  # share met in the sentence before only: «وأضاف أن الفصيل…»
    "title": 1.21,  # share met in the article's title only
    "article": 3.03,  # share that stands anywhere in its article
    "close": 1.94,  # cosine of word vectors
    "is_title": -1.55,
    "number": 2.01,  # holds what is asked for: a figure of the thing
    "figure": 0.86,  # … a figure of something else
    "when": 2.50,
    "limit": 0.90,  # … with a word of limits: «بحلول»
    "where": 0.82,
    "who": 0.55,
    "whether": 1.43,
    "why": 2.44,
    "pairs": 0.68,  # share of the question's neighbouring words that stand together in it
    "article_pairs": 1.88,  # … somewhere in its article
    "measure": 1.88,  # tells what is asked to be measured: money, a share, a span of time
    "act": 1.56,  # reports the act of speech that the question names
    "speaks": 0.60,  # … by somebody whom the question names
    "speaker": 1.25,  # somebody whom the question attributes words to speaks in it
    "date": 1.10,  # dates that the question names are its own, or its article's
}
TOGETHER = 2  # words apart, at most, of two that stand together
LONG = 200  # stems of a sentence that is a list or a whole page: nothing stands together in it
MODEL = 54.3  # of the sentence model's cosine, where it was asked


@dataclass(slots=True)
class Candidate:
    """One sentence and how well it answers."""

    number: int
    article: str
    start: int
    stop: int
    order: tuple[str, ...]  # its stems as they follow each other
    stems: frozenset[str]
    before: frozenset[str]  # stems of the sentence before
    around: frozenset[str]  # of the two before, its own and the one behind
    title: frozenset[str]  # stems of the article's first sentence; empty where this is the first
    published: str | None
    bm25: float
    close: float
    article_cover: float  # share of the question's words that stand anywhere in its article
    article_pairs: float  # share of its neighbouring words that stand together in a sentence of it
    score: float = 0.0
    plain: float = 0.0  # the score without the sentence model's verdict


def words(question: Question, rarity: Sequence[float], c: Candidate) -> dict[str, float]:
    """The features that need only the sentence's words: cheap, for every candidate."""
    out = dict.fromkeys(("cover", "root", "akin", "before", "title", "window"), 0.0)
    roots = {root(s) for s in c.stems}
    for term, weight in zip(question.terms, rarity, strict=True):
        if not c.stems.isdisjoint(term):
            out["cover"] += weight
        elif not roots.isdisjoint(filter(None, map(root, term))):
            out["root"] += weight
        elif not c.stems.isdisjoint(akin(term)):
            out["akin"] += weight
        elif not c.before.isdisjoint(term):
            out["before"] += weight
        elif not c.title.isdisjoint(term):
            out["title"] += weight
        if not c.around.isdisjoint(term):
            out["window"] += weight
    total = sum(rarity) or 1.0
    out = {name: value / total for name, value in out.items()}
    rarest = max(zip(rarity, question.terms, strict=True), default=(0.0, ()))[1]
    out["rarest"] = float(not c.stems.isdisjoint(rarest))
    out["bm25"], out["close"], out["article"] = c.bm25, c.close, c.article_cover
    out["pairs"] = sum(w for _, w in pairs(rarity, places(question, c.order), len(c.order)))
    out["article_pairs"] = c.article_pairs
    out["is_title"] = float(not c.title)
    return out


def touches(found: Mapping[str, float]) -> bool:
    """Whether a word of the question, or one akin, stands in the sentence or its article (`found`: of `words`).
    One that only its vector brings near answers nothing that anybody could check."""
    return any(found[name] > 0 for name in ("cover", "root", "akin", "before", "title", "article"))


def places(question: Question, order: Sequence[str]) -> dict[int, list[int]]:
    """Where the question's words stand in a sentence: number of the term -> places among the stems."""
    known = _terms(question.terms)
    found: dict[int, list[int]] = {}
    for s in sorted(_stems_of(question.terms).intersection(order)):  # few stand in most sentences
        here = [at for at, other in enumerate(order) if other == s]
        for k in known[s]:
            found[k] = found.get(k, []) + here
    return found


@lru_cache(maxsize=8)
def _stems_of(terms: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    return frozenset(s for term in terms for s in term)


@lru_cache(maxsize=8)
def _terms(terms: tuple[tuple[str, ...], ...]) -> dict[str, list[int]]:
    """Stem -> the numbers of the terms that it meets."""
    found: dict[str, list[int]] = {}
    for k, term in enumerate(terms):
        for s in term:
            found.setdefault(s, []).append(k)
    return found


def pairs(
    rarity: Sequence[float], at: Mapping[int, Sequence[int]], length: int
) -> list[tuple[int, float]]:
    """The neighbours among the question's words that stand together in a sentence: which, with their share.
    `at`: where the words stand (`places`); `length`: of the sentence, in stems."""
    if length >= LONG:
        return []
    total = 2 * sum(rarity) - rarity[0] - rarity[-1] if rarity else 0.0
    return [
        (k, (rarity[k] + rarity[k + 1]) / (total or 1.0))
        for k in at
        if k + 1 in at and any(0 < abs(a - b) <= TOGETHER for a in at[k] for b in at[k + 1])
    ]


def records(
    question: Question,
    rarity: Sequence[float],
    inside: Sequence[sqlite3.Row],
    c: Candidate,
    text: str,
) -> dict[str, float]:
    """The features that need the records in the sentence (`text`): the kind of thing asked for, who, when."""
    asked = {s for term in question.terms for s in term}
    names = {stem(w) for r in inside if r["name_key"] for w in r["name_key"].split()} - c.stems
    met = (w for t, w in zip(question.terms, rarity, strict=True) if c.stems.isdisjoint(t) and names & set(t))
    out = {"stood_for": sum(met) / (sum(rarity) or 1.0)}
    for shape in question.shapes:
        if shape == "number":
            things = [_stems(r["text"]) for r in inside if r["kind"] == "figure"]
            roots = {root(s) for s in asked}
            out["number"] = float(any(roots & {root(s) for s in thing} for thing in things))
            out["figure"] = float(bool(things) and not out["number"])
        elif shape == "when":
            times = [r for r in inside if r["kind"] == "time"]
            told = any(r["day_from"] and not _stems(r["text"]) <= asked for r in times)
            out["when"] = 1.0 if told else 0.3 if times else 0.0
            out["limit"] = float(not _marks(shape).isdisjoint(_printed(text)))
        elif shape == "where":
            out["where"] = float(any(_new(r, asked, "place") for r in inside))
        elif shape == "who":
            out["who"] = float(any(_new(r, asked, "person", "organization") for r in inside))
        elif shape in ("why", "whether"):
            out[shape] = float(not _marks(shape).isdisjoint(_printed(text)))
    out["measure"] = float(any(not c.stems.isdisjoint(telling(m)) for m in question.measures))
    statements = [r for r in inside if r["kind"] == "statement"]
    out["act"] = float(any(r["act"] in question.acts - {"say"} for r in statements))
    if question.acts:
        keys = (r["name_key"] or "" for r in statements)
        out["speaks"] = float(any(stem(w) in asked for key in keys for w in key.split()))
    out["speaker"] = _speaker(question, inside)
    out["date"] = max((_date(question, d, inside, c) for d in question.days), default=0.0)
    return out


def own_day(question: Question, c: Candidate) -> float:
    """What an article of the day that the question names will be given for it: those must be looked at."""
    if not question.of_article:
        return 0.0
    return WEIGHTS["date"] * max((_date(question, d, (), c) for d in question.days), default=0.0)


def total(features: Mapping[str, float]) -> float:
    """The weighted sum."""
    return sum(WEIGHTS[name] * value for name, value in features.items())


def _new(r: sqlite3.Row, asked: set[str], *types: str) -> bool:
    """Whether a record names somebody or some place that the question does not name already."""
    if not r["name_key"] or not (
        r["type"] in types or (r["kind"] == "statement" and "person" in types)
    ):
        return False
    return not {stem(w) for w in r["name_key"].split()} <= asked


def _speaker(question: Question, inside: Sequence[sqlite3.Row]) -> float:
    wanted = {word for key in question.speakers for word in key.split()}
    speaking = (r["name_key"] for r in inside if r["kind"] == "statement" and r["name_key"])
    return float(any(not wanted.isdisjoint(key.split()) for key in speaking))


def _date(question: Question, days: Days, inside: Sequence[sqlite3.Row], c: Candidate) -> float:
    """1 where a time in the sentence lies in the days named; of an article's own days, 6 where it is that
    article, else half."""
    begin, end = str(days.begin or "0000"), str(days.end or "9999")
    best = 0.0
    if c.published and begin <= c.published <= end:
        best = 6.0 if question.of_article else 0.5
    if any(r["kind"] == "time" and r["day_from"] and begin <= r["day_from"] <= end for r in inside):
        best = max(best, 0.4 if question.of_article else 1.0)
    return best


@lru_cache(maxsize=20_000)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stems(analyse(text).tokens))


def _printed(text: str) -> set[str]:
    """The words of a text, folded, also without a conjunction in front."""
    found = set(fold(text).split())
    return found | {w[1:] for w in found if w[:1] in "وفب"}


@cache
def _marks(shape: str) -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in table("answer_words") if row["shape"] == shape)
