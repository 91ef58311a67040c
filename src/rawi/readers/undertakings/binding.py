"""Commitments that a binding verb states: «تعهد بـ», «اتفقا على», «قرر», «أجّل … إلى».

1. the verb, not a noun spelled alike nor denied
2. its action: أن and a clause, its preposition and a masdar, or a masdar as object
3. each action that is joined on («وبسحب …») with its own limit or condition is a commitment
"""

from __future__ import annotations

from datetime import date

from rawi.readers.attribution.words import Passage, Words
from rawi.readers.undertakings import (
    actions,
    binders,
    clause,
    conditions,
    extent,
    limits,
    named,
    ordered,
    parties,
    sides,
    speakers,
    timetables,
)
from rawi.readers.undertakings.coming import Ahead
from rawi.readers.undertakings.draft import Draft, Ground, Stretch
from rawi.readers.undertakings.judging import asks, in_question, seems
from rawi.readers.undertakings.lexis import Verb, group, has
from rawi.records import Days

DECIDING = ("قرر", "وافق")
_CHARGED = ("أمر", "وافق", "اتفق", "يخطط", "ينوي", "سعى", "اعتزم", "يعمل")
_MEANT = ("يخطط", "ينوي", "سعى", "اعتزم", "يعمل")
_WHOM = ("وعد", "أمر", "كلف", "ألزم")  # have an object: who is promised, or charged
_BINDING = ("agreement", "decision", "plan", "pledge")
_TERMS = ("قضى", "نص", "تضمن", "شمل")  # what they give begins when the agreement does
_WAS = ("كان", "كانت", "كانوا", "كانا", "كانتا")
WEEK = 7
SUBJECT = 3  # tokens that open a clause, where its subject stands however much parts it from the verb
LONG_AGO = 1096  # days after a limit beyond which it is history («قبل … عام 1979»)


def binding(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 2 at token `i`."""
    words = ground.words
    verb = binders.binding_verb(words, i)
    if verb is None or conditions.supposed(words, i):
        return []
    statement = ground.statement_at(i)
    if (statement is not None and statement.act in ("fear", "accuse")) or asks(words, i):
        return []
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    opens = actions.action_at(words, verb, i, last) or _whole(verb, i)
    if opens is None:
        return []
    start, preposition = opens
    first = clause.clause_first(words, passage, i, statement)
    if seems(words, first) or in_question(words, first, i):
        return []
    if verb.word == "التزم" and any(has(words, j, "restraint") for j in range(i + 1, start)):
        return []  # «التزمت الشركة الصمت»
    if verb.word == "قضى" and words.tokens[i + 1].base in group("bench"):
        return []  # «قضت المحكمة بـ…»
    if verb.word in _CHARGED and ordered.crime(words, start):
        return []  # «يخططون لتنفيذ هجمات» is what one charges others with
    if verb.status == "planned" and any(words.core[j] in _WAS for j in range(first, i)):
        return []  # «كانت تعتزم …» is over
    party = parties.after(words, i, start if start > i else last) or parties.before(words, first, i)
    if verb.word in _WHOM:
        party = ordered.who_charges(words, party)
    if verb.word in _WHOM and words.is_(i - 1, "relative"):
        party = named.whom(words, passage, i)  # «الدول التي وعدت الأردن بـ…»: behind the verb stands to whom
    teller = ground.cued_at(i) or statement  # «كما تعهد بـ…»: whoever is told to speak so
    undecided = verb.word == "قرر" and words.core[i] == "تقرر"  # «تقرر طرد …»: by whom is not told
    over = undertook_before(words, first, i)
    drafts = []
    stretches = actions.segments(words, start, last, preposition)
    undertaken = past_day(words, first, i, start, ground.today) if verb.tense == "past" else None
    for number, (a, b) in enumerate(stretches):
        deal = verb.needs in ("deal", "terms") and _of_deal(words, verb, i, first)
        draft = _bound(ground, verb, (i if number == 0 else a, a, b), deal=deal, over=over)
        if draft is None:
            continue
        draft.party = _of_term(words, verb, party, draft, preposition)
        draft.undertaken = undertaken
        draft.statement = ground.statement_at(a)
        told = teller is statement or speakers.official(ground, teller, first)
        hidden = words.norm[i + 1 : i + 2] == ["مع"] or all(  # «أنه اتفق مع … على»
            words.timed(j) or words.mark(j) or words.is_(j, "adverb") for j in range(i + 1, start - 1)
        )
        if not party and teller is not None and told and not undecided and (hidden or start <= i):
            draft.speaker = speakers.himself(words, teller, first)
        plain = draft.limit is None and draft.condition is None and not draft.inherits
        known = words.is_(i - 1, "relative")  # «الإجراءات التي تعتزم واشنطن …» are known to be meant
        if plain and verb.word in _MEANT and not known and sides.outsider(ground, statement, party):
            continue  # «قالت موسكو إن واشنطن تخطط لـ…» is what one charges another with
        if plain and verb.needs == "none" and not (
            _in_office(ground, verb, party)
            if party
            else speakers.official(ground, teller, first)
        ):  # fmt: skip
            continue  # who it is that decides is not told, or nobody in office
        if plain and verb.word in ordered.ORDERS and ordered.by_court(words, party):
            continue  # «أمرت المحكمة بدفع غرامة»
        drafts.append(draft)
    return drafts


def _of_term(
    words: Words, verb: Verb, party: list[Stretch], draft: Draft, preposition: str
) -> list[Stretch]:
    """Who is bound by one action: whom the clause of an agreement names («ينص الاتفاق على أن تنسحب [القوات]»),
    elsewhere the subject of the verb that binds."""
    if preposition or verb.word not in _TERMS or parties.can_bind(words, party, strict=True):
        return party
    named = parties.after(words, draft.action[0], draft.action[1])
    return named if parties.can_bind(words, named, strict=True) else party


def _whole(verb: Verb, i: int) -> tuple[int, str] | None:
    """What is put off or extended may be no masdar: «مددت … تدريبات حتى …»; the clause is the action."""
    return (i, "") if verb.status == "postponed" or verb.word == "مدد" else None


def _in_office(ground: Ground, verb: Verb, party: list[Stretch]) -> bool:
    """Whether who binds himself without a limit can: a body, a state, a person; what persons decide or
    agree to is of interest where they hold an office, and nothing is in a report of a match."""
    if ground.match or not parties.can_bind(ground.words, party, strict=True):
        return False
    if verb.word not in DECIDING:
        return True
    if has(ground.words, party[0][0], "private"):
        return False
    name = ground.words.name[party[0][0]]
    return name is None or name.type != "person" or name.entity in ground.officials


def _bound(
    ground: Ground, verb: Verb, place: tuple[int, int, int], *, deal: bool, over: bool
) -> Draft | None:
    """The draft of one action of a binding verb: `place` is (span's first token, action, end); `deal`:
    an agreement or a decision binds; `over`: it was bound before what is told («كان … قد تعهد»)."""
    words = ground.words
    first, a, b = place
    if words.tokens[a].base in group("changing"):
        return None  # «أعلن انخفاض الاستهلاك …»
    if verb.status == "postponed":
        found = limits.limits(words, a, b, ground.today) or limits.limits(words, a, b, None)
        limit = next((m for m in found if m.strong), None)
    else:
        since = ground.today if verb.tense == "past" else ground.since
        counted = None if verb.word in _TERMS else ground.today
        ahead = None if over else Ahead(counted, whole=verb.tense == "present")
        limit = limits.chosen(words, a, b, a, since, ahead=ahead)
        if limit is None and verb.tense == "past":  # what was bound earlier
            limit = limits.chosen(words, a, b, a, None, over=True)
            limit = limit if limit is not None and earlier(ground, limit) else None
    condition = conditions.condition(words, a + 1, b) or conditions.term(words, a + 1, b)
    if limit is None and verb.status == "planned":  # «تعتزم مصر، الخميس، بدء …»
        limit = next(iter(limits.limits(words, first + 1, a, ground.since)), None)
    if limit is not None and condition is not None and condition[0] < limit.first < condition[1]:
        limit = None  # «… إذا صرفت الرواتب قبل الخميس»
    table = timetables.timetable(words, a, b)
    reference = timetables.referring(words, a, b)
    held = any(m is not None for m in (limit, condition, table, reference))
    met = {
        "none": any(m is not None for m in (limit, table, reference))
        or not (ordered.judicial(words, verb, a, b) or (condition is None and ordered.paper(words, a))),
        "limit": held,
        "deal": held or deal,
        "terms": deal,
        "date": (limit is not None and _far_ahead(ground, limit))
        or (condition is not None and verb.word == "أعلن" and ordered.depends(words, a, condition[0])),
        "far": limit is not None and (limit.strong or any(
            words.norm[j] in group("next") for j in range(limit.first, limit.last)
        )),
        "term": reference is not None
        or any(words.core[j] in ("تنفيذا", "التزاما", "وفاء") for j in range(a, b)),
    }[verb.needs]
    if not (met or _called_off(words, a, b)):
        return None
    if held:
        end = extent.span_end(words, a, b, limit, condition)
        end = max(end, (table or reference or (0, 0))[1])
    else:
        end = clause.plain_end(words, a, b)
        end = extent.before_day(words, a, end, ground.today) if verb.tense == "past" else end
    stop = extent.action_end(words, a, end, limit, condition)
    a = actions.past_date_setting(words, a, stop)
    sure = 1 + (held and verb.needs not in ("limit", "far")) + (held and deal)
    return Draft(
        (first, end), (a, stop), _status(words, verb, a, stop, deal=deal),
        "called off" if _called_off(words, a, stop) else f"verb: {verb.word}", limit=limit,
        condition=condition, inherits=limit is None and reference is not None, sure=sure,
    )  # fmt: skip


def _status(words: Words, verb: Verb, a: int, stop: int, *, deal: bool) -> str:
    """What is said of the undertaking; a meeting that is called off will not be."""
    return "denied" if _called_off(words, a, stop) else "agreed" if deal else verb.status


def _called_off(words: Words, a: int, b: int) -> bool:
    """Whether the action at token `a` is the calling off of a meeting: «إلغاء القمة»."""
    return has(words, a, "calling_off") and any(
        has(words, j, "gathering") for j in range(a + 1, min(b, a + 3))
    )


def _far_ahead(ground: Ground, limit: limits.Limit) -> bool:
    """Whether a day is to come, beyond a weekday that may as well be the last one."""
    if limit.days is None or limit.days.end is None:
        return False
    if ground.today is None:
        return True
    told = limit.strong or any(
        ground.words.norm[j] in group("next") or ground.words.tokens[j].kind == "number"
        for j in range(limit.first, limit.last)
    )
    return (limit.days.end - ground.today).days > (0 if told else WEEK)


def earlier(ground: Ground, limit: limits.Limit) -> bool:
    """Whether a limit that is over may be that of what was bound earlier: in so many words, not long ago."""
    if limit.word is None or ground.words.core[limit.word[0]] == "الي" or limit.days is None:
        return False
    if ground.words.core[limit.word[0]] == "خلال" and any(
        ground.words.core[j] in group("past") for j in range(limit.first, limit.last)
    ):
        return False  # «اللقاء السابع خلال العامين الماضيين»
    return ground.today is None or (ground.today - limit.days.end).days < LONG_AGO


def undertook_before(words: Words, first: int, i: int) -> bool:
    """Whether the verb at token `i` tells of a time before the tale's: «كانت الحكومة قد تعهدت», «سبق أن»."""
    opens = words.head[i]
    return any(words.core[j] in (*_WAS, "سبق") for j in range(min(opens, first), i))


def _of_deal(words: Words, verb: Verb, i: int, first: int) -> bool:
    """Whether the subject of the verb at token `i` is an agreement, a decision or a plan that there is."""
    if any(words.core[j] in ("لم", "عدم") for j in range(first, i)):
        return False  # «لم يوقع اتفاقا ينص على …»
    behind = range(i + 1, min(len(words), i + 3))
    if any(has(words, j, *_BINDING) and not has(words, j, "law") for j in behind):
        return True
    kinds = ("agreement",) if verb.needs == "terms" else ("agreement", "decision")
    if verb.word in ("قضى", "نص") and any(has(words, j, "plan") for j in range(max(first, i - 2), i)):
        return True  # «الخطة تقضي بـ…»
    before = {*range(first, min(first + SUBJECT, i)), *range(max(first, i - 6), i)}
    return any(
        has(words, j, *kinds) and not has(words, j, "law") and not words.core[j - 1].endswith("مشروع")
        for j in before
    )


def past_day(words: Words, first: int, i: int, a: int, today: date | None) -> Days | None:
    """The day on which it was undertaken, where the clause says so beside its verb at token `i`:
    «توصلوا، مطلع مايو الماضي، إلى …». Days that have not passed are none."""
    for j in (*range(i + 1, a), *range(i - 1, first - 1, -1)):
        time = words.time[j]
        if time is None or time.type != "date" or time.date is None or time.date.end is None:
            continue
        between = range(i + 1, j) if j > i else range(j, i)
        if any(words.is_(k, "relative", "complementizer") for k in between):
            return None
        if time.date.begin is not None and (today is None or time.date.end <= today):
            return time.date
    return None