"""Whether a form that tells an event as a verb is one where it stands."""

from __future__ import annotations

from rawi.readers.attribution.words import Words, heads
from rawi.readers.happenings import roles
from rawi.readers.happenings.draft import Stretch
from rawi.readers.happenings.lexis import Telling, nouns, verbs
from rawi.readers.happenings.parting import nominative
from rawi.readers.happenings.sides import vowelled_passive

_HAMZAS = frozenset("أؤئ")


def form_of(words: Words, i: int) -> str:
    """The verb without a pronoun written onto it, where what it stands for is named («التي قصفتها»)."""
    token = words.tokens[i]
    if token.enclitic and i and words.is_(i - 1, "relative"):
        return words.core[i].removesuffix(token.enclitic)
    core = words.core[i]
    if core not in verbs() and core[0] in "وف" and core == words.norm[i] and (
        len(core) > 5 or "\u0651" in token.text
    ):
        return core[1:]  # «واختتمت»: a form that no list of words holds
    return core


def as_printed(words: Words, telling: Telling, i: int) -> bool:
    """Whether a hamza within the verb is printed: «هنا» (here) and «بدا» (seemed), once folded, are spelled
    like «هنأ» and «بدأ»."""
    return not _HAMZAS.intersection(telling.word[1:]) or bool(
        _HAMZAS.intersection(words.tokens[i].text[1:])
    )


def verbal(words: Words, telling: Telling, i: int, last: int, thing: int) -> bool:
    """Whether a form that is also a noun is a verb here: its vowels are printed, or a day, a number or a
    person follows at once."""
    j = i + 1
    while j < last and words.is_(j, "with_pronoun"):
        j += 1  # «قتل فيها 14 عنصرا»
    if j >= last or words.mark(j):
        return False
    if vowelled_passive(words, i) or "\u0651" in words.tokens[i].text:
        return True
    name = words.name[j]
    if words.timed(j) or words.tokens[j].kind == "number" or words.is_(j, "quantity", "pointing"):
        return True
    opens = i == 0 or words.stop[i - 1] != words.stop[i]
    if opens and not words.definite(j) and (words.tokens[j].base in nouns() or j == thing):
        return True  # «عقد اجتماع …» at the head of a sentence
    if opens and thing > j and (words.is_(j, "preposition") or roles.acts(words, j)):
        return True  # «عقد خلال زيارته لقاءات», «وجه القضاء اتهاما»
    meets = thing > j or telling.type == "CONSULT"
    if opens and meets and words.definite(j) and heads(words.norm[j], "human"):
        return True  # «بحث الوزير مع …»
    if name is not None:
        return name.type != "place" and words.core[i - 1 : i] != ["و"]
    if nominative(words, j):
        return True
    return words.core[i] != words.norm[i] and (
        heads(words.norm[j], "human") or heads(words.norm[j], "body")
    )


def told_of(words: Words, subject: Stretch, i: int, last: int) -> bool:
    """Whether a form that is also a noun is the verb of the definite, masculine subject before it, which
    governs no noun: «كان الجيش قصف القرية»."""
    if not words.definite(subject[1] - 1):
        return False
    if subject[0] > 0 and words.core[subject[0] - 1] == "كان":
        return i + 1 < last  # «كان القضاء حظر جماعة …»
    if words.norm[subject[0]].endswith(("ه", "ات", "ان", "ون", "ين")) or i + 1 >= last:
        return False
    return words.definite(i + 1) or words.tokens[i + 1].kind == "number"
