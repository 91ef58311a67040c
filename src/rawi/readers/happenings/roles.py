"""Who did it, to whom, where, when: read from the words of an event's clause."""

from __future__ import annotations

from datetime import date

from rawi.readers.attribution.chunk import noun_phrase
from rawi.readers.attribution.words import Words, heads, masdar_like
from rawi.records import Days

_LONGEST = 12  # tokens of an actor or target
_REF = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})
Stretch = tuple[int, int]


def acts(words: Words, i: int) -> bool:
    """Whether the phrase at token `i` is headed by somebody: a name, a person, a body."""
    name = words.name[i]
    if name is not None or heads(words.norm[i], "human") or heads(words.norm[i], "body"):
        return True
    if words.tokens[i].enclitic:
        return False
    return words.definite(i) and words.norm[i].endswith(("ون", "ين", "ان"))


def counted(words: Words, i: int, last: int) -> Stretch | None:
    """A number and what it counts at token `i` («15 طفلا»), to a preposition, a time or a mark."""
    if i >= last or not (words.tokens[i].kind == "number" or words.is_(i, "quantity")):
        return None
    end = i + 1
    while end < last and end < i + 5 and not words.mark(end) and not words.timed(end):
        if words.is_(end, "preposition", "relative"):
            break
        end += 1
    return (i, end) if end > i + 1 else None


def phrase(words: Words, i: int, last: int) -> Stretch | None:
    """The noun phrase at token `i`, up to a preposition, a time or a mark; None where none begins."""
    while i < last and (words.timed(i) or words.is_(i, "adverb") or words.norm[i] in ("،", ",")):
        i += 1
    if i >= last or words.core[i] != words.norm[i]:
        return None
    if words.norm[i].endswith("ا") and masdar_like(words.norm[i]):
        return None  # a circumstance: «تنديدا»
    found = noun_phrase(words, i, min(last, i + _LONGEST))
    if found is None or found.last <= i:
        return None
    end = i
    while end < found.last and not (
        end > i and words.is_(end, "preposition") and words.name[end] is None
    ):
        end += 1
    return (i, end)


def place(words: Words, first: int, last: int) -> Stretch | None:
    """The place named after «في» or «ب» in tokens `first:last`."""
    for i in range(first, last):
        name = words.name[i]
        if name is None or name.type != "place" or words.at(name.start) < i:
            continue
        head = max(first, i - 4)
        if "ب" in words.tokens[i].proclitics or any(words.core[j] == "في" for j in range(head, i)):
            return i, words.at(name.end)
    return None


def day(words: Words, first: int, last: int, today: date | None) -> tuple[Days, int] | None:
    """The first past days named in tokens `first:last`, and the token after them.

    A stretch that reaches from an earlier day until now («منذ …») is no day of an event.
    """
    for i in range(first, last):
        time = words.time[i]
        if words.is_(i, "relative", "complementizer"):
            return None
        if time is None or time.date is None or time.date.begin is None or time.value in _REF:
            continue
        if time.type in ("set", "duration") or words.at(time.start) < i:
            continue
        if today is not None and time.date.begin > today:
            continue
        if i and (
            words.core[i - 1] in ("منذ", "حتي", "بحلول", "قبل", "بعد") or time.limit is not None
        ):
            continue
        return time.date, words.at(time.end)
    return None
