"""What became of the undertaking told just before, told with no more than a pronoun.

1. managed     «نجحت في ذلك», «تمكنت من ذلك»
2. failed      «فشلت في ذلك», «أخفق في ذلك»
3. not done    «ولم تفعل», «لكنه لم يفعل ذلك», «وهو ما لم يحدث»
4. came true   «وهو ما تم بالفعل»
A draft of these stands only where an undertaking stands close before it (commitments.py, step 3).
"""

from __future__ import annotations

from rawi.readers.attribution.words import Passage, Words
from rawi.readers.undertakings import clause, parties
from rawi.readers.undertakings.draft import Draft, Ground, Stretch
from rawi.readers.undertakings.judging import asks
from rawi.readers.undertakings.lexis import has

_NOT = frozenset({"لم", "لن", "لا", "ما", "اذا", "ان", "لو", "قد"})
_YET = frozenset({"بعد", "حتي", "الي"})  # «… حتى الآن»: it may still be done


def read(ground: Ground, passage: Passage) -> list[Draft]:
    """What one passage tells of undertakings that it has just told."""
    words = ground.words
    found: list[Draft] = []
    for i in range(passage.first, passage.last - 1):
        if words.tokens[i].kind != "word" or asks(words, i):
            continue
        status, last = _managed(words, i) or _undone(words, i) or _came_true(words, i) or ("", 0)
        if not status or last > passage.last:
            continue
        statement = ground.statement_at(i)
        if statement is not None and statement.act in ("fear", "believe", "warn", "demand"):
            continue
        first = clause.clause_first(words, passage, i, statement)
        party: list[Stretch] = parties.before(words, first, i)
        found.append(
            Draft(
                (i, last), (i, last), status, "recalled", statement=statement, recalls=True, sure=1,
                party=party if parties.can_bind(words, party, strict=True) else [],
            )
        )  # fmt: skip
    return found


def _managed(words: Words, i: int) -> tuple[str, int] | None:
    """Steps 1 and 2: the status and where it ends."""
    status = "done" if has(words, i, "managing") else "broken" if has(words, i, "failing") else None
    if status is None or (i and words.core[i - 1] in _NOT):
        return None
    if words.norm[i + 1] in ("في", "من", "عن") and has(words, i + 2, "upon"):
        end = i + 3
    elif words.norm[i + 1] in ("بذلك",):
        end = i + 2
    else:
        return None
    closed = end >= len(words) or words.mark(end) or not words.definite(end)
    return (status, end) if closed else None  # «في هذا المسعى» is of something else


def _undone(words: Words, i: int) -> tuple[str, int] | None:
    """Step 3 at the «لم»."""
    if words.core[i] != "لم" or not has(words, i + 1, "happening"):
        return None
    end = i + 2
    own = words.norm[i + 1].endswith(("فعل", "فعلوا"))
    if not own and words.norm[i - 2 : i] != ["هو", "ما"] and words.norm[i - 1 : i] != ["ذلك"] and (
        words.core[i - 2 : i] != ["هو", "ما"]
    ):  # fmt: skip
        return None
    if own and end < len(words) and words.norm[end] == "ذلك":
        end += 1
    if end < len(words) and not words.mark(end) and words.core[end] in ("شيئا", "اي", "سوي", "الا"):
        return None  # «لم يفعل شيئا»
    if end < len(words) and words.core[end] in _YET:
        return None
    if own and end < len(words) and not words.mark(end) and words.core[end] == words.norm[end]:
        return None
    return "broken", end


def _came_true(words: Words, i: int) -> tuple[str, int] | None:
    """Step 4 at the verb of «وهو ما تم بالفعل»."""
    if not has(words, i, "came_true") or words.core[max(0, i - 2) : i] != ["هو", "ما"]:
        return None
    if i + 1 < len(words) and words.norm[i + 1] in ("بالفعل", "فعلا"):
        return "done", i + 2
    return None
