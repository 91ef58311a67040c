"""Which sentences answer a question: candidates, features, one score.

1. candidates sentences worth a look (candidates.py)
2. first look the features of words alone (features.py) choose the few worth a closer one
3. records    what kind of thing is asked for, the speakers and the dates that the question names
4. model      the best are read by the sentence model, within a budget of time
5. once       of sentences that say one thing in the same words, the best stands for all, and several articles
              have their say (once.py)
6. doubt      whether the best is an answer, or only what comes nearest (doubt.py)
"""

from __future__ import annotations

import math
import sqlite3
from time import thread_time

import numpy as np

from rawi.store.sqlite import Store
from rawi.story.ask import features, meaning
from rawi.story.ask.candidates import candidates, marks
from rawi.story.ask.doubt import sure
from rawi.story.ask.features import MODEL, Candidate
from rawi.story.ask.naming import named
from rawi.story.ask.once import Ranked, once
from rawi.story.ask.question import Question

LOOKED_AT = 60  # candidates whose records are looked at
READ = 10  # sentences that the model reads; sixteen put two of a hundred questions more right than eight
SECONDS = 0.38  # of processor time that a question may take in all, the model's with it
LEAST = 0.08  # … that the model has, whatever the rest took
PATIENCE = 0.75  # … of the clock that it has on a busy machine
UNREAD = -0.02  # of the cosine, for a sentence that the model had no time for
RARITY_FLOOR = (
    0.3  # of a term that stands nowhere in the story: it cannot be met, but it was asked for
)
ASKS = 6.0  # off the score of a sentence that asks: it may name all that is asked for, and answers nothing
_CLOSING = " \n\"'»”)"


def rank(
    store: Store, question: Question, limit: int, began: float
) -> tuple[list[Ranked], bool]:
    """The best sentences for a question, best first, and whether the first counts as an answer. `began`: the
    thread's processor time at which the question came."""
    asked_for = len(question.terms)
    question = named(store, question)
    asked = meaning.question(question.text)
    rarity = _rarity(store, question)
    found = candidates(store, question, rarity, asked)  # 1
    near = []
    for c in found:  # 2
        words = features.words(question, rarity, c)
        c.score = features.total(words)
        if features.touches(words):
            near.append(c)
    found = sorted(near, key=lambda c: (-c.score - features.own_day(question, c), c.number))
    found = found[:LOOKED_AT]
    texts = _texts(store, found)
    for c in found:  # 3
        c.score += features.total(
            features.records(question, rarity, _records(store, c), c, texts[c.number])
        )
        if texts[c.number].rstrip(_CLOSING).endswith(("؟", "?")):
            c.score -= ASKS
        c.plain = c.score
    found.sort(key=_order)
    _read(store, asked, found, began + SECONDS)  # 4
    found.sort(key=_order)
    shown = once(found, limit)  # 5
    unknown = asked_for - len(question.terms)
    return shown, bool(shown) and sure(store, question, rarity, shown[0].best, unknown)  # 6


def _order(c: Candidate) -> tuple[float, int]:
    return -c.score, c.number


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
        f" WHERE s.n IN ({marks(found)})",
        [c.number for c in found],
    )
    return {r["n"]: r["text"] for r in rows}


def _read(
    store: Store, asked: np.ndarray | None, found: list[Candidate], until: float
) -> None:
    """4. The sentence model reads the best and its verdict joins the score. `until`: the thread's processor
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
