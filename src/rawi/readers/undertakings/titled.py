"""Commitments that a headline states.

1. verb   the imperfect of headlines, with days to come: «القوات تغادر القاعدة هذا الشهر»
2. noun   a masdar that opens it, with days to come: «افتتاح الجسر في أيلول», «انتهاء المهمة خلال الشهر الحالي»
"""

from __future__ import annotations

from rawi.readers.attribution.words import Passage, Words, masdar_like
from rawi.readers.undertakings import clause, extent, limits, named, parties
from rawi.readers.undertakings.coming import Ahead
from rawi.readers.undertakings.draft import Draft, Ground
from rawi.readers.undertakings.judging import sporting
from rawi.readers.undertakings.lexis import group, has, of_verbs
from rawi.readers.undertakings.scheduled import names_event

_DEEDS = ("works", "happenings", "doing", "deed", "met", "ballot")
SUBJECT = 6  # tokens of a headline's subject before a verb that is spelled like a masdar


def read(ground: Ground, passage: Passage) -> list[Draft]:
    """The commitments of a passage that is a headline."""
    if passage.place != "title":
        return []
    found = noun(ground, passage)  # 2
    for i in range(passage.first, passage.last):
        if ground.words.tokens[i].kind == "word":
            found += headline(ground, passage, i)  # 1
    return found


def headline(ground: Ground, passage: Passage, i: int) -> list[Draft]:
    """Step 1 at token `i`: a subject, an imperfect, and days that have not ended."""
    words = ground.words
    token = words.tokens[i]
    if i == passage.first or token.proclitics or token.definite or words.name[i] is not None:
        return []
    norm = token.norm
    if (
        not (norm[0] in "يت" and 3 < len(norm) < 8)
        or norm.endswith("ات")
        or (masdar_like(norm) and not _behind_subject(words, passage, i))
        or (of_verbs(norm, "idle") and not of_verbs(norm, "meeting"))
    ):
        return []
    if words.norm[i - 1] == "قد":
        return []  # «الرئيس قد يزور …»
    last = clause.clause_last(words, i, passage.last)
    party = parties.before(words, passage.first, i)
    held = of_verbs(norm, "held") and bool(party) and names_event(words, party[0])
    limit = limits.chosen(words, i, last, i, ground.today, ahead=Ahead(None, weekday=True) if held else None)
    if limit is None or limit.days is None or sporting(words, passage.first, passage.last):
        return []
    if limit.days.begin == limit.days.end and not (held or _named(words, ground, limit)):
        return []
    begun = ground.today is not None and (limit.days.begin or ground.today) < ground.today
    if begun and not _runs_on(words, limit):
        return []  # «ترفع الأسعار للمرة الرابعة في 2018»
    binds = parties.can_bind(words, party) and not any(words.mark(j) for j in range(passage.first, i))
    if not binds and not held:
        return []
    party = party if binds else []
    end = limit.last
    stop = extent.action_end(words, i, end, limit, None)
    if stop == i + 1 and extent.object_behind(words, limit, last, bare=True):
        end = stop = clause.plain_end(words, limit.last, last)  # «الوزارة تعلن غدا عن …»
    return [
        Draft(
            (passage.first, end), (i, stop), "announced", "headline", party=party, limit=limit,
        )
    ]  # fmt: skip


def _named(words: Words, ground: Ground, limit: limits.Limit) -> bool:
    """Whether a single day is sure to be to come: «الأحد المقبل», «في 15 تموز»; not a bare weekday."""
    end = limit.days.end if limit.days is not None else None
    if end is None or ground.today is None or end <= ground.today:
        return False
    near = range(limit.first, limit.last)
    return any(
        words.norm[j] in group("next") or words.norm[j] == "غدا" or any(map(str.isdigit, words.norm[j]))
        for j in near
    )


def _runs_on(words: Words, limit: limits.Limit) -> bool:
    """Whether days that have begun are told as running: «هذا الشهر», «الأسبوع الجاري», «بحلول نهاية العام»."""
    return limit.strong or any(
        words.is_(j, "pointing") or words.norm[j].startswith(("الجاري", "الحالي"))
        for j in range(limit.first, limit.last)
    )


def _behind_subject(words: Words, passage: Passage, i: int) -> bool:
    """Whether an indefinite word that may be a masdar («ترفع», «تخلي») is the verb of the headline: it
    stands behind a definite noun or a name that opens it, and before what is done."""
    ahead = words.definite(i - 1) or words.name[i - 1] is not None
    alone = i + 1 >= passage.last or words.mark(i + 1) or words.is_(i + 1, "preposition")
    return ahead and not alone and i - passage.first < SUBJECT


def noun(ground: Ground, passage: Passage) -> list[Draft]:
    """Step 2: a deed told by its noun, at the head of the headline or behind a colon."""
    words, today = ground.words, ground.today
    i = next((j + 1 for j in range(passage.first, passage.last) if words.norm[j] == ":"), passage.first)
    if today is None or i + 2 >= passage.last or words.definite(i) or words.tokens[i].proclitics:
        return []
    if not any(words.tokens[i].base in group(kind) for kind in _DEEDS):
        return []
    last = clause.clause_last(words, i, passage.last)
    limit = limits.chosen(words, i + 1, last, i + 1, today, ahead=Ahead(None))
    if limit is None or limit.days is None or limit.days.end is None or limit.days.begin is None:
        return []
    if not (limit.days.begin > today or (limit.days.end > today and limit.days.begin != limit.days.end)):
        return []
    if sporting(words, passage.first, passage.last) or any(
        has(words, j, "aside", "break", "relative") or words.is_(j, "complementizer") or words.mark(j)
        for j in range(i, limit.first)
    ):
        return []
    stop = extent.action_end(words, i, limit.last, limit, None)
    return [
        Draft(
            (i, limit.last), (i, stop), "announced", "headline", limit=limit,
            party=named.doer(words, i, stop),
        )
    ]  # fmt: skip
