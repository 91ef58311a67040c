"""Commitments that somebody is given time for.

1. ultimatum   «أمهلت المحكمة الحكومة عشرة أيام لتنفيذ الحكم»
2. left        «أمام الشركات حتى نهاية العام لتقديم الطلبات»
3. appointed   «حددت المحكمة 24 مايو موعدا (نهائيا) لـ…»
4. respite     «منح … مهلة … لـ…», «أمام … مهلة حتى … لـ…»

Who is bound is the one who is given the time, the object of the verb; where a pronoun stands for him, or
the words do not part him from who gives it, no party is named.
"""

from __future__ import annotations

from rawi.readers.attribution.words import Passage, Words, sentence_first
from rawi.readers.undertakings import clause, extent, limits, parties
from rawi.readers.undertakings.binding import earlier
from rawi.readers.undertakings.draft import Draft, Ground, Stretch
from rawi.readers.undertakings.judging import asks, doubted, sporting
from rawi.readers.undertakings.lexis import group, has, imperfect

_SITTING = ("جلسه", "يوم", "تاريخ")
_WITHOUT = frozenset({"دون", "بدون", "لم", "بلا"})
_COMPASS = ("جنوب", "شمال", "شرق", "غرب", "وسط")
REACH = 12  # tokens from «مهلة» back to the verb that gives it
APPOINTED = 16  # tokens from a verb of setting to «موعدا»: who sets, and the day


def read(ground: Ground, passage: Passage) -> list[Draft]:
    """The ultimatums of one passage."""
    found: list[Draft] = []
    for i in range(passage.first, passage.last - 2):
        if not ground.classed[i] and ground.words.core[i] != "امام":
            continue
        granting = has(ground.words, i, "granting") and not has(ground.words, i, "setting")
        if granting or has(ground.words, i, "ultimatum"):
            found += ultimatum(ground, passage, i)  # 1
        elif ground.words.core[i] == "امام":
            found += left(ground, passage, i)  # 2
        elif has(ground.words, i, "setting"):
            found += appointed(ground, passage, i)  # 3
        found += respite(ground, passage, i)  # 4
    return found


def ultimatum(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 1: the ultimatum that the verb at token `i` gives: a time, and what is to be done with it."""
    words = ground.words
    statement = ground.statement_at(i)
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    if asks(words, i) or sporting(words, i, last):
        return []
    if doubted(words, statement) and statement is not None and statement.act != "warn":
        return []
    if i > passage.first and words.core[i - 1] in ("لم", "لن", "لا"):
        return []
    deeds = [j for j in range(i + 2, last) if clause.masdar_at(words, j, "ل")]
    if not deeds:
        return []
    time = next((j for j in range(i + 1, last) if words.timed(j) or has(words, j, "lengths")), deeds[0])
    deed = next((j for j in deeds if j > time), deeds[0])  # «أمهل المبعوث للتجارة 15 يوما لإعداد …»
    limit = limits.chosen(words, i + 1, last, i + 1, ground.today) or _length(words, i + 1, last)
    limit = limit or _past(ground, i + 1, last)
    if not has(words, i, "ultimatum"):  # «منح البرلمان الرئيس ثلاثين يوما لتشكيل …»: the time is given
        limit = _length(words, i + 1, deed)
        limit = limit if limit is not None and limit.last == deed else None
    if limit is None:
        return []
    end = extent.span_end(words, deed, last, limit, None) if limit.first > deed else last
    end = min(end, clause.plain_end(words, deed, last)) if limit.first < deed else end
    return [
        Draft(
            (i, end), (deed, extent.action_end(words, deed, end, limit, None)), "announced", "ultimatum",
            party=given(words, i, min(limit.first, deed)), limit=limit, statement=statement, sure=2,
        )
    ]  # fmt: skip


def _past(ground: Ground, first: int, last: int) -> limits.Limit | None:
    """A term that was given and is over, not long ago."""
    found = limits.chosen(ground.words, first, last, first, None)
    return found if found is not None and earlier(ground, found) else None


def _length(words: Words, first: int, last: int) -> limits.Limit | None:
    """A length of time as the term given: which days it ends on is not told («عشرة أيام»)."""
    for j in range(first, last):
        time = words.time[j]
        if time is not None and time.type == "duration":
            return limits.Limit(None, j, words.at(time.end), True)
        if has(words, j, "lengths") and not words.tokens[j].definite:
            return limits.Limit(None, j, j + 1, True)
    return None


def left(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 2 at token `i`, the «أمام» that opens its sentence: who has how long for what."""
    words = ground.words
    still = words.norm[i - 1] in ("مازال", "يزال", "زال", "بقي", "ومازال")
    if asks(words, i) or (sentence_first(words, passage, i) != i and not still):
        return []
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    deed = next((j for j in range(i + 2, last) if clause.masdar_at(words, j, "ل")), None)
    if deed is None or any(imperfect(words, j) for j in range(i + 1, deed)):
        return []
    limit = limits.chosen(words, i + 1, deed, i + 1, ground.today) or _length(words, i + 1, deed)
    near = (m for m in limits.limits(words, i + 1, deed, ground.today) if m.last == deed)
    limit = next(near, limit)  # «أمام الموظفين الذين …، حتى الاثنين لمغادرة …»
    if limit is None or not limit.strong or sporting(words, i, last):
        return []
    end = clause.plain_end(words, deed, last)
    until = range(i + 1, limit.first)
    whose = next((j for j in until if words.is_(j, "relative") or words.mark(j)), limit.first)
    given = [(i + 1, whose)] if whose > i + 1 else []
    return [
        Draft(
            (i, end), (deed, end), "announced", "left", limit=limit, statement=ground.statement_at(i),
            party=given if parties.can_bind(words, given) else [], sure=2,
        )
    ]  # fmt: skip


def appointed(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 3 at token `i`, a verb of setting: the day, «موعدا», and what it is set for."""
    words = ground.words
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    word = next((j for j in range(i + 1, min(last, i + APPOINTED)) if words.norm[j] == "موعدا"), None)
    word = word or _session(words, i, last)
    if word is None or asks(words, i):
        return []
    day = limits.limits(words, i + 1, word, ground.today) or [
        m for m in limits.limits(words, i + 1, word + 1, None) if m.days is not None
    ]
    opens = next((j for j in range(word + 1, min(last, word + 3)) if words.core[j][:1] == "ل"), None)
    if not day or opens is None or sporting(words, i, last):
        return []
    limit = day[0]
    so = next((j for j in range(opens + 1, last - 1) if words.core[j] in ("كي", "لكي")), None)
    sets = limit.first - (words.norm[limit.first - 1] in _SITTING)
    bound = parties.after(words, i, sets) if so is None else [(opens, so)]
    deed = opens if so is None else so + 1
    end = clause.plain_end(words, deed, last)
    return [
        Draft(
            (i, end), (deed, end), "announced", "appointed", party=bound, limit=limit,
            statement=ground.statement_at(i), sure=2,
        )
    ]  # fmt: skip


def _session(words: Words, i: int, last: int) -> int | None:
    """The last token of the day behind «جلسة» or «يوم»: «حدد القاضي [جلسة 14 أبريل] للنطق بالحكم»."""
    for j in range(i + 1, min(last, i + APPOINTED)):
        time = words.time[j]
        if time is not None and words.norm[j - 1] in _SITTING:
            end = words.at(time.end)
            return end - 1 if end < last and clause.masdar_at(words, end, "ل") else None
    return None


def respite(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 4 at token `i`: «منح فلاناً مهلة تنتهي في … لتسليم …»."""
    words = ground.words
    if not has(words, i, "respite"):
        return []
    verb = next(
        (
            j
            for j in range(i - 1, max(passage.first, i - REACH) - 1, -1)
            if has(words, j, "granting") or _granted_him(words.core[j])
            or (j < i - 1 and has(words, j, "imposing"))  # «وضع الرئيس مهلة لـ…», not «وضع مهلة»
        ),
        None,
    )
    if verb is not None and words.norm[verb - 1] == "ان":
        return []  # «يخشى أن تمنحه …»: «قرر أن يمنح …» is read by what binds
    facing = None if verb is not None else _facing(words, passage, i)
    if verb is None and facing is None:
        return []
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    a = next((j for j in range(i + 1, last - 1) if words.core[j] in ("لكي", "كي")), None)
    a = a or next((j for j in range(i + 1, last) if _purpose(words, j)), None)
    limit = limits.chosen(words, i, last, i, ground.today)
    if a is None:
        return []
    over = next((j for j in range(a + 1, words.stop[i] - 1) if has(words, j, "running_out")), None)
    a += words.core[a] in ("لكي", "كي", "اجل")
    end = max(limit.last if limit else 0, a + 1)
    if limit is None or limit.first < a:
        end = next((j for j in range(a + 1, last) if words.norm[j] in ("،", ",")), last)
    to_whom = next(
        (j for j in range(i + 1, a) if words.core[j][:1] == "ل" and words.norm[j] != "لا"), None
    )
    if verb is None:
        verb = facing or i
        ends = next((j for j in range(verb + 1, i) if words.mark(j) or words.is_(j, "relative")), i)
        whom = parties.parted(words, verb + 1, ends) if ends > verb + 1 else []
    elif to_whom:
        whom = parties.after(words, to_whom - 1, a)
    else:
        whom = given(words, verb, i) or parties.before(words, verb + 1, i)[-1:]
    stop = extent.action_end(words, a, end, limit, None)
    unused = over is not None and any(words.core[j] in _WITHOUT for j in range(over, words.stop[i]))
    if over is not None:  # «… مهلة لتشكيل …، انقضت في … من دون …»
        limit = next(iter(limits.limits(words, over, words.stop[i], None)), limit)
    return [
        Draft(
            (verb, end), (a, stop), "broken" if unused else "announced", "respite",
            party=whom, limit=limit, statement=ground.statement_at(i), sure=3,
        )
    ]  # fmt: skip


def _facing(words: Words, passage: Passage, i: int) -> int | None:
    """The «أمام» of «أمام الحكومة مهلة حتى … لـ…», «أمامها مهلة …»."""
    aside = False  # «أمام الشركات، التي …، مهلة»: a relative clause stands between
    for j in range(i - 1, max(passage.first, i - REACH) - 1, -1):
        if words.is_(j, "complementizer") or (words.mark(j) and words.norm[j] not in ("،", ",")):
            return None
        if words.core[j] in ("امام", "لدي") or words.tokens[j].base in ("امام", "لدي"):
            opens = j == words.head[i] or words.mark(j - 1) or words.is_(j - 1, "complementizer")
            return j if opens or not aside else None
        aside = aside or words.mark(j) or words.is_(j, "relative")
    return None


def _granted_him(word: str) -> bool:
    """«منحته», «أمهلهم»: a verb of granting with its object written onto it."""
    return any(word.endswith(e) and word[: -len(e)] in group("granting") for e in ("ه", "ها", "هم"))


def _purpose(words: Words, j: int) -> bool:
    """Whether token `j` says what a respite is for: «لتسليم», «من أجل إطلاق»."""
    if words.core[j] == "اجل":
        return clause.masdar_at(words, j + 1)
    return len(words.core[j]) > 3 and clause.masdar_at(words, j, "ل")


def given(words: Words, i: int, stop: int) -> list[Stretch]:
    """Who is given the time: the names that end before token `stop`, else the second of two definite
    nouns behind the verb at `i`."""
    last = stop
    while last > i + 1 and not words.definite(last - 1) and words.name[last - 1] is None:
        last -= 1
    if words.tokens[i].enclitic:
        return []
    if last <= i + 2:  # «وأمهل الحكومة حتى …»: who gives it is told before
        return [(i + 1, last)] if last == i + 2 and has(words, i, "ultimatum") else []
    name = words.name[last - 1]
    where = words.at(name.start) - 1 if name is not None and name.type == "place" else last
    where -= where < last and words.norm[where] in _COMPASS
    if where < last and words.is_(where, "preposition"):  # «[المقاتلين] في جنوب البلاد»
        return [(where - 1, where)] if where > i + 2 and words.definite(where - 1) else []
    if name is not None:
        first = words.at(name.start)
        while first - 1 > i and words.norm[first] != words.core[first] and words.name[first - 1]:
            first = words.at(words.name[first - 1].start)
        return parties.parted(words, first, last) if first > i + 1 else []
    nouns = [j for j in range(i + 1, last) if words.definite(j)]
    return [(last - 1, last)] if len(nouns) == 2 and last - i == 3 else []
