"""One function a kind of record: what is counted in one article.

Each takes the case and a `Tally`, and adds counts under the names that `score.RATES` divides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from benchmarks.accuracy.gold import Case, Gold, Json, accepted, locate, several
from benchmarks.accuracy.match import Matching, match, overlap, span_of

MARKS = re.compile("[\u0640\u064b-\u065f\u0670\u200c-\u200f\u202a-\u202e]")
LETTERS = str.maketrans("أإآىةؤئ", "ااايهوي")
NEAR = 0.01  # how far two values of a figure may lie apart and count as the same
HALF = 0.4999  # least overlap of statements: "at least half", with room for rounding


@dataclass(slots=True)
class Tally:
    """Counts by name, and a readable line for every error."""

    counts: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def add(self, name: str, count: int | bool) -> None:
        """Adds to one count; a count of zero is kept too."""
        self.counts[name] += int(count)

    def error(self, case: Case, sort: str, kind: str, words: str) -> None:
        """Notes one error: MISSED, EXTRA or a wrong field."""
        self.errors.append(f"{case.key} {sort:8s} {kind}: {' '.join(words.split())}")


def fold(words: str | None) -> str:
    """A key for comparing Arabic names whatever their spelling and punctuation."""
    plain = MARKS.sub("", words or "").translate(LETTERS)
    return " ".join(re.sub(r"[^\w]+", " ", plain).split())


def found_of(case: Case, kind: str) -> list[Json]:
    """The found records of one kind, in the order of the text."""
    return sorted((r for r in case.records if r["kind"] == kind), key=span_of)


def times(case: Case, tally: Tally) -> None:
    """Spans (relaxed: any overlap; strict: the same), and the days among relaxed matches."""
    gold, found, m = _matched(case, tally, "times", "time", "text", 0.0)
    tally.add("time.relaxed", len(m.hits))
    tally.add("time.strict", sum(m.spans[i] == span_of(found[j]) for i, j in m.hits))
    for i, j in m.hits:
        days = found[j].get("date") or {}
        right = same_days(gold[i], days.get("begin"), days.get("end"))
        tally.add("time.value", right)
        if not right:
            want = f"{gold[i].get('begin')}…{gold[i].get('end')}"
            got = f"{days.get('begin')}…{days.get('end')}"
            tally.error(case, "VALUE", "time", f"{gold[i]['text']}: want {want}, got {got}")


def statements(case: Case, tally: Tally) -> None:
    """Contents that overlap by at least half; among matches speaker, form, act, cue and via."""
    gold, found, m = _matched(case, tally, "statements", "statement", "content", HALF)
    tally.add("statement.hit", len(m.hits))
    for i, j in m.hits:
        want, got = gold[i], found[j]
        speaker = got.get("speaker") or {}
        vias = [*accepted(want, "via"), want.get("via_carried")]
        fields = {
            "speaker": any(same_person(n, speaker) for n in accepted(want, "speaker_name")),
            "form": agrees(want, "form", got.get("form")),
            "act": agrees(want, "act", got.get("act")),
            "cue": _meets(case.text, accepted(want, "cue"), got.get("cue"), not want.get("cue")),
            "via": _meets(case.text, vias, got.get("via"), None in accepted(want, "via")),
        }
        for name, right in fields.items():
            tally.add(f"statement.{name}", right)
            if not right:
                wanted = want.get("speaker_name" if name == "speaker" else name)
                words = f"want {_plain(wanted)}, got {_plain(got.get(name))}: {got['text'][:60]}"
                tally.error(case, name.upper(), "statement", words)


def figures(case: Case, tally: Tally) -> None:
    """Overlapping spans whose value agrees too."""
    gold, found, m = _matched(case, tally, "figures", "figure", "text", 0.0)
    for i, j in m.hits:
        right = same_value(gold[i], found[j])
        tally.add("figure.hit", right)
        if not right:
            words = f"{gold[i]['text']}: want {_value(gold[i])}, got {_value(found[j])}"
            tally.error(case, "VALUE", "figure", words)


def commitments(case: Case, tally: Tally) -> None:
    """Overlapping spans; among matches the end of the deadline and the status word."""
    gold, found, m = _matched(case, tally, "commitments", "commitment", "text", 0.0)
    tally.add("commitment.hit", len(m.hits))
    for i, j in m.hits:
        got = (found[j].get("deadline") or {}).get("end")
        first = (gold[i].get("deadline") or {}).get("end")
        ends = [first, *(d.get("end") for d in several(gold[i].get("alt_deadline")))]
        tally.add("commitment.deadline", got in ends)
        tally.add("commitment.status", agrees(gold[i], "status_word", found[j].get("status_word")))
        if got not in ends:
            words = f"{gold[i]['text']}: want {first}, got {got}"
            tally.error(case, "DEADLINE", "commitment", words)


def events(case: Case, tally: Tally) -> None:
    """Overlapping spans; among matches the type."""
    gold, found, m = _matched(case, tally, "events", "event", "text", 0.0)
    tally.add("event.hit", len(m.hits))
    tally.add("event.type", sum(agrees(gold[i], "type", found[j].get("type")) for i, j in m.hits))


def same_days(gold: Gold, begin: str | None, end: str | None) -> bool:
    """Both days agree. Where the gold only bounds the day, none or one within them is right."""
    if bounds := gold.get("bounds"):
        return begin is None or (begin <= bounds["end"] and (end or begin) >= bounds["begin"])
    ways = [gold, *several(gold.get("alt_dates"))]
    return any((way.get("begin"), way.get("end")) == (begin, end) for way in ways)


def same_person(name: str | None, speaker: Json) -> bool:
    """The record's speaker is the gold's: the words of one folded name hold those of the other."""
    got = [set(g.split()) for g in {fold(speaker.get("name")), fold(speaker.get("text"))} if g]
    want = set(fold(name).split())
    if not want:
        return not got
    return any(g <= want or want <= g for g in got)


def same_value(gold: Gold, found: Json) -> bool:
    """The figure's value, or its bounds where it has no value, is the gold's or an alternative."""
    got = _value(found)
    for want in [_value(gold), *several(gold.get("alt_value"))]:
        if want == got:
            return True
        if _number(want) and _number(got) and abs(want - got) < NEAR:
            return True
    return False


def agrees(gold: Gold, key: str, value: Any) -> bool:
    """The value is the gold's or one of its alternatives."""
    return value in accepted(gold, key)


def _matched(
    case: Case, tally: Tally, section: str, kind: str, key: str, least: float
) -> tuple[list[Gold], list[Json], Matching]:
    """Matches one kind, adds what is asked and found, and lists what is missed and extra."""
    gold, found = case.gold.get(section, []), found_of(case, kind)
    m = match(case.text, gold, key, found, least)
    tally.add(f"{kind}.gold", len(m.asked))
    tally.add(f"{kind}.found", len(found) - m.forgiven)
    for i in m.missed():
        tally.error(case, "MISSED", kind, case.text[slice(*m.spans[i])])
    for j, record in enumerate(found):
        if j not in m.used:
            tally.error(case, "EXTRA", kind, case.text[slice(*span_of(record))])
    return gold, found, m


def _meets(text: str, wanted: Iterable[Gold | None], got: Json | None, none_wanted: bool) -> bool:
    """A found span overlaps one that is wanted; no span is right where the gold has none."""
    if not got:
        return none_wanted
    return any(overlap(locate(text, want), span_of(got)) > 0 for want in wanted if want)


def _value(item: Gold) -> Any:
    value = item.get("value")
    return value if value is not None else (item.get("low"), item.get("high"))


def _number(value: Any) -> bool:
    return isinstance(value, int | float)


def _plain(value: Any) -> Any:
    return (value.get("name") or value.get("text")) if isinstance(value, dict) else value
