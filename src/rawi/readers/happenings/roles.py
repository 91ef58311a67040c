"""Who did it, to whom, where, when: read from the words of an event's clause."""

from __future__ import annotations

from datetime import date

from rawi.readers.attribution.chunk import noun_phrase
from rawi.readers.attribution.words import (
    Words,
    bare,
    heads,
    masdar_like,
    without_conjunction,
)
from rawi.readers.happenings.draft import Stretch
from rawi.readers.happenings.lexis import verbs, words_of
from rawi.records import Days

_OTHER_WITHIN = 10  # tokens from a verb to the other party
_BY = {("علي", "يد"), ("علي", "ايدي"), ("من", "قبل"), ("من", "جانب")}
_AT_LEAST = (["الاقل"], ["الاكثر"], ["الارجح"])
_LONGEST = 12  # tokens of an actor or target
_WIDEST = 740  # days; a longer stretch is an era, not when something happened
_REF = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})


def acts(words: Words, i: int) -> bool:
    """Whether the phrase at token `i` is headed by somebody: a name, a person, a body."""
    if words.is_(i, "pointing") and i + 1 < len(words) and words.definite(i + 1):
        return acts(words, i + 1)
    name = words.name[i]
    if name is not None or heads(words.norm[i], "human") or heads(words.norm[i], "body"):
        return True
    if armed(words, i) or _of(words, i, "state"):
        return True
    if words.tokens[i].enclitic:
        return False
    return words.definite(i) and words.norm[i].endswith(("ون", "ين", "ان"))


def armed(words: Words, i: int) -> bool:
    """Whether token `i` heads a phrase that acts by force and is no victim by itself: «الشرطة», «طائرات»."""
    return heads(words.norm[i], "body") or _of(words, i, "arms")


def _of(words: Words, i: int, name: str) -> bool:
    known = words_of(name)
    return words.tokens[i].base in known or bare(words.core[i]) in known


def counted(words: Words, i: int, last: int) -> Stretch | None:
    """A number and what it counts at token `i` («15 طفلا», «عشرات من الجنود»)."""
    while i + 1 < last and (words.timed(i) or (words.core[i] == "حتي" and words.timed(i + 1))):
        i += 1
    figure = words.figure.get(i)
    if figure is not None and i + 1 < figure <= last and not words.tokens[i].proclitics:
        return i, figure  # «أكثر من 20 شخصا», «ما لا يقل عن …»
    if i + 2 < last and words.norm[i] in words_of("many"):
        of = phrase(words, i + (2 if words.core[i + 1] == "من" else 1), last)
        return (i, of[1]) if of is not None else None
    if i >= last or not (words.tokens[i].kind == "number" or words.is_(i, "quantity")):
        return None
    end = i + 1
    while end < min(last, i + 5) and not words.mark(end) and not words.timed(end):
        if words.is_(end, "preposition", "relative", "clause") or _leaves(words, end):
            break
        if words.tokens[end].enclitic:
            break
        end += 1
    alone = end == i + 1 and "ب" in words.tokens[min(end, last - 1)].proclitics
    return (i, end) if end > i + 1 or alone else None


def phrase(words: Words, i: int, last: int) -> Stretch | None:
    """The noun phrase at token `i`, up to a preposition, a time or a mark; None where none begins."""
    while i < last and (
        words.timed(i) or words.is_(i, "adverb", "with_pronoun") or words.norm[i] in ("،", ",")
    ):
        i += 1
    if i >= last or words.core[i] != words.norm[i]:
        return None
    if words.norm[i].endswith("ا") and masdar_like(words.norm[i]):
        return None  # a circumstance: «تنديدا»
    found = noun_phrase(words, i, min(last, i + _LONGEST))
    if found is None or found.last <= i:
        return None
    end = i + 1
    while end < found.last and not _leaves(words, end):
        end += 1
    return (i, end)


def _leaves(words: Words, j: int) -> bool:
    """Whether token `j` is no longer of the phrase before it: a preposition, a number, another verb."""
    clitics = words.tokens[j].proclitics
    if words.quote[j] is not None and j + 1 < len(words) and words.norm[j + 1] in words_of("many"):
        return True
    if "ب" in clitics or ("ل" in clitics and masdar_like(bare(words.norm[j]))):
        return True
    if words.name[j] is not None:
        return False
    if words.is_(j, "preposition", "clause") or words.tokens[j].kind == "number":
        return True
    plain = without_conjunction(words.norm[j])
    return plain in verbs() and (plain != words.norm[j] or plain.endswith(("ت", "وا")))


def after(words: Words, first: int, last: int, prepositions: tuple[str, ...]) -> Stretch | None:
    """The other party: the phrase after the first of the `prepositions` in tokens `first:last`."""
    for j in range(first, min(last, first + _OTHER_WITHIN)):
        if words.core[j] in prepositions and words.norm[j + 1 : j + 2] not in _AT_LEAST:
            return counted(words, j + 1, last) or phrase(words, j + 1, last)
    return None


def agent(words: Words, first: int, last: int) -> Stretch | None:
    """Who did what is told in the passive: the phrase after «على يد», «على أيدي», «من قبل»."""
    for j in range(first, min(last - 1, first + _OTHER_WITHIN)):
        if words.norm[j] in ("،", ","):
            return None
        pair = (words.core[j], words.norm[j + 1])
        if pair in _BY:
            return phrase(words, j + 2, last)
    return None


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
        if time.date.end is not None and (time.date.end - time.date.begin).days > _WIDEST:
            continue
        if time.type in ("set", "duration") or words.at(time.start) < i:
            continue
        if today is not None and time.date.begin > today:
            continue
        if "منذ" in words.core[first:i]:
            continue  # «قتلوا منذ بدء الاحتجاجات أواخر آذار»
        if i and (
            words.core[i - 1] in ("منذ", "حتي", "بحلول", "قبل", "بعد") or time.limit is not None
        ):
            continue
        return time.date, words.at(time.end)
    return None
