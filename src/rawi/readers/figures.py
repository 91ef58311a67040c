"""Reads figures: numbers that measure something.

Needs times (a number inside a date is none), names (places) and statements (whose claim it is).

    1. numbers     every number of title and body                                  arabic/numbers.py
    2. sieve       dates, ordinals, names with a number in them, lone numbers go
    3. ranges      «بين 30 و40», «من 30 إلى 40», «30-40» are one figure
    4. modifiers   «نحو», «أكثر من», «على الأقل»                                    quantity/modifier.py
    5. thing       what is counted                                                 quantity/thing.py
    6. duals       «جولتي حوار»: a dual that can be nothing else counts two
    7. context     place, as-of day, the statement it stands in
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from rawi.arabic import calendar, numbers
from rawi.arabic.analysis import Analysis
from rawi.arabic.letters import fold
from rawi.arabic.numbers import Number
from rawi.arabic.words import Token
from rawi.readers.quantity import modifier
from rawi.readers.quantity.context import Context
from rawi.readers.quantity.duals import TWO, duals
from rawi.readers.quantity.lexicon import units, words_of
from rawi.readers.quantity.thing import Thing, announced, following, preceding
from rawi.records import Article, Figure, Reading

LARGEST_DEFINITE = 10
"""Up to here a definite number after a noun counts it; above, it is more often the number of one in a row."""
_MONTHS = frozenset(fold(name) for name in calendar.MONTHS)
_JOINERS = ("-", "–", "—", "−")


def read(article: Article, analysis: Analysis, found: Reading) -> tuple[Figure, ...]:
    """The figures of `article`, in text order."""
    context = Context(article, analysis, found)
    tokens = analysis.tokens
    out: list[Figure] = []
    for first, last in context.stretches():
        inside = _shifted(tokens, first, last)  # 1.
        kept = [n for n in inside if _measures(tokens, n, context, first)]  # 2.
        for low, high in _ranges(tokens, kept):  # 3.
            figure = _figure(context, tokens, low, high, (first, last))
            if figure is not None:
                out.append(figure)
        taken = [(f.start, f.end) for f in out] + context.time_spans
        for dual in duals(tokens, first, last, taken):  # 6.
            if context.in_name(dual.start, dual.end, part=True):
                continue  # «حركتا فتح وحماس»: two that are named
            out.append(context.figure(context.span(dual.start, dual.end), dual.thing, value=2))
    return tuple(sorted(_apart(out), key=lambda f: (f.start, f.end)))


def _shifted(tokens: Sequence[Token], first: int, last: int) -> Iterator[Number]:
    """The numbers among tokens `first:last`, their token places counted in the whole text."""
    for n in numbers.find(tuple(tokens[first:last])):
        yield replace(n, first=n.first + first, last=n.last + first)


def _measures(tokens: Sequence[Token], n: Number, context: Context, floor: int) -> bool:
    """Step 2: whether a number can measure anything."""
    if n.kind in ("ordinal", "ratio") or n.variety != "msa" or context.in_time(n.start, n.end):
        return False
    if context.in_name(n.start, n.end):
        return False
    if n.last < len(tokens) and n.written != "words" and tokens[n.last].norm in _MONTHS:
        return False  # «قرابة 11 نوفمبر»
    before = tokens[n.first - 1] if n.first > floor else None
    after = tokens[n.last] if n.last < len(tokens) else None
    if n.written == "words" and n.value == 1:
        return False  # «أحد المسؤولين», «واحدة من»: a pronoun in use
    if n.value == 0 and n.written == "words" and tokens[n.first].definite:
        return False  # «من الصفر»: where one begins
    if n.kind == "fraction" and after is not None and after.base in words_of("stage"):
        return False
    if before is not None and n.written != "words" and n.kind == "cardinal":
        if before.norm in words_of("identifier") or before.base in words_of("identifier"):
            return False
        glued = before.kind == "word" and n.start == before.end
        if glued and after is not None and after.definite and n.kind == "cardinal":
            return False  # «نكس1 الكورية»; what is counted is indefinite («قتل12 شخصا»)
        if before.kind == "latin" or (before.text in "-/:.#" and n.start == before.end):
            return _ends_range(tokens, n)
    if n.first - 2 >= floor and before.norm == "كل" and tokens[n.first - 2].norm in ("من", "بين"):
        return False  # «واحد من كل خمسة»
    glued = after is not None and n.written != "words" and after.start == n.end
    return not (glued and (after.kind == "latin" or (after.text in "/:" and n.kind != "percent")))


def _ends_range(tokens: Sequence[Token], n: Number) -> bool:
    """Whether a number written onto a dash ends a range: another before it, a unit or noun after it
    («15-20 كيلومترا», «15-20%»). The result of a match, «1-3 أمام», is followed by neither."""
    low = tokens[n.first - 2] if n.first > 1 else None
    after = tokens[n.last] if n.last < len(tokens) else None
    if low is None or low.kind != "number" or tokens[n.first - 1].text not in _JOINERS:
        return False
    if n.kind == "percent":
        return True
    return after is not None and (after.norm in units() or after.norm.endswith("ا"))


def _ranges(tokens: Sequence[Token], found: list[Number]) -> Iterator[tuple[Number, Number | None]]:
    """Step 3: each number alone, or with the one that ends its range."""
    skip = False
    for n, after in zip_longest(found, found[1:]):
        if skip:
            skip = False
            continue
        if after is not None and _range(tokens, n, after):
            skip = True
            yield n, after
        else:
            yield n, None


def _range(tokens: Sequence[Token], low: Number, high: Number) -> bool:
    if low.value is None or high.value is None or (low.kind == "percent" and high.kind != "percent"):
        return False
    between = tokens[low.last : high.first]
    opening = tokens[low.first - 1].stem if low.first else ""
    if opening == "بين":
        joint = [t.text if t.text in _JOINERS else t.norm for t in between]
        joined = (not between and high.joined) or joint in (
            ["و"],
            ["الي"],
            *([j] for j in _JOINERS),
        )
    elif len(between) == 1 and between[0].norm == "الي":
        joined = opening == "من" or low.kind == high.kind == "percent" or low.last == high.first - 1
    elif (
        len(between) == 1
        and between[0].text in _JOINERS
        and low.written == high.written == "digits"
    ):
        followed = high.last < len(tokens) and tokens[high.last].kind == "word"  # no match result
        joined = followed or high.kind == "percent"
    else:
        return False
    if low.kind == "cardinal" and high.kind == "percent":
        return joined and low.value / 100 < high.value
    return joined and (low.value < high.value or low.value * high.scale < high.value)


def _figure(
    context: Context, tokens: Sequence[Token], n: Number, high: Number | None, area: tuple[int, int]
) -> Figure | None:
    """Steps 4 and 5, and the record; None where nothing says what is counted."""
    floor, ceiling = context.clause(n.first, (high or n).last, area)
    end = high or n
    opening = n.first
    if high is not None and tokens[n.first - 1].stem in ("بين", "من") and n.first - 1 >= floor:
        opening = n.first - 1
        opening -= opening > floor and tokens[opening - 1].norm == "ما"  # «ما بين 30 و40»
    mod, begin = modifier.before(tokens, opening, floor)
    share = end.kind in ("percent", "fraction") or n.kind == "vague"
    thing = None
    pair = tokens[n.first].norm in TWO and not _among(tokens, n.last)
    if n.kind == "cardinal" and n.value is not None and (n.definite or pair):
        thing = preceding(tokens, n.first, floor, n.value)
        if thing is None and n.value > LARGEST_DEFINITE and n.scale == 1:
            return None  # «الحكومة الـ35»: which one, not how many
    if thing is None:
        thing = following(tokens, end.last, ceiling, share=share)
    if thing is None and n.kind == "vague":
        thing = following(tokens, end.last, ceiling, share=False)
    if thing is None:
        exact, behind = modifier.after(tokens, end.last, ceiling)
        if behind > end.last and _among(tokens, behind):  # «8 على الأقل من الحراس»
            thing, mod = following(tokens, behind, ceiling, share=share), mod or exact
    told = None
    if thing is None:
        told = thing = announced(tokens, begin, floor)
    if thing is None and not (_stands_alone(end, n) or _struck(tokens, n, begin, floor)):
        return None
    if thing is not None and tokens[thing.first].base in words_of("period"):
        return None
    first, last = begin, end.last
    if thing is not None:
        first, last = min(first, thing.first), max(last, thing.last)
    far = end.kind == "percent" or (told is not None and not context.near(told, begin))
    if told is not None and told.last < begin and far:  # «نسبة الإنجاز بلغت 85%»
        first = begin  # a far-off noun is named, not spanned
    tail, after = modifier.after(tokens, last, ceiling)
    if mod is None and tail is not None:
        mod, last = tail, after
    start = modifier.start_of(tokens[first]) if first == begin < n.first else tokens[first].start
    if first == n.first:
        start = tokens[n.first].stem_start if n.definite else n.start
    span = context.span(start, max(tokens[last - 1].end, end.end))
    if mod is None and context.quoted(span):
        return None
    return context.figure(
        span, thing, value=_value(n, high, _uncut(tokens, thing)), low=_low(n, high), high=_high(high),
        mod=mod, unit=_unit(end, thing),
    )  # fmt: skip


def _among(tokens: Sequence[Token], at: int) -> bool:
    """Whether «من» at token `at` says of whom the number is: «طردت السلطات اثنين من الدبلوماسيين»."""
    return at < len(tokens) and tokens[at].norm == "من"


def _stands_alone(end: Number, n: Number) -> bool:
    """A share, or a round number of great size, says something even where what it counts is not found."""
    return end.kind == "percent" or (n.kind == "vague" and n.definite) or n.scale >= 1000


def _struck(tokens: Sequence[Token], n: Number, begin: int, floor: int) -> bool:
    """Whether a bare number tells how many were killed, hurt or seized: «مقتل 15», «وأصيب 30 على الأقل»."""
    if begin <= floor or n.kind != "cardinal" or (n.value or 0) < 2 or n.definite:
        return False
    word = tokens[begin - 1]
    return not word.enclitic and not word.definite and word.base in words_of("casualty")


def _uncut(tokens: Sequence[Token], thing: Thing | None) -> bool:
    """Whether what is counted cannot be cut: neither a measure nor money («6.577 ليرة»)."""
    if thing is None or thing.unit is not None:
        return False
    return all(unit.kind != "currency" for unit in units().get(tokens[thing.first].norm, ()))


def _value(n: Number, high: Number | None, whole: bool) -> int | float | None:
    """The number's value. «2.500» is two thousand and a half of anything that cannot be cut («شخص»), and
    of what can as well where its last digits are noughts, which nobody writes behind a decimal point."""
    if high is not None:
        return None
    grouped = n.other is not None and n.kind == "cardinal" and n.value != int(n.value or 0)
    if grouped and n.scale == 1 and (whole or round((n.value or 0) * 10) == (n.value or 0) * 10):
        return n.other
    return n.value


def _low(n: Number, high: Number | None) -> int | float | None:
    if high is None:
        return n.low if n.kind == "vague" else None
    if n.scale == 1 and high.scale > 1 and n.value is not None and n.value < high.scale:
        return n.value * high.scale  # «بين 30 و40 ألفا»
    if n.kind == "cardinal" and high.kind == "percent" and n.value is not None:
        return n.value / 100  # «بين 30 و40%»
    return n.value


def _high(high: Number | None) -> int | float | None:
    return high.value if high is not None else None


def _unit(n: Number, thing: Thing | None) -> str | None:
    if n.kind == "percent":
        return "%"
    return thing.unit if thing is not None else None


def _apart(figures: list[Figure]) -> list[Figure]:
    """Of figures that overlap the longer stays."""
    kept: list[Figure] = []
    for f in sorted(figures, key=lambda f: (f.start - f.end, f.start)):
        if all(f.end <= k.start or k.end <= f.start for k in kept):
            kept.append(f)
    return kept
