"""Where an undertaking's words end: its span behind limit and condition, its action before them."""

from __future__ import annotations

from datetime import date

from rawi.readers.attribution.words import Words
from rawi.readers.undertakings.lexis import has
from rawi.readers.undertakings.limits import Limit

YEAR = 4  # digits
_LEADING = frozenset({"في", "من", "خلال", "الي", "موعد", "حتي", "عند", "يوم", "يومي"}) | {
    "الفتره", "فتره", "ما", "بين", "مهله", "قد"
}  # lead to a day: «في الفترة ما بين»


def span_end(
    words: Words, i: int, last: int, limit: Limit | None, condition: tuple[int, int] | None
) -> int:
    """Where the span ends: behind limit and condition."""
    ends = [limit.last] if limit is not None else []
    if condition is not None:
        ends.append(condition[1])
    if not ends or max(ends) <= i:  # they stand before the verb: the clause to its comma
        return next((j for j in range(i + 1, last) if words.norm[j] in ("،", ",")), last)
    return max(ends)


def object_behind(
    words: Words, limit: Limit, last: int, *, bare: bool, apart: bool = False
) -> bool:
    """Whether what is done stands behind the day on which it is: «سيجري الخميس محادثات مع …»; behind a
    `bare` verb also where it is done: «ستنسحب بحلول نهاية العام من …». `apart`: or behind a day between
    commas: «أن يعود، السبت، إلى القرية مبعوث …»."""
    j = limit.last
    j += apart and bare and j + 1 < last and words.norm[j] in ("،", ",") and words.mark(limit.first - 1)
    j += bare and j + 1 < last and words.quote[j] is not None  # «ستطلب الثلاثاء "توضيحات" من …»
    if j >= last or words.tokens[j].kind != "word" or words.timed(j) or words.core[j] != words.norm[j]:
        return False
    if words.is_(j, "relative", "particle", "complementizer", "adverb", "circumstance"):
        return False
    if has(words, j, "closing", "break", "aside", "accordance"):
        return False
    if words.core[j][0] == "ل" and not words.definite(j):
        return False  # «… في مايو لتبدأ …»
    led = bool(words.tokens[j].proclitics) or words.is_(j, "preposition") or has(words, j, "at")
    return bare if led else bare or not limit.strong


def action_end(
    words: Words, i: int, end: int, limit: Limit | None, condition: tuple[int, int] | None
) -> int:
    """Where the action ends: before limit and condition, without a comma before them."""
    marks = [end]
    if limit is not None and limit.first > i:
        marks.append(limit.first)
    if condition is not None and condition[0] > i:
        marks.append(condition[0])
    stop = min(marks)
    while stop > i + 1 and (words.mark(stop - 1) or words.core[stop - 1] in _LEADING):
        if words.norm[stop - 1] == "ما" and words.norm[stop] != "بين":
            break  # «مرحلة ما بعد 2025»
        stop -= 1
    return max(stop, i + 1)


def before_day(words: Words, a: int, end: int, today: date | None) -> int:
    """Where the action from token `a` ends before the day, by now over, that closes its clause: «دعم الخطة
    [في الثاني من مايو]»."""
    day = words.time[end - 1]
    if day is None or day.type != "date" or len(day.value or "") <= YEAR:
        return end  # «الاتفاق المبرم في 2015»
    if today is not None and day.date is not None and day.date.end is not None and day.date.end > today:
        return end
    first = words.at(day.start)
    while first > a + 1 and (words.mark(first - 1) or words.core[first - 1] in _LEADING):
        first -= 1
    return first if first > a and words.core[first - 1] != "منذ" else end
