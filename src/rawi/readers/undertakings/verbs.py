"""Commitments that a verb states.

1. to come     «ستنسحب القوات … بحلول …», «لن … ما لم …»: needs a limit or a condition
2. arranged    «من المقرر أن …»
3. headline    the imperfect of headlines, with a day to come
"""

from __future__ import annotations

from rawi.readers.attribution.words import Passage, Words, masdar_like
from rawi.readers.undertakings import clause, limits, parties
from rawi.readers.undertakings.binding import binding
from rawi.readers.undertakings.draft import Draft, Ground
from rawi.readers.undertakings.judging import asks, doubted, first_person, sporting, status_of
from rawi.readers.undertakings.lexis import has, imperfect, of_verbs


def read(ground: Ground, passage: Passage) -> list[Draft]:
    """The commitments that verbs state in one passage."""
    found: list[Draft] = []
    words = ground.words
    for i in range(passage.first, passage.last):
        if words.tokens[i].kind != "word":
            continue
        found += to_come(ground, passage, i)  # 1
        found += binding(ground, passage, i)
        found += arranged(ground, passage, i)  # 2
        if passage.place == "title":
            found += headline(ground, passage, i)  # 3
    return found


def to_come(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 1 at token `i`."""
    words = ground.words
    verb = imperfect(words, i)
    if verb is None or of_verbs(verb, "idle"):
        return []
    statement = ground.statement_at(i)
    if doubted(words, statement) or asks(words, i):
        return []
    first = clause.clause_first(words, passage, i, statement)
    if any(
        has(words, j, "relative", "whether") or words.is_(j, "relative") or words.norm[j] == "ما"
        for j in range(max(first, i - 2), i)
    ):
        return []
    last = before_proviso(words, i, clause.clause_last(words, i, ground.end_of(i, passage)))
    limit = limits.chosen(words, i, last, first, ground.today)
    opens = i - 1 if words.core[i - 1] in ("سوف", "لن") else i
    condition = limits.condition(words, i + 1, last) or limits.condition(words, first, opens)
    if limit is None and condition is None:
        return []
    party = parties.before(words, first, i) if i > first else []
    if not any(words.norm[j] not in ("و", "ف") for j in range(first, i)) or not party:
        party = parties.after(words, i, last)
    own = first_person(words, i)
    if sporting(words, first, last) or (
        limit is None and not (own or parties.can_bind(words, party))
    ):
        return []
    end = limits.span_end(words, i, last, limit, condition)
    stop = limits.action_end(words, i, end, limit, condition)
    return [
        Draft(
            (min(first, i) if i - first < 30 else i, end), (i, stop), status_of(statement), "verb to come",
            party=[] if own else party, speaker=statement.speaker if statement else None,
            limit=limit, condition=condition, statement=statement,
        )
    ]  # fmt: skip


def arranged(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 2 at token `i`: «(من) المقرر أن» and a verb, «من المقرر» and a masdar."""
    words = ground.words
    if not has(words, i, "scheduled") or i + 2 >= passage.last:
        return []
    told = any(words.core[j] in ("كان", "كانت") for j in range(max(passage.first, i - 3), i))
    if words.norm[i + 1] == "ان":
        a = i + 2
        verb = words.tokens[a].stem
        if of_verbs(verb, "idle") and not of_verbs(verb, "meeting"):
            return []
    elif i > passage.first and words.core[i - 1] == "من" and clause.masdar_at(words, i + 1):
        a = i + 1
    else:
        return []
    last = before_proviso(words, a, clause.clause_last(words, i + 1, ground.end_of(i, passage)))
    limit = limits.chosen(words, a, last, a, None if told else ground.today)
    condition = limits.condition(words, a, last)
    if (limit is None and condition is None) or sporting(words, i, last):
        return []
    end = limits.span_end(words, a, last, limit, condition)
    stop = limits.action_end(words, a, end, limit, condition)
    return [
        Draft(
            (i, end), (a, stop), "planned", "arranged", limit=limit, condition=condition,
            party=parties.after(words, a, stop), statement=ground.statement_at(i), sure=2,
        )
    ]  # fmt: skip


def headline(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 3 at token `i`: a subject, an imperfect, and days that have not ended."""
    words = ground.words
    token = words.tokens[i]
    if i == passage.first or token.proclitics or token.definite or words.name[i] is not None:
        return []
    norm = token.norm
    if (
        not (norm[0] in "يت" and 3 < len(norm) < 8)
        or norm.endswith("ات")
        or masdar_like(norm)
        or of_verbs(norm, "idle")
    ):
        return []
    last = clause.clause_last(words, i, passage.last)
    limit = limits.chosen(words, i, last, i, ground.today)
    if (
        limit is None
        or sporting(words, passage.first, passage.last)
        or limit.days.begin == limit.days.end
    ):
        return []
    party = parties.before(words, passage.first, i)
    if not parties.can_bind(words, party) or any(words.mark(j) for j in range(passage.first, i)):
        return []
    return [
        Draft(
            (passage.first, limit.last), (i, limits.action_end(words, i, limit.last, limit, None)), "announced",
            "headline", party=party, limit=limit,
        )
    ]  # fmt: skip


def before_proviso(words: Words, i: int, last: int) -> int:
    """Where «على أن» adds another clause, or `last`."""
    return next(
        (j for j in range(i + 1, last - 1) if words.norm[j] == "علي" and words.norm[j + 1] == "ان"),
        last,
    )
