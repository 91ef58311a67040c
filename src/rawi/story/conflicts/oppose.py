"""Two claims against each other: a denial and what it denies, or opposite positions.

    1. denied      one claim denies what the other says: its denied words stand in the other
    2. opposite    both take a side on one axis, opposite sides, about one object

Both ask first whether the two are about the same thing. Across articles more must be shared than within
one, whose claims are about one matter anyway.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rawi.arabic.words import tokens as tokens_of
from rawi.story.conflicts import lexis
from rawi.story.conflicts.asserted import AHEAD, THING
from rawi.story.conflicts.claims import Claim
from rawi.story.conflicts.denials import Denial
from rawi.story.conflicts.poles import Pole

# Read off the contradictions found in 1,400 news articles of one week: below these, two claims of one
# story begin to be taken for claims about one thing.
WITHIN = 1.5  # weight of shared objects, in one article
ACROSS = 5.0  # the same, in two articles
TOPIC = 6.0  # weight of words shared by the two statements, across articles
COVERED = 0.7  # share of a denial's weight that the denied claim must say
DENIED = 4.5  # weight of a denial's words in all: a denial of less may be of anything
LITTLE = 1.5  # the same within one article
VERB_WORDS = 2  # words that «لم يفعل» must share with the claim: its subject and its object
BARE, BARE_WORDS = 3, 3  # signs in the key of a verb of two consonants; words to share with it
MUCH, PART = 8.0, 0.4  # of a long denial this weight and this share are enough
OUTLET = 6.0  # weight that an outlet's own telling must share with a denial
ALONE = 12.0  # weight of the words around both, where a denial has no words but its head
COPY = 0.8  # share of the shorter claim's words in the other from which both are one saying
_NOT_CLAIMED = frozenset({"deny", "demand", "fear"})  # acts whose content nobody says is so


@dataclass(frozen=True, slots=True)
class Finding:
    """Two claims that pull against each other. `axis` and `sign` (of the first) where they take sides."""

    kind: str  # denial | position
    strength: float
    axis: str | None = None
    sign: int = 0
    shared: tuple[str, ...] = ()
    done: bool = False  # something said, against what was done later
    matter: str = ""  # what is denied: pairs with one denier and one matter are shown as one


def oppose(a: Claim, b: Claim, later: int = 0) -> Finding | None:
    """How two claims pull against each other, or None. `later`: days from the first to the second."""
    found = [f for f in (_denial(a, b, later), _sides(a, b)) if f is not None]
    return max(found, key=lambda f: f.strength, default=None)


def _denial(a: Claim, b: Claim, later: int) -> Finding | None:
    """Step 1."""
    found = None
    for deny, claim in ((a, b), (b, a)):
        if not deny.holder or claim.negative or claim.act in _NOT_CLAIMED or _same(a, b):
            continue
        for denial in deny.denials:
            made = _denied(deny, denial, claim, later if deny is a else -later)
            if made is not None and (found is None or made.strength > found.strength):
                found = made
    return found


def _denied(deny: Claim, denial: Denial, claim: Claim, later: int) -> Finding | None:
    """One thing denied against one claim. `later`: days from the denial to the claim."""
    if denial.sort == "term":
        return _term(deny, denial, claim)
    said, keys = set(claim.stems), set(claim.claimed)
    words = set(denial.words)
    done = False
    if denial.sort == "part":
        if not claim.holder or not _blamed(deny, denial, claim):
            return None
        met: set[str] = set()
    elif denial.sort == "thing":
        met = {h for h in denial.heads if THING + h in keys}
    elif denial.sort == "deed":
        told, ahead = set(denial.heads) & keys, {h for h in denial.heads if h + AHEAD in keys}
        if denial.when == "past":
            met = told | (ahead if later < 0 else set())
            done = not told
        elif denial.when == "future":
            met = ahead | (told if later > 0 else set())
            done = not ahead
        else:
            met = told | ahead
        if denial.yet and later > 0:
            return None  # it may have come since
    else:
        met = set(denial.heads) & keys
    if not met and denial.sort != "part":
        return None
    near = deny.article == claim.article
    shared = words & said
    if denial.sort == "deed" and len(shared) < BARE_WORDS and all(len(k) <= BARE for k in met):
        return None  # two consonants are of many verbs
    matter, covered = weigh(words), weigh(shared)
    if covered < COVERED * matter and (covered < MUCH or covered < PART * matter):
        return None
    if denial.when and (len(shared) < VERB_WORDS or covered < DENIED):
        return None
    if not claim.holder and (len(shared) < VERB_WORDS or covered < OUTLET):
        return None
    topic = weigh((set(deny.scene) & set(claim.scene)) - shared)
    if covered < (LITTLE if near else DENIED) and topic < TOPIC:
        return None
    if not shared and (denial.sort != "being" or topic < ALONE):
        return None
    told_by = 1.0 if claim.holder else 0.8
    sure = min(1.0, 0.5 + 0.05 * covered + 0.01 * topic) * told_by
    return Finding(
        "denial", sure, shared=tuple(sorted(shared | met)), done=done, matter=denial.heads[0]
    )


def _term(deny: Claim, denial: Denial, claim: Claim) -> Finding | None:
    """«لا موعد لبيع المخازن» against a day, or a timetable, by which they are to be sold."""
    if not (claim.dated or any(THING + h in claim.claimed for h in denial.heads)):
        return None
    words = set(denial.words)
    told = words & set(claim.stems)
    meant = words & (set(claim.stems) | set(claim.scene))
    near = deny.article == claim.article
    if not words or not (told or near) or weigh(meant) < COVERED * weigh(words):
        return None
    if weigh(told) < (LITTLE if near else DENIED) and not (near and not claim.dated):
        return None
    kind = "denial" if deny.act == "deny" else "position"
    sure = min(0.95, 0.5 + 0.05 * weigh(meant))
    return Finding(kind, sure, shared=tuple(sorted(meant)), matter=denial.heads[0])


def _blamed(deny: Claim, denial: Denial, claim: Claim) -> bool:
    """Whether a claim says that he who denies his part, or whom he speaks for, did it."""
    if not set(claim.blamed) & set(denial.words):
        return False
    names = [deny.name if n == "@holder" else n for n in denial.agent]
    tokens = [t for t in tokens_of(" ".join(names)) if not lexis.is_of(t, "office")]
    who = set(lexis.words(tokens))
    return bool(who & set(claim.accused if claim.act == "accuse" else claim.stems))


def _sides(a: Claim, b: Claim) -> Finding | None:
    """Step 2."""
    if not a.holder or not b.holder:
        return None  # an outlet tells what different people did; it takes no side
    if _same(a, b) and a.article == b.article:
        return None  # one speaker qualifying his own words, as speakers do
    if len(set(a.stems) & set(b.stems)) >= COPY * min(len(a.stems), len(b.stems)):
        return None  # one saying, printed twice and cut otherwise
    best: Finding | None = None
    for p in a.poles:
        for q in b.poles:
            if p.axis != q.axis or p.sign == q.sign or p.wish != q.wish:
                continue
            if p.negated == q.negated and p.heads and q.heads and not set(p.heads) & set(q.heads):
                continue
            if p.subjects and q.subjects and not set(p.subjects) & set(q.subjects):
                continue  # what one stays with and another leaves
            acts = set(p.objects) - set(p.subjects), set(q.objects) - set(q.subjects)
            if p.subjects and q.subjects and all(acts) and not acts[0] & acts[1]:
                continue  # one begins this and stops that
            strength = _about_one(a, p, b, q)
            if strength is None:
                continue
            if lexis.axes()[p.axis].of == "moves" and p.negated == q.negated:
                continue
            kind = "denial" if p.negated != q.negated else "position"
            shared = tuple(sorted(set(p.objects) & set(q.objects)))
            matter = _matter(a if p.negated else b) if kind == "denial" else ""
            found = Finding(kind, strength, p.axis, p.sign, shared, matter=matter)
            if best is None or found.strength > best.strength:
                best = found
    return best


def _matter(deny: Claim) -> str:
    """What a denial is of, where it is of one thing."""
    return deny.denials[0].heads[0] if len(deny.denials) == 1 else ""


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
    comparable = p.negated != q.negated or (p.wish and q.wish) or _same(a, b)
    if not comparable and lexis.axes()[p.axis].of != "states":
        return None
    if near < ACROSS or topic < TOPIC or not heads:
        return None
    return min(0.95, 0.3 + 0.04 * near + 0.02 * topic)


def _same(a: Claim, b: Claim) -> bool:
    """Whether one speaker (or the outlet itself, in one article) holds both."""
    if not a.holder or not b.holder:
        return a.holder == b.holder and a.article == b.article
    one, two = set(a.holder.split()), set(b.holder.split())
    return one <= two or two <= one


def weigh(stems: Iterable[str]) -> float:
    """How much a set of shared stems says about a shared topic."""
    return sum(lexis.weight(s) for s in stems)
