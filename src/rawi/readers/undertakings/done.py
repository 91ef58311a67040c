"""Commitments that are kept, and those whose term is named elsewhere.

1. in pursuance   «إنهاء … جاء تنفيذاً لـ…»
2. by the term    «الانسحاب … وفقا للاتفاق …، وحسب الموعد المقرر»
3. ended          «أعلن … نهاية …»: stands only where the article names what was undertaken
4. completed      «أنجز سحب …», «اكتمل نقل …»: likewise
5. fulfilled      «أوفت بوعدها بـ…», «نفذ تعهداته», «نفذت ما اتفق عليه»
"""

from __future__ import annotations

from rawi.readers.attribution.words import Passage, Words
from rawi.readers.undertakings import clause, named, parties, timetables
from rawi.readers.undertakings.broken import undertaken
from rawi.readers.undertakings.draft import Draft, Ground
from rawi.readers.undertakings.judging import asks
from rawi.readers.undertakings.lexis import group, has, verbs

NEAR = 6  # tokens from «أوفى» past its subject to what it fulfilled
BACK = 12  # tokens from the action back from «تنفيذا»
_OF_WHAT = ("agreement", "pledge", "decision", "plan")


def read(ground: Ground, passage: Passage) -> list[Draft]:
    """The kept commitments of one passage."""
    found: list[Draft] = []
    for i in range(passage.first, passage.last):
        if ground.classed[i]:
            found += in_pursuance(ground, passage, i)  # 1
            found += by_term(ground, passage, i)  # 2
            found += completed(ground, passage, i)  # 4
            found += fulfilled(ground, passage, i)  # 5
        if ground.words.tokens[i].kind == "word":
            found += ended(ground, passage, i)  # 3
    return found


def _behind(words: Words, passage: Passage, i: int) -> int | None:
    """The masdar that opens the clause which token `i` qualifies."""
    first = clause.clause_first(words, passage, i, None)
    best = None
    for j in range(i - 1, max(first, i - BACK) - 1, -1):
        if clause.masdar_at(words, j) and not words.is_(j - 1, "preposition", "relative"):
            if (words.definite(j) and words.tokens[j].base[:1] == "م") or words.stop[
                j
            ] != words.stop[i]:
                continue  # «المعارضة»
            if has(words, j, "beside"):
                return None  # «إضافة إلى ممارساتها تنفيذا لـ…»
            best = j
            if words.mark(j - 1) or j == first:
                break
    return best


def in_pursuance(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 1 at token `i`."""
    words = ground.words
    if not has(words, i, "pursuance") or i + 1 >= passage.last or words.core[i + 1][:1] != "ل":
        return []
    of_what = words.core[i + 1][1:].removeprefix("ل")
    if of_what in ("قانون", "قوانين") or of_what.startswith("مخطط"):
        return []  # a law is applied, not kept; «مخططات» are what one charges others with
    if not any(of_what in group(g) or "ال" + of_what in group(g) for g in (*_OF_WHAT, "outcome")):
        return []
    a = _behind(words, passage, i)
    if a is None:
        return []
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    comma = next((j for j in range(i + 1, last) if words.norm[j] in ("،", ",")), last)
    stop = i - 1 if words.core[i - 1] in ("جاء", "ياتي", "جاءت", "تاتي") else i
    return [
        Draft(
            (a, comma), (a, stop), "done", "in pursuance", party=named.doer(words, a, stop),
            statement=ground.statement_at(i), inherits=True, sure=2,
        )
    ]  # fmt: skip


def by_term(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 2 at token `i`."""
    words = ground.words
    if not has(words, i, "accordance"):
        return []
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    near = min(last, i + 14)
    table = timetables.timetable(words, i, near)
    if table is None or not any(
        has(words, j, *_OF_WHAT) or words.tokens[j].base in group("agreement")
        for j in range(i, near)
    ):
        return []
    a = _behind(words, passage, i)
    if a is None:
        return []
    return [
        Draft(
            (a, table[1]), (a, i), "agreed", "by the term", party=named.doer(words, a, i),
            statement=ground.statement_at(i), inherits=True, sure=2,
        )
    ]  # fmt: skip


def ended(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 3 at token `i`: an announced end; the article must name the undertaking elsewhere."""
    words = ground.words
    if passage.place == "title" or words.tokens[i].base not in (
        "نهاية",
        "انتهاء",
        "إنهاء",
        "نهايه",
        "انهاء",
        "اكتمال",
        "استكمال",
        "إتمام",
        "اتمام",
    ):
        return []
    statement = ground.statement_at(i)
    announced = (
        statement is not None and statement.act == "announce" and i - words.at(statement.start) <= 1
    )
    if not announced and not any(announces(words, j) for j in range(max(passage.first, i - 2), i)):
        return []
    if words.time[i] is not None:
        return []
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    stop = clause.plain_end(words, i, last)
    return [
        Draft(
            (i, stop), (i, stop), "done", "announced end", party=named.doer(words, i, stop),
            statement=statement, keeps=True, sure=0,
        )
    ]  # fmt: skip


def completed(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 4 at token `i`: a verb of completion with its deed; not what is denied or still to come."""
    words = ground.words
    if not has(words, i, "completion") or words.name[i] is not None:
        return []
    if i > passage.first and words.core[i - 1] in ("لم", "لن", "لا", "سوف", "ان", "قبل", "اذا"):
        return []
    a = i + 1
    if a >= passage.last or not clause.masdar_at(words, a):
        return []
    statement = ground.statement_at(i)
    if statement is not None and statement.act in ("fear", "believe", "deny", "demand"):
        return []
    stop = clause.plain_end(words, a, clause.clause_last(words, i, ground.end_of(i, passage)))
    return [
        Draft(
            (i, stop), (a, stop), "done", "completed", party=named.doer(words, a, stop),
            statement=statement, keeps=True, inherits=True, sure=0,
        )
    ]  # fmt: skip


def fulfilled(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 5 at token `i`: a verb of fulfilling with a word for what binds."""
    words = ground.words
    if not has(words, i, "fulfilling") or words.name[i] is not None:
        return []
    statement = ground.statement_at(i)
    first = clause.clause_first(words, passage, i, statement)
    if any(has(words, j, "unreal", "condition") for j in range(first, i)) or asks(words, i):
        return []
    if statement is not None and statement.act in ("fear", "believe", "demand", "promise"):
        return []
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    near = range(i + 1, min(last, i + NEAR))
    what = next((j for j in near if undertaken(words, j, truce=False) or _what_was_bound(words, j)), None)
    if what is None or any(words.mark(j) for j in range(i, what)):
        return []
    with_b = words.core[what][:1] == "ب" and not words.definite(what)
    if words.core[i].startswith(("اوف", "وف", "ف")) and not with_b and words.core[what - 1] != "ب":
        return []
    stop = clause.plain_end(words, what, last)
    a = next((j for j in range(what + 1, min(stop, what + 3)) if clause.masdar_at(words, j, "ب")), what)
    return [
        Draft(
            (i, stop), (a, stop), "done", "fulfilled", statement=statement, inherits=True, sure=3,
            party=parties.after(words, i, what) or parties.before(words, first, i),
        )
    ]  # fmt: skip


def _what_was_bound(words: Words, j: int) -> bool:
    """Whether token `j` is the «ما» of «ما تعهد به», «ما اتفق عليه»."""
    if words.core[j] not in ("ما", "بما") or j + 1 >= len(words):
        return False
    verb = verbs().get(words.norm[j + 1])
    return verb is not None and verb.tense == "past" and verb.word in ("تعهد", "وعد", "التزم", "اتفق")


def announces(words: Words, i: int) -> bool:
    """Whether token `i` announces: «نعلن», «لنعلن», «أعلنا»."""
    verb = verbs().get(words.tokens[i].stem)
    return verb is not None and verb.word == "أعلن"
