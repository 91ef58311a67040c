"""What a dossier stands on: each picked record with its sentence, its chain and its actors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rawi.records import Commitment, Days, Event, Figure, Name, Record, Span, Statement, Time
from rawi.store.columns import name_key
from rawi.store.rows import Anchor, Row
from rawi.story.basket import Basket
from rawi.story.chains.chain import Chain
from rawi.story.conflicts.report import Conflict, Side
from rawi.story.story import Story
from rawi.story.threads.ledger import Thread

CONTEXT = (
    320  # code points shown on either side of the evidence within its sentence: two long lines
)
ALL = 1_000_000  # more undertakings and contradictions than any story has
_STOP = re.compile(r"[.!?؟…]+[\"»”)]*(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who takes part in an entry. `key` tells them from others; `part` says how: an act of a
    statement, bound, actor, target or named. `latin` is its name for readers of English, where it is one
    that the story knows."""

    key: str
    name: str
    role: str
    part: str
    latin: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """One picked record. `sentence`: the words around the record in the article, `start` its own place
    there (code points); the record's words are `sentence[start:stop]`. `thread`: of a commitment, the
    undertaking that it is a step of, as it stands on the day asked for."""

    row: Row
    sentence: str
    start: int
    stop: int
    actors: tuple[Actor, ...]
    chain: Chain | None
    thread: Thread | None = None


@dataclass(frozen=True, slots=True)
class Picked:
    """One item of the basket; `held` is None where no record stands on its words any more."""

    anchor: Anchor
    note: str
    held: Held | None


def gather(story: Story, basket: Basket, as_of: date | None = None) -> tuple[Picked, ...]:
    """Every item of the basket, in its order. `as_of`: the day on which undertakings are looked at (None:
    that of the story's last article)."""
    items = basket.items()
    threads: dict[str, Thread] = {}
    if any(item.row is not None and isinstance(item.row.record, Commitment) for item in items):
        for thread in story.threads(as_of=as_of, limit=ALL).items:
            threads.update((step.row.record.id, thread) for step in thread.steps)
    out = []
    for item in items:
        held = None if item.row is None else _held(story, item.row, threads)
        out.append(Picked(item.anchor, item.note, held))
    return tuple(out)


def clashes(story: Story, picked: Sequence[Picked]) -> tuple[Conflict, ...]:
    """The contradictions of the story in which words that were picked take part, the strongest first."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for one in picked:
        if one.held is not None:
            record = one.held.row.record
            spans.setdefault(record.article, []).append((record.start, record.end))

    def picks(side: Side) -> bool:
        return any(
            s < side.span.end and side.span.start < e for s, e in spans.get(side.article.id, ())
        )

    return tuple(c for c in story.conflicts(limit=ALL).items if picks(c.a) or picks(c.b))


def when(record: Record) -> Days | None:
    """The record's own days: when it was said, happened, falls due or held."""
    match record:
        case Statement():
            return record.said
        case Commitment():
            return record.deadline
        case Figure():
            return record.as_of
        case Event() | Time():
            return record.date
    return None


def _held(story: Story, row: Row, threads: Mapping[str, Thread]) -> Held:
    record = row.record
    text: str = story.store.one("SELECT text FROM articles WHERE id = ?", (row.article.id,))
    begin, end = sentence(text, *_reach(record))
    chain = story.chain(record.id) if isinstance(record, Statement) else None
    return Held(
        row, text[begin:end], record.start - begin, record.end - begin,
        tuple(_actors(story, record)), chain, threads.get(record.id),
    )  # fmt: skip


def _reach(record: Record) -> tuple[int, int]:
    """The record's words with its cue, where one has it."""
    cue = record.cue if isinstance(record, Statement) else None
    if cue is None:
        return record.start, record.end
    return min(cue.start, record.start), max(cue.end, record.end)


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of `text` to show around `start:end`: its sentences within their paragraph, at most
    CONTEXT code points more on each side, cut between words."""
    first = max(text.rfind("\n", 0, start) + 1, start - CONTEXT)
    last = text.find("\n", end)
    last = min(len(text) if last < 0 else last, end + CONTEXT)
    if first > 0 and not text[first - 1].isspace():
        first = min((m.end() for m in re.finditer(r"\s", text[first:start])), default=0) + first
    for stop in _STOP.finditer(text, first, start):
        first = stop.end()
    if (stop := _STOP.search(text, max(start, end - 1), last)) is not None:
        last = max(end, stop.end())
    elif last < len(text) and not text[last].isspace():
        last = max(end, text.rfind(" ", end, last))
    while first < start and text[first].isspace():
        first += 1
    return first, last


def _actors(story: Story, record: Record) -> Iterator[Actor]:
    match record:
        case Statement() if record.speaker is not None:
            by = record.speaker
            entity = story.store.one(
                "SELECT entity FROM mentions WHERE record = ? AND role = 'speaker'", (record.id,)
            )
            yield _actor(story, entity, by.name or by.text or "", record.act)
        case Commitment():
            for span in record.party:
                yield _named(story, record, span, "bound")
        case Event():
            for span, part in ((record.actor, "actor"), (record.target, "target")):
                if span is not None:
                    yield _named(story, record, span, part)
        case Name():
            yield _named(story, record, Span(record.start, record.end, record.text), "named")


def _named(story: Story, record: Record, span: Span, part: str) -> Actor:
    """The actor that `span` names: the entity whose mention covers most of it, at least half."""
    best = story.store.rows(
        "SELECT m.entity, min(r.stop, :stop) - max(r.start, :start) AS common FROM records r"
        " JOIN mentions m ON m.record = r.id AND m.role = 'name'"
        " WHERE r.article = :article AND +r.kind = 'name' AND r.start < :stop AND r.stop > :start"
        " AND r.type <> 'place' ORDER BY common DESC, r.start LIMIT 1",
        {"article": record.article, "start": span.start, "stop": span.end},
    )
    covers = best and best[0]["common"] * 2 >= span.end - span.start
    return _actor(story, best[0]["entity"] if covers else None, span.text, part)


def _actor(story: Story, entity: str | None, name: str, part: str) -> Actor:
    if entity is None:
        return Actor(name_key(name) or name, name, "", part)
    known = story.entity(entity)
    held = [tenure.role for tenure in known.roles if not tenure.former]
    return Actor(entity, known.row.name, held[-1] if held else "", part, known.row.latin)
