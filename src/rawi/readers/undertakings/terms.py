"""The terms of an agreement that stand in clauses or lines of their own.

1. proviso   «…، على أن تنتشر قوات …»: with a limit, or where the sentence speaks of an agreement
2. list      lines after «اتفقا على ما يلي:» that open with a masdar or with a verb to come
3. owed      «يتعين على … سحب … بحلول …»: with a limit
4. under     «وبموجب الاتفاق، تفرج … عن …»: the present tense behind what an agreement says
"""

from __future__ import annotations

from rawi.readers.attribution.words import Passage, Words, sentence_first
from rawi.readers.undertakings import clause, conditions, extent, limits, named, parties
from rawi.readers.undertakings.coming import Ahead
from rawi.readers.undertakings.draft import Draft, Ground
from rawi.readers.undertakings.judging import asks, doubted, sporting
from rawi.readers.undertakings.lexis import has, imperfect, imperfect_like, of_verbs

_ITEM = 4  # tokens of a line's number or dash
_SUBJECT = 14  # tokens from «يتعين» to what is to be done
_LINES = 30  # lines that a list may have


def read(ground: Ground, passage: Passage) -> list[Draft]:
    """The terms in one passage."""
    found: list[Draft] = []
    words = ground.words
    for i in range(passage.first, passage.last - 2):
        if words.norm[i] == "علي" and words.norm[i + 1] == "ان" and i > passage.first:
            found += proviso(ground, passage, i)  # 1
        elif ground.classed[i] and has(words, i, "must"):
            found += owed(ground, passage, i)  # 3
        elif ground.classed[i] and has(words, i, "accordance"):
            found += under(ground, passage, i)  # 4
    found += listed(ground, passage)  # 2
    return found


def proviso(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 1 at token `i`, the «على» of «على أن»."""
    words = ground.words
    a = i + 2
    done = imperfect_like(words, a) or has(words, a, "done_to")
    if not words.mark(i - 1) or not done or asks(words, i):
        return []
    if of_verbs(words.tokens[a].stem, "idle"):
        return []
    last = clause.clause_last(words, a, ground.end_of(a, passage))
    limit = limits.chosen(words, a, last, a, ground.today, ahead=Ahead(ground.today))
    condition = conditions.condition(words, a, last)
    deal = _speaks_of_deal(words, sentence_first(words, passage, i), i)
    if sporting(words, a, last) or not (deal or limit is not None or condition is not None):
        return []
    end = (
        last
        if limit is None and condition is None
        else extent.span_end(words, a, last, limit, condition)
    )
    return [
        Draft(
            (i, end), (a, extent.action_end(words, a, end, limit, condition)), "agreed" if deal else "planned",
            "proviso", party=parties.after(words, a, last), limit=limit, condition=condition,
            statement=ground.statement_at(a),
        )
    ]  # fmt: skip


def listed(ground: Ground, passage: Passage) -> list[Draft]:
    """Step 2: the line that is this passage, or the lines that its sentences are."""
    words = ground.words
    a = _item(words, passage)
    if a is None or not _heads_list(words, passage):
        return []
    statement = ground.statement_at(a)
    last = min(words.stop[a], passage.last)
    verb = imperfect(words, a)
    if not clause.masdar_at(words, a) and (verb is None or of_verbs(verb, "idle")):
        return []
    last = clause.clause_last(words, a, last)
    limit = limits.chosen(words, a, last, a, ground.today, ahead=Ahead(ground.today))
    condition = conditions.condition(words, a, last)
    stop = extent.action_end(words, a, last, limit, condition)
    party = parties.after(words, a, last) if verb else named.doer(words, a, stop)
    return [
        Draft(
            (a, last), (a, stop), "agreed", "listed", party=party, limit=limit, condition=condition,
            statement=statement, sure=3,
        )
    ]  # fmt: skip


def owed(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 3 at token `i`: «يتعين على الشركات سحب … بحلول …», «يجب أن تسلّم … قبل …»; not what is only
    asked for or feared."""
    words = ground.words
    statement = ground.statement_at(i)
    if asks(words, i) or doubted(words, statement) or (statement and statement.act == "demand"):
        return []
    if i > passage.first and words.core[i - 1] in ("لا", "لم", "كان", "كانت", "لن"):
        return []
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    a = next(
        (
            j
            for j in range(i + 1, min(last, i + _SUBJECT))
            if (clause.masdar_at(words, j) and words.tokens[j].base[:1] != "م")
            or (words.norm[j - 1] == "ان" and words.core[j][:1] in ("ي", "ت"))
        ),
        None,
    )
    if a is None:
        return []
    limit = limits.chosen(words, a, last, a, ground.today, ahead=Ahead(None))
    if limit is None or not limit.strong:
        return []
    party = (
        parties.after(words, i + 1, a)
        if words.norm[i + 1] == "علي"
        else parties.after(words, a, last) or parties.before(
            words, clause.clause_first(words, passage, i, statement), i
        )
    )
    return [
        Draft(
            (i, limit.last), (a, extent.action_end(words, a, limit.last, limit, None)), "announced", "owed by",
            party=party, limit=limit, statement=statement,
        )
    ]  # fmt: skip


def under(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 4 at token `i`, the «بموجب» that opens its sentence: what stands behind the agreement's comma."""
    words = ground.words
    if sentence_first(words, passage, i) != i or asks(words, i):
        return []
    near = range(i + 1, min(passage.last - 1, i + _SUBJECT))
    a = next((j + 1 for j in near if words.norm[j] in ("،", ",")), None)
    if a is None or not any(has(words, j, "agreement") for j in range(i + 1, a)):
        return []
    if not imperfect_like(words, a) or imperfect(words, a) or of_verbs(words.tokens[a].stem, "idle"):
        return []
    statement = ground.statement_at(a)
    last = clause.clause_last(words, a, ground.end_of(a, passage))
    stop = next((j - words.mark(j - 1) for j in range(a + 2, last) if _and_verb(words, j)), last)
    limit = limits.chosen(words, a, stop, a, ground.today, ahead=Ahead(None))
    condition = conditions.condition(words, a, stop)
    if doubted(words, statement) or sporting(words, a, last):
        return []
    plain = limit is None and condition is None
    end = clause.plain_end(words, a, stop) if plain else extent.span_end(words, a, stop, limit, condition)
    return [
        Draft(
            (i, end), (a, extent.action_end(words, a, end, limit, condition)), "agreed", "under",
            party=parties.after(words, a, stop), limit=limit, condition=condition, statement=statement,
        )
    ]  # fmt: skip


def _and_verb(words: Words, j: int) -> bool:
    """Whether another verb is joined at token `j`: «…، وتفتح …»."""
    return words.norm[j] != words.core[j] and words.norm[j][0] == "و" and (
        imperfect_like(words, j) or imperfect(words, j) is not None
    )


def _item(words: Words, passage: Passage) -> int | None:
    """The first word of a line that a number or a dash opens."""
    a = passage.first
    while a < min(passage.last, passage.first + _ITEM) and (
        words.mark(a) or words.tokens[a].kind == "number"
    ):
        a += 1
    return a if passage.first < a < passage.last else None


def _heads_list(words: Words, passage: Passage) -> bool:
    """Whether the line before this list ends with a colon and speaks of an agreement."""
    places = words.passages
    at = places.index(passage)
    for k in range(at - 1, max(-1, at - _LINES), -1):
        above = places[k]
        if above.last > above.first and words.norm[above.last - 1] == ":":
            return _speaks_of_deal(words, above.first, above.last) and any(
                has(words, j, "containing") for j in range(above.first, above.last)
            )
        if _item(words, above) is None and above.last - above.first > _LINES:
            return False
    return False


def _speaks_of_deal(words: Words, first: int, last: int) -> bool:
    return any(
        has(words, j, "agreement")
        or words.core[j] in ("اتفقا", "اتفقتا", "اتفقوا", "اتفق", "اتفقت")
        for j in range(first, last)
    )
