"""Statements: who said, thinks, wants or fears what, through whom.

Needs times and names. A cascade over the words, deterministic; docs/records.md defines the record.

    1. gather      every cue with the opening of its content, one for each content     attribution/gather
    2. subjects    printed ones; what cannot speak is dropped                           attribution/subject
    3. ends        where each content ends, cut by the next report                      attribution/ends
    4. speakers    printed, hidden, lent                                                attribution/speaker
    5. judgement   medium, form, polarity, time, day, how sure                          attribution/via, judge

The body is read first, then captions and the title, which take up what the body says.
"""

from __future__ import annotations

from datetime import timedelta

from rawi.arabic.analysis import Analysis
from rawi.arabic.letters import fold
from rawi.article.outlets import same_house
from rawi.readers.attribution import judge
from rawi.readers.attribution.antecedent import Floor
from rawi.readers.attribution.content import form_of
from rawi.readers.attribution.cues import resumes
from rawi.readers.attribution.draft import Draft
from rawi.readers.attribution.ends import place_ends
from rawi.readers.attribution.gather import alone, attributions, gather
from rawi.readers.attribution.headline import UNSURE
from rawi.readers.attribution.interview import answer, answers, interviewee
from rawi.readers.attribution.speaker import FAR, borne_out, lend_speaker, name_speaker
from rawi.readers.attribution.subject import PASSING, printed
from rawi.readers.attribution.taking_up import clauses
from rawi.readers.attribution.unsaid import taken_up
from rawi.readers.attribution.via import via_between
from rawi.readers.attribution.words import Passage, Words, group, heads, sentence_first
from rawi.records import Article, Days, Reading, Span, Statement

SHORTEST = 2  # code points of content
NEAR = 8  # tokens before a cue in which its day may stand


def read(article: Article, analysis: Analysis, found: Reading) -> tuple[Statement, ...]:
    """The statements of an article's body, captions and title, in text order."""
    words = Words(article, analysis, found)
    floor = Floor(words, words.names)
    done: list[Draft] = []
    order = sorted(
        enumerate(words.passages), key=lambda p: ("body", "caption", "title").index(p[1].place)
    )
    replies, speaker = answers(words), None
    for number, passage in order:
        reply = None
        if number in replies:
            speaker = speaker or interviewee(words, floor, replies[number])
            reply = answer(words, passage, replies[number], speaker) if speaker is not None else None
            done += [reply] if reply is not None else []
        for draft in read_passage(words, floor, passage, number, reply):
            if draft.speaker is None and passage.place != "body":
                lend_speaker(words, draft, [d for d in done if d.passage.place == "body"])
                if draft.speaker is None and (draft.cue is None or draft.kind == "object"):
                    continue
            if draft.basis == UNSURE and not borne_out(words, draft, done):
                continue
            if passage.place == "title" and _of_the_outlet(article, draft):
                continue
            done.append(draft)
    statements = (record(article, words, d) for d in done)
    return tuple(sorted(statements, key=lambda s: (s.start, s.end)))


def _of_the_outlet(article: Article, draft: Draft) -> bool:
    """Whether a headline praises what its own outlet found («"الصحيفة" تكشف تفاصيل الخطة»)."""
    if draft.kind != "object" or draft.speaker is None or draft.speaker.text is None:
        return False
    return article.outlet is not None and same_house(draft.speaker.text, article.outlet)


def read_passage(
    words: Words, floor: Floor, passage: Passage, number: int, reply: Draft | None = None
) -> list[Draft]:
    """Steps 1 to 4 for one paragraph, the `number`-th of the text, all of which may be an answer."""
    drafts = [
        d for d in gather(words, passage, floor.heard_before) if printed(words, floor, d)
    ]  # 1, 2
    drafts += attributions(words, passage, drafts)
    drafts.sort(key=lambda d: d.cue_first)
    place_ends(words, passage, drafts)  # 3
    bare = alone(words, passage, [d.span for d in drafts])
    place_ends(words, passage, bare)
    drafts = sorted(drafts + bare + clauses(words, passage, drafts), key=lambda d: d.cue_first)
    kept = []
    for draft in drafts:  # 4
        draft.outer = draft.outer or reply
        if draft.span[1] - draft.span[0] < SHORTEST or draft.start >= draft.end:
            continue
        name_speaker(words, floor, draft, number)
        draft.said = said_on(words, draft, kept[-1] if kept else None)
        if stands(words, draft):
            kept.append(draft)
    return kept


def said_on(words: Words, draft: Draft, before: Draft | None) -> Days | None:
    """The day a draft was said: printed between cue and content, or before the cue in its clause
    («وأمس السبت، قال…»); a hidden subject shares the day of the report before it in the sentence."""
    inner = range(draft.cue_first, draft.opens)  # «وقالت فلانة التي هاجرت في 14 أيار "…"»
    relative = next((k for k in inner if words.is_(k, "relative")), draft.opens)
    day = judge.said(words, draft.cue_first, relative)
    if day is not None or draft.cue is None:
        return day
    called = words.norm[draft.cue_first - 1] in group("thing_before")  # «تسمم في 4 مارس بما وصفته بـ»
    if not (draft.cue.conjunction or draft.participle or called):
        first = max(sentence_first(words, draft.passage, draft.cue_first), draft.cue_first - NEAR)
        if before is not None:
            first = max(first, before.end)
        commas = (k for k in range(draft.cue_first - 1, first, -1) if words.norm[k] in "،,")
        comma = next(commas, None)
        if comma is not None and words.norm[comma + 1] in ("وقد", "وكان", "وكانت", "وكانوا", "فيما", "بينما"):
            first = comma  # «بدأت المسيرة في 30 آذار، وقد قال منظموها»
        day = judge.said(words, first, draft.cue_first)
    same = before is not None and words.stop[before.cue_first] == words.stop[draft.cue_first]
    return before.said if day is None and same and not draft.explicit else day


def stands(words: Words, draft: Draft) -> bool:
    """Whether a draft is sure enough to be a record: not without any speaker in the present tense, and inside
    another's content only with a printed speaker and a clause or quotation."""
    if draft.passage.place != "body" and draft.act == "announce":
        return True  # the body may lend it a speaker
    phrase = draft.kind in ("object", "preposition") and draft.participle and draft.cue is not None
    if draft.speaker is None and phrase and draft.cue.form.gender == "f":
        return False  # «دوت الصفارات محذرة من هجوم»
    if draft.speaker is None and draft.outer is not None:
        return draft.basis == "feeling that somebody has"
    if draft.speaker is None and draft.kind == "object":
        return draft.cue is not None and draft.cue.passive
    if draft.speaker is None and draft.kind == "preposition" and not draft.participle:
        return draft.cue is not None and draft.cue.form.shape == "past"
    if draft.speaker is None and draft.cue is not None and resumes(words, draft.cue):
        return False
    in_passing = draft.side == PASSING or (draft.cue is not None and taken_up(words, draft.cue))
    if draft.speaker is None and in_passing:
        return False
    if _ruling(draft):
        return False
    if draft.outer is None:
        return True
    if draft.cue is not None and draft.cue.future:
        return False
    if draft.basis == "feeling that somebody has":
        return True
    if draft.cue is not None and draft.cue.object and draft.act == "accuse":
        return draft.speaker is not None
    if draft.subject is None or draft.subject.kind in ("document", "noun"):
        return False
    return draft.explicit and draft.kind in ("clause", "quote")


def _ruling(draft: Draft) -> bool:
    """Whether what is refused or upheld is what a court ruled, its subject being hidden."""
    stance = draft.cue is not None and draft.cue.verb.sure == "stance" and not draft.explicit
    return stance and draft.speaker is not None and heads(fold(draft.speaker.text.split()[0]), "court")


def record(article: Article, words: Words, draft: Draft) -> Statement:
    """Step 5: the record of a finished draft."""
    cue = None
    if draft.cue_last > draft.cue_first:
        first, last = words.tokens[draft.cue_first], words.tokens[draft.cue_last - 1]
        cue = Span.of(words.text, first.start, last.end)
    start, end = draft.span
    return Statement(
        article.id, start, end, words.text[start:end], cue=cue, speaker=draft.speaker,
        form=form_of(words, start, end, draft.quote), act=draft.act, via=medium(words, draft),
        polarity=judge.polarity_of(words, draft.act, draft.start, judge.negated(words, draft.cue_first)),
        about=judge.about(words, words.at(start), words.at(end)),
        said=_heard(article, draft.said),
        score=judge.lower(
            draft.score, explicit=draft.explicit, known=draft.speaker is not None, far=draft.side == FAR
        ),
        basis=f"{draft.basis}; speaker: {draft.side or 'unknown'}",
    )  # fmt: skip


def _heard(article: Article, said: Days | None) -> Days | None:
    """The day of a statement, or None where it lies after the article's own: nobody reports what is yet
    to be said. A day is let pass, since the two may be days of different places."""
    last = article.published.end if article.published is not None else None
    late = said is not None and said.begin is not None and last is not None
    return None if late and said.begin > last + timedelta(days=1) else said


def medium(words: Words, draft: Draft) -> Span | None:
    """The medium printed between cue and content, else before the cue in its clause."""
    if draft.via is not None or draft.cue is None:
        return draft.via
    skip = (draft.subject.first, draft.subject.last) if draft.subject else None
    i = draft.cue_first
    found = via_between(words, i + 1, draft.opens, skip)
    if found is None and not draft.cue.conjunction and not draft.participle:
        found = via_between(words, max(sentence_first(words, draft.passage, i), i - 12), i, skip)
    return found
