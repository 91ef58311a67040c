"""Events told by a noun that a verb carries out: «تمكن الجيش من استعادة البلدة», «قامت الشرطة بتفريق …»."""

from __future__ import annotations

from datetime import date

from rawi.readers.attribution.words import Passage, Words
from rawi.readers.happenings import roles, when
from rawi.readers.happenings.draft import Draft, Stretch
from rawi.readers.happenings.lexis import Naming, carriers, naming, others, words_of
from rawi.readers.happenings.standing import standing
from rawi.readers.happenings.where import place
from rawi.readers.undertakings.clause import clause_last
from rawi.readers.undertakings.judging import sporting

NOUN_WITHIN = 9  # tokens from the verb to what it carries out, its subject and a time between them


def by_carrier(words: Words, passage: Passage, i: int, today: date | None) -> Draft | None:
    """The event whose noun the verb at token `i` carries out, or None; who did it must be named."""
    preposition = carriers().get(words.core[i])
    if preposition is None or words.definite(i) or words.tokens[i].proclitics[:1] in (("ل",), ("ب",)):
        return None
    last = clause_last(words, i, passage.last)
    at = _carried(words, i, last, preposition)
    if at is None:
        return None
    arrives = words.tokens[at].base in words_of("arrivals")
    known = Naming(None, "actor", "") if arrives else naming(words, at)
    stand = standing(words, passage, i)
    if known is None or stand is None or sporting(words, i, last):
        return None
    if words.tokens[at].base in words_of("regained") and not roles.ground(words, at + 1, last):
        return None
    actor = stand.subject or _between(words, i + 1, at)
    if actor is None or not roles.acts(words, actor[0]):
        return None
    target = _target(words, at, last, known.of, known.type)
    dated = when.day(words, i + 1, last, today)
    if dated is None and stand.first == i and (before := when.day_before(words, i, today)) is not None:
        dated = before, i + 1
    where = place(words, at, last, reached=arrives)
    if arrives and where is None:
        return None  # «تمكن من الوصول إلى حل»
    reached = where[1] if arrives and where else 0
    end = max(at + 1, reached, target[1] if target else 0, dated[1] if dated else 0)
    return Draft(
        (min(stand.first, i), end), known.type, f"carried: {words.tokens[at].base}", actor, target,
        place(words, at, end, reached=arrives), dated[0] if dated else None, verb=i,
    )  # fmt: skip


def _carried(words: Words, i: int, last: int, preposition: str) -> int | None:
    """The token of the noun behind the verb's preposition, standing alone or written onto it."""
    for j in range(i + 1, min(last, i + NOUN_WITHIN)):
        if words.is_(j, "relative", "complementizer"):
            return None
        if preposition == "ب":
            if words.tokens[j].proclitics[:1] == ("ب",) and words.name[j] is None:
                return j
        elif words.core[j] == preposition:
            return j + 1 if j + 1 < last and not words.timed(j + 1) else None
    return None


def _between(words: Words, first: int, last: int) -> Stretch | None:
    """The subject between the verb and what it carries out."""
    found = roles.counted(words, first, last) or roles.phrase(words, first, last)
    return found if found is not None and found[1] <= last else None


def _target(words: Words, at: int, last: int, of: str, kind: str | None) -> Stretch | None:
    """Whom it befell: the noun's own complement, or what stands behind its preposition."""
    if words.tokens[at].enclitic:
        return None
    if of == "target":
        return roles.counted(words, at + 1, last) or roles.phrase(words, at + 1, last)
    j = at + 1
    if j < last and words.core[j] in others(kind):
        return roles.counted(words, j + 1, last) or roles.phrase(words, j + 1, last)
    return None
