"""What is found of two claims, and how much their shared words say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rawi.arabic.words import Token
from rawi.story.ask.stem import root
from rawi.story.conflicts import lexis
from rawi.story.conflicts.claims import Claim
from rawi.story.conflicts.deeds import deeds_of_noun, deeds_of_verb

ROOT = 3  # consonants by which two forms of one verb are known


@dataclass(frozen=True, slots=True)
class Finding:
    """Two claims that pull against each other. `axis` and `sign` (of the first) where they take sides."""

    kind: str  # denial | position
    strength: float
    axis: str | None = None
    sign: int = 0
    shared: tuple[str, ...] = ()
    done: bool = False  # something said, against what was done later
    fell: bool = False  # a toll told lower than it was before
    matter: str = ""  # what is denied: pairs with one denier and one matter are shown as one


def same_speaker(a: Claim, b: Claim) -> bool:
    """Whether one speaker (or the outlet itself, in one article) holds both."""
    if not a.holder or not b.holder:
        return a.holder == b.holder and a.article == b.article
    one, two = set(a.holder.split()), set(b.holder.split())
    return one <= two or two <= one


def told(words: Iterable[str], said: Iterable[str]) -> frozenset[str]:
    """Those of `words` that `said` holds, be it in another form of the verb («تحدد», «حددت»)."""
    held = frozenset(said)
    roots = {root(s) for s in held if _verbal(s)}
    return frozenset(
        w for w in words
        if w in held or (_verbal(w) and len(root(w)) >= ROOT and root(w) in roots)
    )  # fmt: skip


def _verbal(stem: str) -> bool:
    """Whether a stem is spelled as a verb may be."""
    return stem[:1] in ("ي", "ت") or stem[-1:] == "ت"


def weigh(stems: Iterable[str]) -> float:
    """How much a set of shared stems says about a shared topic."""
    return sum(lexis.weight(s) for s in stems)


def matter(tokens: Sequence[Token]) -> frozenset[str]:
    """What words are about: their stems, and the keys of the deeds that they may tell."""
    found = set(lexis.words(tokens))
    for token in tokens:
        found |= deeds_of_noun(token) | deeds_of_verb(token)
    return frozenset(found)
