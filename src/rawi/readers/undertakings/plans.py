"""Plans, and that there is none: «خطة لـ… خلال …», «لا خطة لـ…», «الرؤية … هي … وتحديد سقف زمني».

1. vision    a wish told as a plan, with a limit or a timetable
2. plan      with a limit or a condition
3. no plan   «لا خطة لـ…», «نفى وجود أي خطة لـ…», «ليس هناك نية لـ…»: needs neither
4. ready     «مستعدون لـ… إذا …», «على استعداد لـ…»: what somebody says of his own side, on a condition
5. unmeant   «لا تعتزم …», «لا تخطط لـ…»: a body or somebody in office
"""

from __future__ import annotations

from rawi.readers.attribution.words import Passage, Words, sentence_first
from rawi.readers.undertakings import (
    clause,
    conditions,
    extent,
    limits,
    named,
    parties,
    sides,
    speakers,
    timetables,
)
from rawi.readers.undertakings.actions import intended, jointly
from rawi.readers.undertakings.coming import Ahead
from rawi.readers.undertakings.draft import Draft, Ground
from rawi.readers.undertakings.judging import asks, doubted, sporting, subject_hidden
from rawi.readers.undertakings.lexis import group, has, of_verbs
from rawi.readers.undertakings.nouns import REACH, action_of
from rawi.records import Statement

UNSET = 6  # tokens from «لم يحدد» past who sets it to the day
NAMED = 8  # tokens from «اعتزام» past whose it is to what is meant


def read(ground: Ground, passage: Passage) -> list[Draft]:
    """The plans, and the denials of one, in one passage."""
    found: list[Draft] = []
    for i in range(passage.first, passage.last):
        if ground.classed[i] and not asks(ground.words, i):
            found += planned(ground, passage, i) or ready(ground, passage, i)
        if i > passage.first and ground.words.core[i - 1] == "لا":
            found += unmeant(ground, passage, i)
    return found


def unmeant(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 5 at token `i`."""
    words = ground.words
    if not of_verbs(words.core[i], "intending") or asks(words, i):
        return []
    statement = ground.statement_at(i)
    if ground.match or (statement is not None and statement.act in ("fear", "accuse", "believe")):
        return []
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    opens = intended(words, i, last)
    if opens is None:
        return []
    first = clause.clause_first(words, passage, i - 1, statement)
    hidden = subject_hidden(words, first, first, i - 1)
    party = [] if hidden else parties.before(words, first, i - 1) or parties.after(words, i, opens)
    if party and not parties.can_bind(words, party, strict=True):
        return []
    if not party and not speakers.official(ground, statement, first):
        return []
    if sides.outsider(ground, statement, party):
        return []  # «قال لافروف إن واشنطن لا تعتزم …»
    stop = clause.plain_end(words, opens, last)
    return [
        Draft(
            (i - 1, stop), (opens, stop), "denied", "no plan", party=party, statement=statement,
            speaker=None if party else speakers.himself(words, statement, first), sure=2,
        )
    ]  # fmt: skip


def planned(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """The plan, or its denial, that the noun at token `i` states."""
    words = ground.words
    if has(words, i, "vision"):
        found = _vision(ground, passage, i)
        if found:
            return found
    if words.tokens[i].base == "مشروع" and has(words, i + 1, "law"):
        return []  # «مشروع قانون»
    if not has(words, i, "plan", "appointed_day", "aim"):
        return []
    telling = ground.statement_at(i)
    unset = telling is not None and _disowned(words, telling) and i - words.at(telling.start) < 3
    if words.core[i - 1].lstrip("بل") in group("drawing_up") and not unset:
        return []  # but «نفى تحديد موعد لـ…»
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    intent = has(words, i, "intent")
    opens = action_of(words, i, last, ("ل", "ب", "علي", "في") if intent else ("ل", "ب"))
    if opens is None and intent and not words.tokens[i].enclitic:
        near = range(i + 2, min(last, i + NAMED))  # «اعتزام الحكومة نقل …», «…، بالتعاون مع …، نقل …»
        whose = next((j for j in near if jointly(words, j)), None)
        if whose is not None:
            comma = next((j for j in range(whose, last) if words.norm[j] in ("،", ",")), last)
            near = range(comma + 1, min(last, comma + 2))
        deed = next((j for j in near if clause.masdar_at(words, j)), None)
        opens = (deed, "") if deed is not None and not words.is_(deed - 1, "preposition") else None
    if has(words, i, "aim"):
        opens = (i + 1, "") if clause.masdar_at(words, i + 1) else None  # «هدف خفض العجز بحلول …»
    if opens is None:
        return []
    a = opens[0]
    statement = ground.statement_at(i)
    deny = has(words, i, "meant", "appointed_day") and (
        _denied(words, passage, i)
        or (statement is not None and _disowned(words, statement) and i - words.at(statement.start) < 5)
    )  # fmt: skip
    limit = limits.chosen(words, a, last, a, ground.today, ahead=Ahead(None, whole=False))
    condition = conditions.condition(words, a + 1, last)
    plain = not deny and limit is None and condition is None
    meant = intent and statement is not None and i - words.at(statement.start) < 2
    if plain and not (meant and speakers.official(ground, statement, i) and not ground.match):
        return []
    if not deny and doubted(words, statement):
        return []
    comma = next((j for j in range(a + 1, last) if words.norm[j] in ("،", ",")), last)
    end = comma if deny else extent.span_end(words, a, last, limit, condition)
    end = clause.plain_end(words, a, last) if plain else end
    stop = extent.action_end(words, a, end, None if deny else limit, None if deny else condition)
    first = _unset(words, passage, i) or i if deny else i
    while (deny and first > passage.first and has(words, first - 1, "existence")) or (
        deny and first > passage.first and words.core[first - 1] in ("لا", "ليس", "ليست")
    ):
        first -= 1
    holder = parties.after(words, i + 1, a) if words.norm[i + 1] == "لدي" else []  # «لا نية لدى الحكومة لـ…»
    if not (holder or deny or intent) and statement is not None:
        opened = clause.clause_first(words, passage, i, statement)  # «قال إن الدول وضعت خططا لـ…»
        holder = parties.before(words, opened, i) if i > opened + 1 else []
        holder = holder if parties.can_bind(words, holder, strict=True) else []
    return [
        Draft(
            (first, end), (a, stop), "denied" if deny else "planned", "no plan" if deny else "plan",
            party=holder or ([] if intent else named.doer(words, a, stop)), limit=None if deny else limit,
            condition=None if deny else condition, statement=statement, sure=2,
            speaker=speakers.himself(words, statement, i),
        )
    ]  # fmt: skip


def ready(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 4 at token `i`."""
    words = ground.words
    statement = ground.statement_at(i)
    if not has(words, i, "ready") or doubted(words, statement, own=True):
        return []
    if statement is not None and statement.act == "demand":
        return []  # «حض الشركات على الاستعداد لـ… إذا …»
    noun = words.tokens[i].base.startswith("استعداد")
    shown = noun and i > passage.first and (
        statement is not None and i - words.at(statement.start) < 2
    )  # fmt: skip
    if noun and words.core[i - 1] != "علي" and not shown:
        return []  # «أبدت استعدادها لـ…» shows it, «استعدادات» are none
    near = range(max(passage.first, i - 3), i)
    if any(words.is_(j, "negation") and not has(words, j + 1, "still") for j in near):
        return []
    whole = clause.clause_last(words, i, ground.end_of(i, passage))
    opens = action_of(words, i, whole, ("ل",))
    if opens is None and noun:
        return []
    a = i - 1 if opens is None else opens[0]  # «فسنكون جاهزين»: for what, the condition tells
    first = sentence_first(words, passage, i)
    after = conditions.condition(words, a + 1, whole) or conditions.exchange(words, a + 1, whole)
    after = after or conditions.requirement(words, a + 1, whole)
    if after is not None and words.norm[after[0]] != words.core[after[0]]:
        whole, after = after[0], None  # «… وإذا …» opens the next clause
    opened = first if statement is None else max(first, words.at(statement.start))
    condition = after or conditions.condition(words, opened, i)
    if condition is None or sporting(words, first, whole):
        return []
    if not after and condition[1] >= i:
        return []  # «إذا كان الرئيس مستعدا» is the condition itself
    if opens is None and not _own(words, i):
        return []
    end = extent.span_end(words, a, whole, None, after) if after else clause.plain_end(words, a, whole)
    stop = extent.action_end(words, a, end, None, after)
    clause_opens = clause.clause_first(words, passage, i, statement)
    begins = min(condition[0], i) if not after else i
    subject_ends = i - (words.core[i - 1] == "علي")
    party = parties.before(words, max(clause_opens, 0 if after else condition[1]), subject_ends)
    own = not party or any(words.norm[j].lstrip("ف") in ("نحن", "انا", "اننا") for j in range(*party[0]))
    own = own or _own(words, i)
    if statement is None and (own or not parties.can_bind(words, party)):
        return []  # outside a report it must be told whose readiness it is
    return [
        Draft(
            (begins, end), (a, stop), "announced", "ready", party=[] if own else party,
            condition=condition, statement=statement, sure=1,
            speaker=speakers.himself(words, statement, clause_opens) if own else None,
        )
    ]  # fmt: skip


def _own(words: Words, i: int) -> bool:
    """Whether the adjective at token `i` is said of oneself: «سنكون جاهزين», «نحن مستعدون»."""
    return has(words, i - 1, "being_ours") or has(words, i - 2, "being_ours")


def _denied(words: Words, passage: Passage, i: int) -> bool:
    """Whether the noun at token `i` is said not to be: «لا خطة», «ليس هناك أي خطة», «نفى … وجود خطة»."""
    near = i - 1
    while near > passage.first and has(words, near, "existence"):
        near -= 1
    if _unset(words, passage, i) is not None:
        return True
    if near >= passage.first and words.core[near] in ("لا", "ليس", "ليست", "عدم"):
        return True
    if (near >= passage.first and near < i - 1) or (i and words.core[i - 1] == "وجود"):
        return any(
            words.core[j] in group("denial") for j in range(max(passage.first, i - REACH * 2), i)
        )
    return False


def _unset(words: Words, passage: Passage, i: int) -> int | None:
    """The «لم» by which the day at token `i` is said not to be set: «لم يحدد (بعد) موعد لـ…», «لم تحدد اللجنة
    موعدا لـ…»."""
    if not has(words, i, "appointed_day"):
        return None
    for j in range(i - 1, max(passage.first, i - UNSET), -1):
        if words.mark(j) or words.is_(j, "complementizer", "relative"):
            return None
        if of_verbs(words.core[j], "setting") and words.core[j - 1] == "لم":
            return j - 1
    return None


def _disowned(words: Words, statement: Statement) -> bool:
    """Whether it is denied that there is such a thing; another's plan may be refused («رفضوا خطة …»)."""
    if statement.act != "deny" or statement.cue is None:
        return False
    return has(words, words.at(statement.cue.start), "denial")


def _vision(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 1: «الرؤية … هي إنهاء … وتحديد سقف زمني»."""
    words = ground.words
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    for j in range(i + 1, min(last, i + 6)):
        if words.norm[j] in ("هي", "هو") and clause.masdar_at(words, j + 1):
            limit = limits.chosen(words, j + 1, last, j + 1, ground.today)
            table = timetables.timetable(words, j + 1, last)
            if limit is None and table is None:
                return []
            stop = clause.plain_end(words, j + 1, last)
            statement = ground.statement_at(i)
            return [
                Draft(
                    (i, last), (j + 1, stop), "planned", "vision", party=[(i + 1, j)] if j > i + 1 else [],
                    limit=limit, statement=statement, speaker=statement.speaker if statement else None, sure=2,
                )
            ]  # fmt: skip
    return []
