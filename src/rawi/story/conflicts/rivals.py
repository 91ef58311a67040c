"""Two tellings of what only one can have done, be or hold, against each other.

1. of       the same thing: most of what either calls it by, and the deed where it is one
2. who      two parties with no name in common
3. told by  two speakers, or two outlets; of one speaker a change
"""

from __future__ import annotations

from rawi.story.conflicts.exclusive import BLAME, Seat
from rawi.story.conflicts.finding import Finding, weigh
from rawi.story.conflicts.keys import HELD

RIVAL = "only one: "  # before the relation, in a finding's matter
SHARE = 0.6  # share of the longer name of the thing that both give it
WITHIN, ACROSS = 2.0, 4.0  # weight of that, in one article and in two
FEWER = {"cause": 1.5, "post": 3.0}  # «سبب الحادث», «رئيس الحكومة»: what stands around says whose
SCENE = 6.0  # weight of what is shared around the two, in two articles
_LASTING = frozenset({"post"})
_NEAR_ONLY = frozenset({"hold"})  # in another article it may be another part, or hour


def rival(a: Seat, b: Seat, later: int) -> Finding | None:
    """How two tellings exclude each other, or None. `later`: days from the first to the second."""
    if a.relation != b.relation or set(a.who) & set(b.who):  # 2.
        return None
    near = a.article == b.article
    if near and a.holder == b.holder:  # 3.
        return None
    one, two = set(a.of), set(b.of)
    if set(a.who) & two or set(b.who) & one:
        return None  # «هجوم الجيش» and who the army was hit by
    shared = one & two  # 1.
    least = max(weigh(one), weigh(two)) if not near else min(weigh(one), weigh(two))
    if weigh(shared) < (WITHIN if near else FEWER.get(a.relation, ACROSS)) or weigh(shared) < SHARE * least:
        return None
    scene = weigh((set(a.scene) & set(b.scene)) - shared)
    if not near and (abs(later) > HELD or scene < SCENE or a.relation in _NEAR_ONLY):
        return None
    if a.relation == BLAME and a.old != b.old:
        return None  # «هل حدث مثله من قبل؟»
    if a.relation == BLAME and not (a.holder and b.holder):
        return None  # an outlet tells of one deed after the other
    surely = later == 0 and a.relation not in _LASTING and a.relation != BLAME  # two attacks may be told alike
    strength = 0.7 if near or surely else 0.55
    return Finding("denial", strength, shared=tuple(sorted(shared)), matter=RIVAL + a.relation)
