"""The subject before its verb: «فلان قال», «أما فلان، فقال», «كان فلان قد قال»."""

from __future__ import annotations

from rawi.readers.attribution.chunk import noun_phrase
from rawi.readers.attribution.cues import Cue
from rawi.readers.attribution.nouns import Phrase
from rawi.readers.attribution.words import Words, group


def subject_before(words: Words, cue: Cue, first: int) -> Phrase | None:
    """The subject before its verb: «X قال», «أما X، فقال», «كان X قد قال», from token `first` on."""
    i = cue.index
    if cue.form.shape == "participle":
        return None
    if cue.conjunction and words.norm[i][0] == "ف":
        opening = next((k for k in range(first, i) if words.norm[k] in ("اما", "واما")), None)
        if opening is not None:
            phrase = noun_phrase(words, opening + 1, i)
            if phrase is not None and phrase.last >= i - 1 and phrase.speaks:
                return phrase
        return None
    if cue.conjunction:
        return None
    j = i
    while j > first and words.norm[j - 1] in (
        "قد",
        "لا",
        "لم",
        "لن",
        "ما",
        "سوف",
        "ايضا",
        "كان",
        "كانت",
    ):
        j -= 1
    floor = max(first, j - 30)
    for start in range(floor, j):
        governed = words.is_(start - 1, "preposition") and start > first
        if governed and (
            words.core[start - 1] in ("في", "خلال", "عبر", "بعد", "قبل")
            or words.definite(start)
            or words.name[start] is not None
        ):
            continue
        boundary = (
            governed
            or start == first
            or (words.mark(start - 1) and words.norm[start - 1] in "،,.:؛؟!-|–")
            or words.is_(start - 1, "clause", "complementizer")
            or words.norm[start - 1]
            in ("كان", "كانت", "وكان", "وكانت", "لان", "ولكن", "كانوا", "سبق")
        )
        if not boundary:
            continue
        phrase = noun_phrase(words, start, j)
        if phrase is None:
            continue
        rest = range(phrase.last, j)
        if all(
            words.timed(k)
            or words.norm[k] in ("،", ",", "-", "قد")
            or words.norm[k] in group("adverb")
            for k in rest
        ):
            return phrase
    return None
