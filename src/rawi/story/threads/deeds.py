"""Which deed an undertaking is: the root of the word that heads its action.

An undertaking is told with verbs and with nouns («ستنسحب», «انسحاب», «سحب»); what they share is their
root. `skeleton` finds it nearly: prefixes of the imperfect and of the derived forms and weak letters go
(after light stemming: Larkey, Ballesteros & Connell 2002). It tells deeds apart; it is no dictionary.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import cache

from rawi.arabic.analysis import Token
from rawi.arabic.letters import fold
from rawi.lexicon.load import table
from rawi.readers.attribution.words import heads, masdar_like
from rawi.readers.undertakings.lexis import group
from rawi.story.states import states

_BETWEEN = frozenset({"على", "علي", "في", "ان", "من"})
_PARTICLES = frozenset({"لن", "سوف", "لا", "قد", "ان", "لم"})
_REFUSING = frozenset({"لن"})
NOT = "لا "  # before a deed that is refused
_FAR = 7  # tokens from a light word to the deed it speaks of
_WEAK = str.maketrans("", "", "اويءئؤ")


def deed_of(action: Sequence[Token], subject: Sequence[Token] = ()) -> str:
    """The deed that an action states, as one name for all its words; '' where none is clear.

    1. the first word, unless it says only how far a deed is («بدء», «تنفيذ», «إنهاء عملية …»)
    2. then the masdar in the subject («سحب القوات سيكتمل»), else one behind it; the end of a mission or
       a presence is a leaving
    """
    words = [t for t in action if t.kind == "word"]
    if words and words[0].norm in _REFUSING and len(words) > 1:
        deed = deed_of(words[1:], subject)
        return NOT + deed if deed else ""  # «لن تعقد» is another undertaking than «ستعقد»
    while words and words[0].norm in _PARTICLES:
        words = words[1:]
    if not words:
        return ""
    if not _light(words[0]):
        return _name(words[0])
    for token in itertools.takewhile(lambda t: t.norm not in _BETWEEN, subject):
        if token.kind != "word":
            continue
        if token.base in _presence():
            return _leaving()
        if _masdar(token):
            return _name(token)
    for k, (before, token) in enumerate(itertools.pairwise(words[:_FAR]), 2):
        if token.base in _presence():
            return _leaving()
        if _masdar(token) or (before.norm == "ان" and not _light(token)):
            return _name(token)
        governs = k < len(words) and words[k].definite
        if not (_light(token) or token.norm in _BETWEEN or token.definite or governs or states([token])):
            break  # «تعقد دول البحيرة الثلاث اجتماعا»: past the subject
    brought = (t for t in words[1:_FAR] if t.proclitics[-1:] == ("ب",) and _masdar(t))
    token = next(brought, None)
    return _name(token) if token is not None else ""  # «تقوم … بإخراج»


def _masdar(token: Token) -> bool:
    if _light(token) or token.base.endswith("يا"):
        return False
    if states([token]) or heads(token.norm, "body") or heads(token.norm, "human") or token.base in _presence():
        return False
    listed = token.base in group("deed") or token.base in group("met") or token.base in group("ballot")
    return listed or masdar_like(token.base)


def _light(token: Token) -> bool:
    return bool({token.stem, token.base, token.norm} & lights())


def _name(token: Token) -> str:
    word = token.base if token.definite else token.stem
    if not token.definite and word[-1:] == "ا" and word[:-1] in _classes():
        word = word[:-1]  # «اجتماعا»
    root = skeleton(word)
    named = _classes().get(word) or _classes().get(token.base)
    return named or _roots().get(root, root)


def skeleton(word: str) -> str:
    """A folded word without what derivation adds to its root.

    >>> {skeleton(w) for w in ("انسحاب", "تنسحب", "سحب")}, skeleton("استقبال"), skeleton("ينتقل")
    ({'سحب'}, 'قبل', 'نقل')
    """
    word = word[:-1] if word[-1:] == "ه" and len(word) > 3 else word
    if word[:1] in ("ي", "ت") and word[-2:] in ("ون", "وا") and len(word) > 5:
        word = word[:-2]
    verb = len(word) > 3 and (word[0] in "يت" or word[:2] in ("نن", "نت", "نس"))
    word = word[1:] if verb else word
    if word.startswith("است") and len(word) > 5:
        word = word[3:]
    elif word.startswith("ست") and verb and len(word) > 4:
        word = word[2:]
    elif word[:1] == "ا" and word[2:3] == "ت" and len(word) > 4:
        word = word[1] + word[3:]  # «انتقال»
    elif word.startswith("ان") and len(word) > 5:
        word = word[2:]  # «انسحاب»
    elif verb and word[1:2] == "ت" and len(word) > 3:
        word = word[0] + word[2:]  # «ينتقل»
    elif verb and word[:1] == "ن" and len(word) > 3:
        word = word[1:]  # «تنسحب»
    elif word[:1] == "ا" and len(word) > 3:
        word = word[1:]  # «إخراج»
    return word.translate(_WEAK) or word


@cache
def lights() -> frozenset[str]:
    """Folded words that say how far a deed is, not which it is."""
    return frozenset(fold(w) for row in table("thread_light") for w in row["words"].split())


@cache
def about() -> frozenset[str]:
    """The deeds that are about another one, and what «الالتزام بالاتفاق» names: to announce or decide a
    withdrawal is not to withdraw, nor is to keep a deal what is done with it."""
    return frozenset(map(_of, (*group("kept"), "إعلان", "قرار", "رفض", "موقف")))


@cache
def recurring() -> frozenset[str]:
    """The deeds that are done again and again: meetings, talks, visits, votes."""
    return frozenset(map(_of, group("met") | group("ballot")))


def _of(word: str) -> str:
    """The deed that a printed noun names."""
    folded = fold(word)
    root = skeleton(folded)
    return _classes().get(folded) or _roots().get(root, root)


@cache
def _presence() -> frozenset[str]:
    return frozenset(fold(w) for w in ("مهمة", "مهام", "دور", "وجود", "تواجد"))


def _leaving() -> str:
    return _classes()[fold("انسحاب")]


@cache
def _classes() -> dict[str, str]:
    """Word -> the first word of its row; the first row that has it counts."""
    out: dict[str, str] = {}
    for row in table("thread_words"):
        first, *_ = listed = [fold(w) for w in row["words"].split()]
        for word in listed:
            out.setdefault(word, first)
    return out


@cache
def _roots() -> dict[str, str]:
    """The same of the skeletons of three letters and more, which are no words («تصل», of «تتواصل»)."""
    out: dict[str, str] = {}
    for word, first in _classes().items():
        if len(root := skeleton(word)) > 2:
            out.setdefault(root, first)
    return out
