"""Where a noun phrase is over: the word that cannot belong to it, or goes on with it after it was closed."""

from __future__ import annotations

from rawi.arabic.frequencies import zipf
from rawi.readers.attribution.cues import Verb, cue_at, read_word
from rawi.readers.attribution.nouns import (
    accusative,
    plural,
    second_noun,
    title_before,
    verb_like,
)
from rawi.readers.attribution.objects import COMMON, after_name, former, officer
from rawi.readers.attribution.words import ALI, Words, bare, group, heads, masdar_like

UNREAD = 3  # words of a person's name between the title and «بالقول»


def ends(words: Words, i: int, verb: Verb | None, person: bool, closed: bool, kind: str) -> bool:
    """Whether token `i`, inside a phrase, is where the phrase is over."""
    norm = words.norm[i]
    if norm == "ل" and kind == "human" and _served(words, i + 1):
        return False  # «الرئيس التنفيذي لـ"شركة" فلان»
    if (
        norm in ("ب", "ل", "ك")
        or (norm == "علي" and _where_said(words, i + 1))
        or words.is_(i, "pointing")
        or (words.tokens[i].enclitic and norm in group("occasion"))
        or (norm.startswith("بال") and norm[3:] in group("talk"))  # «قال فلان بالمقابلة»
    ):
        return True
    if words.is_(i, "thing", "complementizer", "circumstance", "relative", "adverb", "particle"):
        return True
    if _teen(words, i) or former(words, i):
        return False
    if (
        norm in group("saying")
        or (norm in group("quantity") and i > 0 and not words.is_(i - 1, "preposition"))
        or (words.timed(i) and words.name[i] is None and words.norm[i - 1] not in ("امام", "خطيب"))
    ):
        return True
    following = words.norm[i + 1] if i + 1 < len(words) else ""
    if verb is not None and "obj" in verb.takes and closed and kind in ("body", "name") and officer(words, i):
        return True
    if following == "عدم" and norm.startswith(("طلب", "فضل", "اشترط", "شريطه", "بشرط")):
        return True  # «مصدر طلب عدم نشر اسمه», «مسؤول شريطة عدم ذكر اسمه»
    if words.tokens[i].text[0] == "ل" and words.norm[min(i + 1, len(words) - 1)] == "·":
        return True  # «لسي.إن.إن»
    if norm == "من" and i + 1 < len(words) and (read_word(following)[2] or verb_like(following)):
        return words.name[i + 1] is None  # «من وصفتهم بـ"…"», «ذكر البابا من يتوق»
    attached_to = words.tokens[i].proclitics[:1] in (("ب",), ("ل",)) and norm not in group(
        "name_tie"
    )
    if unknown(verb) and attached_to:
        return True
    if norm in group("preposition"):
        if verb is not None and verb.sure == "request" and norm == "من":
            return True  # «طلب الوزير من البرلمان»
        if unknown(verb):
            office = not words.definite(i - 1) and heads(following, "body")  # «مصدر في السفارة»
            return not (kind == "human" and norm == "في" and (office or _seat(words, i + 1)))
        if norm in ("وفق", "وفقا", "بحسب", "حسب", "طبقا", "نقلا", "عن", "الي"):
            if norm == "عن" and bare(words.norm[i - 1]) in ("دفاع", "مدافعه", "مدافعون", "مدافعين"):
                return False  # «جمعيات الدفاع عن حقوق الإنسان»
            if norm == "عن" and words.norm[i - 1] in ("الصادر", "الصادره"):
                return False  # «التقرير الصادر عن المنظمة»
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
            and (masdar_like(following) or closed or kind != "human" or heads(following, "weight"))
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
        if kind == "document" and name is not None and name.type == "organization":
            return False  # «تقرير لوكالة الطاقة»
        titled = any(words.definite(k) and heads(words.norm[k], "human") for k in (i - 2, i - 1))
        named = person and name is not None and not titled  # «فلان المدير الفني للمنتخب»
        chief = words.norm[i - 1].startswith("التنفيذي") and not person  # «الرئيس التنفيذي لموقع "كذا"»
        if not (bound or chief) and (norm == "ل" or heads(rest, "medium") or outlet or named):
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
        and (
            "obj" in verb.takes
            or ("np" in verb.takes and masdar_like(bare(norm)))
            or after_name(words, i, verb)
        )
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


def opposed(verb: Verb, norm: str) -> bool:
    """Whether the word is what one is for or against: «رفض الاقتراح», «رفض حلولاً», «دان الهجوم»."""
    classes = {"stance": ("proposed",), "deed": ("proposed", "condemned")}.get(verb.sure, ())
    classes += ("charges",) if verb.act == "deny" else ()  # «أنكر المتهم التهم المنسوبة»
    return any(heads(w, g) for w in (norm, norm.removesuffix("ا")) for g in classes)


def _teen(words: Words, i: int) -> bool:
    """Whether the second word of an ordinal stands at `i`: «القناة الثانية عشرة»."""
    return words.norm[i] in ("عشر", "عشره") and words.definite(i - 1)


def closed_by_adjective(words: Words, i: int) -> bool:
    """Whether an indefinite adjective stands before the definite word at `i`, which it cannot govern."""
    before, noun = words.norm[i - 1], words.norm[i - 2]
    nisba = before.endswith(("ي", "يه")) and before[0] != "م" and len(before) > 2  # «حي الوحدة»
    nisba = nisba and not (
        heads(before, "human") or heads(before, "body") or heads(before, "document")
    )
    indefinite = not (words.definite(i - 1) or words.definite(i - 2)) and words.name[i - 1] is None
    same = noun.endswith(("ه", "ات")) == before.endswith("ه") or plural(noun)
    return nisba and indefinite and same and not words.is_(i - 1, "preposition")


def addressed_behind_adjective(words: Words, i: int, verb: Verb | None) -> bool:
    """Whether whom the verb addresses begins at `i`, behind its subject's indefinite adjective, which governs
    nobody («تتهم فصائل مسلحة الحكومة بـ», «دعت كتل نيابية رئيس الوزراء إلى»)."""
    if verb is None or "obj" not in verb.takes:
        return False
    known = words.definite(i) or (i + 1 < len(words) and words.definite(i + 1))
    if words.name[i] is None and not (known and _somebody(words.norm[i])):
        return False
    noun, before = words.norm[i - 2], words.norm[i - 1]
    if words.definite(i - 1) or words.definite(i - 2) or words.name[i - 1] is not None:
        return False
    if words.is_(i - 1, "preposition") or (before.endswith("ي") and _somebody(before[:-1])):
        return False  # «مسؤول في منظمة …», «مسؤولي المكتب»
    qualifies = heads(before, "adjective", conjunction=False) or before.endswith(
        ("ي", "يه", "ون", "ين")
    )
    return qualifies and (_somebody(noun) or plural(noun))


def _somebody(norm: str) -> bool:
    return heads(norm, "human", conjunction=False) or heads(norm, "body", conjunction=False)


def _seat(words: Words, i: int) -> bool:
    """Whether a name stands at `i`, in marks or not, and behind it a person's («رئيس الكتلة في البرلمان، فلان»,
    «القيادي في "الحزب" فلان»), or the word that says it («القيادي في الحزب بالقول»)."""
    i += i + 1 < len(words) and words.quote[i] is not None and words.mark(i)
    name = words.name[i] if i < len(words) else None
    if name is None or name.type == "person":
        return False
    after = words.at(name.end)
    while after + 1 < len(words) and words.norm[after] in '"»”،,':
        after += 1
    if after >= len(words):
        return False
    person = words.name[after]
    if person is not None:
        return person.type == "person"
    unread = range(after, min(after + UNREAD + 1, len(words)))  # a name that no reader knew
    said = next((k for k in unread if words.norm[k] == "بالقول"), None)
    return said is not None and not any(words.mark(k) for k in range(after, said))


def unknown(verb: Verb | None) -> bool:
    """Whether the phrase is sought behind a verb that is not known, nor what it governs."""
    return verb is not None and not verb.past and verb.sure == "weak"


def _served(words: Words, i: int) -> bool:
    """Whether a body in marks stands at `i`, and behind it the person who serves it."""
    quote = words.quote[i] if i + 1 < len(words) else None
    name = words.name[i + 1] if quote is not None else None
    if quote is None or name is None or name.type != "organization" or name.end != quote.end:
        return False
    after = words.at(quote.outer_end)
    person = words.name[after] if after < len(words) else None
    return person is not None and person.type == "person"


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


def continues(words: Words, i: int, kind: str, person: bool, verb: Verb | None) -> bool:
    """Whether an indefinite word goes on with a chain that a definite word has closed."""
    norm = words.norm[i]
    if norm in group("preposition") or norm == ALI:
        return True
    if words.norm[i - 1] in ("المنتهيه", "المنتهي") or _teen(words, i):
        return True  # «المنتهية ولايته»
    if norm in group("self"):
        return verb is None or "object" not in verb.traits  # «المصادر ذاتها أكدت»
    if norm[0] == "و" and len(norm) > 3:
        rest = norm[1:]
        return (
            not verb_like(rest)
            and not read_word(norm)[0]
            and (any(heads(rest, g) for g in ("human", "body", "medium")) or words.name[i] is not None)
        )
    if norm[0] in "بل" and len(norm) > 3:
        return not accusative(norm)
    governs = verb is not None and ("np" in verb.takes or "object" in verb.traits)
    if governs and masdar_like(norm):
        return False
    if heads(norm, "human"):
        return kind in ("human", "person") and not (verb is not None and "obj" in verb.takes)
    if verb is not None and "obj" in verb.takes and (person or words.definite(i - 1)):
        if words.tokens[i].enclitic or heads(norm, "body", conjunction=False):
            return False  # «دعا الوزير أنصاره إلى», «اتهم رئيس البلدية فلان شركة البناء بـ»
        if norm[-1] == "ي" and any(heads(norm[:-1], g) for g in ("human", "body")):
            return False  # «حث الأمين العام طرفي النزاع على»
    own = words.tokens[i].enclitic == "ه" and words.name[i] is None and words.name[i - 1] is not None
    if person and own and zipf(words.tokens[i].base) >= COMMON:
        return False  # «واصل الوزير فلان ضغوطه على»
    # a name that no reader knew stands after a title; nothing else does
    objects = verb is not None and "np" in verb.takes
    in_name = kind == "human" and not words.definite(i - 1) and norm not in group("masdar")
    if (
        words.tokens[i].enclitic in ("هم", "ها", "هما", "هن")
        or (objects and masdar_like(norm) and not in_name)
        or (objects and verb.act == "deny" and norm in group("denied"))
        or (objects and opposed(verb, norm))
        or accusative(norm)
    ):
        return False
    return kind == "human"
