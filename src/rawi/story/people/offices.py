"""A printed role as an office: what it is without spelling, whether it is a former one, which sphere.

«رئيس الوزراء العراقي السابق» is the office «رئيس وزراء» of Iraq, former; its sphere is the state.
"""

from __future__ import annotations

from dataclasses import dataclass

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
    words = ["".join(c for c in w if c.isalnum()) for w in fold(text).split()]
    titles, demonyms, known = lexicons.titles(), lexicons.demonyms(), spheres()
    kept: list[str] = []
    country, former, sphere, counted = "", False, None, False
    for word in filter(None, words):
        bare = word[2:] if word.startswith(("ال", "لل")) and len(word) > 4 else word
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


def apart(a: str | None, b: str | None) -> bool:
    """Whether nobody is taken for both: a player and a minister of one name are two people."""
    return a is not None and b is not None and frozenset((a, b)) in _APART
