"""Of two publications that share a passage: which came first, and does the later one say so?"""

from __future__ import annotations

from dataclasses import dataclass

from rawi.arabic.letters import fold, fold_with_map
from rawi.records import Span


@dataclass(frozen=True, slots=True)
class Publication:
    """What is known of an article as a publication. Days are ISO 8601 strings, as the store keeps them."""

    article: str
    outlet: str | None
    credited: str | None
    text: str
    begin: str | None
    end: str | None

    def same_outlet(self, other: Publication) -> bool:
        """Both outlets are known and are one."""
        return bool(self.outlet and other.outlet) and key(self.outlet) == key(other.outlet)


def key(name: str | None) -> str:
    """What two spellings of an outlet's name have in common: folded, without ال, brackets or marks."""
    words = "".join(c if c.isalnum() or c.isspace() else " " for c in fold(name or "")).split()
    return " ".join(w[2:] if w.startswith("ال") and len(w) > 4 else w for w in words)


def earlier(a: Publication, b: Publication) -> Publication | None:
    """The one that was surely published first, or None.

    1. its days end before the other's begin
    2. the days do not tell, but the other credits it
    """
    # 1.
    if a.end and b.begin and a.end < b.begin:
        return a
    if b.end and a.begin and b.end < a.begin:
        return b
    # 2.
    a_credits, b_credits = credited(b, a)[0], credited(a, b)[0]
    if a_credits != b_credits:
        return b if a_credits else a
    return None


def credited(first: Publication, later: Publication) -> tuple[bool, Span | None]:
    """Whether `later` names `first` or its outlet as where it took the words from, and with which words.

    An outlet that prints itself again credits nobody. Where the first one's outlet is not known, the credit
    counts when the first one's own text speaks of the credited outlet (as in an interview given to it).
    """
    if first.same_outlet(later):
        return False, None
    outlet, credit = key(first.outlet), key(later.credited)
    if outlet:
        if credit and (outlet in credit or credit in outlet):
            return True, _find(later.text, later.credited)
        found = _find(later.text, first.outlet)
        return found is not None, found
    if credit and _find(first.text, later.credited) is not None:
        return True, _find(later.text, later.credited)
    return False, None


def _find(text: str, name: str | None) -> Span | None:
    """Where `name` first stands in `text`, spelled in any way that folds alike."""
    wanted = fold(name or "").strip()
    if len(wanted) < 3:  # an outlet's name of two letters is met by chance
        return None
    folded = fold_with_map(text)
    at = folded.text.find(wanted)
    return None if at < 0 else Span.of(text, *folded.source_span(at, at + len(wanted)))
