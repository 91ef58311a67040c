"""Who is bound: the subject of the verb, and whether it can be bound."""

from __future__ import annotations

import itertools

from rawi.arabic import frequencies
from rawi.readers.attribution.chunk import noun_phrase
from rawi.readers.attribution.words import Words, heads
from rawi.readers.naming.lexicons import demonyms
from rawi.readers.undertakings.clause import masdar_at, reports
from rawi.readers.undertakings.draft import Stretch
from rawi.readers.undertakings.lexis import KNOWN, group, has, imperfect, imperfect_like

LONGEST = 12  # tokens of a party
QUOTED = 8  # tokens from a body past its name in quotation marks
_QUOTES = ('"', "«", "“", "”", "»")
COMMON = 4.0  # Zipf value from which a word is no name that nobody knows
_AWAY = ("الي", "علي", "عن")  # lead away from the subject, but where it is an envoy
DOERS = ("organization", "place", "person", "group", "outlet")


def after(words: Words, i: int, last: int) -> list[Stretch]:
    """The subject that follows the verb at token `i`, parted at «و» where names are joined."""
    j = i + 1
    while j < last and (
        words.timed(j)
        or words.is_(j, "adverb", "particle")
        or words.norm[j] in ("،", ",", "#", "فيه", "فيها", "فيهما", "بموجبه", "بموجبها")
    ):
        j += 1
    if j >= last or words.core[j] != words.norm[j] or masdar_at(words, j):
        return []
    counted = _counted(words, j)
    found = noun_phrase(words, j + counted, min(last, j + LONGEST))
    if found is None:
        return []
    behind = found.last
    if behind < last and _titled_next(words, behind):
        other = noun_phrase(words, behind, min(last, behind + LONGEST))  # «الوزير فلان ونظيره علان»
        return [*parted(words, found.first, behind), (behind, other.last)] if other else [(j, behind)]
    called = _called(words, j, found.last)
    if called:
        return [(j, called)]
    end = next(
        (
            k
            for k in range(j + 1, found.last)
            if words.norm[k] in _QUOTES
            or words.tokens[k].proclitics[:1] == ("ب",)
            or (words.tokens[k].proclitics[:1] == ("ل",) and k == j + 1 and _dual(words, j))
            or _loose(words, k)
            or _ends_name(words, j, k)
            or _reached(words, j, k)
            or _disagrees(words, j, k)
            or (words.norm[k] in _AWAY and not has(words, j, "sent"))
            or words.norm[k] == "مع"
            or words.norm[k - 1] == ")"
            or (words.tokens[k].kind == "number" and words.definite(k - 1) and words.norm[k][:2] != "ال")
            or (masdar_at(words, k, "ل") and words.norm[j].endswith(("ون", "ان")))
            or _from(words, k)
            or words.timed(k)
        ),
        found.last,
    )
    return parted(words, j if counted else found.first, end)


def _called(words: Words, j: int, last: int) -> int:
    """Index behind the name in quotation marks of the body at token `j`: «شركة "النجم الأزرق"»; or 0."""
    if j + 2 >= last or words.norm[j + 1] not in _QUOTES or not heads(words.norm[j], "body"):
        return 0
    near = range(j + 2, min(len(words), j + QUOTED))
    return next((k + 1 for k in near if words.norm[k] in _QUOTES), 0)


def _dual(words: Words, j: int) -> bool:
    """«الطرفان», «البلدان»: two who govern no «لـ»: «يخطط الطرفان لجولة …»."""
    return words.definite(j) and words.norm[j].endswith("ان") and words.name[j] is None


def _ends_name(words: Words, first: int, k: int) -> bool:
    """Whether token `k` comes behind the person or state that the phrase from `first` opens with: its
    object («يستقبل سالم رئيس الوزراء»), not its title."""
    name, here = words.name[first], words.name[k]
    if here is not None and words.name[k - 1] is here:
        return False  # «بريطانيا والولايات المتحدة»: the second of two, told on
    person = words.name[k - 1]
    if person is not None and person.type == "person" and here is None and words.definite(k):
        titled = heads(words.norm[k], "human") or heads(words.norm[k], "body") or _titled_next(words, k)
        return not titled  # «يعلن الرئيس فلان الخطة»
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
    if not (ahead.definite and here.definite) or words.name[k - 1] is not None:
        return False
    if k - 1 != first and not words.definite(first):
        return False  # «وزير الخارجية الفرنسي»
    feminine = words.norm[k].endswith(("ه", "ات")) or words.norm[k] in group("feminine")
    return words.norm[k - 1].endswith("ه") and not feminine


def before(words: Words, first: int, i: int) -> list[Stretch]:
    """The subject that stands between `first` and the verb at token `i`."""
    while first < i and (words.mark(first) or has(words, first, "about")):
        first += 1
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
    while last < i and last - first < LONGEST:
        if last > first and (
            words.norm[last] in ("،", ",", "(", ":", "حيث")
            or words.is_(last, "relative", "particle")
            or words.timed(last)
            or _loose(words, last)
            or _tells(words, first, last)
            or _while(words, last)
            or imperfect(words, last) is not None
            or (words.norm[last] == words.core[last] and imperfect_like(words, last))
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


def _while(words: Words, k: int) -> bool:
    """Whether token `k` says how or why somebody does it: «الوزير وحرصا منه على …»."""
    return words.norm[k] != words.core[k] and words.core[k].endswith("ا") and masdar_at(words, k)


def _tells(words: Words, first: int, k: int) -> bool:
    """Whether token `k` is a perfect that says what the one named from token `first` did: «بلاده أوفت بـ…»."""
    ahead = words.tokens[k - 1]
    known = ahead.definite or ahead.enclitic or words.name[k - 1] is not None or ahead.kind == "number"
    core = words.core[k]
    perfect = (core.endswith("ت") and not core.endswith("ات")) or core.endswith(("تا", "وا"))
    perfect = perfect or (core.endswith("ا") and ahead.definite and ahead.norm.endswith(("ان", "ين")))
    return bool(known) and k > first and core == words.norm[k] and words.name[k] is None and (
        perfect and not words.definite(k)
        and not heads(words.norm[k], "human") and not heads(words.norm[k], "body") and len(words.core[k]) > 3
    )


def parted(words: Words, first: int, last: int) -> list[Stretch]:
    """A phrase as its parts where it joins names («بغداد وواشنطن»), or another's title to a name («الوزير
    فلان ونظيره علان»), else whole."""
    cuts = [
        j
        for j in range(first + 1, last)
        if words.norm[j] != words.core[j] and words.norm[j][0] == "و" and (
            _titled_next(words, j) or (
                words.name[j] is not None and words.name[j].start >= words.tokens[j].start
                and words.name[first] is not None
            )
        )
    ]  # fmt: skip
    edges = [first, *cuts, last]
    return [(a, b) for a, b in itertools.pairwise(edges) if a < b]


def _titled_next(words: Words, j: int) -> bool:
    """Whether behind a person's name token `j` joins a title: «ونظيره»."""
    name = words.name[j - 1]
    if name is None or name.type != "person" or words.at(name.end) != j:
        return False
    base = words.tokens[j].base
    return heads(words.core[j], "human") or heads(base, "human") or base in group("counterpart")


def bound(words: Words, party: list[Stretch]) -> list[Stretch]:
    """Of what the clause names, those who can be bound; of a thing («مهام التحالف»), the body it names."""
    found: list[Stretch] = []
    for first, last in party:
        name = words.name[first]
        thing = _facility(words, first) or (has(words, first, "event") and not words.definite(first))
        if not thing and ((name is not None and name.type in DOERS) or _binds(words, first)):
            found.append((first, last))
            continue
        done = masdar_at(words, first) and words.tokens[first].base not in group("doing")
        if done or has(words, first, "event"):
            continue  # «مؤتمر الحزب سيبدأ …», «سيبدأ شحنه للعملاء»: whom it concerns is bound to nothing
        inner = (words.name[j] for j in range(first + 1, last))
        body = next((n for n in inner if n is not None and n.type != "place" and n is not name), None)
        if body is not None:
            found.append((words.at(body.start), words.at(body.end)))
    return found


def _facility(words: Words, i: int) -> bool:
    """Whether token `i` is a building or a work: «جسر», «السد»; «القاعدة» may be a body."""
    name = words.name[i]
    body = name is not None and name.type in ("organization", "group")
    return has(words, i, "facility") or (words.tokens[i].base in group("facility") and not body)


def _counted(words: Words, i: int) -> bool:
    """Whether token `i` counts who follows: «3 دول», «ثلاث دول»."""
    return i + 1 < len(words) and (words.tokens[i].kind == "number" or has(words, i, "few"))


def _binds(words: Words, i: int) -> bool:
    i += _counted(words, i)
    norm, base = words.norm[i], words.tokens[i].base
    if has(words, i, "everybody"):
        return False  # «العالم سيصل إلى …» is a forecast
    if heads(norm, "human") or heads(norm, "body") or has(words, i, "firstperson") or base in group("bodies"):
        return True
    theirs = bool(words.tokens[i].enclitic) and not has(words, i, "amount") and base != "عدد"
    if theirs and (heads(base, "body") or heads(base, "human")):
        return True  # «قواتنا», «وزراؤها»
    bare = words.tokens[i].stem if words.tokens[i].enclitic else ""
    if bare[-1:] == "ي" and len(bare) > 4 and frequencies.zipf(bare + "ن") >= KNOWN:
        return True  # «مقاتليه»
    if norm[-1:] == "و" and len(norm) > 4 and frequencies.zipf(norm + "ن") >= KNOWN:
        return True  # «مفتشو المنظمة»
    return words.definite(i) and norm.endswith(("ون", "ين", "ان"))


def can_bind(words: Words, party: list[Stretch], *, strict: bool = False) -> bool:
    """Whether some party is a person, a body, a group or a state, not a thing; `strict`: nor a thing of
    theirs («الضربات على سوريا»)."""
    for first, last in party:
        if _facility(words, first):
            continue  # «جسر الوحدة سيفتتح …», «السد سوف يعود بمنافع …»
        for i in range(first, min(last, first + (1 if strict else 4))):
            name = words.name[i]
            if name is not None and name.type in DOERS:
                return True
        if _binds(words, first):
            return True
    return False
