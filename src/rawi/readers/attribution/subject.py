"""Step 4 of the cascade: who speaks in each draft."""

from __future__ import annotations

from dataclasses import replace

from rawi.readers.attribution.antecedent import Floor, Turn
from rawi.readers.attribution.chunk import noun_phrase
from rawi.readers.attribution.cues import Cue
from rawi.readers.attribution.draft import Draft
from rawi.readers.attribution.headline import echoes
from rawi.readers.attribution.nouns import Phrase, gender_of, plural
from rawi.readers.attribution.preverbal import subject_before
from rawi.readers.attribution.words import Passage, Words, bare, heads, sentence_first

ECHO = 0.5  # share of a headline's words that must stand in the statement it announces


def printed(words: Words, floor: Floor, draft: Draft) -> bool:
    """Finds the printed subject. False where what is printed cannot speak: then it is no report.

    1. «يذكر أن…»: the writer speaks.
    2. The subject after the verb, else before it.
    3. A demonstrative, or an unknown noun with a verb that evidence governs too, does not speak.
    """
    cue = draft.cue
    if cue is None:
        draft.side = "printed"
        if draft.subject is not None:
            floor.heard.append(draft.subject)
        return True
    i = cue.index
    # 1
    if draft.participle:
        return True
    if _impersonal(words, cue) and "writer" in cue.verb.traits and draft.subject is None:
        return False
    # 2
    if draft.subject is not None:
        draft.side = "after the verb" if draft.subject.first > i else "before the verb"
    else:
        draft.subject = subject_before(words, cue, sentence_first(words, draft.passage, i))
        draft.side = "before the verb" if draft.subject is not None else ""
    if draft.subject is None:
        if words.is_(i - 1, "relative"):
            draft.subject = None if cue.object else qualified(words, draft, i - 1)
            if draft.subject is None:
                return bool(cue.object) and (draft.act == "accuse" or draft.kind == "quote")
            draft.side = "qualified by the report"
            return True
        if draft.passage.place != "body" and draft.act == "announce":
            return True  # a passive in a caption or headline; the body may name who announced
        if before_pronoun(words, i) or (cue.future and "writer" in cue.verb.traits):
            return False
        if told_in_it(words, draft) or describes(words, draft):
            return True
        return cue.verb.sure not in ("wish", "request") and clause_opens(words, draft.passage, i)
    if (
        draft.kind in ("object", "preposition")
        and words.is_(i - 1, "relative")
        and draft.subject.first > i
        and not cue.object
    ):
        return False  # «التاريخ الذي سيعلن فيه الرئيس…»
    # 3
    if cue.verb.past == "بين" and not _explains(words, draft):
        return False
    if cue.verb.sure == "document" and draft.subject.kind != "document":
        return False  # «أثبت اللاعب أنه…»: by deeds
    speaks = draft.subject.kind != "thing"
    if draft.subject.kind == "noun" and "evidence" in cue.verb.traits:
        speaks = floor.heard_before(draft.subject)
    if speaks:
        floor.heard.append(draft.subject)
    return speaks


QUALIFIED = 8  # tokens back from a relative pronoun to the head it qualifies


def qualified(words: Words, draft: Draft, i: int) -> Phrase | None:
    """Who speaks in «الكاتبة فلانة التي تقول إن…»: the phrase that the relative pronoun at `i` follows.

    1. A person's name straight before it.
    2. Else a title or a body that agrees with the pronoun; a body not where the content takes it up
       («المنظمة التي قالت إنها…» may be what is spoken of).
    """
    if (
        draft.kind not in ("clause", "quote")
        or draft.cue is None
        or draft.cue.verb.sure != "strong"
    ):
        return None
    gender = {"الذي": "m", "التي": "f"}.get(words.norm[i])
    told_in = words.norm[draft.cue_first + 1] in ("فيها", "فيه")  # «تصريحات فلان التي قال فيها إن…»
    if draft.cue.form.number == "s" and gender != draft.cue.form.gender and not told_in:
        return None  # «فلانة التي قال لها…»
    last = i - 1 if words.norm[i - 1] in ("،", ",") else i
    name = words.name[last - 1]
    if name is not None and name.type == "person":  # 1
        return Phrase(words.holding(name.start), last, "person")
    if told_in:
        return None
    taken_up = words.norm[draft.start] not in ("ان", "بان") and words.is_(
        draft.start, "complementizer"
    )
    for first in range(max(draft.passage.first, last - QUALIFIED), last):  # 2
        if first > draft.passage.first and words.is_(first - 1, "relative", "complementizer"):
            continue
        phrase = noun_phrase(words, first, last)
        if phrase is None or phrase.last != last or phrase.kind not in ("human", "body"):
            continue
        if not (
            words.definite(last - 1) or words.name[last - 1] is not None or titled(words, phrase)
        ):
            continue
        if phrase.kind == "body" and taken_up:
            return None
        if gender is not None and gender_of(words, phrase) == gender:
            return phrase
    return None


def titled(words: Words, phrase: Phrase) -> bool:
    """Whether a phrase is a definite title with words of a name behind it that no reader knew."""
    definite = words.definite(phrase.first) and phrase.kind == "human"
    return definite and not words.is_(phrase.last - 1, "preposition", "adjective")


def _explains(words: Words, draft: Draft) -> bool:
    """Whether «بين» is the verb and not «between»: printed with its shadda, or its clause straight after."""
    subject = draft.subject
    if subject is None or "\u0651" in words.tokens[draft.cue_first].text:
        return True
    return draft.opens == subject.last and (
        subject.kind == "person" or words.definite(subject.first)
    )


def before_pronoun(words: Words, i: int) -> bool:
    """Whether the word before token `i` holds the verb's subject as a pronoun («لأنه يخشى»)."""
    norm = words.norm[i - 1] if i else ""
    if not norm.startswith(("لان", "كان", "ان", "بان", "فان")) or not norm.endswith(
        ("ه", "ها", "هم", "هما")
    ):
        return False
    return i < 2 or words.norm[i - 2] not in ("الا", "غير", "بيد")  # «إلا أنها ذكرت» opens a clause


_IN_IT = frozenset({"فيه", "فيها", "خلاله", "خلالها", "عبره", "عبرها"})
CARRIER = 6  # tokens back from «قالت فيه» to the noun that «فيه» takes up


def told_in_it(words: Words, draft: Draft) -> bool:
    """Whether a report qualifies a document or an occasion: «أصدرت الوزارة بيانا قالت فيه إن…»."""
    i = draft.cue_first
    if draft.kind not in ("clause", "quote") or words.norm[i + 1] not in _IN_IT:
        return False
    back = range(i - 1, max(draft.passage.first, i - CARRIER) - 1, -1)
    return any(heads(_nominative(words.norm[k]), g) for k in back for g in ("occasion", "document"))


def describes(words: Words, draft: Draft) -> bool:
    """Whether a report qualifies the indefinite noun before it: «صورة قالت إنها التقطت أمس»."""
    i = draft.cue_first
    if draft.kind != "clause" or draft.opens != i + 1 or words.core[i] != words.norm[i]:
        return False
    if draft.cue is None or draft.cue.verb.sure != "strong" or words.mark(i - 1):
        return False
    form = draft.cue.form
    if "nobody" in draft.cue.verb.traits and (form.shape, form.gender, form.number) == (
        "present",
        "m",
        "s",
    ):
        return False  # «هجوم يعتقد أنه مدبر»
    pronoun = words.norm[draft.opens].endswith(("ه", "ها", "هم", "هما"))
    return pronoun and not words.definite(i - 1) and not words.is_(i - 1, "relative", "particle")


def _nominative(norm: str) -> str:
    """The word without the alif of the accusative («بيانا»)."""
    return norm[:-1] if norm.endswith("ا") and len(norm) > 4 else norm


def clause_opens(words: Words, passage: Passage, i: int) -> bool:
    """Whether a verb without printed subject opens a clause at token `i`; else it hangs on the noun before
    it («يهودي يرغب في»), and nobody is known to speak."""
    if i == passage.first or words.core[i] != words.norm[i] or words.mark(i - 1):
        return True
    if words.timed(i - 1):
        for k in range(i - 1, passage.first, -1):
            if words.mark(k):
                return True
            if words.is_(k, "relative", "complementizer"):
                return False
        return True
    return words.is_(i - 1, "clause", "complementizer", "particle", "adverb", "circumstance")


def _impersonal(words: Words, cue: Cue) -> bool:
    """Whether a verb without subject opens its sentence in the third person masculine present."""
    if cue.verb.past == "بين" and cue.form.shape == "present" and not cue.object:
        return True  # «تبيّن أن…», spelled alike
    i = cue.index
    if (
        cue.form.shape != "present"
        or cue.form.number != "s"
        or cue.form.gender != "m"
        or cue.object
    ):
        return False
    if i + 1 >= len(words) or not (
        words.is_(i + 1, "complementizer") or words.norm[i + 1] == "الي"
    ):
        return False
    return (
        i == 0
        or words.stop[i - 1] != words.stop[i]
        or words.norm[i - 1] in ("،", ",", "كما", "فيما")
    )


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
        aside = draft.basis.startswith("attribution")
        number = cue.form.number if cue is not None and cue.form.number in "dp" else None
        if draft.subject.kind == "human" and plural(bare(words.norm[draft.subject.first])):
            number = number or "p"
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
        elif draft.basis == "attribution after" and floor.turns:
            feminine = words.norm[draft.cue_last - 1].endswith("ها")
            last = next((t for t in reversed(floor.turns) if not t.aside), None)
            if (
                last is not None
                and paragraph - last.paragraph <= 1
                and (last.gender == "f") == feminine
            ):
                draft.speaker, draft.side = replace(last.speaker, implicit=True), "last speaker"
        return
    # 2
    if draft.unread:
        draft.side = "printed but not understood"
        return
    if cue.passive or (_impersonal(words, cue) and "nobody" in cue.verb.traits):
        draft.side = "nobody named"
        return
    # 3
    sentence = sentence_first(words, draft.passage, cue.index)
    here = (t for t in reversed(floor.turns) if sentence <= t.index < cue.index and not t.aside)
    within = next(here, None)
    turn = floor.hidden(cue, sentence, paragraph, within)
    if turn is None:
        return
    draft.speaker, draft.side = replace(turn.speaker, implicit=True), "hidden subject"
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
