"""Two undertakings against each other: one thing to be done, by two different days.

1. days       the limits do not overlap
2. thing      the actions share their weightiest words, or take one side of one opposition
3. party      where both name who is bound, one name is in the other
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rawi.arabic.analysis import Analysis
from rawi.arabic.letters import fold
from rawi.arabic.words import tokens as tokens_of
from rawi.records import Commitment, Reading, Span
from rawi.store.words import name_key
from rawi.story.ask.stem import stems
from rawi.story.conflicts import lexis
from rawi.story.conflicts.clause import looks_finite
from rawi.story.conflicts.deeds import deeds_of_noun, deeds_of_verb
from rawi.story.conflicts.finding import Finding, told, weigh
from rawi.story.conflicts.quoted import Quoted
from rawi.story.conflicts.telling import scene_of
from rawi.story.threads.topic import SUBJECT_FIRST

SHARED = 3.5  # weight of the words that two actions share, read off pairs in 1,400 articles
HALF = 0.5  # share of the shorter action's weight that the other must have
MOST = 0.75  # the same where the two tell no one deed, only deeds of one side
BESIDE = 0.35  # the same of two tellings of one deed in one article
FIRST = 2  # words of an action that tell its deed, beside its verbs («إتمام سحب الحرس»)
PAIR = 2  # people of a meeting that make it known
COPY = 0.8  # share of the words of the shorter telling in the other from which both are one
PLAIN = 3  # signs of the key of a deed with more than two consonants
BARE, COVERED = 0.6, 0.5  # strength, and share of the other's words, where one names only the deed
LEAST = 2  # words that two tellings share where one puts the other off; otherwise one more
_LATEST = frozenset({"حتي", "بحلول", "قبل", "موعد", "مهله", "اقصاه", "اقصاها"})
PUT_OFF = frozenset({"postponed"})


@dataclass(frozen=True, slots=True)
class Limit(Quoted):
    """An undertaking with a deadline: `begin` to `until`, ISO days; `status` as in records.md."""

    begin: str
    until: str
    status: str
    stems: tuple[str, ...]
    sides: tuple[tuple[str, int], ...]
    party: str
    record: str
    deeds: tuple[str, ...] = ()  # keys of the deeds that its words tell
    head: tuple[str, ...] = ()  # those of the noun that it opens with
    scene: tuple[str, ...] = ()  # what its sentence, the title and the lead say
    recurs: bool = False  # what is done again and again: a meeting, a visit
    topic: tuple[str, ...] = ()  # the stems without those of names and offices
    people: tuple[str, ...] = ()  # the stems of each person that its words name
    tells: bool = False  # it is to be announced
    day: str = ""  # the times that its words name, as printed
    latest: bool = False  # its day is the last on which it may be done («حتى», «بحلول»)


def limits(reading: Reading, analysis: Analysis) -> tuple[Limit, ...]:
    """The undertakings of an article that have a deadline."""
    by_id = {s.id: s for s in reading.statements}
    out = []
    for c in reading.commitments:
        if c.deadline is None or c.deadline.end is None or c.action is None:
            continue
        statement = by_id.get(c.statement or "")
        by = statement.speaker if statement is not None else None
        out.append(
            _limit(c, (by.name or by.text or "") if by is not None else "", analysis, reading)
        )
    return tuple(out)


def _limit(c: Commitment, name: str, analysis: Analysis, reading: Reading) -> Limit:
    times = reading.times
    assert c.action is not None and c.deadline is not None and c.deadline.end is not None
    whole = c.basis in SUBJECT_FIRST  # «سحب الحرس سيكتمل»: what is done stands before the action
    start = c.start if whole else c.action.start
    tokens = lexis.tokens_in(analysis, Span.of(analysis.text, start, c.action.end))
    sides = {
        (e.axis, e.side)
        for t in tokens for word in (t.stem, t.base) for e in lexis.entries().get(word, ())
        if e.sort != "state"
    }  # fmt: skip
    begin = c.deadline.begin or c.deadline.end
    party = " ".join(name_key(p.text) for p in c.party)
    kept = [
        t for t in tokens
        if not lexis.is_of(t, "light")
        and not any(d.start < t.end and t.start < d.end for d in times)
        and not any(e.axis == "begin" for w in (t.stem, t.base) for e in lexis.entries().get(w, ()))
    ]  # fmt: skip
    plain = [
        t for t in kept
        if not (lexis.is_of(t, "office") or lexis.is_of(t, "effect"))
        and not any(n.start <= t.stem_start < n.end for n in reading.names)
    ]  # fmt: skip
    main = [t for k, t in enumerate(plain) if k < FIRST or looks_finite(plain, k)]
    return Limit(
        c.article, c.start, c.end, c.text, name_key(name), name, str(begin), str(c.deadline.end),
        c.status_word or "", tuple(dict.fromkeys(stems(kept))), tuple(sorted(sides)), party, c.id,
        tuple(sorted({d for t in main for d in (*deeds_of_noun(t), *deeds_of_verb(t)) if len(d) > PLAIN})),
        tuple(sorted(deeds_of_noun(kept[0]))) if kept and kept[0].definite else (),
        scene_of(reading, analysis, c.start), any(lexis.is_of(t, "recurring") for t in plain),
        tuple(dict.fromkeys(stems(plain))), _people(c, reading),
        any(lexis.is_of(t, "announcing") for t in plain),
        " ".join(t.text for t in times if c.start <= t.start < c.end),
        c.limit is not None and fold(c.limit.text.split()[0]) in _LATEST,
    )  # fmt: skip


def _people(c: Commitment, reading: Reading) -> tuple[str, ...]:
    named = (n.text for n in reading.names if n.type == "person" and c.start <= n.start < c.end)
    return tuple(dict.fromkeys(" ".join(stems(tokens_of(text))) for text in named))


def _others(a: Limit, b: Limit) -> bool:
    """Whether two meetings may be of other people: one names two, and the other not both of them."""
    if not (a.recurs and b.recurs) or max(len(a.people), len(b.people)) < PAIR:
        return False
    few, many = sorted((a.people, b.people), key=len)
    met = [p for p in few if any(set(p.split()) & set(q.split()) for q in many)]
    return len(met) < PAIR


def _retold(a: Limit, b: Limit) -> bool:
    """Whether one saying is printed twice, its day by the same word of the week it was printed in."""
    one, two = set(a.stems), set(b.stems)
    return a.day == b.day and len(one & two) >= COPY * min(len(one), len(two))


def _bare(short: Limit, other: Limit) -> bool:
    """Whether one names only the deed («الانسحاب سيكتمل») that the other tells in full, and the words around it
    say the rest."""
    if short.article == other.article or not set(short.sides) & set(other.sides):
        return False
    if len(short.stems) > LEAST or not set(short.head) & set(other.deeds):
        return False
    what = set(other.stems)
    return weigh(told(what, short.scene)) >= COVERED * weigh(what)


def collide(a: Limit, b: Limit, together: bool = False) -> Finding | None:
    """How two deadlines contradict each other, or None. `together`: they are of one undertaking, as
    story/threads found by words and meaning."""
    if a.article == b.article and (a.holder == b.holder or not (a.holder and b.holder)):
        return None
    if a.begin <= b.until and b.begin <= a.until:  # 1.
        return None
    if abs((date.fromisoformat(a.until) - date.fromisoformat(b.until)).days) <= 1:
        return None  # «غداً» of two articles, one of them printed after midnight
    if "done" in (a.status, b.status) or "denied" in (a.status, b.status):
        return None
    put_off = PUT_OFF & {a.status, b.status}  # who is bound is then often left out
    if not put_off and a.latest != b.latest and (a.until >= b.until if a.latest else b.until >= a.until):
        return None  # «لديها مهلة حتى 12 أيار» and «ستعلن في 8 أيار»
    shared = told(a.stems, b.stems)
    sides = set(a.sides) & set(b.sides)
    matter = weigh(shared) + (1.0 if sides else 0.0)
    least = min(weigh(a.stems), weigh(b.stems))
    counts = [{s for s in x.stems if s.isdecimal()} for x in (a, b)]
    if all(counts) and not counts[0] & counts[1]:
        return None  # so much of it by one day, so much by another
    same = set(a.deeds) & set(b.deeds)
    if _bare(a, b) or _bare(b, a):
        return Finding("date", BARE, shared=tuple(sorted(sides and shared)))
    if not told(a.topic, b.topic) or a.tells != b.tells or _others(a, b) or _retold(a, b):
        return None  # only who acts is the same, or it is one saying
    beside = a.article == b.article and bool(same)
    if len(shared) < (LEAST if put_off or beside else LEAST + 1):
        return None
    one_deed = same or (sides and a.topic[1:2] == b.topic[1:2])
    if together and matter >= SHARED and (one_deed or put_off):
        strength = min(0.95, 0.5 + 0.04 * matter + (0.2 if put_off else 0.0))
        return Finding("date", strength, shared=tuple(sorted(shared)))
    if not one_deed:
        return None
    if matter < SHARED or weigh(shared) < (BESIDE if beside else HALF if same else MOST) * least:  # 2.
        return None
    parties = set(a.party.split()), set(b.party.split())
    if all(parties) and not put_off and not parties[0] & parties[1]:  # 3.
        return None
    strength = min(0.95, 0.4 + 0.04 * matter + (0.2 if put_off else 0.0))
    return Finding("date", strength, shared=tuple(sorted(shared)))
