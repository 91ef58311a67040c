"""Events told by a verb in the perfect.

1. how the verb stands: first in its clause, after its subject, or in a relative clause   standing.py
2. its object, where only that makes it an event («عقد اجتماعاً»)
3. who did it to whom; a verb of harm with nobody to do it is passive
"""

from __future__ import annotations

from datetime import date

from rawi.readers.attribution.words import Passage, Words, bare, heads, masdar_like
from rawi.readers.happenings import roles, when
from rawi.readers.happenings.draft import Draft, Stretch
from rawi.readers.happenings.forms import as_printed, form_of, told_of, verbal
from rawi.readers.happenings.lexis import Telling, naming, nouns, others, verbs, words_of
from rawi.readers.happenings.sides import HARM, SPOKEN, makes, parties, punished
from rawi.readers.happenings.standing import PERFECT, Stand, standing
from rawi.readers.happenings.where import place
from rawi.readers.undertakings.clause import clause_last
from rawi.readers.undertakings.judging import sporting

OBJECT_WITHIN = 14  # tokens from a verb to the object that makes it an event
INSERTED = 8  # tokens of a day between two commas, with «في بيان» before it
REFUSED_WITHIN = 7  # tokens from «رفض» to what is refused, its subject between them
_STOPS = frozenset(".؛:!؟\"»")
_ANEW = frozenset({"من", "دون", "بعد", "قبل", "حيث", "وسط", "بحسب", "وفق", "حسب", "فيما", "بينما"})
_BOTH = frozenset({"AGREE", "CONSULT"})  # with somebody
_ASIDE = frozenset({"علي", "خلال", "بعد", "قبل", "اثر", "عقب", "منذ"})
_ELSEWHERE = frozenset({"الي", "بعد", "خلال", "من", "علي", "حتي", "قبل", "مع", "عن"})
_BESIDE = frozenset(
    {"بعد", "اثر", "عقب", "وسط", "حسبما", "بحسب", "مما", "حيث",
     "خلال", "رغم", "غداه", "وفقا", "وفق"}
)  # fmt: skip


def by_verb(words: Words, passage: Passage, i: int, today: date | None) -> Draft | None:
    """The event that the verb at token `i` tells, or None."""
    form = form_of(words, i)
    tellings = verbs().get(form)
    if (
        tellings is None
        or words.tokens[i].definite
        or words.tokens[i].proclitics[:1] in (("ل",), ("ب",))
    ):
        return None
    stand = standing(words, passage, i, joined=form != words.norm[i])
    if stand is None:
        return None
    whole = clause_last(words, i, passage.last)
    last = next((j for j in range(i + 2, whole) if _ends(words, j)), whole)
    telling, thing = next(
        (
            (t, j)
            for t in tellings
            if as_printed(words, t, i) and (j := _object_at(words, t, i, last, stand)) is not None
        ),
        (None, i),
    )
    if telling is None:
        return None
    caused = telling.of("results")  # by a storm: its weather is no forecast
    if sporting(words, thing if caused else stand.first, whole, i):
        return None
    if any(words.norm[j] in words_of("own_doors") for j in range(i + 1, min(last, i + 6))):
        return None  # «أغلقت المدارس أبوابها»
    if telling.noun and not (
        verbal(words, telling, i, last, thing)
        if stand.subject is None
        else words.core[i - 1] in PERFECT or told_of(words, stand.subject, i, last)
    ):
        return None
    dated = when.day(words, i + 1, last, today)
    if dated is None and stand.first == i and (before := when.day_before(words, i, today)) is not None:
        dated = before, i + 1
    actor, target = parties(words, telling, stand, i, last, thing)
    actor = roles.with_others(words, actor, last) if actor is not None and actor[0] > i else actor
    kind = telling.type
    if telling.of("results"):
        kind, actor, target = _result(words, actor, target, stand, i, thing, last)
        if target is None:
            return None
    if kind == "ACCUSE" and actor is not None and words.tokens[actor[0]].base in words_of("courts"):
        kind = "COERCE" if telling.of("convicts") else kind  # «دانت المحكمة المتهم»
    if telling.type in SPOKEN and target is not None and not roles.acts(words, target[0]):
        target = None
    if target is not None and telling.of("meets") and words_of("casualties") & set(words.norm[slice(*target)]):
        return None  # «استقبل المستشفى 20 جريحا»
    if target is None and actor is not None and telling.of("meets") and _met(words, actor, i, last):
        actor, target = None, actor
    between = thing + 1 if thing > i else last
    if actor is None and telling.type in _BOTH and "بين" in words.core[between : between + 4]:
        both = roles.pair(words, words.core.index("بين", between) + 1, last)
        actor, target = both or (None, target)
    if target is None and (actor is not None or kind == "AGREE") and not telling.of("compels"):
        behind = thing if words.core[thing] in others(telling.type) else max(thing, i) + 1
        target = roles.after(words, behind, last, others(telling.type))
        if telling.type == "COERCE" and thing > i and not words.definite(thing):
            target = punished(words, thing, last) or target
        if target is None and telling.type == "COERCE":  # «حكمت المحكمة على المتهم بالسجن»
            target = roles.after(words, i + 1, thing, others(telling.type))
        head = target[0] if target is not None else i
        if kind == "ACCUSE" and not telling.objects:
            target = None  # «دانت التصعيد ضد المدنيين»
        if target is not None and masdar_like(words.norm[head]) and not roles.acts(words, head):
            target = None  # «أجبرت الحكومة الشركة على بيع …»: to do what
    if telling.of("moves") and "الي" in telling.objects:
        to = roles.seat(words, thing + 1) or (
            words.tokens[thing + 1].base in words_of("ground") and roles.seat(words, thing + 2)
        )
        if actor is None or not roles.acts(words, actor[0]) or not to:
            return None  # «وصل العدد إلى 30», «عاد إلى الواجهة»
        target = None
    if kind == "RETREAT" and words.tokens[thing].base in words_of("workings"):
        kind = kind if actor is not None and roles.fights(words, actor[0]) else None  # «علقت الشركة عملياتها»
    if telling.type == "ASSAULT" and _figurative(words, actor, i, last):
        return None
    with_it = target is not None and words.core[target[0] - 1] == "مع"
    if telling.type in _BOTH and with_it and target and not roles.acts(words, target[0]):
        return None  # «اتفق مع هذه الفكرة»
    if telling.type == "REJECT" and any(
        words.core[j] in words_of("trifles") for j in _beside(i, last)
    ):
        return None  # «رفض التعليق»: nothing happened
    whole = _whole(words, telling, actor, target, dated is not None)
    met = target is not None and telling.of("meets") and stand.first == i  # «زار … والتقى …»
    of_him = kind == "AGREE" and with_it and words.is_(i - 1, "complementizer")  # «إنه اتفق مع …»
    if not (whole or met or of_him):
        return None
    end = max(thing + 1, dated[1] if dated else 0, *(p[1] if p else 0 for p in (actor, target)))
    stop = next((j for j in range(end, last) if _adds(words, j) and not _goes_on(words, i, j, last)), last)
    while stop > end and words.is_(stop - 1, "preposition", "clause") and not words.tokens[stop - 1].enclitic:
        stop -= 1
    return Draft(
        (stand.first, stop), kind, f"verb: {telling.word}", actor, target,
        place(words, i + 1, stop, reached=telling.of("moves")), dated[0] if dated else None,
        firm=dated is not None and words.is_(i - 1, "relative"), verb=i, own=telling.own,
        hidden=not (whole or of_him), subject=stand.subject,
    )  # fmt: skip


def _ends(words: Words, j: int) -> bool:
    """Whether token `j` begins another clause: a relative one, the report of a subject that the verb only
    describes («الحكومة التي تولت السلطة إن …»), another verb joined to this one."""
    if words.is_(j, "relative", "complementizer"):
        return True
    if words.core[j] == words.norm[j] or words.name[j] is not None or words.definite(j):
        return False
    core = words.core[j]
    if len(core) > 3 and core.endswith("ت") and not core.endswith("ات") and not words.tokens[j].enclitic:
        return not (heads(core, "human") or heads(core, "body") or masdar_like(core))
    joined = verbs().get(words.core[j])
    if joined is None or all(t.noun for t in joined):
        return False  # a bare stem of three letters may be a masdar («إطلاق المياه وسحب القوات»)
    return len(words.core[j]) > 3 or words.core[j].endswith(("ت", "وا"))


def _beside(i: int, last: int) -> range:
    return range(i + 1, min(last, i + REFUSED_WITHIN))


def _figurative(words: Words, actor: Stretch | None, i: int, last: int) -> bool:
    """Whether an attack is of words («شن الوزير هجوما لاذعا»), an injury an illness («أصيب بجلطة»), a
    martyrdom a citation («استشهد الكاتب بآية»)."""
    if any(
        words.norm[j] in words_of("words") or bare(words.core[j]) in words_of("rank")
        for j in range(i + 1, last)
    ):
        return True
    if words.core[i].startswith(("اصيب", "استشهد")):
        return roles.by_no_wound(words, i + 1, last)
    one = actor is not None and any(
        (n := words.name[j]) is not None and n.type == "person" for j in range(*actor)
    )
    if one and words.core[i].startswith("هاجم"):
        return True  # «هاجم النائب NAME الحكومة»
    return one and any(words.norm[j].startswith(("هجوم", "حمله")) for j in range(i + 1, last))


def _result(
    words: Words, actor: Stretch | None, target: Stretch | None, stand: Stand, i: int, thing: int, last: int
) -> tuple[str | None, Stretch | None, Stretch | None]:
    """Type and parties of what a cause led to («الهجوم أودى بحياة …»): the type is the cause's, where an
    event noun names it, and who suffered stands behind the result."""
    cause = stand.subject or roles.phrase(words, i + 1, thing)
    if cause is not None and words.is_(cause[0], "pointing"):
        cause = (cause[0] + 1, cause[1])  # «هذا القصف»
    named = naming(words, cause[0]) if cause is not None else None
    who = actor if actor is not None and named is None and roles.acts(words, actor[0]) else None
    first = thing if words.norm[thing] in words_of("victims") else thing + 1
    while first == thing and first - 1 > i and roles.numbered(words, first - 1):
        first, thing = first - 1, thing - 1  # «أوقع | 41 قتيلا»
    whom = roles.counted(words, first, last) or roles.phrase(words, first, last)
    if whom is not None:  # «مقتل امرأتين | وإصابة …»
        cut = (j for j in range(whom[0] + 1, whom[1]) if words.core[j] != words.norm[j])
        end = next((j for j in cut if words.tokens[j].base in nouns()), whom[1])
        whom = (whom[0], end)
    return (named.type if named is not None else None), who, whom


def _met(words: Words, found: Stretch, i: int, last: int) -> bool:
    """Whether the one phrase behind a verb that needs an object is whom a subject that is not printed met:
    «… حيث التقى الرئيس المصري.»"""
    first, end = found
    if first < i or words.norm[first].endswith(("ان", "ون")) or (
        "بين" in words.core[first:end] or any(words.core[j] != words.norm[j] for j in range(first, end))
    ):
        return False
    if first == i + 1 and words.tokens[first].enclitic and (
        bare(words.tokens[first].base) in words_of("counterpart")
    ):
        return True  # «حيث التقى نظيره …»
    over = end >= last or words.norm[end] in _STOPS
    comma = end + 1 < last and words.norm[end] in ("،", ",")
    anew = comma and (words.core[end + 1] != words.norm[end + 1] or words.core[end + 1] in _ANEW)
    return over or anew


def _whole(
    words: Words, telling: Telling, actor: Stretch | None, target: Stretch | None, dated: bool
) -> bool:
    """Whether a telling says enough: whom it befell, of an act upon somebody; elsewhere, without a day,
    who did it."""
    if telling.of("bursts") and telling.objects:
        return True  # «انفجرت السيارة»
    if telling.type in HARM and (telling.passive or not dated):
        return target is not None or (actor is not None and bool(telling.objects))
    if telling.of("results"):
        return target is not None
    if telling.of("compels") and target is not None and actor is None and not roles.acts(words, target[0]):
        return False  # «أجبرت النتائج …»
    if telling.word == "أدين":
        return target is not None and roles.acts(words, target[0])  # «أدين الاعتذار»: blamed
    if telling.type == "COOPERATE" and actor is not None and not roles.acts(words, actor[0]):
        return False  # «أسس القرار لأزمة»
    if telling.type in SPOKEN:
        return telling.own or (actor is not None and roles.acts(words, actor[0]))
    return (
        dated
        or telling.own
        or (actor is not None and (telling.type is not None or bool(telling.objects)))
        or (actor is not None and target is not None and telling.of("posts"))
        or (telling.passive and bool(telling.objects) and target is not None)  # «أطلق سراح تسعة»
        or (telling.type == "AID" and target is not None and roles.numbered(words, target[0]))
    )


# --- 2 ------------------------------------------------------------------------------------------------


def _object_at(words: Words, telling: Telling, i: int, last: int, stand: Stand) -> int | None:
    """The token of the word that makes the verb an event; `i` itself where it needs none, or where the
    relative before it stands for it («البلدة التي استعادها الجيش»)."""
    if not telling.objects:
        return i
    head = stand.object[0] if stand.object is not None else None
    if head is not None and makes(words, telling, head) and words.tokens[head].base not in nouns():
        return i
    for j in range(i + 1, min(last, i + OBJECT_WITHIN)):
        if words.is_(j, "complementizer") or words.norm[j] in words_of("purpose"):
            return None  # «أكمل الباحث أن …», «اجتمعوا بهدف توقيع …»: what it tells is of another verb
        if telling.phase and (words.core[j] in _ELSEWHERE or "ل" in words.tokens[j].proclitics):
            return None  # «بدأت تفهم بعد اللقاء»
        of_body = (
            words.definite(j) and not words.tokens[j].proclitics
            and not words.definite(j - 1) and heads(words.norm[j - 1], "body")
        )  # fmt: skip
        own = telling.type == "MOBILIZE" and j + 1 < last and words.definite(j + 1)
        if own and not words.definite(j) and all(words.mark(k) for k in range(i + 1, j)):
            continue  # «نشرت قوات الحدود …»: they are who did it
        signs = telling.type == "AGREE" or telling.of("found")
        upon = signs and words.core[j - 1] == "علي"  # «وقعا على الاتفاقية», «عثر على جثة»
        aside = j > i + 1 and words.core[j - 1] in _ASIDE and not upon  # «… ردا على هجماتها»
        if makes(words, telling, j) and not (of_body or aside):  # «عضو لجنة العلاقات»
            if telling.type in SPOKEN and words.core[j - 1] in words_of("undone"):
                return None  # «أعلن سحب تأييده»
            return j
    return None


def _goes_on(words: Words, i: int, j: int, last: int) -> bool:
    """Whether the comma at token `j` only closes a day that stands within the clause of the verb at `i`:
    «رحبت الحكومة، مساء الأحد، ب…», «أدان المجلس، في بيان الخميس، هجمات …»."""
    if words.norm[j] not in ("،", ",") or j + 1 >= last or not words.timed(j - 1):
        return False
    opened = next((k for k in range(j - 2, max(i, j - INSERTED), -1) if words.norm[k] in ("،", ",")), None)
    if opened is None or not (words.timed(opened + 1) or words.is_(opened + 1, "preposition")):
        return False
    joined = words.core[j + 1] != words.norm[j + 1] and words.norm[j + 1][0] in "وف"
    return not (joined or words.timed(j + 1) or words.is_(j + 1, "clause") or _adds(words, j + 1))


def _adds(words: Words, j: int) -> bool:
    """Whether token `j` opens what is told beside the event: a comma, a circumstance."""
    if words.core[j] == "في" and j + 1 < len(words) and words.norm[j + 1] == "حين":
        return True
    return words.norm[j] in ("،", ",", "(") or words.core[j] in _BESIDE