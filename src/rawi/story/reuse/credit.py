"""Of two publications that share a passage: which came first, and does the later one say so?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rawi.arabic.letters import fold, fold_with_map
from rawi.lexicon import words
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
    credited_span: Span | None = None
    outlets: tuple[Span, ...] = ()  # mentions that were read as outlets' names

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
            return True, later.credited_span
        found = _mention(later, first.outlet)
        return found is not None, found
    if credit and _mention(first, later.credited) is not None:
        return True, later.credited_span
    return False, None


def _mention(publication: Publication, outlet: str | None) -> Span | None:
    """Where `publication` speaks of `outlet` as an outlet, or None.

    1. a mention that was read as an outlet's name
    2. the name in any spelling, after a word that shows it to be one (lexicon/credit_words.tsv) or
       between quotation marks
    """
    wanted = key(outlet)
    if len(wanted) < 3:  # an outlet's name of two letters is met by chance
        return None
    # 1.
    for span in publication.outlets:
        if key(span.text) == wanted:
            return span
    # 2.
    folded = fold_with_map(publication.text)
    name = fold(outlet or "").strip()
    at = folded.text.find(name)
    while at >= 0:
        before = folded.text[max(0, at - 40) : at]
        words = before.split()
        shown = before.rstrip(" ").endswith(("«", '"', "“")) or bool(
            words and words[-1].lstrip("ولب") in _shows()
        )
        if shown:
            return Span.of(publication.text, *folded.source_span(at, at + len(name)))
        at = folded.text.find(name, at + 1)
    return None


@cache
def _shows() -> frozenset[str]:
    """The words, folded, with the letters that are taken off before looking taken off here too."""
    return frozenset(fold(w).lstrip("ولب") for w in words("credit_words", "word"))
