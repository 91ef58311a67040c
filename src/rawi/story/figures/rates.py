"""What a price or a rate of exchange is of: «ارتفع برنت إلى 79.5 دولارا للبرميل», «بلغت الليرة 6.43 للدولار».

1. price        so much money for a measure («للبرميل»), of what stands nearest before it in its sentence
2. exchange     so much of one currency for another («ليرة للدولار», «مقابل اليورو»), of the country that the
                article says it is of, else of its own
only as a level («إلى», «عند», «بلغ»): by how much it moved is no rate, nor is the gap between two of them.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rawi.arabic.analysis import Token
from rawi.arabic.letters import fold
from rawi.lexicon.load import table
from rawi.records import Figure
from rawi.story.figures.conditions import HERE, peoples, says, sentence, supposed

RATE = "=rate"
"""The first word of a rate's key."""
GAP = 12  # words before a price among which «الفارق بين» makes it a difference
NEAR = 2  # words before a price among which one of a level stands
_AGAINST = frozenset({"مقابل", "امام", "لكل"})


@dataclass(frozen=True, slots=True)
class Rate:
    """A price or a rate of exchange: what it is of, the measure or currency it is for, as it is shown, and
    where (HERE for a currency, whose name several countries share)."""

    of: str
    per: str
    label: str
    place: str


def rate_of(figure: Figure, text: str) -> Rate | None:
    """The rate that `figure` gives in its article's `text`; None where it is none."""
    if figure.thing is None or figure.unit == "%":
        return None
    before, behind = sentence(text, figure)
    if not behind or not _level(figure, before) or supposed((*before, *behind)):
        return None
    first = behind[0]
    if first.proclitics[-1:] == ("ل",) and first.base in _measures():  # 1
        of = _named(before)
        return Rate(of, first.base, f"{of} لل{_measures()[first.base]}", "") if of else None
    money = next((w for w in figure.thing.text.split() if _currency(fold(w))), None)
    against = behind[1:2] if first.stem in _AGAINST else behind[:1] if first.proclitics[-1:] == ("ل",) else ()
    if money is None or not against:
        return None
    name, per = _currency(fold(money)), _currency(against[0].base)
    if not per or name == per:
        return None
    return Rate(name, per, f"{name} لل{per}", _whose(name, text) or HERE)  # 2


def _level(figure: Figure, before: Sequence[Token]) -> bool:
    """Whether a number is told as where something stands, not as how far it moved."""
    if any(says(t, "gap") for t in before[-GAP:]):
        return False
    near = any(says(t, "at") for t in before[-NEAR:])  # «عند التسوية 74 دولارا»
    return near or figure.mod in ("more-than", "less-than", "about")


def _named(before: Sequence[Token]) -> str:
    """What is priced: the word of the class nearest before, as its row calls it."""
    for i in range(len(before) - 1, -1, -1):
        two = " ".join(t.base for t in before[i : i + 2])
        found = _priced().get(two) or _priced().get(before[i].base)
        if found:
            return found
    return ""


def _currency(word: str) -> str:
    """The name of a currency by any of its folded forms; '' of anything else."""
    return _currencies().get(word) or _currencies().get(word.removeprefix("ال"), "")


def _whose(currency: str, text: str) -> str:
    """The key of the one country whose currency of this name an article speaks of («الليرة التركية»)."""
    words = fold(text).split()
    behind = (b for a, b in itertools.pairwise(words) if _currency(a) == currency)
    plain = {b.strip("،,.؛:").removeprefix("ال").removesuffix("ه") for b in behind}
    found = {peoples()[word] for word in plain if word in peoples()}
    return found.pop() if len(found) == 1 else ""


@cache
def _priced() -> dict[str, str]:
    """Folded word of what has a price -> what its row calls it."""
    out: dict[str, str] = {}
    for row in table("figure_things"):
        if row["class"] == "priced":
            first, *_ = words = [w.replace("_", " ") for w in row["words"].split()]
            out |= {fold(w): first for w in words}
    return out


@cache
def _measures() -> dict[str, str]:
    """Folded measure that prices are for -> the word as it is shown."""
    return {fold(w): w for r in table("figure_things") if r["class"] == "per" for w in r["words"].split()}


@cache
def _currencies() -> dict[str, str]:
    """Folded form of a currency's name -> the name."""
    rows = [r["words"].split() for r in table("units") if r["class"] == "currency"]
    return {fold(w): words[0] for words in rows for w in words}
