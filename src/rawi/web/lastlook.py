"""When this reader last looked, so that the desk can say what is new since.

The cookie holds two moments: the look before this one, and this one. Pages opened within SITTING of each
other are one look, so reloading the desk does not make its news old.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

COOKIE = "rawi_looked"
SITTING = timedelta(minutes=30)


def looked(held: str | None, now: datetime) -> tuple[datetime | None, str]:
    """The moment of the look before this one (None: there was none), and the cookie's next value."""
    before, latest = _read(held)
    if latest is None:
        return None, f"-|{stamp(now)}"
    if now - latest > SITTING:
        before = latest
    return before, f"{stamp(before) if before else '-'}|{stamp(now)}"


def stamp(moment: datetime) -> str:
    """A moment as stories write it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _read(held: str | None) -> tuple[datetime | None, datetime | None]:
    before, _, latest = (held or "").partition("|")
    return _moment(before), _moment(latest)


def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except ValueError:
        return None
