"""Commitments that are told as arranged.

1. arranged    «من المقرر أن …», «ينتظر أن …»
2. calendar    «يزور الوزير الأحد المقبل …», «تجري الانتخابات في 28 أكتوبر»: who does it, and on what day
"""

from __future__ import annotations

from rawi.readers.attribution.words import Passage, Words, heads, masdar_like
from rawi.readers.undertakings import (
    clause,
    conditions,
    extent,
    limits,
    named,
    parties,
    timetables,
)
from rawi.readers.undertakings.clause import reports
from rawi.readers.undertakings.coming import Ahead
from rawi.readers.undertakings.draft import Draft, Ground, Stretch
from rawi.readers.undertakings.judging import asks, doubted, sporting
from rawi.readers.undertakings.lexis import group, has, imperfect_like, indefinite, of_verbs
from rawi.readers.undertakings.occurring import comes_into_force

CHARGED = 12  # tokens from «من المفترض على» past whom it charges to what he is to do
DAY_NEAR = 16  # tokens from the verb to its day
BOUND = frozenset({"ان", "لم", "لا", "ما", "قد", "كان", "كانت", "لن", "كما", "حتي", "الا", "لكي", "كي"})


def read(ground: Ground, passage: Passage) -> list[Draft]:
    """The commitments of one passage that are told as arranged."""
    found: list[Draft] = []
    for i in range(passage.first, passage.last):
        if ground.words.tokens[i].kind != "word":
            continue
        if ground.classed[i]:
            found += arranged(ground, passage, i)  # 1
        if passage.place != "title":
            found += calendar(ground, passage, i)  # 2
    return found


def arranged(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 1 at token `i`: «(من) المقرر أن» and a verb, «من المقرر» and a masdar."""
    words = ground.words
    if not has(words, i, "scheduled") or i + 2 >= passage.last:
        return []
    if i > passage.first and words.core[i - 1] in ("غير", "ليس", "لا"):
        return []  # «من غير المتوقع أن …»
    told = any(words.core[j] in ("كان", "كانت") for j in range(max(passage.first, i - 3), i))
    if not told and has(words, i, "hoped") and words.norm[i].endswith("ا"):
        return []  # «…، متوقعا أن»: what a speaker expects
    opens = _arranged_deed(words, i, passage)
    if opens is None:
        return []
    a, party = opens
    last = clause.before_proviso(words, a, clause.clause_last(words, i + 1, ground.end_of(i, passage)))
    since = None if told else ground.since  # «من المقرر أن يجتمع الوفدان الأحد», of Sunday
    limit = limits.chosen(words, a, last, a, since, over=told, ahead=None if told else Ahead(ground.today))
    condition = conditions.condition(words, a, last)
    hoped = has(words, i, "hoped")
    if not hoped:
        limit = limit or timetables.season(words, a, last)
    elif limit is not None and limit.days is None:
        return []
    if (limit is None and (condition is None or hoped)) or sporting(words, i, last):
        return []
    end = extent.span_end(words, a, last, limit, condition)
    stop = extent.action_end(words, a, end, limit, condition)
    if condition is None and limit is not None and extent.object_behind(
        words, limit, last, bare=stop == a + 1 and not words.tokens[a].enclitic, apart=True
    ):
        end = stop = clause.plain_end(words, limit.last, last)
    party = party or parties.after(words, a, stop)
    subject = None if party else named.antecedent(words, passage, i)
    if subject is not None and parties.can_bind(words, [subject], strict=True):
        party = [subject]
    return [
        Draft(
            (i, end), (a, stop), "planned", "arranged", limit=limit, condition=condition, party=party,
            subject=subject, statement=ground.statement_at(i), sure=2,
        )
    ]  # fmt: skip


def _arranged_deed(words: Words, i: int, passage: Passage) -> tuple[int, list[Stretch]] | None:
    """Where what is arranged by the word at token `i` begins, and who is named before it: «أن يبدأ …»,
    «من المقرر عقد …», «من المفترض على الوفد الوصول …»."""
    of_it = i > passage.first and words.core[i - 1] == "من"
    if words.norm[i + 1] == "ان":
        a = i + 2
        verb = words.tokens[a].stem
        plan = of_it and not has(words, i, "hoped")  # whatever is arranged is a plan
        idle = of_verbs(verb, "idle") and not of_verbs(verb, "meeting")
        if has(words, i, "hoped") and of_verbs(verb, "continuing"):
            event = any(has(words, j, "event") for j in range(a + 1, min(passage.last, a + 3)))
            idle = idle or not event  # «الخلاف يتوقع أن يستمر …» is a forecast
        arrives = (of_verbs(verb, "arriving") or of_verbs(verb, "appearing")) and parties.can_bind(
            words, parties.after(words, a, words.stop[a]), strict=True
        )
        return None if idle and not (plan or arrives) else (a, [])
    if of_it and words.norm[i + 1] == "علي":
        near = range(i + 3, min(words.stop[i], i + CHARGED))
        a = next((j for j in near if _charge(words, j) and not words.is_(j - 1, "preposition")), None)
        return (a, parties.after(words, i + 1, a)) if a is not None else None
    expected = words.core[i][:1] == "ي" and words.tokens[i + 1].base in group("happenings")
    return (i + 1, []) if (of_it or expected) and clause.masdar_at(words, i + 1) else None


def _charge(words: Words, j: int) -> bool:
    """Whether token `j` names a deed, with the article too: «الوصول»."""
    if clause.masdar_at(words, j):
        return True
    base = words.tokens[j].base
    return words.definite(j) and base[:1] != "م" and words.name[j] is None and (
        masdar_like(base) or base in group("deed")
    )


def calendar(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 2 at token `i`: an imperfect that opens its clause, or follows the subject alone, with the
    day after that of the article on which it will be."""
    words = ground.words
    today = ground.today
    if today is None or ground.match or not _present(words, i):
        return []
    statement = ground.statement_at(i)
    first = clause.clause_first(words, passage, i, statement)
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    told = statement is not None or any(has(words, j, "accordance") for j in range(words.head[i], i))
    ahead = Ahead(None) if told else None  # «وبحسب الروزنامة، يصوت الجنود يوم 29 أبريل»
    limit = next(iter(limits.limits(words, i + 1, min(last, i + DAY_NEAR), today, ahead=ahead)), None)
    if limit is None or limit.days is None or limit.days.begin is None or limit.days.begin <= today:
        return []
    if doubted(words, statement) or asks(words, i) or sporting(words, first, last, i):
        return []
    between = range(i + 1, limit.first)
    if any(words.is_(j, "relative", "complementizer") or has(words, j, "aside", "break") for j in between):
        return []
    if words.mark(i - 1) and any(has(words, j, "accordance") for j in range(first, i)):
        first = i
    said = [j for j in range(first, i) if not words.mark(j) and words.core[j] != "كما"]
    reported = bool(said) and words.is_(first - 1, "complementizer")  # «قال إن الحملة تنطلق …»
    if any(_depends(words, j) for j in range(max(passage.first, first - (not reported)), i)):
        return []  # «كانت الوزارة تنظم …»
    if said and indefinite(words, i - 1) and words.is_(i - 2, "preposition"):
        return []  # «في تقرير يصدر الأسبوع المقبل»
    before = parties.before(words, first, i) if said else []
    of_event = bool(before) and names_event(words, before[0]) and _runs(words, i)
    if said and not (
        before and before[-1][1] == i and (of_event or parties.can_bind(words, before, strict=True))
    ):
        return []
    party = before or parties.after(words, i, last)
    if of_verbs(words.tokens[i].stem, "arriving") and not parties.can_bind(words, party, strict=True):
        return []
    begins = told and of_verbs(words.core[i], "held") and clause.masdar_at(words, i + 1)
    if of_verbs(words.core[i], "witnessing") and not _witnessed(words, i, limit.first):
        return []
    event = of_event or _event(words, i, limit.last) or begins  # «وبحسب الخطة، يبدأ تشغيل الخط في مارس»
    if not (parties.can_bind(words, party, strict=True) or event):
        return []
    end = extent.span_end(words, i, last, limit, None)
    stop = extent.action_end(words, i, end, limit, None)
    bare = stop == i + 1 or [(i + 1, stop)] == party or (event and words.norm[i + 1] == "في")
    if extent.object_behind(words, limit, last, bare=bare, apart=event):
        end = stop = clause.plain_end(words, limit.last + words.mark(limit.last), last)
    return [
        Draft(
            (before[0][0] if before else i, end), (i, stop), "planned", "calendar", limit=limit,
            party=[] if event else party, statement=statement, sure=0,
        )
    ]  # fmt: skip


def _present(words: Words, i: int) -> bool:
    """Whether token `i` is an imperfect in a main clause: no report, no binding or idle verb, not after
    a word that makes it depend on another."""
    if not imperfect_like(words, i) or reports(words, i) or "س" in words.tokens[i].proclitics:
        return False
    verb = words.tokens[i].stem
    if of_verbs(verb, "idle") and not (
        of_verbs(verb, "meeting") or of_verbs(verb, "arriving") or of_verbs(verb, "witnessing")
    ):
        return False
    core, fifth = words.core[i], group("fifth")
    if (core in fifth and not _she(words, i + 1)) or (core[-1:] == "ت" and core[:-1] in fifth):
        return False  # «وتقدم مبعوث …», «وتوجهت بعثة …» are past
    if of_verbs(verb, "wishing") or has(words, i, "about_to"):
        return False  # «يطالب بـ… بحلول …», «يسعى إلى … قبل …»
    if i and (has(words, i - 1, "supposing", "whether", "asking", "relative") or _depends(words, i - 1)):
        return False
    return not (i and words.is_(i - 1, "complementizer", "negation", "relative"))


def _depends(words: Words, j: int) -> bool:
    """Whether token `j` makes the verb behind it depend on another; «كما» that opens a sentence adds one."""
    return words.core[j] in BOUND and not (words.core[j] == "كما" and words.head[j] == j)


def _she(words: Words, j: int) -> bool:
    """Whether token `j` may be the subject of a feminine verb: «الشركة», «فرنسا», «القوات»."""
    if j >= len(words):
        return False
    name = words.name[j]
    if words.norm[j].endswith(("ه", "ات", "اء")):
        return True
    return name is not None and name.type != "person" and not heads(words.norm[j], "place_m")


def _event(words: Words, i: int, behind: int) -> bool:
    """Whether what is held at token `i` is a meeting, a vote or a trial: «تنطلق المفاوضات الأحد»; also where
    the place and the day, which end before token `behind`, stand between them."""
    if comes_into_force(words, words.core[i], i, words.stop[i]):
        return True
    if not of_verbs(words.core[i], "held"):
        return False
    near = [*range(i + 1, i + 3), *(range(behind, behind + 2) if words.norm[i + 1] == "في" else ())]
    return any(has(words, j, "event") for j in near if j < words.stop[i])


def _witnessed(words: Words, i: int, last: int) -> bool:
    """«تشهد البلاد انتخابات في 24 يونيو»: whether what is seen is a meeting or a vote."""
    return any(has(words, j, "event", "met", "ballot") for j in range(i + 1, min(last, i + 6)))


def _runs(words: Words, i: int) -> bool:
    """Whether the verb at token `i` says of an event when it is: it begins, is opened, ends."""
    return any(of_verbs(words.core[i], name) for name in ("held", "expiring", "enacted"))


def names_event(words: Words, party: Stretch) -> bool:
    """Whether a subject is a meeting, a vote, a campaign: «جولة سابعة من المحادثات»."""
    return any(has(words, j, "event", "met", "ballot") for j in range(party[0], min(party[0] + 1, party[1])))
