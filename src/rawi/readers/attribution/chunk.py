"""The noun phrase that speaks: where it begins, how far it runs, and what it is.

An Arabic noun phrase is a chain of nouns that a definite one closes (idafa), with adjectives after it,
prepositional phrases inside titles («الباحث في الشأن…»), a person's name after a title, and names or
titles in apposition between commas. `noun_phrase` walks along it, token by token.
"""

from __future__ import annotations

from rawi.readers.attribution.apposition import apposition, closing
from rawi.readers.attribution.cues import Verb, cue_at, read_word
from rawi.readers.attribution.nouns import (
    Phrase,
    accusative,
    attached,
    kind_of,
    masdar_object,
    of_manner,
    parted,
    plural,
    second_noun,
    stands_alone,
    starts_phrase,
    tied,
    title_before,
    verb_like,
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
            and _ends(words, i, verb, person, closed, kind)
        ):
            break
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
                and "obj" in verb.takes
                and stands_alone(words, i)
            ):
                break  # «اتهمت الحكومة X بـ»: the object of the verb
            elif i > start and _parts_plural(words, i, verb):
                break  # «اتهم دبلوماسيون غربيون X بـ»
            closed, i = True, max(stop, i + 1)
            continue
        norm = words.norm[i]
        if words.mark(i):
            if norm in ("،", ","):
                after = apposition(words, i + 1, limit, person, kind)
                if after is None:
                    break
                person = True
                closed, i = True, after
                continue
            quoted = words.quote[i]
            if quoted is not None and (not words.spoken(quoted) or _titled(words, i)):
                if i > start and _unknown(verb) and not heads(words.norm[i - 1], "body"):
                    break  # «وجه المجلس "نداء"»
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
                or (_unknown(verb) and closed and len(norm) == 4 and norm[-1] == "ا")
                or (norm in group("masdar") and words.norm[i - 1].endswith(("يه", "ون")))
                or (
                    norm in group("happening")
                    and not words.definite(i - 1)
                    and heads(words.norm[i - 1], "human")
                )
            )
        ):
            break  # «أبدى فلان تعاطفاً», «أكدت مصادر عسكرية مقتل…», «أعلن مسؤول وفاة…»
        if i > start and _ends(words, i, verb, person, closed, kind):
            break
        definite = words.definite(i)
        if _unknown(verb) and closed and not definite and i > start and heads(norm, "document"):
            break  # «أصدرت النقابة بيانات»
        objects = (
            verb is not None
            and "np" in verb.takes
            and (words.name[i - 1] is not None or words.definite(i - 1))
        )
        nisba = norm.endswith(("ي", "يه")) and bare(norm) not in group("masdar")
        objects = objects and norm.startswith("ال") and not nisba
        if definite and i > start and objects and masdar_like(bare(norm)):
            break  # «تنفي طهران السعي إلى…»
        if i > start and verb is not None and "np" in verb.takes and bare(norm) in _MUCH:
            break  # «تتوقع الحكومات المزيد من…»
        if definite and i - 1 > start and verb is not None and _closed_by_adjective(words, i):
            break  # «وصف مصدر تركي الاتهامات بـ»
        if i > start and closed and not definite and not norm[0].isdigit():
            if not _continues(words, i, kind, person, verb):
                break
            if kind == "human" and not tied(words, i):
                person = True  # a name that no reader knew
        closed = (
            (closed or definite)
            and norm not in group("preposition")
            and norm not in group("name_tie")
        )
        i += 1
    i = tail(words, start, i, kind)
    while i > start and (
        (words.mark(i - 1) and words.norm[i - 1] in "،,:-/")
        or words.is_(i - 1, "preposition")
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


def _ends(words: Words, i: int, verb: Verb | None, person: bool, closed: bool, kind: str) -> bool:
    """Whether token `i`, inside a phrase, is where the phrase is over."""
    norm = words.norm[i]
    if (
        norm in ("ب", "ل", "ك")
        or (norm == "علي" and _where_said(words, i + 1))
        or words.is_(i, "pointing")
        or (words.tokens[i].enclitic and norm in group("occasion"))
    ):
        return True
    if words.is_(i, "thing", "complementizer", "circumstance", "relative", "adverb", "particle"):
        return True
    if (
        norm in group("saying")
        or (norm in group("quantity") and i > 0 and not words.is_(i - 1, "preposition"))
        or (words.timed(i) and words.name[i] is None)
    ):
        return True
    following = words.norm[i + 1] if i + 1 < len(words) else ""
    if following == "عدم" and norm.startswith(("طلب", "فضل", "اشترط")):
        return True  # «مصدر طلب عدم نشر اسمه»
    if words.tokens[i].text[0] == "ل" and words.norm[min(i + 1, len(words) - 1)] == "·":
        return True  # «لسي.إن.إن»
    if norm == "من" and i + 1 < len(words) and read_word(following)[2]:
        return True  # «من وصفتهم بـ"…"»
    attached_to = words.tokens[i].proclitics[:1] in (("ب",), ("ل",)) and norm not in group(
        "name_tie"
    )
    if _unknown(verb) and attached_to:
        return True
    if norm in group("preposition"):
        if verb is not None and verb.sure == "request" and norm == "من":
            return True  # «طلب الوزير من البرلمان»
        if _unknown(verb):
            return not (kind == "human" and norm == "في" and _seat(words, i + 1))
        if norm in ("وفق", "وفقا", "بحسب", "حسب", "طبقا", "نقلا", "عن", "الي"):
            if norm == "عن" and bare(words.norm[i - 1]) in ("دفاع", "مدافعه", "مدافعون", "مدافعين"):
                return False  # «جمعيات الدفاع عن حقوق الإنسان»
            if (
                norm == "عن"
                and (verb is None or verb.sure != "relay")  # «نقلت مصادر صحافية عن مسؤول»
                and heads(words.norm[i - 1], "human")
                and (
                    verb is None
                    or "عن" not in verb.takes
                    or (heads(following, "body") and not masdar_like(following))
                )
            ):
                return False  # «النائب عن حزب…», «المسؤول عن الملف»
            sent = i + 1 < len(words) and words.name[i + 1] is not None  # «المبعوث إلى اليمن»
            if (
                norm == "الي"
                and sent
                and any(heads(words.norm[k], "envoy") for k in range(max(0, i - 4), i))
            ):
                return False
            return not sent or norm != "الي" or (verb is not None and "الي" in verb.takes) or person
        if (
            heads(following, "occasion")
            or following in ("جراء", "خلال", "قبل", "اجل", "دون", "جديد", "اول", "اخر")
            or words.is_(i + 1, "time")
            or words.is_(i + 1, "complementizer")
        ):
            return True
        if (
            verb is not None
            and norm in verb.prepositions
            and (masdar_like(following) or closed or kind != "human")
        ):
            return True
        if (
            norm == "في" and (words.tokens[i + 1].enclitic or following in ("نفس", "ذات"))
            if i + 1 < len(words)
            else True
        ):
            return True
        if kind == "noun" and not words.definite(i - 1) and norm in ("في", "علي", "مع"):
            return True
        if norm not in ("في", "من", "علي", "لدي", "ضمن", "عن", "بين", "ضد", "مع"):
            return True
        return person and not title_before(words, i)
    if (norm[0] == "ل" and norm not in ("لجنه", "لواء") and len(norm) > 2) or norm == "ل":
        rest = norm[2:] if norm.startswith("لل") else norm[1:]
        bound = words.norm[i - 1].startswith(("التابع", "المملوك", "الرسمي"))
        name = words.name[i]
        outlet = name is not None and name.type == "outlet"
        if not bound and (
            norm == "ل" or heads(rest, "medium") or outlet or (person and name is not None)
        ):
            return True
        if rest.startswith(("ي", "ن")) and len(rest) == 4 and not norm.startswith("لل"):
            return True
    if _in_manner(words, i):
        return True
    short = len(norm) == 3 and norm[1:] in group("masdar")  # «برد»
    if norm[0] == "ب" and (len(norm) > 3 or short) and verb is not None and "ب" in verb.takes:
        governing = heads(words.norm[i - 1], "governing") and kind == "human"
        if norm not in group("name_tie") and not governing:
            return True
    if (
        verb is not None
        and closed
        and second_noun(words, i)
        and ("obj" in verb.takes or ("np" in verb.takes and masdar_like(bare(norm))))
    ):
        return True
    found, conjunction, _, _ = read_word(norm)
    if found:
        form, known = found[0]
        if form.shape == "participle":
            return known.sure == "strong" and not words.definite(i)
        if closed or conjunction or form.shape == "present" or known.sure in ("strong", "request"):
            return cue_at(words, i) is not None
    return closed and verb_like(norm)


def _closed_by_adjective(words: Words, i: int) -> bool:
    """Whether an indefinite adjective stands before the definite word at `i`, which it cannot govern."""
    before, noun = words.norm[i - 1], words.norm[i - 2]
    nisba = before.endswith(("ي", "يه")) and before[0] != "م"
    nisba = nisba and not (
        heads(before, "human") or heads(before, "body") or heads(before, "document")
    )
    indefinite = not (words.definite(i - 1) or words.definite(i - 2)) and words.name[i - 1] is None
    same = noun.endswith(("ه", "ات")) == before.endswith("ه") or plural(noun)
    return nisba and indefinite and same and not words.is_(i - 1, "preposition")


def _parts_plural(words: Words, i: int, verb: Verb | None) -> bool:
    """Whether the place or body at `i` is the object behind a subject in the nominative plural, whose ون
    no genitive follows."""
    name = words.name[i]
    addresses = verb is not None and "obj" in verb.takes and name is not None
    return (
        addresses
        and name.type != "person"
        and words.norm[i - 1].endswith("ون")
        and (stands_alone(words, i))
    )


LONG_NAME = 6  # words of an outlet's name in marks


def _titled(words: Words, i: int) -> bool:
    """Whether the quotation at `i` is the name of the outlet whose noun stands before it, or of the body
    in whose name somebody speaks."""
    quote = words.quote[i]
    long = words.at(quote.end) - words.at(quote.start) if quote is not None else 0
    return (
        i > 0
        and long <= LONG_NAME
        and (heads(words.norm[i - 1], "medium") or words.norm[i - 1] == "باسم")
    )


def _seat(words: Words, i: int) -> bool:
    """Whether a name stands at `i`, and behind its comma a person's («رئيس الكتلة في البرلمان، فلان»)."""
    name = words.name[i] if i < len(words) else None
    if name is None or name.type == "person":
        return False
    after = words.at(name.end)
    person = words.name[after + 1] if after + 1 < len(words) else None
    return (
        words.norm[min(after, len(words) - 1)] in "،,"
        and person is not None
        and (person.type == "person")
    )


def _unknown(verb: Verb | None) -> bool:
    """Whether the phrase is sought behind a verb that is not known, nor what it governs."""
    return verb is not None and not verb.past and verb.sure == "weak"


def _where_said(words: Words, i: int) -> bool:
    """Whether what stands behind «على» is where something was said: «على هامش…», «على "تويتر"»."""
    return i < len(words) and (words.norm[i] == "هامش" or words.quote[i] is not None)


def _in_manner(words: Words, i: int) -> bool:
    """Whether «بغضب», «بحدة» stands at token `i`: an indefinite noun with بـ that nothing goes on with."""
    token = words.tokens[i]
    if (
        "ب" not in token.proclitics
        or token.definite
        or words.name[i] is not None
        or i + 1 >= len(words)
    ):
        return False
    return words.is_(i + 1, "preposition", "complementizer") or words.norm[i + 1] == "،"


def _continues(words: Words, i: int, kind: str, person: bool, verb: Verb | None) -> bool:
    """Whether an indefinite word goes on with a chain that a definite word has closed."""
    norm = words.norm[i]
    if norm in group("preposition"):
        return True
    if words.norm[i - 1] in ("المنتهيه", "المنتهي"):
        return True  # «المنتهية ولايته»
    if norm[0] == "و" and len(norm) > 3:
        rest = norm[1:]
        return (
            not verb_like(rest)
            and not read_word(norm)[0]
            and (heads(rest, "human") or heads(rest, "body") or words.name[i] is not None)
        )
    if norm[0] in "بل" and len(norm) > 3:
        return not accusative(norm)
    governs = verb is not None and ("np" in verb.takes or "object" in verb.traits)
    if governs and masdar_like(norm):
        return False
    if heads(norm, "human"):
        return kind in ("human", "person") and not (verb is not None and "obj" in verb.takes)
    # a name that no reader knew stands after a title; nothing else does
    objects = verb is not None and "np" in verb.takes
    in_name = kind == "human" and not words.definite(i - 1) and norm not in group("masdar")
    if (
        words.tokens[i].enclitic in ("هم", "ها", "هما", "هن")
        or (objects and masdar_like(norm) and not in_name)
        or (objects and verb.act == "deny" and norm in group("denied"))
        or (objects and verb.sure in ("deed", "stance") and heads(norm, "proposed"))
        or accusative(norm)
    ):
        return False
    return kind == "human"
