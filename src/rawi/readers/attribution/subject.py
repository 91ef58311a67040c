"""Step 2 of the cascade: the subject that is printed, and whether what is printed can speak."""

from __future__ import annotations

from rawi.arabic.frequencies import key, zipf
from rawi.readers.attribution.antecedent import Floor
from rawi.readers.attribution.cues import cue_at, impersonal, read_word, resumes
from rawi.readers.attribution.draft import Draft
from rawi.readers.attribution.objects import undergone
from rawi.readers.attribution.preverbal import setting_first, subject_before
from rawi.readers.attribution.qualifying import (
    DESCRIBES,
    described,
    describes,
    qualified,
    relative_before,
    teller,
    told_in_it,
)
from rawi.readers.attribution.words import (
    Passage,
    Words,
    group,
    heads,
    sentence_first,
)

PASSAGE = 8  # words in a quotation that no finding has
UNHEARD = 2.8  # Zipf value below which a word is likely a foreign name
PASSING = "of a thing, in passing"
SETTING = 16  # tokens of a circumstance before the verb
LETTER = 9  # tokens from «رسالة» to the verb that tells what it asks
STANCE = 10  # tokens from a refusal's subject to what is refused


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
    if resumes(words, cue) and draft.kind not in ("clause", "quote"):
        return False
    if cue.verb.past == "قيل":
        draft.subject = None
        return draft.kind == "clause"
    # 1
    if draft.participle:
        return True
    supposed = cue.verb.past == "افترض" and cue.form.shape == "present" and cue.form.gender == "m"
    if (supposed or impersonal(words, cue)) and "writer" in cue.verb.traits and draft.subject is None:
        return False  # «جلسة يفترض أن تعقد غدا»
    # 2
    if draft.subject is not None:
        draft.side = "after the verb" if draft.subject.first > i else "before the verb"
    else:
        draft.subject = subject_before(words, cue, sentence_first(words, draft.passage, i))
        draft.side = "before the verb" if draft.subject is not None else ""
    if draft.subject is None:
        relative = relative_before(words, i)
        if relative is not None:
            draft.subject = None if cue.object else qualified(words, draft, relative)
            if draft.subject is None and _told_in_passing(words, draft):
                draft.side = PASSING
                return True
            if draft.subject is None:
                return bool(cue.object) and (draft.act == "accuse" or draft.kind == "quote")
            draft.side = "qualified by the report"
            return True
        if resumes(words, cue):
            return True
        draft.subject = described(words, draft)
        if draft.subject is not None:
            draft.side = "qualified by the report"
            return True
        if draft.passage.place != "body" and draft.act == "announce":
            return True  # a passive in a caption or headline; the body may name who announced
        if before_pronoun(words, i) or (cue.future and "writer" in cue.verb.traits):
            return False
        if describes(words, draft):
            draft.side = DESCRIBES
            return True
        if told_in_it(words, draft):
            draft.subject = teller(words, draft)
            draft.side = "after the verb" if draft.subject is not None else ""
            return True
        asks = cue.verb.sure == "request" and draft.kind != "clause"
        if asks and cue.conjunction and words.norm[i + 1] == "من":
            return True  # «وطلبت من السفير مغادرة البلاد»
        if cue.verb.sure == "wish" or asks:
            return False
        return clause_opens(words, draft.passage, i) or _after_setting(words, draft)
    if (
        draft.passage.place == "title"
        and "obj" in cue.verb.takes
        and draft.side == "after the verb"
        and not (clause_opens(words, draft.passage, i) or words.is_(i - 1, "relative"))
    ):
        draft.subject, draft.side, draft.unread = None, "", True  # «مؤتمر روما يدعو العالم إلى…»
        return True
    if draft.side == "after the verb" and _of_a_document(words, draft):
        draft.subject, draft.side, draft.unread = None, "", True  # «رسالة … تطالب مصر بـ»
        return True
    if (
        draft.kind in ("object", "preposition")
        and words.is_(i - 1, "relative")
        and draft.subject.first > i
        and not cue.object
    ):
        return False  # «التاريخ الذي سيعلن فيه الرئيس…»
    # 3
    phrase = draft.kind in ("object", "preposition") and draft.side == "after the verb"
    if phrase and undergone(words, draft.subject):
        return False
    if cue.verb.past == "اعتبر" and draft.kind == "object" and draft.side == "before the verb":
        first = draft.subject.first
        if not (words.definite(first) or words.name[first] is not None):
            return False  # «شابة اعتبرت مفقودة»
    if cue.verb.past == "بين" and not _explains(words, draft):
        return False
    if not _position(words, floor, draft):
        return False
    expects = "nobody" in cue.verb.traits and cue.form.shape == "present" and draft.kind == "object"
    if expects and draft.subject.kind == "noun" and not floor.heard_before(draft.subject):
        return False  # «سفينة يتوقع وصولها غدا»
    tells_on = cue.verb.sure == "weak" and "onward" in cue.verb.traits
    if tells_on and draft.subject.kind == "noun" and not floor.heard_before(draft.subject):
        return False  # «مما يزيد الإعجاب بها أنها…»
    if cue.verb.sure == "document" and draft.subject.kind != "document":
        return False  # «أثبت اللاعب أنه…»: by deeds
    speaks = draft.subject.kind != "thing"
    if draft.subject.kind == "noun" and "evidence" in cue.verb.traits:
        speaks = floor.heard_before(draft.subject) or _quoted_or_named(words, draft)
    if speaks:
        floor.heard.append(draft.subject)
    return speaks


def _told_in_passing(words: Words, draft: Draft) -> bool:
    """Whether a relative clause tells what somebody says of a thing that the content takes up («الرسوم التي
    قال إنها فرضت»); who says it the sentence must tell (speaker.py)."""
    cue = draft.cue
    if cue is None or cue.object or draft.kind != "clause" or cue.verb.sure != "strong":
        return False
    gender = {"الذي": "m", "التي": "f"}.get(words.core[cue.index - 1])
    if gender is None or gender == cue.form.gender:
        return False  # «الشركة التي تقول إنها»: she may say it herself
    return draft.opens == cue.index + 1 and words.norm[draft.opens] in group("taking_up")


def _after_setting(words: Words, draft: Draft) -> bool:
    """Whether a verb without subject follows the circumstance that opens its clause, without a comma («وحين سئل
    عن الخطة قال إنها…», «وعن الانسحاب قال: …»)."""
    cue, i = draft.cue, draft.cue_first
    if cue is None or cue.form.shape != "past" or cue.verb.sure != "strong":
        return False
    if cue.object or draft.kind not in ("clause", "quote") or draft.opens > i + 2:
        return False
    first = sentence_first(words, draft.passage, i)
    first = next((k + 1 for k in range(i - 2, first, -1) if words.norm[k] in "،,؛"), first)
    governed = words.is_(i - 1, "preposition") and not words.is_(i - 1, "with_pronoun")
    if (
        i - first > SETTING
        or governed
        or words.is_(i - 1, "relative", "complementizer", "pointing")
    ):
        return False
    return words.is_(first, "setting")


def _quoted_or_named(words: Words, draft: Draft) -> bool:
    """Whether a passage in marks, or a subject that no dictionary knows, shows that somebody spoke, though the
    verb goes with findings too («أوضح عملاق النفط أن "…"», «وأكد فيرزيلوف أن»)."""
    if draft.kind not in ("clause", "quote") or draft.subject is None:
        return False
    if (
        draft.quote is not None
        and words.at(draft.quote.end) - words.at(draft.quote.start) >= PASSAGE
    ):
        return True
    first = draft.subject.first
    rare = zipf(key(words.tokens[first].text)) < UNHEARD and not words.definite(first)
    return rare and draft.subject.last == first + 1 and words.tokens[first].kind == "word"


def _position(words: Words, floor: Floor, draft: Draft) -> bool:
    """Whether what is refused, backed or ruled out is a position taken in words: no ruling of a court, no
    player left out of a team; what somebody takes a thing for is no position of a thing's own."""
    cue, subject = draft.cue, draft.subject
    if cue is None or subject is None:
        return True
    taken_for = cue.verb.past == "اعتبر" and draft.kind == "object" and not cue.object
    if taken_for and subject.kind == "noun":
        return floor.heard_before(subject)  # «التي تعتبر المرة الأولى»
    if cue.verb.past == "استبعد" and draft.kind == "object":
        norm = words.norm[draft.start]
        return not heads(norm, "human") and words.name[draft.start] is None
    if cue.verb.sure not in ("stance", "deed"):
        return True
    if draft.start - max(subject.last, cue.index + 1) > STANCE:
        return False
    ruled = heads(words.norm[subject.first], "court")
    if cue.verb.sure == "deed":
        return not (ruled and cue.verb.act == "accuse")  # «أدانت المحكمة الشركة»
    return not (ruled or subject.kind == "noun")


def _of_a_document(words: Words, draft: Draft) -> bool:
    """Whether a verb of asking or addressing tells what a document says that stands before it, indefinite, in
    its clause: then whoever stands behind the verb is whom it addresses."""
    cue = draft.cue
    if cue is None or cue.conjunction or cue.form.shape != "present" or "obj" not in cue.verb.takes:
        return False
    if draft.kind != "preposition" or words.is_(cue.index - 1, "relative"):
        return False
    for k in range(cue.index - 1, max(0, cue.index - LETTER), -1):
        if (
            words.mark(k)
            or words.is_(k, "complementizer", "relative")
            or cue_at(words, k) is not None
        ):
            return False
        written = heads(words.norm[k], "document", conjunction=False) and not words.definite(k)
        if written and not words.mark(k - 1):
            return words.norm[k].endswith("ه") == (cue.form.gender == "f")
    return False


def _explains(words: Words, draft: Draft) -> bool:
    """Whether «بين» is the verb and not «between»: printed with its shadda, or its clause straight after."""
    subject = draft.subject
    if subject is None or "\u0651" in words.tokens[draft.cue_first].text:
        return True
    if words.core[draft.cue_first] != "بين":
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
    # «إلا أنها ذكرت», «كما أنه طالب» open a clause
    return i < 2 or words.norm[i - 2] not in group("excepting") | {"كما"}


def clause_opens(words: Words, passage: Passage, i: int) -> bool:
    """Whether a verb without printed subject opens a clause at token `i`; else it hangs on the noun before
    it («يهودي يرغب في»), and nobody is known to speak."""
    joined = words.core[i] != words.norm[i] or read_word(words.norm[i])[1]
    if i == passage.first or joined or words.mark(i - 1):
        return True
    if words.norm[i - 1] in group("thing_before") or words.norm[i - 1] == "وهم":
        return True  # «ما وصفته بـ», «تجمع عمال وهم يهتفون "…"»
    if words.norm[i][0] == "ل":
        return True  # «عاد ليقول»
    if words.is_(i - 1, "auxiliary"):
        return clause_opens(words, passage, i - 1)  # «ومضى يقول»
    if words.timed(i - 1):
        for k in range(i - 1, passage.first, -1):
            if words.mark(k):
                return True
            if words.is_(k, "relative", "complementizer"):
                return False
        return True
    if words.is_(i - 1, "clause", "complementizer", "particle", "adverb", "circumstance"):
        return True
    return setting_first(words, passage.first, i) is not None
