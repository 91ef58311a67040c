"""The ledger: every undertaking of a story with its steps, its deadlines, and its state on a day."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rawi.errors import NoSuchRecordError, said
from rawi.records import Commitment, Days, Span
from rawi.store import reading
from rawi.store.rows import ArticleRow, Page, Row
from rawi.store.sqlite import Store
from rawi.store.words import name_key
from rawi.story.reuse.report import Independence, independences, taken
from rawi.story.threads.groups import groups
from rawi.story.threads.state import STATES, State, Told, moves, state_of
from rawi.story.threads.steps import Line, bound, lines, span_of, worded


@dataclass(frozen=True, slots=True)
class Step:
    """One telling of an undertaking. `said` is the day it was said, as far as known.

    `basis` says whence that day: clause («اتفقا، في مارس الماضي، على …») | statement | published.
    `copied`: it stands in a passage that the article took from an earlier one, so it confirms nothing.
    `part` is the record's id, with «.k» behind it for the k-th action joined to its first; `span`
    holds the part's own words. `status`: its status word, or cancelled, resumed, in force.
    """

    row: Row
    part: str
    span: Span
    said: Days | None
    basis: str | None
    copied: bool
    status: str | None = None

    @property
    def commitment(self) -> Commitment:
        """The record."""
        assert isinstance(self.row.record, Commitment)
        return self.row.record

    @property
    def article(self) -> ArticleRow:
        """The article it stands in."""
        return self.row.article


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline as it stood from a step on: the days, the record that names it, when it was said."""

    days: Days
    record: str
    said: Days | None


@dataclass(frozen=True, slots=True)
class Thread:
    """One undertaking. `id` is that of the first step that is a record of its own (else its part's);
    any step's id finds it.

    `what` is its first full wording, `parties` who is bound as printed, `deadlines` the history of its
    limit («was …; then …»), `state` what is known of it on `as_of`.
    """

    id: str
    what: str
    parties: tuple[str, ...]
    steps: tuple[Step, ...]
    deadlines: tuple[Deadline, ...]
    state: State
    as_of: date | None
    independence: Independence


@dataclass(frozen=True, slots=True)
class Like:
    """An undertaking as it is offered to be chosen: its first wording, who is bound, its latest limit."""

    id: str
    what: str
    parties: tuple[str, ...]
    deadline: Days | None


@dataclass(frozen=True, slots=True)
class _Known:
    """A thread before its records are read."""

    id: str
    lines: tuple[Line, ...]
    told: tuple[Told, ...]
    state: State


def threads(
    store: Store, as_of: date | None = None, state: str | None = None, party: str | None = None,
    limit: int = 50, offset: int = 0,
) -> Page[Thread]:  # fmt: skip
    """One page of the undertakings known on a day, what is due soonest first.

    `as_of`: the day, else that of the story's last article. `state`: only these (state.STATES).
    `party`: only those that bind somebody whose printed name holds these words.
    """
    on = as_of or _last_day(store)
    found = [
        one
        for one in _known(store, on)
        if (state is None or one.state.state == state)
        and (party is None or any(party in name for name in bound(one.lines)))
    ]
    found.sort(key=_rank)
    return Page(_threads(store, found[offset : offset + limit], on), len(found))


def thread(store: Store, record_id: str, as_of: date | None = None) -> Thread:
    """The undertaking that a commitment is a step of. Raises NoSuchRecordError."""
    part = record_id if "." in record_id else reading.record(store, record_id).record.id
    on = as_of or _last_day(store)
    steps = lines(store, on)
    for ids in groups(store, steps):
        if part in ids:
            return _threads(store, [_sketch([steps[i] for i in ids], on)], on)[0]
    raise NoSuchRecordError(
        said("no commitment {!r} that was told by then", record_id), source=str(store.path)
    )


def like(store: Store, record_id: str, words: str, limit: int) -> tuple[Like, ...]:
    """Other undertakings than the one of a record, in one telling of which all these words stand, in the
    wording or in who is bound; what is due soonest first."""
    wanted = [f" {word} " for word in name_key(words).split()]
    on = _last_day(store)
    found = [
        one
        for one in _known(store, on)
        if wanted
        and any(all(w in f" {line.words} " for w in wanted) for line in one.lines)
        and not any(record_id in (line.part, line.record) for line in one.lines)
    ]
    found.sort(key=_rank)
    return tuple(
        Like(
            one.id, worded(one.lines), bound(one.lines),
            moved[-1].deadline if (moved := moves(one.told)) else None,
        )
        for one in found[:limit]
    )  # fmt: skip


def _last_day(store: Store) -> date | None:
    return reading.day(store.one("SELECT max(published_to) FROM articles", ()))


def _known(store: Store, on: date | None) -> list[_Known]:
    """Every thread known on a day."""
    steps = lines(store, on)
    return [_sketch([steps[i] for i in ids], on) for ids in groups(store, steps)]


def _sketch(steps: Sequence[Line], on: date | None) -> _Known:
    told = tuple(
        Told(
            s.said.begin if s.said else None, s.status, s.deadline, s.record,
            s.said.end if s.said else None, s.basis != "published",
        )
        for s in steps
    )  # fmt: skip
    first = next((s.part for s in steps if "." not in s.part), steps[0].part)
    return _Known(first, tuple(steps), told, state_of(told, on))


def _threads(store: Store, page: Sequence[_Known], on: date | None) -> tuple[Thread, ...]:
    """Threads with their records, and who stands behind them."""
    ids = {line.record for one in page for line in one.lines}
    found = store.rows(
        "SELECT * FROM records WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(ids)),),
    )
    rows = {row.record.id: row for row in reading.record_rows(store, found)}
    copied = taken(store)
    behind = independences(
        store, ([(line.article, line.start, line.stop) for line in one.lines] for one in page)
    )
    return tuple(
        _thread(one, rows, copied, stands, on) for one, stands in zip(page, behind, strict=True)
    )


def _thread(
    known: _Known, rows: Mapping[str, Row], copied: Mapping[str, list[tuple[int, int]]],
    stands: Independence, on: date | None,
) -> Thread:  # fmt: skip
    steps = tuple(
        Step(
            row := rows[line.record], line.part, span_of(line, row.record), line.said, line.basis,
            any(a <= row.record.start and row.record.end <= b
                for a, b in copied.get(line.article, ())),
            line.status,
        )
        for line in known.lines
    )  # fmt: skip
    said = {line.record: line.said for line in known.lines}
    history = tuple(
        Deadline(m.deadline, m.record, said[m.record])
        for m in moves(known.told)
        if m.deadline is not None
    )
    return Thread(
        known.id, worded(known.lines), bound(known.lines), steps, history, known.state, on, stands
    )


def _rank(found: _Known) -> tuple[int, int, str]:
    """Open ones by their day, then those that passed, the latest first; then the rest."""
    due = found.state.due_in
    return STATES.index(found.state.state), abs(due) if due is not None else 0, found.id
