"""Parts and a reference day into a TIMEX3 value and days.

`resolve(parts, reference, lean)`: the reference may be one day, an interval (an article that is dated
only within bounds) or None. Where it is an interval, the result is the interval that follows from
its two ends, and a value only where both ends agree: never a false day. `lean` says where the words
around look (readers/timex/tense.py).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from rawi.readers.timex.gregorian import dates
from rawi.readers.timex.parts import Parts
from rawi.readers.timex.reckon import DAY, moved, narrowed, shared
from rawi.readers.timex.tense import AHEAD, PRESENT
from rawi.records import Days


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
    found = dates(parts, ref, lean)
    if found is None:
        return Meaning(kind, unanchored(parts))
    value, begin, end = found
    if parts.until is not None:
        other = dates(_closing(parts), ref, lean)
        if other is not None and other[2] >= begin:
            one_night = parts.part == "NI" and parts.weekday is not None
            value, end = value if one_night else f"{value}/{other[0]}", other[2]
    if parts.rest and ref is not None and begin <= ref <= end:
        begin = ref
    if parts.share is not None:
        begin, end = shared(parts.share, begin, end)
        value = f"{begin}/{end}"
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
