"""Numbers in digits, words and both: «2500», «١٫٥», «ثلاثة آلاف ومئتين», «ألفين و500», «ثلث», «80%».

    1. Below a thousand   units, teens, tens and hundreds join: «مئة وخمسة وعشرون»
    2. Scales             what stands before ألف، مليون… is multiplied: «2.5 مليون», «مئة ألف»
    3. Sums               smaller groups are added by و: «مليون ومئتا ألف», «ألفين و500»
    4. Behind it          «ونصف», «فاصلة خمسة», a fraction's parts («ثلاثة أرباع»), a percent sign
    5. «بين»              «بين خمسة وعشرين» is two numbers unless another follows

Values are exact (int, or float where there is a fraction). Ranges and what is counted are for readers.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from rawi.arabic import number_groups as groups
from rawi.arabic import numerals
from rawi.arabic.analysis import Analysis
from rawi.arabic.number_kinds import (
    SCALE_FLOOR,
    Number,
    fraction,
    is_definite,
    ordinal,
    plain,
    scale_of_part,
    start_of,
    vague,
)
from rawi.arabic.words import Token, tokens

_PERCENT = frozenset("%٪﹪％")


def find(source: Analysis | tuple[Token, ...] | str) -> tuple[Number, ...]:
    """Every number in an analysed text, its tokens, or a plain string; in order, not overlapping."""
    if isinstance(source, str):
        words = tokens(source)
    else:
        words = source.tokens if isinstance(source, Analysis) else source
    found: list[Number] = []
    at = 0
    while at < len(words):
        number = (
            _number(words, at) if numerals.atoms(words[at]) or words[at].kind == "mark" else None
        )
        if number is None:
            at += 1
        else:
            found.append(number)
            at = number.last
    return tuple(found)


def value(text: str) -> int | float | None:
    """The value of a text that is one number and nothing else, else None."""
    found = find(text)
    if len(found) != 1 or found[0].end != len(text.rstrip()) or text[: found[0].start].strip():
        return None
    return found[0].value


def _number(words: tuple[Token, ...], at: int) -> Number | None:
    """The number that begins at token `at`, or None."""
    if words[at].kind == "mark":
        return _signed(words, at)
    single = ordinal(words, at) or fraction(words, at) or vague(words, at)
    if single:
        return single
    group = groups.group(words, at)
    if group is None:
        return None
    total = _sum(words, group)
    if _is_between(words, at) and not _joins_another(words, total.last):  # step 5
        if total.last > group.last:
            total = group
        elif group.roles == ("unit", "tens"):
            total = groups.alone(words, at) or total
    return _finish(words, at, total)


def _sum(words: tuple[Token, ...], group: groups.Group) -> groups.Group:
    """Step 3: groups smaller than the last scale, joined by و."""
    while group.scale >= SCALE_FLOOR:
        half = groups.linked(words, group.last, "fraction")
        if (
            half and not half[0].definite and half[0].value < 1
        ):  # «مليون ونصف», «مليون ونصف المليون»
            last = half[1]
            again = groups.pick(words, last, "scale")
            last += bool(again and again.value == group.scale)
            whole = group.value + half[0].value * group.scale
            return replace(group, value=whole, last=last, roles=(*group.roles, "fraction"))
        if group.last < len(words) and words[group.last].norm == "و":
            begin = group.last + 1
        elif group.last < len(words) and any(a.joined for a in numerals.atoms(words[group.last])):
            begin = group.last
        else:
            return group
        more = groups.group(words, begin)
        if more is None or more.lead.prefixed or more.value >= group.scale:
            return group
        attached = more.lead.joined or more.roles[0] == "teen"  # «وأحد عشر» folds to «واحد عشر»
        if (begin == group.last) > attached or more.value.denominator != 1:
            return group
        scale = more.scale if more.scale > 1 else 1
        group = replace(
            group, value=group.value + more.value, last=more.last, scale=scale,
            roles=(*group.roles, *more.roles),
        )  # fmt: skip
    return group


def _is_between(words: tuple[Token, ...], at: int) -> bool:
    return at > 0 and words[at - 1].norm in ("بين", "وبين", "مابين")


def _joins_another(words: tuple[Token, ...], at: int) -> bool:
    """Whether و and a number follow: the other end of «بين»."""
    if at < len(words) and words[at].norm == "و":
        at += 1
        return bool(at < len(words) and numerals.atoms(words[at]))
    return at < len(words) and any(a.joined for a in numerals.atoms(words[at]))


def _finish(words: tuple[Token, ...], at: int, group: groups.Group) -> Number | None:
    """Step 4, and the number itself."""
    total, last, kind, other = group.value, group.last, "cardinal", group.other
    scale, roles = group.scale, group.roles
    if len(str(int(total))) > groups.MAX_DIGITS:
        return None
    point = groups.pick(words, last, "point")
    if point and scale == 1 and total.denominator == 1:
        part = groups.below_thousand(words, last + 1)
        if part and part.value.denominator == 1 and part.lead.place == 0:
            total += Fraction(int(part.value), 10 ** len(str(int(part.value))))
            last, roles = part.last, (*roles, *part.roles)
    parts = groups.beside(words, last, "parts")
    if parts and total.denominator == 1 and total < 1 / parts.value:
        total, last, kind = total * parts.value, last + 1, "fraction"
        whole = scale_of_part(words, last)
        if whole:
            total, last, kind, scale = total * whole, last + 1, "cardinal", int(whole)
    elif scale == 1 and group.roles[-1] in ("unit", "digits", "ten", "teen", "tens"):
        half = groups.linked(words, last, "fraction")
        if half and not half[0].definite and not is_definite(words, half[1]):
            total, last = total + half[0].value, half[1]  # «ثلاثة ونصف»
    ratio = _ratio(words, last)
    if kind == "cardinal" and ratio and roles == ("digits",):
        total, last, kind = total / ratio, last + 2, "ratio"
    percent = _percent(words, last)
    if percent is None and roles == ("digits",) and _percent_before(words, at):
        return replace(
            _made(words, at, last, total / 100, "percent", group, roles, other, scale),
            start=words[at - 1].start, first=at - 1,
        )  # fmt: skip
    if percent is not None and kind != "ratio":
        return _made(words, at, percent, total / 100, "percent", group, roles, other, scale)
    return _made(words, at, last, total, kind, group, roles, other, scale)


def _made(
    words: tuple[Token, ...], at: int, last: int, total: Fraction, kind: str, group: groups.Group,
    roles: tuple[str, ...], other: Fraction | None, scale: int,
) -> Number:  # fmt: skip
    in_digits = "digits" in roles
    written = "mixed" if in_digits and len(roles) > 1 else "digits" if in_digits else "words"
    if kind == "percent" and other is not None:
        other = other / 100
    return Number(
        start_of(words, at, group.lead), words[last - 1].end, plain(total), kind, written, at, last,
        group.lead.definite, None if other is None else plain(other), None, group.lead.joined, scale,
        group.lead.variety,
    )  # fmt: skip


def _percent(words: tuple[Token, ...], at: int) -> int | None:
    """The token behind a percent sign or «في المئة» at token `at`, or None."""
    if at >= len(words):
        return None
    if words[at].text in _PERCENT or words[at].norm in ("بالميه", "بالمايه", "بالميءه"):
        return at + 1
    if words[at].norm == "في" and at + 1 < len(words) and words[at + 1].norm in ("الميه", "المايه"):
        return at + 2
    return None


def _percent_before(words: tuple[Token, ...], at: int) -> bool:
    """Whether a percent sign that is no other number's touches token `at` from before: «%20»."""
    if at == 0 or words[at - 1].text not in _PERCENT or words[at - 1].end != words[at].start:
        return False
    return at == 1 or (words[at - 2].kind != "number" and not numerals.atoms(words[at - 2]))


def _ratio(words: tuple[Token, ...], at: int) -> Fraction | None:
    """The divisor in «3/4»: a slash and digits with no space between."""
    if at + 1 >= len(words) or words[at].text not in "/⁄" or words[at].start != words[at - 1].end:
        return None
    if words[at + 1].start != words[at].end or words[at + 1].kind != "number":
        return None
    if (
        at + 2 < len(words)
        and words[at + 2].text == "/"
        and words[at + 2].start == words[at + 1].end
    ):
        return None  # a date
    divisor = numerals.digits(words[at + 1].stem)[0]
    return divisor if divisor and not words[at + 1].proclitics else None


def _signed(words: tuple[Token, ...], at: int) -> Number | None:
    """«-12» and «.77»: a sign that touches the number and nothing before it."""
    sign = words[at].text
    if sign not in "-−.\u066b" or at + 1 >= len(words) or words[at + 1].kind != "number":
        return None
    touches = words[at].end == words[at + 1].start and not words[at + 1].proclitics
    if not touches or (at > 0 and words[at - 1].end == words[at].start):
        return None
    if sign in ".\u066b":
        digits = words[at + 1].stem
        if not digits.isdigit():
            return None
        part = float(Fraction(int(digits), 10 ** len(digits)))
        return Number(words[at].start, words[at + 1].end, part, "cardinal", "digits", at, at + 2)
    number = _number(words, at + 1)
    if number is None or number.value is None or number.kind == "ordinal":
        return None
    return replace(number, start=words[at].start, first=at, value=-number.value)
