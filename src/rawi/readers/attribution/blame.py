"""Blame and charges told by a verb and a noun: who is blamed, and for what, is the content.

1. «حمّلت النقابة البلدية مسؤولية…»        the verb of burdening, whom, the noun of what they bear
2. «ألقى الوزير باللائمة على…»              a verb of laying or turning, who, a noun of blame, on whom
3. «تبادل الطرفان الاتهامات بـ…»            each charges the other
"""

from __future__ import annotations

from rawi.readers.attribution.chunk import noun_phrase
from rawi.readers.attribution.cues import Verb, cue_at
from rawi.readers.attribution.nouns import Phrase, second_noun
from rawi.readers.attribution.reports import Report
from rawi.readers.attribution.words import (
    Words,
    bare,
    group,
    heads,
    masdar_like,
    without_conjunction,
)

BLAME = 14  # tokens from the verb to «مسؤولية», to «اللوم»
LAID = "blame laid"  # its hidden subject is the last speaker
ON = 10  # tokens from «اللوم» to «على»
_LAYING = Verb("", "", frozenset({"np", "ب"}), "strong")  # what is laid stands behind its subject


def blamed(words: Words, i: int, limit: int) -> Report | None:
    """The report of blame whose verb stands at token `i`, or None."""
    return _burdened(words, i, limit) or _laid(words, i, limit)


def _burdened(words: Words, i: int, limit: int) -> Report | None:
    """Pattern 1."""
    cue = cue_at(words, i)
    if cue is None or cue.verb.sure != "blame" or cue.object:
        return None
    stop = min(limit, words.stop[i])
    charge = next(
        (j for j in range(i + 2, min(stop, i + BLAME)) if bare(words.norm[j]) in group("charge")),
        None,
    )
    if charge is None or any(words.norm[j] in "،.:" for j in range(i, charge)):
        return None
    name = words.name[i + 1]
    if name is not None and words.at(name.start) <= i + 1:
        last = words.at(name.end)
        while words.name[last] is not None and words.core[last] != words.norm[last]:
            last = words.at(words.name[last].end)  # «حملت لندن وباريس موسكو مسؤولية»
        phrase: Phrase | None = Phrase(i + 1, last, "name")
    else:
        phrase = noun_phrase(words, i + 1, charge, cue.verb)
        if phrase is not None:
            part = (k for k in range(phrase.first + 1, phrase.last) if second_noun(words, k))
            phrase = Phrase(phrase.first, next(part, phrase.last), phrase.kind)
    if phrase is None or not phrase.speaks or phrase.last >= charge:
        return None
    end = next((k for k in range(charge, stop) if words.norm[k] in ("رغم", "بينما", "فيما")), None)
    return Report(i, i + 1, phrase.last, end, phrase, cue.verb.act, "blame", 0.8)


def _laid(words: Words, i: int, limit: int) -> Report | None:
    """Patterns 2 and 3; on whom it is laid must be told, or what the charge is."""
    verb = without_conjunction(words.norm[i])
    laying, trading = verb in group("laying"), verb in group("trading")
    stop = min(limit, words.stop[i])
    if not (laying or trading) or i + 3 >= stop or words.is_(i - 1, "complementizer", "relative"):
        return None
    nouns = ["blaming"] if laying else ["charges"]
    nouns += ["charges"] if verb in group("directing") else []  # «وجه الوزير الاتهام إلى»
    near = range(i + 1, min(stop, i + BLAME))
    what = next((k for k in near if any(_is_noun(words, k, n) for n in nouns)), None)
    if what is None or any(words.norm[k] in "،.:" for k in range(i, what)):
        return None
    what -= words.norm[what - 1] == "اصابع"  # «وجه أصابع الاتهام إلى»
    behind = range(what + 1, min(stop, what + ON))
    on = ("علي", "الي") if laying else ("ب",)
    if not any(words.norm[k] in on or _attached(words, k, on, trading=trading) for k in behind):
        return None
    phrase = noun_phrase(words, i + 1, what, _LAYING)
    hidden = phrase is None and what == i + 1 and _is_noun(words, what, "blaming")
    if not hidden and (phrase is None or not phrase.speaks):
        return None
    commas = (k for k in range(what, stop) if words.norm[k] in "،,؛")
    first = what + trading
    while first < stop and trading and (words.timed(first) or words.norm[first] == "المتبادله"):
        first += 1
    cue_last = first if trading else i + 1
    return Report(i, cue_last, first, next(commas, None), phrase, "accuse", LAID, 0.75)


def _is_noun(words: Words, k: int, nouns: str) -> bool:
    norm = words.norm[k]
    return heads(norm, nouns) or (norm[:1] == "ب" and heads(norm[1:], nouns, conjunction=False))


def _attached(words: Words, k: int, on: tuple[str, ...], *, trading: bool) -> bool:
    """Whether what a charge is begins at `k` with its بـ («الاتهامات بخرق الهدنة»), or «عليها» stands there."""
    if trading:
        deed = words.tokens[k].proclitics[:1] == ("ب",) or masdar_like(words.norm[k][1:])
        return words.norm[k][0] == "ب" and deed and not words.is_(k, "with_b", "adverb")
    lam = words.tokens[k].proclitics[:1] == ("ل",) and "الي" in on  # «وجه اللوم للشركة»
    return lam or words.norm[k] in ("عليه", "عليها", "عليهم")
