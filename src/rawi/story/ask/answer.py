"""The answers to a question: records with their evidence, best first."""

from __future__ import annotations

from dataclasses import dataclass
from time import thread_time

from rawi.records import Record, Span
from rawi.store import reading
from rawi.store.rows import ArticleRow
from rawi.store.sqlite import Store
from rawi.story.ask.features import Candidate
from rawi.story.ask.question import Question, parse
from rawi.story.ask.rank import rank
from rawi.wire import plain
from rawi.wire import to_json as record_json

# Which kinds of record answer which shape of question, the most telling first.
_WANTED = {
    "who": ("statement", "commitment", "event"),
    "when": ("commitment", "event", "time", "statement"),
    "number": ("figure", "statement"),
    "where": ("event", "statement", "name"),
    "whether": ("statement", "commitment", "event"),
    "why": ("statement", "event"),
    "how": ("statement", "event", "figure"),
    "what": ("statement", "commitment", "event", "figure"),
}


LONGEST = 500  # code points of a question that are read: a whole article pasted in takes seconds


@dataclass(frozen=True, slots=True)
class Same:
    """Where else the sentence of an answer stands, in all but the same words."""

    row: ArticleRow
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: the sentence that gives it (`start:end` of the article), and the records inside it.

    `records` has those of the kind asked for first. `score` orders answers of one question; it is no
    probability. `sure`: whether the best answer of its question counts as one; where not, all of them are only
    what comes nearest (doubt.py). `also`: where else it stands in the story, or in its own article.
    """

    kind = "answer"

    article: str
    start: int
    end: int
    text: str
    source: str
    outlet: str | None
    score: float
    records: tuple[Record, ...]
    row: ArticleRow
    sure: bool = True
    also: tuple[Same, ...] = ()


def ask(store: Store, text: str, limit: int = 10) -> tuple[Answer, ...]:
    """The sentences of the story that answer a question (its first LONGEST code points), best first; none
    where no word of it says what it is about."""
    began = thread_time()
    question = parse(text[:LONGEST])
    if not question.terms:
        return ()
    found, sure = rank(store, question, limit, began)
    rows = reading.article_rows(store, [c.article for r in found for c in (r.best, *r.also)])
    return tuple(
        _answer(store, question, r.best, rows[r.best.article], sure, tuple(
            Same(rows[c.article], c.start, c.stop) for c in r.also
        ))
        for r in found
    )  # fmt: skip


def _answer(
    store: Store, question: Question, c: Candidate, row: ArticleRow, sure: bool,
    also: tuple[Same, ...],
) -> Answer:
    article = reading.article(store, c.article)
    span = Span.of(article.text, c.start, c.stop)
    wanted = [kind for shape in sorted(question.shapes) for kind in _WANTED[shape]]
    rows = store.rows(
        "SELECT data FROM records WHERE article = ? AND start < ? AND stop > ? ORDER BY start, position",
        (c.article, c.stop, c.start),
    )
    inside = [reading.record_of(r["data"]) for r in rows]
    order = {kind: place for place, kind in reversed(list(enumerate(wanted)))}
    chosen = sorted((r for r in inside if r.kind in order), key=lambda r: (order[r.kind], r.start))
    return Answer(
        c.article, span.start, span.end, span.text, article.source, article.outlet, round(c.score, 4),
        tuple(chosen), row, sure, also,
    )  # fmt: skip


def to_json(answer: Answer) -> dict[str, object]:
    """An answer as JSON: where it stands, its words, and the records inside it."""
    return {
        "kind": "answer", "article": answer.article, "source": answer.source, "outlet": answer.outlet,
        "published": plain(answer.row.published), "start": answer.start, "end": answer.end,
        "text": answer.text, "score": answer.score, "sure": answer.sure,
        "records": [record_json(r) for r in answer.records],
        "also": [
            {"article": s.row.id, "source": s.row.source, "start": s.start, "end": s.end}
            for s in answer.also
        ],
    }  # fmt: skip
