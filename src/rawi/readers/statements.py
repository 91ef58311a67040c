"""Statements: who said, thinks, wants or fears what, through whom.

Needs times and names. A cascade over the words, deterministic; docs/records.md defines the record.

    1. frames      every reporting verb with the opening of its content and its subject   attribution/complement
    2. merge       two cues over one content («وعلق قائلا») become one
    3. ends        where each content ends, cut by the next report                          attribution/content
    4. speakers    printed subjects, subjects before the verb, hidden subjects              attribution/antecedent
    5. judgement   medium, form, act, polarity, day, how sure                               attribution/via, judge
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from rawi.arabic.analysis import Analysis
from rawi.readers.attribution import judge
from rawi.readers.attribution.antecedent import Floor, Turn, agrees_phrase, gender_of
from rawi.readers.attribution.chunk import Phrase
from rawi.readers.attribution.complement import Frame, complement
from rawi.readers.attribution.content import clause_end, direct_end, form_of, runs_on, trim
from rawi.readers.attribution.cues import Cue, cue_at
from rawi.readers.attribution.via import via_between
from rawi.readers.attribution.words import Passage, Words, group
from rawi.records import Article, Reading, Span, Speaker, Statement

# Verbs that evidence, numbers and events govern as often as people do: an unknown subject does not speak.
_EVIDENTIAL = frozenset({"أشار", "أكد", "أظهر", "كشف", "بين", "أثبت", "أوضح", "عد", "حمل", "ورد", "هدد", "وجد", "لاحظ", "رجح", "أنذر", "أورد", "عكس", "جاء"})


@dataclass(slots=True)
class Draft:
    """A statement in the making: its frame, content tokens and offsets, and what hangs on what."""

    frame: Frame
    passage: Passage
    cue_first: int
    end: int = 0
    start_offset: int = 0
    end_offset: int = 0
    subject: Phrase | None = None
    speaker: Speaker | None = None
    explicit: bool = False
    outer: Draft | None = None
    how: str = ""


def read(article: Article, analysis: Analysis, found: Reading) -> tuple[Statement, ...]:
    """The statements of an article's title, body and captions, in text order."""
    words = Words(article, analysis, found)
    floor = Floor(words, found.names)
    out: list[Statement] = []
    for number, passage in enumerate(words.passages):
        drafts = merge([Draft(f, passage, f.cue.index) for f in frames(words, passage)])
        drafts = [d for d in drafts if find_subject(words, floor, d)]
        place_ends(words, passage, drafts)
        for draft in drafts:
            if draft.end_offset - draft.start_offset < 2:
                continue
            find_speaker(words, floor, draft, number, drafts)
            if draft.outer is not None and not draft.explicit:
                continue
            out.append(record(article, words, draft))
    return tuple(sorted(out, key=lambda s: (s.start, s.end)))


def frames(words: Words, passage: Passage) -> list[Frame]:
    """Step 1: the frames of a passage, outside quotations."""
    out = []
    for i in range(passage.first, passage.last):
        inside = words.inside[i]
        if inside is not None and words.spoken(inside):
            continue
        cue = cue_at(words, i)
        if cue is None or cue.verb.sure == "relay":
            continue
        frame = complement(words, cue, passage.last)
        if frame is not None:
            out.append(frame)
    return out


def merge(drafts: list[Draft]) -> list[Draft]:
    """Step 2: of cues that open the same content the first is kept, stretched to the last."""
    out: list[Draft] = []
    for draft in drafts:
        if out and out[-1].frame.start == draft.frame.start:
            first, second = out[-1].frame, draft.frame
            if first.subject is None and second.subject is not None:
                out[-1] = draft
            continue
        out.append(draft)
    return out


def find_subject(words: Words, floor: Floor, draft: Draft) -> bool:
    """Step 4a: the printed subject; False where what is printed cannot speak (then it is no report)."""
    frame = draft.frame
    cue = frame.cue
    i = cue.index
    before = words.norm[i - 1] if i else ""
    if before in ("ما", "مما", "وما", "كما", "حسبما", "مثلما") and before != "كما":
        return False
    if cue.form.shape == "participle":
        return not words.norm[i].startswith("ال")
    if impersonal(words, cue):
        return False
    phrase = frame.subject
    if phrase is None and cue.form.shape != "participle":
        sentence = sentence_first(words, draft.passage, i)
        phrase = floor.left(cue, sentence)
        draft.how = "before the verb" if phrase else ""
    else:
        draft.how = "after the verb"
    if phrase is None:
        draft.how = ""
        return before not in group("relative")
    if phrase.kind == "thing":
        return False
    if phrase.kind == "noun" and cue.verb.past in _EVIDENTIAL:
        return False
    draft.subject = phrase
    return True


def impersonal(words: Words, cue: Cue) -> bool:
    """«يذكر أن», «يشار إلى أن»: the writer's own words."""
    if cue.form.shape != "present" or cue.form.number != "s" or cue.object:
        return False
    return cue.verb.past in ("ذكر", "أشار", "لاحظ", "وجد") and (
        words.norm[cue.index + 1] in group("complementizer") or words.norm[cue.index + 1] == "الي"
    ) and not cue.future and (cue.index == 0 or words.mark(cue.index - 1) or "\n" in words.text[words.tokens[cue.index - 1].end : words.tokens[cue.index].start])


def sentence_first(words: Words, passage: Passage, i: int) -> int:
    """The first token of the sentence that holds token `i`."""
    stop = words.stop[i]
    first = i
    while first > passage.first and words.stop[first - 1] == stop:
        first -= 1
    return first


def place_ends(words: Words, passage: Passage, drafts: list[Draft]) -> None:
    """Step 3: content ends. A report inside another's content hangs on it and does not cut it."""
    cuts = set()
    previous: Draft | None = None
    for draft in drafts:
        if previous is None or cutting(words, draft, previous):
            first = draft.cue_first
            while first > passage.first and words.norm[first - 1] in ("كما", "فيما", "بينما", "لكن", "حيث", "فقد", "وقد", "قد", "ولم", "لم"):
                first -= 1
            if draft.how == "before the verb" and draft.subject is not None:
                first = draft.subject.first
                if first > passage.first and words.is_(first - 1, "clause"):
                    first -= 1
            cuts.add(first)
            previous = draft
    fixed = frozenset(cuts)
    for draft in drafts:
        frame = draft.frame
        if frame.start >= passage.last and frame.quote is None:
            continue
        cut = frozenset(c for c in fixed if c > frame.start)
        start = words.tokens[frame.start].start if frame.start < len(words) else len(words.text)
        if frame.quote is not None:
            start = frame.quote.start
            end, _ = direct_end(words, frame.quote, passage.last)
            after = words.at(end)
            while after < passage.last and words.norm[after] in "\"»”“'":
                after += 1
            if runs_on(words, after, passage.last, cut):
                after = clause_end(words, after, passage.last, cut)
                end = words.tokens[after - 1].end
            draft.end = after
        else:
            draft.end = clause_end(words, frame.start, passage.last, cut)
            end = words.tokens[draft.end - 1].end if draft.end > frame.start else start
        draft.start_offset, draft.end_offset = trim(words.text, start, max(start, end))
    for k, draft in enumerate(drafts):
        for earlier in reversed(drafts[:k]):
            if earlier.frame.start <= draft.cue_first < earlier.end:
                draft.outer = earlier
                break


def cutting(words: Words, draft: Draft, previous: Draft) -> bool:
    """Whether a report ends the one before it, rather than standing inside its content."""
    cue = draft.frame.cue
    before = words.norm[cue.index - 1] if cue.index else ""
    if words.stop[cue.index] != words.stop[previous.frame.cue.index]:
        return True
    if cue.form.shape == "participle":
        return True
    if cue.form.shape == "present" and previous.frame.cue.form.shape == "past" and draft.subject is None:
        return False
    if cue.conjunction:
        return True
    if before in ("،", ",", "كما", "فيما", "بينما", "لكن", "حيث", "فقد", "وقد", "قد"):
        return True
    if draft.how == "before the verb" and draft.subject is not None:
        return words.is_(draft.subject.first - 1, "clause") or words.norm[draft.subject.first - 1] in "،,"
    return False


def find_speaker(words: Words, floor: Floor, draft: Draft, paragraph: int, drafts: list[Draft]) -> None:
    """Step 4b: the speaker of a draft, entered on the floor."""
    cue = draft.frame.cue
    if draft.subject is not None:
        speaker = floor.explicit(draft.subject)
        gender = gender_of(words, draft.subject) or (cue.form.gender if cue.form.shape != "participle" else None)
        number = "p" if cue.form.number == "p" else None
        draft.speaker, draft.explicit = speaker, True
        if draft.outer is None:
            floor.turns.append(Turn(cue.index, paragraph, speaker, gender, number, draft.subject.kind))
        return
    sentence = sentence_first(words, draft.passage, cue.index)
    within = None
    for turn in reversed(floor.turns):
        if turn.index >= sentence and turn.index < cue.index:
            within = turn
            break
    if cue.passive:
        return
    turn = floor.hidden(cue, sentence, paragraph, within)
    if turn is None:
        return
    draft.speaker = replace(turn.speaker, implicit=True)
    draft.how = "hidden subject"
    if draft.outer is None:
        floor.turns.append(Turn(cue.index, paragraph, draft.speaker, turn.gender or cue.form.gender, turn.number, turn.kind))


def record(article: Article, words: Words, draft: Draft) -> Statement:
    """Step 5: the record of a finished draft."""
    frame = draft.frame
    cue = frame.cue
    token = words.tokens[cue.index]
    act = judge.act_of(words, frame)
    skip = (draft.subject.first, draft.subject.last) if draft.subject else None
    sentence = sentence_first(words, draft.passage, cue.index)
    via = via_between(words, cue.index + 1, frame.opens, skip)
    lead = max([sentence] + [i + 1 for i in range(sentence, cue.index) if words.norm[i] in (".", "؛")])
    if via is None and not cue.conjunction and cue.index - lead <= 12:
        via = via_between(words, lead, cue.index, skip)
    start, end = draft.start_offset, draft.end_offset
    return Statement(
        article.id, start, end, words.text[start:end],
        cue=Span(token.start, token.end, token.text), speaker=draft.speaker,
        form=form_of(words, start, end, frame.quote), act=act, via=via,
        polarity=judge.polarity_of(words, act, frame.start, judge.negated(words, cue.index)),
        about=judge.about(words, words.at(start), words.at(end)),
        said=judge.said(words, cue.index, frame.opens),
        score=judge.score_of(frame, draft.explicit, draft.speaker is not None),
        basis=f"{cue.form.shape} verb + {frame.kind}; speaker: {draft.how or 'unknown'}",
    )  # fmt: skip
