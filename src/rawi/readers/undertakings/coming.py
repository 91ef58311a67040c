"""Which days an expression of time means where what is told looks ahead, or is a limit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from rawi.arabic.calendar import WEEKDAYS
from rawi.readers.attribution.words import Words
from rawi.records import Days, Time

_LENGTH = re.compile(r"P(\d{1,3})([DWMY])")  # of a TIMEX3 value
_YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)")
_RUNNING = ("الجاري", "الحالي")
_DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}
WEEK = 7  # days
JUST_OVER = 60  # days within which a day of this year is rather past
MONTH = 7  # letters of a month's value: «2023-11»


@dataclass(frozen=True, slots=True)
class Ahead:
    """The words around look ahead: a month without a year is the next one, and a length of time is counted
    from the article's day. `whole`: whatever is dated, not only what stands behind a word of limit; `weekday`:
    a weekday too («المحادثات تنطلق الاثنين»)."""

    today: date | None
    whole: bool = True
    weekday: bool = False


def next_year(time: Time, days: Days | None, today: date | None, *, led: bool = False) -> Days | None:
    """The days of a month, or of a day in one, that prints no year: the next one behind words that look
    ahead: «من المقرر أن … بحلول نوفمبر», «متعهدا بنشر … قبل 5 يناير». `led`: a word of limit
    alone says that it is to come."""
    if days is None and not led and today is not None:
        return _nameless(time, today)
    if days is None or days.end is None or days.begin is None or today is None or days.end >= today:
        return days
    numbered = any(map(str.isdigit, time.text))
    if (numbered or led) and (today - days.end).days < JUST_OVER:
        return days  # «الاتفاق على هدنة ابتداء من 19 مارس», of a few days ago
    if any(word in time.text for word in _RUNNING):
        return days  # «16 يونيو الجاري»
    if time.type != "date" or time.basis == "absolute" or len(time.value or "") != MONTH + 3 * numbered:
        return days
    try:
        first, last = (d.replace(year=d.year + 1) for d in (days.begin, days.end))
    except ValueError:  # the 29th of February
        return days
    return Days(first, last) if first >= today else days


def _nameless(time: Time, today: date) -> Days | None:
    """The next day of that name, of one whose year nobody can tell («يوم 9 نوفمبر»)."""
    told = _YEARLESS.fullmatch(time.value or "")
    if told is None:
        return None
    try:
        day = date(today.year, int(told[1]), int(told[2]))
        day = day if day >= today else day.replace(year=day.year + 1)
    except ValueError:
        return None
    return Days(day, day)


def nearest(time: Time, today: date | None) -> Days | None:
    """The days of an expression; of a limit that prints no year, in the year that brings it nearest to
    `today`: what is due «بحلول 10 أكتوبر» is not a year old in September."""
    days = time.date
    if (
        days is None or days.end is None or days.begin is None or today is None
        or time.limit is None or time.type != "date" or time.basis == "absolute" or len(time.value or "") < 10
    ):  # fmt: skip
        return days
    try:
        later = Days(
            days.begin.replace(year=days.begin.year + 1), days.end.replace(year=days.end.year + 1)
        )
    except ValueError:  # the 29th of February
        return days
    assert later.end is not None
    return later if abs((later.end - today).days) < abs((today - days.end).days) else days


def counted(words: Words, time: Time, today: date) -> Days | None:
    """The days of a length of time that begins today, unless it begins with something else («من توقيع …»)."""
    length = _LENGTH.fullmatch(time.value or "")
    end = words.at(time.end)
    if length is None or time.type != "duration" or words.norm[end : end + 1] in (["من"], ["بعد"], ["علي"]):
        return None
    try:
        return Days(today, today + timedelta(days=int(length[1]) * _DAYS[length[2]]))
    except OverflowError:
        return None


def with_next(words: Words, days: Days, last: int, today: date | None) -> Days | None:
    """Both days where the next one is joined at token `last` («السبت والأحد»); None where that one is today,
    so that the first is over and was put a week too late."""
    end = days.end
    if end is None or last >= len(words) or words.norm[last][0] != "و" or days.begin != end:
        return days
    weekday = WEEKDAYS.get(words.core[last])
    later = end + timedelta(days=1)
    if weekday != later.isoweekday():
        return days
    if today is not None and 0 <= (later - today).days - WEEK <= 1:  # `today` may be the day before
        return None
    return Days(days.begin, later)
