"""One mention on its way to a Name record, and how overlapping mentions are settled."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rawi.arabic.words import Token
from rawi.records import Span


@dataclass(frozen=True, slots=True)
class Mention:
    """A name at tokens `first:last` (indices into Analysis.tokens), code points `start:end`.

    `rank` decides between mentions that overlap: the higher stays. `key` is the lexicon entry's.
    """

    first: int
    last: int
    start: int
    end: int
    type: str
    basis: str
    rank: int
    score: float
    key: str | None = None
    role: Span | None = None
    head: str | None = None  # the head word that opened it, without ال
    metonym: bool = False  # a place that stands for its government


def mention_of(
    tokens: Sequence[Token], first: int, last: int, start: int, type_: str, basis: str, rank: int,
    score: float, key: str | None = None,
) -> Mention:  # fmt: skip
    """The mention at tokens `first:last`, its code points from `start`."""
    end = tokens[last - 1].end
    return Mention(first, last, start, max(end, start + 1), type_, basis, rank, score, key)


LED = frozenset(
    ("حكومه", "اداره", "نظام", "قوات", "ميليشيا", "ميليشيات", "مليشيا", "مليشيات", "حزب", "تيار", "جماعه",
     "كتله", "ايتلاف", "تحالف", "مكتب")
)  # fmt: skip
"""Heads of bodies that a person leads, folded."""
BANDS = frozenset(("حزب", "فيلق", "حركه", "كتايب", "سرايا", "الويه", "لواء"))
"""Heads of bands that may be called after a place without being there, folded."""


OF_BODIES = frozenset(
    ("بعثه", "مكتب", "لجنه", "محكمه", "صندوق", "مفوضيه", "كتله", "برلمان", "سفاره")
)  # fmt: skip
"""Heads of bodies that are another body's, which is meant too: «بعثة الأمم المتحدة»."""
BODIES = frozenset(("هييه", "موسسه", "مركز", "معهد"))
"""Heads that may be left out of a body's name: «هيئة الحشد الشعبي»."""


def settle(mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions that stay, in text order.

    1. Of two with the same span the higher rank stays, then the higher score.
    2. Of two that cross, the same.
    3. Of two nested ones of the same type the outer stays; a place inside a body's name stays too,
       unless the outer name is a lexicon's own («لوس أنجلوس تايمز» names no city). A person inside stays
       where the body is the person's («حكومة …»), not where it only bears the name («ملعب …»); so of a
       place and a band of fighters («فيلق …»). «بعثة …» stands beside the body whose it is, «هيئة …» for it.
    """
    kept: list[Mention] = []  # in text order, so that only those around a mention are asked
    starts: list[int] = []
    found = list(mentions)
    longest = max((m.end - m.start for m in found), default=0)
    inner = {m.first for m in found if m.basis == "lexicon" and m.type == "organization"}

    def rank(m: Mention) -> int:
        whole = m.basis == "head" and m.head in BODIES and m.first + 1 in inner
        return max(m.rank, 6) if whole else m.rank

    for m in sorted(found, key=lambda m: (-rank(m), -(m.end - m.start), -m.score, m.start)):
        around = kept[bisect_left(starts, m.start - longest) : bisect_left(starts, m.end)]
        if all(_together(m, k) for k in around if m.start < k.end):
            at = bisect_left(starts, m.start)
            starts.insert(at, m.start)
            kept.insert(at, m)
    return sorted(kept, key=lambda m: (m.start, -m.end))


def _together(a: Mention, b: Mention) -> bool:
    outer, inner = (a, b) if a.end - a.start > b.end - b.start else (b, a)
    if not (outer.start <= inner.start and inner.end <= outer.end) or (
        (outer.start, outer.end) == (inner.start, inner.end)
    ):
        return False
    if outer.head in OF_BODIES and inner.basis == "lexicon" and inner.first == outer.first + 1:
        return inner.type in ("organization", "place")
    if outer.basis == "lexicon" or outer.type == inner.type or outer.type == "person":
        return False
    if inner.type == "person" and outer.head is not None and outer.head not in LED:
        return False
    if inner.type == "place" and outer.head in BANDS:
        return False
    return inner.type in ("place", "person", "organization") and outer.type in (
        "organization",
        "place",
        "group",
    )
