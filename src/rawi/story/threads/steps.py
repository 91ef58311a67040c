"""What sorting and searching need to know of each step of an undertaking, kept as articles come and go.

A page shows a few undertakings of hundreds. Which ones is told from these lines; only their records are read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rawi.records import Commitment, Days, Span, Statement
from rawi.store import reading
from rawi.store.sqlite import Store
from rawi.store.words import name_key
from rawi.story.threads.state import CANCELLED, FORCE, RESUMED
from rawi.story.threads.topic import parts, wording_of

OUTCOMES = frozenset({"postponed", "denied", "done", "broken", CANCELLED, RESUMED, FORCE})
FINER = {"called off": CANCELLED, "resumed": RESUMED, "in force": FORCE}  # a record's basis -> status


@dataclass(frozen=True, slots=True)
class Line:
    """One step without its record. `part` is the record's id, with «.k» behind it for the k-th action
    joined to its first; `start`, `stop` are the part's place in the article.

    `said`: the day it was said, as far as known; `basis` says whence: clause | statement | published.
    `status` is the record's status word, or what its way of stating it tells more finely (FINER).
    `wording` is what is undertaken, `parties` who is bound, as printed; `words` is what finds both.
    """

    part: str
    record: str
    article: str
    start: int
    stop: int
    said: Days | None
    basis: str | None
    status: str | None
    deadline: Days | None
    wording: str
    parties: tuple[str, ...]
    words: str

    @property
    def when(self) -> tuple[date, str, int]:
        """Its place among the steps of a story."""
        day = self.said.begin if self.said and self.said.begin else date.max
        return day, self.article, self.start


def index(store: Store, article: str, commitments: Sequence[Commitment]) -> None:
    """Keep the lines of an article's commitments, in place of those kept before."""
    forget(store, article)
    spoken = statements_of(store, commitments)
    printed = store.rows(
        "SELECT published_from, published_to, published_basis FROM articles WHERE id = ?",
        (article,),
    )[0]
    published = None
    if printed["published_basis"]:
        published = Days(
            reading.day(printed["published_from"]), reading.day(printed["published_to"])
        )
    for commitment in commitments:
        said, basis = commitment.undertaken, "clause"
        if said is None:
            statement = spoken.get(commitment.statement or "")
            said, basis = statement.said if statement is not None else None, "statement"
        if said is None:
            said, basis = published, "published"
        parties = [span.text for span in commitment.party]
        for part, span in parts(commitment):
            wording = wording_of(commitment, part)
            if " " not in wording:
                wording = span.text  # «تنتهي» alone says nothing
            store.connection.execute(
                "INSERT OR REPLACE INTO threads_steps VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    part, commitment.id, article, span.start, span.end, _packed(said),
                    basis if said else None, _status(commitment), _packed(commitment.deadline),
                    wording, json.dumps(parties, ensure_ascii=False),
                    name_key(" ".join((wording, *parties))),
                ),
            )  # fmt: skip


def _status(commitment: Commitment) -> str | None:
    way, _, _ = (commitment.basis or "").partition(":")
    return FINER.get(way, commitment.status_word)


def forget(store: Store, article: str) -> None:
    """Take an article's lines out."""
    for table in ("threads_steps", "threads_waiting"):
        store.connection.execute(f"DELETE FROM {table} WHERE article = ?", (article,))


def mend(store: Store) -> None:
    """Keep the lines of articles that were taken in before lines were kept."""
    if store.one("SELECT 1 FROM threads_waiting LIMIT 1") is None:
        return
    with store.transaction():
        for row in store.rows("SELECT article FROM threads_waiting"):
            index(store, row["article"], commitments_of(store, row["article"]))


def commitments_of(store: Store, article: str) -> list[Commitment]:
    """The article's commitments, in the order of the text."""
    found = store.rows(
        "SELECT data FROM records WHERE article = ? AND +kind = 'commitment' ORDER BY start",
        (article,),
    )  # «+»: by the article's index; of a kind there are many in a story, in an article few
    made = [reading.record_of(row["data"]) for row in found]
    return [record for record in made if isinstance(record, Commitment)]


def lines(store: Store, on: date | None) -> dict[str, Line]:
    """Every step told by a day (None: ever), by its part's id, in the order in which they were told."""
    found = store.rows(
        "SELECT s.* FROM threads_steps s JOIN articles a ON a.id = s.article"
        " WHERE a.published_from IS NULL OR a.published_from <= ?",
        (on.isoformat() if on else "9999",),
    )
    made = [
        Line(
            r["part"], r["record"], r["article"], r["start"], r["stop"], days_of(r["said"]), r["basis"],
            r["status"], days_of(r["deadline"]), r["wording"], tuple(json.loads(r["parties"])),
            r["words"],
        )
        for r in found
    ]  # fmt: skip
    return {line.part: line for line in sorted(made, key=lambda line: line.when)}


def worded(steps: Sequence[Line]) -> str:
    """How an undertaking is put: its first wording of four words or more, else the longest; what only
    tells what became of it is asked last."""
    stated = [s for s in steps if s.status not in OUTCOMES] or steps
    full = (s.wording for s in stated if len(s.wording.split()) >= 4)
    return next(full, max((s.wording for s in stated), key=len))


def bound(steps: Iterable[Line]) -> tuple[str, ...]:
    """Who is bound, as printed, those named most often first; a name inside a longer one is left out."""
    counted: dict[str, int] = {}
    for step in steps:
        for name in step.parties:
            counted[name] = counted.get(name, 0) + 1
    names = sorted(counted, key=lambda n: (-counted[n], -len(n), n))
    return tuple(n for k, n in enumerate(names) if not any(n in m for m in names[:k]))


def span_of(line: Line, commitment: Commitment) -> Span:
    """The part's own words in its record."""
    at = line.start - commitment.start
    return Span(line.start, line.stop, commitment.text[at : at + line.stop - line.start])


def statements_of(store: Store, commitments: Sequence[Commitment]) -> dict[str, Statement]:
    """The statements that commitments stand in, by id."""
    wanted = sorted({c.statement for c in commitments if c.statement})
    rows = store.rows(
        "SELECT data FROM records WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(wanted),),
    )
    made = (reading.record_of(row["data"]) for row in rows)
    return {record.id: record for record in made if isinstance(record, Statement)}


def _packed(days: Days | None) -> str | None:
    if days is None:
        return None
    return json.dumps([day.isoformat() if day else None for day in (days.begin, days.end)])


def days_of(packed: str | None) -> Days | None:
    """Days as they are kept in a line."""
    return Days(*map(reading.day, json.loads(packed))) if packed else None
