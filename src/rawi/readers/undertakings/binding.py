"""Commitments that a binding verb states: «تعهد بـ», «اتفقا على», «قرر», «أجّل … إلى».

1. the verb, not a noun spelled alike nor denied
2. its action: أن and a clause, its preposition and a masdar, or a masdar as object
3. each action that is joined on («وبسحب …») with its own limit or condition is a commitment
"""

from __future__ import annotations

from rawi.readers.attribution.words import Passage, Words
from rawi.readers.undertakings import clause, limits, parties
from rawi.readers.undertakings.draft import Draft, Ground
from rawi.readers.undertakings.judging import asks
from rawi.readers.undertakings.lexis import Verb, has, verbs

REACH = 28  # tokens from a binding verb to its action: a subject with role, apposition and occasion


def binding(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 2 at token `i`."""
    words = ground.words
    verb = binding_verb(words, i)
    if verb is None:
        return []
    statement = ground.statement_at(i)
    if (statement is not None and statement.act in ("fear", "accuse")) or asks(words, i):
        return []
    last = clause.clause_last(words, i, ground.end_of(i, passage))
    opens = action_at(words, verb, i, last) or ((i, "") if verb.status == "postponed" else None)
    if opens is None:
        return []
    start, preposition = opens
    first = clause.clause_first(words, passage, i, statement)
    party = parties.after(words, i, start) or parties.before(words, first, i)
    drafts = []
    stretches = segments(words, start, last, preposition)
    for number, (a, b) in enumerate(stretches):
        draft = _bound(ground, verb, (i if number == 0 else a, a, b))
        if draft is None:
            continue
        draft.party = party
        draft.statement = ground.statement_at(a)
        if not party and statement is not None:
            draft.speaker = statement.speaker
        drafts.append(draft)
    return drafts


def _bound(ground: Ground, verb: Verb, place: tuple[int, int, int]) -> Draft | None:
    """The draft of one action of a binding verb: `place` is (span's first token, action, end)."""
    words = ground.words
    first, a, b = place
    if verb.status == "postponed":
        limit = next((m for m in limits.limits(words, a, b, None) if m.strong), None)
    else:
        limit = limits.chosen(words, a, b, a, ground.today)
        if (
            limit is None and verb.tense == "past" and verb.needs == "limit"
        ):  # what was bound earlier
            earlier = limits.limits(words, a, b, None)
            limit = next((m for m in earlier if m.word and words.core[m.word[0]] != "الي"), None)
    condition = limits.condition(words, a + 1, b)
    table = limits.timetable(words, a, b)
    reference = limits.referring(words, a, b)
    met = {
        "limit": limit is not None
        or condition is not None
        or table is not None
        or reference is not None,
        "date": limit is not None and (ground.today is None or limit.days.end > ground.today),
        "far": limit is not None and limit.strong,
        "term": reference is not None
        or any(words.core[j] in ("تنفيذا", "التزاما", "وفاء") for j in range(a, b)),
    }[verb.needs]
    if not met:
        return None
    end = limits.span_end(words, a, b, limit, condition)
    end = max(end, (table or reference or (0, 0))[1])
    stop = limits.action_end(words, a, end, limit, condition)
    a = past_date_setting(words, a, stop)
    return Draft(
        (first, end), (a, stop), verb.status, f"verb: {verb.word}", limit=limit, condition=condition,
        inherits=limit is None and reference is not None, sure=2,
    )  # fmt: skip


def binding_verb(words: Words, i: int) -> Verb | None:
    """The binding verb at token `i`; not a noun spelled alike, nor a verb that is denied."""
    core = words.core[i]
    known = verbs()
    verb = (
        known.get(words.norm[i])
        or known.get(core)
        or known.get(core[1:] if core[:1] == "س" else core)
    )
    if verb is None or words.name[i] is not None or words.time[i] is not None:
        return None
    if (
        words.tokens[i].text[:1] == "آ"
        or words.tokens[i].definite
        or (i and words.core[i - 1] in ("لم", "لا", "ما", "لن"))
    ):
        return None
    if i and words.is_(i - 1, "preposition") and verb.tense == "past":
        return None  # «على وعد», «في أمر»
    return verb


def action_at(words: Words, verb: Verb, i: int, last: int) -> tuple[int, str] | None:
    """Where the action of the binding verb at token `i` begins, and the preposition before it."""
    for j in range(i + 1, min(last, i + REACH)):
        norm, core = words.norm[j], words.core[j]
        if "an" in verb.takes and norm in ("ان", "بان") and words.tokens[j].text[-2:] == "أن":
            return (j + 1, "") if j + 1 < last else None
        if words.is_(j, "complementizer"):
            return None
        if norm in verb.takes and j + 1 < last and words.core[j + 1] not in ("ان", "ما", "من"):
            return (j + 1, norm) if clause.masdar_at(words, j + 1) else None
        if norm in verb.takes and j + 2 < last and words.core[j + 1] == "ان":
            return j + 2, ""
        for preposition in ("ب", "ل"):
            if (
                preposition in verb.takes
                and core[0] == preposition
                and clause.masdar_at(words, j, preposition)
            ):
                return j, preposition
        if "np" in verb.takes and clause.masdar_at(words, j) and words.norm[j] == core:
            if words.tokens[j].proclitics or words.is_(j, "preposition", "circumstance"):
                continue
            if words.is_(j - 1, "preposition", "circumstance") or (
                j > i + 1 and clause.masdar_at(words, j - 1)
            ):
                continue
            return j, "np"
        if words.is_(j, "relative") or words.norm[j] in (".", ":", "؛"):
            return None
    return None


def segments(words: Words, start: int, last: int, preposition: str) -> list[tuple[int, int]]:
    """The actions joined from token `start` on: «… وبسحب …», «… على أن …», «… وأن …»."""
    cuts = [start]
    for j in range(start + 2, last - 1):
        norm, core = words.norm[j], words.core[j]
        joined = norm != core and norm[0] == "و"
        if (
            joined
            and preposition in ("ب", "ل")
            and core[0] == preposition
            and clause.masdar_at(words, j, preposition)
        ):
            cuts.append(j)
        elif joined and core == "ان":
            cuts.append(j + 1)
        elif norm == "علي" and words.norm[j + 1] == "ان":
            cuts.append(j + 2)
    return list(
        zip(
            cuts,
            [*(c if words.norm[c - 1] != "ان" else c - 1 for c in cuts[1:]), last],
            strict=True,
        )
    )


def past_date_setting(words: Words, a: int, b: int) -> int:
    """The action behind «تحديد موعد (رسمي) لـ…», «وضع جدول زمني لـ…»: what the date is set for."""
    if (
        words.core[a].lstrip("بل") not in ("تحديد", "وضع")
        or a + 2 >= b
        or not has(words, a + 1, "timetable")
    ):
        return a
    for j in range(a + 2, min(b, a + 5)):
        if clause.masdar_at(words, j, "ل"):
            return j
    return a
