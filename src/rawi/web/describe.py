"""What a record says, field by field, in the reader's language: for the margin and for lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rawi.records import Commitment, Event, Figure, Name, Record, Span, Statement, Time
from rawi.web import labels
from rawi.web.evidence import clean
from rawi.web.i18n import Tongue
from rawi.web.labels import N_


@dataclass(frozen=True, slots=True)
class Fact:
    """One field of a record. `words` says that the value stands in the article, in Arabic."""

    label: str
    value: str
    words: bool = False


def facts(record: Record, tongue: Tongue) -> list[Fact]:
    """The fields of a record that are known, in the order a reader asks for them."""
    return [
        Fact(tongue.say(label), clean(value), words)
        for label, value, words in _facts(record, tongue)
        if value
    ]


def heading(record: Record, tongue: Tongue) -> str:
    """One or two words on a record beside its kind: the act, the type, the day, the number."""
    match record:
        case Statement():
            return tongue.say(labels.ACT.get(record.act, record.act))
        case Name():
            return tongue.say(labels.NAME_TYPE.get(record.type, record.type))
        case Time():
            return tongue.days(record.date) or tongue.say(
                labels.TIME_TYPE.get(record.type, record.type)
            )
        case Figure():
            return amount(record, tongue)
        case Commitment():
            return tongue.say(labels.STATUS.get(record.status_word or "", ""))
        case Event():
            return tongue.say(labels.EVENT.get(record.type or "", ""))
    return ""


def whose(record: Record) -> str:
    """Who says a statement, is bound by a commitment or did what happened, as printed; nothing for others."""
    match record:
        case Statement():
            return _speaker(record)
        case Commitment():
            return "، ".join(span.text for span in record.party)
        case Event():
            return _text(record.actor)
    return ""


def amount(figure: Figure, tongue: Tongue) -> str:
    """A figure's value as the reader writes numbers: "about 2,500", "10 – 20 km", "80%"."""

    def show(value: float | int) -> str:
        if figure.unit == "%":
            return tongue.percent(value)
        return tongue.measure(value, figure.unit) if figure.unit else tongue.number(value)

    low, high = figure.low, figure.high
    if figure.value is not None:
        text = show(figure.value)
    elif low is not None and high is not None:
        text = tongue.say("%(begin)s – %(end)s") % {"begin": tongue.number(low), "end": show(high)}
    elif low is not None:
        text = f"≥ {show(low)}"
    elif high is not None:
        text = f"≤ {show(high)}"
    else:
        return ""
    mod = labels.MOD.get(figure.mod or "")
    return f"{tongue.say(mod)} {text}" if mod else text


def _facts(record: Record, tongue: Tongue) -> Iterator[tuple[str, str, bool]]:
    match record:
        case Statement():
            yield N_("Speaker"), _speaker(record), True
            yield N_("Cue"), _text(record.cue), True
            yield N_("Act"), tongue.say(labels.ACT.get(record.act, record.act)), False
            yield N_("Form"), tongue.say(labels.FORM.get(record.form, record.form)), False
            yield N_("Through"), _text(record.via), True
            yield N_("Said"), tongue.days(record.said), False
        case Name():
            yield N_("Name"), record.name or record.text, True
            yield N_("Type"), tongue.say(labels.NAME_TYPE.get(record.type, record.type)), False
            yield N_("Role"), _text(record.role), True
            if record.metonym:
                yield N_("Sense"), tongue.say("stands for its government"), False
        case Time():
            yield N_("Days"), tongue.days(record.date), False
            yield N_("Type"), tongue.say(labels.TIME_TYPE.get(record.type, record.type)), False
            if record.value and record.date is None:
                yield N_("Value"), record.value, False
            if record.mod:
                yield N_("Part"), tongue.say(labels.MOD.get(record.mod, record.mod)), False
            if record.basis in labels.ANCHOR:
                yield N_("Known from"), tongue.say(labels.ANCHOR[record.basis]), False
            yield N_("Counted from"), _text(record.anchor), True
            yield N_("Limit"), _text(record.limit), True
        case Figure():
            yield N_("Value"), amount(record, tongue), False
            yield N_("What is counted"), _text(record.thing), True
            yield N_("Place"), _text(record.place), True
            yield N_("As of"), tongue.days(record.as_of), False
        case Commitment():
            yield N_("Who is bound"), "، ".join(span.text for span in record.party), True
            yield N_("To do"), record.to_do, True
            yield N_("Deadline"), tongue.days(record.deadline), False
            yield N_("Condition"), _text(record.condition), True
            if record.status_word:
                status = labels.STATUS.get(record.status_word, record.status_word)
                yield N_("Status here"), tongue.say(status), False
        case Event():
            if record.type:
                yield N_("Type"), tongue.say(labels.EVENT.get(record.type, record.type)), False
            yield N_("Who"), _text(record.actor), True
            yield N_("To whom"), _text(record.target), True
            yield N_("Place"), _text(record.place), True
            yield N_("Days"), tongue.days(record.date), False


def _speaker(record: Statement) -> str:
    if record.speaker is None:
        return ""
    return record.speaker.name or record.speaker.text or ""


def _text(span: Span | None) -> str:
    return span.text if span is not None else ""
