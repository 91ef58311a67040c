"""Headlines that report without a verb: «فلان: …», and the noun or passive that announces («إعلان …»)."""

from __future__ import annotations

from collections.abc import Callable

from rawi.arabic.frequencies import key, zipf
from rawi.readers.attribution.chunk import noun_phrase
from rawi.readers.attribution.cues import cue_at
from rawi.readers.attribution.nouns import Phrase, attached
from rawi.readers.attribution.reports import Report
from rawi.readers.attribution.words import Passage, Words, bare, group, heads, masdar_like

UNSURE = "headline with colon, borne out by the text"  # «أنقرة: …»: a voice, or what it is about
MET = 2.5  # Zipf value of a verb's form
FARTHEST = 12  # tokens from a headline's first word to its colon or verb
_ANNOUNCING = {"اعلان": "announce", "تاكيد": "affirm", "نفي": "deny"}


def headline(words: Words, passage: Passage, known: Callable[[Phrase], bool]) -> Report | None:
    """The report of a headline that no verb carries, or None.

    1. A noun phrase that can speak, a colon, the content; between them, whom or what it answers («فلان
       للطلاب: …»). A place speaks where the content shows a voice («روسيا: لن نقبل») or the text has it say
       the same; else it is the headline's topic («مصر: حريق…»), as a team is.
    2. «فلان يقول…» without a complementizer.
    3. «إعلان إنهاء…»: the speaker is sought in the text afterwards.
    """
    starts = [passage.first] + [
        k + 1
        for k in range(passage.first, passage.last - 4)
        if words.norm[k][0] in ".؟!|" and words.norm[k + 1][0] not in ".؟!|"
    ]
    for first in starts:  # 1, 2
        found = _with_colon(words, first, passage.last, known) or _without_an(
            words, first, passage.last
        )
        if found is not None:
            return found
    first, last = passage.first, passage.last
    # 3
    act = _ANNOUNCING.get(words.norm[first])
    if act is not None and masdar_like(words.norm[first + 1]) and words.name[first + 1] is None:
        last = next(
            (
                k
                for k in range(first + 2, last)
                if words.norm[k] in ("رغم", "بعد", "وسط", "خلال", "عقب", "،", ",", "..")
            ),
            last,
        )
        return Report(first, first + 1, first + 1, last, None, act, "headline noun", 0.6)
    return None


def voiced(words: Words, report: Report) -> bool:
    """Whether somebody, and no land or outlet, stands before the colon of a headline: then what verbs of saying
    stand behind it are in what he says («مسؤولون: العراق يتوقع…»)."""
    if report.basis == UNSURE or not report.basis.startswith("headline with colon"):
        return False
    return report.speaker is not None and report.speaker.kind in ("person", "human")


def _with_colon(
    words: Words, first: int, last: int, known: Callable[[Phrase], bool]
) -> Report | None:
    """Pattern 1 in tokens `first:last`."""
    colon = next(
        (k for k in range(first + 1, min(first + FARTHEST, last - 2)) if words.norm[k] == ":"), None
    )
    if colon is None or words.norm[first] in group("label"):
        return None
    answer = next((k for k in range(first + 1, colon) if _answers(words, k)), colon)
    phrase = noun_phrase(words, first, colon)
    if phrase is not None and (phrase.last != colon or _named_by_lam(words, first, answer)):
        phrase = noun_phrase(words, first, answer)
    if phrase is None or not (phrase.speaks or known(phrase)):
        return None
    name, opens = words.name[first], words.norm[colon + 1]
    quoted = words.quote[colon + 1] is not None
    voice = (
        opens in group("voice")
        or quoted
        or _we(opens)
    )
    if phrase.last != colon:
        somebody = phrase.kind in ("person", "human") or (voice and phrase.speaks)  # «واشنطن لأنقرة: لن …»
        if not somebody or phrase.last != answer:
            return None
        if any(words.mark(k) or cue_at(words, k) is not None for k in range(answer, colon)):
            return None
    elif phrase.kind == "name" and (name is None or name.type in ("place", "outlet")) and not voice:
        start = colon + 1
        return Report(colon, colon, start, last, phrase, "say", UNSURE, 0.8)
    elif phrase.kind == "body" and not voice:
        team = heads(words.norm[first], "team", conjunction=False)
        if team or (name is not None and name.type in ("place", "outlet")):
            return None
    start = colon + 2 if quoted else colon + 1
    return Report(colon, colon, start, last, phrase, "say", "headline with colon", 0.85)


def _we(norm: str) -> bool:
    """Whether a word in ن is a verb of the first person: it is met in the third too («نريد», no «نواب»)."""
    verb = norm[:1] == "ن" and len(norm) > 3 and not masdar_like(norm)
    return verb and any(zipf(key(letter + norm[1:])) >= MET for letter in "يت")


def _answers(words: Words, i: int) -> bool:
    """Whether an addressee or an occasion begins at token `i`: «للطلاب», «عن …», «ردا على …»."""
    norm = words.norm[i]
    lam = norm[0] == "ل" and len(norm) > 3 and not words.is_(i, "particle")
    return lam or norm in ("ل", "عن", "حول", "بشان", "ردا", "تعليقا", "بعد", "عقب")


def _named_by_lam(words: Words, first: int, i: int) -> bool:
    """Whether somebody addressed stands with «لـ» at token `i`: a person («الوزير لفلان»), or another land
    behind the land that begins at `first` («واشنطن لأنقرة»)."""
    name, land = words.name[i], words.name[first]
    if name is None or not attached(words, i):
        return False
    lands = land is not None and land.type == name.type == "place" and words.at(land.end) == i
    return name.type == "person" or lands


def _without_an(words: Words, first: int, last: int) -> Report | None:
    """Pattern 2 in tokens `first:last`."""
    for k in range(first + 1, min(first + FARTHEST, last - 2)):
        if words.mark(k) and words.quote[k] is None:
            return None
        if words.norm[k] not in ("يقول", "تقول"):
            continue
        phrase = noun_phrase(words, first, k)
        clause = words.is_(k + 1, "complementizer", "preposition") or words.mark(k + 1)
        if phrase is None or phrase.last != k or not phrase.speaks or clause:
            return None
        return Report(k, k + 1, k + 1, last, phrase, "say", "headline verb", 0.8)
    return None


def echoes(words: Words, first: int, last: int, other_first: int, other_last: int) -> float:
    """The share of a headline's words whose beginnings also stand in a statement's content, 0 to 1.

    Four letters are compared, which sees through endings («القتالي», «القتالية»).
    """
    keys = {k for i in range(first, last) if (k := _key(words, i))}
    others = {k for i in range(other_first, other_last) if (k := _key(words, i))}
    return len(keys & others) / len(keys) if keys else 0.0


def _key(words: Words, i: int) -> str:
    if words.mark(i) or words.is_(i, "preposition"):
        return ""
    word = bare(words.norm[i])
    return word[:4] if len(word) > 2 else ""
