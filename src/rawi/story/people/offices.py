"""A printed role as an office: what it is without spelling, whether it is a former one, which sphere.

«رئيس الوزراء العراقي السابق» is the office «رئيس وزراء» of Iraq, former; its sphere is the state.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rawi.arabic.letters import fold
from rawi.lexicon import load
from rawi.readers.naming import lexicons

_FORMER = frozenset(fold(w) for w in ("سابق", "سابقة", "أسبق", "راحل", "راحلة", "مخلوع", "معزول"))
_NOW = frozenset(fold(w) for w in ("حالي", "حالية", "جديد", "جديدة", "منتخب"))
_APART = (frozenset(("state", "sport")), frozenset(("sport", "arts")), frozenset(("state", "arts")))
_COUNTED = frozenset(("office", "profession"))


@dataclass(frozen=True, slots=True)
class Role:
    """`office`: the words that tell the office, folded, without ال; '' where it is a title alone."""

    office: str
    country: str
    former: bool
    sphere: str | None


def spheres() -> dict[str, str]:
    """Folded title words -> state | sport | arts."""
    return {fold(row["word"]): row["sphere"] for row in load.table("title_spheres")}


def read_role(text: str) -> Role:
    """The office that a printed role names."""
    printed = ["".join(c for c in w if c.isalnum()) for w in text.split()]
    titles, demonyms, known = lexicons.titles(), lexicons.demonyms(), spheres()
    words = [_plain(w) for w in printed if w]
    kept: list[str] = []
    country, former, sphere, counted = "", False, None, False
    i = 0
    while i < len(words):
        two = _of_two_words(words[i : i + 2])
        if two:
            country = country or two
            i += 2
            continue
        word = words[i]
        i += 1
        bare = _bare(word)
        kind = titles.get(word) or titles.get(bare)
        sphere = sphere or known.get(bare) or known.get(word)
        if bare in _FORMER:
            former = True
        elif bare in _NOW:
            continue
        elif bare in demonyms:
            country = country or demonyms[bare]
        elif kind in ("rank", "title", "kin"):
            continue
        else:
            entry = lexicons.phrases().get((word,))
            if entry is not None and entry.kind == "country":
                country = country or entry.country
                continue
            counted = counted or kind in _COUNTED
            kept.append(bare)
    return Role(" ".join(kept) if counted else "", country, former, sphere)


def _bare(word: str) -> str:
    return word[2:] if word.startswith(("ال", "لل")) and len(word) > 4 else word


def _plain(printed: str) -> str:
    """A printed word folded; a title without its pronoun or feminine ending, since an office is one whoever
    holds it: «نائبه», «نائبة» are «نائب»."""
    word = fold(printed)
    return word[:-1] if word.endswith("ه") and word[:-1] in lexicons.titles() else word


def _of_two_words(words: list[str]) -> str:
    """The country that two words of a role name («كوريا الشمالية», «الكوري الشمالي»), or ''."""
    if len(words) < 2:
        return ""
    entry = lexicons.phrases().get(tuple(words))
    if entry is not None and entry.kind == "country":
        return entry.country
    return _double_demonyms().get(tuple(map(_bare, words)), "")


@cache
def _double_demonyms() -> dict[tuple[str, ...], str]:
    """Adjectives of two words, masculine and feminine -> country: «كوري شمالي»."""
    out = {}
    for row in load.table("demonyms"):
        words = fold(row["name"]).split()
        if len(words) == 2 and row["country"]:
            out[tuple(words)] = out[tuple(w + "ه" for w in words)] = row["country"]
            out[(words[0], words[1] + "ه")] = row["country"]  # «جنوب أفريقية»
    return out


def apart(a: str | None, b: str | None) -> bool:
    """Whether nobody is taken for both: a player and a minister of one name are two people."""
    return a is not None and b is not None and frozenset((a, b)) in _APART
