"""The events reader's words: verbs in the perfect and nouns, each with its PLOVER type."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rawi.arabic.letters import fold
from rawi.lexicon.load import table
from rawi.readers.attribution import conjugate


@dataclass(frozen=True, slots=True)
class Telling:
    """One way to tell of an event: the words of which one must follow (none: any), the type, and
    whether the form is a common noun as well."""

    word: str
    objects: frozenset[str]
    type: str | None
    noun: bool


@cache
def verbs() -> dict[str, tuple[Telling, ...]]:
    """Folded form of the perfect -> what it may tell, in the lexicon's order."""
    out: dict[str, list[Telling]] = {}
    for row in table("event_verbs"):
        objects = frozenset(fold(w) for w in row["object"].split())
        kind = None if row["type"] == "-" else row["type"]
        for form in conjugate.past(row["past"]):
            telling = Telling(
                row["past"], objects, kind, row["noun"] == "yes" and form.gender == "m"
            )
            out.setdefault(form.word, []).append(telling)
    return {word: tuple(found) for word, found in out.items()}


@cache
def nouns() -> dict[str, tuple[str | None, str]]:
    """Folded base of a noun -> its type, and what a noun after it is: actor | target | ''."""
    return {
        fold(r["noun"]): (None if r["type"] == "-" else r["type"], r["of"])
        for r in table("event_nouns")
    }
