"""Whether somebody tells of another country's doings, which he can only guess: «قال لافروف إن واشنطن لن …»."""

from __future__ import annotations

from rawi.readers.attribution.words import Words
from rawi.readers.naming.lexicons import demonyms, phrase, phrases
from rawi.readers.undertakings.draft import Ground, Stretch
from rawi.records import Statement

_STATE = ("country", "capital")


def outsider(ground: Ground, statement: Statement | None, party: list[Stretch]) -> bool:
    """Whether the statement's speaker and all of `party` belong to countries, and to no common one."""
    speaker = statement.speaker if statement is not None else None
    if speaker is None or speaker.start is None or speaker.end is None or not party:
        return False
    words = ground.words
    his = _lands(ground, (words.holding(speaker.start), words.at(speaker.end)))
    theirs = [_lands(ground, stretch) for stretch in party]
    return bool(his) and all(land and not (land & his) for land in theirs)


def _lands(ground: Ground, stretch: Stretch) -> set[str]:
    """The countries (ISO codes) that tokens name, by an adjective, a state or a capital, or that those named
    there hold an office of."""
    words = ground.words
    found: set[str] = set()
    for i in range(*stretch):
        name = words.name[i]
        if name is not None and name.type == "person":
            role = ground.roles.get(name.entity or "")
            if role is not None:
                found |= _told(words, (words.at(role.start), words.at(role.end)))
    return found | _told(words, stretch)


def _told(words: Words, stretch: Stretch) -> set[str]:
    found = set()
    for i in range(*stretch):
        name = words.name[i]
        if name is not None and name.type == "place":
            entry = phrases().get(phrase(name.text))
            if entry is not None and entry.kind in _STATE:
                found.add(entry.country)
        elif words.tokens[i].kind == "word":
            found.add(demonyms().get(words.tokens[i].base, ""))
    return found - {""}
