"""When was an article written? From its own words, where no date is printed; as a check, where one is.

`settle(article, analysis)` gives the article with its `published` filled or checked. Each expression
may give a clue:

    1. day       «اليوم الأحد 7 أيلول 2025»، «أمس السبت 6 أيلول 2025» say the day itself, «الثلاثاء المقبل،
                 15 آذار 2022» the week before it
    2. not before   what is told as past, with its year: «منذ عام 2014»، «في 5 آذار 2021»
    3. not after    a limit that is still to come: «بحلول نهاية عام 2021»
    4. months    «تموز الماضي» is written after a July and before the next, «نيسان المقبل» before an
                 April, «أيلول الحالي» in a September
    5. year         «العام الجاري 2018»، «العام الماضي 2017» say the year of writing

The interval is what all clues leave. Where the months leave several stretches, the last one before
the limit is taken: a limit is news while it is near. An article without clues on both sides stays
undated. Metadata wins over print and print over inference; a day that contradicts them is kept among
`Published.rivals`, with a note.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from rawi.arabic.analysis import Analysis
from rawi.readers.timex.parts import Parts
from rawi.readers.timex.reckon import month_days
from rawi.readers.timex.resolve import resolve
from rawi.readers.timex.sighting import Sighting, firm, sightings
from rawi.readers.timex.tense import AHEAD, BACK, NEITHER
from rawi.records import Article, Published, Span

WIDEST = 5  # years from the newest date told as past to the limit; more says nothing about the day
LONGEST = 366  # days: an interval that is longer dates nothing
NEAR = 3  # days: a weekday that is off by no more has a nearest day that was meant
NEAR_DAYS = frozenset(p + w for w in ("اليوم", "امس", "غدا") for p in ("", "و", "ف"))


@dataclass(frozen=True, slots=True)
class Clue:
    """What one expression says of the day of writing. `months` are the months of the year it leaves."""

    span: Span
    day: date | None = None
    after: date | None = None
    before: date | None = None
    months: frozenset[int] | None = None
    likely: bool = False  # `after` holds only where a later limit stands in the same article


def settle(article: Article, analysis: Analysis) -> Article:
    """The article, dated from its own words or checked against them."""
    known = article.published
    if known is None or (known.begin is None and known.end is None):
        inferred = infer(list(sightings(article, analysis)))
        return replace(article, published=inferred) if inferred is not None else article
    rival = _rival(known, sightings(article, analysis, NEAR_DAYS))
    if rival is None or any(r.basis == "inferred" for r in known.rivals):
        return article
    return replace(article, published=replace(known, rivals=(*known.rivals, rival)))


def infer(found: list[Sighting]) -> Published | None:
    """The tightest interval that the clues leave, or None where they bound it on one side at most."""
    clues = [c for s in found if (c := _clue(s)) is not None]
    exact = next((c for c in clues if c.day is not None), None)
    if exact is not None:
        note = f"لم يُطبع تاريخ للنشر، لكن النص يسمّي يومه: «{exact.span.text}»"
        return Published(exact.day, exact.day, "inferred", (exact.span,), note)
    befores = [c for c in clues if c.before is not None]
    afters = [
        c
        for c in clues
        if c.after is not None
        and (not c.likely or any(b.before and b.before.year > c.after.year for b in befores))
    ]
    low = max(afters, key=lambda c: c.after or date.min, default=None)
    if low is None or low.after is None:
        return None
    high = min(
        (c for c in befores if c.before and c.before >= low.after),
        key=lambda c: c.before or date.max,
        default=None,
    )
    limit = high.before if high is not None else None
    if limit is None or limit.year - low.after.year > WIDEST:
        return None
    used = [c for c in (low, high) if c is not None]
    kept = _months(low.after, limit, [c.months for c in clues if c.months is not None])
    if not kept:
        return None
    used += [c for c in clues if c.months is not None]
    begin, end = kept[-1]
    begin, end = max(begin, low.after), min(end, limit)
    if (end - begin).days > LONGEST:
        return None
    spans = tuple(dict.fromkeys(c.span for c in used))
    return Published(begin, end, "inferred", spans, _note(low, high, used))


def _note(low: Clue, high: Clue | None, used: list[Clue]) -> str:
    """One readable line: why these bounds."""
    pieces = [f"ليس قبل «{low.span.text}»"]
    if high is not None:
        pieces.append(f"وقبل انقضاء «{high.span.text}»")
    months = [c.span.text for c in used if c.months is not None]
    if months:
        pieces.append("ويوافق " + " و".join(f"«{m}»" for m in dict.fromkeys(months)))
    return "لم يُطبع تاريخ للنشر؛ كُتب النص " + " ".join(pieces)


def _clue(sighting: Sighting) -> Clue | None:
    """Steps 1 to 5 for one expression."""
    parts, span = sighting.parts, sighting.span
    if parts.calendar == "b" or parts.until is not None or parts.impossible:
        return None
    if parts.rel is not None and parts.rel[0] == "day" and parts.day and parts.month and parts.year:
        return _today(parts, span)
    if parts.rel is not None and parts.rel[0] == "year" and parts.year is not None:
        year = parts.year - parts.rel[1]
        if not 1 <= year <= 9998:
            return None
        return Clue(span, after=date(year, 1, 1), before=date(year, 12, 31))
    if parts.weekday and parts.look in (-1, 1) and parts.year and parts.month and parts.day:
        return _week(parts, span)
    if parts.year is not None:
        return _bound(sighting)
    if parts.month is not None and parts.look is not None and parts.calendar == "g":
        return Clue(span, months=_left(parts.month, parts.look))
    return None


def _today(parts: Parts, span: Span) -> Clue | None:
    """Step 1: «أمس السبت 6 أيلول 2025» was written a day later."""
    assert parts.rel is not None
    named = resolve(replace(parts, rel=None), None, 0)
    if named.begin is None or named.begin != named.end:
        return None
    return Clue(span, day=named.begin - timedelta(days=parts.rel[1]))


def _week(parts: Parts, span: Span) -> Clue | None:
    """«الثلاثاء المقبل، 15 آذار 2022» is written in the seven days before it, «الماضي» in those after."""
    named = resolve(replace(parts, weekday=None, look=None), None, 0).begin
    if named is None or parts.look is None:
        return None
    near, far = sorted((named - timedelta(days=parts.look), named - timedelta(days=7 * parts.look)))
    return Clue(span, after=near, before=far)


def _bound(sighting: Sighting) -> Clue | None:
    """Steps 2 and 3. A date that is a limit is to come; one after «منذ», or told as past, is not.

    A limit told as past («زادت بحلول عام 2015») is none, unless a plan stands before it («الاتفاق على …
    بحلول»). Counted on 1,500 dated articles: every year after «منذ» was past, and of days and months with
    their year 98 in 100.
    """
    meaning = resolve(sighting.parts, None, 0)
    if meaning.begin is None or meaning.end is None:
        return None
    if sighting.limit is not None:
        ahead = sighting.planned or sighting.lean >= NEITHER
        return Clue(sighting.span, before=meaning.end) if firm(sighting.limit) and ahead else None
    fine = sighting.parts.month is not None and sighting.lean < AHEAD
    if sighting.since or sighting.lean == BACK or fine:
        return Clue(sighting.span, after=meaning.begin)
    if sighting.lean == NEITHER:
        return Clue(sighting.span, after=meaning.begin, likely=True)
    return None


def _left(month: int, look: int) -> frozenset[int]:
    """Step 4: the months of writing that «تموز الماضي», «الحالي» or «المقبل» leave."""
    if look == 0:
        return frozenset({month})
    return frozenset(range(1, 13)) - {month}


def _months(low: date, high: date, allowed: list[frozenset[int]]) -> list[tuple[date, date]]:
    """The stretches of whole months from `low` to `high` that every clue leaves."""
    kept = frozenset(range(1, 13)).intersection(*allowed) if allowed else frozenset(range(1, 13))
    stretches: list[tuple[date, date]] = []
    for index in range(low.year * 12 + low.month - 1, high.year * 12 + high.month):
        year, month = divmod(index, 12)
        if month + 1 not in kept:
            continue
        _, begin, end = month_days(year, month + 1)
        if stretches and stretches[-1][1] + timedelta(days=1) == begin:
            stretches[-1] = (stretches[-1][0], end)
        else:
            stretches.append((begin, end))
    return stretches


def _rival(known: Published, found: Iterable[Sighting]) -> Published | None:
    """A day that the text itself names as its own and that is not the one given."""
    for sighting in found:
        parts = sighting.parts
        if parts.rel is None or parts.rel[0] != "day" or sighting.quoted:
            continue
        clue = _today(parts, sighting.span) if parts.year and parts.month and parts.day else None
        day = clue.day if clue is not None else None
        if day is None and parts.weekday and known.day is not None:
            day = _nearest(known.day, parts.weekday, parts.rel[1])
        if day is None or known.begin is None or known.end is None:
            continue
        if not known.begin - timedelta(days=1) <= day <= known.end + timedelta(days=1):
            note = f"يقول النص «{sighting.span.text}»، ولا يوافق ذلك التاريخ المعطى {known.begin}"
            return Published(day, day, "inferred", (sighting.span,), note)
    return None


def _nearest(given: date, weekday: int, offset: int) -> date | None:
    """The day nearest to the one given on which «اليوم» or «أمس» was that weekday."""
    for gap in sorted(range(-NEAR, NEAR + 1), key=abs):
        day = given + timedelta(days=gap)
        if (day + timedelta(days=offset)).isoweekday() == weekday:
            return day
    return None
