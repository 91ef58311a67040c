"""Denials that stand beside what they deny: «اتهمت … بـ…، ونفت … ذلك», «وهو ما تنفيه …».

The writer has put the two together, so the claim is looked for near by and not by its words alone:

1. denials    every word of denying in the body, by whom, and of what (replying.py)
2. inside     what is denied names its source («التقارير التي نشرتها …»): both sides are in its words
3. before     otherwise the reports in the same sentence and the one or two before it, by somebody else;
              one that the denial points at («ذلك», «هذه الاتهامات») needs no word in common, another does
4. the text   where nobody is named, the article's own words before it, in its sentence («وجهت بلغاريا اللوم إلى
              اليونان، لكن أثينا نفت …») or in the one before, if they tell of an accusation
5. after      or the report that is set against the denial straight after it («ينفي …، لكن محققين يقولون …»)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rawi.arabic.analysis import Analysis, Token
from rawi.arabic.words import tokens as tokens_of
from rawi.records import Reading, Statement
from rawi.store.words import name_key
from rawi.story.conflicts import lexis
from rawi.story.conflicts.clause import knowledge, negates, passive, supposed
from rawi.story.conflicts.covering import covered
from rawi.story.conflicts.denials import opening
from rawi.story.conflicts.finding import matter, weigh
from rawi.story.conflicts.parties import party
from rawi.story.conflicts.quoted import Quoted
from rawi.story.conflicts.replying import Answer, answers

BACK_POINTED, BACK_NAMED = 2, 3  # sentences before the denial's in which its claim may stand
SHARED = 4.0  # weight of the words that a denial and its claim share where it does not point
LITTLE = 2.0  # the same where the claim accuses the denier
# Of what is denied, a report by anybody must say at least:
SAID, FAR = 4.0, 5.0  # weight; more where it stands further off
MOSTLY, NEARLY, TWO = 0.5, 0.65, 2  # share; more, and so many words, where it does not say the deed itself
AHEAD = 4  # words of a report among which «س» makes it one of what is to come
NOT = 4  # words before an accusation among which a negator makes it none
GAP = 3  # words between a report and «وهو ما نفاه» that means it
OWN_WORDS = 4  # words of the article itself before «وهو ما نفاه» that can be a claim
PASSED = "blame"
SURE = 0.85  # strength where the claim accuses the denier, or is denied in its own sentence
LIKELY = 0.7  # the same of other claims
SAME = 3.0  # worth of standing in the denial's own sentence; accusing the denier is worth more
_CLAIMS = frozenset({"accuse", "affirm", "announce", "believe", "say"})
_THIS = frozenset({"ذلك", "هذا", "هذه"})


@dataclass(frozen=True, slots=True)
class Saying(Quoted):
    """Words of an article that deny something, or that are denied straight away.
    `stems`: of the words and of who is meant, by which retold pairs are known again."""

    act: str
    stems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """What was claimed and the denial beside it; `strength` 0 to 1; `matter` PASSED where who is blamed blames
    a third."""

    claim: Saying
    denial: Saying
    strength: float
    matter: str = ""


def replies(reading: Reading, analysis: Analysis) -> tuple[Reply, ...]:
    """Every denial of an article that stands beside what it denies, in text order."""
    out: list[Reply] = []
    for answer in answers(reading, analysis):  # 1.
        found = _inside(reading, answer) or _before(reading, analysis, answer)
        if found is None or (answer.charge and found[1] < SURE):
            own = _own_text(reading, analysis, answer)
            here = next(s.start for s in analysis.sentences if s.start <= answer.verb < s.end)
            if own is not None and (found is None or own[0].start >= here):
                found = own  # «وجهت المحكمة اتهامات إلى …، لكنه نفاها»
        found = found or _after(reading, analysis, answer)
        if found is not None:
            claim, strength = found
            out.append(Reply(claim, saying(reading, answer.start, answer.end, answer.name, "deny"), strength))
    return tuple(out)


def _inside(reading: Reading, answer: Answer) -> tuple[Saying, float] | None:
    """Step 2."""
    if answer.source is None or answer.inner is None:
        return None
    source = answer.source.text
    if _one(source, answer.name):
        return None
    return saying(reading, answer.inner.start, answer.inner.end, source, "say"), SURE


def _before(reading: Reading, analysis: Analysis, answer: Answer) -> tuple[Saying, float] | None:
    """Step 3."""
    back = BACK_POINTED if answer.pointed else BACK_NAMED
    sentences = analysis.sentences
    here = next(k for k, s in enumerate(sentences) if s.start <= answer.verb < s.end)
    first = sentences[max(0, here - back)].start
    who = party(answer.name)
    named = party(answer.source.text) if answer.source is not None else frozenset()
    tellers = [s for s in reading.statements if s.start <= answer.verb < s.end]
    mine = matter(answer.what)
    set_against = _set_against(analysis, answer)
    generic = not any(lexis.is_of(t, "charge") for t in answer.what)  # «ارتكاب أي خطأ»
    best: tuple[float, Statement] | None = None
    for s in reading.statements:
        if not first <= s.start < min(s.end, answer.opened) or s.act not in _CLAIMS or s.cue is None:
            continue
        name = _speaker(s)
        own = (answer.name, *(_speaker(t) for t in tellers if t is not s))
        if any(_one(name, o) for o in own) or _speaks_for(reading, name, who):
            continue
        if not any(a.start <= s.start < a.end for a in reading.article.body):
            continue
        if named and not named & party(name):
            continue
        end = min(s.end, answer.opened)
        told = tokens_of(reading.article.text[s.cue.end : end])
        said = tokens_of(reading.article.text[s.start : end])
        if any(lexis.is_of(t, "condemn") for t in tokens_of(s.cue.text)) or _to_come(said):
            continue
        if said[:1] and said[0].norm in _THIS and supposed(said, AHEAD):
            continue  # «ذلك، في حال ثبوته، …»: what it points at was said before
        if s.act != "accuse" and knowledge(answer.what) and not knowledge(said, len(said)):
            continue  # «نفى علمه بالأمر» is no answer to «وقع الأمر»
        same = end > sentences[here].start
        far = here > 1 and end <= sentences[here - 1].start
        accuses = s.act == "accuse"
        names = bool(who & party(told))
        accused = names and (accuses or _blames(said))
        shared = weigh(matter(told) & mine)
        if answer.relative:
            gap = tokens_of(reading.article.text[end : answer.opened])
            fits = same and sum(t.kind == "word" for t in gap) <= GAP
            # «رفضت المحكمة الإفراج عن فلان المتهم بـ…، وهو ما ينفيه»
            fits = fits and (accuses or not (names and any(lexis.is_of(t, "accused") for t in said)))
        elif answer.charge and not (
            accuses or _speaks_of(said, answer.name) or (names and _blames(said))
            or (generic and set_against and not far)
        ):
            fits = False
        elif answer.pointed:
            fits = same or (accuses and (accused or not answer.aside)) or not (far or answer.aside)
        elif answer.part and accused:
            fits = not far
        else:
            fits = accuses and not far and shared >= (LITTLE if accused else SHARED)
            if not fits and (names or ((set_against or same) and not far)):
                fits = _asserts(said, answer.what, who, LITTLE if same else FAR if far else SAID, names)
        if not fits:
            continue
        worth = 4.0 * accused + 2.0 * accuses + SAME * same + 0.1 * shared + 1e-6 * s.start
        if best is None or worth > best[0]:
            best = worth, s
    if best is None:
        return None
    worth, s = best
    end = _trimmed(reading.article.text, s.start, min(s.end, answer.opened))
    accused_there = s.act == "accuse" and s.cue is not None and s.cue.end <= s.start
    start = s.cue.start if s.cue is not None and accused_there else s.start  # with whom it accuses
    return saying(reading, start, end, _speaker(s), s.act), SURE if worth >= SAME else LIKELY


def _own_text(reading: Reading, analysis: Analysis, answer: Answer) -> tuple[Saying, float] | None:
    """Step 4: before «وهو ما نفاه» its own sentence; before another denial the sentence that stands before
    it, where that tells of an accusation."""
    sentences = analysis.sentences
    here = next(k for k, s in enumerate(sentences) if s.start <= answer.verb < s.end)
    if not answer.relative and (answer.aside or not (answer.pointed or answer.part)):
        return None
    own = answer.relative or (
        _set_against(analysis, answer) and answer.opened > sentences[here].start
    )
    if not own and here == 0:
        return None
    sentence = sentences[here if own else here - 1]
    tokens = [t for t in analysis.tokens[sentence.first : sentence.last] if t.end <= answer.opened]
    while tokens and tokens[-1].kind == "mark":
        tokens.pop()
    if len(tokens) < OWN_WORDS or any("س" in t.proclitics for t in tokens):
        return None
    if not answer.relative and not _accuses(reading, tokens, answer):
        return None
    if not own and any(lexis.is_of(t, "denying") for t in tokens):
        return None  # «…، مفندة مزاعم فلان»: a denial already
    return saying(reading, tokens[0].start, tokens[-1].end, "", "tell"), LIKELY


def _after(reading: Reading, analysis: Analysis, answer: Answer) -> tuple[Saying, float] | None:
    """Step 5."""
    if answer.pointed or answer.relative or answer.aside:
        return None
    sentences, text = analysis.sentences, reading.article.text
    here = next(k for k, s in enumerate(sentences) if s.start <= answer.verb < s.end)
    last = sentences[min(here + 1, len(sentences) - 1)].end
    who = party(answer.name)
    for s in sorted(reading.statements, key=lambda s: s.start):
        if not answer.end <= s.start < last or s.act not in _CLAIMS or s.cue is None:
            continue
        name = _speaker(s)
        if not name or _one(name, answer.name) or party(name) & who:
            continue
        opened = max(answer.end, next(x.start for x in sentences if x.start <= s.start < x.end))
        turn = [t for t in tokens_of(text[opened : s.start]) if t.kind == "word"][:2]
        answering = any(lexis.is_of(t, "answering") for t in turn)  # «نفى …، بعدما قالت … إن»
        if not answering and not any(lexis.is_of(t, "contrast") for t in turn):
            continue
        said = tokens_of(text[s.start : s.end])
        told = tokens_of(text[s.cue.end : s.end])
        names = bool(party(told) & who)
        accuses = s.act == "accuse" and names
        least = LITTLE if accuses else SAID
        if answering and covered(answer.what[opening(answer.what) :], said).first:
            return saying(reading, s.start, s.end, name, s.act), SURE
        if _asserts(told if accuses else said, answer.what, who, least, names):
            return saying(reading, s.start, s.end, name, s.act), LIKELY
    return None


def _accuses(reading: Reading, tokens: Sequence[Token], answer: Answer) -> bool:
    """Whether a sentence of the body tells that somebody, by name he who denies, is accused."""
    if not any(a.start <= tokens[0].start < a.end for a in reading.article.body):
        return False
    found = any(
        any(lexis.is_of(t, c) for c in ("charge", "part")) and not supposed(tokens, k)
        and not any(negates(tokens, n) for n in range(max(0, k - NOT), k))
        for k, t in enumerate(tokens)
    )  # fmt: skip
    return found and bool(party(answer.name) & party(tokens))


def _set_against(analysis: Analysis, answer: Answer) -> bool:
    """Whether the clause of a denial is set against what was told before: «لكن مسؤولاً نفى …»."""
    k = analysis.first_token_at(answer.opened)
    return any(lexis.is_of(t, "contrast") for t in analysis.tokens[k : k + 1])


def _asserts(
    said: Sequence[Token], denied: Sequence[Token], who: frozenset[str], least: float, names: bool
) -> bool:
    """Whether a report says most of what is denied, `least` in weight, and denies nothing itself. Unless it
    names who denies, it must say the deed itself."""
    flat = any(lexis.is_of(t, "denial") and negates(said, k) for k, t in enumerate(said))
    if flat or supposed(said, len(said)):
        return False
    met = covered(denied[opening(denied) :], said, who)
    if met.weight < least or met.share < MOSTLY:
        return False
    return met.first or (names and met.words >= TWO and met.share >= NEARLY)


def _speaks_for(reading: Reading, name: str, who: frozenset[str]) -> bool:
    """Whether a speaker's printed office is one of him who denies («المتحدث باسم الوزارة»)."""
    roles = (n.role.text for n in reading.names if n.role is not None and n.text == name)
    return any(party(role) & who for role in roles)


def _speaks_of(said: Sequence[Token], name: str) -> bool:
    """Whether a report names him who denies by himself, not only by an adjective («جاسوس روسي»)."""
    who, printed = party(name), name_key(name).split()
    return any(party([t]) & who and (t.definite or t.norm in printed or t.base in printed) for t in said)


def _blames(said: Sequence[Token]) -> bool:
    """Whether a report says, and does not only suppose, that somebody is behind something."""
    return any(lexis.is_of(t, "guilty") and not supposed(said, k) for k, t in enumerate(said))


def _to_come(told: Sequence[Token]) -> bool:
    """Whether somebody's own plans are told: «أعلنت طرد …», «ستطرد»; they are not what is denied."""
    return any("س" in t.proclitics for t in told[:AHEAD])


def _trimmed(text: str, start: int, end: int) -> int:
    """The end of a claim that was cut short, without the mark and blank before the cut."""
    return start + len(text[start:end].rstrip(" ،,؛-–\n"))


def _speaker(s: Statement) -> str:
    if s.speaker is None or (s.cue is not None and passive(tokens_of(s.cue.text))):
        return ""
    return s.speaker.name or s.speaker.text or ""


def _one(a: str, b: str) -> bool:
    """Whether two names are of one speaker."""
    one, two = set(name_key(a).split()), set(name_key(b).split())
    return bool(one and two) and (one <= two or two <= one)


def saying(reading: Reading, start: int, end: int, name: str, act: str) -> Saying:
    """The words `start:end` of an article as somebody's."""
    text = reading.article.text[start:end]
    stems = tuple(dict.fromkeys(lexis.words(tokens_of(text))))
    return Saying(reading.article.id, start, end, text, name_key(name), name, act, stems)
