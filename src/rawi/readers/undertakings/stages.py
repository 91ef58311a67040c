"""The further stages of a timetable: what is joined behind one commitment with a day of its own.

«سيفتح باب الترشح في 1 أبريل ويغلق في 15 منه», «تنسحب القوات خلال أسبوع ويفرج عن الأسرى خلال أسبوعين»,
«الجولة الأولى في 10 أبريل والثانية في 20 منه». Each is bound like the first and is a commitment of its own.
"""

from __future__ import annotations

from dataclasses import replace

from rawi.readers.attribution.words import Words
from rawi.readers.undertakings import clause, extent, limits, parties
from rawi.readers.undertakings.draft import Draft, Ground
from rawi.readers.undertakings.lexis import has, imperfect, imperfect_like, of_verbs

_JOINS = ("ثم", "فيما", "بينما", "علي")  # what else joins a stage than و
STAGES = 8  # that one sentence may tell
_BASES = ("verb to come", "arranged", "calendar", "listed", "stage", "proviso", "under")


def read(ground: Ground, drafts: list[Draft]) -> list[Draft]:
    """The stages behind the drafts of one passage."""
    found: list[Draft] = []
    for draft in drafts:
        behind: Draft | None = draft
        while behind is not None and len(found) < STAGES:
            behind = _next(ground, behind)
            if behind is not None:
                found.append(behind)
    return found


def _next(ground: Ground, draft: Draft) -> Draft | None:
    """The stage that begins where a draft ends, or none."""
    words = ground.words
    ends = draft.limit is not None and draft.limit.last == draft.span[1]
    if not (ends or draft.basis == "under") or draft.basis not in _BASES:
        return None
    last = min(words.stop[draft.span[0]], len(words))
    i = _joined(words, draft.span[1], last)
    if i is None:
        return None
    ordinal = _ordinal(words, i)
    deed = imperfect_like(words, i) or imperfect(words, i) is not None
    if not (ordinal or deed or clause.masdar_at(words, i)) or (deed and _idle(words, i)):
        return None
    further = (j for j in range(i + 1, last) if _joined(words, j, last) is not None and _begins(words, j))
    stop = next(further, last)
    stop = min(stop, clause.clause_last(words, i, last))
    limit = next(iter(limits.limits(words, i, stop, ground.since)), None)
    if limit is None or any(words.is_(j, "relative", "complementizer") for j in range(i, limit.first)):
        return None
    end = extent.action_end(words, i, limit.last, limit, None)
    if end <= i:
        return None
    own = parties.after(words, i, end) if deed else []
    comma = (j for j in range(*draft.action) if words.norm[j] in ("،", ","))
    of = (draft.action[0], next(comma, draft.action[1])) if draft.basis != "stage" else draft.subject
    if deed:
        of = None if own else draft.subject or next(iter(draft.party), None)
    return replace(
        draft, span=(i, limit.last), action=(i, end), limit=limit, condition=None, further=[], basis="stage",
        party=own or ([] if deed else draft.party), subject=of, sure=draft.sure - 1,
    )  # fmt: skip


def _joined(words: Words, j: int, last: int) -> int | None:
    """The first token of what is joined at token `j`, behind a comma or not."""
    j += j < last and words.norm[j] in ("،", ",")
    if j >= last:
        return None
    if words.norm[j] in _JOINS and j + 1 < last:
        return j + 1 + (words.norm[j] == "علي" and words.norm[j + 1] == "ان")
    return j if words.norm[j] != words.core[j] and words.norm[j][0] == "و" else None


def _begins(words: Words, j: int) -> bool:
    i = _joined(words, j, len(words))
    if i is None or i >= len(words):
        return False
    return _ordinal(words, i) or imperfect_like(words, i) or clause.masdar_at(words, i)


def _ordinal(words: Words, i: int) -> bool:
    """Whether token `i` names the stage by its number: «والثانية», «والدفعة الثانية»."""
    of_it = words.definite(i) and i + 1 < len(words) and has(words, i + 1, "ordinal")
    return words.definite(i) and (has(words, i, "ordinal") or of_it)


def _idle(words: Words, i: int) -> bool:
    verb = imperfect(words, i) or words.core[i]
    return of_verbs(verb, "idle") and not of_verbs(verb, "meeting")
