"""Which way the words around an expression look: back (-1), ahead (1) or neither (0).

`Lookout(analysis)` reads each token once; `lean(first, last, bounds)` asks it about an expression.
The nearest word that tells decides, those before the expression first; a verb of the present tells
only of what is to come when nothing in the past stands nearer («يلتقي الخميس»).
"""

from __future__ import annotations

from functools import cache

from rawi.arabic.analysis import Analysis
from rawi.arabic.letters import fold
from rawi.lexicon import load

BEFORE, AFTER = 14, 8  # words that are looked at on either side, by reading news sentences
ENDINGS = ("", "ت", "وا", "ا", "تا", "نا", "ه", "ها", "هم", "ته", "تها", "ن")


@cache
def _words() -> dict[str, str]:
    """Folded form -> past, report, future or still."""
    found: dict[str, str] = {}
    for row in load.table("time_tense"):
        form, kind = fold(row["form"]), row["kind"]
        if kind in ("past", "report"):
            for ending in ENDINGS:
                found.setdefault(form + ending, kind)
            if form.endswith(("ي", "ا")):  # نفى, دعا: the last letter falls before an ending
                found.setdefault(form[:-1] + "ت", kind)
                found.setdefault(form[:-1] + "وا", kind)
        else:
            found[form] = kind
    return found


@cache
def tense(norm: str) -> str:
    """past | report | future | present | '' of one folded word."""
    words = _words()
    for word in (norm, norm[1:] if norm[:1] in ("و", "ف") else ""):
        if not word:
            continue
        kind = words.get(word)
        if kind is not None:
            return "" if kind == "still" else kind
        if len(word) > 4 and word[0] == "س" and word[1] in "يتن" and not word.endswith(("ه", "ات")):
            return "future"
        if len(word) > 3 and word[0] == "ي" and not word.endswith(("يه", "ات")):
            return "present"
    return ""


class Lookout:
    """The tenses of an analysis's words."""

    def __init__(self, analysis: Analysis) -> None:
        self._tokens = analysis.tokens
        self._sentences = analysis.sentences

    def lean(self, first: int, last: int, low: int, high: int) -> int:
        """-1, 0 or 1 for the expression at tokens `first:last`, within the sentence `low:high`.

        2 where the sentence is nothing but the expression: a bare day that is named is one to come.
        """
        present = 0
        for k in range(first - 1, max(low, first - BEFORE) - 1, -1):
            kind = tense(self._tokens[k].norm)
            if kind in ("past", "report"):
                return -1
            if kind == "future":
                return 1
            if kind == "present" and not present:
                before = tense(self._tokens[k - 1].norm) if k > low else ""
                norm = self._tokens[k - 1].norm.lstrip("وف") if k > low else ""
                present = -1 if norm == "لم" or before == "past" else 1
        if present:
            return present
        for k in range(last, min(high, last + AFTER)):
            kind = tense(self._tokens[k].norm)
            if kind in ("past", "report"):
                return -1
            if kind in ("future", "present"):
                return 1
        words = sum(1 for t in self._tokens[low:high] if t.kind != "mark")
        own = sum(1 for t in self._tokens[first:last] if t.kind != "mark")
        return 2 if words <= own + 1 else 0

    def reports(self, first: int, last: int, low: int, high: int) -> bool:
        """Whether a verb of speech stands just before or after the expression."""
        near = (*range(max(low, first - 8), first), *range(last, min(high, last + 3)))
        return any(tense(self._tokens[k].norm) == "report" for k in near)
