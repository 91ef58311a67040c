"""What of a record becomes a column of its own in the table `records`, to filter and sort by.

`begin` and `end` are the record's own days (a statement's `said`, a figure's `as_of`, a
commitment's deadline, an event's and a time's date); where it has none, the article's publication
stands in for a statement, figure or name, which are claims made then, and nothing does for the
others.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rawi.records import (
    Commitment,
    Days,
    Event,
    Figure,
    Name,
    Published,
    Record,
    Span,
    Statement,
    Time,
)
from rawi.store.words import name_key


@dataclass(slots=True)
class Columns:
    """One record's columns; None where the kind has no such thing."""

    type: str | None = None
    act: str | None = None
    form: str | None = None
    status: str | None = None
    name: str | None = None
    entity: str | None = None
    place: str | None = None
    thing: str | None = None
    value: float | None = None
    unit: str | None = None
    days: Days | None = None
    score: float | None = None

    @property
    def name_key(self) -> str | None:
        """The name without its spelling."""
        return (name_key(self.name) or None) if self.name else None

    @property
    def place_key(self) -> str | None:
        """The place without its spelling."""
        return (name_key(self.place) or None) if self.place else None


def columns(record: Record, published: Published | None) -> Columns:
    """The columns of one record of an article that was published then."""
    when = published.days if published else None
    match record:
        case Name():
            return Columns(
                type=record.type, name=record.name or record.text, entity=record.entity, days=when,
                place=record.text if record.type == "place" else None, score=record.score,
            )  # fmt: skip
        case Time():
            return Columns(type=record.type, days=record.date)
        case Statement():
            by = record.speaker
            return Columns(
                act=record.act, form=record.form, name=(by.name or by.text) if by else None,
                entity=by.entity if by else None, days=record.said or when, score=record.score,
            )  # fmt: skip
        case Figure():
            number = record.value if record.value is not None else record.low
            if number is None:
                number = record.high
            return Columns(
                place=_text(record.place), thing=_text(record.thing), unit=record.unit,
                value=None if number is None else _real(number), days=record.as_of or when,
            )  # fmt: skip
        case Commitment():
            return Columns(
                status=record.status_word, days=record.deadline,
                name=record.party[0].text if record.party else None,
            )  # fmt: skip
        case Event():
            return Columns(
                type=record.type, name=_text(record.actor), place=_text(record.place),
                days=record.date,
            )  # fmt: skip
    return Columns()


def iso(day: date | None) -> str | None:
    """A day as ISO 8601."""
    return day.isoformat() if day else None


def _text(span: Span | None) -> str | None:
    return span.text if span else None


def _real(number: float | int) -> float | None:
    try:
        return float(number)
    except OverflowError:  # an integer beyond any float: kept exactly in the record's JSON
        return None
