"""The day that a source's metadata gives: ISO 8601, RFC 2822, an epoch, or an Arabic date.

The day is the one that is written: «2018-04-30T18:43:13+04:00» is 30 April, whatever the zone.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from rawi.article.printed_date import FIRST_YEAR, LAST_YEAR, find_dates

_ISO = re.compile(r"^\s*(\d{4})-?(\d{2})-?(\d{2})(?=$|[T\s])")
_EPOCH = re.compile(r"^\s*(\d{9,10})(\d{3})?(?:\.\d+)?\s*$")  # seconds, or milliseconds
_MAX = 200  # characters; a longer value is no date


def parse_metadata_date(value: str | None) -> date | None:
    """The day in a metadata value, or None where it gives none. Any string is accepted."""
    if not value or len(value) > _MAX:
        return None
    if (iso := _ISO.match(value)) is not None:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    if (epoch := _EPOCH.match(value)) is not None:
        day = datetime.fromtimestamp(int(epoch[1]), UTC).date()
        return day if FIRST_YEAR <= day.year <= LAST_YEAR else None
    if (printed := find_dates(value)) and not printed[0].hijri:
        return printed[0].day
    try:
        day = parsedate_to_datetime(value).date()
    except (ValueError, TypeError, OverflowError, IndexError):
        return printed[0].day if printed else None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if FIRST_YEAR <= year <= LAST_YEAR else None
    except ValueError:
        return None
