"""Events that a headline tells: what happened is told there in the present tense, or by a noun alone.

1. verb   «واشنطن تفرض عقوبات على …»: who did it stands first, the verb behind it
2. noun   «مقتل خمسة جنود في …», «ضربات جوية على …»: an act of force or a misfortune that opens the headline

A headline that asks, denies or names a day that is not past tells of nothing done.
"""

from __future__ import annotations

from datetime import date

from rawi.readers.attribution.words import Passage, Words, bare
from rawi.readers.happenings import roles
from rawi.readers.happenings.draft import Draft
from rawi.readers.happenings.lexis import (
    Naming,
    Telling,
    demonyms,
    naming,
    others,
    presents,
    words_of,
)
from rawi.readers.happenings.sides import SPOKEN, makes
from rawi.readers.happenings.where import place
from rawi.readers.happenings.within import parties_of
from rawi.readers.undertakings.clause import clause_last
from rawi.readers.undertakings.judging import sporting
from rawi.records import Time

SUBJECT = 6  # tokens of who did it before the verb
OBJECT = 6  # tokens from the verb to the word that makes it an event


def by_headline(words: Words, passage: Passage, i: int, today: date | None) -> Draft | None:
    """The event that token `i` of a headline tells, or None."""
    if passage.place != "title" or _open(words, passage, today):
        return None
    return _verb(words, passage, i) or _noun(words, passage, i)


def _open(words: Words, passage: Passage, today: date | None) -> bool:
    """Whether the headline asks or denies, or names a day that has not passed."""
    for j in range(passage.first, passage.last):
        if words.norm[j] in ("؟", "?") or words.core[j] in words_of("not_yet") | words_of("asks"):
            return True
        if words.time[j] is not None and not _over(words.time[j], today):
            return True
    return sporting(words, passage.first, passage.last)


def _over(time: Time, today: date | None) -> bool:
    """Whether a time names days that have passed."""
    days = time.date
    return days is not None and days.end is not None and today is not None and days.end < today


def _verb(words: Words, passage: Passage, i: int) -> Draft | None:
    """Step 1 at token `i`."""
    core = words.core[i]
    tellings = presents().get(core) or (presents().get(core[:-2]) if core.endswith(("ان", "ون")) else None)
    first = _opens(words, passage, i)
    if tellings is None or first is None or words.core[i] != words.norm[i] or words.definite(i):
        return None
    if not roles.acts(words, first) or not (words.definite(i - 1) or words.name[i - 1] is not None):
        return None
    if i - first > SUBJECT or any(_parts(words, j) for j in range(first, i)):
        return None
    last = clause_last(words, i, passage.last)
    made = [(at, t) for t in tellings if (at := _made(words, t, i, last)) is not None]
    telling = min(made, key=lambda m: m[0])[1] if made else None
    person = any((n := words.name[j]) is not None and n.type == "person" for j in range(first, i))
    if person and telling is not None and telling.type == "ASSAULT":
        return None  # «NAME يهاجم الوزير»: in words
    if telling is None or (telling.type is None and not telling.objects) or telling.of("spelled_passive"):
        return None
    found = roles.counted(words, i + 1, last) or roles.phrase(words, i + 1, last)
    if telling.type == "ASSAULT" and any(words.tokens[j].base == "حمله" for j in range(i + 1, last)):
        return None  # «الشرطة تشن حملة على …»
    target = found if found is not None and not makes(words, telling, found[0]) else None
    target = target or roles.after(words, i + 1, last, others(telling.type))
    if target is not None and not (
        roles.acts(words, target[0]) or roles.numbered(words, target[0]) or telling.type == "ASSAULT"
    ):
        target = None
    if not telling.objects and target is None and not (telling.of("alone") or telling.type in SPOKEN):
        return None
    end = next((j for j in range(i + 1, last) if words.norm[j] in ("،", ",", ":", ".")), last)
    return Draft(
        (first, end), telling.type, f"headline: {telling.word}", (first, i), target,
        place(words, i + 1, end, reached=telling.of("moves")), verb=i,
    )  # fmt: skip


def _noun(words: Words, passage: Passage, i: int) -> Draft | None:
    """Step 2 at token `i`."""
    if _opens(words, passage, i + 1) != i or words.definite(i) or words.core[i] != words.norm[i]:
        return None
    base = words.tokens[i].base
    known = Naming(None, "actor", "") if base in words_of("arrivals") else naming(words, i)
    if known is None or not (known.type == "ASSAULT" or base in words_of("headed")):
        return None
    if i + 1 >= passage.last or words.mark(i + 1) or any(
        bare(words.norm[j]) in words_of("metaphor") or bare(words.core[j]) in words_of("planned")
        for j in range(i + 1, min(passage.last, i + 4))
    ):
        return None
    last = clause_last(words, i, passage.last)
    kind, of, at = known.type, known.of, i
    if base == "اطلاق":
        if words.norm[i + 1] != "سراح":
            return None
        kind, of, at = "YIELD", "target", i + 1
    actor, target, end = parties_of(words, at, last, last, kind, of, True)
    if kind in ("AGREE", "CONSULT"):
        if not _between(words, i, last):
            return None
        if all(j < last and bare(words.norm[j]) in demonyms() for j in (i + 1, i + 2)):
            actor, target, end = (i + 1, i + 2), (i + 2, i + 3), i + 3  # «اتفاق تركي روسي على …»
    arrives = base in words_of("arrivals")
    if arrives and place(words, i + 1, last, reached=True) is None:
        return None
    where = place(words, i + 1, last, reached=arrives)
    if actor is None and target is None and where is None:
        return None
    end = max(end, where[1] if where is not None and where[0] - end <= SUBJECT else 0)
    return Draft((i, end), kind, f"headline: {base}", actor, target, where, firm=True)


def _between(words: Words, i: int, last: int) -> bool:
    """Whether an agreement or a meeting is of two, as the headline says: «بين», «مع», two nations."""
    near = range(i + 1, min(last, i + 4))
    return any(words.core[j] in ("بين", "مع") for j in near) or (
        i + 2 < last and all(bare(words.norm[j]) in demonyms() for j in (i + 1, i + 2))
    )


def _opens(words: Words, passage: Passage, i: int) -> int | None:
    """The token that opens what the headline says up to token `i`: its first, or that behind a colon."""
    first = passage.first
    for j in range(passage.first, i):
        if words.norm[j] in (":", ".", "..", "…", "|", "-", "–"):
            first = j + 1
    while first < i and words.mark(first):
        first += 1
    return first if first < i else None


def _parts(words: Words, j: int) -> bool:
    """Whether token `j` cannot stand between who did it and the verb."""
    return words.mark(j) or words.is_(j, "relative", "complementizer", "preposition", "clause")


def _made(words: Words, telling: Telling, i: int, last: int) -> int | None:
    """The token behind the verb that makes it an event; `last` where it needs none, None where none stands."""
    if not telling.objects:
        return last
    return next((j for j in range(i + 1, min(last, i + OBJECT)) if makes(words, telling, j)), None)
