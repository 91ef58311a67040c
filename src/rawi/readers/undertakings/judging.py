"""Whether words that look like a commitment are one: opinions, questions and matches are not."""

from __future__ import annotations

from rawi.readers.attribution.words import Words
from rawi.readers.undertakings.lexis import has, imperfect
from rawi.records import Statement

DOUBTED = frozenset({"believe", "fear", "warn", "accuse", "deny"})


def first_person(words: Words, i: int) -> bool:
    """Whether the verb to come at token `i` is in the first person."""
    return (imperfect(words, i) or "")[:1] in ("ن", "ا")


def doubted(words: Words, statement: Statement | None) -> bool:
    """Whether what is to come is an opinion: an analyst's, or what somebody believes or fears."""
    if statement is None:
        return False
    if statement.act in DOUBTED:
        return True
    speaker = statement.speaker
    if speaker is None or speaker.start is None or speaker.end is None:
        return False
    return any(
        has(words, j, "analyst") for j in range(words.at(speaker.start), words.at(speaker.end))
    )


def asks(words: Words, i: int) -> bool:
    """Whether the sentence of token `i` is a question."""
    last = words.stop[i] - 1
    return words.norm[last] in ("؟", "?")


def sporting(words: Words, first: int, last: int) -> bool:
    """Whether the clause is about a match or the weather: nobody is bound."""
    return any(has(words, j, "sport", "weather") for j in range(first, last))


def status_of(statement: Statement | None) -> str:
    """announced, or reaffirmed where the speaker stresses it."""
    return "reaffirmed" if statement is not None and statement.act == "affirm" else "announced"


def asked_of(words: Words, first: int, i: int) -> bool:
    """Whether a word that asks stands before token `i` in its clause: «كيف سـ…», «ما سيفعله»."""
    if any(has(words, j, "asking") for j in range(first, i)):
        return True
    return any(
        has(words, j, "whether") or words.norm[j] in ("ما", "عما", "مما")
        for j in range(max(first, i - 2), i)
    )


def qualifies(words: Words, first: int, i: int) -> bool:
    """Whether the verb at token `i` stands in a relative clause."""
    return any(
        has(words, j, "relative") or words.is_(j, "relative") for j in range(max(first, i - 2), i)
    )


def speculated(words: Words, first: int, last: int) -> bool:
    """Whether it is called likely or possible only: «على الأرجح», «ربما»."""
    return any(has(words, j, "speculation") for j in range(first, last))


def subject_hidden(words: Words, first: int, subject: int, opens: int) -> bool:
    """Whether the clause's subject is the pronoun of «إنه», «أنها»: no word stands before the verb."""
    if first == 0 or any(not words.mark(j) for j in range(subject, opens)):
        return False
    opener = words.norm[first - 1]
    return words.is_(first - 1, "complementizer") and opener not in ("ان", "بان", "فان")
