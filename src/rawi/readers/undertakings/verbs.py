"""Commitments that a verb states.

1. to come     «ستنسحب القوات … بحلول …», «لن … ما لم …»: needs a limit or a condition
"""

from __future__ import annotations

from rawi.readers.attribution.words import Passage, Words, sentence_first
from rawi.readers.undertakings import (
    binders,
    clause,
    conditions,
    extent,
    limits,
    named,
    occurring,
    parties,
    sides,
    speakers,
    subjects,
    timetables,
)
from rawi.readers.undertakings.binding import binding, earlier
from rawi.readers.undertakings.coming import Ahead
from rawi.readers.undertakings.done import announces
from rawi.readers.undertakings.draft import Draft, Ground, Stretch
from rawi.readers.undertakings.judging import (
    asked_of,
    asks,
    by_agreement,
    doubted,
    enters_state,
    first_person,
    opined,
    qualifies,
    seems,
    speaks_of_self,
    speculated,
    sporting,
    status_of,
    subject_hidden,
    untold,
)
from rawi.readers.undertakings.lexis import group, has, has_form, imperfect, of_verbs
from rawi.readers.undertakings.limits import Limit
from rawi.records import Statement


def read(ground: Ground, passage: Passage) -> list[Draft]:
    """The commitments that verbs state in one passage."""
    found: list[Draft] = []
    words = ground.words
    for i in range(passage.first, passage.last):
        if words.tokens[i].kind != "word":
            continue
        found += to_come(ground, passage, i)  # 1
        found += binding(ground, passage, i)
    return found


def to_come(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 1 at token `i`."""
    words = ground.words
    verb = imperfect(words, i)
    if verb is None:
        return []
    own = first_person(words, i)
    idle = of_verbs(verb, "idle") and not (
        occurring.granted(words, i) or occurring.summoned(words, i) or occurring.takes_place(words, i)
        or occurring.comes_into_force(words, verb, i, words.stop[i])
    )  # fmt: skip
    arrives = idle and occurring.arriving(words, i, verb)
    idle = idle and not occurring.decreed(words, i, verb)
    if (idle and not (arrives or of_verbs(verb, "willed"))) or enters_state(words, i, min(len(words), i + 4)):
        return []
    statement = ground.statement_at(i)
    first = clause.clause_first(words, passage, i, statement)
    opens = i - 1 if words.core[i - 1] in ("سوف", "لن") else i
    first = clause.joined_first(words, first, opens)
    warned = statement is not None and statement.act == "warn"
    his = warned and subject_hidden(words, first, first, opens) and speaks_of_self(words, first, statement)
    if doubted(words, statement, own=own or his) or asks(words, i):
        return []
    if asked_of(words, first, i) or opined(words, first) or untold(words, first):
        return []
    if has(words, opens - 1, "condition") or conditions.supposing(words, first, i):
        return []  # «طالما لن يتم …», «إذا كانت … سترسل» are the condition itself
    if of_verbs(verb, "befalling"):
        return []  # «ستتفوق على …», «ستسقط» are forecasts
    if own and statement is None and words.inside[i] is None and passage.place != "title":
        return []  # «سنقدم لك أربع طرق» is the writer's own
    whole = clause.clause_last(words, i, ground.end_of(i, passage))
    proviso = clause.before_proviso(words, i + 1, whole)  # «سأشدد على أن» has none
    last = _joined(words, i, proviso)
    if speculated(words, max(first, i - 4), min(last, i + 6)) or seems(words, first):
        return []
    # «…، ولن تستمر العلاقة»: a clause of its own
    led = words.norm[opens] != words.core[opens] and words.norm[opens][0] == "و"
    joined = led and words.core[opens - 1] != "لم"
    # «روسيا والسعودية اتفقتا على … وستناقشان …»: another undertaking stands between
    behind = joined and any(imperfect(words, j) or binders.binding_verb(words, j) for j in range(first, i))
    own_first = i if behind else first
    ahead = Ahead(ground.today, weekday=True)
    limit = limits.chosen(words, i, last, own_first, ground.since, ahead=ahead)  # «ستعقد اليوم»
    limit = limit or _run_out(ground, i, last, statement)
    if limit is not None and speculated(words, limit.last, min(last, limit.last + 2)):
        return []  # «… العام المقبل على الأرجح»
    condition = conditions.condition(words, i + 1, last)
    if words.core[i - 1] == "لن":
        condition = conditions.exception(words, i + 1, last) or condition
    if condition is None and (words.core[i - 1] == "لن" or of_verbs(verb, "continuing")):
        condition = conditions.until(words, i + 1, last)
    if condition is None and of_verbs(verb, "done_to"):
        condition = conditions.occasion(words, i + 1, last, of=("عند", "بعد", "عقب"))
    needed = conditions.requirement(words, i + 1, last, refused=words.core[i - 1] == "لن")
    if condition is None or (needed is not None and needed[0] < condition[0]):
        both = needed and condition is not None and words.core[condition[0]] in ("بشرط", "شريطه")
        condition = (needed[0], condition[1]) if needed and condition and both else needed or condition
    if condition is not None and words.norm[condition[0]] != words.core[condition[0]]:
        condition = None  # «… وإذا …» opens the next clause
    subject = first  # where the subject may begin: behind a condition that comes first
    if condition is None and opens > first:
        condition = conditions.condition(words, first, opens)
        subject = condition[1] if condition is not None else first
    if condition is None:
        condition = proviso_before(words, passage, first)
    if limit is not None and condition is not None and condition[0] < limit.first < condition[1]:
        limit = None  # the day on which the condition must be met
    if condition is None and limit is None and last == proviso < whole:
        condition = last, whole  # «سينسحب …، على أن تعقد …»
    if qualifies(words, first, i) and (limit is None or not limit.strong):
        return []  # «القمة التي ستعقد الثلاثاء» tells which; attributive.py reads it
    carried = joined and subjects.shared(words, first, i, statement)
    hidden = carried or subject_hidden(words, first, subject, opens)
    party = [] if own or hidden else subjects.subject(words, subject, i, last)
    if limit is None and condition is None and parties.can_bind(words, party, strict=True):
        limit = timetables.season(words, i + 1, last, named=True)  # «سيصوت الأعضاء … في الأسابيع المقبلة»
    limit = limit or timetables.on_time(words, i + 1, last)
    if not own and condition is not None and first < condition[0] < i:
        ahead = parties.before(words, first, condition[0])  # «إن بلاده في حال … فسوف …»
        party = ahead if parties.can_bind(words, ahead) else party
    if len(party) == 1 and party[0][1] - party[0][0] == 1 and words.is_(party[0][0], "pointing"):
        return []  # «فإن هذا سيمنحه فرصة …» is what comes of it
    joins = words.tokens[i].proclitics[:1] == ("و",) or (party and any(
        words.norm[j] in ("،", ",") and words.norm[j + 1][0] == "و" for j in range(party[0][1], i)
    ))  # fmt: skip
    if joins and of_verbs(verb, "done_to") and party and party[0][1] <= i:
        party = []  # «…، وسيتم توقيع …», «…، وبعدها سيتم …»: a clause of its own
    if party and words.tokens[party[0][0]].base in group("changing"):
        return []  # «الانتعاش سينتهي بحلول …» is a forecast
    if party and subjects.everybody(words, party[0][0]):
        return []  # «كل الدول ستعترف …», «سيعطي الشعب الرد …» are hopes
    counted = party and (words.tokens[party[0][0]].kind == "number" or has(words, party[0][0], "about"))
    if counted and not parties.can_bind(words, party, strict=True):
        return []  # «24 مليون وظيفة ستخلق بحلول …» is a forecast
    told_of = subjects.relative(words, first, i, opens)
    if told_of is not None and party and party[0][0] < opens:
        party = named.whom(words, passage, opens)
    of = None if joined else subjects.said_of(words, party, i)
    if party and of_verbs(verb, "done_to") and (
        clause.masdar_at(words, party[0][0]) or words.tokens[party[0][0]].base in group("works")
    ):
        party = []  # «فتح المعبر سيتم …»: what is done, and nobody
    plain = limit is None and condition is None
    if plain and his:
        return []  # «حذر من أنه لن يصمت»
    if limit is None and sides.outsider(ground, statement, party):
        return []  # «قال لافروف إن واشنطن لن تغادر …»
    himself = own or (hidden and speaks_of_self(words, first, statement))
    if hidden and not himself:
        party = named.just_before(words, passage, first)
    who = speakers.himself(words, statement, first) if himself else None
    binds = own or who is not None or parties.can_bind(words, party, strict=plain)
    declared = (
        bool(party) and statement is not None and any(announces(words, j) for j in range(first, i))
    )
    agreed = by_agreement(words, sentence_first(words, passage, i), whole)
    said = [s for s in (limit and limit.last, condition and condition[0]) if s and s > i]
    weather = hidden and sporting(words, sentence_first(words, passage, i), i)  # «أنها ستستمر»
    if weather or sporting(words, first, max(said, default=last), i) or not (
        binds
        or declared
        or (statement is not None and of_verbs(verb, "enacted") and bool(party) and has(
            words, party[0][0], "facility"  # «معبر … سيغلق أمام …»
        ))
        or (limit is not None and _told(words, i, statement))
        or (limit is not None and occurring.set_day(words, verb, party, i, last))
        or (condition is not None and (occurring.granted(words, i) or occurring.takes_place(words, i)))
        or (of_verbs(verb, "enacted") and _enacted(ground, verb, statement, condition, agreed=agreed))
    ):
        return []
    if arrives and (limit is None or words.core[i - 1] == "لن"):
        return []  # «لن تصل القطع قبل آب» is a delay
    if idle and not own and not (who is not None and of_verbs(verb, "willed") and not plain) and (
        not parties.can_bind(words, party) or (plain and not agreed)
    ):
        return []  # «سيساعد القرار في …» is no deed
    goes_on = declared or agreed or (who is not None and of_verbs(verb, "willed"))
    if of_verbs(verb, "continuing") and not goes_on:
        through = limit is not None and words.norm[limit.first - 1] in ("طوال", "طيله")
        day = limit is not None and limit.days is not None and occurring.brief(limit.days)
        event = occurring.of_event(words, party, last)
        lasting = own or who is not None or parties.can_bind(words, party, strict=True)
        lasts = condition is not None or (limit is not None and (lasting or through or day or event))
        if not lasts:
            return []  # «ستظل الأسعار مرتفعة في 2025» is a forecast
    if plain and statement is None and passage.place != "title" and not agreed:
        return []  # without a limit only what somebody says of himself or of a body binds
    if plain and (of_verbs(verb, "talking") or (opens == i and has(words, i + 1, "vague"))):
        return []  # «سنتحدث عن ذلك», «سنفعل شيئا»
    if limit is None and verb[1:] == "قول":
        return []  # «سيقول: "إذا …"»
    if plain and (ground.match or ((own or hidden) and not speakers.official(ground, statement, first))):
        return []  # a private person's «سأذهب»
    end = (
        clause.plain_end(words, i, last)
        if plain
        else extent.span_end(words, i, last, limit, condition)
    )
    stop = extent.action_end(words, i, end, limit, condition)
    told = condition is None and limit is not None and not qualifies(words, first, i)
    if told and limit is not None and extent.object_behind(
        words, limit, last, bare=stop == i + 1 or [(i + 1, stop)] == party
    ):
        end = stop = clause.plain_end(words, limit.last, last)  # «سيجري الخميس محادثات مع …»
    if plain and stop == i + 1 and of_verbs(verb, "of_something"):
        return []  # «لن نقبل», «سيتعامل»: what or with whom, is not told
    further = []
    if end < last and words.core[end][:1] == "ل" and has_form(words.core[end][1:], "becoming"):
        further = [(end, clause.plain_end(words, end, last))]  # «… ستنتهي في مايو لتبدأ …»
        end = further[0][1]
    alone = plain or (words.mark(i - 1) and (limit is None or limit.first > i) and (
        condition is None or condition[0] > i
    ))  # fmt: skip
    begins = first if first < i < first + 30 and not (joined and (alone or behind)) else opens
    if told_of is not None:
        begins, of = told_of
    if condition is not None and condition[0] < begins and i - condition[0] < 40:
        begins = condition[0]
    return [
        Draft(
            (begins, end), (opens, stop), "agreed" if agreed else status_of(statement), "verb to come",
            party=party, speaker=None if of_verbs(verb, "done_to") else who, limit=limit,
            condition=condition, statement=statement, sure=0 if plain else 1, further=further,
            inherits=limit is not None and limit.days is None, subject=of,
        )
    ]  # fmt: skip


def _run_out(ground: Ground, i: int, last: int, statement: Statement | None) -> Limit | None:
    """The limit, by now over, of what somebody is told to have said: «كانت أعلنت أنها ستخفض … اعتبارا من …»."""
    if statement is None:
        return None
    limit = limits.chosen(ground.words, i, last, i, None, over=True)
    return limit if limit is not None and earlier(ground, limit) else None


def _joined(words: Words, i: int, last: int) -> int:
    """Where the next verb to come is joined on, with a limit and a condition of its own: «…، وستجمد …»,
    «…، وأن العمل سينطلق …»."""
    return next(
        (
            j
            for j in range(i + 2, last)
            if words.core[j] != words.norm[j] and (imperfect(words, j) or words.is_(j, "complementizer"))
        ),
        last,
    )


def _told(words: Words, i: int, statement: Statement | None) -> bool:
    """Whether somebody says that a thing will be («الجولة ستعقد»), or it will be done («سيتم»)."""
    if statement is not None or occurring.granted(words, i):
        return True
    return of_verbs(imperfect(words, i) or "", "passive") or occurring.summoned(words, i)


def _enacted(
    ground: Ground, verb: str, statement: Statement | None, condition: Stretch | None, *, agreed: bool
) -> bool:
    """Whether a deed of authority told of a thing («ستجمد الأصول») binds: under an agreement, or on a
    condition where somebody in office says so, or that «سيتم» tells of."""
    loose = condition is not None and has(ground.words, condition[0], "loose")
    if agreed:
        return True
    if condition is not None and of_verbs(verb, "done_to") and not loose:
        return True  # «سيتم سحب الرخصة في حال …»
    if condition is None or statement is None:
        return condition is not None and not loose  # «ستغلق القاعدة إذا ثبت …», in the paper's own words
    return speakers.official(ground, statement, ground.words.at(statement.start))


def proviso_before(words: Words, passage: Passage, first: int) -> tuple[int, int] | None:
    """The condition that «فإن» answers: «إذا …، فإن [clause]»; `first` is the clause's first token."""
    if first <= passage.first or words.norm[first - 1] not in ("فان", "فانه", "فانها", "فاننا"):
        return None
    opens = sentence_first(words, passage, first - 1)
    found = conditions.last_condition(words, opens, first - 1)
    return found if found is not None and first - found[1] <= 3 else None
