"""Step 4 of the cascade: who speaks in each draft, once its subject is known."""

from __future__ import annotations

from dataclasses import replace

from rawi.readers.attribution.antecedent import Floor, Turn, agrees
from rawi.readers.attribution.blame import LAID
from rawi.readers.attribution.cues import impersonal
from rawi.readers.attribution.draft import Draft
from rawi.readers.attribution.headline import echoes
from rawi.readers.attribution.nouns import gender_of, plural
from rawi.readers.attribution.subject import PASSING
from rawi.readers.attribution.words import Words, bare, group, heads, sentence_first

FAR = "hidden subject, of an earlier paragraph"
_POINTING = frozenset({"attribution before", "attribution after", "relayed words", LAID})
STRAIGHT = 8  # tokens from «وفقا لـ» to a participle behind its source
ECHO = 0.5  # share of a headline's words that must stand in the statement it announces


def name_speaker(words: Words, floor: Floor, draft: Draft, paragraph: int) -> None:
    """Sets the draft's speaker and enters it on the floor.

    1. A printed subject.  2. Passives and impersonals have none.  3. A hidden subject.
    """
    cue = draft.cue
    # 1
    if draft.subject is not None:
        draft.speaker, draft.explicit = floor.explicit(draft.subject), True
        gender = gender_of(words, draft.subject)
        if cue is not None and not draft.participle and cue.form.gender and cue.form.number == "s":
            gender = cue.form.gender  # a verb agrees with its subject; names show no gender
        holds = draft.basis == "attribution before" and draft.subject.kind in ("person", "human")
        first = sentence_first(words, draft.passage, draft.cue_first)
        passing = draft.basis.startswith("noun") and draft.cue_first > first + 1  # «مع إعلان فلان أن»
        passing = passing and draft.subject.kind not in ("person", "human")
        aside = passing or (draft.basis.startswith("attribution") and not holds)
        number = cue.form.number if cue is not None and cue.form.number in "dp" else None
        many = words.norm[draft.subject.first]
        if draft.subject.kind == "noun" and many.endswith("ون") and len(many) > 4:
            number = number or "p"  # «قليلون»
        if many.endswith("ان") and heads(many[:-2], "human"):
            number = number or "d"  # «الوزيران»
        if draft.subject.kind == "human" and plural(bare(words.norm[draft.subject.first])):
            number = number or "p"
            if bare(words.norm[draft.subject.first]).endswith(("ون", "ين")):
                gender = "m"
        if draft.outer is None and draft.passage.place == "body":
            floor.turns.append(
                Turn(
                    draft.cue_first,
                    paragraph,
                    draft.speaker,
                    gender,
                    number,
                    draft.subject.kind,
                    aside,
                )
            )
        return
    if cue is None:
        if draft.quote is not None and draft.basis == "quotation alone" and floor.turns:
            last = next((t for t in reversed(floor.turns) if not t.aside), floor.turns[-1])
            if paragraph - last.paragraph <= 1:
                draft.speaker, draft.side = replace(last.speaker, implicit=True), "last speaker"
        elif draft.basis in _POINTING and floor.turns:
            norm = words.norm[draft.cue_last - 1]
            feminine = norm.endswith("ت") if draft.basis == LAID else norm.endswith("ها")
            last = next((t for t in reversed(floor.turns) if not t.aside), None)
            if (
                last is not None
                and paragraph - last.paragraph <= 1
                and (last.gender == "f") == feminine
            ):
                draft.speaker, draft.side = replace(last.speaker, implicit=True), "last speaker"
        return
    # 2
    asked = "object" in cue.verb.traits and draft.act == "demand" and draft.kind == "preposition"
    if asked and not (cue.conjunction or cue.object or draft.participle):
        draft.unread = (
            True  # one phrase behind the verb may be subject and object («حث رجال دين الإدارة»)
        )
    if draft.unread:
        draft.side = "printed but not understood"
        return
    unheard = "nobody" in cue.verb.traits and cue.verb.past != "قال"  # «ويقول إن…» goes on
    if cue.passive or (unheard and impersonal(words, cue)):
        draft.side = "nobody named"
        return
    # 3
    sentence = sentence_first(words, draft.passage, cue.index)
    here = [t for t in reversed(floor.turns) if sentence <= t.index < cue.index]
    within = next((t for t in here if not t.aside), None)
    if within is None and draft.participle:
        told = (t for t in here if agrees(t, cue) and _source_of(draft, t, sentence))
        within = next(told, None)  # «بحسب الوزارة، …، مشيرة إلى»
    turn = floor.hidden(cue, sentence, paragraph, within)
    blaming = cue.verb.past == "اتهم" and not cue.object and cue.form.shape == "past"
    called = words.norm[cue.index - 1] in group("thing_before")  # «ما وصفته بـ»
    if turn is None or ((blaming or called) and turn.paragraph != paragraph):
        return  # «وقد اتهم فلان بـ»: by whom is not told
    own = called and cue.verb.past == "قال"
    own = own or words.norm[cue.index - 1] == "وهم"  # «تجمع عمال وهم يهتفون»
    if (draft.side == PASSING or own) and turn.index < sentence:
        return
    draft.speaker, draft.side = replace(turn.speaker, implicit=True), "hidden subject"
    if turn.paragraph != paragraph:
        draft.side = FAR
    if draft.outer is None and draft.passage.place == "body":
        floor.turns.append(
            Turn(
                cue.index,
                paragraph,
                draft.speaker,
                turn.gender or cue.form.gender or None,
                turn.number,
                turn.kind,
            )
        )


def _source_of(draft: Draft, turn: Turn, sentence: int) -> bool:
    """Whether a source named in passing may be who a participle means: at the sentence's head, straight before
    it, or a single one."""
    near = draft.cue_first - turn.index <= STRAIGHT or turn.index <= sentence + 1
    return near or (draft.cue is not None and draft.cue.form.number == "s")


def borne_out(words: Words, draft: Draft, others: list[Draft]) -> bool:
    """Whether the text has a headline's speaker say what the headline gives as said."""
    said_by = draft.speaker.name if draft.speaker is not None else None
    return any(
        echoes(words, draft.start, draft.end, words.at(other.span[0]), words.at(other.span[1]))
        >= ECHO
        for other in others
        if other.speaker is not None and other.speaker.name == said_by
    )


def lend_speaker(words: Words, draft: Draft, others: list[Draft]) -> None:
    """For a headline or caption whose announcer is not named: the speaker of the statement it repeats."""
    best, share = None, ECHO
    for other in others:
        if other.act == draft.act and other.speaker is not None:
            found = echoes(
                words, draft.start, draft.end, words.at(other.span[0]), words.at(other.span[1])
            )
            if found >= share:
                best, share = other, found
    if best is not None and best.speaker is not None:
        draft.speaker, draft.side = replace(best.speaker, implicit=True), "the statement it repeats"
