"""Where an event took place."""

from __future__ import annotations

from rawi.readers.attribution.words import Words, bare
from rawi.readers.happenings import roles
from rawi.readers.happenings.draft import Stretch
from rawi.readers.happenings.lexis import words_of

_WITHIN = 4  # tokens from «في» to the name of the place
_NEAR = 3  # tokens from «قرب», «شرقي» to it


def place(words: Words, first: int, last: int, *, reached: bool = False) -> Stretch | None:
    """The place named after «في» or «ب», or beside which it was, in tokens `first:last`; with `reached`
    that after «إلى» too: where somebody came to."""
    for i in range(first, last):
        name = words.name[i]
        if name is None or name.type != "place" or words.at(name.start) < i:
            continue
        head = max(first, i - _WITHIN)
        if any(bare(words.core[j]) in words_of("posted") for j in range(head - 1, i)):
            continue  # «طردت السفير في أنقرة»: where he was posted
        if (
            "ب" in words.tokens[i].proclitics
            or any(words.core[j] == "في" and not words.timed(j + 1) for j in range(head, i))
            or any(roles.beside(words, j) for j in range(max(first, i - _NEAR), i))
            or (reached and words.core[i - 1] == "الي")
            or (reached and words.core[i - 2] == "الي" and words.tokens[i - 1].base in words_of("ground"))
        ):
            return i, words.at(name.end)
    return None
