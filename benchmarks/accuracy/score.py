"""All measures over many articles: counts are summed, then divided once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from benchmarks.accuracy import kinds
from benchmarks.accuracy.entities import entities
from benchmarks.accuracy.gold import Case
from benchmarks.accuracy.kinds import Tally
from benchmarks.accuracy.masthead import masthead

MEASURES: dict[str, Callable[[Case, Tally], None]] = {
    "time": kinds.times,
    "statement": kinds.statements,
    "figure": kinds.figures,
    "commitment": kinds.commitments,
    "entity": entities,
    "event": kinds.events,
    "article": masthead,
}
DIGITS = 4


@dataclass(frozen=True, slots=True)
class Score:
    """Rates between 0 and 1 by name, the counts they were made of, and errors by kind."""

    rates: dict[str, float]
    counts: dict[str, int]
    errors: dict[str, list[str]]


def score(cases: Iterable[Case]) -> Score:
    """Scores every case together. Raises GoldError where the gold does not fit its article."""
    counts: Counter[str] = Counter()
    errors: dict[str, list[str]] = {kind: [] for kind in MEASURES}
    for case in cases:
        for kind, measure in MEASURES.items():
            tally = Tally()
            measure(case, tally)
            counts.update(tally.counts)
            errors[kind] += tally.errors
    return Score(rates(counts), dict(counts), errors)


def rates(counts: Counter[str]) -> dict[str, float]:
    """Every rate that the counts allow."""

    def share(part: str, whole: str) -> float:
        return counts[part] / counts[whole] if counts[whole] else 0.0

    def prf(hit: str, found: str, gold: str) -> tuple[float, float, float]:
        return precision_recall_f1(counts[hit], counts[found], counts[gold])

    out = {
        "time.relaxed.f1": prf("time.relaxed", "time.found", "time.gold")[2],
        "time.strict.f1": prf("time.strict", "time.found", "time.gold")[2],
        "time.value": share("time.value", "time.relaxed"),
    }
    names = ("statement.p", "statement.r", "statement.f1")
    out |= zip(names, prf("statement.hit", "statement.found", "statement.gold"), strict=True)
    for part in ("speaker", "form", "act", "cue", "via"):
        out[f"statement.{part}"] = share(f"statement.{part}", "statement.hit")
    out |= {
        "figure.f1": prf("figure.hit", "figure.found", "figure.gold")[2],
        "commitment.f1": prf("commitment.hit", "commitment.found", "commitment.gold")[2],
        "commitment.deadline": share("commitment.deadline", "commitment.hit"),
        "commitment.status": share("commitment.status", "commitment.hit"),
        "entity.recall": share("entity.hit", "entity.gold"),
        "entity.precision": share("entity.right", "entity.found"),
        "entity.pair.f1": prf("pair.hit", "pair.found", "pair.gold")[2],
        "event.f1": prf("event.hit", "event.found", "event.gold")[2],
        "event.type": share("event.type", "event.hit"),
        "article.fields": share("field.right", "field.gold"),
        "article.published": share("field.published.right", "field.published.gold"),
        "body.f1": prf("body.hit", "body.found", "body.gold")[2],
    }
    return {name: round(rate, DIGITS) for name, rate in out.items()}


def precision_recall_f1(hit: int, found: int, gold: int) -> tuple[float, float, float]:
    """Precision, recall and their harmonic mean, 0 where nothing is divided."""
    p = hit / found if found else 0.0
    r = hit / gold if gold else 0.0
    return p, r, (2 * p * r / (p + r) if p + r else 0.0)
