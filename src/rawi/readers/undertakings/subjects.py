"""What a verb to come is told of: its subject, what stands before it, what its relative clause is about."""

from __future__ import annotations

from rawi.readers.attribution.words import Words
from rawi.readers.undertakings import parties
from rawi.readers.undertakings.draft import Stretch
from rawi.readers.undertakings.judging import qualifies, subject_hidden
from rawi.readers.undertakings.lexis import group, has, imperfect, indefinite
from rawi.records import Statement

EVENT = 5  # tokens from «ستعقد» back to the meeting that it tells of


def subject(words: Words, first: int, i: int, last: int) -> list[Stretch]:
    """The subject of the verb at token `i`: before it, else behind it."""
    said = any(words.norm[j] not in ("و", "ف") for j in range(first, i))
    party = parties.before(words, first, i) if said else []
    if not party and any(has(words, j, "but") and words.tokens[j].enclitic for j in range(first, i)):
        return []  # «… لكنه لن يحارب طهران»
    return party or parties.after(words, i, last)


def shared(words: Words, first: int, i: int, statement: Statement | None) -> bool:
    """Whether the verb joined at token `i` has the hidden subject of the verb that opens what is reported:
    «إنها ستطرد الأئمة، وستغلق المساجد»."""
    if statement is None or words.at(statement.start) < first - 1:
        return False  # «رحبت بإعلان من كينيا بأنها ستزيد …»
    opener = first + (words.core[first] in ("سوف", "لن"))
    verb, other = imperfect(words, opener), imperfect(words, i)
    same = opener < i and verb is not None and other is not None and verb[0] == other[0]
    return same and subject_hidden(words, first, first, first)


def said_of(words: Words, party: list[Stretch], i: int) -> Stretch | None:
    """What stands before the verb at token `i` as its subject: «[صرف المنحة] سيكون …»."""
    if not party or party[0][1] > i:
        return None
    first, last = party[0]
    while last > first + 1 and (words.mark(last - 1) or words.is_(last - 1, "preposition")):
        last -= 1
    return first, last


def everybody(words: Words, first: int) -> bool:
    """Whether the subject at token `first` is a people, or all there are of a kind of state."""
    states = words.norm[first] in group("states") and has(words, first - 1, "all")
    return has(words, first, "people") or states or words.core[first] in group("outcome_of")


def relative(words: Words, first: int, i: int, opens: int) -> tuple[int, Stretch | None] | None:
    """Where what is told of begins where the verb at token `i` stands in a relative clause, and what it is of:
    «[قمة] ستعقد», «التي [ستستضيف …]»; None elsewhere."""
    if qualifies(words, first, i):
        return opens, None
    for j in range(opens - 1, max(first, opens - EVENT) - 1, -1):
        if words.mark(j) or words.is_(j, "complementizer"):
            return None
        if indefinite(words, j) and has(words, j, "event", "met", "ballot") and j > first:
            led = words.is_(j - 1, "preposition") or words.core[j - 1] in ("قبل", "بعد", "خلال")
            return (j, (j, opens)) if led else None
    return None
