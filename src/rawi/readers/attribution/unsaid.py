"""Where a verb of saying stands and yet nothing is said, or not by its subject: in a condition, behind a
negation, in a refusal to speak, of somebody and not of what was told."""

from __future__ import annotations

from rawi.readers.attribution import judge
from rawi.readers.attribution.cues import Cue, cue_at, subject_pronoun
from rawi.readers.attribution.homographs import MASDARS
from rawi.readers.attribution.nouns import kind_of
from rawi.readers.attribution.opening import Frame
from rawi.readers.attribution.words import Passage, Words, bare, group, heads, without_conjunction

_OFTEN = frozenset({"سرعان", "كثيرا", "غالبا", "عاده", "دايما", "نادرا", "طالما"})
_NEVER_SAID = frozenset({"say", "announce", "affirm"})


def hypothetical(words: Words, i: int) -> bool:
    """Whether the cue stands in a condition or question («عما إذا كانت تحث…»), where nothing is reported."""
    for k in range(i - 1, max(words.head[i] - 1, i - 9), -1):
        if words.norm[k] in ("اذا", "لو", "هل"):
            return not _answered(words, i, k)
        if words.mark(k) or words.is_(k, "complementizer"):
            return False
    return False


def _answered(words: Words, i: int, question: int) -> bool:
    """Whether the cue answers the question at token `question` («وعندما سئل عما إذا كان سيعود قال: …»)."""
    cue = cue_at(words, i)
    if cue is None or cue.form.shape != "past":
        return False
    asked = any(words.is_(k, "asked") for k in range(words.head[i], question))
    following = words.norm[i + 1] if i + 1 < len(words) else ""
    return asked and (following in (":", "ان") or words.quote[i + 1] is not None)


def unsaid(words: Words, cue: Cue) -> bool:
    """Whether a negation leaves nothing said («ولم يكشف عن مزيد من التفاصيل»)."""
    return judge.negated(words, cue.index) and cue.verb.act in _NEVER_SAID


def often(words: Words, i: int) -> bool:
    """Whether «كثيرا ما», «غالبا ما» stands before the cue."""
    return words.norm[i - 1] == "ما" and without_conjunction(words.norm[i - 2]) in _OFTEN


def what_is_called(words: Words, cue: Cue | None) -> bool:
    """Whether «ما وصفته بـ», «ما وصفه الوزير بأنه» judges a thing: then «ما» is what is judged."""
    return cue is not None and cue.verb.past == "وصف" and cue.object in ("ه", "ها")


def taken_up(words: Words, cue: Cue) -> bool:
    """Whether «ما قال إنه…» tells what somebody calls a thing: its clause takes «ما» up."""
    before = words.norm[cue.index - 1] if cue.index else ""
    after = words.norm[cue.index + 1] if cue.index + 1 < len(words) else ""
    takes = cue.verb.past == "قال" and after in group("taking_up")
    return takes and before in group("thing_before")


def silent(words: Words, frame: Frame) -> bool:
    """Whether a refusal says nothing («رفض التعليق على…», «رفض الكشف عن اسمه»), or a clause or comma parts the
    verb from what it seems to refuse («الفكرة رفضت، لأن…»)."""
    first = frame.cue.index + 1
    if words.norm[first] in "،,." or (frame.kind == "clause" and words.norm[frame.opens] != "ان"):
        return True
    return any(heads(words.norm[k], "silence") for k in range(first, frame.start + 1))


def of_a_thing(words: Words, cue: Cue) -> bool:
    """Whether «أما القضية، فتركز على أن» has a thing for its topic, which says nothing."""
    first = words.head[cue.index]
    led = words.core[first] == "اما" and cue.conjunction and words.norm[cue.index][0] == "ف"
    return led and kind_of(words, first + 1) == "thing"


def kept_secret(words: Words, frame: Frame) -> bool:
    """Whether what is asked for is that the speaker's name be kept back («طالبا عدم ذكر اسمه»)."""
    first = frame.start
    if frame.kind != "object" or words.norm[first] != "عدم" or first + 1 >= len(words):
        return False
    return heads(words.norm[first + 1], "withholding")


def says_nothing(words: Words, frame: Frame) -> bool:
    """Whether a stance is silence, or what is asked for is not to be named."""
    if frame.kind == "object" and words.norm[frame.start] == "بيانا":
        return True  # «أعلنت الوزارة بيانا»
    stance = frame.cue.verb.sure == "stance"
    return (stance and silent(words, frame)) or kept_secret(words, frame)


def only_named(words: Words, frame: Frame) -> bool:
    """Whether «تحدث عن» names somebody and nothing that was said («تحدث عن فلان.»), or tells how often it was
    («أول مرة يتحدث فيها عن»)."""
    i = frame.cue.index
    if frame.kind == "preposition" and words.norm[i + 1] == "فيها" and i > 1:
        before = i - 1 - words.is_(i - 1, "relative")
        if bare(words.norm[before]) in ("مره", "مرات"):
            return True
    name = words.name[frame.start] if frame.start < len(words) else None
    if frame.kind != "preposition" or frame.cue.verb.past != "تحدث" or name is None:
        return False
    after = words.at(name.end)
    return name.type == "person" and (after >= len(words) or words.mark(after))


def a_deed(frame: Frame, passage: Passage) -> bool:
    """Whether the verb of a headline, whose subject is not printed, is the noun spelled alike («كشف اللغز»)."""
    cue = frame.cue
    alike = cue.verb.past in MASDARS and cue.form.shape == "past" and cue.form.gender == "m"
    bare = frame.kind == "object" and frame.subject is None and not cue.object
    return passage.place == "title" and alike and bare


def held_before(words: Words, frame: Frame) -> bool:
    """Whether the word before a verb that addresses somebody holds its subject as a pronoun, so that whoever
    stands behind it is addressed («كما أنه طالب الحزب بـ»)."""
    cue = frame.cue
    ending = subject_pronoun(cue)
    behind = frame.subject is not None and frame.subject.first > cue.index
    if ending is None or not behind or "obj" not in cue.verb.takes or cue.conjunction:
        return False
    return words.norm[cue.index - 1] in ("ان" + ending, "لكن" + ending, "ولكن" + ending)


def points(words: Words, frame: Frame) -> bool:
    """Whether a bare demonstrative behind a verb that takes an object was read as its subject."""
    subject = frame.subject
    if subject is None or "obj" not in frame.cue.verb.takes or subject.last - subject.first > 1:
        return False
    return subject.first > frame.cue.index and words.norm[subject.first] in ("ذلك", "هذا")
