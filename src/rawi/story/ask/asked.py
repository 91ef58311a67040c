"""What a question wants told: what is measured («كم ثمن»), and which act of speech («بم وعد»)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from rawi.arabic.analysis import analyse
from rawi.arabic.letters import fold
from rawi.lexicon import table
from rawi.story.ask.stem import stem, stem_of_entry, stems

_NEAR = 3  # words after the question word in which a unit of measure is what is asked for
_ANYWHERE = frozenset({"money"})  # … others may stand at the question's end


def measures(words: Sequence[str], at: int) -> frozenset[str]:
    """What is asked to be measured. `words`: the question's, folded; `at`: where its question word stands."""
    known = _measures()
    return frozenset(
        measure
        for place, word in enumerate(words)
        for measure in known.get(stem(word), ())
        if measure in _ANYWHERE or at < place <= at + _NEAR
    )


@cache
def _measures() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in table("question_measures"):
        for word in row["asked"].split():
            found.setdefault(stem(fold(word)), []).append(row["measure"])
    return {word: tuple(dict.fromkeys(of)) for word, of in found.items()}


@cache
def telling(measure: str) -> frozenset[str]:
    """The stems by which an answer tells a measure."""
    return frozenset(
        s
        for row in table("question_measures")
        if row["measure"] == measure
        for s in stems(analyse(row["told"]).tokens)
    )


@lru_cache(maxsize=4096)
def akin(term: tuple[str, ...]) -> frozenset[str]:
    """The stems that the news uses for those of a term, its own left out: «انسحاب» for «خروج»."""
    known = _synonyms()
    return frozenset(other for s in term for other in known.get(s, ())) - set(term)


@cache
def _synonyms() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in table("question_synonyms"):
        group = {stem_of_entry(word) for word in row["words"].split()} - {""}
        for s in group:
            found.setdefault(s, set()).update(group)
    return found


def acts(words: Iterable[str]) -> frozenset[str]:
    """The acts of speech that folded Arabic words name: «وعدت» promise."""
    known = _acts()
    return frozenset(known[w] for w in words if w in known)


@cache
def _acts() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in table("statement_verbs"):
        past, present = fold(row["past"]), fold(row["present"])
        forms = (past, past + "ت", present, "ت" + present[1:], fold(row["participle"]))
        for form in forms:
            if form:
                found.setdefault(form, row["act"])
    for row in table("statement_nouns"):
        found.setdefault(fold(row["noun"]), row["act"])
    return found
