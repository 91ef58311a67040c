"""Arabic names in Latin letters, for readers of English.

The scheme, in order:

1. a word with a common English spelling has that (lexicon/romanization.tsv: محمد Mohammed);
2. ال is written al- (Al- at the start) and never assimilated; بن bin, أبو Abu, عبد ال… Abdul/Abdel as
   listed, آل Al;
3. letters as English newspapers write them: ث th, ج j, ح h, خ kh, ذ dh, ش sh, ص s, ض d, ط t, ظ z, غ gh,
   ق q, و w or ou, ي y or i; hamza and ع are not written; «تش» ch and «نغ» ng, one foreign sound each;
4. short vowels that the script leaves out: none is guessed inside a word's first syllable but «a», put
   between two consonants that would open a word and between three in a row.

The result is a reading aid: it cannot be turned back into Arabic letters, and the Arabic stays beside it.

    >>> romanize("محمد الدليمي")
    'Mohammed al-Dulaimi'
    >>> romanize("وزارة النقل")
    'Wazara al-Naql'
    >>> romanize("دوتشي بايونغ")
    'Duchi Bayung'
"""

from __future__ import annotations

import re
from functools import cache

from rawi.arabic.letters import fold
from rawi.lexicon import load

_LETTERS = {
    "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh",
    "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a", "غ": "gh",
    "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y", "ء": "",
    "تش": "ch", "نغ": "ng",
}  # fmt: skip
_VOWELS = "aeiou"
_UNITS = re.compile("تش|نغ|.", re.DOTALL)


@cache
def _common() -> dict[str, str]:
    return {fold(row["name"]): row["latin"] for row in load.table("romanization")}


def romanize(name: str, person: bool = True) -> str:
    """`name` in Latin letters; what is not Arabic stays as it is. Any string is accepted."""
    words = re.findall(r"\S+", name)
    out: list[str] = []
    i = 0
    while i < len(words):
        pair = _common().get(fold(" ".join(words[i : i + 2]))) if i + 1 < len(words) else None
        if pair:
            out.append(pair)
            i += 2
            continue
        out.append(_word(words[i]))
        i += 1
    text = " ".join(w for w in out if w)
    return text[:1].upper() + text[1:]


def familiar(word: str) -> bool:
    """Whether a word, with or without its article, has a common English spelling."""
    folded = "".join(c for c in fold(word) if c.isalnum())
    return folded in _common() or folded.removeprefix("ال") in _common()


def _word(word: str) -> str:
    folded = "".join(c for c in fold(word) if c.isalnum())
    if not folded or not any("\u0621" <= c <= "\u064a" for c in folded):
        return word.strip("\"'«»“”،,.()")
    common = _common().get(folded)
    if common:
        return common
    if word.lstrip("\"'«»“”(").startswith("ال") and folded.startswith("ال") and len(folded) > 3:
        return "al-" + (_common().get(folded[2:]) or _letters(folded[2:], word).capitalize())
    return _letters(folded, word).capitalize()


def _letters(folded: str, printed: str) -> str:
    ends_open = printed.rstrip("\"'«»“”،,.()").endswith("ة")
    body = folded[:-1] if ends_open and folded.endswith("ه") else folded
    units = _UNITS.findall(body)
    sounds: list[str] = []
    for k, letter in enumerate(units):
        sound = _LETTERS.get(letter, letter)
        before = sounds[-1] if sounds else ""
        after = units[k + 1] if k + 1 < len(units) else ""
        if letter == "و" and k and before[-1:] not in _VOWELS and after not in "اوي":
            sound = "u" if after else "o"
        elif letter == "و" and k and before[-1:] not in _VOWELS and not after:
            sound = "o"
        elif letter == "ي" and k and after not in ("ا", "و"):
            sound = "i"
        if sound == "a" and before.endswith("a"):
            continue
        if before and before[-1] not in _VOWELS and sound and sound[0] not in _VOWELS:
            earlier = sounds[-2][-1:] if len(sounds) > 1 else ""
            if earlier not in _VOWELS or not earlier:
                sounds.append("a")
        sounds.append(sound)
    return "".join(sounds) + (
        "a" if ends_open and not (sounds and sounds[-1].endswith("a")) else ""
    )
