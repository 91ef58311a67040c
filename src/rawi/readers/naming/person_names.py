"""A person's name taken apart, and forms of names compared.

>>> parts("محمد بن عبد الرحمن آل ثاني")
('محمد', 'عبدالرحمن', 'ال', 'ثاني')
>>> skeleton("ماكاري") == skeleton("مكاري")
True
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from rawi.arabic.letters import fold
from rawi.readers.naming import lexicons

_WEAK = str.maketrans("", "", "اويء")
_LIKE = str.maketrans("غصطضش", "جستدس")
CONSONANTS = (
    4  # of a skeleton; fewer leave too much open: «غولن» is not «جيلان», «ماكين» not «ماكونو»
)
LEAST = 4  # letters; shorter words are too many names apart by one long vowel


@lru_cache(maxsize=100_000)
def parts(name: str) -> tuple[str, ...]:
    """The folded words that count, compounds as one: عبد X, أبو X, X الدين; بن is left out."""
    links, opening = lexicons.particles("father"), lexicons.particles("head")
    words = [w for w in fold(name).replace("-", " ").replace("_", " ").split() if w not in links]
    out: list[str] = []
    open_ = False
    for word in words:
        bare = "".join(c for c in word if c.isalnum())
        if not bare:
            continue
        if out and (open_ or bare in lexicons.particles("tail")):
            out[-1] += bare
            open_ = False
        else:
            out.append(bare)
            open_ = bare in opening
    return tuple(out)


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """A word without what transcribers of foreign names disagree on: long vowels, kinds of g, t, s."""
    bare = word.removeprefix("ال")
    return bare.translate(_WEAK).translate(_LIKE) or bare


def block(name: str) -> str:
    """Names that may be of one person share this: the skeleton of the last word, or of the father where
    only fathers and the house follow.

    >>> block("سامر بن فهد") == block("سامر بن فهد بن نايف آل راشد") != block("سامر بن فهد الحربي")
    True
    """
    words = parts(name)
    if len(words) > 2:
        links, opening = lexicons.particles("father"), lexicons.particles("head")
        printed = fold(name).replace("_", " ").split()
        chain = printed[1:2] in (["بن"], ["ابن"]) and all(
            w in links or before in links | opening or w == "ال" or before == "ال"
            for before, w in pairwise(printed[1:])
        )
        if chain:
            return skeleton(words[1])
    return skeleton(words[-1]) if words else ""


def fathered(name: str) -> bool:
    """Whether the last word of a name is the father's, and no surname.

    >>> fathered("محمد بن سلمان"), fathered("محمد بن سلمان آل سعود"), fathered("جمال خاشقجي")
    (True, False, False)
    """
    words = fold(name).replace("_", " ").split()
    links = lexicons.particles("father")
    return bool(links & set(words[-2:-1])) or (
        len(words) > 3 and words[-2] in lexicons.particles("head") and words[-3] in links
    )


def respelt(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """One name in two spellings: as many words, each the same or a foreign word respelt."""
    return len(a) == len(b) and all(
        x == y or _foreign_twins(x, y) for x, y in zip(a, b, strict=True)
    )


def _foreign_twins(x: str, y: str) -> bool:
    """Whether two words are one foreign name transcribed twice («ماكاري», «مكاري»).

    In Arabic names a long vowel makes another name («حسن», «حسين»; «الجبوري», «الجابري»): known given
    names and words with ال are never respelt.
    """
    if min(len(x), len(y)) < LEAST or abs(len(x) - len(y)) > 1:
        return False
    if x.startswith("ال") or y.startswith("ال"):
        return False
    known = lexicons.given_names()
    bare = skeleton(x)
    if x in known or y in known or bare != skeleton(y) or len(bare) < 3:
        return False  # «يوليا» and «وليا» have one consonant between them
    return len(bare) >= CONSONANTS or _one_letter_apart(x, y)


def _one_letter_apart(x: str, y: str) -> bool:
    """Whether one letter put in, left out or changed makes `y` of `x`: «بوتن», «بوتين»."""
    short, long = sorted((x, y), key=len)
    k = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return short[k + (len(short) == len(long)) :] == long[k + 1 :]


def alike(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two full names end in the same word and differ in vowels before it, given names too; or
    begin with the same and end in a foreign surname spelt twice («هيلي», «هايلي»)."""
    if eastern(a) and a[0] == b[0] and len(a) == len(b):  # «مون جاي إن», «مون جيه إن»
        return all(skeleton(x).rstrip("ه") == skeleton(y).rstrip("ه") for x, y in zip(a, b, strict=True))
    foreign = not any(w.startswith("ال") or w in lexicons.given_names() for w in (a[-1], b[-1]))
    return (
        1 < len(a) == len(b) and (a[-1] == b[-1] or (a[0] == b[0] and foreign))
        and all(skeleton(x) == skeleton(y) for x, y in zip(a, b, strict=True))
    )  # fmt: skip


def eastern(words: tuple[str, ...]) -> bool:
    """Whether the family's name stands first, as in China, Korea and Vietnam; nothing can be left out of such.

    >>> eastern(("كيم", "جونغ", "اون")), eastern(("كيم", "كامبل"))
    (True, False)
    """
    return len(words) > 2 and words[0] in lexicons.particles("family")


def shortened(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """A form of two words or more that leaves out words of the full name but neither end."""
    if not 2 <= len(short) < len(full) or eastern(full):
        return False
    if not (respelt(short[:1], full[:1]) and respelt(short[-1:], full[-1:])):
        return False
    rest = iter(full)
    return all(any(respelt((w,), (f,)) for f in rest) for w in short)
