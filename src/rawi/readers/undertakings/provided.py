"""Commitments in the present tense that hold on a condition.

1. ours       «نستأنف … إذا …», «إذا …، نعود إلى …»: what somebody in office says his own side will do
2. consent    «تقبل الفصائل … بشرط …», «يرفض … ما لم …»: with or without a quotation
3. ruled      «في حال … يتم إلغاء العقد»: what somebody in office says will be done
4. staked     «رهنت … عودة السفير بالإفراج عن …», «اشترط … وقف القصف للعودة إلى …»
"""

from __future__ import annotations

from rawi.readers.attribution.words import Passage, sentence_first
from rawi.readers.undertakings import clause, conditions, extent, parties, speakers
from rawi.readers.undertakings.draft import Draft, Ground
from rawi.readers.undertakings.judging import (
    asked_of,
    asks,
    doubted,
    sporting,
    status_of,
    subject_hidden,
)
from rawi.readers.undertakings.lexis import has, imperfect, indefinite, of_verbs, ours

STAKE = 8  # tokens from «رهن», «اشترط» past who does to the deed
LEAST = 3  # tokens of a condition that comes first: its word, a verb, and who or what
_SUBORDINATE = frozenset({"ان", "الا", "لكي", "كي", "حتي", "لم", "قد", "ما", "لو", "بان", "كما"})


def read(ground: Ground, passage: Passage) -> list[Draft]:
    """The conditional commitments of one passage."""
    found: list[Draft] = []
    for i in range(passage.first, passage.last):
        if ground.words.tokens[i].kind == "word" and ground.words.core[i][:1] in "نأايت":
            found += own_deed(ground, passage, i) or consent(ground, passage, i)  # 1, 2
            if has(ground.words, i, "done_to"):
                found += ruled(ground, passage, i)  # 3
        if ground.classed[i] and has(ground.words, i, "staking", "requiring"):
            found += staked(ground, passage, i)  # 4
    return found


def ruled(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 3 at token `i`, a «يتم» with its masdar."""
    words = ground.words
    statement = ground.statement_at(i)
    if statement is None or doubted(words, statement) or not clause.masdar_at(words, i + 1):
        return []
    if imperfect(words, i) is not None:
        return []  # «لن يتم …» is to come
    opens = max(sentence_first(words, passage, i), words.at(statement.start))
    if asks(words, i) or (i > passage.first and words.core[i - 1] in _SUBORDINATE | {"لا"}):
        return []
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    before = conditions.condition(words, opens, i)
    after = conditions.condition(words, i + 1, last)
    if before is not None and i - before[1] > 1:
        before = None  # another clause stands between
    condition = before or after
    if condition is None or has(words, condition[0], "loose"):
        return []
    told = statement.speaker is None or speakers.official(ground, statement, words.at(statement.start))
    if not told or sporting(words, i, last):
        return []
    end = clause.plain_end(words, i, last) if before else condition[1]
    stop = extent.action_end(words, i, end, None, after if not before else None)
    return [
        Draft(
            (min(condition[0], i), end), (i, stop), status_of(statement), "provided", condition=condition,
            statement=statement, sure=1,
        )
    ]  # fmt: skip


def own_deed(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 1 at token `i`."""
    words = ground.words
    statement = ground.statement_at(i)
    if ours(words, i) is None or statement is None or doubted(words, statement, own=True):
        return []
    if asks(words, i) or (i > passage.first and words.core[i - 1] in _SUBORDINATE):
        return []
    if imperfect(words, i) is not None or (words.core[i][0] != "ن" and indefinite(words, i - 1)):
        return []  # «سوف ندخل …» is to come, «أزمة أوسع» compares
    if words.core[i][0] != "ن" and words.inside[i] is None:
        return []  # «أطلق عليه اسم …» is no first person
    first = clause.clause_first(words, passage, i, statement)
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    if asked_of(words, first, i) or sporting(words, first, last, i):
        return []
    told = speakers.himself(words, statement, first) is not None
    we = words.core[i][0] == "ن" and told and not ground.match  # one who says «we» speaks for a side
    if not (we or speakers.official(ground, statement, first)):
        return []
    opens = i - 1 if i > first and words.core[i - 1] == "لا" else i
    condition = conditions.condition(words, i + 1, last)
    begins = opens
    if condition is None:
        condition = conditions.condition(words, first, opens)
        begins = condition[0] if condition is not None else opens
    if condition is None or begins < condition[0] < i or has(words, condition[0], "loose"):
        return []
    if condition[0] < i and i - condition[0] < LEAST:
        return []  # «إذا كنا نساعد …» is the condition itself
    behind = condition[0] > i
    end = condition[1] if behind else clause.plain_end(words, i, last)
    return [
        Draft(
            (begins, end), (opens, extent.action_end(words, i, end, None, condition)), status_of(statement),
            "provided", speaker=speakers.himself(words, statement, first), condition=condition,
            statement=statement, sure=1,
        )
    ]  # fmt: skip


def consent(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 2 at token `i`: who accepts or refuses is named, and on what condition."""
    words = ground.words
    verb = words.core[i]
    if not (of_verbs(verb, "consenting") or of_verbs(verb, "refusing")) or asks(words, i):
        return []
    if i > passage.first and words.core[i - 1] in _SUBORDINATE | {"لا", "لن"}:
        return []
    statement = ground.statement_at(i)
    first = clause.clause_first(words, passage, i, statement)
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    condition = conditions.condition(words, i + 1, last)
    if condition is None or has(words, condition[0], "loose") or sporting(words, first, last, i):
        return []
    hidden = subject_hidden(words, first, first, i)
    party = [] if hidden else parties.before(words, first, i) or parties.after(words, i, condition[0])
    binds = (
        speakers.official(ground, statement, first) if hidden else parties.can_bind(words, party)
    )
    if not binds or ground.match:
        return []
    opens = party[0][0] if party and party[0][0] < i else i
    return [
        Draft(
            (opens, condition[1]), (i, extent.action_end(words, i, condition[1], None, condition)),
            "agreed" if of_verbs(verb, "consenting") else "announced", "provided", party=party,
            condition=condition, statement=statement, sure=1,
            speaker=speakers.himself(words, statement, first) if hidden else None,
        )
    ]  # fmt: skip


def staked(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 4 at token `i`: the deed, and behind it what it is made to depend on (بـ), or the reverse (لـ)."""
    words = ground.words
    statement = ground.statement_at(i)
    if words.name[i] is not None or words.definite(i) or asks(words, i):
        return []
    if words.is_(i - 1, "preposition", "negation"):
        return []
    last = clause.plain_end(words, i, clause.clause_last(words, i, ground.end_of(i, passage)))
    requires = has(words, i, "requiring")
    led = "ل" if requires else "ب"
    a = next((j for j in range(i + 1, min(last, i + STAKE)) if clause.masdar_at(words, j)), None)
    b = next((j for j in range((a or i) + 1, last) if clause.masdar_at(words, j, led)), None)
    if a is None or b is None or words.is_(a - 1, "preposition") or sporting(words, i, last):
        return []
    first = clause.clause_first(words, passage, i, statement)
    party = parties.after(words, i, a) or parties.before(words, first, i)
    if not parties.can_bind(words, party, strict=True) or ground.match:
        return []
    deed, condition = ((b, last), (a, b)) if requires else ((a, b), (b, last))
    return [
        Draft(
            (i, last), deed, "announced", "staked", party=party, condition=condition, statement=statement,
            sure=2,
        )
    ]  # fmt: skip
