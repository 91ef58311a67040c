"""Numbers that are no sum of others, and the record of any number.

    fractions    «ثلث», «نصف», «خمس السكان», «نصف مليون»
    magnitudes   «عشرات», «مئات الآلاف»: no value, but how great at least
    ordinals     «الثالث», «الحادية عشرة»

`numbers` finds these and the sums.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from rawi.arabic import number_groups as groups
from rawi.arabic import numerals
from rawi.arabic.words import Token

SCALE_FLOOR = 1000  # the least scale that a part or a sum hangs on


@dataclass(frozen=True, slots=True)
class Number:
    """One number. `start:end` are code points (particles before it left out), `first:last` tokens.

    `kind`: cardinal | ordinal | fraction (ثلث) | percent (value is the share: 80% is 0.8) | ratio (3/4,
    which may be a date) | vague (عشرات; value None, `low` the magnitude). `written`: digits | words |
    mixed. `definite`: bears ال («الدول الخمس»). `other`: the value under the other reading of its
    separators. `joined`: the particle و is written onto it. `scale`: the last scale word's worth, or 1.
    """

    start: int
    end: int
    value: int | float | None
    kind: str
    written: str
    first: int
    last: int
    definite: bool = False
    other: int | float | None = None
    low: int | None = None
    joined: bool = False
    scale: int = 1
    variety: str = "msa"


def start_of(words: tuple[Token, ...], at: int, lead: numerals.Atom) -> int:
    """Where the number itself begins, behind the particles of its first token."""
    return words[at].start + numerals.offset(words[at], lead)


def plain(exact: Fraction) -> int | float:
    """The exact value as an int, or as a float where there is a fraction."""
    return int(exact) if exact.denominator == 1 else float(exact)


def is_definite(words: tuple[Token, ...], at: int) -> bool:
    """Whether the token at `at` bears ال and no particle before it."""
    return at < len(words) and words[at].definite and not words[at].proclitics


def fraction(words: tuple[Token, ...], at: int) -> Number | None:
    """«ثلث», «نصف», and «خمس السكان», where a definite noun follows."""
    atom = groups.pick(words, at, "fraction")
    if atom is None:
        atom = groups.pick(words, at, "fraction-of")
        if atom is None or atom.definite or not is_definite(words, at + 1):
            return None
        if numerals.atoms(words[at + 1]):
            return None
    behind = words[at + 1].base if at + 1 < len(words) else ""
    if behind in ("نهايي", "نهاييات", "خالي") or (
        atom.definite and groups.pick(words, at + 1, "ordinal")
    ):
        return None  # «ربع النهائي», «الربع الخالي», «النصف الأول»
    scale = scale_of_part(words, at + 1)
    if scale and not atom.definite:
        return Number(
            start_of(words, at, atom), words[at + 1].end, plain(atom.value * scale), "cardinal",
            "words", at, at + 2, joined=atom.joined, scale=int(scale),
        )  # fmt: skip
    return Number(
        start_of(words, at, atom), words[at].end, float(atom.value), "fraction", "words", at, at + 1,
        atom.definite, joined=atom.joined,
    )  # fmt: skip


def scale_of_part(words: tuple[Token, ...], at: int) -> Fraction | None:
    """The scale that a fraction before token `at` is a part of: «نصف مليون», «ثلاثة أرباع المليار»."""
    scale = groups.beside(words, at, "scale")
    if scale is None or groups.is_plural_scale(words[at]) or scale.value < SCALE_FLOOR:
        return None
    return scale.value


def vague(words: tuple[Token, ...], at: int) -> Number | None:
    """«عشرات», «مئات الآلاف», «ملايين»: no value, but a magnitude."""
    atom = groups.pick(words, at, "vague") or groups.pick(words, at, "scale")
    if atom is None or groups.multiplied(words, at):
        return None
    plural = groups.is_plural_scale(words[at])
    if atom.role == "scale" and not plural:
        return None
    low, last = atom.value, at + 1
    more = groups.pick(words, last, "scale")
    if more and not more.joined and not more.prefixed:
        low, last = low * more.value, last + 1
    return Number(
        start_of(words, at, atom), words[last - 1].end, None, "vague", "words", at, last,
        atom.definite, low=int(low), joined=atom.joined,
    )  # fmt: skip


def ordinal(words: tuple[Token, ...], at: int) -> Number | None:
    """«الثالث», «الحادية عشرة», «الخامس والعشرين»."""
    atom = groups.pick(words, at, "ordinal", "ordinal-definite", "ordinal-before-ten")
    if atom is None or (atom.role == "ordinal-definite" and not atom.definite):
        return None
    total, last = atom.value, at + 1
    tens = groups.linked(words, last, "tens")
    if groups.beside(words, last, "ten"):
        total, last = total + 10, last + 1
    elif tens and tens[0].definite == atom.definite:
        total, last = total + tens[0].value, tens[1]
    elif atom.role == "ordinal-before-ten":
        return None
    return Number(
        start_of(words, at, atom), words[last - 1].end, int(total), "ordinal", "words", at, last,
        atom.definite, joined=atom.joined,
    )  # fmt: skip
