"""One wants what another refuses.

1. inside     the refusal says whose wish it refuses: «رفض الوزير مقترح النقابة تأجيل البيع»
2. two        what one demands, or welcomes, and what another refuses: of the same deed or thing (`refuses`)
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rawi.arabic.analysis import Analysis, Token
from rawi.arabic.words import tokens as tokens_of
from rawi.records import Reading, Statement
from rawi.story.conflicts import lexis
from rawi.story.conflicts.claims import Claim
from rawi.story.conflicts.clause import empty, looks_finite, negates
from rawi.story.conflicts.covering import covered
from rawi.story.conflicts.finding import Finding, weigh
from rawi.story.conflicts.parties import party
from rawi.story.conflicts.replies import LIKELY, SURE, Reply, saying
from rawi.story.conflicts.sourced import whose

_FOUND = 4  # words after «رفض» among which the proposal stands
_RELATIVE = frozenset({"الذي", "التي", "الذين", "والذي", "والتي"})
_HEAD = 4  # words that a wish opens with, of which its negation would turn it
LEAST = 2  # words of what is proposed
SHARE = 0.6  # share of what is refused that is demanded
WITHIN, ACROSS = 3.5, 6.0  # weight of it, in one article and in two
WHOLE, SCENE = 0.95, 8.0  # share of either from which the weight of what stands around is enough
BACK = 0.3  # share of what is demanded that is refused


def refusals(reading: Reading, analysis: Analysis) -> tuple[Reply, ...]:
    """Every refusal of an article that says whose wish it refuses, in text order."""
    out = []
    names = [(n.start, n.end) for n in reading.names]
    areas = [(p.start, p.end) for p in reading.article.body]
    for s in reading.statements:
        if s.cue is None or s.speaker is None or not any(a <= s.start < b for a, b in areas):
            continue
        found = _inside(reading, analysis, s, names)
        if found is not None:
            out.append(found)
    return tuple(out)


def _inside(
    reading: Reading, analysis: Analysis, s: Statement, names: Sequence[tuple[int, int]]
) -> Reply | None:
    """Step 1."""
    assert s.cue is not None and s.speaker is not None
    first, last = analysis.first_token_at(s.cue.start), analysis.first_token_at(s.end)
    cue = analysis.first_token_at(s.cue.end)
    tokens = analysis.tokens[first:last]
    refusing = next((k for k in range(min(len(tokens), cue - first + 2)) if _refusing(tokens, k)), None)
    if refusing is None or last <= first:
        return None
    by, inside = s.speaker, frozenset(
        t.start for t in tokens if any(a <= t.stem_start < b for a, b in names)
    )  # fmt: skip
    after = [
        t for t in tokens[refusing + 1 :] if not by.start <= t.stem_start < by.end
    ]  # fmt: skip
    for k, token in enumerate(after[:_FOUND]):
        if not lexis.is_of(token, "proposal") or token.definite or token.enclitic:
            continue
        found = whose(after, k, inside)
        if found is None:
            return None
        start, stop, begin = found
        text = reading.article.text
        wanted = after[begin:]
        if wanted and wanted[0].text in "،,":
            wanted = wanted[1:] if _named_deed(wanted[1:]) else wanted[:0]
        if sum(t.kind == "word" for t in wanted) < LEAST:
            wanted = after[k:stop]  # «رفض مقترحات الحكومة»: nothing says what they are
        name = text[after[start].start : after[stop - 1].end]
        mine = by.name or by.text or ""
        if not mine or party(name) & party(mine):
            return None
        end = wanted[-1].end if wanted[-1] is after[stop - 1] else s.end
        claim = saying(reading, wanted[0].start, end, name, "demand")
        return Reply(claim, saying(reading, s.cue.start, s.end, mine, "deny"), SURE)
    return None


def _named_deed(tokens: Sequence[Token]) -> bool:
    """Whether a comma is followed by what is proposed: «مقترح نظيره، إعلان هدنة», not «…، ما يزيد …»."""
    if not tokens or tokens[0].kind != "word" or tokens[0].proclitics:
        return False
    small = tokens[0].norm in ("ما", "مما") or tokens[0].norm in lexis.group("governing")
    return not (small or looks_finite(tokens, 0) or lexis.is_of(tokens[0], "contrast"))


def _refusing(tokens: Sequence[Token], k: int) -> bool:
    negated = k and tokens[k - 1].norm in lexis.group("not")
    word = lexis.is_of(tokens[k], "rejecting") or tokens[k].base in _NOUN or tokens[k].stem in _NOUN
    return word and not negated


_NOUN = frozenset({"رفض", "معارضه"})


def refuses(a: Claim, b: Claim) -> Finding | None:
    """Step 2, for two claims in either order."""
    if not a.wish or a.wish == b.wish or not b.wish or not (a.holder and b.holder):
        return None
    deny, want = (a, b) if a.wish < 0 else (b, a)
    if party(deny.name) & party(want.name):
        return None
    refused, wanted = _tokens(deny.text), _tokens(want.text)
    if any(negates(side, k) for side in (refused, wanted) for k in range(min(_HEAD, len(side)))):
        return None
    near = deny.article == want.article
    there, back = covered(refused, wanted), covered(wanted, refused)
    if not (there.first and back.first) or there.share < SHARE or back.share < BACK:
        return None
    if not (_object(refused, wanted) and _object(wanted, refused)):
        return None  # «إلغاء الاتفاق» and «إنهاء تعليق العقوبات»
    scene = weigh(set(deny.scene) & set(want.scene))
    whole = min(there.share, back.share) >= WHOLE and there.words >= LEAST and scene >= SCENE
    if there.weight < (WITHIN if near else ACROSS) and not whole:
        return None
    shared = tuple(sorted(set(deny.stems) & set(want.stems)))
    strength = min(0.9, LIKELY + 0.01 * there.weight)
    return Finding("position", strength, lexis.WISH, a.wish, shared, matter=" ".join(deny.called))


def _object(one: Sequence[Token], two: Sequence[Token]) -> bool:
    """Whether what the deed that `one` opens with is done to stands behind that of `two`, or none is named."""
    objects = [t for t in one if not empty(t)][1:2]
    if not objects or objects[0].proclitics or lexis.is_of(objects[0], "governing"):
        return True
    return bool(covered(objects, two[: _FOUND + 1]).words)


@lru_cache(maxsize=2_000)  # one refusal is held against many wishes
def _tokens(text: str) -> tuple[Token, ...]:
    """The words of what is wanted or refused, without «رفضها» before them and the relative clause after."""
    tokens = tokens_of(text)
    first = 1 if tokens and (lexis.is_of(tokens[0], "refusal") or lexis.is_of(tokens[0], "wanting")) else 0
    last = next((k for k, t in enumerate(tokens) if t.norm in _RELATIVE and k), len(tokens))
    return tokens[first:last]
