"""The reference to a timetable or to a term that was set, sought in a stretch of tokens."""

from __future__ import annotations

from rawi.readers.attribution.words import Words
from rawi.readers.undertakings.lexis import group, has
from rawi.readers.undertakings.limits import Limit


def timetable(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """A timetable or term spoken of in tokens `first:last`: «جدول زمني», «الموعد المقرر», «في موعدها»."""
    for i in range(first, last):
        if has(words, i, "timetable") and i + 1 < last and has(words, i + 1, "timely", "settled"):
            return i, i + 2
        if words.norm[i] in group("term") and words.tokens[i].enclitic:
            return i, i + 1
    return None


def referring(words: Words, first: int, last: int) -> tuple[int, int] | None:
    """A term that was set before: «الموعد المقرر», «في موعدها», «المهلة»."""
    for i in range(first, last):
        if not has(words, i, "term"):
            continue
        if words.tokens[i].enclitic or words.definite(i):
            return i, i + 1
    return None


def on_time(words: Words, first: int, last: int) -> Limit | None:
    """A term that was set before, as the limit of what is to come: «ستجرى في موعدها (المحدد)». Its days are
    told elsewhere, or nowhere."""
    for i in range(first, last - 1):
        if words.norm[i] != "في" or not has(words, i + 1, "term"):
            continue
        named = i + 2 < last and has(words, i + 2, "settled")
        if words.tokens[i + 1].enclitic or (words.definite(i + 1) and named):
            return Limit(None, i, i + 2 + named, True)
    return None


def season(words: Words, first: int, last: int, *, named: bool = False) -> Limit | None:
    """A part of the year, or a time to come, that tells when what is arranged will be, without its days:
    «في نهاية الصيف», «في الأسابيع المقبلة»; `named`: not «قريبا»."""
    for i in range(first, last):
        time = words.time[i]
        if time is None or time.date is not None or words.at(time.start) != i:
            continue
        vague = time.type == "date" and (time.value or "").startswith(
            "XXXX" if named else ("XXXX", "FUTURE_REF")
        )
        if vague or any(words.norm[j] in group("next") for j in range(i, words.at(time.end))):
            return Limit(None, i, words.at(time.end), False)
    return None
