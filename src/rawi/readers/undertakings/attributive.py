"""Commitments told of a thing by the day on which it will be: «الانتخابات التي ستجرى في 12 مايو», «الجلسة
المقررة الخميس المقبل», «القمة المزمع عقدها في تونس نهاية الشهر».

The day tells which one is meant, and so when it will be. Only meetings, votes, trials and the like, on days
that are still to come.
"""

from __future__ import annotations

from rawi.readers.attribution.words import Passage, Words
from rawi.readers.undertakings import clause, limits
from rawi.readers.undertakings.draft import Draft, Ground
from rawi.readers.undertakings.judging import asks, sporting
from rawi.readers.undertakings.lexis import group, has, imperfect, imperfect_like, of_verbs

BACK = 6  # tokens from «المقررة» back to what is set: its adjectives, and who holds it
NEAR = 12  # tokens from there to the day


def read(ground: Ground, passage: Passage) -> list[Draft]:
    """The events of one passage that are told by their day."""
    if ground.today is None or ground.match:
        return []
    found: list[Draft] = []
    for i in range(passage.first + 1, passage.last - 1):
        if not ground.classed[i]:
            continue
        opens = _set(ground.words, i)
        event = _event(ground.words, passage, i) if opens is not None else None
        if opens is None and has(ground.words, i, "effect") and has(ground.words, i + 1, "effective"):
            opens, event = i + 2, _coming_into_force(ground.words, passage, i)
        if opens is not None and event is not None:
            found += told_by_day(ground, passage, i, opens, event)
    return found


def told_by_day(ground: Ground, passage: Passage, i: int, opens: int, event: int) -> list[Draft]:
    """The `event` behind which token `i` sets its day, to be sought from token `opens` on."""
    words = ground.words
    if asks(words, i):
        return []
    last = min(clause.clause_last(words, i, ground.end_of(i, passage)), opens + NEAR)
    found = limits.limits(words, opens, last, ground.today)
    limit = found[0] if found else None
    if limit is None or limit.days is None or limit.days.begin is None:
        return []
    ahead = imperfect(words, i + 1) is not None  # «التي ستعقد اليوم»
    end = limit.days.end
    if end is None or end < ground.today or (end == ground.today and not ahead):
        return []
    if any(words.norm[j] in ("،", ",") or words.is_(j, "relative") for j in range(opens, limit.first)):
        return []
    if sporting(words, event, limit.last):
        return []
    stop = limit.first
    while stop > event + 1 and (words.mark(stop - 1) or words.is_(stop - 1, "preposition")):
        stop -= 1
    while stop > event + 1 and (words.is_(stop - 1, "relative") or has(words, stop - 1, "scheduled")):
        stop -= 1
    return [
        Draft(
            (event, limit.last), (event, stop), "planned", "attributive", limit=limit,
            statement=ground.statement_at(i), sure=-1,
        )
    ]  # fmt: skip


def _set(words: Words, i: int) -> int | None:
    """The token behind the words that set a day for the noun before: «المقررة», «المزمع عقدها», «التي
    ستجرى»."""
    told = words.core[i - 1] in ("من", "كان", "كانت", "كانوا") or words.core[i][:1] == "ي"
    if has(words, i, "scheduled") and not told and words.norm[i + 1] != "ان":
        behind = words.tokens[i + 1]
        return i + 1 + (bool(behind.enclitic) and clause.masdar_at(words, i + 1))
    if not has(words, i, "relative") or i + 2 >= len(words):
        return None
    verb = imperfect(words, i + 1) or (words.core[i + 1] if imperfect_like(words, i + 1) else "")
    return i + 2 if of_verbs(verb, "held") or of_verbs(verb, "expiring") else None


def _coming_into_force(words: Words, passage: Passage, i: int) -> int | None:
    """The «دخول» of «دخول العقوبات حيز التنفيذ في نوفمبر», whose «حيز» is token `i`."""
    near = range(i - 1, max(passage.first, i - NEAR) - 1, -1)
    return next((j for j in near if words.core[j] in ("دخول", "لدخول", "بدخول")), None)


def _event(words: Words, passage: Passage, i: int) -> int | None:
    """The event that the words from token `i` on say more of, and that agrees with them."""
    feminine = words.norm[i].endswith("ه") or words.norm[i] == "التي"
    of_it = words.tokens[i + 1].enclitic if not feminine else ()
    feminine = feminine or (words.norm[i + 1].endswith("ها") and bool(of_it))
    i = _past_name(words, passage, i)
    for j in range(i - 1, max(passage.first, i - BACK) - 1, -1):
        if words.norm[j] in ("،", ",", ":", ".") or words.is_(j, "relative", "complementizer"):
            return None
        base = words.tokens[j].base
        if _is_event(words, j):
            return _round(words, passage, j) if feminine == base.endswith(("ه", "ات")) else None
    return None


def _past_name(words: Words, passage: Passage, i: int) -> int:
    """The comma before a name between commas that stands before token `i`: «زيارة الرئيس[،] جومو، التي»."""
    if words.norm[i - 1] not in ("،", ",") or words.name[i - 2] is None:
        return i
    near = range(i - 2, max(passage.first, i - BACK) - 1, -1)
    comma = next((j for j in near if words.norm[j] in ("،", ",")), None)
    named = comma is not None and all(words.name[j] is not None for j in range(comma + 1, i - 1))
    return comma if comma is not None and named else i


def _round(words: Words, passage: Passage, j: int) -> int:
    """The round of talks that the event at token `j` is told of: «الجولة الخامسة من [المحادثات]»."""
    if j - 2 <= passage.first or words.norm[j - 1] != "من":
        return j
    return next((k for k in range(j - 2, max(passage.first, j - 4) - 1, -1) if _is_event(words, k)), j)


def _is_event(words: Words, j: int) -> bool:
    return has(words, j, "event", "met", "ballot") or words.tokens[j].base in group("met") | group("ballot")
