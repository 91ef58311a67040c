"""The walk from a reporting verb to its content: where it stands, what it has passed, what it may pass.

What it passes on its way and is no part of the report: asides, occasions with a clause of their own, names
for somebody («من وصفتهم بـ"…"»), a number as subject, punctuation.
"""

from __future__ import annotations

from dataclasses import dataclass

from rawi.readers.attribution.apposition import aside_end, closing
from rawi.readers.attribution.chunk import noun_phrase
from rawi.readers.attribution.cues import Cue, read_word
from rawi.readers.attribution.nouns import Phrase, starts_phrase
from rawi.readers.attribution.objects import with_pronoun
from rawi.readers.attribution.opening import Frame
from rawi.readers.attribution.words import Words, group, heads, masdar_like

GLOSS = 20  # tokens of «وهو …،» behind a subject
_HUNDREDTHS = frozenset({"الميه", "المايه", "المئه", "ميه", "مايه", "مئه"})
_PASSING = frozenset({"غداه", "عقب", "اثر", "بعد", "قبيل", "بعيد"})
_POINTED = frozenset({"ذلك", "هذا"})
# «وصف القرار بأنه…»: the object belongs to what is said of it
_DESCRIBING = frozenset({"وصف", "فسر", "علل", "برر"})
_TELLING = frozenset({"أبلغ", "أخطر"})  # whoever is told stands before the clause


@dataclass(slots=True)
class Walk:
    """Token `j` of the walk from `cue`, and what has been passed; `stop` is where it must end."""

    words: Words
    cue: Cue
    stop: int
    limit: int
    j: int = 0
    over: bool = False  # nothing more to be found
    subject: Phrase | None = None
    preverbal: bool = False
    unread: bool = False  # a word stood where the subject stands and was not understood
    phrases: int = 0  # noun phrases passed that no preposition governs
    subordinate: bool = False  # inside a relative or adverbial clause
    prepositional: bool = False  # inside a prepositional phrase
    object: int | None = None  # where the first noun phrase behind the subject begins
    issued: int = 0  # behind the clause that tells who issued the document that speaks

    def __post_init__(self) -> None:
        self.j = self.cue.index + 1

    @property
    def finite(self) -> bool:
        return self.cue.form.shape != "participle"

    def hyphened(self) -> bool:
        """Whether the present token goes on with a word over a hyphen («كيم يونغ-ان»)."""
        tokens, j = self.words.tokens, self.j
        return tokens[j - 1].text == "-" and tokens[j - 1].end == tokens[j].start

    def near(self) -> bool:
        """Whether a clause is close enough to a verb that has other lives."""
        passed = (
            self.subject.last
            if self.subject is not None and not self.preverbal
            else self.cue.index + 1
        )
        passed = max(passed, self.issued)
        if self._occasion_between(passed):
            return True
        if self.j - passed <= 1 or self.words.norm[self.j - 1] in group("saying"):
            return True
        if self.cue.verb.past in _TELLING and self.cue.form.shape == "past":
            return True
        start = self.words.is_(passed, "preposition", "time", "adverb") or self.words.mark(passed)
        return start and self.j - passed <= 12

    def _occasion_between(self, passed: int) -> bool:
        """Whether an occasion between commas is all that stands behind token `passed` («وزاد الوزير، ضمن
        ندوة صحافية عقدت أمس، أن»)."""
        words = self.words
        if words.norm[passed] not in "،," or words.norm[self.j - 1] not in "،,":
            return False
        return words.is_(passed + 1, "brings") and heads(words.norm[passed + 2], "occasion")

    def governed(self) -> bool:
        """Whether the present token belongs to a prepositional phrase."""
        words, j = self.words, self.j
        before = words.norm[j - 1]
        if j - 1 == self.cue.index:
            return False  # the verb «عبر» is spelled like a preposition
        if before in ("ل", "ب", "ك"):
            return True  # «لـCNN»
        charged = heads(words.norm[j], "proposed") and words.definite(j) and words.definite(j - 1)
        if charged and self.cue.verb.act == "deny" and self.subject is not None:
            return False  # «أنكر المتهم في الجلسة التهم المنسوبة إليه»
        if before in _POINTED and not words.definite(j):
            return False  # «أعلنت قبل ذلك استدعاء سفيرها»
        told_in = heads(words.norm[j - 2], "occasion") and not words.definite(j - 1)
        told_in = told_in and words.norm[j] not in group("issued")
        if told_in and before.endswith(("ي", "يه", "مشترك")) and masdar_like(words.norm[j]):
            return False  # «أعلنا في مؤتمر صحفي تأجيل البيع»
        if words.is_(j - 1, "preposition"):
            pronoun = before[-1:] == "ه" and before not in _PASSING  # «غداة»
            return not pronoun and not words.is_(j - 1, "with_pronoun")
        if not self.prepositional or with_pronoun(words, j - 1):
            return self.prepositional and words.definite(j)  # «على لسان متحدثها الرسمي»
        name = words.name[j]
        apposed = name is not None and name.type == "place" and words.core[j] == words.norm[j]
        return apposed or words.definite(j) or not words.definite(j - 1)  # «في العاصمة اللبنانية بيروت»


def described_occasion(walk: Walk) -> int | None:
    """Step 4 at «في مقابلة نشرتها الوكالة أمس،»: the index where its relative clause ends, or None.

    An indefinite noun takes a relative clause without a relative pronoun; the pronoun on its verb gives
    it away. What stands in the clause is no part of the report.
    """
    words, j = walk.words, walk.j
    if not words.is_(j, "brings") or j + 3 >= walk.stop or not heads(words.norm[j + 1], "occasion"):
        return None
    verb = words.tokens[j + 2]
    if verb.enclitic not in ("ه", "ها") or verb.definite or len(verb.stem) < 3:
        return None
    for k in range(j + 3, min(walk.stop, j + 16)):
        quote = words.quote[k]
        ends = words.norm[k] in "،,:" or words.norm[k] in group("complementizer")
        if ends or (quote is not None and words.spoken(quote)):
            return k
    return None


def glossed(walk: Walk) -> int | None:
    """Step 4 at «وهو ضابط في الجيش،» straight behind the subject: the index behind its comma, or None."""
    words, j, subject = walk.words, walk.j, walk.subject
    if words.norm[j] not in ("وهو", "وهي", "وهم") or subject is None or subject.last != j:
        return None
    for k in range(j + 1, min(walk.stop, j + GLOSS)):
        if words.norm[k] in "،,":
            return k + 1
        if words.norm[k] == ":" or words.quote[k] is not None or words.is_(k, "complementizer"):
            return None
    return None


def past_report(walk: Walk) -> int | None:
    """Step 1 at «غداة إعلان موسكو أنها …، إن»: the index of the verb's own complementizer, behind a report told
    with a noun in passing; None where there is none."""
    words, j = walk.words, walk.j
    passing = range(walk.cue.index + 1, j - 1)
    if not any(words.norm[k] in _PASSING and masdar_like(words.norm[k + 1]) for k in passing):
        return None
    behind = range(j + 1, walk.limit - 1)
    return next(
        (k + 1 for k in behind if words.norm[k] in "،," and words.norm[k + 1] in ("ان", "انه", "انها")), None
    )


def so_called(walk: Walk) -> int | None:
    """Step 4 at «من وصفتهم بـ"…"»: the index behind the quotation, which is a name for somebody."""
    words, j = walk.words, walk.j
    if words.norm[j] not in ("من", "ما") or j + 2 >= walk.stop:
        return None
    if not read_word(words.norm[j + 1])[2]:
        return None
    for k in range(j + 2, min(j + 5, walk.stop)):
        quote = words.quote[k]
        if quote is not None and not words.spoken(quote):
            return words.at(quote.outer_end)
    return None


def counted(walk: Walk) -> bool:
    """Step 4 at a number straight after the verb: «أعلنت 24 دولة…»; True where it was the subject."""
    words, j = walk.words, walk.j
    if not walk.finite or words.timed(j):
        return False
    share = _share_end(words, j + 1, walk.stop)
    if share is not None:
        walk.subject, walk.phrases, walk.j = Phrase(j, share, "human"), 1, share
        return True
    if not starts_phrase(words, j + 1):
        return False
    phrase = noun_phrase(words, j + 1, walk.stop, walk.cue.verb)
    if phrase is None or phrase.kind not in ("human", "body"):
        return False
    walk.subject, walk.phrases, walk.j = Phrase(j, phrase.last, phrase.kind), 1, phrase.last
    return True


def of_each(walk: Walk) -> bool:
    """Step 4 at «كل من فلان وفلان», «كلا الطرفين» straight after the verb; True where it was the subject."""
    words, j = walk.words, walk.j
    both = words.norm[j] in ("كلا", "كلتا")
    if not walk.finite or walk.subject is not None or not (both or words.norm[j + 1] == "من"):
        return False
    phrase = noun_phrase(words, j + 1 if both else j + 2, walk.stop, walk.cue.verb)
    if phrase is None or not phrase.speaks:
        return False
    walk.prepositional = False
    walk.subject, walk.phrases, walk.j = Phrase(j, phrase.last, phrase.kind), 1, phrase.last
    return True


def _share_end(words: Words, i: int, stop: int) -> int | None:
    """Index behind «في المئة من الناخبين», «بالمئة», «%» at token `i`, or None."""
    if i + 1 < stop and words.norm[i] == "في" and words.norm[i + 1] in _HUNDREDTHS:
        last = i + 2
    elif i < stop and (words.norm[i] in "%٪" or words.norm[i].removeprefix("ب") in _HUNDREDTHS):
        last = i + 1
    else:
        return None
    of = last + 1 if last < stop and words.norm[last] == "من" else last
    phrase = noun_phrase(words, of, stop)
    if phrase is not None and (of > last or phrase.kind == "human"):
        last = phrase.last
    return last


def pass_mark(walk: Walk) -> None:
    """Step 4 at punctuation: a comma ends an aside; a participle does not reach over one. A name in
    brackets straight after the verb is its subject."""
    if walk.words.norm[walk.j] == "(" and walk.j == walk.cue.index + 1 and walk.finite:
        after = closing(walk.words, walk.j, walk.stop)
        if after is not None and after - walk.j <= 5:
            walk.subject, walk.phrases, walk.j = Phrase(walk.j, after, "name"), 1, after
            return
    norm = walk.words.norm[walk.j]
    aside = aside_end(walk.words, walk.j, walk.stop, about=walk.subject is not None)
    if aside is not None:
        walk.subordinate = walk.prepositional = False
        walk.j = aside
        return
    far = not walk.finite and norm in "،," and walk.j - walk.cue.index > 6
    far = far and not _told_in(walk)
    joined = walk.words.stop[walk.j] != walk.j + 1 and norm == "."  # «سي.إن.إن»
    initial = (norm == "." and len(walk.words.norm[walk.j - 1]) <= 2) or joined  # «د. فلان»
    walk.over = (norm in ".!؟?؛;" and not initial) or far
    walk.subordinate = walk.prepositional = False
    walk.j += 1


def _told_in(walk: Walk) -> bool:
    """Whether nothing but an occasion stands between a participle and the comma behind which its clause opens
    («موضحا في اتصال هاتفي مع الصحيفة، أن»)."""
    words, i = walk.words, walk.cue.index
    told = words.is_(i + 1, "brings") and heads(words.norm[i + 2], "occasion")
    return told and walk.j + 1 < walk.stop and words.is_(walk.j + 1, "complementizer")


def joined_addressee(walk: Walk) -> bool:
    """Whether the quotation at the present token joins others to whom the verb calls on, who stands straight
    before it: who calls is hidden («طالب الحزب "وكافة الأطراف عدم الانخراط"»)."""
    words, j, subject = walk.words, walk.j, walk.subject
    straight = subject.last == j > walk.cue.index if subject is not None else walk.object is not None
    if not straight or walk.phrases > 1 or walk.preverbal:
        return False
    if walk.cue.verb.act != "demand" or "obj" not in walk.cue.verb.takes or j + 1 >= len(words):
        return False
    joined = words.core[j + 1] != words.norm[j + 1] and words.norm[j + 1][0] == "و"
    return joined and heads(words.core[j + 1], "others", conjunction=False)


def described(walk: Walk, frame: Frame) -> int | None:
    """Where the content of a verb of describing begins: at its object («وصف القرار بأنه…»), if printed."""
    if walk.cue.verb.past not in _DESCRIBING or walk.cue.object or frame.kind == "quote":
        return None
    if frame.subject is None and walk.subject is not None and not walk.preverbal:
        return walk.subject.first
    return walk.object


def headed(words: Words, colon: int) -> int | None:
    """Index behind the heading that a colon opens («في خبر بعنوان: "…"، إن»), or None where it opens speech."""
    if not heads(words.norm[colon - 1].removeprefix("ب"), "headed"):
        return None
    quote = words.quote[min(colon + 1, len(words) - 1)]
    return words.at(quote.outer_end) if quote is not None else colon + 1


def judged_in_marks(walk: Walk) -> bool:
    """Whether the quotation at the present token is what somebody holds a thing for, the thing being a pronoun
    on the verb («فاعتبرته "غير متوازن"»)."""
    cue = walk.cue
    judged = cue.object and "pronoun" in cue.verb.traits and "np" in cue.verb.takes
    judged = judged and not walk.words.is_(cue.index - 1, "relative")  # «والتي اعتبرتها "…"»
    return bool(judged) and walk.finite and walk.subject is None and walk.j == cue.index + 1


def strays(walk: Walk) -> bool:
    """Whether «بأن» hangs on a word on the way and not on the verb, which does not take it
    («تقول المرأة التي عرف عنها بأنها… إنها»)."""
    words, j, verb = walk.words, walk.j, walk.cue.verb
    if words.norm[j] == "ان" and walk.phrases > 1 and "obj" not in verb.takes:
        return words.norm[j - 1][0] == "ي" and words.name[j - 1] is None  # «في لقاء يستحق أن»
    if not words.norm[j].startswith("بان") or verb.takes & {"ب", "ب+an", "obj"}:
        return False
    return walk.subordinate or walk.phrases > 1
