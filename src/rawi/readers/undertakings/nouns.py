"""Commitments that a noun states.

1. agreed       «الاتفاق على …», «اتفاق يقضي بـ…», «التزام بـ…», «قرار …», with a limit or timetable
2. put off      «تأجيل … إلى …», «تمديد … حتى …»
3. owed         «… أحد الالتزامات …»
4. allowed      «لا يحق لـ… ما لم …»
"""

from __future__ import annotations

from rawi.readers.attribution.words import Passage, Words
from rawi.readers.undertakings import (
    clause,
    conditions,
    extent,
    limits,
    named,
    parties,
    speakers,
    timetables,
)
from rawi.readers.undertakings.actions import jointly, past_date_setting, segments
from rawi.readers.undertakings.coming import Ahead
from rawi.readers.undertakings.done import announces
from rawi.readers.undertakings.draft import Draft, Ground, Stretch
from rawi.readers.undertakings.judging import asks, status_of
from rawi.readers.undertakings.lexis import group, has, of_verbs
from rawi.records import Statement

REACH = 12  # tokens from the noun to its action («الاتفاق (مع …) على»)
OPENS = 2  # tokens from where a report's content begins to the noun that is its speaker's («عن اتفاق …»)
REACHING = 4  # tokens from an agreement back to the word for reaching it
NEAR = 2  # tokens from an agreement to what it is for («اتفاق أولي لوقف …»)
_OF = frozenset({"احد", "احدي", "من"})
_STATUS = {"agreement": "agreed", "pledge": "announced", "decision": "announced"}


def read(ground: Ground, passage: Passage) -> list[Draft]:
    """The commitments that nouns state in one passage."""
    found: list[Draft] = []
    for i in range(passage.first, passage.last):
        core = ground.words.core[i]
        if not (ground.classed[i] or core[:2] == "لل" or core in _OF) or asks(ground.words, i):
            continue
        found += agreed(ground, passage, i)  # 1
        found += put_off(ground, passage, i)  # 2
        found += owed(ground, passage, i)  # 3
        found += allowed(ground, passage, i)  # 4
    return found


def agreed(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 1 at token `i`."""
    words = ground.words
    kind = next((k for k in _STATUS if has(words, i, k)), None)
    if kind is None and words.core[i][:2] == "لل" and words.tokens[i].base in group("pledge"):
        kind = "pledge"  # «احترام الدول للتعهد بـ… بحلول …»
    elif kind is None or words.core[i].startswith(("ل", "ب")) or words.core[i - 1] == "قد":
        return []
    if kind == "agreement" and _unreached(words, i):
        return []
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    opens = action_of(
        words,
        i,
        last,
        ("علي", "ل") if kind == "agreement" else ("ب", "علي", "في") if kind == "pledge" else ("ب",),
    )
    if opens is None:
        return []
    start, preposition = opens
    if kind == "decision" and (
        words.tokens[start].base in group("judicial") or words.core[i - 1].endswith("مشروع")
    ):
        return []  # «قرار باعتقاله فور وصوله», «مشروع قانون باعتماد …»
    far = kind == "agreement" and preposition == "ل" and start > i + NEAR
    if far and "مع" not in words.norm[i:start]:
        return []  # «مذكرة راجع فيها تقديره لأسعار …»
    found = []
    statement = ground.statement_at(i)
    inherited = None
    for number, (a, b) in enumerate(segments(words, start, last, preposition)):
        limit = limits.chosen(words, a, b, a, ground.today, ahead=Ahead(None, whole=False))
        condition = conditions.condition(words, a + 1, b)
        table = timetables.timetable(words, a, b)
        if limit is None and condition is None and table is None and inherited is None:
            if kind == "pledge" and number == 0 and _stands(words, i, statement):
                stop = clause.plain_end(words, a, b)
                by = _by(words, i, a) or named.between(words, i, a)
                found.append(
                    Draft(
                        (i, stop), (a, stop), "reaffirmed", kind, party=by,
                        statement=statement, speaker=speakers.himself(words, statement, i), sure=1,
                    )
                )  # fmt: skip
            continue
        end = max(extent.span_end(words, a, b, limit, condition), table[1] if table else 0)
        stop = extent.action_end(words, a, end, limit, condition)
        draft = Draft(
            (i if number == 0 else a, end), (past_date_setting(words, a, stop), stop), _STATUS[kind], kind,
            party=named.doer(words, a, stop)
            or named.between(words, i, condition[0] if condition else last),
            limit=limit, condition=condition, statement=statement, sure=1 if far else 2,
            speaker=statement.speaker if statement and i - words.at(statement.start) <= OPENS else None,
        )  # fmt: skip
        if limit is None:
            draft.days = inherited
        inherited = draft.deadline
        found.append(draft)
    return found


def _unreached(words: Words, i: int) -> bool:
    """Whether the agreement at token `i` is one that is yet to be reached: «يجب أن يتوصلا إلى اتفاق …», «في
    التوصل إلى اتفاق …», not «أعلن التوصل إلى …»."""
    near = range(i - 1, max(words.head[i], i - REACHING) - 1, -1)
    j = next((j for j in near if has(words, j, "reaching")), None)
    if words.definite(i) or j is None:
        return False
    return not (has(words, j - 1, "factive") or any(announces(words, k) for k in range(max(0, j - 6), j)))


def _by(words: Words, i: int, last: int) -> list[Stretch]:
    """Who is bound by the noun at token `i`: «التزام من قبل [الحكومة] بـ…»."""
    if words.norm[i + 1 : i + 2] == ["من"] and words.norm[i + 2 : i + 3] in (["قبل"], ["جانب"]):
        return parties.after(words, i + 2, last)
    return []


def _stands(words: Words, i: int, statement: Statement | None) -> bool:
    """Whether the pledge at token `i` is said to stand: «هناك التزام … بـ», «أكد التزامه بـ»."""
    if i and has(words, i - 1, "existence"):
        return True
    if words.tokens[i].definite:
        return False
    return statement is not None and statement.act == "affirm" and i - words.at(statement.start) < 2


def put_off(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 2 at token `i`."""
    words = ground.words
    kind = next((k for k in ("postponing", "extending") if has(words, i, k)), None)
    if kind is None or words.is_(i - 1, "negation") or words.tokens[i].text[:1] == "أ":
        return []  # «عدم تمديد …», «أرجاء البلاد»
    if of_verbs(words.core[i - 1], "enabling"):
        return []  # «كان يمكنها التأجيل إلى …»
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    last = next((j for j in range(i + 1, last - 1) if _goes_on(words, j)), last)
    found = [m for m in limits.limits(words, i + 1, last, ground.today) if m.strong]
    found = found or _indefinitely(words, i + 2, last)
    if not found:
        return []
    statement = ground.statement_at(i)
    limit = found[0]
    stop = extent.action_end(words, i, limit.last, limit, None)
    first = i + 1 if kind == "postponing" and stop > i + 1 else i
    return [
        Draft(
            (i, limit.last), (first, stop), "postponed" if kind == "postponing" else status_of(statement), kind,
            party=named.doer(words, first, stop), limit=limit, statement=statement,
            speaker=statement.speaker if statement else None, sure=2 if kind == "postponing" else 1,
        )
    ]  # fmt: skip


def _goes_on(words: Words, j: int) -> bool:
    """Whether behind a comma at token `j` something else is joined: «تمديد الإعفاء، وفرضت …»."""
    joined = words.norm[j] in ("،", ",") and words.norm[j + 1] != words.core[j + 1]
    return joined and not clause.masdar_at(words, j + 1) and not words.timed(j + 1)


def _indefinitely(words: Words, first: int, last: int) -> list[limits.Limit]:
    """No day at all: «إلى إشعار آخر», «إلى أجل غير مسمى»."""
    for j in range(first, last - 2):
        if words.norm[j] in ("الي", "حتي") and has(words, j + 1, "indefinitely"):
            return [limits.Limit(None, j, j + 3 + (words.norm[j + 2] == "غير"), True)]
    return []


def owed(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 3 at token `i`: «[masdar] أحد الالتزامات …»."""
    words = ground.words
    if words.core[i] not in _OF or i + 1 >= passage.last:
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
    """Step 4 at token `i`."""
    words = ground.words
    if (
        not has(words, i, "permission")
        or i == passage.first
        or words.core[i - 1] not in ("لا", "لن")
    ):
        return []
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    condition = conditions.condition(words, i + 1, last)
    if condition is None:
        return []
    stop = extent.action_end(words, i, condition[1], None, condition)
    return [
        Draft(
            (i - 1, condition[1]), (i - 1, stop), "announced", "not allowed unless",
            party=[(i + 1, min(stop, i + 3))], condition=condition, statement=ground.statement_at(i), sure=2,
        )
    ]  # fmt: skip


def _opens_time(words: Words, j: int) -> bool:
    """Whether an expression of time begins inside token `j`, behind its preposition."""
    time = words.time[j + 1] if j + 1 < len(words) else None
    return time is not None and words.tokens[j].start < time.start < words.tokens[j].end


def action_of(words: Words, i: int, last: int, openers: tuple[str, ...]) -> tuple[int, str] | None:
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
        if norm in openers and words.is_(j - 1, "complementizer"):
            continue
        if words.core[j] in ("كان", "كانت"):
            return None  # «تعديل على القانون كان سيلزم …»: it does not
        if j > i + 1 and words.tokens[j].enclitic and words.tokens[j].base in group("decision"):
            return None  # «القرار … فور تنفيذ … قرارها بـ…»: what follows is of another one
        if jointly(words, j) or norm.startswith("فان"):
            return None  # «… اتفاق فإن ذلك ينبغي أن يكون ملزما على …»
        if has(words, j, "strong") or _opens_time(words, j):
            return None  # «المشروع … بنهاية العام», «ميثاق للعام القادم»
        if (
            norm in openers
            and j + 1 < last
            and (clause.masdar_at(words, j + 1) or words.norm[j + 1] == "ان")
        ):
            return (j + 2 if words.norm[j + 1] == "ان" else j + 1), norm
        if j == i + 1 and words.tokens[i].enclitic and clause.masdar_at(words, j) and core == norm:
            return j, ""  # «عزمها طرد…»
        for preposition in ("ب", "ل"):
            if (
                preposition in openers
                and core[:1] == preposition
                and clause.masdar_at(words, j, preposition)
                and not words.is_(j, "complementizer")  # «تعهد بأنه سـ…»
            ) and not (
                preposition == "ب" and words.definite(j) and "علي" not in openers
                and core[1:] not in group("deed")
            ):  # fmt: skip
                return j, preposition  # «القرار بالتشاور مع» decides nothing
        if (words.mark(j) and norm not in ("(", ")", '"', "«", "»", "“", "”")) or words.is_(
            j, "relative"
        ):
            return None
    return None
