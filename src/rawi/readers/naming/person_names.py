"""A person's name taken apart, and forms of names compared.

>>> parts("محمد بن عبد الرحمن آل ثاني")
('محمد', 'عبدالرحمن', 'الثاني')
>>> skeleton("ماكاري") == skeleton("مكاري")
True
"""

from __future__ import annotations

from functools import lru_cache

from rawi.arabic.letters import fold

_LINKS = frozenset(("بن", "ابن", "بنت", "ولد"))
_OPENING = frozenset(("عبد", "ابو", "ابي", "ابا", "ام"))
_TAILS = frozenset(("الله", "الدين", "الاسلام", "الحق", "الزهراء"))
_WEAK = str.maketrans("", "", "اويءه")
_LIKE = str.maketrans("غجصطضقثذ", "ككستدكتد")


@lru_cache(maxsize=100_000)
def parts(name: str) -> tuple[str, ...]:
    """The folded words that count, compounds as one: عبد X, أبو X, X الدين; بن is left out."""
    words = [w for w in fold(name).replace("-", " ").split() if w not in _LINKS]
    out: list[str] = []
    open_ = False
    for word in words:
        bare = "".join(c for c in word if c.isalnum())
        if not bare:
            continue
        if bare == "ال" and word != words[-1]:
            out.append(bare)
            open_ = True
        elif out and (open_ or bare in _TAILS):
            out[-1] += bare
            open_ = False
        else:
            out.append(bare)
            open_ = bare in _OPENING
    return tuple(out)


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """A word without what transcribers of foreign names disagree on: long vowels, kinds of g, t, s."""
    bare = word.removeprefix("ال")
    return bare.translate(_WEAK).translate(_LIKE) or bare


def block(name: str) -> str:
    """Names that may be of one person share this: the skeleton of the last word."""
    words = parts(name)
    return skeleton(words[-1]) if words else ""


def respelt(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """One name in two spellings: as many words, each alike to the skeleton and nearly to the letter."""
    return len(a) == len(b) and all(
        x == y or (skeleton(x) == skeleton(y) and x[:1] == y[:1] and abs(len(x) - len(y)) <= 2)
        for x, y in zip(a, b, strict=True)
    )


def shortened(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """A form of two words or more that leaves out words of the full name but neither end."""
    if not 2 <= len(short) < len(full):
        return False
    if not (respelt(short[:1], full[:1]) and respelt(short[-1:], full[-1:])):
        return False
    rest = iter(full)
    return all(any(respelt((w,), (f,)) for f in rest) for w in short)
