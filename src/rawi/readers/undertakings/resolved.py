"""Commitments that an adjective or a participle states.

1. resolved   «عازمون على …», «ملتزمة بـ…», «متعهداً بـ…»: somebody in office, of his own side
2. about to   «بصدد …», «على وشك …», «تستعد لـ…»: with a limit
3. obliged    «ملزمة بـ…»: with a limit or a condition
"""

from __future__ import annotations

from rawi.readers.attribution.words import Passage, Words, heads
from rawi.readers.undertakings import clause, conditions, extent, limits, parties, speakers
from rawi.readers.undertakings.coming import Ahead
from rawi.readers.undertakings.draft import Draft, Ground, Stretch
from rawi.readers.undertakings.judging import (
    asked_of,
    asks,
    doubted,
    qualifies,
    speculated,
    sporting,
)
from rawi.readers.undertakings.lexis import has
from rawi.readers.undertakings.nouns import action_of
from rawi.records import Statement

_NOT = frozenset({"غير", "ليس", "ليست", "ليسوا", "لست", "لسنا", "لا", "كان", "كانت", "كانوا", "تكون", "يكون"})


def read(ground: Ground, passage: Passage) -> list[Draft]:
    """The commitments of one passage that adjectives and participles state."""
    found: list[Draft] = []
    for i in range(passage.first, passage.last):
        if not ground.classed[i] or ground.words.name[i] is not None:
            continue
        if has(ground.words, i, "resolved"):
            found += resolved(ground, passage, i)  # 1
        elif has(ground.words, i, "obliged"):
            found += obliged(ground, passage, i)  # 3
        elif has(ground.words, i, "about_to"):
            found += about_to(ground, passage, i)  # 2
    return found


def resolved(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 1 at token `i`."""
    words = ground.words
    statement = ground.cued_at(i) or ground.statement_at(i)  # «…، متعهدا بنشر …»
    if asks(words, i) or any(words.core[j] in _NOT for j in range(max(passage.first, i - 2), i)):
        return []
    if words.definite(i) or doubted(words, statement, own=True):
        return []
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    opens = action_of(words, i, last, ("ب", "علي"))
    if opens is None or (not words.is_(i + 1, "preposition") and opens[0] > i + 3):
        return []
    return _draft(ground, passage, (i, i), opens[0], last, statement, "announced", needs=False)


def about_to(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 2 at token `i`."""
    words = ground.words
    statement = ground.statement_at(i)
    if asks(words, i) or doubted(words, statement):
        return []
    if i > passage.first and words.core[i - 1] in _NOT:
        return []
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    if words.core[i] == "بصدد":
        opens = (i + 1, "") if clause.masdar_at(words, i + 1) else None
    else:
        opens = action_of(words, i, last, ("ل", "ب"))
    if opens is None:
        return []
    return _draft(ground, passage, (i, i), opens[0], last, statement, "planned", needs=True)


def obliged(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 3 at token `i`."""
    words = ground.words
    statement = ground.statement_at(i)
    if asks(words, i) or doubted(words, statement) or words.definite(i):
        return []
    if any(words.core[j] in _NOT for j in range(max(passage.first, i - 2), i)):
        return []
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    opens = action_of(words, i, last, ("ب",))
    if opens is None or opens[0] > i + 3:
        return []
    return _draft(ground, passage, (i, i), opens[0], last, statement, "announced", needs=True)


def _others(words: Words, statement: Statement | None, first: int, i: int) -> bool:
    """Whether the plural at token `i` is not said of the one who speaks: «قال السفير "يبقون مصممين على …"»."""
    if not words.norm[i].endswith(("ون", "ين")):
        return False
    ours = any(words.norm[j].endswith("نا") or words.core[j][0] == "ن" for j in range(max(0, first - 1), i))
    speaker = speakers.himself(words, statement, first)
    return not ours and speaker is not None and speaker.start is not None and heads(
        words.norm[words.holding(speaker.start)], "masculine"
    )


def _draft(
    ground: Ground, passage: Passage, word: Stretch, a: int, last: int, statement: Statement | None,
    status: str, *, needs: bool,
) -> list[Draft]:  # fmt: skip
    """The draft of the action at token `a` behind the `word` that states it; `needs` a limit or not."""
    words = ground.words
    i = word[0]
    first = clause.clause_first(words, passage, i, statement)
    if speculated(words, max(passage.first, first - 3), i):
        return []  # «يبدو أن الحكومة مصممة على …»
    if sporting(words, first, last, i) or qualifies(words, first, i) or asked_of(words, first, i):
        return []
    limit = limits.chosen(words, a, last, a, ground.today, ahead=Ahead(ground.today))
    condition = conditions.condition(words, a + 1, last)
    plain = limit is None and condition is None
    if plain and (needs or ground.match):
        return []
    subject = parties.before(words, first, i)
    if subject and words.norm[subject[0][0]].lstrip("ف") in ("نحن", "انا", "اننا", "انني"):
        subject = []
    party = subject or parties.after(words, i, a)
    if subject and not parties.can_bind(words, subject):
        party = parties.after(words, i, a) or subject  # «في وقت يستعد الوزير لـ…»
    if party:
        if not parties.can_bind(words, party):
            return []
    elif not speakers.official(ground, statement, first) or _others(words, statement, first, i):
        return []
    end = (
        clause.plain_end(words, a, last)
        if plain
        else extent.span_end(words, a, last, limit, condition)
    )
    return [
        Draft(
            (i, end), (a, extent.action_end(words, a, end, limit, condition)), status,
            "about to" if status == "planned" else "obliged" if needs else "resolved",
            party=party, limit=limit, condition=condition,
            speaker=None if party else speakers.himself(words, statement, first), statement=statement,
            sure=0 if plain else 1,
        )
    ]  # fmt: skip
