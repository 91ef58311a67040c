"""What became of an undertaking that is told as a thing of its own: talks, a vote, a truce, a withdrawal.

1. by a verb     «تأخرت المحادثات», «المحادثات … تأخرت», «ألغى الوزير زيارته», «الجلسة أجلت إلى …»
2. by a masdar   «بعد تعثر المفاوضات», «قرر … تعليق المحادثات», «تقرر إلغاء الزيارة»
3. in force      «دخلت الهدنة حيز التنفيذ»
Which verb says what of which things is in the lexicon (`commitment_course`). What is only possible, denied,
wished or asked happened to nothing.
"""

from __future__ import annotations

from rawi.readers.attribution.words import Passage, Words
from rawi.readers.undertakings import (
    binders,
    binding,
    clause,
    conditions,
    extent,
    limits,
    named,
    parties,
    turning,
)
from rawi.readers.undertakings.coming import Ahead
from rawi.readers.undertakings.draft import Draft, Ground, Stretch
from rawi.readers.undertakings.judging import asks, doubted, qualifies, sporting
from rawi.readers.undertakings.lexis import group, has, verbs
from rawi.readers.undertakings.turning import REACH, Turn
from rawi.records import Days, Statement

BACK = 10  # tokens from the masdar back to the verb that announces or decides
_ANNOUNCING = frozenset({"أعلن", "قرر"})
_UNTOLD = frozenset({"demand", "warn", "deny", "fear", "believe", "accuse", "promise"})


def read(ground: Ground, passage: Passage) -> list[Draft]:
    """What one passage tells to have become of undertakings."""
    words = ground.words
    if ground.match:
        return []
    found: list[Draft] = []
    for i in range(passage.first, passage.last):
        core = words.core[i]
        if core in turning.turns():
            found += by_verb(ground, passage, i, turning.turns()[core])  # 1
        if core in turning.masdars():
            found += by_masdar(ground, passage, i, turning.masdars()[core])  # 2
        if has(words, i, "effect"):
            found += in_force(ground, passage, i)  # 3
    return found


def by_verb(ground: Ground, passage: Passage, i: int, turn: Turn) -> list[Draft]:
    """Step 1 at token `i`."""
    words = ground.words
    if words.name[i] is not None or words.time[i] is not None or words.is_(i - 1, "preposition"):
        return []
    statement = ground.statement_at(i)
    first = clause.clause_first(words, passage, i, statement)
    if not _fact(ground, passage, first, i, statement):
        return []
    if i > first and _describes(words, i):
        return []
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    behind = turning.behind(words, i, last, turn)
    if behind is not None:
        subject = parties.after(words, i, behind) if behind > i + 1 else _just_before(words, first, i)
        return _drafts(ground, (i, last), behind, turn, turn.basis, statement, subject)
    before = turning.before(words, first, i, last, turn)
    if before is None:
        return []
    stop = extent.action_end(words, before, i, None, None)
    limit = _moved_to(ground, i, last, turn)
    end = limit.last if limit is not None else i + 1
    told = min(_breath(words, i, last), limit.first if limit is not None else last)
    return [
        Draft(
            (before, end), (before, stop), turn.status, turn.basis,
            party=_both(words, before, stop), limit=limit, statement=statement,
            undertaken=binding.past_day(words, before, i, told, ground.today),
            keeps=turn.status == "reaffirmed", sure=3,
        )
    ]  # fmt: skip


def _just_before(words: Words, first: int, i: int) -> list[Stretch]:
    """The subject that ends straight before the verb at token `i`: «كانت [الوزارة] قد أرجأت»."""
    found = parties.before(words, first, i)
    return found if found and found[-1][1] >= i - (words.core[i - 1] == "قد") else []


def _describes(words: Words, i: int) -> bool:
    """Whether the word at token `i` may be the imperfect of a clause that describes the noun before it:
    «إجراءات تعرقل تنفيذه»."""
    noun = words.norm[i - 1].endswith(("ات", "ه")) and not words.definite(i - 1)
    return noun and words.norm[i][:1] == "ت" and not words.norm[i].endswith("ت") and not words.timed(i - 1)


def by_masdar(ground: Ground, passage: Passage, i: int, turn: Turn) -> list[Draft]:
    """Step 2 at token `i`: told as a fact by what governs it."""
    words = ground.words
    governor = None if words.name[i] is not None else _governor(words, passage, i)
    if governor is None:
        return []
    statement = ground.statement_at(i)
    first = clause.clause_first(words, passage, i, statement)
    if not _fact(ground, passage, first, i, statement):
        return []
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    thing = i + 1 if turning.is_thing(words, i + 1, turn) else None
    if thing is None and turn.way != "it" and words.name[i + 1 : i + 2] != [None]:
        thing = turning.behind(words, i, last, turn)  # «إلغاء الرئيس … القمة»
    if thing is None or thing >= last or conditions.condition(words, thing, last) is not None:
        return []  # «قررت تعليق الإضراب إذا …» is an undertaking of its own
    subject = parties.after(words, i, thing) if thing > i + 1 else []
    announced = not has(words, governor, "factive") and governor != i
    if announced:
        subject = parties.after(words, governor, i) or parties.before(words, first, governor)
    opens = governor if announced else i
    return _drafts(ground, (opens, last), thing, turn, turn.basis, statement, subject)


def in_force(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 3 at token `i`, the «حيز» of «دخل … حيز التنفيذ»."""
    words = ground.words
    if not has(words, i + 1, "effective"):
        return []
    statement = ground.statement_at(i)
    first = clause.clause_first(words, passage, i, statement)
    near = range(i - 1, max(first, i - REACH) - 1, -1)
    verb = next((j for j in near if words.core[j] in ("دخل", "دخلت")), None)
    if verb is None or not _fact(ground, passage, first, verb, statement):
        return []
    turn = Turn("it", "done", group("enforced"))
    thing = turning.behind(words, verb, i, turn) or turning.before(words, first, verb, i, turn)
    if thing is None:
        return []
    a, b = (thing, i) if thing > verb else (thing, verb)
    stop = min(extent.action_end(words, a, b, None, None), clause.plain_end(words, a, b))
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    return [
        Draft(
            (min(verb, thing), i + 2), (a, stop), "done", "in force", statement=statement,
            undertaken=binding.past_day(words, first, i, _breath(words, i, last), ground.today), sure=3,
        )
    ]  # fmt: skip


def _drafts(
    ground: Ground, clause_at: Stretch, thing: int, turn: Turn, basis: str, statement: Statement | None,
    subject: list[Stretch],
) -> list[Draft]:  # fmt: skip
    """The draft of a `thing` behind the word at the start of `clause_at`."""
    words = ground.words
    i, last = clause_at
    limit = _moved_to(ground, thing, last, turn)
    told = next((j for j in range(thing + 1, last) if _ends(words, j)), last)
    stop = extent.action_end(words, thing, clause.plain_end(words, thing, told), limit, None)
    end = max(stop, limit.last if limit is not None else 0)
    return [
        Draft(
            (i, end), (thing, stop), turn.status, basis, limit=limit, statement=statement,
            party=(subject if parties.can_bind(words, subject) else []) or _both(words, thing, stop),
            undertaken=_day(ground, i, min(last, limit.first) if limit is not None else last),
            keeps=turn.status == "reaffirmed", sure=3,
        )
    ]  # fmt: skip


def _ends(words: Words, j: int) -> bool:
    """Whether the thing put off ends before token `j`: «أن …», «إلى إشعار آخر», «إلى ما بعد …»."""
    until = words.norm[j] in ("الي", "حتي") and j + 1 < len(words) and has(words, j + 1, "put_off_to")
    return until or words.is_(j, "complementizer")


def _breath(words: Words, i: int, last: int) -> int:
    """Where the words straight behind token `i` end: before «أن», «بعد», a comma that sets no day apart."""
    return next(
        (
            j
            for j in range(i + 1, last)
            if (words.norm[j] in ("،", ",") and not (words.timed(j - 1) or words.timed(min(j + 1, last - 1))))
            or words.is_(j, "complementizer") or has(words, j, "closing")
        ),
        last,
    )


def _moved_to(ground: Ground, first: int, last: int, turn: Turn) -> limits.Limit | None:
    """The day to which it is put off: «إلى الخميس المقبل»."""
    if turn.status != "postponed":
        return None
    comma = next((j for j in range(first, last) if ground.words.norm[j] in ("،", ",")), last)
    found = limits.limits(ground.words, first, comma, ground.today, ahead=Ahead(None, whole=False))
    return next((m for m in found if m.strong and m.days is not None), None)


def _day(ground: Ground, i: int, last: int) -> Days | None:
    """The past day told straight before the word at token `i` or behind it: «وفي يوليو 2016 انهار …»."""
    words = ground.words
    ahead = i
    while ahead > 0 and words.time[ahead - 1] is not None and words.stop[ahead - 1] == words.stop[i]:
        ahead -= 1
    return (
        binding.past_day(words, ahead, i, i, ground.today) if ahead < i else None
    ) or binding.past_day(words, i, i, _breath(words, i, last), ground.today)


def _both(words: Words, first: int, last: int) -> list[Stretch]:
    """Those between whom talks are: «بين … و…»; whom they are with («مع») is another side."""
    if any(words.core[j] == "بين" for j in range(first, last)):
        return named.between(words, first, last)
    return []


def _fact(ground: Ground, passage: Passage, first: int, i: int, statement: Statement | None) -> bool:
    """Whether what the verb at token `i` says is told as having come about."""
    unreal = _unreal(ground.words, passage, first, i)
    return not unreal and _told(ground, passage, first, i, statement)


def _unreal(words: Words, passage: Passage, first: int, i: int) -> bool:
    """Whether the word at token `i` is denied, or told of a case that is only thought of."""
    near = range(max(passage.first, i - 2), i)
    return any(has(words, j, "unreal") for j in near) or any(
        has(words, j, "condition", "speculation") for j in range(first, i)
    )


def _told(ground: Ground, passage: Passage, first: int, i: int, statement: Statement | None) -> bool:
    """Whether it is told as something that happened, outside sport."""
    words = ground.words
    if (statement is not None and statement.act in _UNTOLD) or doubted(words, statement):
        return False
    if asks(words, i) or qualifies(words, first, i):
        return False
    return not sporting(words, first, min(words.stop[i], passage.last), first)


def _governor(words: Words, passage: Passage, i: int) -> int | None:
    """The word that tells the masdar at token `i` as a fact: «بعد تأجيل», «تقرر تأجيل», «أعلن … تأجيل»."""
    if passage.place == "title" and (i == passage.first or words.norm[i - 1] in (":", ".", "..")):
        return i  # «تأجيل الانتخابات …» as a headline
    if i == passage.first:
        return None
    if has(words, i - 1, "factive"):
        return i - 1
    if words.is_(i - 1, "preposition") and words.core[i - 1] != "عن":
        return None
    for j in range(i - 1, max(passage.first, i - BACK) - 1, -1):
        verb = verbs().get(words.core[j])
        if verb is not None and verb.word in _ANNOUNCING:
            return j if binders.binding_verb(words, j) is not None else None
        if words.is_(j, "complementizer", "relative") or words.norm[j] in (".", ":", "؛"):
            return None
        if j < i - 1 and clause.masdar_at(words, j) and not words.timed(j):
            return None  # «أعلنت رفضها تأجيل …»
    return None
