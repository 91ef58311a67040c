"""Whether who speaks binds himself: whose «إنه» or «نحن» it is, and whether he holds an office."""

from __future__ import annotations

from rawi.readers.attribution.cues import cue_at
from rawi.readers.attribution.words import Words, heads
from rawi.readers.undertakings.draft import Ground
from rawi.readers.undertakings.lexis import group
from rawi.records import Speaker, Statement


def himself(words: Words, statement: Statement | None, first: int) -> Speaker | None:
    """The statement's speaker, where he alone can be the «إنه» or «نحن» of the clause that begins at token
    `first`: «قال … إنهما …» is of two, and he may be one."""
    speaker = _teller(words, statement, first)
    if speaker is not None and words.norm[first - 1].endswith("هما") and not _two(words, speaker):
        return None
    if speaker is not None and words.norm[first - 1].endswith("هم") and _one(words, speaker):
        return None  # «قال الوزير … إنهم …»
    if speaker is not None and words.norm[first - 1] in ("انه", "بانه") and _many(words, speaker):
        return None  # «بعض النواب أكدوا أنه …»
    return speaker


def _many(words: Words, speaker: Speaker) -> bool:
    """Whether a speaker is several: «بعض النواب», «المسؤولون»."""
    word = words.norm[words.holding(speaker.start)] if speaker.start is not None else ""
    return word == "بعض" or (len(word) > 4 and word.endswith(("ون", "ين", "وا")))


def _teller(words: Words, statement: Statement | None, first: int) -> Speaker | None:
    """The statement's speaker, where he can be among those of whom the clause that begins at token `first`
    tells: no paper or source, and nobody else is quoted between («كيم قال إنه …»)."""
    speaker = statement.speaker if statement is not None else None
    if statement is None or speaker is None or speaker.start is None or speaker.end is None:
        return None
    inner = range(words.at(statement.start) + 1, first)
    if any(cue_at(words, j) is not None for j in inner if words.tokens[j].kind == "word"):
        return None
    who = range(words.holding(speaker.start), words.at(speaker.end))
    if any((heads_of(words, j, "source") and not _agency(words, j, who)) or _outlet(words, j) for j in who):
        return None
    return speaker


def _one(words: Words, speaker: Speaker) -> bool:
    """Whether a speaker is one person who is named: «الوزير فلان»."""
    if speaker.start is None or speaker.end is None or _two(words, speaker):
        return False
    names = (words.name[j] for j in range(words.holding(speaker.start), words.at(speaker.end)))
    return any(name is not None and name.type == "person" for name in names)


def _two(words: Words, speaker: Speaker) -> bool:
    """Whether a speaker is two: «الوزيران», «فلان وفلان»."""
    if speaker.start is None or speaker.end is None:
        return False
    first, last = words.holding(speaker.start), words.at(speaker.end)
    joined = any(words.norm[j] != words.core[j] and words.norm[j][0] == "و" for j in range(first + 1, last))
    return joined or words.norm[first].endswith(("ان", "ين"))


def official(ground: Ground, statement: Statement | None, first: int) -> bool:
    """Whether the «إنه» or «نحن» of a clause is a body, a state, or somebody named with an office."""
    words = ground.words
    speaker = _teller(words, statement, first)
    if speaker is None or speaker.start is None or speaker.end is None:
        return False
    who = range(words.holding(speaker.start), words.at(speaker.end))
    if not who:  # a part of one word
        return False
    if heads_of(words, who[0], "kin") or any(heads_of(words, j, "commoner") for j in who):
        return False
    for j in who:
        name = words.name[j]
        if heads(words.norm[j], "human") or heads(words.norm[j], "body"):
            return True
        if name is None:
            continue
        if name.type in ("organization", "place", "group") or name.entity in ground.officials:
            return True
    return False


def _agency(words: Words, j: int, who: range) -> bool:
    """Whether token `j` is an agency that acts («وكالة الطاقة»), and not one that reports («وكالة الأنباء»)."""
    return words.tokens[j].base == "وكاله" and j + 1 in who and words.tokens[j + 1].base != "انباء"


def _outlet(words: Words, i: int) -> bool:
    name = words.name[i]
    return name is not None and name.type == "outlet"


def heads_of(words: Words, i: int, name: str) -> bool:
    """Whether token `i`, bare or definite, belongs to a class."""
    return words.core[i] in group(name) or words.core[i].removeprefix("ال") in group(name)
