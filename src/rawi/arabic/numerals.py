"""The parts that numbers are made of: number words and digits, one token at a time.

`atom(token)` says what part of a number a token can be; `digits` reads printed digits. How parts join
is the business of `numbers`.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from rawi.arabic.letters import fold, letter_places
from rawi.arabic.words import Token
from rawi.lexicon import load

TANWEEN = "\u064b"
NOT_NUMBERS = frozenset(
    (
        "لست", "لسبع", "فست", "بست", "كست", "لتسع", "لعشر", "وست", "كميه", "وكميه", "فكميه",
        "الاثنين", "والاثنين", "فالاثنين", "بالاثنين", "للاثنين", "كالاثنين", "الاتنين",
    )
)  # fmt: skip
"""Folded words that look like number words: «لست» (I am not), «كمية» (quantity), «الاثنين» (Monday)."""
_LONGEST = 32  # printed digits and separators; longer ones are identifiers
_SEPARATORS = "،,.\u066b\u066c"


@dataclass(frozen=True, slots=True)
class Atom:
    """One token as part of a number.

    `role` is one of lexicon/numerals.tsv's, or digits. `joined`: it bears و (or ف), so it may be added to
    what stands before it. `definite`: it bears ال. `other`: the value under the other reading of its
    separators («2.500»). `place`: letters of particles before the number itself.
    """

    value: Fraction
    role: str
    joined: bool = False
    prefixed: bool = False
    definite: bool = False
    variety: str = "msa"
    other: Fraction | None = None
    place: int = 0


@cache
def _table() -> dict[str, tuple[Atom, ...]]:
    """Folded word with the particles it may bear -> what it can be."""
    found: dict[str, list[Atom]] = {}
    for row in load.table("numerals"):
        word, value = fold(row["word"]), Fraction(row["value"] or 0)
        for conjunction in ("", "و", "ف"):
            for preposition in ("", "ب", "ل", "ك"):
                for article in ("", "ال"):
                    if article and word.startswith("ال"):
                        continue  # «الف» is no article and «ف»
                    shown = "لل" if (preposition, article) == ("ل", "ال") else preposition + article
                    printed = conjunction + shown + word
                    if printed in NOT_NUMBERS:
                        continue
                    atom = Atom(
                        value, row["role"], conjunction == "و", bool(preposition), bool(article),
                        row["variety"], None, len(conjunction + shown),
                    )  # fmt: skip
                    found.setdefault(printed, []).append(atom)
                for alef_lam in ("الالف", "الالاف"):  # the article before «ألف» itself
                    if alef_lam[2:] == word:
                        printed = conjunction + preposition + alef_lam
                        found.setdefault(printed, []).append(
                            Atom(
                                value, row["role"], conjunction == "و", bool(preposition), True,
                                row["variety"], None, len(printed) - len(word),
                            )
                        )  # fmt: skip
    return {word: tuple(atoms) for word, atoms in found.items()}


@cache
def _fractions() -> dict[str, Fraction]:
    rows = load.table("numerals")
    return {fold(r["word"]): Fraction(r["value"]) for r in rows if r["role"] == "fraction"}


def atoms(token: Token) -> tuple[Atom, ...]:
    """Everything that a token can be as part of a number; mostly nothing."""
    if token.kind == "word":
        found = _table().get(token.norm, ())
        if not found and token.enclitic and token.base in _fractions():  # «نصفها»
            value = _fractions()[token.base]
            joined = token.proclitics[:1] == ("و",)
            prefixed = len(token.proclitics) > joined
            place = sum(map(len, token.proclitics))
            return (Atom(value, "fraction", joined, prefixed, True, place=place),)
        return found
    if token.kind == "number":
        value, other = digits(token.stem)
        if value is not None:
            joined = token.proclitics[:1] == ("و",)
            place = len(token.norm) - len(token.stem)
            prefixed = len(token.proclitics) > joined
            return (Atom(value, "digits", joined, prefixed, token.definite, "msa", other, place),)
    return ()


def offset(token: Token, atom: Atom) -> int:
    """Code points from the token's start to the number in it."""
    if not atom.place:
        return 0
    places = letter_places(token.text)
    return places[atom.place] if atom.place < len(places) else 0


def has_tanween(token: Token) -> bool:
    """Whether the word is printed with tanween: «ألفاً» is one thousand, «ألفا شخص» two."""
    return TANWEEN in token.text


def digits(printed: str) -> tuple[Fraction | None, Fraction | None]:
    """The value of ASCII digits with separators, and the value under their other reading or None.

    «1,200» and «1.200.000» are thousands; «2.5», «2,5» and «1٫5» decimals; «2.500» is read as a decimal
    with two thousand five hundred as the other reading. (None, None) where no reading fits («1,2,3»).
    """
    if len(printed) > _LONGEST:
        return None, None
    marks = [c for c in printed if c in _SEPARATORS]
    if not marks:
        return Fraction(int(printed)), None
    groups = [printed]
    for mark in set(marks):
        groups = [part for group in groups for part in group.split(mark)]
    decimal = marks[-1]
    thousands = all(len(g) == 3 for g in groups[1:]) and 1 <= len(groups[0]) <= 3
    whole = Fraction(int("".join(groups)))
    if decimal == "\u066c" or (len(marks) > 1 and len(set(marks)) == 1):
        return (whole, None) if thousands and decimal != "\u066b" else (None, None)
    if len(marks) > 1:  # «1,200.5»: the last mark is the decimal point
        inner = groups[:-1]
        if marks.count(decimal) > 1 or any(len(g) != 3 for g in inner[1:]):
            return None, None
        return _decimal("".join(inner), groups[-1]), None
    fraction = _decimal(groups[0], groups[1])
    if decimal == "\u066b" or not thousands or groups[0].startswith("0"):
        return fraction, None
    return (fraction, whole) if decimal == "." else (whole, fraction)


def _decimal(whole: str, part: str) -> Fraction:
    return int(whole) + Fraction(int(part), 10 ** len(part))
