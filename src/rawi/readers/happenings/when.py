"""When an event took place."""

from __future__ import annotations

from datetime import date

from rawi.readers.attribution.words import Words
from rawi.records import Days, Time

_WIDEST = 740  # days; a longer stretch is an era, not when something happened
_AFTER = frozenset({"بعد", "قبل", "عقب", "اثر", "غداه", "منذ"})
_ON = frozenset({"في", "يوم", "خلال", "مساء", "صباح"})
_REMARKS = frozenset({"هو", "هي", "هم", "هما"})
_REF = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})


def day(
    words: Words, first: int, last: int, today: date | None, *, named: bool = False
) -> tuple[Days, int] | None:
    """The first past days named in tokens `first:last`, and the token after them. With `named` a noun
    stands before them, and may be of that day («الاتفاق النووي لعام 2015»).

    A stretch that reaches from an earlier day until now («منذ …») is no day of an event.
    """
    for i in range(first, last):
        time = words.time[i]
        if words.is_(i, "relative", "complementizer"):
            return None
        if words.norm[i] in ("،", ",") and i + 1 < last and _opens(words, i + 1):
            return None  # «…، وفي اليوم نفسه من عام 1923 بدأ …»
        if words.core[i] in _AFTER and i + 1 < last and not words.timed(i + 1):
            return None  # «طردت السفير بعد مقتل مدنيين الاثنين»: the day of the other
        if time is None or not _past(time, today) or words.at(time.start) < i:
            continue
        held = words.holding(time.start)
        if "ل" in words.tokens[held].proclitics and not (
            named and not any(words.is_(j, "preposition") for j in range(first, held))
        ):
            continue  # «انتخابات لعام 2016», «سوق لعيد الميلاد»: the day of the other
        if "منذ" in words.core[first:i]:
            continue  # «قتلوا منذ بدء الاحتجاجات أواخر آذار»
        if i and (
            words.core[i - 1] in ("منذ", "حتي", "بحلول", "قبل", "بعد") or time.limit is not None
        ):
            continue
        return time.date, words.at(time.end)
    return None


def _opens(words: Words, i: int) -> bool:
    """Whether token `i` begins another clause with و, no remark («، وهي من …،»)."""
    return words.core[i] != words.norm[i] and words.core[i] not in _REMARKS


def day_before(words: Words, i: int, today: date | None) -> Days | None:
    """The past days that stand before a verb at the head of its sentence: «وفي عام 2012، تبرع …»."""
    first = words.head[i]
    found = None
    for j in range(first, i):
        time = words.time[j]
        if time is not None:
            if found is not None and time is not found:
                return None  # «من الاثنين إلى الخميس»
            found = time
        elif words.norm[j] not in ("،", ",") and not (j == first and _leads(words, j)):
            return None
    return found.date if found is not None and _past(found, today) else None


def _leads(words: Words, j: int) -> bool:
    """Whether token `j` brings a time («وفي», «والخميس»: the time begins within it)."""
    following = words.time[j + 1] if j + 1 < len(words) else None
    within = following is not None and words.holding(following.start) == j
    return within or words.core[j] in _ON


def _past(time: Time, today: date | None) -> bool:
    """Whether a time names days, no era and no stretch until now, that are not yet to come."""
    days = time.date
    if days is None or days.begin is None or time.value in _REF or time.type in ("set", "duration"):
        return False
    if days.end is not None and (days.end - days.begin).days > _WIDEST:
        return False
    return (today is None or days.begin <= today) and time.limit is None

