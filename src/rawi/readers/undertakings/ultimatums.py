"""Commitments that somebody is given time for: «أمهلت المحكمة الحكومة عشرة أيام لتنفيذ الحكم».

Who is bound is the one who is given the time, the object of the verb; where a pronoun stands for him, or
the words do not part him from who gives it, no party is named.
"""

from __future__ import annotations

from rawi.readers.attribution.words import Passage, Words
from rawi.readers.undertakings import clause, limits, parties
from rawi.readers.undertakings.draft import Draft, Ground, Stretch
from rawi.readers.undertakings.judging import asks, doubted, sporting
from rawi.readers.undertakings.lexis import has


def read(ground: Ground, passage: Passage) -> list[Draft]:
    """The ultimatums of one passage."""
    found: list[Draft] = []
    for i in range(passage.first, passage.last - 2):
        if has(ground.words, i, "ultimatum"):
            found += ultimatum(ground, passage, i)
    return found


def ultimatum(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """The ultimatum that the verb at token `i` gives: a time, and what is to be done with it."""
    words = ground.words
    statement = ground.statement_at(i)
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    if asks(words, i) or doubted(words, statement) or sporting(words, i, last):
        return []
    if i > passage.first and words.core[i - 1] in ("لم", "لن", "لا"):
        return []
    deed = next((j for j in range(i + 2, last) if clause.masdar_at(words, j, "ل")), None)
    if deed is None:
        return []
    limit = limits.chosen(words, i + 1, last, i + 1, ground.today) or _length(words, i + 1, last)
    if limit is None:
        return []
    end = limits.span_end(words, deed, last, limit, None) if limit.first > deed else last
    end = min(end, clause.plain_end(words, deed, last)) if limit.first < deed else end
    return [
        Draft(
            (i, end), (deed, limits.action_end(words, deed, end, limit, None)), "announced", "ultimatum",
            party=_given(words, i, min(limit.first, deed)), limit=limit, statement=statement, sure=2,
        )
    ]  # fmt: skip


def _length(words: Words, first: int, last: int) -> limits.Limit | None:
    """A length of time as the term given: which days it ends on is not told («عشرة أيام»)."""
    for j in range(first, last):
        time = words.time[j]
        if time is not None and time.type == "duration":
            return limits.Limit(None, j, words.at(time.end), True)
    return None


def _given(words: Words, i: int, stop: int) -> list[Stretch]:
    """Who is given the time: the names that end before token `stop`, else the second of two definite
    nouns behind the verb at `i`."""
    last = stop
    while last > i + 1 and not words.definite(last - 1) and words.name[last - 1] is None:
        last -= 1
    if last <= i + 2 or words.tokens[i].enclitic:
        return []
    name = words.name[last - 1]
    if name is not None:
        first = words.at(name.start)
        while first - 1 > i and words.norm[first] != words.core[first] and words.name[first - 1]:
            first = words.at(words.name[first - 1].start)
        return parties.parted(words, first, last) if first > i + 1 else []
    nouns = [j for j in range(i + 1, last) if words.definite(j)]
    return [(last - 1, last)] if len(nouns) == 2 and last - i == 3 else []
