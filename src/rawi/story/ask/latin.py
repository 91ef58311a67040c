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
import threading
from collections import defaultdict
from functools import cache, lru_cache

from rawi.arabic.letters import fold
from rawi.lexicon import table
from rawi.store.sqlite import Store

FAR = 0.17  # cost a letter of the longer spelling, beyond which two spellings are of two words
NEAR_BEST = 0.02  # … more than the nearest word's, that another may have
SPELLED = 0.06  # … less for the name that English papers spell so: «Hussein» is «حسين» rather than «حوثيين»
KNOWN = 0.012  # … less for each e-fold of the records that name a word: «Assad» is «الأسد» rather than «أسعد»
MOST_WAYS = 12  # ways to sound that are tried for one word
VOWELS = frozenset("aeiouy")
# Costs of the alignment, a letter each; chosen by hand on pairs of names, none learned.
SHORT, LONG, BREATH, OTHER = 0.18, 0.5, 0.25, 1.0
_ARTICLE = re.compile(r"^(?:al|el|as|ad|ar|an|at|az|ash|adh)[-'’](?=.{2})")

_kept: dict[str, tuple[int, dict[str, list[tuple[str, int]]]]] = {}
_guard = threading.Lock()


@cache
def _letters() -> dict[str, tuple[str, tuple[str, ...]]]:
    """Arabic letter -> the classes that it may sound as, and its Latin spellings."""
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
    plain = word.removeprefix("ال").translate(sounds)
    ways = [""]
    for sound in plain if not doubtful.keys().isdisjoint(plain) else (plain,):
        ways = [way + one for way in ways for one in doubtful.get(sound, (sound,))][:MOST_WAYS]
    return tuple(ways)


@cache
def _sounds() -> tuple[defaultdict[int, str], dict[str, tuple[str, ...]]]:
    """For str.translate: letter -> its class, itself where it has several (''  what is no letter of names);
    and those letters with their classes."""
    letters = _letters()
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
    wanted = skeletons_of_latin(word) - {""}
    held = _index(store)
    far = {}
    for found, records in {pair for s in wanted for pair in held.get(s, ())}:
        cost = distance(found, plain(word))
        if cost <= FAR:
            far[found] = cost - KNOWN * math.log(records) - SPELLED * (found in _spelled(plain(word)))
    if not far:  # a name of weak letters has no skeleton: «Yahya»
        return tuple(sorted(_spelled(plain(word))))
    best = min(far.values())
    return tuple(sorted(w for w, cost in far.items() if cost <= best + NEAR_BEST))


def _spelled(latin: str) -> frozenset[str]:
    """The names, folded and without ال, that English papers spell so."""
    return _papers().get(latin, frozenset())


@cache
def _papers() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in table("romanization"):
        found[plain(row["latin"])].add(fold(row["name"]).removeprefix("ال"))
    return {latin: frozenset(names) for latin, names in found.items()}


@lru_cache(maxsize=20_000)
def distance(arabic: str, latin: str) -> float:
    """How far a folded Arabic word is from a spelling (`plain`): 0 for letters that all agree, about 1 for
    unlike words; the alignment's cost a letter."""
    arabic = arabic.removeprefix("ال")
    row = list(itertools.accumulate((_unwritten(c) for c in latin), initial=0.0))
    above = row
    for place, letter in enumerate(arabic):
        row = [above[0] + _unheard(letter, place, len(arabic))]
        for k in range(1, len(latin) + 1):
            best = min(above[k] + _unheard(letter, place, len(arabic)), row[k - 1] + _unwritten(latin[k - 1]))
            for size in (1, 2, 3):
                if size <= k:
                    best = min(best, above[k - size] + _same(letter, latin[k - size : k]))
            row.append(best)
        above = row
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


def _index(store: Store) -> dict[str, list[tuple[str, int]]]:
    """Skeleton -> the words in the story's names with the number of records that they stand in, from memory
    while the story is the same."""
    name = str(store.path.resolve())
    version = store.one("SELECT max(n) FROM records") or 0
    with _guard:
        held = _kept.get(name)
        if held is not None and held[0] == version:
            return held[1]
        cursor = store.connection.cursor()
        cursor.row_factory = None  # plain tuples: half the time
        names = cursor.execute(
            "SELECT name_key, records FROM record_names WHERE kind IN ('name', 'statement')"
        )
        counts: defaultdict[str, int] = defaultdict(int)
        for key, records in names:
            for word in key.split():
                counts[word] += records
        made: dict[str, list[tuple[str, int]]] = {}
        for word, records in counts.items():
            for skeleton in skeletons_of_arabic(word):
                made.setdefault(skeleton, []).append((word, records))
        _kept[name] = (version, made)
        return made
