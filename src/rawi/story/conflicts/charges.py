"""Two sides that accuse each other of the like: «قال الجيش إن الفصيل هاجم …», «قال الفصيل إن الجيش هاجم …».

1. charges    a report that accuses, or that says of another party that it did something hostile
2. mutual     two of one article, near each other, each by whom the other accuses
3. alike      of like deeds: both of attacks, both of breaches; or told as «تبادل الاتهامات»
4. blame      or he who is blamed for something puts the blame for it on a third
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from rawi.arabic.analysis import Analysis, Token
from rawi.arabic.words import tokens as tokens_of
from rawi.lexicon import table
from rawi.records import Reading
from rawi.story.conflicts import lexis
from rawi.story.conflicts.clause import finite, negates, supposed
from rawi.story.conflicts.covering import covered
from rawi.story.conflicts.deeds import deeds_of_noun, deeds_of_verb
from rawi.story.conflicts.replies import PASSED, Reply, Saying, saying
from rawi.story.states import states

NEAR = 8  # sentences between two charges that answer each other
SUBJECT = 4  # words that a report opens with, among which he stands who is charged
CHARGED = 10  # words of an accusation that name whom it accuses
BLAMED, WORDS = 4.0, 2  # weight and words of what one puts on another that the other puts on a third
ACCUSED, TOLD = 0.7, 0.5  # strengths: both accuse outright or are told to; both only tell what the other did
_ACTS = frozenset({"accuse", "say", "affirm", "announce"})


@dataclass(frozen=True, slots=True)
class Charge:
    """`by` and `against`: keys of who charges and who is charged; `deeds` the classes of what he is said to
    have done; `outright` whether the report is an accusation by its own word."""

    saying: Saying
    by: frozenset[str]
    against: frozenset[str]
    deeds: frozenset[str]
    outright: bool


def charges(reading: Reading, analysis: Analysis) -> tuple[Reply, ...]:
    """Every two charges of an article that answer each other, in text order; each stands once."""
    found = list(_charges(reading))  # 1.
    traded = any(_trades(analysis.tokens[s.first : s.last]) for s in analysis.sentences)
    starts = [s.start for s in analysis.sentences]
    out: list[Reply] = []
    used: set[int] = set()
    for one, two in sorted(combinations(found, 2), key=_likeness):
        if used & {one.saying.start, two.saying.start} or one.saying.name == two.saying.name:
            continue
        between = sum(one.saying.start < s <= two.saying.start for s in starts)
        if between > NEAR or not _answer(one, two):  # 2.
            continue
        both = one.outright and two.outright
        if not (both or traded or one.deeds & two.deeds):  # 3.
            continue
        used |= {one.saying.start, two.saying.start}
        out.append(Reply(one.saying, two.saying, ACCUSED if both or traded else TOLD))
    for one, two in combinations(list(_charges(reading, guilt=True)), 2):  # 4.
        if used & {one.saying.start, two.saying.start} or not (_passed(one, two) or _passed(two, one)):
            continue
        used |= {one.saying.start, two.saying.start}
        out.append(Reply(one.saying, two.saying, ACCUSED, PASSED))
    return tuple(sorted(out, key=lambda r: r.claim.start))


def _likeness(pair: tuple[Charge, Charge]) -> tuple[bool, bool]:
    """What is told in the same way of the same class of deeds comes first."""
    one, two = pair
    return not one.deeds & two.deeds, one.outright != two.outright


def _passed(one: Charge, two: Charge) -> bool:
    """Whether he whom `one` blames puts the blame for the same thing on others."""
    if one.by & two.by or not two.by & one.against or two.by & two.against:
        return False
    without = one.by | two.by | lexis.stems_of("part") | lexis.stems_of("guilty")
    met = covered(tokens_of(one.saying.text), tokens_of(two.saying.text), without)
    return met.weight >= BLAMED and met.words >= WORDS


def _answer(one: Charge, two: Charge) -> bool:
    """Whether each is charged by the other, and they are two."""
    if one.by <= two.by or two.by <= one.by:
        return False
    own, met, back = one.by & two.by, one.by & two.against, two.by & one.against
    return bool(met and back and (met | back) - own)  # «جيش …» may stand in both names


def _charges(reading: Reading, guilt: bool = False) -> Iterator[Charge]:
    """Step 1; with `guilt` what puts the blame for something on somebody, whatever was done."""
    text = reading.article.text
    for s in sorted(reading.statements, key=lambda s: s.start):
        by = s.speaker
        if s.cue is None or by is None or s.act not in _ACTS or s.cue.end > s.start:
            continue
        if not any(a.start <= s.start < a.end for a in reading.article.body):
            continue
        content = tokens_of(text[s.start : s.end])
        outright = s.act == "accuse" and not any(lexis.is_of(t, "condemn") for t in tokens_of(s.cue.text))
        name = by.name or by.text or ""
        if s.act == "accuse" and not outright:
            continue
        if guilt:
            if not outright or not any(_guilt(t) for t in tokens_of(text[s.cue.end : s.end])):
                continue
            deeds = frozenset({""})
        else:
            deeds = _deeds(content, outright)
        if not deeds:
            continue
        between = text[s.cue.end : s.start]
        if by.text and s.cue.end <= by.start < s.start:
            between = between.replace(by.text, " ")
        mine = _keys(tokens_of(name)) | (_keys(tokens_of(by.text)) if by.text else frozenset())
        if outright:
            against = _keys((*tokens_of(between)[-CHARGED:], *content[:SUBJECT]))
        else:
            against = _keys(_subject(content))
            against = frozenset() if against & mine else against  # what he himself did
        if mine and against and not against <= mine:
            yield Charge(saying(reading, s.start, s.end, name, s.act), mine, against, deeds, outright)


def _guilt(token: Token) -> bool:
    return any(lexis.is_of(token, c) for c in ("part", "guilty", "charge"))


def _deeds(content: Sequence[Token], outright: bool) -> frozenset[str]:
    """The classes of hostile deeds that a report says were done."""
    found: set[str] = set()
    for k, token in enumerate(content):
        if token.kind != "word" or supposed(content, k) or any(negates(content, n) for n in range(k)):
            continue
        told = deeds_of_verb(token) if finite(content, k) else frozenset()
        if outright or (k and content[k - 1].norm in ("شن", "شنت", "شنوا", "ارتكب", "ارتكبت", "ارتكبوا")):
            told |= deeds_of_noun(token) | set(lexis.words([token]))
        found |= {_hostile()[key] for key in told if key in _hostile()}
    return frozenset(found)


def _subject(content: Sequence[Token]) -> Sequence[Token]:
    """Who a report says did the hostile deed: the words before its verb, or the two after it."""
    for k, token in enumerate(content[:CHARGED]):
        if finite(content, k) and not _hostile().keys().isdisjoint(deeds_of_verb(token)):
            return content[:k] or content[1:3]
    return content[:SUBJECT]


def _trades(tokens: Sequence[Token]) -> bool:
    """«تبادل الطرفان الاتهامات»."""
    return any(
        lexis.is_of(t, "trading") and any(lexis.is_of(n, "charge") for n in tokens[k + 1 : k + 1 + CHARGED])
        for k, t in enumerate(tokens)
    )


def _keys(tokens: Sequence[Token]) -> frozenset[str]:
    """The keys of a party, the words of its side («الحكومة», «الجيش») among them."""
    words = [t for t in tokens if not lexis.is_of(t, "spokesman") and t.kind == "word"]
    army = ("جيش",) if any(_army(words, k) for k in range(len(words))) else ()
    return frozenset((*lexis.words(words), *states(words), *army))


def _army(words: Sequence[Token], k: int) -> bool:
    """«القوات الحكومية», «قوات النظام» are the army; «قوات الدعم» are not."""
    if words[k].base != "قوات":
        return False
    after = words[k + 1 : k + 2]
    return words[k].definite or any(lexis.is_of(t, "regular") or states([t]) for t in after)


@cache
def _hostile() -> dict[str, str]:
    """The key of a hostile deed -> its class."""
    return {
        key: row["class"]
        for row in table("conflict_hostile")
        for word in row["words"].split()
        for key in (*deeds_of_noun(tokens_of(word)[0]), *lexis.words(tokens_of(word)))
    }
