"""What is spelled like a reporting verb and is none: nouns, adjectives, prepositions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rawi.readers.attribution.conjugate import Form
from rawi.readers.attribution.words import Words, group, heads, masdar_like

if TYPE_CHECKING:
    from rawi.readers.attribution.cues import Verb

CLAUSE = 8  # tokens of a subject between «أن» and its predicate
MASDARS = frozenset(
    {"وصف", "طلب", "وعد", "نقل", "ذكر", "شرح", "كشف", "رفض"}
)  # pasts spelled like their nouns
_TOLD = frozenset({"say", "affirm"})
_SAYING_SO = frozenset({"قايلا", "قايله", "قايلين", "قايلتين"})


def no_verb_here(words: Words, i: int, form: Form) -> bool:
    """Whether the word before makes a noun or adjective of it: «49 متهما», «كان مؤكدا», «إدانة طالب»."""
    before = words.norm[i - 1]
    if form.shape == "present":
        return before in ("لكي", "كي", "حتي")
    if form.shape == "participle":
        if words.norm[i] in _SAYING_SO:
            return False  # «رفضت الطلب من قبل قائلة إنها…»
        if words.core[i].startswith("متهم") and words.is_(i + 1, "preposition"):
            return True  # «سراح متهمين في…»
        if words.core[i] == "متهمين" and not words.mark(i - 1):
            return True  # «ثمانية رجال متهمين بـ»
        if words.is_(i - 1, "preposition") and not words.is_(i - 1, "with_pronoun"):
            return words.core[i] == words.norm[i]  # «إلى مطالبة السكان»
        if form.gender == "f" and (_qualifies(words, i) or _threatened(words, i)):
            return True
        return before[0].isdigit() or words.core[i - 1] in (
            "كان",
            "كانت",
            "ليس",
            "ليست",
            "يكون",
            "بات",
        )
    if form.shape == "past" and form.number == "s" and form.gender == "m":
        return words.core[i] != "قال" and (
            masdar_like(before)
            and words.norm[min(i + 1, len(words) - 1)] not in ("فيها", "فيه")
            and not words.is_(i - 1, "complementizer")
            and not words.definite(i - 1)
            and words.core[i] == words.norm[i]
            and (words.name[i - 1] is None and not words.timed(i - 1))
        )
    return False


def _qualifies(words: Words, i: int) -> bool:
    """Whether a feminine participle is the adjective of an indefinite noun before it («حالات مؤكدة في…»)."""
    before, following = words.norm[i - 1], words.norm[min(i + 1, len(words) - 1)]
    if words.definite(i - 1) or words.name[i - 1] is not None or not before.endswith(("ه", "ات")):
        return False
    if words.tokens[i - 1].proclitics or words.is_(i - 1, "adverb"):
        return False  # «بشدة واصفة»
    if words.tokens[i - 1].text[-1] == "ه" or heads(before, "human") or words.timed(i - 1):
        return False
    return not (following in group("complementizer") or following == ":" or following[0] in '"«“')


def _threatened(words: Words, i: int) -> bool:
    """Whether «مهددة بـ», «مطالبة بـ» is the passive participle, a predicate («الصناعة مهددة بالانقراض», «أن
    الدولة بكل مؤسساتها مطالبة بـ»)."""
    if words.norm[i] == "مطالبه":
        k = i - 1
        while k > i - CLAUSE and (
            words.definite(k) or words.name[k] is not None or words.tokens[k].enclitic
            or words.is_(k, "preposition") or words.norm[k] in ("بكل", "كل")
        ):  # fmt: skip
            k -= 1
        return k < i - 1 and words.is_(k, "complementizer")
    return words.norm[i] == "مهدده" and not words.mark(i - 1)


def noun_here(words: Words, i: int, verb: Verb, form: Form) -> bool:
    """Whether what follows makes a noun of it («رد فعل»), a preposition («عقب لقائه»), or no verb of speech
    («يبلغ من العمر»)."""
    if i + 1 >= len(words):
        return False
    following, name = words.norm[i + 1], words.name[i + 1]
    one = form.shape == "past" and form.gender == "m" and form.number == "s"
    if verb.past in MASDARS and one and i > 1 and words.norm[i] == form.word:
        construct = words.tokens[i - 1].kind == "word" and not words.definite(i - 1)
        construct = construct and not words.tokens[i - 1].enclitic  # «من جانبه رفض»
        led = words.is_(i - 2, "preposition") or (
            "ب" in words.tokens[i - 1].proclitics and not words.is_(i + 1, "with_pronoun")
        )
        if construct and words.name[i - 1] is None and led:
            return True  # «إلى حد وصف المنزل», «بفعل طلب قوي»
    if verb.past == "طلب" and following == "عدم" and i + 2 < len(words):
        return heads(words.norm[i + 2], "withholding")  # «مصدر طلب عدم نشر اسمه»
    if verb.past == "أقر" and form.gender == "f":
        return words.tokens[i].text[-1] == "ه"  # «ومقره لندن»
    if verb.past == "دان":
        here = words.name[i]
        acre = words.norm[i] == "فدان"
        return acre or (here is not None and here.type == "person")  # «دانا»
    if verb.past == "ذكر" and form.shape == "present" and words.is_(i + 1, "preposition"):
        return any(words.norm[k] == "لا" for k in range(max(0, i - CLAUSE), i))  # «لا أضرار تذكر في»
    if verb.past == "رد":
        return following.startswith(("فعل", "الفعل"))
    if words.core[i] == "عبر" and form.shape == "past":
        return heads(following, "channel") or heads(following, "occasion")
    if verb.past == "ثمّن":
        return form.shape == "past" and form.gender == "m" and not _subject_behind(words, i)
    if verb.past == "أمل" and form.shape == "past" and form.gender == "m" and form.number == "s":
        party = words.norm[i - 1].endswith("حركه") or words.mark(i + 1)
        return party or "ب" in words.tokens[i + 1].proclitics  # «حزب الله وأمل بالسلاح»
    if verb.past == "أبلغ":
        return following == "من"
    if verb.past == "ادعى" and form.shape == "present":
        return words.tokens[i].text[-1] == "ى"  # «ويدعى فلان»
    if verb.past == "عقب" and form.shape == "past":
        person = name is not None and name.type == "person"
        return not (person or following in ("علي", "قايلا") or heads(following, "human"))
    return False


def _subject_behind(words: Words, i: int) -> bool:
    """Whether the word opens its clause and a person or title follows («وثمّن الوزير»); else it is «ثمن»."""
    opens = i == 0 or words.stop[i - 1] != words.stop[i]
    opens = opens or words.mark(i - 1) or words.is_(i - 1, "clause", "adverb")
    opens = opens or words.norm[i - 1].startswith(("جانب", "جهت"))  # «ومن جهته ثمن الوزير»
    name = words.name[i + 1]
    person = name is not None and name.type == "person"
    return opens and (person or (words.definite(i + 1) and heads(words.norm[i + 1], "human")))


def after_an(words: Words, i: int, form: Form, verb: Verb) -> bool:
    """Whether the word stands after أن so that it reports nothing: a verb of intent («قرر أن يكشف»), or a
    noun («بأن وصف الدعم…»). After «سبق أن» and «بعد أن» a perfect does report."""
    if words.norm[i - 1] not in ("ان", "بان"):
        return False
    before = words.core[i - 2] if i > 1 else ""
    if form.shape == "present":
        apart = i > 3 and words.norm[i - 3] in "،," and verb.sure == "strong" and verb.act in _TOLD
        return before != "قبل" or not (apart or "onward" in verb.traits)  # «، قبل أن يوضح أن»
    return form.shape == "past" and before not in ("سبق", "بعد", "منذ", "الي", "حتي", "رغم")
