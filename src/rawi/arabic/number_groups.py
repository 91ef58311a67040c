"""Numbers up to their scale: «مئة وخمسة وعشرون», «2.5 مليون», «مئتي ألف», «ألفان».

Steps 1 and 2 of the cascade in `numbers`, and how one token is looked at as part of a number.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

from rawi.arabic import numerals
from rawi.arabic.numerals import Atom
from rawi.arabic.words import Token

MAX_DIGITS = 18  # longer runs of digits are identifiers, not quantities
_PLURALS = ("الاف", "ملايين", "مليارات", "بلايين", "ونات")


@dataclass(frozen=True, slots=True)
class Group:
    """Steps 1 and 2: a number up to token `last`, with its scale (1 where none is named)."""

    value: Fraction
    last: int
    scale: int
    roles: tuple[str, ...]
    lead: Atom
    other: Fraction | None = None


def pick(words: tuple[Token, ...], at: int, *roles: str) -> Atom | None:
    """What token `at` can be, among `roles`."""
    if at >= len(words):
        return None
    return next((a for a in numerals.atoms(words[at]) if a.role in roles), None)


def linked(words: tuple[Token, ...], at: int, *roles: str) -> tuple[Atom, int] | None:
    """The atom that و joins to what ends before token `at`, and the token after it."""
    if at < len(words) and words[at].norm == "و":
        atom = beside(words, at + 1, *roles)
        return (atom, at + 2) if atom else None
    atom = _with(words, at, roles, joined=True)
    return (atom, at + 1) if atom else None


def beside(words: tuple[Token, ...], at: int, *roles: str) -> Atom | None:
    """The atom at token `at` where it bears no particle: it belongs to what stands before it."""
    return _with(words, at, roles, joined=False)


def _with(
    words: tuple[Token, ...], at: int, roles: tuple[str, ...], *, joined: bool
) -> Atom | None:
    """What token `at` can be, among `roles`, with و or without, and with no preposition."""
    if at >= len(words):
        return None
    return next(
        (
            a
            for a in numerals.atoms(words[at])
            if a.role in roles and a.joined == joined and not a.prefixed
        ),
        None,
    )


def alone(words: tuple[Token, ...], at: int) -> Group | None:
    """The unit at token `at`, with nothing joined to it."""
    atom = pick(words, at, "unit")
    return Group(atom.value, at + 1, 1, ("unit",), atom) if atom else None


def group(words: tuple[Token, ...], at: int) -> Group | None:
    """A number below a thousand (or digits), times the scales behind it; or a scale by itself."""
    lead = pick(words, at, "scale-pair")
    if lead and not multiplied(words, at):
        one = pick(words, at, "scale")
        if not (one and numerals.has_tanween(words[at])):
            return Group(lead.value, at + 1, int(lead.value) // 2, ("scale-pair",), lead)
    lead = pick(words, at, "scale")
    if lead:
        if is_plural_scale(words[at]):
            return None  # a plural without a number before it is no number
        pair = words[at].norm.endswith("الفا") or words[at].norm.endswith("ونا")
        factor = 2 if pair and not numerals.has_tanween(words[at]) and not lead.definite else 1
        return _scaled(words, Group(lead.value * factor, at + 1, int(lead.value), ("scale",), lead))
    small = below_thousand(words, at)
    return _scaled(words, small) if small else None


def multiplied(words: tuple[Token, ...], at: int) -> bool:
    """Whether a number stands right before token `at`."""
    return at > 0 and bool(
        pick(words, at - 1, "digits", "unit", "ten", "tens", "hundred", "hundreds")
    )


def below_thousand(words: tuple[Token, ...], at: int) -> Group | None:
    """Step 1."""
    digits = pick(words, at, "digits")
    if digits:
        return Group(digits.value, at + 1, 1, ("digits",), digits, digits.other)
    lead = pick(words, at, "hundreds", "hundred")
    after, hundred = at + 1, lead
    total = lead.value if lead else Fraction(0)
    if lead is None:
        unit = pick(words, at, "unit")
        behind = beside(words, at + 1, "hundred") if unit and 3 <= unit.value <= 9 else None
        if unit and behind:  # «ثلاث مئة»
            lead, hundred, total, after = unit, behind, unit.value * 100, at + 2
    if lead is None:
        return _below_hundred(words, at)
    rest = linked(words, after, "unit", "before-ten", "teen", "ten", "tens", "digits")
    begin = None
    if rest:
        begin = rest[1] - 1
    elif hundred and hundred.variety == "egyptian" and beside(words, after, "unit", "teen", "tens"):
        begin = after  # Egyptian puts «متين واحد وعشرين» side by side
    if begin is not None:
        small = _below_hundred(words, begin)
        if small and small.value < 100 and small.value.denominator == 1:
            return Group(total + small.value, small.last, 1, ("hundreds", *small.roles), lead)
    return Group(total, after, 1, ("hundreds",), lead)


def _below_hundred(words: tuple[Token, ...], at: int) -> Group | None:
    """Units, teens and tens."""
    digits = pick(words, at, "digits")
    if digits:
        return Group(digits.value, at + 1, 1, ("digits",), digits)
    unit = pick(words, at, "unit", "before-ten")
    if unit:
        ten = beside(words, at + 1, "ten")
        if ten and unit.value > 0:
            return Group(unit.value + 10, at + 2, 1, ("teen",), unit)
        tens = linked(words, at + 1, "tens")
        if tens and unit.value > 0:
            return Group(unit.value + tens[0].value, tens[1], 1, ("unit", "tens"), unit)
        return Group(unit.value, at + 1, 1, ("unit",), unit) if unit.role == "unit" else None
    other = pick(words, at, "teen", "tens", "ten")
    return Group(other.value, at + 1, 1, (other.role,), other) if other else None


def _scaled(words: tuple[Token, ...], group: Group) -> Group:
    """Step 2: every scale word behind a group multiplies it."""
    scale = beside(words, group.last, "scale")
    while scale and not (group.scale > 1 and scale.value < group.scale):
        if len(str(int(group.value))) > MAX_DIGITS:
            break
        group = replace(
            group, value=group.value * scale.value, last=group.last + 1,
            scale=int(scale.value) * (group.scale if group.scale > 1 else 1),
            roles=(*group.roles, "scale"), other=None,
        )  # fmt: skip
        scale = beside(words, group.last, "scale")
    return group


def is_plural_scale(token: Token) -> bool:
    """«آلاف», «ملايين»: a scale that needs a number before it."""
    return token.norm.endswith(_PLURALS)
