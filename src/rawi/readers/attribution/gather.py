"""Step 1 and 2 of the cascade: every cue of a passage with the opening of its content, one a content."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from rawi.readers.attribution import judge
from rawi.readers.attribution.according import according
from rawi.readers.attribution.ahead import how_said
from rawi.readers.attribution.chunk import noun_phrase
from rawi.readers.attribution.complement import complement
from rawi.readers.attribution.cues import cue_at, impersonal
from rawi.readers.attribution.draft import Draft, from_frame, from_report
from rawi.readers.attribution.headline import headline, voiced
from rawi.readers.attribution.in_marks import names_body
from rawi.readers.attribution.nominal import nominal
from rawi.readers.attribution.nouns import Phrase
from rawi.readers.attribution.preverbal import past_aside, subject_before
from rawi.readers.attribution.relay import learned, relayed
from rawi.readers.attribution.subject import PASSING
from rawi.readers.attribution.unsaid import (
    a_deed,
    held_before,
    hypothetical,
    of_a_thing,
    often,
    only_named,
    points,
    says_nothing,
    taken_up,
    unsaid,
    what_is_called,
)
from rawi.readers.attribution.viewpoint import opens_view
from rawi.readers.attribution.words import Passage, Words, group, heads, sentence_first
from rawi.records import Span

SHORTEST_ALONE = 6  # words in a quotation that may be a statement without any cue
RELAYED = 0.85  # «نقلت وسائل الإعلام أن…», whose source is not told
NEAR = 2  # tokens between two verbs that open one content together («وتابع قائلا»)
LEAD = 8  # tokens behind «وفقا لمصادر،» from which on a verb reports something else
QUALIFYING = "qualified by the report"  # «السكان الذين نفوا وجود …، بحسب المصدر»
TOGETHER = 16  # cues back that may open one content with the present one
SHORTEST_BEFORE = 3  # words in one that its verb follows


def gather(words: Words, passage: Passage, known: Callable[[Phrase], bool]) -> list[Draft]:
    """The drafts of a passage in the order of their cues. `known` tells whom the body has heard.

    1. Outside quotations, each token may be a verb of carrying, a reporting verb, a nominal cue.
    2. Of cues that open one content the first stays, stretched over the last («وعلّق قائلاً»).
    3. A headline that none of these explains may report by its colon or its noun.
    """
    out: list[Draft] = []
    for i in range(passage.first, passage.last):
        inside = words.inside[i]
        alone_in = inside is not None and words.at(inside.end) - words.at(inside.start) == 1
        if words.mark(i) or alone_in or (inside is not None and words.spoken(inside)):
            continue  # «ثم "يعترض" طريقه»
        draft = _at(words, passage, i)
        if draft is not None:
            out.append(draft)
    out = merge(words, out)
    if passage.place == "title":
        report = headline(words, passage, known)
        stances = all(d.kind == "report" or (d.cue and d.cue.verb.sure == "stance") for d in out)
        if not (stances or (report is not None and voiced(words, report))):
            return out
        held = [d for d in out if d.kind != "report"]  # «فلان: لا دليل وخصومنا يرفضون الحل»
        if report is not None and all(d.cue_first > report.cue_first for d in held):
            out = [from_report(words, passage, report)]
    return out


def _adjoins(words: Words, last: int, i: int) -> bool:
    """Whether only particles («قد», «لم») stand between a phrase that ends at `last` and the verb."""
    return all(words.is_(k, "particle") for k in range(last, i))


def _at(words: Words, passage: Passage, i: int) -> Draft | None:
    cue = cue_at(words, i)
    before = words.norm[i - 1] in group("thing_before") if i else False
    if cue is not None and cue.form.shape == "present" and i and words.norm[i - 1] == "قد":
        return None  # «قد تعلن»: it has not been said
    before = before and not (
        what_is_called(words, cue) or (cue is not None and taken_up(words, cue))
    )
    before = before or (
        cue is not None and cue.form.shape == "present" and words.norm[i - 1] == "من"
    )
    if cue is not None and (before or unsaid(words, cue)) and not often(words, i):
        return None
    if cue is not None and cue.verb.sure == "relay":
        found = relayed(words, cue, passage.last)
        if found is None:
            frame = complement(words, cue, passage.last)
            clause = frame is not None and frame.kind == "clause" and frame.subject is not None
            clause = clause and not any(cue_at(words, k) for k in range(i + 1, frame.opens))
            return from_frame(passage, frame, cue.verb.act, RELAYED) if frame and clause else None
        return from_report(words, passage, found)
    if cue is not None and (hypothetical(words, i) or of_a_thing(words, cue)):
        return None
    before = (
        subject_before(words, cue, sentence_first(words, passage, i)) if cue is not None else None
    )
    if before is not None and not (before.speaks and _adjoins(words, past_aside(words, before, i), i)):
        before = None
    frame = complement(words, cue, passage.last, before) if cue is not None else None
    if frame is not None and (says_nothing(words, frame) or only_named(words, frame)):
        return None
    if frame is not None and a_deed(frame, passage):
        return None
    if frame is not None and held_before(words, frame):
        frame = replace(frame, subject=None)  # «كما أنه طالب الحزب بـ»
    if frame is not None and points(words, frame):
        frame = replace(frame, subject=None)  # «يفسر ذلك بقوله»
    if frame is not None:
        draft = from_frame(passage, frame, judge.act_of(words, frame), judge.score_of(frame))
        source = carried(words, draft)
        if source is not None:
            if draft.subject is not None:
                draft.via = _span(words, draft.subject.first, draft.subject.last)
            draft.subject = source
        return draft
    report = nominal(words, i, passage.last) or learned(words, i, passage.last)
    return from_report(words, passage, report) if report is not None else None


def carried(words: Words, draft: Draft) -> Phrase | None:
    """The source of «ذكرت الوكالة نقلاً عن مسؤول أن…», who is the speaker; the subject is the medium."""
    for k in range(draft.cue_first + 1, draft.opens - 2):
        if words.norm[k] == "نقلا" and words.norm[k + 1] == "عن":
            phrase = noun_phrase(words, k + 2, draft.opens)
            if phrase is not None and _outlet(words, phrase):
                draft.via = _span(words, phrase.first, phrase.last)  # «قال فلان نقلاً عن الوكالة إن»
                return None
            return phrase if phrase is not None and phrase.speaks else None
    return None


def _outlet(words: Words, phrase: Phrase) -> bool:
    """Whether a phrase names a news outlet."""
    name = words.name[phrase.first]
    return heads(words.norm[phrase.first], "medium") or (name is not None and name.type == "outlet")


def _span(words: Words, first: int, last: int) -> Span:
    return Span.of(words.text, words.tokens[first].start, words.tokens[last - 1].end)


def merge(words: Words, drafts: list[Draft]) -> list[Draft]:
    """One draft for each content: the first cue, stretched to the last; the subject that was printed."""
    out: list[Draft] = []
    for draft in drafts:
        held = next((d for d in out[: -TOGETHER - 1 : -1] if _one_content(d, draft)), None)
        if held is not None and _other_life(held, draft):
            out.remove(held)
            held = None
        if held is None:
            out.append(draft)
            continue
        if held is out[-1] and not words.is_(draft.cue_first - 1, "relative"):
            held.cue_last = max(held.cue_last, draft.cue_last)
        if held.subject is None:
            held.subject = draft.subject
    return out


def _other_life(first: Draft, second: Draft) -> bool:
    """Whether the first of two verbs says nothing and the second, whose subject is printed, owns the content
    («الذي يتابع الجلسة، فقد قال الشاهد إن»)."""
    weak = first.cue is not None and first.cue.verb.sure == "weak"
    own = second.cue is not None and second.cue.verb.sure == "strong" and second.subject is not None
    return weak and own and second.cue_first - first.cue_first > NEAR


def _one_content(first: Draft, second: Draft) -> bool:
    """Whether two cues open the same content: the second stands before it («نقلت … قوله إنه "…"»)."""
    if first.start == second.start:
        return True
    between = first.cue_first < second.cue_first < first.start
    return between and abs(second.start - first.start) <= 2


def attributions(words: Words, passage: Passage, drafts: list[Draft]) -> list[Draft]:
    """Prepositional attributions. One that repeats a report of its sentence gives it a medium at most."""
    out = []
    sentences: dict[int, list[Draft]] = {}  # by where they end
    told: dict[int, list[Draft]] = {}
    for d in drafts:
        sentences.setdefault(words.stop[d.cue_first], []).append(d)
    for i in range(passage.first, passage.last):
        if words.inside[i] is not None:
            continue
        if words.core[i] not in ("كما", "علي") and not (words.is_(i, "according") or opens_view(words, i)):
            continue
        stop = words.stop[i]
        first = sentence_first(words, passage, i)
        report = according(words, i, first, passage.last)
        if report is None:
            continue
        lead = report.basis == "attribution before"
        after = report.basis == "attribution after"  # what comes behind it reports something else
        same = [
            d
            for d in sentences.get(stop, ())
            if not (after and d.cue_first > i)
            and d.side != PASSING
            and not (after and d.side == QUALIFYING and d.kind in ("object", "preposition"))
            and not (lead and (d.participle or d.cue_first > report.content_first + LEAD))
            and not _in_passing(d, first)
        ]
        same = same or told.get(stop, [])
        if same:
            source = report.speaker
            if _nobodys(words, same[-1]) and after and source is not None:
                same[-1].subject, same[-1].side = (
                    source,
                    "after the verb",
                )  # «ويتوقع أن…، بحسب الصحيفة»
                continue
            if (
                source is not None
                and source.kind in ("body", "name")
                and same[-1].via is None
                and report.content_last is not None
            ):
                same[-1].via = _span(words, source.first, source.last)
            continue
        draft = from_report(words, passage, report)
        draft.side = "printed" if draft.subject is not None else ""
        out.append(draft)
        told.setdefault(stop, []).append(draft)
    return out


def _in_passing(draft: Draft, first: int) -> bool:
    """Whether a draft is a noun that reports inside a sentence whose main clause reports nothing."""
    return draft.basis.startswith("noun") and draft.cue_first > first + 1


def _nobodys(words: Words, draft: Draft) -> bool:
    """Whether an impersonal verb or a passive opens the draft («يُتوقع أن»), so that a source is wanted."""
    cue = draft.cue
    if draft.basis == "expected" and draft.subject is None:
        return True
    if cue is None or draft.subject is not None or draft.kind != "clause":
        return False
    return cue.passive or ("nobody" in cue.verb.traits and impersonal(words, cue))


def alone(words: Words, passage: Passage, covered: list[tuple[int, int]]) -> list[Draft]:
    """Quotations that no cue before them opens: a sentence of their own, or «"…"، قال فلان»."""
    out = []
    if passage.place != "body":
        return out
    for i in range(passage.first, passage.last):
        quote = words.quote[i]
        if (
            quote is None
            or quote.depth
            or any(a < quote.end and quote.start < b for a, b in covered)
        ):
            continue
        long = words.at(quote.end) - words.at(quote.start)
        if long < SHORTEST_BEFORE or names_body(words, i):
            continue
        if not (
            i == passage.first
            or words.norm[i - 1] in (".", "!", "؟", "؛")
            or (i >= 2 and words.norm[i - 1] == "،" and words.norm[i - 2] in '"»')
        ):
            continue
        after = words.at(quote.outer_end)
        while after < passage.last and words.norm[after] in ("،", ",", "-", "."):
            after += 1
        thus = after + 1 < passage.last and words.norm[after] == "هكذا"
        after += thus and cue_at(words, after + 1) is not None
        draft = Draft(passage, i, i, i, i + 1, "quote", "say", 0.6, "quotation alone", quote=quote)
        cue = cue_at(words, after) if after < passage.last else None
        if (
            cue is not None
            and "quote" in cue.verb.takes
            and cue.verb.sure == "strong"
            and words.norm[after - 1] != "."
            and not cue.conjunction
        ):
            phrase = noun_phrase(words, after + 1, passage.last)
            phrase = phrase if phrase is not None and phrase.speaks else None
            if phrase is not None or how_said(words, after + 1, passage.last):
                draft = Draft(
                    passage, after, after + 1, i, i + 1, "quote", cue.verb.act, 0.85,
                    "verb after its quotation", cue=cue, quote=quote, subject=phrase,
                    side="after the verb" if phrase is not None else "",
                )  # fmt: skip
        elif long < SHORTEST_ALONE or (after < passage.last and words.norm[after - 1] != "."):
            continue
        out.append(draft)
    return out
