"""Who is bound: the subject of the verb, the doer inside the action, or the speaker."""

from __future__ import annotations

import itertools

from rawi.arabic import frequencies
from rawi.readers.attribution.chunk import noun_phrase
from rawi.readers.attribution.cues import cue_at
from rawi.readers.attribution.words import Words, heads
from rawi.readers.naming.lexicons import demonyms
from rawi.readers.undertakings.clause import masdar_at, reports
from rawi.readers.undertakings.draft import Ground, Stretch
from rawi.readers.undertakings.lexis import KNOWN, group, has, imperfect
from rawi.records import Speaker, Statement

_LONGEST = 12  # tokens of a party
_QUOTES = ('"', "«", "“", "”", "»")
COMMON = 4.0  # Zipf value from which a word is no name that nobody knows
_AWAY = ("الي", "علي", "عن")  # lead away from the subject, but where it is an envoy
_DOERS = ("organization", "place", "person", "group", "outlet")


def after(words: Words, i: int, last: int) -> list[Stretch]:
    """The subject that follows the verb at token `i`, parted at «و» where names are joined."""
    j = i + 1
    while j < last and (
        words.timed(j)
        or words.is_(j, "adverb", "particle")
        or words.norm[j] in ("،", ",", "فيه", "فيها", "فيهما", "بموجبه", "بموجبها")
    ):
        j += 1
    if j >= last or words.core[j] != words.norm[j] or masdar_at(words, j):
        return []
    counted = _counted(words, j)
    found = noun_phrase(words, j + counted, min(last, j + _LONGEST))
    if found is None:
        return []
    end = next(
        (
            k
            for k in range(j + 1, found.last)
            if words.norm[k] in _QUOTES
            or words.tokens[k].proclitics[:1] == ("ب",)
            or _ends_name(words, j, k)
            or _reached(words, j, k)
            or _disagrees(words, j, k)
            or (words.norm[k] in _AWAY and not has(words, j, "sent"))
            or _from(words, k)
            or words.timed(k)
        ),
        found.last,
    )
    return parted(words, j if counted else found.first, end)


def _ends_name(words: Words, first: int, k: int) -> bool:
    """Whether token `k` comes behind the person or state that the phrase from `first` opens with: its
    object («يستقبل سالم رئيس الوزراء»), not its title."""
    name, here = words.name[first], words.name[k]
    if here is not None and words.name[k - 1] is here:
        return False  # «بريطانيا والولايات المتحدة»: the second of two, told on
    return (
        name is not None and name.type in ("person", "place") and here is not name
        and words.norm[k][0] != "و" and not (name.type == "place" and words.mark(k))
    )  # fmt: skip


def _from(words: Words, k: int) -> bool:
    """Whether «من» at token `k` tells whence somebody does something: before a place, behind a definite noun,
    that is no participle of coming («القوات القادمة من …»), or behind a name."""
    if words.norm[k] != "من" or words.timed(k - 1) or k + 1 >= len(words):
        return False
    place = words.name[k + 1]
    if words.name[k - 1] is not None and words.at(words.name[k - 1].end) == k:
        return True
    if not (has(words, k + 1, "facility") or (place is not None and place.type == "place")):
        return False
    if has(words, k - 1, "coming_from") or has(words, k - 1, "few") or has(words, k - 2, "few"):
        return False  # «القوات القادمة من», «عشرات الآلاف من»
    return words.definite(k - 1) or words.name[k - 1] is not None


def _reached(words: Words, first: int, k: int) -> bool:
    """Whether the place at token `k` is where the party goes: nothing that ends in an adjective or a definite
    noun governs it («يزور وفد عراقي واشنطن», «يزور الوزير الفرنسي بغداد»)."""
    place, ahead = words.name[k], words.tokens[k - 1]
    if place is None or place.type != "place" or place.start < words.tokens[k].start or k - 1 == first:
        return False
    if words.tokens[k].proclitics or words.name[k - 1] is not None:
        return False
    return ahead.definite or ahead.base in demonyms()


def _disagrees(words: Words, first: int, k: int) -> bool:
    """Whether the word at token `k` cannot belong to the definite one before it, and so is the object: it
    has a pronoun («يعلن الرئيس تشكيلته»), or is no feminine like that («تسلم الشركة المشروع»)."""
    ahead, here = words.tokens[k - 1], words.tokens[k]
    if here.proclitics or words.name[k] is not None:
        return False
    if here.enclitic and (ahead.definite or words.name[k - 1] is not None):
        return words.norm[k - 1] not in group("qualified")  # «يعلن الرئيس تشكيلته»
    if not (ahead.definite and here.definite) or words.name[k - 1] is not None or k - 1 != first:
        return False
    feminine = words.norm[k].endswith(("ه", "ات")) or words.norm[k] in group("feminine")
    return words.norm[k - 1].endswith("ه") and not feminine


def before(words: Words, first: int, i: int) -> list[Stretch]:
    """The subject that stands between `first` and the verb at token `i`."""
    if first < i and (
        words.is_(first, "preposition", "circumstance")
        or words.core[first] in group("accordance")
        or words.core[first] in group("strong")
    ):
        commas = [j for j in range(first + 1, i) if words.norm[j] in ("،", ",")]
        if not commas:
            return []  # «ومن أجل سفر الحجاج سيتم …»
        first = commas[-1] + 1
    while first < i and (
        words.timed(first)
        or words.mark(first)
        or words.is_(first, "adverb", "particle", "complementizer", "preposition")
    ):
        first += 1
    if first >= i:
        return []
    last = first
    while last < i and last - first < _LONGEST:
        if last > first and (
            words.norm[last] in ("،", ",", "(", ":")
            or words.is_(last, "relative", "particle")
            or words.timed(last)
            or _loose(words, last)
            or _tells(words, first, last)
            or imperfect(words, last) is not None
            or reports(words, last)
        ):
            break
        last += 1
    return parted(words, first, last)


def _loose(words: Words, k: int) -> bool:
    """Whether the common word at token `k` is indefinite behind a definite one, and so no part of its phrase:
    «المملكة أجرت …»."""
    ahead, here = words.tokens[k - 1], words.tokens[k]
    if not ahead.definite or words.name[k - 1] is not None or words.name[k] is not None:
        return False
    if here.kind != "word" or here.definite or here.proclitics or words.is_(k, "preposition"):
        return False
    if heads(words.norm[k], "human") or heads(words.norm[k], "body") or words.definite(k + 1):
        return False  # «الفتاة عهد التميمي»: a name that is not known
    return words.norm[k] != "غير" and frequencies.zipf(words.norm[k]) >= COMMON


def _tells(words: Words, first: int, k: int) -> bool:
    """Whether token `k` is a perfect that says what the one named from token `first` did: «بلاده أوفت بـ…»."""
    ahead = words.tokens[k - 1]
    known = ahead.definite or ahead.enclitic or words.name[k - 1] is not None
    return bool(known) and k > first and words.core[k] == words.norm[k] and words.name[k] is None and (
        words.core[k].endswith("ت") and not words.core[k].endswith("ات") and not words.definite(k)
        and not heads(words.norm[k], "human") and not heads(words.norm[k], "body") and len(words.core[k]) > 3
    )


def parted(words: Words, first: int, last: int) -> list[Stretch]:
    """A phrase as its parts where it joins names («بغداد وواشنطن»), else whole."""
    cuts = [
        j
        for j in range(first + 1, last)
        if words.norm[j] != words.core[j] and words.norm[j][0] == "و" and words.name[j] is not None
        and words.name[j].start >= words.tokens[j].start and words.name[first] is not None
    ]  # fmt: skip
    edges = [first, *cuts, last]
    return [(a, b) for a, b in itertools.pairwise(edges) if a < b]


def doer(words: Words, first: int, last: int) -> list[Stretch]:
    """The doer named inside an action: «انسحاب [القوات …] من …»; its names, else its first noun. Of a deed
    done to somebody («ضم [المهاجم]») the noun is not who does it."""
    if words.tokens[first].base not in group("doing") and words.core[first] not in group("doing"):
        return []
    j = first + 1
    if j >= last or words.tokens[j].proclitics or (not words.definite(j) and words.name[j] is None):
        return []
    end = j
    while (
        end < min(last, j + _LONGEST) and not words.is_(end, "preposition") and not words.mark(end)
    ):
        end += 1
    return [(j, end)] if end > j and can_bind(words, [(j, end)]) else []


def between(words: Words, first: int, last: int) -> list[Stretch]:
    """The names that «بين … و…» or «مع …» joins in tokens `first:last`."""
    for i in range(first, last):
        if words.core[i] not in ("بين", "مع"):
            continue
        names = []
        for j in range(i + 1, min(last, i + 10)):
            name = words.name[j]
            if name is not None and name.type in _DOERS and words.at(name.start) >= j:
                names.append((j, words.at(name.end)))
            elif words.mark(j) and words.norm[j] not in ("،", ","):
                break
        if names:
            return names
    return []


def bound(words: Words, party: list[Stretch]) -> list[Stretch]:
    """Of what the clause names, those who can be bound; of a thing («مهام التحالف»), the body it names."""
    found: list[Stretch] = []
    for first, last in party:
        name = words.name[first]
        thing = has(words, first, "facility") or (has(words, first, "event") and not words.definite(first))
        if not thing and ((name is not None and name.type in _DOERS) or _binds(words, first)):
            found.append((first, last))
            continue
        inner = (words.name[j] for j in range(first + 1, last))
        body = next((n for n in inner if n is not None and n.type != "place" and n is not name), None)
        if body is not None:
            found.append((words.at(body.start), words.at(body.end)))
    return found


def _counted(words: Words, i: int) -> bool:
    """Whether token `i` counts who follows: «3 دول», «ثلاث دول»."""
    return i + 1 < len(words) and (words.tokens[i].kind == "number" or has(words, i, "few"))


def _binds(words: Words, i: int) -> bool:
    i += _counted(words, i)
    norm, base = words.norm[i], words.tokens[i].base
    if heads(norm, "human") or heads(norm, "body") or has(words, i, "firstperson") or base in group("bodies"):
        return True
    theirs = bool(words.tokens[i].enclitic) and not has(words, i, "amount") and base != "عدد"
    if theirs and (heads(base, "body") or heads(base, "human")):
        return True  # «قواتنا», «وزراؤها»
    if norm[-1:] == "و" and len(norm) > 4 and frequencies.zipf(norm + "ن") >= KNOWN:
        return True  # «مفتشو المنظمة»
    return words.definite(i) and norm.endswith(("ون", "ين", "ان"))


def himself(words: Words, statement: Statement | None, first: int) -> Speaker | None:
    """The statement's speaker, where he can be the «إنه» or «نحن» of the clause that begins at token
    `first`: no paper or source, and nobody else is quoted between («كيم قال إنه …»)."""
    speaker = statement.speaker if statement is not None else None
    if statement is None or speaker is None or speaker.start is None or speaker.end is None:
        return None
    inner = range(words.at(statement.start) + 1, first)
    if any(cue_at(words, j) is not None for j in inner if words.tokens[j].kind == "word"):
        return None
    who = range(words.at(speaker.start), words.at(speaker.end))
    if any(heads_of(words, j, "source") or _outlet(words, j) for j in who):
        return None
    return speaker


def official(ground: Ground, statement: Statement | None, first: int) -> bool:
    """Whether the «إنه» or «نحن» of a clause is a body, a state, or somebody named with an office."""
    words = ground.words
    speaker = himself(words, statement, first)
    if speaker is None or speaker.start is None or speaker.end is None:
        return False
    for j in range(words.at(speaker.start), words.at(speaker.end)):
        name = words.name[j]
        if heads(words.norm[j], "human") or heads(words.norm[j], "body"):
            return True
        if name is None:
            continue
        if name.type in ("organization", "place", "group") or name.entity in ground.officials:
            return True
    return False


def _outlet(words: Words, i: int) -> bool:
    name = words.name[i]
    return name is not None and name.type == "outlet"


def heads_of(words: Words, i: int, name: str) -> bool:
    """Whether token `i`, bare or definite, belongs to a class."""
    return words.core[i] in group(name) or words.core[i].removeprefix("ال") in group(name)


def can_bind(words: Words, party: list[Stretch], *, strict: bool = False) -> bool:
    """Whether some party is a person, a body, a group or a state, not a thing; `strict`: nor a thing of
    theirs («الضربات على سوريا»)."""
    for first, last in party:
        if has(words, first, "facility"):
            continue  # «جسر الوحدة سيفتتح …»
        for i in range(first, min(last, first + (1 if strict else 4))):
            name = words.name[i]
            if name is not None and name.type in _DOERS:
                return True
        if _binds(words, first):
            return True
    return False
