"""Whose deed an undertaking is: the states, or unions of states, that who is bound speaks of.

One deed of two states is two undertakings: «إيران ستنسحب من الاتفاق», «واشنطن ستنسحب من الاتفاق».
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rawi.arabic.analysis import Token, analyse
from rawi.arabic.letters import fold
from rawi.lexicon.load import table
from rawi.readers.attribution.words import masdar_like
from rawi.records import Commitment, Span, Statement
from rawi.story.states import states

_OWN = frozenset(fold(w) for w in ("بلاده", "بلادها", "بلادنا", "بلدنا", "حكومته", "حكومتها", "حكومتنا"))
_PREPOSITIONS = frozenset({"من", "الي", "في", "علي", "عن", "مع", "بين", "ضد", "لدي", "خلال", "قبل", "بعد"})


@dataclass(frozen=True, slots=True)
class Named:
    """One printed name: its place, type and words, the article's own id of who bears it, his role's words."""

    start: int
    end: int
    type: str
    text: str
    entity: str | None
    role: str

    @property
    def sides(self) -> frozenset[str]:
        """What the name, or a person's role, speaks of; «السوداني» may be a man of any country."""
        return sides_in(analyse(self.role if self.type == "person" else self.text).tokens)


def bearing(names: Iterable[Named]) -> dict[str, frozenset[str]]:
    """The states that each bearer's names and roles in one article speak of."""
    out: dict[str, frozenset[str]] = {}
    for name in names:
        if name.entity is not None and (name.role or name.type != "person"):
            out[name.entity] = out.get(name.entity, frozenset()) | name.sides
    return out


def sides_of(
    commitment: Commitment, statement: Statement | None, names: Sequence[Named],
    bearers: Mapping[str, frozenset[str]],
) -> frozenset[str]:  # fmt: skip
    """The states whose deed a commitment is, empty where that is not told.

    1. of a noun with a complement («قرر العراق إنهاء مهمة القوات الأميركية»), which may be what does it,
       those of the complement
    2. those of who is bound, by name or by the role printed with it anywhere in the article
    3. «بلاده»: those of who says so
    """
    action = analyse(commitment.action.text).tokens if commitment.action is not None else ()
    complement = _complement(action)
    if complement:  # 1
        return sides_in(complement)
    found: set[str] = set()
    for party in commitment.party:
        found |= _of(party, names, bearers)  # 2
        if any(token.norm in _OWN for token in analyse(party.text).tokens) and statement is not None:
            found |= _speaker(statement, names, bearers)  # 3
    return frozenset(found)


def _speaker(
    statement: Statement, names: Sequence[Named], bearers: Mapping[str, frozenset[str]]
) -> frozenset[str]:
    by = statement.speaker
    if by is None or by.start is None or by.end is None:
        return frozenset()
    return _of(Span(by.start, by.end, by.text or ""), names, bearers)


def _of(span: Span, names: Sequence[Named], bearers: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The states of the names in a span, and of its words that are no person's name."""
    inside = [n for n in names if span.start <= n.start < span.end]
    text = span.text
    for name in inside:
        if name.type == "person":
            text = text.replace(name.text, "")
    return sides_in(analyse(text).tokens).union(*(bearers.get(n.entity or "", n.sides) for n in inside))


def _complement(action: Sequence[Token]) -> Sequence[Token]:
    """The words that a noun at the head of an action governs without a preposition."""
    if len(action) < 2 or not masdar_like(action[0].base) or action[0].definite or action[0].enclitic:
        return ()
    for k, token in enumerate(action):
        governed = token.norm in _PREPOSITIONS or token.proclitics[-1:] in (("ب",), ("ل",))
        if k and (token.kind != "word" or governed):
            return action[1:k]
    return action[1:]


def sides_in(tokens: Sequence[Token]) -> frozenset[str]:
    """The states and unions that words speak of."""
    found = set(states(tokens))
    words = [t.norm for t in tokens]
    for k in range(len(words)):
        for size in (1, 2, 3):
            found |= _unions().get(tuple(words[k : k + size]), frozenset())
    return frozenset(found)


def of_two(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether two undertakings are told of different states; a member may act as its union does."""
    return bool(one and two) and not together(one, two)


def together(one: frozenset[str], two: frozenset[str]) -> frozenset[str]:
    """What the sides of one undertaking have in common: what both name, or the union of which one is."""
    return one & two | one & _unions_of(two) | _unions_of(one) & two


def _unions_of(sides: frozenset[str]) -> frozenset[str]:
    return frozenset().union(*(_members().get(side, frozenset()) for side in sides))


@cache
def _members() -> dict[str, frozenset[str]]:
    """A member -> the unions as which it may act."""
    out: dict[str, frozenset[str]] = {}
    for row in table("thread_sides"):
        for member in row["members"].split():
            out[f"={member}"] = out.get(f"={member}", frozenset()) | {f"={row['side']}"}
    return out


@cache
def _unions() -> dict[tuple[str, ...], frozenset[str]]:
    return {
        tuple(fold(w).split("_")): frozenset({f"={row['side']}"})
        for row in table("thread_sides")
        for w in row["words"].split()
    }
