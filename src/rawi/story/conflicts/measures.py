"""Two figures whose clauses say the same but for the number, and tolls of one war or one disaster.

1. alike     the two clauses share most of their words
2. settled   what is counted does not rise by itself, nor move as prices do
3. told by   two speakers or two outlets on one day, or of one period that both name
4. of one    «خلفت الحرب عشرات القتلى» and «… عشرات آلاف القتلى»: of one lasting matter at any time
"""

from __future__ import annotations

from rawi.story.conflicts import lexis
from rawi.story.conflicts.amounts import SHARE, Amount, elsewhere
from rawi.story.conflicts.finding import Finding, weigh
from rawi.story.conflicts.telling import shared
from rawi.story.conflicts.tolls import ABOARD

CLOSE = 0.05  # numbers nearer than this are one number, rounded by one of the two
FARTHEST = 4.0  # a number so many times the other is of something else
MOST, LEAST = 0.8, 0.5  # share of the one clause and of the other
BESIDE = 0.65  # the former, where the article sets the two against each other
WITHIN, ACROSS = 3.0, 4.0  # weight of the shared words, in one article and in two
SAME_SCENE = 12.0  # weight around two clauses that are the same word for word
SCENE = 6.0  # weight of what is shared around two figures of two articles
SAME_DAY = 1  # days between two tellings of a state of things
PERIOD = 30  # the same where both name one period
RISING = 0.5  # strength of two tolls of one day: the later one may only be newer
_WRECKED = lexis.stems_of("wreck")
CREW = lexis.stems_of("crew")
THEM, NEXT = 0.75, 300  # strength; code points between the two
EXACT = 1_000  # counts below this are told exactly
ABOARD_DAYS, ABOARD_SCENE = 3, 10.0
VAGUE = 40.0  # «عشرات» are at most so many times ten


def alike(a: Amount, b: Amount, later: int | None) -> Finding | None:
    """How two figures contradict each other, or None. `later`: days from the first to the second."""
    if a.part != b.part or a.unit != b.unit or elsewhere(a, b):
        return None
    if (a.old != b.old and not a.of) or not _apart(a, b):
        return None
    near = a.article == b.article
    if near and a.holder == b.holder:
        return None
    if near and not (a.holder and b.holder) and not (a.them or b.them or a.of):
        return None
    if not near and a.holder and a.holder == b.holder:
        return None
    if a.of and a.of == b.of and a.thing == b.thing:
        return _of_one(a, b)  # 4.
    if a.thing != b.thing:
        return None
    if (a.moves or b.moves) and not (a.begin and a.begin == b.begin and a.until == b.until):  # 2.
        return None
    if a.thing == ABOARD:
        return _aboard(a, b, later)
    rising = a.victims and a.thing != ABOARD and not a.begin
    if rising or (a.victims and a.thing != ABOARD and not (a.holder and b.holder)):
        return None  # a toll rises through the day; of a day that both name it may be settled
    if not (set(a.more) <= set(b.more) or set(b.more) <= set(a.more)):
        return None
    low, high = (a, b) if a.low <= b.low else (b, a)
    last = max(a, b, key=lambda x: x.start)
    against = near and last.against
    if high.low > FARTHEST * max(low.high, 1.0) and not against:
        return None
    met = shared(a.clause, b.clause)  # 1.
    if against and last.them and abs(a.start - b.start) <= NEXT:
        return Finding("figure", THEM, shared=tuple(sorted(met.words)))  # «بينما قدرت الشرطة عددهم بـ…»
    weight = met.weight + (0.0 if a.unit not in ("", SHARE) else lexis.weight(a.thing))
    around = weigh((set(a.scene) & set(b.scene)) - met.words)
    same = met.least == 1.0 and around >= SAME_SCENE
    if a.others != b.others:
        return None  # «للأولى 47 مقعداً وللثانية 43 مقعداً»
    if met.most < (BESIDE if against else MOST) or met.least < LEAST:
        return None
    if weight < (WITHIN if near or same else ACROSS):
        return None
    if a.years and b.years and not set(a.years) & set(b.years):
        return None
    period = bool(a.begin and b.begin) and not (a.going_on or b.going_on)  # 3.
    if period and not (a.begin <= (b.until or b.begin) and b.begin <= (a.until or a.begin)):  # type: ignore[operator]
        return None
    if bool(a.begin) != bool(b.begin):
        return None
    if not near:
        if later is None or abs(later) > (PERIOD if period else SAME_DAY):
            return None
        if around < SCENE:
            return None
    sure = min(0.9, 0.4 + 0.4 * met.least + 0.02 * met.weight) if not a.victims else RISING
    return Finding("figure", sure, shared=tuple(sorted(met.words)))


def _aboard(a: Amount, b: Amount, later: int | None) -> Finding | None:
    """How many were in a plane or a ship does not change."""
    if a.more != b.more or a.old or CREW & {*a.clause, *a.more, *b.clause, *b.more}:
        return None  # passengers and crew
    if not (_WRECKED & set(a.scene) and _WRECKED & set(b.scene)):
        return None  # a convoy carries now these, now those
    met = set(a.scene) & set(b.scene)
    if later is None or abs(later) > ABOARD_DAYS or weigh(met) < ABOARD_SCENE:
        return None
    return Finding("figure", 0.65, shared=tuple(sorted(met)))


def _of_one(a: Amount, b: Amount) -> Finding | None:
    met = set(a.scene) & set(b.scene)
    if a.article != b.article and weigh(met) < SCENE:
        return None
    low, high = (a, b) if a.low <= b.low else (b, a)
    top = low.high if low.high < high.low else VAGUE * low.low
    if high.low <= top * (1 + CLOSE):
        return None
    return Finding("figure", 0.65, shared=tuple(sorted(met)))


def _apart(a: Amount, b: Amount) -> bool:
    low, high = (a, b) if a.low <= b.low else (b, a)
    if a.of and a.of == b.of:
        return True
    counted = not a.unit and a.low == a.high < EXACT and b.low == b.high < EXACT
    return (0.0 if counted else CLOSE * abs(high.low)) < high.low - low.high
