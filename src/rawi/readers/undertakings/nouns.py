"""Commitments that a noun states.

1. agreed       «الاتفاق على …», «اتفاق يقضي بـ…», «التزام بـ…», «قرار …», with a limit or timetable
2. planned      «خطة لـ… خلال …»; «الرؤية … هي … وتحديد سقف زمني»
3. no plan      «لا خطة لـ…», «نفى وجود أي خطة لـ…», «ليس هناك نية لـ…»
4. put off      «تأجيل … إلى …», «تمديد … حتى …»
5. owed         «… أحد الالتزامات …»
6. allowed      «لا يحق لـ… ما لم …»
7. respite      «منح … مهلة … لـ…»: whoever was given it is bound
7. announced    «أعلن انتهاء … خلال الشهر الحالي» is a verb's business; its masdar with a limit stands here
"""

from __future__ import annotations

from rawi.readers.attribution.words import Passage, Words
from rawi.readers.undertakings import clause, limits, parties
from rawi.readers.undertakings.binding import past_date_setting, segments
from rawi.readers.undertakings.draft import Draft, Ground
from rawi.readers.undertakings.judging import asks, doubted, status_of
from rawi.readers.undertakings.lexis import has

REACH = 12  # tokens from the noun to its action («الاتفاق (مع …) على»)
_NOT = frozenset(
    {
        "لا",
        "ليس",
        "ليست",
        "عدم",
        "نفي",
        "نفت",
        "ينفي",
        "تنفي",
        "نافيا",
        "نافيه",
        "نفوا",
        "دون",
        "بلا",
    }
)
_STATUS = {"agreement": "agreed", "pledge": "announced", "decision": "announced"}


def read(ground: Ground, passage: Passage) -> list[Draft]:
    """The commitments that nouns state in one passage."""
    found: list[Draft] = []
    for i in range(passage.first, passage.last):
        if ground.words.tokens[i].kind != "word" or asks(ground.words, i):
            continue
        found += agreed(ground, passage, i)  # 1
        found += planned(ground, passage, i)  # 2, 3
        found += put_off(ground, passage, i)  # 4
        found += owed(ground, passage, i)  # 5
        found += allowed(ground, passage, i)  # 6
        found += respite(ground, passage, i)  # 7
    return found


def agreed(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 1 at token `i`."""
    words = ground.words
    kind = next((k for k in _STATUS if has(words, i, k)), None)
    if kind is None or words.core[i].startswith(("ل", "ب")):
        return []
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    opens = _action(
        words,
        i,
        last,
        ("علي",) if kind == "agreement" else ("ب", "علي") if kind == "pledge" else ("ب",),
    )
    if opens is None:
        return []
    start, preposition = opens
    found = []
    statement = ground.statement_at(i)
    inherited = None
    for number, (a, b) in enumerate(segments(words, start, last, preposition)):
        limit = limits.chosen(words, a, b, a, ground.today)
        condition = limits.condition(words, a + 1, b)
        table = limits.timetable(words, a, b)
        if limit is None and condition is None and table is None and inherited is None:
            continue
        end = max(limits.span_end(words, a, b, limit, condition), table[1] if table else 0)
        stop = limits.action_end(words, a, end, limit, condition)
        draft = Draft(
            (i if number == 0 else a, end), (past_date_setting(words, a, stop), stop), _STATUS[kind], kind,
            party=parties.doer(words, a, stop) or parties.between(words, i, last),
            limit=limit, condition=condition, statement=statement, sure=2,
            speaker=statement.speaker if statement else None,
        )  # fmt: skip
        if limit is None:
            draft.days = inherited
        inherited = draft.deadline
        found.append(draft)
    return found


def planned(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Steps 2 and 3 at token `i`."""
    words = ground.words
    if has(words, i, "vision"):
        found = _vision(ground, passage, i)
        if found:
            return found
    if not has(words, i, "plan") or words.core[i - 1].lstrip("بل") in ("تحديد", "وضع"):
        return []
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    opens = _action(words, i, last, ("ل", "ب"))
    if opens is None:
        return []
    a = opens[0]
    statement = ground.statement_at(i)
    deny = has(words, i, "meant") and (
        _denied(words, passage, i)
        or (statement is not None and statement.act == "deny" and i - words.at(statement.start) < 5)
    )  # fmt: skip
    limit = limits.chosen(words, a, last, a, ground.today)
    condition = limits.condition(words, a + 1, last)
    if not deny and ((limit is None and condition is None) or doubted(words, statement)):
        return []
    comma = next((j for j in range(a + 1, last) if words.norm[j] in ("،", ",")), last)
    end = comma if deny else limits.span_end(words, a, last, limit, condition)
    stop = limits.action_end(words, a, end, None if deny else limit, None if deny else condition)
    first = i
    while (deny and first > passage.first and has(words, first - 1, "existence")) or (
        deny and first > passage.first and words.core[first - 1] in ("لا", "ليس", "ليست")
    ):
        first -= 1
    return [
        Draft(
            (first, end), (a, stop), "denied" if deny else "planned", "no plan" if deny else "plan",
            party=parties.doer(words, a, stop), limit=None if deny else limit,
            condition=None if deny else condition, statement=statement, sure=2,
            speaker=statement.speaker if statement else None,
        )
    ]  # fmt: skip


def _denied(words: Words, passage: Passage, i: int) -> bool:
    """Whether the noun at token `i` is said not to be: «لا خطة», «ليس هناك أي خطة», «نفى … وجود خطة»."""
    near = i - 1
    while near > passage.first and has(words, near, "existence"):
        near -= 1
    if near >= passage.first and words.core[near] in ("لا", "ليس", "ليست", "عدم"):
        return True
    if (near >= passage.first and near < i - 1) or (i and words.core[i - 1] == "وجود"):
        return any(words.core[j] in _NOT for j in range(max(passage.first, i - REACH * 2), i))
    return False


def _vision(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 2: «الرؤية … هي إنهاء … وتحديد سقف زمني»."""
    words = ground.words
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    for j in range(i + 1, min(last, i + 6)):
        if words.norm[j] in ("هي", "هو") and clause.masdar_at(words, j + 1):
            limit = limits.chosen(words, j + 1, last, j + 1, ground.today)
            table = limits.timetable(words, j + 1, last)
            if limit is None and table is None:
                return []
            stop = next((k for k in range(j + 2, last) if words.norm[k] in ("،", ",")), last)
            statement = ground.statement_at(i)
            return [
                Draft(
                    (i, last), (j + 1, stop), "planned", "vision", party=[(i + 1, j)] if j > i + 1 else [],
                    limit=limit, statement=statement, speaker=statement.speaker if statement else None, sure=2,
                )
            ]  # fmt: skip
    return []


def put_off(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 4 at token `i`."""
    words = ground.words
    kind = next((k for k in ("postponing", "extending") if has(words, i, k)), None)
    if kind is None:
        return []
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    found = [m for m in limits.limits(words, i + 1, last, ground.today) if m.strong]
    if not found:
        return []
    statement = ground.statement_at(i)
    limit = found[0]
    stop = limits.action_end(words, i, limit.last, limit, None)
    first = i + 1 if kind == "postponing" and stop > i + 1 else i
    return [
        Draft(
            (i, limit.last), (first, stop), "postponed" if kind == "postponing" else status_of(statement), kind,
            party=parties.doer(words, first, stop), limit=limit, statement=statement,
            speaker=statement.speaker if statement else None, sure=2,
        )
    ]  # fmt: skip


def owed(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 5 at token `i`: «[masdar] أحد الالتزامات …»."""
    words = ground.words
    if words.core[i] not in ("احد", "احدي", "من") or i + 1 >= passage.last:
        return []
    k = i + 2 if words.core[i + 1] in ("اهم", "ابرز", "جمله", "ضمن") else i + 1
    if k >= passage.last or not has(words, k, "obligation"):
        return []
    statement = ground.statement_at(i)
    first = clause.clause_first(words, passage, i, statement)
    if not clause.masdar_at(words, first) or i - first > REACH:
        return []
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    return [
        Draft(
            (first, last), (first, i), "reaffirmed", "owed", party=[(k, last)][:0],
            statement=statement, speaker=statement.speaker if statement else None, sure=2,
        )
    ]  # fmt: skip


def allowed(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 6 at token `i`."""
    words = ground.words
    if (
        not has(words, i, "permission")
        or i == passage.first
        or words.core[i - 1] not in ("لا", "لن")
    ):
        return []
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    condition = limits.condition(words, i + 1, last)
    if condition is None:
        return []
    stop = limits.action_end(words, i, condition[1], None, condition)
    return [
        Draft(
            (i - 1, condition[1]), (i - 1, stop), "announced", "not allowed unless",
            party=[(i + 1, min(stop, i + 3))], condition=condition, statement=ground.statement_at(i), sure=2,
        )
    ]  # fmt: skip


def respite(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 7 at token `i`: «منح فلاناً مهلة تنتهي في … لتسليم …»."""
    words = ground.words
    if not has(words, i, "respite"):
        return []
    verb = next(
        (
            j
            for j in range(i - 1, max(passage.first, i - REACH) - 1, -1)
            if has(words, j, "granting")
        ),
        None,
    )
    if verb is None:
        return []
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    a = next((j for j in range(i + 1, last) if clause.masdar_at(words, j, "ل")), None)
    limit = limits.chosen(words, i, last, i, ground.today)
    if a is None or limit is None:
        return []
    end = max(limit.last, a + 1)
    if limit.first < a:
        end = next((j for j in range(a + 1, last) if words.norm[j] in ("،", ",")), last)
    given = parties.before(words, verb + 1, i)
    return [
        Draft(
            (verb, end), (a, limits.action_end(words, a, end, limit, None)), "announced", "respite",
            party=given[-1:], limit=limit, statement=ground.statement_at(i), sure=3,
        )
    ]  # fmt: skip


def _action(words: Words, i: int, last: int, openers: tuple[str, ...]) -> tuple[int, str] | None:
    """Where the action of the noun at token `i` begins, and what brings it."""
    depth = 0
    for j in range(i + 1, min(last, i + REACH)):
        norm, core = words.norm[j], words.core[j]
        depth += (norm == "(") - (norm == ")")
        if depth:
            continue
        if norm in ("يقضي", "تقضي", "ينص", "تنص", "يلزم", "تلزم"):
            openers = ("ب", "علي")
            continue
        if (
            norm in openers
            and j + 1 < last
            and (clause.masdar_at(words, j + 1) or words.norm[j + 1] == "ان")
        ):
            return j + 1, norm
        if j == i + 1 and words.tokens[i].enclitic and clause.masdar_at(words, j) and core == norm:
            return j, ""  # «عزمها طرد…»
        for preposition in ("ب", "ل"):
            if (
                preposition in openers
                and core[:1] == preposition
                and clause.masdar_at(words, j, preposition)
            ) and not (preposition == "ب" and words.definite(j) and "علي" not in openers):
                return j, preposition  # «القرار بالتشاور مع» decides nothing
        if (words.mark(j) and norm not in ("(", ")", '"', "«", "»", "“", "”")) or words.is_(
            j, "relative"
        ):
            return None
    return None
