"""Names written in Latin letters meet the names of the story: «al-Sudani» and «السوداني».

Arabic writes few vowels and Latin spellings of Arabic names disagree about them, so both sides are
reduced to the consonants that every spelling keeps, in classes of sounds that romanizations confuse
(the idea of Soundex, with classes for Arabic).
"""

from __future__ import annotations

import re
import threading
from collections import defaultdict
from difflib import SequenceMatcher

from rawi.store.sqlite import Store

_ARABIC = {
    "ب": "b", "پ": "b", "ت": "t", "ط": "t", "ث": "t", "ج": "j", "چ": "j", "غ": "g", "ق": "k", "ك": "k",
    "ح": "h", "ه": "", "خ": "x", "د": "d", "ض": "d", "ذ": "d", "ر": "r", "ز": "z", "ظ": "z", "س": "s",
    "ص": "s", "ش": "S", "ف": "f", "ڤ": "f", "ل": "l", "م": "m", "ن": "n", "و": "", "ي": "", "ا": "", "ع": "",
}  # fmt: skip
_SOUNDS = defaultdict(str, str.maketrans(_ARABIC))  # what is no letter of these makes no sound
_LATIN = (
    ("x", "ks"), ("kh", "x"), ("gh", "g"), ("sh", "S"), ("ch", "S"), ("th", "t"), ("dh", "d"),
    ("ph", "f"), ("ck", "k"), ("q", "k"), ("c", "k"), ("v", "f"), ("p", "b"),
)  # fmt: skip
_VOWELS = {
    "و": "u",
    "ي": "i",
    "ا": "a",
    "ج": "j",
    "ش": "sh",
    "خ": "kh",
    "غ": "gh",
    "ه": "h",
    "ح": "h",
}
LEAST_CLOSE, NEAR_BEST = 0.6, 0.1  # likeness (difflib) of the spelling with its long vowels
LEAST = 2  # consonants: fewer and every second name would meet

_kept: dict[str, tuple[int, dict[str, set[str]]]] = {}
_guard = threading.Lock()


def skeleton_of_arabic(word: str) -> str:
    """The consonant classes of a folded Arabic word, doubled ones once."""
    return _once(word.removeprefix("ال").translate(_SOUNDS))


def skeleton_of_latin(word: str) -> str:
    """The consonant classes of a word in Latin letters; an article in front is left out."""
    word = re.sub(r"^(?:al|el|as|ad|ar|an|at|az)-", "", word.casefold())
    for spelling, sound in _LATIN:
        word = word.replace(spelling, sound)
    word = re.sub(r"h$", "", word)
    return _once(re.sub(r"[^bdfgjklmnrstzxSh]", "", word))


def _once(sounds: str) -> str:
    return re.sub(r"(.)\1+", r"\1", sounds)


def meet(store: Store, word: str) -> tuple[str, ...]:
    """The words of the story's names (folded, without ال) that a word in Latin letters may spell: those with
    its consonants, and of them the ones whose long vowels fit best."""
    wanted = skeleton_of_latin(word)
    if len(wanted) < LEAST:
        return ()
    plain = re.sub(r"^(?:al|el|as|ad|ar|an|at|az)-", "", word.casefold())
    close = {
        w: SequenceMatcher(None, plain, _spoken(w)).ratio() for w in _index(store).get(wanted, ())
    }
    best = max(close.values(), default=0.0)
    return tuple(sorted(w for w, c in close.items() if c >= LEAST_CLOSE and c >= best - NEAR_BEST))


def _spoken(word: str) -> str:
    """A folded Arabic word letter by letter in Latin ones, long vowels kept."""
    return "".join(_VOWELS.get(c) or _ARABIC.get(c, "") for c in word.removeprefix("ال")).lower()


def _index(store: Store) -> dict[str, set[str]]:
    """Skeleton -> the words in the story's names, from memory while the story is the same."""
    name = str(store.path.resolve())
    version = store.one("SELECT max(n) FROM records") or 0
    with _guard:
        held = _kept.get(name)
        if held is not None and held[0] == version:
            return held[1]
        names = store.rows(
            "SELECT DISTINCT name_key FROM records WHERE kind IN ('name', 'statement')"
            " AND name_key IS NOT NULL"
        )
        made: dict[str, set[str]] = {}
        for word in {word for row in names for word in row["name_key"].split()}:
            skeleton = skeleton_of_arabic(word)
            if len(skeleton) >= LEAST:
                made.setdefault(skeleton, set()).add(word)
        _kept[name] = (version, made)
        return made
