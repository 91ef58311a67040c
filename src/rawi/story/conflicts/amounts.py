"""Two figures against each other: different numbers of one thing, in one place, at one time.

1. range      a number with its modifier is a range: «أكثر من 100» holds 120, «نحو 100» holds 105
2. thing      the same thing is counted: one head (or two words for it), no qualifier against another
3. place, time, matter   none speaks against it, and the sentences share enough words
4. tolls      victims that two sources of one article count otherwise; a count since one day that was higher
              some days before                                                 tolls.py
5. none       «ليس لديه أي قوات» against a number of them                       `none_against`
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rawi.arabic.analysis import Analysis, Token
from rawi.records import Figure, Reading, Time
from rawi.store.words import name_key
from rawi.story.ask.stem import stem, stems
from rawi.story.conflicts import lexis
from rawi.story.conflicts.claims import Claim
from rawi.story.conflicts.finding import Finding, weigh
from rawi.story.conflicts.quoted import Quoted
from rawi.story.conflicts.telling import clause_around, moving, scene_of, told_of_old, words_of
from rawi.story.conflicts.tolls import (
    FATES,
    disaster,
    part_of,
    set_against,
    since_day,
    toll,
    who,
)  # fmt: skip
from rawi.story.states import states

OPEN = 1e300  # stands for a side without a bound, and can be written as JSON
ABOUT = 0.1  # «نحو 100» is taken to hold 90 to 110: what newspapers round to
SHARE = (
    "%"  # shares of one whole belong to different owners, who are seldom in the figure's own words
)
CLOSE = 0.05  # numbers nearer than this are one number, rounded by one of the two
# Read off pairs of figures in 1,400 news articles of one week.
ACROSS = 12.0  # weight of shared words of the sentences, in two articles
WITHIN = 6.0  # the same, in one article
ALIKE = 0.5  # share of the shorter sentence's weight that the other must have, in two articles
ALIKE_WITHIN = 0.4  # the same within one article
QUALIFIED = 0.75  # of that share is enough where the thing is told more closely («متر مكعب»)
ALIKE_MONEY = 0.65  # sums are of many things, which seldom stand beside the sum
CURRENCY = 3  # letters of a currency's code
TOLD = 4.0  # weight of shared words around two tolls
MANY = 10.0  # a toll so many times the other's is of another event
BESIDE = 400  # code points between two tolls of one article that are of one event
FARTHEST = 1.7  # a number so many times the other is of something else
NONE_WHERE = 0.4  # share of what else is said of what there is none of that stands around a number of it
NEAR = 3  # days between two articles whose figures have no day of their own
DUAL = 5  # letters of a word that may be a dual in «ـتين»
SHORT_WINDOW = 12  # tokens to each side of a figure that say what it is about
_THEM = frozenset({"عددهم", "عددها", "عدده", "عددهن"})
_COUNTED = frozenset({"dead", "hurt", "held", "displaced", "missing"})


@dataclass(frozen=True, slots=True)
class Amount(Quoted):
    """A figure as a range, with what tells whether another is of the same thing.

    `thing`: the class of what is counted, or its head's stem; `more`: the other words of it.
    """

    low: float
    high: float
    thing: str
    more: tuple[str, ...]
    unit: str
    place: str
    begin: str | None
    until: str | None
    around: tuple[str, ...]
    since: str = ""  # ISO day from which a toll is counted
    victims: bool = False  # the words around it say what became of those who are counted
    against: bool = False  # «فيما قالت …»: set against what was told before
    part: bool = False  # «بينهم 7 أطفال»: of another number
    years: tuple[int, ...] = ()  # that its sentence names
    clause: tuple[str, ...] = ()  # what its clause says without it
    scene: tuple[str, ...] = ()  # what its sentence, the title and the lead say
    others: tuple[str, ...] = ()  # the other numbers of its clause
    old: bool = False  # its sentence names a time well before the article
    going_on: bool = False  # the time it is of goes on as it is told («هذا العام»)
    them: bool = False  # «عددهم»: of those who were counted before
    moves: bool = False  # a price, or what rises and falls
    of: str = ""  # the class of the lasting matter whose toll it is
    states: tuple[str, ...] = ()  # that its clause names
    ahead: bool = False  # its clause tells of what is to come
    added: bool = False  # it comes on top of another number
    batch: str = ""  # which of several it is of («المجموعة الأولى»)


def amounts(reading: Reading, analysis: Analysis) -> tuple[Amount, ...]:
    """The figures of an article that can stand against others."""
    by_id = {s.id: s for s in reading.statements}
    out = []
    for figure in reading.figures:
        made = _amount(figure, by_id, analysis, reading)
        if made is not None:
            out.append(made)
    return tuple(out)


def _amount(figure: Figure, by_id: dict, analysis: Analysis, reading: Reading) -> Amount | None:
    times = reading.times
    bounds = interval(figure)
    if bounds is None or figure.thing is None:
        return None
    words = [t for t in lexis.tokens_in(analysis, figure.thing) if t.kind != "mark"]
    counted = next((lexis.things()[w] for t in words[:2] for w in (t.norm, t.base)
                    if w in lexis.things()), None)  # fmt: skip
    found = [_single(t) for t in words if stems([t])]
    if not found:
        return None
    sentence = next((s for s in analysis.sentences if s.start <= figure.start < s.end), None)
    if sentence is None:
        return None
    by = by_id[figure.statement].speaker if figure.statement in by_id else None
    name = (by.name or by.text or "") if by is not None else ""
    here = analysis.first_token_at(figure.start)
    near = analysis.tokens[
        max(sentence.first, here - SHORT_WINDOW) : min(sentence.last, here + SHORT_WINDOW)
    ]
    around = tuple(dict.fromkeys(s for t in near if t.kind == "word" for s in stems([t])))
    days = figure.as_of
    last = analysis.first_token_at(figure.end)
    fate = toll(analysis.tokens, sentence.first, here, last, sentence.last)
    victims = (fate or counted) in FATES
    inside = analysis.tokens[sentence.first : sentence.last]
    clause = clause_around(analysis, figure.start, figure.end)
    since = since_day(inside, figure.start, times) if victims else ""
    return Amount(
        figure.article, figure.start, figure.end, figure.text, name_key(name), name, *bounds,
        fate or counted or found[0], who(words) if victims else tuple(found[1:]), figure.unit or "",
        name_key(figure.place.text) if figure.place is not None else "",
        str(days.begin) if days is not None and days.begin else None,
        str(days.end) if days is not None and days.end else None,
        around, since, victims, set_against(analysis.tokens, sentence.first, here),
        part_of(analysis.tokens, sentence.first, here), _years(times, sentence.start, sentence.end),
        tuple(dict.fromkeys((*words_of(clause), *found[1:]))),
        scene_of(reading, analysis, figure.start),
        tuple(sorted(t.norm for t in clause if any(c.isdigit() for c in t.norm))),
        told_of_old(reading, sentence.start, sentence.end), _going_on(reading, figure),
        any(t.norm in _THEM for t in clause),
        moving(inside),
        disaster(inside) if victims or counted in _COUNTED else "", tuple(sorted(states(clause))),
        any("س" in t.proclitics for t in clause),
        any(lexis.is_of(t, "additional") for t in (*words, *clause)), _batch(clause),
    )  # fmt: skip


def _batch(clause: Sequence[Token]) -> str:
    """The ordinal of a group that is one of several («المجموعة الأولى شملت 97 مهاجراً»), or ''."""
    for noun, which in pairwise(clause):
        if lexis.is_of(noun, "batch") and lexis.is_of(which, "ordinal"):
            return which.base
    return ""


def _going_on(reading: Reading, figure: Figure) -> bool:
    days, printed = figure.as_of, reading.article.published
    if days is None or printed is None or printed.begin is None or days.begin is None:
        return False
    return days.begin <= printed.begin and (days.end is None or days.end >= printed.begin)


def _single(token: Token) -> str:
    """The stem of a counted word; «طائرتين» as «طائرات»."""
    dual = len(token.base) > DUAL and token.base.endswith(("تين", "تان"))
    return stem(token.base[:-3]) if dual else stems([token])[0]


def _years(times: tuple[Time, ...], start: int, end: int) -> tuple[int, ...]:
    """The years of the days that a sentence names."""
    days = [t.date for t in times if start <= t.start < end and t.type == "date" and t.date is not None]
    return tuple(sorted({d.begin.year for d in days if d.begin is not None}))


def interval(figure: Figure) -> tuple[float, float] | None:
    """The least and the greatest number that a figure may mean."""
    low, high, value = figure.low, figure.high, figure.value
    if value is None:
        if low is None and high is None:
            return None
        return (-OPEN if low is None else low), (OPEN if high is None else high)
    if figure.mod == "about":
        return value * (1 - ABOUT), value * (1 + ABOUT)
    if figure.mod in ("more-than", "at-least"):
        return value, OPEN
    if figure.mod in ("less-than", "at-most"):
        return -OPEN, value
    return value, value


def differ(a: Amount, b: Amount, later: int | None) -> Finding | None:
    """How two figures contradict each other, or None. `later`: days from the first's telling to the
    second's, None where they are not known."""
    if (a.article == b.article and a.holder == b.holder) or a.part != b.part or SHARE in (a.unit, b.unit):
        return None
    apart = abs(later) if later is not None else None
    if a.thing != b.thing or a.unit != b.unit or not _apart(a, b):  # 1. and 2.
        return None
    if not (set(a.more) <= set(b.more) or set(b.more) <= set(a.more)):
        return None
    if elsewhere(a, b):
        return None
    if a.place and b.place and not (set(a.place.split()) & set(b.place.split())):  # 3.
        return None
    if a.victims and b.victims:  # 4.
        return _tolls(a, b, later)
    if not _near(a, b) or not _one_time(a, b, apart):
        return None
    near = a.article == b.article
    named = bool(a.holder and b.holder)
    if near and not named:
        return None  # an article's own numbers are of its own different things
    if not near and not (a.thing in lexis.kinds() and (named or growing(a))):
        return None
    shared = set(a.around) & set(b.around)
    matter = weigh(shared)
    least = min(weigh(a.around), weigh(b.around))
    last = max(a, b, key=lambda x: x.start)
    beside = near and last.against and abs(a.start - b.start) <= BESIDE and not _one_name(a, b)
    if beside and not a.unit and a.thing in lexis.kinds() and matter >= TOLD:
        return Finding("figure", min(0.9, 0.5 + 0.03 * matter), shared=tuple(sorted(shared)))
    alike = ALIKE_WITHIN if near else ALIKE
    if len(a.unit) == CURRENCY and a.unit.isupper():
        alike = ALIKE_MONEY
    elif set(a.more) & set(b.more):
        alike *= QUALIFIED
    if matter < (WITHIN if near else ACROSS) or matter < alike * least:
        return None
    strength = min(0.9, 0.3 + 0.6 * matter / max(1.0, least))
    return Finding("figure", strength, shared=tuple(sorted(shared)))


def _tolls(a: Amount, b: Amount, later: int | None) -> Finding | None:
    shared = set(a.around) & set(b.around)
    matter = weigh(shared)
    if a.article == b.article:
        if not (a.holder and b.holder) or a.since != b.since or _one_name(a, b):
            return None
        last, apart = max(a, b, key=lambda x: x.start), abs(a.start - b.start)
        if not last.against or apart > BESIDE:
            return None
        if matter < TOLD or b.low > MANY * max(a.high, 1.0) or a.low > MANY * max(b.high, 1.0):
            return None
        return Finding("figure", min(0.9, 0.5 + 0.03 * matter), shared=tuple(sorted(shared)))
    if not a.since or a.since != b.since or not later:
        return None  # a toll rises through the day
    first, second = (a, b) if later > 0 else (b, a)
    if second.high * (1 + CLOSE) >= first.low or not _near(a, b):
        return None
    if matter < TOLD and not (a.more and a.more == b.more):
        return None
    return Finding("figure", min(0.9, 0.6 + 0.02 * matter), shared=tuple(sorted(shared)), fell=True)


def _one_name(a: Amount, b: Amount) -> bool:
    one, two = set(a.holder.split()), set(b.holder.split())
    return one <= two or two <= one


def elsewhere(a: Amount, b: Amount) -> bool:
    """Whether the two are told of other states or groups, or one of what was and one of what will be or comes
    on top: «طردت باريس 23 دبلوماسياً», «طردت روما 60 دبلوماسياً», «ستطرد 60», «60 إضافيين»."""
    apart = bool(a.states and b.states) and not set(a.states) & set(b.states)
    return apart or a.ahead != b.ahead or a.added != b.added or a.batch != b.batch


def growing(a: Amount) -> bool:
    """Whether a count of this thing goes up by itself as news comes in."""
    return a.thing in _COUNTED


def none_against(claim: Claim, amount: Amount) -> Finding | None:
    """Step 4: a claim that there is none of what the amount counts."""
    if not claim.none or amount.low <= 0 or amount.high < 1:
        return None
    if claim.article == amount.article and claim.holder == amount.holder:
        return None
    if claim.none != amount.thing:
        return None
    shared = set(claim.around) & set(amount.around)
    matter = weigh(shared)
    if matter < (WITHIN if claim.article == amount.article else ACROSS):
        return None
    where = set(claim.stems) - {amount.thing, *amount.more}  # «في المنطقة المحيطة بالمبنى»
    if weigh(where & set(amount.around)) < NONE_WHERE * weigh(where):
        return None
    return Finding("denial", min(0.9, 0.4 + 0.03 * matter), shared=tuple(sorted(shared)))


def _apart(a: Amount, b: Amount) -> bool:
    """No number is in both ranges, nor nearly."""
    if a.low > b.low:
        a, b = b, a
    return CLOSE * abs(b.low) < b.low - a.high


def _near(a: Amount, b: Amount) -> bool:
    """Neither is so many times the other that they must be of two things."""
    low, high = (a, b) if a.low <= b.low else (b, a)
    return high.low <= FARTHEST * max(low.high, 1.0)


def _one_time(a: Amount, b: Amount, apart: int | None) -> bool:
    if a.years and b.years and not set(a.years) & set(b.years):
        return False  # what is expected of one year and of another
    if a.begin and b.begin and a.until and b.until:
        return a.begin <= b.until and b.begin <= a.until
    return apart is None or apart <= NEAR
