"""Words carried by another's mouth: «نقلت الوكالة عن مسؤول قوله إن…», «نُقل عن الوزير أنه…»."""

from __future__ import annotations

from dataclasses import replace

from rawi.readers.attribution.according import after_lam
from rawi.readers.attribution.chunk import noun_phrase
from rawi.readers.attribution.cues import Cue
from rawi.readers.attribution.nouns import Phrase
from rawi.readers.attribution.reports import Report
from rawi.readers.attribution.words import Words, group, heads

OUTLET = 8  # tokens of the outlet that learned something
FARTHEST = 24  # tokens from the verb to «عن», and from the speaker to the content


def relayed(words: Words, cue: Cue, limit: int) -> Report | None:
    """The report that `cue` (a verb of carrying) relays, with the medium; None if none.

    1. The medium, where it is printed as subject.
    2. «عن» (after نسب «إلى») or «على لسان», and the speaker.
    3. «قوله», which belongs to the cue, and what opens the content: a clause, a colon, a quotation.
    """
    stop = min(limit, words.stop[cue.index])
    j = cue.index + 1
    # 1
    medium = None
    phrase = noun_phrase(words, j, stop, cue.verb)
    if phrase is not None:
        last = next(
            (k for k in range(phrase.first, phrase.last) if words.norm[k] == "علي"), phrase.last
        )
        medium = (phrase.first, last)
        j = last
    # 2
    far = min(stop - 1, j + FARTHEST)
    mark = "الي" if "الي" in cue.verb.takes else "عن"  # «نسبت إلى فلان قوله»
    while j < far and words.norm[j] != mark and not _on_the_tongue(words, j):
        if words.norm[j] == "قول" and words.norm[j - 1] != mark:
            mark = "قول"  # «نقلت الوكالة قول الناطق إن»
            break
        if mark == "الي" and words.norm[j][0] == "ل" and heads(words.norm[j][1:], "source"):
            told = after_lam(words, j, stop)  # «نسبت الشبكة لمصدر أمني قوله»
            report = _carried(words, cue.index, told.last, stop, told) if told is not None else None
            return replace(report, via=medium) if report is not None else None
        if words.norm[j] in ("عنه", "عنها") or (
            mark == "الي" and words.norm[j] in ("اليه", "اليها")
        ):
            return _of_him(words, cue, j, stop)
        if words.is_(j, "complementizer", "relative") or words.norm[j] in ".:؛":
            return None
        j += 1
    if j >= far:
        return None
    j += words.norm[j] == "علي"
    j += j + 2 < stop and words.norm[j + 1] == "قول"
    j += words.norm[min(j + 1, stop - 1)] in "،,"  # «ونقلت عن، فلان»
    speaker = noun_phrase(words, j + 1, stop)
    if speaker is None or not (speaker.speaks or speaker.kind == "noun"):
        return None
    report = _carried(words, cue.index, speaker.last, stop, speaker)  # 3
    return replace(report, via=medium) if report is not None else None


def _of_him(words: Words, cue: Cue, i: int, stop: int) -> Report | None:
    """«ونقلت عنه الصحيفة قوله إن…»: the speaker is hidden behind the pronoun, the medium may follow it."""
    phrase = noun_phrase(words, i + 1, stop)
    name = words.norm[i + 1] == "(" or words.quote[i + 1] is not None
    told = words.is_(i + 1, "saying")  # «ونقل مكتبه عنه قوله إن»: the medium stands before
    if phrase is None and not (name or told):
        return None
    last = phrase.last if phrase is not None else i + 1
    report = _carried(words, cue.index, last, stop, None)
    via = (phrase.first, last) if phrase is not None else None
    return replace(report, via=via) if report is not None else None


def _carried(words: Words, i: int, j: int, stop: int, speaker: Phrase | None) -> Report | None:
    """Step 3 from token `j`."""
    far = min(stop, j + FARTHEST)
    cue_last = i + 1
    while j < far:
        norm = words.norm[j]
        if norm in group("saying") or norm in ("تاكيده", "تاكيدها", "تصريحه", "تصريحها"):
            cue_last = j + 1
        quote = words.quote[j]
        start = None
        if norm in group("complementizer"):
            start = j + 1 if norm in ("ان", "بان") else j
        elif norm == ":" or (quote is not None and words.spoken(quote)):
            start = j + 1
        if start is not None:
            if speaker is None and cue_last == i + 1:
                return None  # no «قوله»
            return Report(i, cue_last, start, None, speaker, "say", "relayed words", 0.9)
        j += 1
    return None


def learned(words: Words, i: int, limit: int) -> Report | None:
    """The report of «علمت الصحيفة من مصادر أن»: the sources speak, the medium carries."""
    if words.core[i] not in ("علم", "علمت") or i + 4 >= min(limit, words.stop[i]):
        return None
    stop = min(limit, words.stop[i])
    if not (i == words.head[i] or words.mark(i - 1) or words.is_(i - 1, "clause", "particle")):
        return None
    of = next((k for k in range(i + 1, min(stop - 2, i + OUTLET)) if words.norm[k] == "من"), None)
    if of is None or not heads(words.norm[of + 1], "source"):
        return None
    speaker = noun_phrase(words, of + 1, stop)
    if speaker is None or not words.is_(speaker.last, "complementizer"):
        return None
    report = _carried(words, i, speaker.last, stop, speaker)
    via = (i + 1, of) if of > i + 1 else None
    return replace(report, via=via) if report is not None else None


def _on_the_tongue(words: Words, j: int) -> bool:
    """Whether «على لسان» stands at token `j`."""
    return words.norm[j] == "علي" and words.norm[j + 1] == "لسان"
