"""A deed under one key, whether a verb or its verbal noun tells it: «غادر», «سيغادر», «مغادرة».

The key is the perfect as far as the letters show it, without a leading alef, without the vowel of a hollow
verb and without a weak last letter. Verbal nouns go back to their verbs by the regular patterns (Wright, A
Grammar of the Arabic Language, I §§ 195-203). Different verbs may share a key (خرج, أخرج): it says that two
words may tell one deed, and the words around them must say the rest.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rawi.arabic.letters import fold
from rawi.arabic.words import Token
from rawi.lexicon import table

_LEAST = 2  # letters of a key
_NOUNS = tuple(
    (re.compile(pattern), made)
    for pattern, made in (
        (r"^(ا.+)ا(.)$", r"\1\2"),  # استخدام، انسحاب، اتهام، إرسال
        (r"^(ا.+)اء$", r"\1ي"),  # انتهاء، إخلاء، اختفاء
        (r"^(ا.*)ا(.)ه$", r"\1ا\2"),  # استقالة، إقالة، إدانة
        (r"^ت(..)ي(.)$", r"\1\2"),  # تنفيذ، تسميم
        (r"^ت(...)ه$", r"\1"),  # تسوية، تصفية
        (r"^م(.ا..)ه$", r"\1"),  # مغادرة، مهاجمة
        (r"^م(.ا)(?:ا)ه$", r"\1"),
        (r"^م(...)$", r"\1"),  # مقتل
        (r"^(..)و(.)$", r"\1\2"),  # هجوم، دخول
        (r"^(..)ا(.)ه$", r"\1\2"),  # زيارة
    )
)
_PAST = ("تا", "وا", "نا", "ت", "ن", "ا")
_PRESENT = ("ون", "وا", "ان", "ين", "ا", "ن")


def deeds_of_verb(token: Token) -> frozenset[str]:
    """The keys of a word read as a finite verb; none where it cannot be one."""
    if token.kind != "word" or token.definite or set(token.proclitics) & set("بك"):
        return frozenset()
    return _verb(token.stem or token.norm)


def deeds_of_noun(token: Token) -> frozenset[str]:
    """The keys of a word read as a verbal noun."""
    if token.kind != "word":
        return frozenset()
    return _noun(token.base or token.norm)


@lru_cache(maxsize=100_000)
def _verb(word: str) -> frozenset[str]:
    found = {word}
    found.update(word[: -len(e)] for e in _PAST if word.endswith(e))
    if word[:1] == "س" and word[1:2] in tuple("ينات"):
        word = word[1:]  # «سنرفع»
    if word[:1] in tuple("يتنا"):
        rest = word[1:]
        found.add(rest)
        found.update(rest[: -len(e)] for e in _PRESENT if rest.endswith(e))
    return frozenset(_one().get(k, k) for k in map(_key, found) if len(k) > _LEAST)


@lru_cache(maxsize=100_000)
def _noun(word: str) -> frozenset[str]:
    return frozenset(_one().get(k, k) for k in _keys_of_noun(word))


def _keys_of_noun(word: str) -> list[str]:
    found = [pattern.sub(made, word) for pattern, made in _NOUNS if pattern.match(word)]
    if not found and not word.endswith("ه"):
        found = [word]  # قتل، قصف: spelled as the verb is
    return [k for k in map(_key, found) if len(k) > _LEAST]


@cache
def _one() -> dict[str, str]:
    """The key of a deed -> that of the first word of its row in conflict_same.tsv."""
    found: dict[str, str] = {}
    for row in table("conflict_same"):
        if row["class"] == "deed":
            keys = [k for w in row["words"].split() for k in _keys_of_noun(fold(w))]
            for key in keys:
                found.setdefault(key, keys[0])
    return found


def _key(word: str) -> str:
    if word[:1] == "ا":
        word = word[1:]
    if len(word) > _LEAST and word[-1] in "ياوءه":
        word = word[:-1]
    elif len(word) > _LEAST and word[-2] in "اوي":
        word = word[:-2] + word[-1]
    return "~" + word
