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
        if phrase is None or not _agrees(words, phrase, cue):
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


def _agrees(words: Words, phrase: Phrase, cue: Cue) -> bool:
    """Whether a phrase before the verb agrees with it, as it must there; a loose phrase of indefinite
    common nouns («شنت طائرات») is none."""
    norm = words.norm[phrase.first]
    if phrase.kind == "noun":
        if phrase.last - phrase.first > 1 and not words.definite(phrase.first):
            return False
        feminine = norm.endswith(("ه", "ات"))
        return not (feminine and cue.form.number == "s" and cue.form.gender == "m")
    plural = norm.endswith(("ون", "ين")) and phrase.kind == "human" and words.definite(phrase.first)
    return not (plural and len(norm) > 6 and cue.form.number == "s")
