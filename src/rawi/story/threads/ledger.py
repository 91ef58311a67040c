"""The ledger: every undertaking of a story with its steps, its deadlines, and its state on a day."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rawi.errors import NoSuchRecordError, said
from rawi.records import Commitment, Days, Span, Statement
from rawi.store import reading
from rawi.store.rows import ArticleRow, Page, Row
from rawi.store.sqlite import Store
from rawi.story.reuse.report import Independence, independence, taken
from rawi.story.threads.groups import groups
from rawi.story.threads.state import STATES, State, Told, moves, state_of
from rawi.story.threads.topic import parts, text_of


@dataclass(frozen=True, slots=True)
class Step:
    """One telling of an undertaking. `said` is the day it was said, as far as known.

    `basis` says whence that day: clause («اتفقا، في مارس الماضي، على …») | statement | published.
    `copied`: it stands in a passage that the article took from an earlier one, so it confirms nothing.
    `part` is the record's id, with «.k» behind it for the k-th action joined to its first; `span`
    holds the part's own words.
    """

    row: Row
    part: str
    span: Span
    said: Days | None
    basis: str | None
    copied: bool

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


def threads(
    store: Store, as_of: date | None = None, state: str | None = None, party: str | None = None,
    limit: int = 50, offset: int = 0,
) -> Page[Thread]:  # fmt: skip
    """One page of the undertakings known on a day, what is due soonest first.

    `as_of`: the day, else that of the story's last article. `state`: only these (state.STATES).
    `party`: only those that bind somebody whose printed name holds these words.
    """
    on = as_of or _last_day(store)
    steps = _steps(store, on)
    found = [_thread(store, [steps[i] for i in ids], on) for ids in groups(store, _in_order(steps))]
    if state is not None:
        found = [t for t in found if t.state.state == state]
    if party is not None:
        found = [t for t in found if any(party in p for p in t.parties)]
    found.sort(key=_rank)
    return Page(tuple(found[offset : offset + limit]), len(found))


def thread(store: Store, record_id: str, as_of: date | None = None) -> Thread:
    """The undertaking that a commitment is a step of. Raises NoSuchRecordError."""
    row = reading.record(store, record_id.partition(".")[0])
    on = as_of or _last_day(store)
    steps = _steps(store, on)
    for ids in groups(store, _in_order(steps)):
        if (record_id if "." in record_id else row.record.id) in ids:
            return _thread(store, [steps[i] for i in ids], on)
    raise NoSuchRecordError(
        said("no commitment {!r} that was told by then", record_id), source=str(store.path)
    )


def _last_day(store: Store) -> date | None:
    return reading.day(store.one("SELECT max(published_to) FROM articles", ()))


def _steps(store: Store, on: date | None) -> dict[str, Step]:
    """Every undertaking told by a day, by its part's id."""
    until = on.isoformat() if on else "9999"
    found = store.rows(
        "SELECT r.* FROM records r JOIN articles a ON a.id = r.article WHERE r.kind = 'commitment'"
        " AND (a.published_from IS NULL OR a.published_from <= ?)",
        (until,),
    )
    rows = reading.record_rows(store, found)
    said = _said_days(store, [r.record for r in rows if isinstance(r.record, Commitment)])
    copied = taken(store)
    out = {}
    for row in rows:
        record = row.record
        assert isinstance(record, Commitment)
        days, basis = record.undertaken, "clause"
        if days is None:
            days, basis = said.get(record.statement or ""), "statement"
        if days is None and row.article.published is not None:
            days, basis = row.article.published.days, "published"
        twice = any(
            a <= record.start and record.end <= b for a, b in copied.get(record.article, ())
        )
        for part, span in parts(record):
            out[part] = Step(row, part, span, days, basis if days else None, twice)
    return out


def _said_days(store: Store, commitments: Sequence[Commitment]) -> dict[str, Days]:
    """The day of each statement that a commitment stands in, by the statement's id."""
    wanted = sorted({c.statement for c in commitments if c.statement})
    out = {}
    for row in store.rows(
        "SELECT id, data FROM records WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(wanted),),
    ):
        statement = reading.record_of(row["data"])
        if isinstance(statement, Statement) and statement.said is not None:
            out[row["id"]] = statement.said
    return out


def _thread(store: Store, steps: list[Step], on: date | None) -> Thread:
    steps = sorted(steps, key=_when)
    told = [
        Told(
            s.said.begin if s.said else None, s.commitment.status_word, s.commitment.deadline,
            s.commitment.id, s.said.end if s.said else None,
        )
        for s in steps
    ]  # fmt: skip
    evidence = [(s.commitment.article, s.span.start, s.span.end) for s in steps]
    said = {s.commitment.id: s.said for s in steps}
    history = tuple(
        Deadline(m.deadline, m.record, said[m.record])
        for m in moves(told)
        if m.deadline is not None
    )
    first = next((s.part for s in steps if "." not in s.part), steps[0].part)
    return Thread(
        first, _wording(steps), _parties(steps),
        tuple(steps), history, state_of(told, on), on, independence(store, evidence),
    )  # fmt: skip


def _wording(steps: Sequence[Step]) -> str:
    """The first wording of four words or more, else the longest."""
    wordings = [text_of(s.commitment, s.part) for s in steps]
    full = (w for w in wordings if len(w.split()) >= 4)
    return next(full, max(wordings, key=len))


def _in_order(steps: Mapping[str, Step]) -> list[str]:
    return sorted(steps, key=lambda record: _when(steps[record]))


def _when(step: Step) -> tuple[date, str, int]:
    day = step.said.begin if step.said and step.said.begin else date.max
    return day, step.commitment.article, step.span.start


def _parties(steps: Sequence[Step]) -> tuple[str, ...]:
    """Who is bound, as printed, those named most often first; a name inside a longer one is left out."""
    counted: dict[str, int] = {}
    for step in steps:
        for span in step.commitment.party:
            counted[span.text] = counted.get(span.text, 0) + 1
    names = sorted(counted, key=lambda n: (-counted[n], -len(n), n))
    return tuple(n for k, n in enumerate(names) if not any(n in m for m in names[:k]))


def _rank(found: Thread) -> tuple[int, int, str]:
    """Open ones by their day, then those that passed, the latest first; then the rest."""
    due = found.state.due_in
    return STATES.index(found.state.state), abs(due) if due is not None else 0, found.id
