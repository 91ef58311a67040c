"""One event told of two days: «وقع الانفجار مساء الأحد» and «وقع الانفجار فجر الثلاثاء».

1. day     the clause names one day, not after the article's
2. event   a verb of happening tells it of what is known («وقع الهجوم»), or it is done once: a crash, a death
3. alike   the one clause says what the other does, in two articles also what stands around it
4. apart   the days do not meet, and are not weeks from each other: such are of two events
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rawi.arabic.analysis import Analysis, Token
from rawi.arabic.words import tokens as tokens_of
from rawi.records import Reading, Statement, Time
from rawi.store.words import name_key
from rawi.story.ask.stem import stems
from rawi.story.conflicts import lexis
from rawi.story.conflicts.deeds import deeds_of_noun, deeds_of_verb
from rawi.story.conflicts.finding import Finding, weigh
from rawi.story.conflicts.parties import party
from rawi.story.conflicts.quoted import Quoted
from rawi.story.conflicts.telling import (
    clause_around,
    moving,
    scene_of,
    set_against,
    shared,
    words_of,
)

DAY = "day of "  # before the deed, in a finding's matter
FARTHEST = 10  # days between two days of one event
ALIKE = 0.75  # share of the shorter clause that the other says
WITHIN, ACROSS = 3.0, 5.0  # weight of that, in one article and in two
SCENE = 12.0  # weight of what is shared in and around them, in two articles
BESIDE = 400  # code points between two days of one article that are set against each other
_THAT = frozenset({"انه", "انها", "بانه", "بانها"})
_BACK = frozenset({"قبل", "منذ", "بعد"})
_LEAST = 3  # signs of the key of a deed with more than two consonants


@dataclass(frozen=True, slots=True)
class Happening(Quoted):
    """What a clause says happened on `day` (ISO). `clause`, `scene`: stems of it and of what stands around it;
    `deeds`: keys of its deeds; `back`: it only points back to what happened («أنه وقع …»); `against`: it is
    set against what was told before."""

    day: str
    clause: tuple[str, ...]
    scene: tuple[str, ...]
    deeds: tuple[str, ...]
    back: bool
    against: bool
    who: tuple[str, ...] = ()  # the stems of the person whom it names first


def happenings(reading: Reading, analysis: Analysis) -> tuple[Happening, ...]:
    """Every event of an article that is told of one day, in text order."""
    printed = reading.article.published
    if printed is None or printed.end is None:
        return ()
    areas = [(p.start, p.end) for p in reading.article.body]
    out = []
    for time in reading.times:
        span = time.date
        if time.type not in ("date", "time") or span is None or span.begin is None:
            continue
        if span.begin != span.end or span.begin > printed.end:  # 1.
            continue
        if _exact(analysis, time) and any(a <= time.start < b for a, b in areas):
            made = _happening(reading, analysis, time, span.begin)
            if made is not None:
                out.append(made)
    return tuple(out)


def _happening(reading: Reading, analysis: Analysis, time: Time, day: date) -> Happening | None:
    tokens = [
        t for t in clause_around(analysis, time.start, time.end)
        if not any(o.start < t.end and t.start < o.end for o in reading.times)
    ]  # fmt: skip
    low, high = tokens[0].start if tokens else 0, max([time.end, *(t.end for t in tokens)])
    told = [t for t in reading.times if low <= t.start < high and t.date is not None]
    if moving(tokens) or any(t.date.begin != day or t.date.end != day for t in told if t.date):
        return None  # prices have a day each; of two days either may be meant
    here = next((k for k, t in enumerate(tokens) if _once(t) or _happens(tokens, k)), None)  # 2.
    if here is None or any(lexis.is_of(t, "negator") for t in tokens):
        return None
    statement = _teller(reading, time.start)
    by = statement.speaker if statement is not None else None
    name = (by.name or by.text or "") if by is not None else ""
    first = next(t for t in tokens if t.kind == "word")
    words = words_of(tokens)
    text = reading.article.text
    before = analysis.tokens[analysis.first_token_at(low) - 1 : analysis.first_token_at(low)]
    back = any(t.norm in _THAT for t in (first, *before))
    found = {k for t in tokens for k in (*deeds_of_verb(t), *deeds_of_noun(t)) if len(k) > _LEAST}
    return Happening(
        reading.article.id, low, high, text[low:high], name_key(name), name, day.isoformat(), words,
        scene_of(reading, analysis, time.start), tuple(sorted(found)), back,
        set_against(analysis, time.start), _who(reading, low, high),
    )  # fmt: skip


def _who(reading: Reading, low: int, high: int) -> tuple[str, ...]:
    named = [n for n in reading.names if n.type == "person" and low <= n.start < high]
    first = min(named, key=lambda n: n.start, default=None)
    return () if first is None else tuple(stems(tokens_of(first.text)))


def _exact(analysis: Analysis, time: Time) -> bool:
    """Whether a time names its day; «قبل نحو أسبوع» counts back to it, «اليوم الذي …» describes it."""
    k = analysis.first_token_at(time.start)
    words = [t.norm for t in analysis.tokens[k : analysis.first_token_at(time.end)]]
    after = analysis.tokens[analysis.first_token_at(time.end) :][:1]
    if any(t.norm in ("الذي", "نفسه") for t in after) or (k and analysis.tokens[k - 1].norm in _BACK):
        return False
    return time.mod is None and _BACK.isdisjoint(words)


def _once(token: Token) -> bool:
    """A deed that befalls one thing or one man once."""
    return lexis.is_of(token, "once")


def _happens(tokens: Sequence[Token], k: int) -> bool:
    """«وقع الهجوم», «الهجوم وقع», «أنه وقع»: a verb of happening with a subject that is known."""
    if not lexis.is_of(tokens[k], "befalls"):
        return False
    near = [t for t in (*tokens[max(0, k - 6) : k], *tokens[k + 1 : k + 2]) if t.kind == "word"]
    return any(t.definite or t.norm in _THAT for t in near) or k == 0


def _teller(reading: Reading, start: int) -> Statement | None:
    inside = [s for s in reading.statements if s.start <= start < s.end]
    return min(inside, key=lambda s: s.end - s.start, default=None)


def misdated(a: Happening, b: Happening) -> Finding | None:
    """How two tellings give one event two days, or None."""
    if a.who != b.who and not set(a.who) & set(b.who):
        return None  # the resignations of two men
    near = a.article == b.article
    if near and a.start < b.end and b.start < a.end:
        return None
    days = abs((date.fromisoformat(a.day) - date.fromisoformat(b.day)).days)
    if not 0 < days <= FARTHEST or not set(a.deeds) & set(b.deeds):  # 4.
        return None
    first, last = sorted((a, b), key=lambda x: x.start)
    against = near and last.against and last.start - first.start <= BESIDE
    if near and not against and (not (a.holder and b.holder) or party(a.name) & party(b.name)):
        return None
    if not near and a.holder and a.holder == b.holder:
        return None
    met = shared(a.clause, b.clause)  # 3.
    around = weigh(set(a.scene) & set(b.scene))
    if not near and around < SCENE:
        return None
    if a.back != b.back:
        whole, pointing = (b, a) if a.back else (a, b)
        met = shared(whole.clause, pointing.scene)
        if weigh(met.words) < ALIKE * weigh(whole.clause):
            return None
    elif met.most < ALIKE:
        return None
    if met.weight < (WITHIN if near else ACROSS):
        return None
    # a night between two days is told as either, and another article may tell of another event
    strength = 0.7 if against or (near and days > 1) else 0.5
    deed = min(set(a.deeds) & set(b.deeds))
    return Finding("date", strength, shared=tuple(sorted(met.words)), matter=f"{DAY}{deed}")
