"""docs/accuracy.md: figures only, never a sentence of an article."""

from __future__ import annotations

from dataclasses import dataclass, field

# How far two careful people agree who annotated the same five articles apart from each other,
# the second scored against the first: nothing can be asked of a program beyond this.
PEOPLE = {
    "time.relaxed.f1": "1.00", "time.strict.f1": ".97–1.00", "time.value": "1.00",
    "statement.f1": ".98", "statement.speaker": ".96", "statement.form": "1.00",
    "statement.act": "1.00", "statement.cue": "1.00", "figure.f1": "1.00",
    "commitment.f1": ".87–.89", "commitment.deadline": "1.00", "entity.recall": ".91–.98",
    "entity.precision": ".96–.99", "entity.pair.f1": ".99",
}  # fmt: skip

MEANING = {
    "time.relaxed.f1": "time expressions, any overlap",
    "time.strict.f1": "time expressions, the same span",
    "time.value": "… with the right first and last day",
    "statement.p": "statements found that are there (overlap of at least half)",
    "statement.r": "statements there that are found",
    "statement.f1": "both together",
    "statement.speaker": "… with the right speaker",
    "statement.form": "… direct, indirect or mixed",
    "statement.act": "… said, denied, promised, …",
    "statement.cue": "… with the right cue",
    "statement.via": "… with the right medium between speaker and outlet",
    "figure.f1": "figures with the right value",
    "commitment.f1": "commitments",
    "commitment.deadline": "… with the right last day",
    "commitment.status": "… agreed, postponed, denied, …",
    "entity.recall": "names there that are found",
    "entity.precision": "names found that are there",
    "entity.pair.f1": "names of one entity put together",
    "event.f1": "events",
    "event.type": "… of the right type",
    "article.fields": "outlet, byline, title, day and credit of the article",
    "article.published": "… the day alone",
    "body.f1": "words of the article proper",
    "reuse.f1": "passages shared by two articles",
    "reuse.credited": "… and whether the later one says so",
    "reuse.earlier": "… and which came first",
    "thread.steps": "steps of an undertaking that stand in some thread",
    "thread.right": "… and in the right one: one found thread for each of the gold's at most",
    "thread.pair.f1": "steps of one undertaking put together",
    "conflict.recall": "clear contradictions that are found",
    "conflict.precision": "contradictions found that are there",
    "conflict.kind": "… of the right kind",
}


@dataclass(slots=True)
class Section:
    """One corpus in the report."""

    name: str
    about: str
    rates: dict[str, float]
    floors: dict[str, float]
    sizes: dict[str, int] = field(default_factory=dict)


def report(sections: list[Section]) -> str:
    """The page as Markdown."""
    lines = [
        "# Accuracy",
        "",
        "Written by `make score`; do not edit. Every rate lies between 0 and 1. A floor is the",
        "best figure so far on exactly this corpus, rounded down to a hundredth: falling below it",
        "fails `make score`. *People* is how far two careful annotators agree with each other.",
    ]
    for section in sections:
        lines += ["", f"## {section.name}", "", section.about, ""]
        if section.sizes:
            asked = ", ".join(f"{kind} {n}" for kind, n in section.sizes.items())
            lines += [f"Asked for: {asked}.", ""]
        lines += _table(section)
    return "\n".join(lines) + "\n"


def _table(section: Section) -> list[str]:
    peers = any(name.startswith("peer ") for name in section.rates)
    gold = any(name in PEOPLE for name in section.rates)
    head = ["measure", "Rawi", "floor", *(["people"] if gold else []), "what it is"]
    if peers:
        head = ["measure", "score", "floor"]
    rows = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    for name, rate in section.rates.items():
        floor = section.floors.get(name)
        cells = [name, f"{rate:.3f}", "" if floor is None else f"{floor:.3f}"]
        if not peers:
            cells += [PEOPLE.get(name, "")] if gold else []
            cells.append(MEANING.get(name, ""))
        rows.append("| " + " | ".join(cells) + " |")
    return rows
