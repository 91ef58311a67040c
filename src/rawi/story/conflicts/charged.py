"""What somebody is charged with and denies: the two need less in common than other claims and denials, because
each names the same man and nobody denies what nobody said of him.

1. charge     a report that accuses him, or that has him for its subject («قال الجيش إن طائرات أميركية ألقت …»)
2. denial     his own, outright («نفى أن …») or of himself («لم نعبث …»), of a deed
3. matter     most of what he denies is in the charge, by words or by meaning, and the deed, but for «استعمال»
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from rawi.arabic.words import Token
from rawi.arabic.words import tokens as tokens_of
from rawi.story.conflicts import lexis
from rawi.story.conflicts.claims import Claim
from rawi.story.conflicts.clause import knowledge
from rawi.story.conflicts.covering import covered
from rawi.story.conflicts.deeds import deeds_of_noun, deeds_of_verb
from rawi.story.conflicts.denials import opening
from rawi.story.conflicts.denied import Denial
from rawi.story.conflicts.finding import Finding
from rawi.story.conflicts.parties import party

SUBJECT = 4  # words that a report opens with, among which he stands who is charged
SHARE, WORDS = 0.65, 2  # share and number of the words denied that the charge must say
WITHIN, ACROSS = 4.0, 6.0  # weight of them, in one article and in two
_ACTS = frozenset({"accuse", "say", "affirm", "announce", "believe", "fear", "warn"})
_FEARED = frozenset({"fear", "warn"})
_NOT = frozenset({"لم"})


def charged(deny: Claim, denial: Denial, claim: Claim) -> Finding | None:
    """How `claim` charges him with what he denies, or None."""
    if denial.sort != "deed" or claim.act not in _ACTS or not claim.holder:
        return None
    outright = deny.act == "deny"
    if not (outright or denial.when == "past") or set(deny.stems).isdisjoint(claim.stems):
        return None
    if not outright and not _himself(deny.text, deny.name, deny.home):
        return None
    denier = party(deny.name) | (frozenset() if outright else frozenset(deny.home))
    if not denier or denier & (party(claim.name) | set(claim.home)):
        return None
    told = _tokens(claim.text)
    first = SUBJECT if claim.act not in _FEARED else 2 * SUBJECT  # «خشيته من أن تكون روسيا قد …»
    against = set(claim.accused) | party(told[:first])  # 1.
    if not denier & against:
        return None
    refused = _tokens(deny.text)  # 2.
    refused = refused[opening(refused) :]
    if knowledge(refused) and not knowledge(told, len(told)):
        return None
    deed = [t for t in refused if _is_deed(t, denial.heads)]  # 3.
    if deed and not covered(deed, told).words:
        return None  # who and where, and not what was done there
    met = covered(refused, told, denier)
    near = deny.article == claim.article
    if met.words < WORDS or met.share < SHARE or met.weight < (WITHIN if near else ACROSS):
        return None
    shared = tuple(sorted(set(deny.stems) & set(claim.stems)))
    sure = min(0.95, 0.5 + 0.04 * met.weight)
    return Finding("denial", sure, shared=shared, matter=denial.heads[0])


def _is_deed(token: Token, heads: Sequence[str]) -> bool:
    """Whether a word is one of these deeds; «استعمال» says nothing of what was used."""
    deeds = deeds_of_verb(token) | deeds_of_noun(token)
    return not deeds.isdisjoint(heads) and not lexis.is_of(token, "using")


@lru_cache(maxsize=2_000)  # one denial is held against many claims
def _himself(text: str, name: str, home: tuple[str, ...]) -> bool:
    """«لم نعبث بالموقع», «روسيا لم تعبث بالموقع» of a minister of hers."""
    first = _tokens(text)[:SUBJECT]
    me = party(name) | set(home)
    ours = any(t.norm in _NOT and n.norm[:1] in "نا" for t, n in pairwise(first))
    return ours or bool(me & party(first))


@lru_cache(maxsize=2_000)
def _tokens(text: str) -> tuple[Token, ...]:
    return tokens_of(text)
