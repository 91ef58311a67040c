"""Agreement in gender and number between a verb and who may be its subject."""

from __future__ import annotations

from rawi.readers.attribution.cues import Cue
from rawi.readers.attribution.naming import Turn
from rawi.readers.attribution.nouns import Phrase, gender_of, plural
from rawi.readers.attribution.objects import straight_gender
from rawi.readers.attribution.words import Words, bare


def dual(words: Words, phrase: Phrase) -> bool:
    """Whether a phrase names two: «والداها», «المتحدثان», «الوزير والسفير»."""
    token = words.tokens[phrase.first]
    stem = token.stem if token.enclitic else token.norm
    if stem.endswith("ان") or (token.enclitic and stem.endswith("ا")):
        return True
    return any(
        words.norm[k][0] == "و" and words.core[k] != words.norm[k]
        for k in range(phrase.first + 1, phrase.last)
    )


def feminine(norm: str) -> bool:
    """Whether a body's first word takes a feminine verb: by its ending, or as a plural of things."""
    return norm.endswith(("ه", "ات", "يه")) or plural(norm)


def agrees_phrase(words: Words, phrase: Phrase, cue: Cue) -> bool:
    """Whether a phrase can be the subject of the verb by gender."""
    if cue.form.shape == "participle" and cue.form.number == "p":
        return plural(bare(words.norm[phrase.first]))
    if cue.form.number == "d":
        return dual(words, phrase)
    if cue.form.number != "s":
        head = bare(words.norm[phrase.first])
        return phrase.kind in ("human", "noun") and (
            plural(head) or gender_of(words, phrase) is None
        )
    head = bare(words.norm[phrase.first])
    if phrase.kind == "human" and head.endswith(("ون", "ين")) and plural(head):
        return False  # behind its subject a verb agrees in number too
    gender = gender_of(words, phrase) or straight_gender(words, phrase)
    return gender is None or cue.form.gender in ("", gender)


def agrees(turn: Turn, cue: Cue) -> bool:
    """Whether one who has spoken can be the subject of the verb by gender and number."""
    if cue.form.number == "d":
        return turn.number == "d" or " و" in (turn.speaker.text or "")
    if cue.form.number == "s" and turn.number == "p" and turn.kind == "human":
        return cue.form.gender == "f" and turn.gender != "m"
    if cue.form.number == "p" and turn.number != "p":
        return turn.kind in ("human", "noun") and turn.gender is None
    if cue.form.number == "p":
        return True
    return turn.gender is None or cue.form.gender in ("", turn.gender) or cue.form.number == "p"
