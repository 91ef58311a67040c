"""The noun phrase that speaks: where it begins, how far it runs, and what it is.

An Arabic noun phrase is a chain of nouns that a definite one closes (idafa), with adjectives after it,
prepositional phrases inside titles («الباحث في الشأن…»), a person's name after a title, and names or
titles in apposition between commas. `noun_phrase` walks along it, token by token.
"""

from __future__ import annotations

from rawi.readers.attribution.apposition import apposition, closing
from rawi.readers.attribution.bounds import (
    addressed_behind_adjective,
    closed_by_adjective,
    continues,
    ends,
    opposed,
    unknown,
)
from rawi.readers.attribution.cues import Verb, cue_at
from rawi.readers.attribution.in_marks import titled
from rawi.readers.attribution.nouns import (
    Phrase,
    accusative,
    attached,
    kind_of,
    of_manner,
    parted,
    stands_alone,
    starts_phrase,
    tied,
)
from rawi.readers.attribution.objects import (
    deed_in_marks,
    masdar_object,
    parts_plural,
    thing_judged,
)
from rawi.readers.attribution.served import governed
from rawi.readers.attribution.tails import tail
from rawi.readers.attribution.words import Words, bare, group, heads, masdar_like

_MUCH = frozenset({"مزيد", "مزيدا", "عديد", "كثير", "معظم"})
LONGEST = 34  # tokens; titles with three appositions in ANT reach 28


def noun_phrase(words: Words, start: int, limit: int, verb: Verb | None = None) -> Phrase | None:
    """The noun phrase that begins at `start` and ends before `limit`, or None.

    1. A first word that can open one.
    2. Word by word: names whole; the rest of an idafa; adjectives; coordination; prepositional phrases
       inside a title. Stops at a complementizer, a colon, an expression of time, a circumstance, a
       medium («لصحيفة…»), a verb, or an indefinite word after a closed chain.
    3. A comma is passed only for an apposition: a name, or a title that another mark closes.
    """
    # 1
    if start >= limit or not starts_phrase(words, start):
        return None
    start += words.norm[start] == "#"
    kind = kind_of(words, start)
    if kind == "noun" and (masdar_object(words, start, verb) or of_manner(words, start)):
        return None
    if kind == "noun" and cue_at(words, start) is not None:
        return None
    i = start
    closed = False  # a definite word has closed the chain
    person = known = kind == "person"  # a person's name is passed; one that a reader knew
    limit = min(limit, start + LONGEST)
    if kind == "person" and words.name[i] is None and not words.mark(i):
        closed, i = True, i + 1  # a surname that is read elsewhere in full
    # 2
    while i < limit:
        name = words.name[i]
        if (
            name is not None
            and i > start
            and attached(words, i)
            and ends(words, i, verb, person, closed, kind)
        ):
            break
        if kind == "name" and _behind_whole(words, start, i, verb):
            break  # «تتهم تركيا غولن بـ», «اتهمت كينيا القس فلاناً بـ»
        if name is not None and not words.mark(i):
            stop = words.at(name.end)
            if name.type == "person" and verb is not None and "obj" in verb.takes:
                second = parted(words, name)
                if second is not None and second > i:
                    i = second  # «حذر فلان فلانا من»
                    break
            if name.type == "person":
                if (
                    i > start
                    and closed
                    and kind == "body"
                    and verb is not None
                    and ("object" in verb.traits and stands_alone(words, i))
                ):
                    break  # «تحض أحزاب المعارضة فلاناً على»
                second = known and words.norm[i][0] != "و" and words.norm[i - 1] not in "،,"
                if second and i > start:
                    break
                owned = kind == "noun" and i - start > 1 and not words.definite(i - 1)
                owned = owned and words.name[i - 1] is None
                owned = owned and masdar_like(words.norm[i - 1])  # «طبيعة عمل فلان»
                person = known = not (governed(words, start, name) or owned)
            elif (
                i > start
                and closed
                and verb is not None
                and ("obj" in verb.takes or _judged(words, start, i, verb))
                and stands_alone(words, i)
            ):
                break  # «اتهمت الحكومة X بـ»: the object of the verb
            elif i > start and parts_plural(words, i, verb):
                break  # «اتهم دبلوماسيون غربيون X بـ»
            elif i - 1 > start and addressed_behind_adjective(words, i, verb):
                break
            closed, i = True, max(stop, i + 1)
            continue
        norm = words.norm[i]
        if person and norm[0] == "و" and words.core[i] != norm and heads(words.core[i], "human"):
            known = False  # «وزير النفط فلان ومحافظ البصرة علان»: another, with a name of his own
        if words.mark(i):
            if norm in ("،", ","):
                after = apposition(words, i + 1, limit, person, kind)
                if after is None or _another(words, after, limit, known, verb):
                    break
                person = True
                closed, i = True, after
                continue
            quoted = words.quote[i]
            if quoted is not None and (not words.spoken(quoted) or titled(words, i)):
                opened = heads(words.norm[i - 1], "body") or words.norm[i - 1] == "في"
                if i > start and unknown(verb) and not opened:
                    break  # «وجه المجلس "نداء"»
                told = verb is not None and verb.sure == "strong" and "quote" in verb.takes
                if i > start and told and words.is_(i + 1, "particle"):
                    break  # «قال فلان "لا أعرف"»
                if i > start and words.norm[min(i + 1, limit - 1)].startswith("باش"):
                    break  # «استنكرت الوزارة "بأشد العبارات"»
                if i > start and verb is not None and "np" in verb.takes and deed_in_marks(words, i):
                    break  # «أكدت الحكومة "رفضها المطلق" لـ»
                i, closed = words.at(quoted.outer_end), True
                continue
            if norm == "(":
                close = closing(words, i, limit)
                if close is None:
                    break
                i = close
                continue
            joined = words.tokens[i - 1].end == words.tokens[i].start if i > start else False
            spaced = i + 1 < limit and words.tokens[i].end < words.tokens[i + 1].start
            if norm in "-/" and joined and not spaced and i + 1 < limit and not words.mark(i + 1):
                i += 2
                continue
            if norm == "." and len(words.norm[i - 1]) <= 2 and i + 1 < limit:  # «د. فلان»
                i += 1
                continue
            if norm == "#" and i + 1 < limit and words.name[i + 1] is not None:
                i += 1  # «وزير خارجية #فرنسا»
                continue
            if norm == "#" and i + 1 < limit and not words.mark(i + 1):  # a name as a hashtag
                person, closed, i = True, True, i + 2
                continue
            break
        if (
            i > start
            and not person
            and verb is not None
            and "np" in verb.takes
            and (
                accusative(norm)
                or (unknown(verb) and closed and len(norm) == 4 and norm[-1] == "ا")
                or (norm in group("masdar") and words.norm[i - 1].endswith(("يه", "ون")))
                or (
                    norm in group("happening")
                    and not words.definite(i - 1)
                    and (heads(words.norm[i - 1], "human") or words.norm[i - 1].endswith("ي"))
                )
            )
        ):
            break  # «أبدى فلان تعاطفاً», «أكدت مصادر عسكرية مقتل…», «أعلن مسؤول وفاة…»
        if i > start and ends(words, i, verb, person, closed, kind):
            break
        if i > start and words.norm[i - 1] in group("honorific"):
            break  # «أكد معاليه وقوف المملكة»
        if i - 1 > start and addressed_behind_adjective(words, i, verb):
            break
        definite = words.definite(i)
        if unknown(verb) and closed and not definite and i > start and heads(norm, "document"):
            break  # «أصدرت النقابة بيانات»
        objects = (
            verb is not None
            and "np" in verb.takes
            and (words.name[i - 1] is not None or words.definite(i - 1))
        )
        if definite and i > start and objects and norm.startswith("ال"):
            deed = bare(norm)
            nisba = norm.endswith(("ي", "يه")) and deed not in group("masdar")
            named = words.name[i - 1] is not None and words.name[i - 1].type == "person"
            if (masdar_like(deed) and not nisba) or (named and deed.endswith("ات")):
                break  # «تنفي طهران السعي إلى…», «أكد فلان المطالبات بـ»
        if i > start and verb is not None and "np" in verb.takes and bare(norm) in _MUCH:
            break  # «تتوقع الحكومات المزيد من…»
        if i > start and verb is not None and opposed(verb, norm) and not tied(words, i):
            break  # «انتقد خبراء قرار البنك», «دانت مصر الهجوم»
        if i > start and thing_judged(words, i, verb):
            break
        if definite and i - 1 > start and verb is not None and closed_by_adjective(words, i):
            break  # «وصف مصدر تركي الاتهامات بـ»
        if i > start and closed and not definite and not norm[0].isdigit():
            if not continues(words, i, kind, person, verb):
                break
            if kind == "human" and not tied(words, i):
                person = True  # a name that no reader knew
        opens_anew = norm[0] == "ل" and not definite and masdar_like(norm[1:])  # «لجنة فلان لتنظيم كأس …»
        closed = (
            (closed or definite)
            and not opens_anew
            and norm not in group("preposition")
            and norm not in group("name_tie")
        )
        i += 1
    i = tail(words, start, i, kind)
    while i > start and (
        (words.mark(i - 1) and words.norm[i - 1] in "،,:-/#")
        or (i - 1 > start and words.is_(i - 1, "preposition"))
        or (i - 1 > start and words.norm[i - 1] in group("issued"))  # «بيان مشترك صدر» عن…
    ):
        i -= 1
    if i <= start:
        return None
    if kind == "noun" and person:
        kind = "human"
    if kind == "noun" and words.definite(start) and words.norm[i - 1] in '"»”':
        kind = "body"  # «الناقلة الوطنية "كذا"»
    return Phrase(start, i, kind)


def _behind_whole(words: Words, start: int, i: int, verb: Verb | None) -> bool:
    """Whether somebody whom the verb addresses begins at `i`, straight behind a place or body that is named
    whole from `start` and so needs nobody's name to it."""
    whole = words.name[start]
    if verb is None or "obj" not in verb.takes or i <= start or whole is None:
        return False
    if whole.type not in ("place", "organization") or words.at(whole.end) != i or not stands_alone(words, i):
        return False
    name = words.name[i]
    person = name is not None and name.type == "person" and words.tokens[i].start == name.start
    return person or (words.definite(i) and heads(words.norm[i], "human", conjunction=False))


def _another(words: Words, after: int, limit: int, known: bool, verb: Verb | None) -> bool:
    """Whether the title between commas behind somebody named is whom a verb is about, since another name ends
    it («وصف الوزير فلان، رئيس النقابة، علانا بأنه»)."""
    if not known or verb is None or "object" not in verb.traits or after + 1 >= limit:
        return False
    name = words.name[after + 1]
    return words.norm[after] in "،," and name is not None and name.type == "person"


def _judged(words: Words, start: int, i: int, verb: Verb) -> bool:
    """Whether the name at `i` is what the land named before it holds for something («تعتبر أنقرة الحزب …»)."""
    land = words.name[start]
    place = land is not None and land.type == "place" and words.at(land.end) == i
    return place and verb.past == "اعتبر"
