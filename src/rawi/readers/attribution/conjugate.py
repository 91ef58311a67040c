"""The forms of a reporting verb, made from its three principal parts.

Only third persons are made: in newspaper prose the first person reports inside quotations alone.
Weak endings follow the rules of the defective verb (Wright, A Grammar of the Arabic Language, I §§164–170).
"""

from __future__ import annotations

from dataclasses import dataclass

from rawi.arabic.letters import fold


@dataclass(frozen=True, slots=True)
class Form:
    """One form: folded spelling, `shape` (past, present, participle), gender m/f, number s/d/p."""

    word: str
    shape: str
    gender: str
    number: str


def past(word: str) -> tuple[Form, ...]:
    """Third persons of the perfect.

    >>> [f.word for f in past("قال")]
    ['قال', 'قالت', 'قالوا', 'قالا', 'قالتا']
    >>> [f.word for f in past("نفى")]
    ['نفي', 'نفت', 'نفوا']
    """
    stem = word[:-1]
    if word.endswith("ى"):
        she, they, two = stem + "ت", stem + "وا", stem + "يا"
    elif word.endswith("ا"):
        she, they, two = stem + "ت", stem + "وا", stem + "وا"
    elif word.endswith("ي"):
        she, they, two = word + "ت", stem + "وا", word + "ا"
    else:
        she, they, two = word + "ت", word + "وا", word + "ا"
    parts = [(word, "m", "s"), (she, "f", "s"), (they, "m", "p")]
    if word[0] == "أ" or (len(word) == 3 and word[1] == "ا"):
        # elsewhere the dual is spelled like the accusative of a noun (تخوفا، طلبا)
        parts.append((two, "m", "d"))
    if word[-1] not in "ىاي":
        parts.append((she + "ا", "f", "d"))
    return tuple(Form(fold(w), "past", g, n) for w, g, n in parts)


def dual(word: str) -> tuple[Form, ...]:
    """The masculine dual of a perfect that is spelled like the accusative of a noun; none for the others.

    >>> [f.word for f in dual("حذر")]
    ['حذرا']
    """
    if word[0] == "أ" or (len(word) == 3 and word[1] == "ا") or word[-1] in "ىاي":
        return ()
    return (Form(fold(word + "ا"), "past", "m", "d"),)


def present(word: str) -> tuple[Form, ...]:
    """Third persons of the imperfect, indicative and (for the plural) subjunctive.

    >>> [f.word for f in present("يرى")]
    ['يري', 'تري', 'يرون', 'يروا', 'يريان', 'تريان']
    """
    if not word:
        return ()
    stem = word[:-1] if word[-1] in "ىيو" else word
    two = stem + "ي" if word[-1] in "ىي" else word
    parts = (
        (word, "m", "s"), ("ت" + word[1:], "f", "s"), (stem + "ون", "m", "p"), (stem + "وا", "m", "p"),
        (two + "ان", "m", "d"), ("ت" + two[1:] + "ان", "f", "d"),
    )  # fmt: skip
    return tuple(Form(fold(w), "present", g, n) for w, g, n in parts)


def participle(word: str) -> tuple[Form, ...]:
    """The active participle as a circumstance, from its accusative masculine singular.

    >>> [f.word for f in participle("نافيا")]
    ['نافيا', 'نافيه', 'نافين', 'نافيتين']
    """
    if not word:
        return ()
    stem = word[:-1]
    plural = stem[:-1] if stem.endswith("ي") else stem
    parts = (
        (word, "m", "s"), (stem + "ة", "f", "s"), (plural + "ين", "m", "p"), (stem + "تين", "f", "d"),
    )  # fmt: skip
    return tuple(Form(fold(w), "participle", g, n) for w, g, n in parts)
