"""What comes further on in a sentence and tells what the words before it are."""

from __future__ import annotations

from rawi.readers.attribution.cues import Verb, cue_at
from rawi.readers.attribution.nouns import of_manner
from rawi.readers.attribution.words import Words

NEAR = 22  # tokens within which a clause shows that a noun phrase is no object


def clause_near(words: Words, j: int, stop: int, verb: Verb) -> bool:
    """Whether a clause or quotation opens soon after `j`, so that what stands before is no object."""
    for k in range(j, min(stop, j + NEAR)):
        if words.is_(k, "complementizer") and "an" in verb.takes:
            return not words.is_(k - 1, "preposition")
        quote = words.quote[k]
        if "quote" in verb.takes and (
            words.norm[k] == ":" or (quote is not None and words.spoken(quote))
        ):
            return True
        if words.mark(k) and words.norm[k] in ".؛":
            return False
        after = cue_at(words, k + 1) if words.norm[k] in "،," and k + 1 < stop else None
        if words.norm[k] in "،," and (words.is_(k + 1, "clause") or (after and after.conjunction)):
            return False  # «نفى تقارير عن المحادثات، بينما قال…», «نفت هذه الأنباء، وكتبت: "…"»
    return False


def clause_behind(words: Words, verb: Verb, j: int) -> bool:
    """Whether «، بأن» behind the word at `j` opens what was said, so that the word belongs to the subject
    («أفاد وزير المغتربين بالخارج، فلان، بأن»)."""
    if "an" not in verb.takes:
        return False
    for k in range(j + 1, min(words.stop[j], j + NEAR)):
        if words.norm[k].startswith("بان") and words.is_(k, "complementizer"):
            return words.norm[k - 1] in "،,"
        if cue_at(words, k) is not None or words.norm[k] in ".؛:":
            return False
    return False


def innermost(words: Words, first: int, i: int) -> int:
    """Where the relative clause of a sentence's subject begins that an attribution at token `i` closes without
    a comma («الهجوم الذي أوقع 40 قتيلا بحسب المصدر، كان …»); `first` where none does."""
    if words.norm[i - 1] in "،," or not (words.definite(first) or words.name[first] is not None):
        return first
    for k in range(i - 1, first, -1):
        if words.norm[k] in "،,":
            return first
        if words.is_(k, "relative"):
            return k + 1
    return first


def how_said(words: Words, i: int, last: int) -> bool:
    """Whether the clause of a verb behind its quotation ends at token `i`, or goes on with how it was said
    («يقول ضاحكا», «يقول وهو يبتسم»)."""
    if i >= last or words.mark(i):
        return True
    manner = words.tokens[i].kind == "word" and of_manner(words, i)
    return manner or words.norm[i] in ("وهو", "وهي") or words.is_(i, "adverb", "brings")
