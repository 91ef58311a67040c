"""Events that a place is said to have seen: «وشهدت المدينة أمس تظاهرات», «تعيش …»."""

from __future__ import annotations

from datetime import date

from rawi.readers.attribution.words import Passage, Words, bare
from rawi.readers.happenings import when
from rawi.readers.happenings.draft import Draft, Stretch
from rawi.readers.happenings.lexis import naming, verbs, words_of
from rawi.readers.happenings.standing import standing
from rawi.readers.happenings.within import parties_of
from rawi.readers.undertakings.clause import clause_last
from rawi.readers.undertakings.judging import sporting

_WITHIN = 18  # tokens from the verb to what was seen: its place, an apposition and a time between them


def by_witness(words: Words, passage: Passage, i: int, today: date | None) -> Draft | None:
    """The event that the verb at token `i` says a place saw, or None."""
    if words.core[i] not in words_of("witnessed") or words.tokens[i].enclitic:
        return None
    last = clause_last(words, i, passage.last)
    over = next((j for j in range(i + 1, min(last, i + _WITHIN)) if _over(words, j)), min(last, i + _WITHIN))
    at = next((j for j in range(i + 1, over) if _seen(words, j)), None)
    stand = standing(words, passage, i)
    if at is None or stand is None or sporting(words, i, last):
        return None
    first, end = stand.subject or (i + 1, at)
    where = _where(words, first, end)
    if where is None:
        return None
    known = naming(words, at)
    dated = when.day(words, i + 1, last, today)
    if dated is None and stand.first == i and (before := when.day_before(words, i, today)) is not None:
        dated = before, i + 1
    kind, of = (known.type, known.of) if known is not None else (None, "")
    actor, target, over = parties_of(words, at, last, last, kind, of, True)
    over = max(at + 1, over, dated[1] if dated else 0)
    over = next((j for j in range(over, last) if words.mark(j) or words.is_(j, "clause")), last)
    return Draft(
        (min(stand.first, i), over), kind, f"witnessed: {words.tokens[at].base}",
        actor, target, where if words.name[where[0]] is not None else None,
        dated[0] if dated else None, verb=i,
    )  # fmt: skip


def _seen(words: Words, j: int) -> bool:
    """Whether an indefinite noun that names an event stands at token `j`."""
    if words.definite(j) or words.core[j] != words.norm[j] or words.is_(j - 1, "preposition"):
        return False
    known = naming(words, j)
    if known is None or words.core[j] in verbs() or known.needs in ("party", "complement"):
        return False
    return bare(words.norm[j + 1] if j + 1 < len(words) else "") not in words_of("metaphor")


def _over(words: Words, j: int) -> bool:
    """Whether another clause begins at token `j`."""
    return words.is_(j, "relative", "complementizer") or words.core[j] in ("كان", "كانت")


def _where(words: Words, first: int, last: int) -> Stretch | None:
    """The place that saw it: by name, or as «المدينة», «الشوارع»."""
    for j in range(first, last):
        name = words.name[j]
        if name is not None and name.type == "place":
            return j, words.at(name.end)
    return next(((j, j + 1) for j in range(first, last) if _ground(words, j)), None)


def _ground(words: Words, j: int) -> bool:
    return bare(words.core[j]) in words_of("ground") or bare(words.core[j]) in words_of("land")
