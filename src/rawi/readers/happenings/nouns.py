"""Events told by a noun: «هجوم», «اتفاق», «زيارة».

A noun alone may be a plan, a fear or a class of things, so it counts only where the text says that it
took place:

1. «تم», «جرى», «شهد» before it
2. a past day beside it, or in the relative clause after it («القمة التي عقدت في يونيو الماضي»)
3. it is the occasion of something else («إثر غارات على …»), or a possession that names who did it and to
   whom («هجماتها على …»); both need two parties or one party and a place
"""

from __future__ import annotations

from datetime import date

from rawi.readers.attribution.words import Passage, Words, bare
from rawi.readers.happenings import roles, when
from rawi.readers.happenings.announced import announcer, by_announcer, occasion, reported
from rawi.readers.happenings.draft import Draft, Stretch
from rawi.readers.happenings.lexis import demonyms, happened, naming, nouns, verbs, words_of
from rawi.readers.happenings.standing import PERFECT
from rawi.readers.happenings.where import place
from rawi.readers.happenings.within import national, parties_of
from rawi.readers.undertakings.clause import clause_first, clause_last, reports
from rawi.readers.undertakings.judging import sporting
from rawi.records import Days

WITNESSED_WITHIN = 8  # tokens from «شهدت» to what was seen
REVEALED_WITHIN = 8  # tokens from «كشف» to the agreement that it tells of
TOLD = 4  # tokens from a noun to the verb that says it was held, its adjective and «التي» between them
PLACE_WITHIN = 3  # tokens from the parties to the place
MONTH = 31  # days
NOUN_WITHIN = 14  # tokens from a noun to its day or the other party
DAY_WITHIN = 6  # tokens from the parties to the day
_NEGATORS = frozenset({"لم", "لن", "ما", "لا", "قد", "سوف"})
_UNREAL = frozenset({"قبل", "عدم", "دون", "ضد", "بدون", "وقف", "منع", "تجنب", "رفض"})
_APART = frozenset({"منذ", "قبل", "بعد", "حتي"})
_AIMS = frozenset({"الي", "علي", "بشان", "حول", "نحو", "اجل", "اي"})


def by_noun(words: Words, passage: Passage, i: int, today: date | None) -> Draft | None:
    """The event that the noun at token `i` names, or None."""
    base = words.tokens[i].base
    known = naming(words, i)
    if known is None:
        return None
    before = words.core[i - 1] if i > passage.first else ""
    teller = announcer(words, passage, i)
    if base == "مسيره" and (
        roles.numbered(words, i - 1) or words.tokens[i - 1].base in words_of("arms") or _drone(words, i)
    ):
        return None  # «طائرة مسيرة»
    done = teller is not None or reported(words, passage, i) or _done(words, passage, i)
    if before in _UNREAL or before in PERFECT or _only_said(words, passage, i):
        return None
    if before in words_of("held"):
        return None  # «عرض لإجراء محادثات»
    if known.needs == "done" and not (done or _imposed(words, i, passage.last)):
        return None
    if base == "سجن" and not (roles.acts(words, i + 1) or roles.numbered(words, i + 1)):
        return None  # «في سجن تابع للوكالة»: a place
    whole = clause_last(words, i, passage.last)
    last = min(whole, i + NOUN_WITHIN)
    if sporting(words, max(words.head[i], i - NOUN_WITHIN) if done else i, last):
        return None
    if words.norm[i] in words_of("lives"):
        return None
    if known.needs == "complement" and (i + 1 >= last or words.timed(i + 1) or words.mark(i + 1)):
        return None  # «إغلاق الثلاثاء»: of the market
    if known.type == "ASSAULT" and any(
        bare(words.norm[j]) in words_of("metaphor") for j in range(i + 1, min(last, i + 3))
    ):
        return None  # «حرب كلامية»
    if base in words_of("regained") and not roles.ground(words, i + 1, last):
        return None  # «تمت استعادة البيانات»
    if base == "اصابه" and roles.by_no_wound(words, i + 1, last):
        return None
    if any(bare(words.core[j]) in words_of("planned") for j in range(i + 1, last)):
        return None
    kind, of = known.type, known.of
    if teller is not None and base in words_of("own_deeds"):
        of = "target"
    if kind is None and i + 1 < last and bare(words.norm[i + 1]) in words_of("joint"):
        kind = "AGREE"  # «بيان مشترك»
    told = _told_in_relative(words, i, last)
    if known.of == "target" and "ل" in words.tokens[i].proclitics and words.definite(i) and not (done or told):
        return None  # «كفالة للإفراج عنه»: what for
    actor, target, end = parties_of(words, told or i, last, whole, kind, of, done)
    if known.needs == "told" and not (done or told):
        return None
    if known.needs == "party" and not (actor or target or told):
        return None
    dated = _day(words, told, end, i, last, today)
    at = place(words, i, last, reached=base in words_of("visits"))
    by_them = told is not None and told - i <= TOLD and actor is not None and bool(
        words.tokens[told].enclitic
    )  # «الضربات التي شنتها القوات»
    placed = by_them or (told is not None and _held(words, i, told) and (actor or target or at))
    if dated is None and not placed and not (
        (actor or target)
        and (
            (actor and (target or roles.dual(words, actor[0]))) or at or done
            or (target and (_owned(words, i) or base in words_of("struck_down")))
        )
        and (told or not _to_come(words, passage, i))
        and (done or told or _presupposed(words, passage, i, kind) or _revealed(words, i, kind, target))
    ):
        return None
    end = max(end, dated[1] if dated else 0)
    visits = base in words_of("visits")
    if at is not None and 0 <= at[0] - end <= PLACE_WITHIN and not any(
        _parts(words, j) or words.mark(j)
        or (words.is_(j, "preposition") and words.core[j] not in ("في", "الي" if visits else ""))
        for j in range(end, at[0])
    ):
        end = at[1]
    if actor is None and teller is not None and by_announcer(words, teller, i):
        actor = teller
    return Draft(
        (i, end), kind, f"noun: {base}", actor, target,
        place(words, i + 1, end, reached=base in words_of("visits")),
        dated[0] if dated else None, firm=told is not None or teller is not None, held=bool(placed),
    )  # fmt: skip


def _imposed(words: Words, i: int, last: int) -> bool:
    """«الحظر الذي فرضه …»: whether the relative straight behind the noun at token `i` says that it was done."""
    straight = i + 1 < last and words.is_(i + 1, "relative")
    return straight and _told_in_relative(words, i, min(last, i + TOLD)) is not None


def _drone(words: Words, i: int) -> bool:
    """Whether «مسيرة» is a drone: its doubled letter is printed, it is of a people, or it did harm."""
    harm = any(t.type == "ASSAULT" for t in verbs().get(words.core[i - 1], ())) if i else False
    return harm or "\u0651" in words.tokens[i].text or (
        i + 1 < len(words) and bare(words.norm[i + 1]) in demonyms()
    )


def _held(words: Words, i: int, told: int) -> bool:
    """Whether the verb at token `told` says that it was held or concluded: «مؤتمر عقد في …», «اتفاقا أبرم
    مع …»."""
    return told - i <= TOLD and words.core[told] in words_of("concluded") and not words.tokens[told].enclitic


def _only_said(words: Words, passage: Passage, i: int) -> bool:
    """Whether what the noun at token `i` names is alleged, the name of a penalty, or still to be reached
    («للتوصل إلى اتفاق»)."""
    if i == passage.first:
        return False
    if {bare(words.core[i - 1]), words.tokens[i - 1].base} & words_of("alleged"):
        return True
    if i < passage.first + 2 or words.core[i - 1] != "الي" or words.tokens[i - 2].base != "توصل":
        return False
    masdar = words.definite(i - 2) or "ل" in words.tokens[i - 2].proclitics
    return masdar and not (i > passage.first + 2 and words.core[i - 3] in happened())


def _done(words: Words, passage: Passage, i: int) -> bool:
    """Step 1, also «وشهد الحي مساء مواجهات» and «أفاد باندلاع اشتباكات»."""
    if i == passage.first:
        return False
    k = i - 1
    while k > passage.first and (words.timed(k) or roles.seat(words, k) or words.core[k] == "في"):
        k -= 1  # «تم في عمان أمس توقيع …»
    while k > passage.first and words.is_(k, "quantity"):
        k -= 1  # «تم عقد عدة اجتماعات»
    if words.core[k] in happened() and words.core[i] == words.norm[i]:
        return not (k > passage.first and words.core[k - 1] in _NEGATORS)
    if words.tokens[i - 1].base in words_of("outcome"):
        k = i - 2
        by = k >= passage.first and words.core[k] in words_of("occasion")
        told = "ب" in words.tokens[i - 1].proclitics and any(
            reports(words, j) for j in range(max(passage.first, k - 3), k + 1)
        )
        return by or told
    for j in range(i - 1, max(passage.first, i - WITNESSED_WITHIN) - 1, -1):
        around = words.norm[j] in ("،", ",") and (words.timed(j - 1) or words.timed(j + 1))
        if (words.mark(j) and not around) or words.is_(j, "complementizer", "relative"):
            return False
        if words.core[j] in words_of("witnessed"):
            return not (j > passage.first and words.core[j - 1] in _NEGATORS)
    return False


def _presupposed(words: Words, passage: Passage, i: int, kind: str | None) -> bool:
    """Step 3: whether the words around token `i` take what it names for something that took place."""
    before = words.core[i - 1] if i > passage.first else ""
    if before in words_of("occasion"):
        return True
    if (
        before in ("علي", "في")
        and i - 1 > passage.first
        and bare(words.norm[i - 2]) in words_of("answer")
    ):
        return True  # «ردا على هجماتها», «في أعقاب»
    if before == "بعد" and kind == "ASSAULT" and words.definite(i):
        return True
    if words.tokens[i].base in words_of("struck_down") and occasion(words, passage, i):
        return True
    if before == "من" and occasion(words, passage, i):
        return True  # «بعد يومين من زيارة …»
    if before in _AIMS or (words.core[i].startswith("ل") and "ل" in words.tokens[i].proclitics):
        return False
    return (kind == "ASSAULT" and _owned(words, i)) or (kind == "AGREE" and words.definite(i))


def _revealed(words: Words, i: int, kind: str | None, target: Stretch | None) -> bool:
    """Whether an agreement of two is told of by who made it known («كشفت الرئاسة عن اتفاق بين …»), or an
    attack is a known one («الضربات الفرنسية لـ…»)."""
    if target is None:
        return False
    if kind == "ASSAULT" and words.definite(i):
        return national(words, i + 1)
    if kind != "AGREE" or words.core[i - 1] != "عن":
        return False
    return any(reports(words, j) for j in range(max(words.head[i], i - REVEALED_WITHIN), i - 1))


def _owned(words: Words, i: int) -> bool:
    """«هجماتها»: whose it was is a pronoun."""
    return bool(words.tokens[i].enclitic) and words.norm[i] not in nouns()


def _to_come(words: Words, passage: Passage, i: int) -> bool:
    """Whether the clause before token `i` speaks of what is to come, or asks for it."""
    first = clause_first(words, passage, i, None)
    return any(
        words.is_(j, "future", "voice") or "س" in words.tokens[j].proclitics
        for j in range(first, i)
    )


def _told_in_relative(words: Words, i: int, last: int) -> int | None:
    """The verb of «القمة التي عقدت …», «اللقاء الذي جرى …» after the noun at token `i`."""
    j = next((j for j in range(i + 1, last - 1) if words.is_(j, "relative")), None)
    if j is not None and any(words.tokens[k].base in nouns() for k in range(i + 1, j)):
        return None  # «إسقاطها خلال الحرب التي …»: told of the other
    if j is not None and words.norm[j] == "الذي" and words.norm[i].endswith(("ه", "ات")):
        return None  # «إعلان القمة الذي …»
    if j is not None and words.core[j + 1] in happened():
        return j + 1
    if words.definite(i):
        return None
    # «بيان مشترك صدر في …»: an indefinite noun needs no «الذي»
    j = next((j for j in range(i + 1, min(last, i + 3)) if words.core[j] in happened()), None)
    bare_verb = j is not None and words.core[j] == words.norm[j] and not words.definite(j - 1)
    return j if bare_verb else None


def _day(
    words: Words, told: int | None, end: int, i: int, last: int, today: date | None
) -> tuple[Days, int] | None:
    """Step 2: the past day beside the noun, with nothing between that belongs to another clause."""
    if told is not None:
        anew = (
            j for j in range(told + 1, last)
            if words.norm[j - 1] in ("،", ",") and (_parts(words, j) or words.core[j] in happened())
        )  # fmt: skip
        return when.day(words, told, next(anew, last), today)
    last = min(last, end + DAY_WITHIN)
    last = next((j for j in range(i + 1, last) if words.norm[j] in ("،", ",")), last)
    dated = when.day(words, i + 1, last, today, named=True)
    if dated is None or any(_parts(words, j) for j in range(i + 1, dated[1])):
        return None
    days = dated[0]
    wide = days.begin and days.end and (days.end - days.begin).days > MONTH
    if wide and any(words.tokens[j].base in nouns() for j in range(i + 1, dated[1])):
        return None  # «الانسحاب من الاتفاق عام 2015»: the year of the other
    times = {id(words.time[j]) for j in range(i + 1, dated[1]) if words.time[j] is not None}
    return dated if len(times) == 1 else None  # «مظاهرات الأعوام الأخيرة … يوم الجمعة»


def _parts(words: Words, j: int) -> bool:
    """Whether token `j` parts a noun from the day that follows: another clause, a stretch since then."""
    if words.is_(j, "complementizer", "clause") or words.core[j] in _APART or reports(words, j):
        return True
    if words.quote[j] is not None and words.quote[j] is not words.quote[j - 1]:
        return True
    if words.timed(j):
        return False  # «فجر السبت»
    return words.name[j] is None and words.core[j] in verbs() and words.core[j] not in nouns()
