"""Splits a word from the particles written onto it, where the remainder is really a word.

`split` weighs every way to take particles off by how often the remainder is written against how often
the whole is: «وقال» is و + قال, «وزير» stays whole because «زير» is rare beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rawi.arabic import frequencies
from rawi.arabic.letters import fold
from rawi.lexicon import load

UNKNOWN = 1.0  # Zipf of a word that is not in the table, whose last class is 2.2
MARGIN = 2.2  # a whole is also counted where it is remainder and particles; set on UD Arabic-PUD
SHORT = 2  # letters: a remainder that short must be a particle
ARTICLE = "ال"


@dataclass(frozen=True, slots=True)
class Split:
    """How a word parts. Lengths count letters of the word as `frequencies.key` spells it.

    `elided` is True where the article's alef is not written after ل: «للعراق» is ل + «العراق».
    """

    proclitics: tuple[str, ...]
    enclitic: str
    elided: bool = False

    @property
    def front(self) -> int:
        """Letters of the word before its stem."""
        return sum(map(len, self.proclitics))


WHOLE = Split((), "")


@cache
def _costs(*kinds: str) -> dict[str, float]:
    return {r["form"]: float(r["cost"]) for r in load.table("clitics") if r["kind"] in kinds}


@cache
def _particles() -> tuple[frozenset[str], frozenset[str]]:
    rows = load.table("particles")
    return (
        frozenset(r["word"] for r in rows),
        frozenset(r["word"] for r in rows if r["host"] == "yes"),
    )


@cache
def _alef_lam() -> tuple[frozenset[str], tuple[str, ...]]:
    rows = load.table("alef_lam")
    return (
        frozenset(r["word"] for r in rows if r["match"] == "exact"),
        tuple(r["word"] for r in rows if r["match"] == "prefix"),
    )


def has_article(written: str, folded: str) -> bool:
    """Whether a stem opens with the article. `written` is as printed, `folded` its fold."""
    if len(folded) < 4 or not folded.startswith(ARTICLE) or written[0] in "أإآ":
        return False
    exact, prefixes = _alef_lam()
    return folded not in exact and not folded.startswith(prefixes)


def split(word: str) -> Split:
    """The likeliest way to part `word`, spelled as `frequencies.key` spells it."""
    if len(word) < 2:
        return WHOLE
    best, best_score = WHOLE, (frequencies.zipf(word) or UNKNOWN) - MARGIN
    if fold(word) in _particles()[0]:
        best_score += 3
    for front, cost_front, elided in _fronts(word):
        rest = word[len("".join(front)) :]
        for enclitic, cost_back in _backs(rest):
            if not front and not enclitic:
                continue
            stem = rest[: len(rest) - len(enclitic)]
            strength = _strength(ARTICLE + stem[1:] if elided else stem, enclitic)
            if strength is None:
                continue
            score = strength - cost_front - cost_back
            if score > best_score:
                best, best_score = Split(front, enclitic, elided), score
    return best


def _fronts(word: str) -> list[tuple[tuple[str, ...], float, bool]]:
    """Every sequence of proclitics that the word may open with, its cost, whether an alef is elided."""
    conjunctions, others = _costs("conjunction"), _costs("preposition", "future")
    found: list[tuple[tuple[str, ...], float, bool]] = [((), 0.0, False)]
    heads: list[tuple[tuple[str, ...], float]] = [((), 0.0)]
    if word[0] in conjunctions:
        heads.append(((word[0],), conjunctions[word[0]]))
        found.append((*heads[1], False))
    for head, cost in heads:
        rest = word[len(head) :]
        if rest[:1] in others:
            front = ((*head, rest[0]), cost + others[rest[0]])
            found.append((*front, False))
            if rest.startswith("لل") and len(rest) > 3:
                found.append((*front, True))
    return found


def _backs(rest: str) -> list[tuple[str, float]]:
    """Every enclitic that the rest may end with, the empty one first, with its cost."""
    pronouns = _costs("pronoun")
    return [("", 0.0)] + [
        (p, c) for p, c in pronouns.items() if len(rest) > len(p) and rest.endswith(p)
    ]


def _strength(stem: str, enclitic: str) -> float | None:
    """How much of a word a stem is, in Zipf units; None where it cannot be one."""
    particles, hosts = _particles()
    folded = fold(stem)
    if enclitic and folded in hosts:
        return 6.5
    if enclitic and (stem.startswith(ARTICLE) or enclitic == "ي"):
        return None  # a definite noun takes no pronoun; ي alone mostly makes adjectives
    if len(stem) <= SHORT and folded not in particles:
        return None
    known = frequencies.zipf(stem)
    for opening in ("بال", "كال", "لل"):  # such a stem is counted with its own particle still on it
        if stem.startswith(opening) and frequencies.zipf(ARTICLE + stem[len(opening) :]) > known:
            return known - MARGIN
    if enclitic and stem.endswith("ت"):
        known = max(known, frequencies.zipf(stem[:-1] + "ة"))
    if not enclitic and stem.startswith(ARTICLE) and len(stem) > 4:
        known = max(known, frequencies.zipf(stem[2:]) - 0.8)
    return known or UNKNOWN
