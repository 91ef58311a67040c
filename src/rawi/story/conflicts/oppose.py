"""Two claims against each other: a denial and what it denies, or opposite positions.

    1. denied      one claim denies what the other says: its denied words stand in the other
    2. opposite    both take a side on one axis, opposite sides, about one object

Both ask first whether the two are about the same thing. Across articles more must be shared than within
one, whose claims are about one matter anyway.
"""

from __future__ import annotations

from rawi.story.conflicts import lexis
from rawi.story.conflicts.claims import Claim
from rawi.story.conflicts.denying import denied, matter_of
from rawi.story.conflicts.finding import Finding, same_speaker, weigh
from rawi.story.conflicts.poles import Pole
from rawi.story.conflicts.refusals import refuses

# Read off the contradictions found in 1,400 news articles of one week: below these, two claims of one
# story begin to be taken for claims about one thing.
WITHIN = 1.5  # weight of shared objects, in one article
ACROSS = 5.0  # the same, in two articles
TOPIC = 6.0  # weight of words shared by the two statements, across articles
COPY = 0.8  # share of the shorter claim's words in the other from which both are one saying


def oppose(a: Claim, b: Claim, later: int = 0) -> Finding | None:
    """How two claims pull against each other, or None. `later`: days from the first to the second."""
    found = [f for f in (denied(a, b, later), refuses(a, b) or _sides(a, b, later)) if f is not None]
    return max(found, key=lambda f: f.strength, default=None)


def _sides(a: Claim, b: Claim, later: int) -> Finding | None:
    """Step 2."""
    if not a.holder or not b.holder:
        return None  # an outlet tells what different people did; it takes no side
    if same_speaker(a, b) and a.article == b.article:
        return None  # one speaker qualifying his own words, as speakers do
    alike = len(set(a.stems) & set(b.stems)) >= COPY * min(len(a.stems), len(b.stems))
    best: Finding | None = None
    for p in a.poles:
        for q in b.poles:
            if p.axis != q.axis or p.sign == q.sign or p.wish != q.wish:
                continue
            if p.negated == q.negated and p.heads and q.heads and not set(p.heads) & set(q.heads):
                continue
            if p.sort == q.sort == "verb" and p.ahead != q.ahead and (later > 0) != p.ahead:
                continue  # what was done before a word was given about what is to come
            if alike and (p.word in b.text or q.word in a.text):
                continue  # one saying, printed twice and cut otherwise
            if p.subjects and q.subjects and not set(p.subjects) & set(q.subjects):
                continue  # what one stays with and another leaves
            acts = set(p.objects) - set(p.subjects), set(q.objects) - set(q.subjects)
            if p.subjects and q.subjects and all(acts) and not acts[0] & acts[1]:
                continue  # one begins this and stops that
            strength = _about_one(a, p, b, q)
            if strength is None:
                continue
            foreseen = a.article == b.article and all(
                x.ahead or c.act == "believe" for c, x in ((a, p), (b, q))
            )
            moves = lexis.axes()[p.axis].of == "moves" and not (foreseen and p.axis == "level")
            if moves and p.negated == q.negated:
                continue  # what moves does so from day to day; two forecasts of it do not
            kind = "denial" if p.negated != q.negated else "position"
            shared = tuple(sorted(set(p.objects) & set(q.objects)))
            matter = matter_of(a if p.negated else b) if kind == "denial" else ""
            done = p.sort == q.sort == "verb" and p.ahead != q.ahead
            found = Finding(kind, strength, p.axis, p.sign, shared, done, matter)
            if best is None or found.strength > best.strength:
                best = found
    return best


def _about_one(a: Claim, p: Pole, b: Claim, q: Pole) -> float | None:
    """How surely two sides are taken about one object, 0 to 1; None where they are not."""
    heads = set(p.heads) & set(q.heads)
    if not heads and (p.actors or q.actors) and not set(p.actors) & set(q.actors):
        return None  # what one does and another does not
    ours, theirs = set(p.heads) & set(q.objects), set(q.heads) & set(p.objects)
    objects = set(p.objects) & set(q.objects)
    if (p.sort != "noun" and not ours) or (q.sort != "noun" and not theirs):
        return None
    if p.heads and q.heads and not (ours or theirs):
        return None
    if lexis.axes()[p.axis].of == "attitudes":
        objects -= set(p.heads) | set(q.heads)  # an attitude's head is who has it
    near = weigh(objects)
    topic = weigh(set(a.around) & set(b.around))
    if a.article == b.article:
        return min(0.95, 0.35 + 0.06 * near + 0.02 * topic) if near >= WITHIN else None
    comparable = p.negated != q.negated or (p.wish and q.wish) or same_speaker(a, b)
    if not comparable and lexis.axes()[p.axis].of != "states":
        return None
    if near < ACROSS or topic < TOPIC or not heads:
        return None
    return min(0.95, 0.3 + 0.04 * near + 0.02 * topic)
