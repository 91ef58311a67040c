"""What somebody says was not so, set straight against what was told before it: «… وصل الوفد، لكن المتحدث قال إن
الجيش لم يرسل وفداً».

1. negated    a report that opens with a negated verb («لم يرسل …», «لا يوجد …»)
2. against    a word of contrast opens its clause, and nothing but who speaks stands between
3. claim      what stands before that word, in its sentence or in the one before, by somebody else
4. matter     most of what is not so is in the claim, by words or by meaning, and the claim denies nothing
"""

from __future__ import annotations

from collections.abc import Sequence

from rawi.arabic.analysis import Analysis, Token
from rawi.records import Reading, Statement
from rawi.story.conflicts import lexis
from rawi.story.conflicts.clause import negates, supposed
from rawi.story.conflicts.covering import covered
from rawi.story.conflicts.parties import party
from rawi.story.conflicts.replies import LIKELY, Reply, saying

VERB = 6  # words that a report opens with, among which its negated verb stands
SPEAKER = 14  # words between the word of contrast and the report: who speaks
SHARE, WEIGHT, WORDS = 0.6, 3.5, 2  # of what is not so that the claim must say
CLAIM = 4  # words of a claim
_FLAT = frozenset({"لم", "لن", "لا", "ليس", "ليست", "ما"})
_NOT_CLAIMED = frozenset({"deny", "demand", "fear", "warn", "promise"})


def countered(reading: Reading, analysis: Analysis) -> tuple[Reply, ...]:
    """Every negated report of an article that is set against a claim before it, in text order."""
    out = []
    areas = [(p.start, p.end) for p in reading.article.body]
    for s in sorted(reading.statements, key=lambda s: s.start):
        if s.speaker is None or s.act in _NOT_CLAIMED or not any(a <= s.start < b for a, b in areas):
            continue
        found = _found(reading, analysis, s)
        if found is not None:
            out.append(found)
    return tuple(out)


def _found(reading: Reading, analysis: Analysis, s: Statement) -> Reply | None:
    first, last = analysis.first_token_at(s.start), analysis.first_token_at(s.end)
    told = analysis.tokens[first:last]
    turn = next((k for k, t in enumerate(told[:VERB]) if t.norm.lstrip("وف") in _FLAT), None)  # 1.
    if turn is None or turn + 1 >= len(told) or lexis.is_of(told[turn + 1], "not_negation"):
        return None
    if supposed(told, turn):
        return None
    here = next((k for k, x in enumerate(analysis.sentences) if x.start <= s.start < x.end), None)
    if here is None:
        return None
    sentence = analysis.sentences[here]
    against = next(
        (k for k in range(first - 1, max(sentence.first, first - SPEAKER) - 1, -1)
         if lexis.is_of(analysis.tokens[k], "contrast") or analysis.tokens[k].norm in _BUT), None,
    )  # fmt: skip
    if against is None:
        return None
    if against - sentence.first >= CLAIM:  # 2.
        start, stop = sentence.first, against
    elif here:
        start, stop = analysis.sentences[here - 1].first, sentence.first
    else:
        return None
    by = s.speaker
    assert by is not None
    name = by.name or by.text or ""
    claim = _claim(reading, analysis, start, stop, name)  # 3.
    if claim is None:
        return None
    begin, end, who, act = claim
    said = analysis.tokens[begin:end]
    if any(negates(said, k) for k in range(len(said))) or supposed(said, len(said)):
        return None
    stop = next((k for k, t in enumerate(told) if k > turn and t.text in "،,؛"), len(told))
    denied = (*told[:turn], *told[turn + 1 : stop])
    met = covered(denied, said, party(name))  # 4.
    if met.words < WORDS or met.share < SHARE or met.weight < WEIGHT:
        return None
    while said and said[-1].kind == "mark":
        said = said[:-1]
    text = saying(reading, said[0].start, said[-1].end, who, act)
    return Reply(text, saying(reading, s.start, told[stop - 1].end, name, "deny"), LIKELY)


_BUT = frozenset({"لكن", "ولكن", "غير", "بيد", "الا"})


def _claim(
    reading: Reading, analysis: Analysis, start: int, stop: int, denier: str
) -> tuple[int, int, str, str] | None:
    """The last report between two tokens by somebody else than the denier, or else the outlet's own words."""
    tokens: Sequence[Token] = analysis.tokens
    low, high = tokens[start].start, tokens[stop - 1].end
    inside = [s for s in reading.statements if low <= s.start < high]
    for s in sorted(inside, key=lambda s: -s.start):
        if s.act in _NOT_CLAIMED or s.speaker is None:
            return None
        name = s.speaker.name or s.speaker.text or ""
        if party(name) & party(denier):
            return None
        end = analysis.first_token_at(min(s.end, high))
        return analysis.first_token_at(s.start), end, name, s.act
    body = any(a.start <= low < a.end for a in reading.article.body)
    return (start, stop, "", "tell") if body else None
