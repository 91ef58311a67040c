"""The tables of a dossier: the chronology, the actors, the commitments, the contradictions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rawi.export.dossier.blocks import Line, Run, Table, joined, story
from rawi.export.dossier.gather import Actor, Held, Picked, when
from rawi.export.dossier.sources import outlet
from rawi.export.dossier.wording import Wording
from rawi.export.mixed import mixed
from rawi.records import ACTS, Commitment, Days, Event, Figure, Name, Statement, Time
from rawi.story.conflicts.report import Conflict, Side

BRIEF = 140  # characters of a record's words in a cell; the citation has them all
PARTS = (*ACTS, "bound", "actor", "target", "named")  # the order in which an actor's parts are told


@dataclass(frozen=True, slots=True)
class Numbered:
    """An item with its number in the dossier."""

    number: int
    picked: Picked
    held: Held | None


def references(numbers: list[int], say: Wording) -> Line:
    """Citations by number: [1] [4]."""
    return joined([(Run(f"[{say.number(n)}]", ref=n),) for n in numbers], " ")


def subject(held: Held, say: Wording) -> Line:
    """The one or the thing that an entry is about; () where it is not known."""
    record = held.row.record
    match record:
        case Statement():
            by = record.speaker
            printed = (by.text if by and not by.implicit else None) or (by and by.name)
            if not printed:
                return (Run(say.say("unknown"), "strong"),)
            return _named(printed, held.actors[0] if held.actors else None, say)
        case Figure():
            parts: list[Line] = [(Run(say.amount(record), "strong"),)]
            if record.thing is not None:
                parts.append((story(record.thing.text, "strong"),))
            return joined(parts, " ")
        case Commitment():
            bound = zip(record.party, held.actors, strict=False)
            return joined([_named(span.text, actor, say) for span, actor in bound], say.comma)
        case Event():
            doer = held.actors[0] if held.actors else None
            return _named(record.actor.text, doer, say) if record.actor is not None else ()
        case Name():
            return _named(record.name or record.text, held.actors[0] if held.actors else None, say)
        case Time():
            return (Run(say.days(record.date), "strong"),) if record.date is not None else ()
    return ()


def _named(printed: str, actor: Actor | None, say: Wording) -> Line:
    """A name as printed; for readers of English the one in Latin letters before it, where it is known."""
    arabic = story(printed, "strong")
    if say.settings.lang != "en" or actor is None or not actor.latin:
        return (arabic,)
    return (Run(actor.latin, "strong"), Run(" · "), arabic)


def days_of(held: Held) -> Days | None:
    """The record's own days, or those of its article where it has none."""
    own = when(held.row.record)
    if own is not None and (own.begin or own.end):
        return own
    return held.row.article.published.days if held.row.article.published else None


def place(held: Held) -> tuple[str, str, str, int]:
    """A key that puts records in the order of their days, undated ones last."""
    days = days_of(held)
    first = (days.begin or days.end) if days is not None else None
    last = (days.end or days.begin) if days is not None else None
    return (
        first.isoformat() if first else "9999",
        last.isoformat() if last else "9999",
        held.row.article.id,
        held.row.record.start,
    )


def chronology(entries: list[Numbered], say: Wording) -> Table | None:
    """Every entry in the order of its days."""
    held = [(place(e.held), e.number, e.held) for e in entries if e.held is not None]
    rows = []
    for _, number, one in sorted(held, key=lambda row: row[:2]):
        record = one.row.record
        kind = f"act_{record.act}" if isinstance(record, Statement) else f"kind_{record.kind}"
        rows.append(
            (
                (Run(say.days(days_of(one)) or say.say("undated")),),
                subject(one, say),
                (Run(say.say(kind) + ": ", "dim"), story(brief(record.text))),
                (story(outlet(one.row.article, say)),),
                references([number], say),
            )
        )
    titles = (
        ("col_day", 16),
        ("col_who", 20),
        ("col_what", 37),
        ("col_outlet", 15),
        ("col_ref", 12),
    )
    return _table(titles, rows, say)


def actors(entries: list[Numbered], say: Wording) -> Table | None:
    """Everybody who takes part, those in most entries first."""
    parts: dict[str, dict[str, int]] = {}
    numbers: dict[str, list[int]] = {}
    known: dict[str, Actor] = {}
    for entry in entries:
        for actor in entry.held.actors if entry.held is not None else ():
            if not actor.name.strip():
                continue
            first = known.setdefault(actor.key, actor)
            if len(actor.name) > len(first.name):
                known[actor.key] = actor
            counts = parts.setdefault(actor.key, {})
            counts[actor.part] = counts.get(actor.part, 0) + 1
            if entry.number not in numbers.setdefault(actor.key, []):
                numbers[actor.key].append(entry.number)
    rows = []
    for key in sorted(known, key=lambda k: (-len(numbers[k]), numbers[k][0], known[k].name, k)):
        told = [
            (Run(_part(part, say.number(parts[key][part]), say)),)
            for part in PARTS
            if part in parts[key]
        ]
        rows.append(
            (
                _named(known[key].name, known[key], say),
                (story(known[key].role),),
                joined(told, say.semicolon),
                references(numbers[key], say),
            )
        )
    titles = (("col_name", 24), ("col_role", 31), ("col_part", 29), ("col_ref", 16))
    return _table(titles, rows, say)


def commitments(entries: list[Numbered], say: Wording) -> Table | None:
    """Every commitment, the nearest deadline first, those without one last."""
    rows = []
    for entry in sorted(
        (e for e in entries if e.held is not None and isinstance(e.held.row.record, Commitment)),
        key=lambda e: (_due(e.held), e.number),
    ):
        assert entry.held is not None
        record = entry.held.row.record
        assert isinstance(record, Commitment)
        rows.append(
            (
                subject(entry.held, say),
                (story(brief(record.to_do)),),
                (Run(say.days(record.deadline)),),
                (story(brief(record.condition.text) if record.condition else ""),),
                _state(record, entry.held, say),
                references([entry.number], say),
            )
        )
    titles = (
        ("col_who", 18), ("col_action", 24), ("col_deadline", 14), ("col_condition", 13),
        ("col_status", 20), ("col_ref", 11),
    )  # fmt: skip
    return _table(titles, rows, say)


def _state(record: Commitment, held: Held, say: Wording) -> Line:
    """What the passage says of its undertaking, and how that stands on the day asked for."""
    told: list[Line] = []
    if word := say.known("status", record.status_word):
        told.append((Run(word),))
    if held.thread is not None:
        told.append((Run(say.state(held.thread)),))
    return joined(told, say.semicolon)


def conflicts(entries: list[Numbered], clashes: Sequence[Conflict], say: Wording) -> Table | None:
    """Contradictions with both sides' words; a reference where a side is an entry of the dossier."""
    rows = []
    for clash in clashes:
        why = clash.why_ar if say.settings.lang == "ar" else clash.why_en
        rows.append(
            (*(_side(s, entries, say) for s in (clash.a, clash.b)), _why(why, say))
        )
    return _table((("col_one_side", 37), ("col_other_side", 37), ("col_why", 26)), rows, say)


def _why(told: str, say: Wording) -> Line:
    """Why two claims clash; Arabic words in an English sentence are the story's, each for itself."""
    if say.settings.lang == "ar":
        return (Run(say.spelt(told)),)
    return tuple(story(words) if arabic else Run(words) for arabic, words in mixed(say.spelt(told)))


def _side(side: Side, entries: list[Numbered], say: Wording) -> Line:
    """Who says it, the words, where and when."""
    numbers = [
        e.number
        for e in entries
        if e.held is not None
        and e.held.row.article.id == side.article.id
        and e.held.row.record.start < side.span.end
        and side.span.start < e.held.row.record.end
    ]
    printed = side.article.published
    day = say.days(printed.days) if printed is not None else say.say("undated")
    source = joined([(story(outlet(side.article, say), "dim"),), (Run(day, "dim"),)], say.comma)
    act = (Run(say.known("act", side.act) + ": ", "dim"),) if side.act else ()
    who = (story(side.speaker, "strong"), Run(" · ")) if side.speaker else ()
    words = (Run("«"), story(brief(side.span.text)), Run("» "))
    return (*who, *act, *words, Run("("), *source, Run(") "), *references(numbers, say))


def brief(words: str) -> str:
    """The first words, with an ellipsis where they go on."""
    words = " ".join(words.split())
    return words if len(words) <= BRIEF else words[:BRIEF].rsplit(" ", 1)[0] + " …"


def _due(held: Held | None) -> str:
    days = when(held.row.record) if held is not None else None
    last = (days.end or days.begin) if days is not None else None
    return last.isoformat() if last else "9999"


def _part(part: str, count: str, say: Wording) -> str:
    if part in ACTS:
        return say.say("speaker_of", what=say.known("act", part), n=count)
    return say.say(part, n=count)


def _table(
    titles: tuple[tuple[str, int], ...], rows: list[tuple[Line, ...]], say: Wording
) -> Table | None:
    if not rows:
        return None
    return Table(tuple((say.say(key), share) for key, share in titles), tuple(rows))
