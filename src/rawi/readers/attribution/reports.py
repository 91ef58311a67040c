"""What a report without a verb's frame is, and how the content of a reporting noun opens."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rawi.arabic.letters import fold
from rawi.lexicon.load import table
from rawi.readers.attribution.cues import Verb
from rawi.readers.attribution.nouns import Phrase
from rawi.readers.attribution.words import Words, group, heads, masdar_like

RELATIVE = 12  # tokens of a relative clause between a noun's holder and the content


@dataclass(frozen=True, slots=True)
class Report:
    """A report found without a verb's frame: tokens of cue and content, and who.

    `content_last` is None where the content runs on to the clause's end.
    """

    cue_first: int
    cue_last: int
    content_first: int
    content_last: int | None
    speaker: Phrase | None
    act: str
    basis: str
    score: float
    via: tuple[int, int] | None = None  # tokens of the medium


@cache
def reporting_nouns() -> dict[str, Verb]:
    """Folded reporting noun -> its act and complements, as a Verb without forms."""
    out = {}
    for row in table("statement_nouns"):
        takes = frozenset(fold(t) if t not in ("an", "np") else t for t in row["takes"].split())
        out[fold(row["noun"])] = Verb("", row["act"], takes, "strong")
    return out


def opening(words: Words, j: int, stop: int, known: Verb) -> int | None:
    """Where the content of a reporting noun begins, at or just after token `j`."""
    while j < stop and ((words.timed(j) and words.name[j] is None) or words.norm[j] == "،"):
        j += 1
    if "np" in known.takes and words.is_(j, "relative"):
        comma = next((k for k in range(j, min(j + RELATIVE, stop - 2)) if words.norm[k] in "،,"), j)
        j = comma + (comma > j)
    if words.is_(j, "brings") and j + 2 < stop and heads(words.norm[j + 1], "occasion"):
        j += 2  # «في بيان»
    if j + 1 >= stop:
        return None
    norm = words.norm[j]
    if norm + "+an" in known.takes:
        return (
            j + 2
            if words.norm[j + 1] == "ان"
            else j + 1
            if words.is_(j + 1, "complementizer")
            else None
        )
    if norm == "بان" and "ب+an" in known.takes:
        return j + 1
    if norm in known.prepositions and len(norm) > 1:
        if words.norm[j + 1] in ("ان",):
            return j + 2
        return j + 1 if words.quote[j + 1] is None else j + 2
    if norm in ("ان", "بان") and "an" in known.takes:
        return j + 1
    if "an" in known.takes and words.is_(j, "complementizer") and words.core[j] == norm:
        return j  # «إعلان واشنطن أنها ستنسحب»
    if "np" in known.takes and words.tokens[j].enclitic and masdar_like(norm):
        return j  # «إعلان الوزارة رفضها للاتفاق»
    governs = words.definite(j + 1) or words.name[j + 1] is not None
    if "np" in known.takes and masdar_like(norm) and governs and words.name[j - 1] is not None:
        return j  # «إعلان كينيا تسليم الشحنة»
    if "np" in known.takes and words.definite(j) and masdar_like(norm[2:]) and len(norm) > 5:
        return j  # «إعلان واشنطن الانسحاب»
    if norm.startswith("بال") and norm in group("with_b"):
        return None  # «وتهديد السكان، بالإضافة إلى»
    if norm[0] in "بل" and norm[0] in known.prepositions and len(norm) > 3:
        rest = norm[2:] if norm.startswith("لل") else norm[1:]
        if masdar_like(rest) or (norm[0] == "ب" and (norm == "بان" or norm.startswith("بال"))):
            return j
    return None
