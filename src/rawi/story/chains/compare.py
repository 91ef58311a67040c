"""Two wordings of one statement, word by word, and what the second did to the first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from rawi.arabic.analysis import Token, analyse
from rawi.arabic.grammar import function_words
from rawi.arabic.letters import fold
from rawi.lexicon import words
from rawi.records import Statement
from rawi.store.words import name_key

CUT = 0.75  # a wording with fewer words than this share of the other's was cut, not merely trimmed

# From the strongest to the weakest hold that an outlet takes on what it reports. A step down is softening.
_STRENGTH = {"announce": 3, "affirm": 3, "deny": 3, "accuse": 3, "warn": 2, "promise": 2, "demand": 2,
             "say": 2, "fear": 1, "believe": 1}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of both wordings: `kind` is same | changed | dropped (only left) | new (only right)."""

    kind: str
    left: str
    right: str


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    norm: str


def pieces(left: str, right: str) -> tuple[Piece, ...]:
    """The two texts cut into equal and unequal stretches; joined up they give both texts whole.

    Words are compared folded, so a vowel mark or another hamza is no difference.
    """
    a, b = _words(left), _words(right)
    matcher = SequenceMatcher(None, [w.norm for w in a], [w.norm for w in b], autojunk=False)
    names = {"equal": "same", "replace": "changed", "delete": "dropped", "insert": "new"}
    out = []
    for tag, i, j, k, m in matcher.get_opcodes():
        out.append(Piece(names[tag], _cut(left, a, i, j), _cut(right, b, k, m)))
    return tuple(out)


def changes(first: Statement, later: Statement) -> tuple[str, ...]:
    """What the later wording did: cut | extended | softened | hardened | reattributed | unquoted | quoted."""
    found = []
    one, two = len(_words(first.text)), len(_words(later.text))
    if two < CUT * one:
        found.append("cut")
    elif one < CUT * two:
        found.append("extended")
    step = _strength(later) - _strength(first)
    if step:
        found.append("hardened" if step > 0 else "softened")
    if _speaker(first) and _speaker(later) and not _same_speaker(first, later):
        found.append("reattributed")
    if first.form == "direct" and later.form == "indirect":
        found.append("unquoted")
    if first.form == "indirect" and later.form == "direct":
        found.append("quoted")
    return tuple(found)


def _strength(statement: Statement) -> int:
    hedged = any(t.norm in _hedges() for t in analyse(statement.text).tokens)
    return _STRENGTH.get(statement.act, 2) - (1 if hedged else 0)


@cache
def _hedges() -> frozenset[str]:
    return frozenset(fold(w) for w in words("hedges", "word"))


def _speaker(statement: Statement) -> str:
    by = statement.speaker
    return name_key((by.name or by.text or "") if by else "")


def _same_speaker(a: Statement, b: Statement) -> bool:
    one, two = set(_speaker(a).split()), set(_speaker(b).split())
    return one <= two or two <= one


def _words(text: str) -> list[_Word]:
    return [_Word(t.start, t.end, t.norm) for t in analyse(text).tokens if t.kind != "mark"]


def _cut(text: str, found: list[_Word], first: int, last: int) -> str:
    """The text from one word up to where the word after the last begins: marks stay with their words."""
    if first == last:
        return ""
    start = found[first].start if first else 0
    end = found[last].start if last < len(found) else len(text)
    return text[start:end]


def content(tokens: Iterable[Token]) -> frozenset[str]:
    """The words of a statement that carry its topic, as bases."""
    kept = set()
    for token in tokens:
        base = token.base or token.norm
        if token.kind != "mark" and len(base) > 1 and base not in function_words():
            kept.add(base)
    return frozenset(kept)
