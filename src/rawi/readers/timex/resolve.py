"""Parts and a reference day into a TIMEX3 value and days.

`resolve(parts, reference, lean)`: the reference may be one day, an interval (an article that is dated
only within bounds) or None. Where it is an interval, the result is the interval that follows from its
two ends, and a value only where both ends agree: never a false day. `lean` says where the words around
look (readers/timex/tense.py).
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rawi.arabic import calendar as arabic
from rawi.readers.timex.parts import Parts
from rawi.readers.timex.tense import AHEAD, ALONE, BACK, NEITHER, PRESENT
from rawi.records import Days

DAY = timedelta(days=1)
SEASONS = {season.timex: season for season in arabic.SEASONS.values()}
DAYS_IN = {"day": 1, "week": 7, "month": 31, "year": 366, "decade": 3660, "century": 36600}
"""The most days a unit can have."""
YEAR_MODS = {"start": (1, 3), "mid": (5, 8), "end": (10, 12)}  # records.md, «time»
MONTH_MODS = {"start": (1, 10), "mid": (11, 20), "end": (21, 31)}  # records.md, «time»


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression says of the calendar. `begin`, `end` None: not known, or open."""

    type: str
    value: str | None
    begin: date | None = None
    end: date | None = None

    @property
    def days(self) -> Days | None:
        """The days, or None where neither is known."""
        return Days(self.begin, self.end) if self.begin or self.end else None


def resolve(parts: Parts, reference: Days | None, lean: int) -> Meaning:
    """The meaning of `parts`. Never raises: what cannot be known is None."""
    first = reference.begin if reference is not None else None
    last = reference.end if reference is not None else None
    low = _safely(parts, first, lean)
    if first == last and (first is not None or last is None):
        return low
    high = _safely(parts, last, lean)
    if (low.begin, low.end, low.value) == (high.begin, high.end, high.value):
        return low
    if low.begin is None or high.end is None:
        open_low = low.begin if low.begin and first is not None else None
        open_high = high.end if high.end and last is not None else None
        return Meaning(low.type, unanchored(parts), open_low, open_high)
    return Meaning(low.type, unanchored(parts), min(low.begin, high.begin or low.begin), high.end)


def _safely(parts: Parts, reference: date | None, lean: int) -> Meaning:
    try:
        return _resolve(parts, reference, lean)
    except (ValueError, OverflowError):  # a day that the calendar does not have
        return Meaning(_type(parts), unanchored(parts))


def _type(parts: Parts) -> str:
    if parts.fuzzy:
        return parts.fuzzy.split(":")[0]
    if parts.each:
        return "set"
    if parts.hour or parts.part:
        return "time"
    if parts.length or parts.window:
        return "duration"
    return "date"


def _resolve(parts: Parts, ref: date | None, lean: int) -> Meaning:
    kind = _type(parts)
    if parts.fuzzy:
        value = parts.fuzzy.split(":")[1]
        if parts.sign:  # قبل أيام، بعد أشهر, from wherever the words look
            behind = lean < PRESENT or (lean < AHEAD and parts.sign < 0)
            value = "PAST_REF" if behind else "FUTURE_REF"
        return Meaning(kind, value)
    if parts.each:
        return Meaning(kind, parts.each)
    if parts.window:
        return _window(parts, ref)
    if parts.length:
        return _length(parts, ref, lean)
    found = _dates(parts, ref, lean)
    if found is None:
        return Meaning(kind, unanchored(parts))
    value, begin, end = found
    if parts.until is not None:
        other = _dates(_closing(parts), ref, lean)
        if other is not None and other[2] >= begin:
            value, end = f"{value}/{other[0]}", other[2]
    if parts.rest and ref is not None and begin <= ref <= end:
        begin = ref
    if parts.mod and not _is_day(parts):
        begin, end = narrowed(parts.mod, begin, end)
    if parts.hour:
        value += parts.hour
    elif parts.part:
        value += "T" + {"NOON": "12:00"}.get(parts.part, parts.part)
    return Meaning(kind, value, begin, end)


def _is_day(parts: Parts) -> bool:
    return parts.day is not None or parts.weekday is not None or parts.rel == ("day", 0)


def _closing(parts: Parts) -> Parts:
    """The far end of a range, with what it shares with the near one."""
    assert parts.until is not None
    other = parts.until
    if other.day is not None:
        return replace(parts, day=other.day, until=None, weekday=None)
    return other


def _window(parts: Parts, ref: date | None) -> Meaning:
    """الأشهر الثلاثة الماضية: from as long ago to the reference; المقبلة: from the day after it."""
    assert parts.window is not None
    unit, count, sign = parts.window
    if ref is None:
        return Meaning("duration", parts.length)
    if unit in ("hour", "minute", "second"):
        days = max(1, round(count * {"hour": 1, "minute": 0, "second": 0}[unit] / 24))
        far = ref + sign * days * DAY
    else:
        far = moved(ref, unit, sign * count)
    if sign < 0:
        return Meaning("duration", parts.length, far, ref)
    return Meaning("duration", parts.length, ref + DAY if unit != "hour" else ref, far)


def _length(parts: Parts, ref: date | None, lean: int) -> Meaning:
    """A duration; «منذ شهرين» runs up to the reference, «خلال أسبوعين» ahead of it."""
    fine = any(unit in ("hour", "minute", "second") for unit, _ in parts.units)
    if ref is None or not parts.units or fine or not parts.sign:
        return Meaning("duration", parts.length)
    if parts.sign > 0 and lean < AHEAD:
        return Meaning("duration", parts.length)
    far = ref
    for unit, count in parts.units:
        far = moved(far, unit, parts.sign * count)
    low, high = sorted((ref, far))
    return Meaning("duration", parts.length, low, high)


def _dates(parts: Parts, ref: date | None, lean: int) -> tuple[str, date, date] | None:
    """(value, first day, last day) of a calendar expression, or None where it cannot be told."""
    if parts.calendar == "b":
        return None  # before the common era: no day of this calendar
    if parts.shift is not None:
        return _shifted(parts, ref)
    if parts.impossible and parts.month is None:
        return year_days(parts.year) if parts.year and parts.calendar == "g" else None
    if parts.feast is not None:
        return _feast(parts, ref, lean)
    if parts.calendar == "h":
        return _hijri(parts, ref, lean)
    if parts.decade is not None:
        start, length = parts.decade
        digits = 3 if length == 10 else 2
        return f"{start:04d}"[:digits], date(start, 1, 1), date(start + length - 1, 12, 31)
    if parts.rel is not None and parts.rel[0] == "day" and parts.day and parts.month:
        parts = replace(parts, rel=None)  # «اليوم 7 أيلول»: what is printed holds
    if parts.rel is not None and parts.rel[0] in ("day", "week", "month"):
        return _near(parts, ref)
    if parts.month is not None:
        return _monthly(parts, ref, lean)
    year = _year(parts, ref)
    if parts.quarter or parts.half or parts.season or parts.nth:
        return _in_year(parts, year, ref, lean)
    if year is not None and parts.day is None and parts.weekday is None:
        return year_days(year)
    if parts.rel is not None and parts.rel[0] in ("decade", "century"):
        size = 10 if parts.rel[0] == "decade" else 100
        if ref is None:
            return None
        start = ref.year // size * size + parts.rel[1] * size
        return (
            f"{start:04d}"[: 3 if size == 10 else 2],
            date(start, 1, 1),
            date(start + size - 1, 12, 31),
        )
    if parts.day is not None:
        return _day_alone(parts, ref, lean)
    if parts.weekday is not None and ref is not None and year is None:
        day = near_weekday(ref, parts.weekday, parts.look, lean)
        return day.isoformat(), day, day
    if (parts.hour or parts.part) and ref is not None and parts.hour:
        return ref.isoformat(), ref, ref
    return None


def _year(parts: Parts, ref: date | None) -> int | None:
    if parts.year is not None:
        return parts.year
    if parts.rel is not None and parts.rel[0] == "year" and ref is not None:
        return ref.year + parts.rel[1]
    return None


def year_days(year: int) -> tuple[str, date, date]:
    """A whole year."""
    return f"{year:04d}", date(year, 1, 1), date(year, 12, 31)


def month_days(year: int, month: int) -> tuple[str, date, date]:
    """A whole month."""
    last = calendar.monthrange(year, month)[1]
    return f"{year:04d}-{month:02d}", date(year, month, 1), date(year, month, last)


def _one(day: date) -> tuple[str, date, date]:
    return day.isoformat(), day, day


def moved(day: date, unit: str, count: float) -> date:
    """`day` moved by so many units; a month without that day gives its last one."""
    if unit == "day":
        return day + timedelta(days=round(count))
    if unit == "week":
        return day + timedelta(days=round(7 * count))
    if unit in ("hour", "minute", "second"):
        return day
    months = round(count * {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit])
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def _shifted(parts: Parts, ref: date | None) -> tuple[str, date, date] | None:
    """قبل شهرين is a month, قبل ثلاث سنوات a year, قبل يومين a day; «من الآن» is to the day."""
    if ref is None or parts.shift is None:
        return None
    day = ref
    for unit, count in parts.shift:
        day = moved(day, unit, parts.sign * count)
    unit, count = parts.shift[0]
    if unit in ("hour", "minute", "second"):
        hours = count / {"hour": 1, "minute": 60, "second": 3600}[unit]
        return _one(ref) if hours < 6 else None
    if parts.exact or count != int(count) or unit == "day":
        return _one(day)
    if unit == "week":
        return _one(day)
    if unit == "month":
        return month_days(day.year, day.month)
    return year_days(day.year)


def _near(parts: Parts, ref: date | None) -> tuple[str, date, date] | None:
    """أمس, الأسبوع الماضي, the 15th of الشهر المقبل, Sunday of last week."""
    assert parts.rel is not None
    if ref is None:
        return None
    unit, offset = parts.rel
    if unit == "day":
        return _one(ref + offset * DAY)
    if unit == "week":
        monday = ref - timedelta(days=ref.weekday()) + timedelta(days=7 * offset)
        if parts.weekday is not None:
            return _one(monday + timedelta(days=parts.weekday - 1))
        iso = monday.isocalendar()
        return f"{iso.year}-W{iso.week:02d}", monday, monday + 6 * DAY
    start = moved(ref.replace(day=1), "month", offset)
    return _in_month(parts, start.year, start.month)


def _in_month(parts: Parts, year: int, month: int) -> tuple[str, date, date] | None:
    if parts.day is not None:
        day = date(year, month, parts.day)
        if parts.ordinal and parts.weekday and parts.day <= 5 and day.isoweekday() != parts.weekday:
            return _nth((parts.day, str(parts.weekday)), *month_days(year, month)[1:])
        return _one(day)
    if parts.nth is not None:
        return _nth(parts.nth, *month_days(year, month)[1:])
    return month_days(year, month)


def _nth(nth: tuple[int, str], begin: date, end: date) -> tuple[str, date, date] | None:
    """The n-th weekday, day, week or month between two days; a week belongs to where its Thursday is,
    but the first whole week is meant where the month begins late in one."""
    count, what = nth
    if what == "day":
        day = end if count < 0 else begin + (count - 1) * DAY
        return _one(day) if day <= end else None
    if what.isdigit():
        wanted = int(what) - 1
        if count < 0:
            day = end - timedelta(days=(end.weekday() - wanted) % 7)
            return _one(day)
        day = begin + timedelta(days=(wanted - begin.weekday()) % 7 + 7 * (count - 1))
        return _one(day) if day <= end else None
    if what == "week":
        if count < 0:
            monday = end - timedelta(days=end.weekday())
            if end.weekday() < 3:
                monday -= 7 * DAY
        else:
            monday = begin + timedelta(days=(-begin.weekday()) % 7 + 7 * (count - 1))
        iso = monday.isocalendar()
        return f"{iso.year}-W{iso.week:02d}", monday, monday + 6 * DAY
    if what == "month":
        index = 12 if count < 0 else count
        return month_days(begin.year, index) if 1 <= index <= 12 else None
    return None


def _in_year(
    parts: Parts, year: int | None, ref: date | None, lean: int
) -> tuple[str, date, date] | None:
    """Quarters, halves, seasons and ordinals within a year."""
    if parts.season is not None:
        season = SEASONS[parts.season]
        if year is None:
            if ref is None or parts.look is None:
                return None
            year = ref.year
            begin, close = arabic.season_days(season, year)
            if parts.look > 0 and begin <= ref:
                year += 1
            elif parts.look < 0 and close >= ref:
                year -= 1
        return f"{year:04d}-{parts.season}", *arabic.season_days(season, year)
    if year is None:
        if parts.nth is not None or ref is None or parts.weak:
            return None
        year = ref.year
    if parts.quarter:
        first = parts.quarter * 3 - 2
        return f"{year:04d}-Q{parts.quarter}", date(year, first, 1), month_days(year, first + 2)[2]
    if parts.half:
        first = parts.half * 6 - 5
        return f"{year:04d}-H{parts.half}", date(year, first, 1), month_days(year, first + 5)[2]
    assert parts.nth is not None
    return _nth(parts.nth, date(year, 1, 1), date(year, 12, 31))


def _monthly(parts: Parts, ref: date | None, lean: int) -> tuple[str, date, date] | None:
    """A named month, with or without a day, in the year that is said or that the words look to."""
    month = parts.month
    assert month is not None
    if parts.impossible:
        parts = replace(parts, day=None, until=None)
    year = _year(parts, ref)
    if year is None and parts.weekday and parts.day and ref is not None:
        year = _year_of_weekday(parts, ref)
    if year is None:
        if ref is None:
            return None
        year = _year_of_month(parts, ref, lean)
    return _in_month(parts, year, month)


def _year_of_weekday(parts: Parts, ref: date) -> int | None:
    """The nearest year in which that day of the month falls on that weekday, within a year or so."""
    for year in sorted(range(ref.year - 1, ref.year + 2), key=lambda y: abs(y - ref.year)):
        day = date(year, parts.month or 1, parts.day or 1)
        if day.isoweekday() == parts.weekday and abs((day - ref).days) <= 400:
            return year
    return None


def _year_of_month(parts: Parts, ref: date, lean: int) -> int:
    """Where no year is printed: «الماضي» the last one before, «المقبل» the next one after, otherwise
    the side the words lean to, otherwise the nearest."""
    month = parts.month or 1
    first = parts.day or 1
    last = parts.day or 31
    here = (ref.month, ref.day)
    if parts.look == -1:
        past = (month, last) < here if parts.day else month < ref.month
        return ref.year if past else ref.year - 1
    if parts.look == 1:
        ahead = (month, first) > here if parts.day else month > ref.month
        return ref.year if ahead else ref.year + 1
    if parts.look == 0 and month == ref.month:
        return ref.year
    if lean == ALONE:
        return ref.year if month >= ref.month else ref.year + 1
    gap = month - ref.month
    nearest = ref.year + (1 if gap < -6 else -1 if gap > 6 else 0)
    soon = abs(gap) % 12 in (0, 1, 11)  # a month away: its year is the nearest, whatever the tense
    if lean == BACK and not (soon and not parts.day):
        return ref.year if (month, first) <= here else ref.year - 1
    if lean == AHEAD and not soon:
        return ref.year if (month, last) >= here else ref.year + 1
    return nearest


def near_weekday(ref: date, weekday: int, look: int | None, lean: int) -> date:
    """The day meant by a weekday's name, seen from `ref`."""
    back = (ref.isoweekday() - weekday) % 7
    ahead = (weekday - ref.isoweekday()) % 7
    if look == -1:
        return ref - timedelta(days=back or 7)
    if look == 1:
        return ref + timedelta(days=ahead or 7)
    if lean == ALONE:  # a bare day that is named is one to come
        return ref + timedelta(days=ahead or 7)
    return ref + timedelta(days=ahead) if lean > NEITHER else ref - timedelta(days=back)


def _day_alone(parts: Parts, ref: date | None, lean: int) -> tuple[str, date, date] | None:
    """«السبت السادس عشر»: the day of the month nearest the reference that is such a weekday."""
    if ref is None or parts.day is None:
        return None
    best: date | None = None
    for offset in (0, -1, 1, -2, 2):
        start = moved(ref.replace(day=1), "month", offset)
        if parts.day > calendar.monthrange(start.year, start.month)[1]:
            continue
        day = start.replace(day=parts.day)
        if parts.weekday is not None and day.isoweekday() != parts.weekday:
            continue
        if best is None or abs((day - ref).days) < abs((best - ref).days):
            best = day
    return _one(best) if best is not None else None


def narrowed(mod: str, begin: date, end: date) -> tuple[date, date]:
    """The start, middle or end of a stretch, by the rule of records.md."""
    length = (end - begin).days + 1
    if length in range(28, 32) and begin.day == 1:
        low, high = MONTH_MODS[mod]
        return begin.replace(day=low), begin.replace(day=min(high, end.day))
    if length in (365, 366) and (begin.month, begin.day) == (1, 1):
        low, high = YEAR_MODS[mod]
        return date(begin.year, low, 1), month_days(begin.year, high)[2]
    third = length // 3
    if mod == "start":
        return begin, begin + timedelta(days=max(third - 1, 0))
    if mod == "end":
        return end - timedelta(days=max(third - 1, 0)), end
    return begin + timedelta(days=third), end - timedelta(days=third)


def _hijri(parts: Parts, ref: date | None, lean: int) -> tuple[str, date, date] | None:
    """A Hijri year, month or day in Gregorian days (Umm al-Qura, through hijridate)."""
    year = parts.year
    if parts.month is None:
        if year is None:
            return None
        begin, _ = hijri_month(year, 1)
        _, end = hijri_month(year, 12)
        return f"{begin.year:04d}/{end.year:04d}", begin, end
    if year is None:
        if ref is None:
            return None
        year = _hijri_year(parts.month, ref, parts.look, lean)
    elif year > 1600:  # «رمضان 2017»: the year is Gregorian
        gregorian = year
        year = next(
            (y for y in range(year - 581, year - 576) if _in_gregorian(y, parts.month, gregorian)),
            0,
        )
    begin, end = hijri_month(year, parts.month)
    if parts.day is not None and not parts.impossible:
        day = begin + (parts.day - 1) * DAY
        return _one(day) if day <= end else None
    return f"{begin.isoformat()}/{end.isoformat()}", begin, end


def hijri_month(year: int, month: int) -> tuple[date, date]:
    """First and last Gregorian day of a Hijri month. ValueError where the calendar does not reach."""
    found = arabic.days(year, month, calendar="hijri")
    if found is None:
        raise ValueError(f"no Hijri month {year}-{month}")
    return found


def _hijri_year(month: int, ref: date, look: int | None, lean: int) -> int:
    here = arabic.hijri(ref)
    if here is None:
        raise ValueError("outside the Hijri calendar's range")
    year, running, _ = here
    if look == -1:
        return year if month < running else year - 1
    if look == 1 or (look is None and lean == ALONE):
        return year if month > running or (look is None and month == running) else year + 1
    gap = month - running
    return year + (1 if gap < -6 else -1 if gap > 6 else 0)


def _feast(parts: Parts, ref: date | None, lean: int) -> tuple[str, date, date] | None:
    assert parts.feast is not None
    era, month, day, length = parts.feast
    year = parts.year
    if era == "g":
        if year is None:
            if ref is None:
                return None
            year = _year_of_month(replace(parts, month=month, day=day), ref, NEITHER)
        begin = date(year, month, day)
        return _one(begin)
    if year is not None and parts.calendar == "g":
        years = [y for y in range(year - 581, year - 576) if _in_gregorian(y, month, year)]
        if not years:
            return None
        year = years[0]
    if year is None:
        if ref is None:
            return None
        year = _hijri_year(month, ref, parts.look, lean)
    begin, end = hijri_month(year, month)
    if length:
        begin = begin + (day - 1) * DAY
        end = begin + (length - 1) * DAY
    return (
        f"{begin.isoformat()}/{end.isoformat()}" if begin != end else begin.isoformat(),
        begin,
        end,
    )


def _in_gregorian(hijri_year: int, month: int, year: int) -> bool:
    try:
        return hijri_month(hijri_year, month)[0].year == year
    except (ValueError, OverflowError):
        return False


def unanchored(parts: Parts) -> str | None:
    """The TIMEX3 value of what is said, with X for what is not."""
    if parts.fuzzy:
        return parts.fuzzy.split(":")[1]
    if parts.each or parts.length:
        return parts.each or parts.length
    clock = parts.hour or (f"T{parts.part}" if parts.part else "")
    year = f"{parts.year:04d}" if parts.year and parts.calendar == "g" else "XXXX"
    if parts.calendar == "b" and parts.year:
        return f"BC{parts.year:04d}"
    if parts.calendar == "h":
        return None
    if parts.month is not None:
        day = f"-{parts.day:02d}" if parts.day and not parts.impossible else ""
        return f"{year}-{parts.month:02d}{day}{clock}"
    if parts.weekday is not None:
        return f"XXXX-WXX-{parts.weekday}{clock}"
    if parts.season:
        return f"{year}-{parts.season}"
    if parts.quarter:
        return f"{year}-Q{parts.quarter}"
    if parts.half:
        return f"{year}-H{parts.half}"
    if parts.rel is not None:
        return {"week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}.get(
            parts.rel[0], "XXXX-XX-XX"
        ) + clock
    if parts.year is not None:
        return year
    return f"XXXX-XX-XX{clock}" if clock else None
