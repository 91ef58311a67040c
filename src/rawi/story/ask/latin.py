"""Names written in Latin letters meet the names of the story: «al-Sudani» and «السوداني».

Arabic writes few vowels, Latin spellings of Arabic names disagree about them and about many consonants, and
Arabic spellings of foreign names do likewise. So words are matched in two steps:

1. the consonants, in few classes of sounds that spellings confuse, choose the words that may be meant
   (the idea of Soundex, with classes for Arabic); a letter that may stand for several sounds stands for each
2. an alignment of the letters (Needleman and Wunsch, 1970) tells how far a spelling is from a word: a short
   vowel that Arabic leaves out costs little, a long one that is not heard more, another consonant most
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TypeVar

from rawi.lexicon import table
from rawi.store.sqlite import Store
from rawi.store.words import name_key

FAR = 0.17  # cost a letter of the longer spelling, beyond which two spellings are of two words
FAR_WORD = 0.06  # … of a word that is no known name
NEAR_BEST = 0.02  # … more than the nearest word's, that another may have
SPELLED = 0.06  # … less for the name that English papers spell so: «Hussein» is «حسين» rather than «حوثيين»
KNOWN = 0.012  # … less for each e-fold of the records that name a word: «Assad» is «الأسد» rather than «أسعد»
MOST_WAYS = 12  # ways to sound that are tried for one word
VOWELS = frozenset("aeiouy")
# Costs of the alignment, a letter each; chosen by hand on pairs of names, none learned.
SHORT, LONG, BREATH, OTHER = 0.18, 0.5, 0.25, 1.0
_GLUED = re.compile(r"^al(?=[a-z]{4})", re.IGNORECASE)  # an article without its hyphen
_ARTICLE = re.compile(r"^(?:al|el|as|ad|ar|an|at|az|ash|adh)[-'’](?=.{2})")

_Found = TypeVar("_Found", str, tuple[str, str])


@cache
def _letters() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Arabic letter, or two that stand for one foreign sound («تز», «تش») -> the classes that it may sound as
    (of one letter), and its Latin spellings."""
    return {
        row["letter"]: (row["classes"].replace("-", ""), tuple(row["latin"].split()))
        for row in table("name_sounds")
        if row["script"] == "arabic"
    }


@cache
def _spellings() -> dict[str, tuple[str, ...]]:
    """Latin letters -> the strings of classes that they may sound as, the longest letters first."""
    rows = [r for r in table("name_sounds") if r["script"] == "latin"]
    rows.sort(key=lambda r: -len(r["letter"]))
    return {r["letter"]: tuple(c.replace("-", "") for c in r["classes"].split()) for r in rows}


def skeletons_of_arabic(word: str) -> tuple[str, ...]:
    """The consonant classes of a folded Arabic word, in each way that it may sound."""
    sounds, doubtful = _sounds()
    plain = word.translate(sounds)
    ways = [""]
    for sound in plain if not doubtful.keys().isdisjoint(plain) else (plain,):
        ways = [way + one for way in ways for one in doubtful.get(sound, (sound,))][:MOST_WAYS]
    return tuple(ways)


@cache
def _sounds() -> tuple[defaultdict[int, str], dict[str, tuple[str, ...]]]:
    """For str.translate: letter -> its class, itself where it has several (''  what is no letter of names);
    and those letters with their classes."""
    letters = {letter: held for letter, held in _letters().items() if len(letter) == 1}
    doubtful = {letter: tuple(of) for letter, (of, _) in letters.items() if len(of) > 1}
    single = {letter: of if len(of) < 2 else letter for letter, (of, _) in letters.items()}
    return defaultdict(str, str.maketrans(single)), doubtful


@lru_cache(maxsize=4096)
def skeletons_of_latin(word: str) -> frozenset[str]:
    """The same of a word in Latin letters; an article in front is left out, doubled letters count once or
    twice."""
    word = plain(word)
    return _of_latin(word) | _of_latin(re.sub(r"(.)\1", r"\1", word))


def _of_latin(word: str) -> frozenset[str]:
    spellings = _spellings()
    ways, at = [], 0
    while at < len(word):
        for size in (4, 3, 2, 1):
            if word[at : at + size] in spellings:
                ways.append(spellings[word[at : at + size]])
                at += size
                break
        else:
            at += 1  # a vowel, or h
    return _ways(ways)


def _ways(sounds: list[tuple[str, ...]]) -> frozenset[str]:
    return frozenset(
        "".join(way) for way in itertools.islice(itertools.product(*sounds), MOST_WAYS)
    )


def plain(word: str) -> str:
    """A word in Latin letters without its article and marks, small."""
    return re.sub(r"[^a-z]", "", _ARTICLE.sub("", word.casefold()))


def meet(store: Store, word: str) -> tuple[str, ...]:
    """The words of the story's names (folded, without ال) that a word in Latin letters may spell, the
    nearest spelling and those that are as near."""
    far = _near(store, word)
    if far:
        return tuple(sorted(_nearest(far)))
    # a name of weak letters has no skeleton («Yahya»); one that no reader took for a name is still a word
    found = _spelled(plain(word)) or _nearest(_words(store, word))
    return tuple(sorted(found or _nearest(_near(store, _GLUED.sub("", word)))))  # «Alwaleed»


def meet_beside(store: Store, first: str, second: str) -> list[tuple[str, str]]:
    """The pairs of words that stand side by side in a name of the story and that two words in Latin letters
    beside each other may spell, the nearest; none where no such name is known. «Jones» alone may be «جوناس»,
    behind «Rami» it is «جونز»."""
    ones, others = _near(store, first), _near(store, second)
    beside = names_of(store).beside
    far = {
        (a, b): ones[a] + others[b] for a in ones for b in beside.get(a, ()) if b in others
    }
    return sorted(_nearest(far))


def stands(spelling: str, words: Iterable[str]) -> bool:
    """Whether a name in Latin letters stands among folded Arabic words, however they spell it."""
    wanted, spelled = skeletons_of_latin(spelling) - {""}, plain(spelling)
    return any(
        not wanted.isdisjoint(skeletons_of_arabic(word)) and distance(word, spelled) <= FAR
        for word in words
    )


def _near(store: Store, word: str) -> dict[str, float]:
    """The words of names within reach of a spelling, each with its cost, less for what speaks for it."""
    wanted = skeletons_of_latin(word) - {""}
    held = names_of(store)
    far = {}
    for found in {name for s in wanted for name in held.sounds.get(s, ())}:
        cost = distance(found, plain(word))
        if cost <= FAR:
            known = KNOWN * math.log(held.records[found])
            far[found] = cost - known - SPELLED * (found in _spelled(plain(word)))
    return far


def _words(store: Store, word: str) -> dict[str, float]:
    """The stems of the story's other words that sound much as a spelling: «Novichok»."""
    wanted = skeletons_of_latin(word) - {""}
    others = store.memory.recall("ask words", lambda: _sounding(store))
    found = {stem for s in wanted if len(s) > 2 for stem in others.get(s, ())}
    far = {stem: distance(stem, plain(word)) for stem in found}
    return {stem: cost for stem, cost in far.items() if cost <= FAR_WORD}


def _sounding(store: Store) -> dict[str, list[str]]:
    """The stems of all words of the story, by skeleton."""
    found: dict[str, list[str]] = {}
    for row in store.rows("SELECT term FROM ask_words"):
        for skeleton in skeletons_of_arabic(row["term"]):
            found.setdefault(skeleton, []).append(row["term"])
    return found


def _nearest(far: dict[_Found, float]) -> list[_Found]:
    best = min(far.values(), default=0.0)
    return [found for found, cost in far.items() if cost <= best + NEAR_BEST]


def _spelled(latin: str) -> frozenset[str]:
    """The names, folded and without ال, that English papers spell so."""
    return _papers().get(latin, frozenset())


@cache
def _papers() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in table("romanization"):
        found[plain(row["latin"])].add(name_key(row["name"]))
    return {latin: frozenset(names) for latin, names in found.items()}


@lru_cache(maxsize=20_000)
def distance(arabic: str, latin: str) -> float:
    """How far a folded Arabic word is from a spelling (`plain`): 0 for letters that all agree, about 1 for
    unlike words; the alignment's cost a letter."""
    row = list(itertools.accumulate((_unwritten(c) for c in latin), initial=0.0))
    above = higher = row
    for place, letter in enumerate(arabic):
        both = arabic[place - 1 : place + 1]
        _, together = _letters().get(both, ("", ())) if place else ("", ())
        row = [above[0] + _unheard(letter, place, len(arabic))]
        for k in range(1, len(latin) + 1):
            best = min(above[k] + _unheard(letter, place, len(arabic)), row[k - 1] + _unwritten(latin[k - 1]))
            for size in (1, 2, 3):
                if size <= k:
                    best = min(best, above[k - size] + _same(letter, latin[k - size : k]))
            for spelled in together:
                if latin[:k].endswith(spelled):
                    best = min(best, higher[k - len(spelled)] + _same(both, spelled))
            row.append(best)
        above, higher = row, above
    return above[-1] / max(len(arabic), len(latin), 1)


def _same(letter: str, spelled: str) -> float:
    """The cost of one Arabic letter written so."""
    _, known = _letters().get(letter, ("", ()))
    if spelled in known:
        return 0.05 * known.index(spelled)  # the commoner spelling first
    if len(spelled) == 2 and spelled[0] == spelled[1] and spelled[0] in known:
        return 0.0
    return OTHER * len(spelled)


def _unwritten(spelled: str) -> float:
    """The cost of a Latin letter that Arabic does not write."""
    return SHORT if spelled in VOWELS else BREATH if spelled == "h" else OTHER


def _unheard(letter: str, place: int, length: int) -> float:
    """The cost of an Arabic letter that the spelling does not have."""
    if letter in "عء":
        return BREATH / 2
    if letter == "ه":
        return 0.0 if place == length - 1 else BREATH
    return LONG if letter in "اوي" else BREATH if letter == "ح" else OTHER


@dataclass(frozen=True, slots=True)
class Held:
    """The words of a story's names: by skeleton, with the records that each stands in, and the words that
    stand behind each in a name, with the records of both together."""

    sounds: dict[str, list[str]]
    records: dict[str, int]
    beside: dict[str, Counter[str]]


def names_of(store: Store) -> Held:
    """The words of a story's names, from memory while the story is the same."""
    return store.memory.recall("ask names", lambda: _held(store))


def _held(store: Store) -> Held:
    cursor = store.connection.cursor()
    cursor.row_factory = None  # plain tuples: half the time
    names = cursor.execute(
        "SELECT name_key, records FROM record_names WHERE kind IN ('name', 'statement')"
    )
    counts: defaultdict[str, int] = defaultdict(int)
    beside: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for key, records in names:
        words = key.split()
        for word in words:
            counts[word] += records
        for first, second in itertools.pairwise(words):
            beside[first][second] += records
    sounds: dict[str, list[str]] = {}
    for word in counts:
        for skeleton in skeletons_of_arabic(word):
            sounds.setdefault(skeleton, []).append(word)
    return Held(sounds, dict(counts), dict(beside))
