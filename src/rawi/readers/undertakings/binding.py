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
    clause,
    conditions,
    extent,
    limits,
    parties,
    timetables,
)
from rawi.readers.undertakings.coming import Ahead
from rawi.readers.undertakings.draft import Draft, Ground, Stretch
from rawi.readers.undertakings.judging import asks, seems
from rawi.readers.undertakings.lexis import Verb, group, has, verbs
from rawi.records import Days

DECIDING = ("قرر", "وافق")
ORDERS = ("أمر", "قرر", "أوعز", "كلف", "وجه", "قضى", "ألزم")
_BINDING = ("agreement", "decision", "plan", "pledge")
_TERMS = ("قضى", "نص", "تضمن", "شمل")  # what they give begins when the agreement does
_WAS = ("كان", "كانت", "كانوا", "كانا", "كانتا")
WEEK = 7
SUBJECT = 3  # tokens that open a clause, where its subject stands however much parts it from the verb
LONG_AGO = 1096  # days after a limit beyond which it is history («قبل … عام 1979»)


def binding(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 2 at token `i`."""
    words = ground.words
    verb = binding_verb(words, i)
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
    if seems(words, first):
        return []
    if verb.status == "planned" and any(words.core[j] in _WAS for j in range(first, i)):
        return []  # «كانت تعتزم …» is over
    party = parties.after(words, i, start if start > i else last) or parties.before(words, first, i)
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
        told = teller is statement or parties.official(ground, teller, first)
        hidden = all(words.timed(j) or words.mark(j) or words.is_(j, "adverb") for j in range(i + 1, start - 1))
        if not party and teller is not None and told and not undecided and (hidden or start <= i):
            draft.speaker = parties.himself(words, teller, first)
        plain = draft.limit is None and draft.condition is None and not draft.inherits
        if plain and verb.needs == "none" and not (
            _in_office(ground, verb, party)
            if party
            else parties.official(ground, teller, first)
        ):  # fmt: skip
            continue  # who it is that decides is not told, or nobody in office
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
    if verb.status == "postponed":
        found = limits.limits(words, a, b, ground.today) or limits.limits(words, a, b, None)
        limit = next((m for m in found if m.strong), None)
    else:
        since = ground.today if verb.tense == "past" else ground.since
        counted = None if verb.word in _TERMS else ground.today
        ahead = None if over else Ahead(counted, whole=verb.tense == "present")
        limit = limits.chosen(words, a, b, a, since, ahead=ahead)
        if limit is None and verb.tense == "past":  # what was bound earlier
            limit = limits.chosen(words, a, b, a, None)
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
        "none": held or not (_paper(words, a) or _judicial(words, verb, a, b)),
        "limit": held,
        "deal": held or deal,
        "terms": deal,
        "date": limit is not None and _far_ahead(ground, limit),
        "far": limit is not None and limit.strong,
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


def _paper(words: Words, a: int) -> bool:
    """Whether what is decided or agreed is a paper («مشروع قانون») or a sentence («تمديد حبس …»)."""
    return any(
        has(words, j, "paper") or words.tokens[j].base in group("paper")
        for j in range(a, min(a + 2, len(words)))
        if (j == a or not words.tokens[j].proclitics) and words.core[a].lstrip("ب") != "عدم"
    )


def _judicial(words: Words, verb: Verb, a: int, b: int) -> bool:
    """Whether an order is a court's or the police's: to seize, to hold, to let go."""
    return verb.word in ORDERS and any(has(words, j, "judicial") for j in range(a, min(a + 3, b)))


def _far_ahead(ground: Ground, limit: limits.Limit) -> bool:
    """Whether a day is to come, beyond a weekday that may as well be the last one."""
    if limit.days is None or limit.days.end is None:
        return False
    if ground.today is None:
        return True
    told = limit.strong or any(
        ground.words.norm[j] in group("next") for j in range(limit.first, limit.last)
    )
    return (limit.days.end - ground.today).days > (0 if told else WEEK)


def earlier(ground: Ground, limit: limits.Limit) -> bool:
    """Whether a limit that is over may be that of what was bound earlier: in so many words, not long ago."""
    if limit.word is None or ground.words.core[limit.word[0]] == "الي" or limit.days is None:
        return False
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


def binding_verb(words: Words, i: int) -> Verb | None:
    """The binding verb at token `i`; not a noun spelled alike, nor a verb that is denied."""
    core = words.core[i]
    known = verbs()
    verb = (
        known.get(words.norm[i])
        or known.get(core)
        or known.get(core[1:] if core[:1] == "س" else core)
    )
    if verb is None or words.name[i] is not None or words.time[i] is not None:
        return None
    if (
        words.tokens[i].text[:1] == "آ"
        or words.tokens[i].definite
        or (i and words.core[i - 1] in ("لم", "لا", "ما", "لن"))
    ):
        return None
    wished = i and words.tokens[i - 1].text in ("أن", "بأن", "لكي", "كي")
    if wished and verb.tense == "present" and verb.status != "postponed":
        return None  # «من المتوقع أن يوافق …»; but «… قبل أن يؤجل إلى …»
    if i and words.is_(i - 1, "preposition") and verb.tense == "past":
        return None  # «على وعد», «في أمر»
    if words.norm[i] in ("امر", "وعد") and not _opens_verb(words, i):
        return None  # «أمر مثير للقلق»
    while_so = i > 1 and words.core[i - 1] == "حين" and words.core[i - 2] == "في"
    if i and has(words, i - 1, "supposing") and not while_so and (
        verb.tense == "present" or words.core[i - 1] in ("سواء", "اذا", "لو")
    ):
        return None  # «عندما يأمر …», «سواء قرر … أم لا»
    if verb.word == "أرجأ" and words.tokens[i].text.endswith("ى"):
        return None  # «يرجى»
    if i and verb.word == "شمل" and words.core[i - 1] in ("لم", "بلم", "للم"):
        return None  # «لم شمل العائلات»
    return verb


def _opens_verb(words: Words, i: int) -> bool:
    """Whether a word spelled like a noun («أمر») is the verb: behind it what is ordered, or who orders."""
    before = i - 1 - words.mark(i - 1)
    if before >= words.head[i] and not words.definite(before) and clause.masdar_at(words, before):
        return False  # «تقديم "أمر بالاعتقال"»
    j = i + 1
    while j < len(words) and words.mark(j):
        j += 1
    if j >= len(words):
        return False
    ordered = any(clause.masdar_at(words, j, p) for p in ("ب",)) or words.core[j].startswith("ب")
    return (
        ordered or words.is_(j, "adverb") or parties.can_bind(words, [(j, min(len(words), j + 3))])
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