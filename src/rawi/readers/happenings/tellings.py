"""Words that tell of an event, as drafts.

1. a verb in the perfect that opens its clause or follows its subject, not negated   verbs.py
2. a noun that a verb carries out: «تمكن من استعادة …», «قام بتفريق …»                 carried.py
3. a noun that the text says took place: by its day, by «تم» before it, by being the   nouns.py
   occasion of something else («إثر غارات …»)
"""

from __future__ import annotations

from datetime import date

from rawi.readers.attribution.words import Passage, Words
from rawi.readers.happenings.carried import by_carrier
from rawi.readers.happenings.draft import Draft
from rawi.readers.happenings.nouns import by_noun
from rawi.readers.happenings.sides import joined
from rawi.readers.happenings.verbs import by_verb
from rawi.readers.happenings.witnessed import by_witness


def told(words: Words, passage: Passage, today: date | None) -> list[Draft]:
    """The events that one passage tells, in text order; `today`: the day of the article, if known."""
    found: list[Draft] = []
    for i in range(passage.first, passage.last):
        token = words.tokens[i]
        if token.kind != "word" or words.name[i] is not None or words.time[i] is not None:
            continue
        draft = (
            by_verb(words, passage, i, today)
            or by_carrier(words, passage, i, today)
            or by_witness(words, passage, i, today)
            or by_noun(words, passage, i, today)
        )
        if draft is None or any(d.span[1] > draft.span[0] for d in found):
            continue
        if draft.actor is None and found and joined(words, found[-1], draft):
            draft.actor = found[-1].actor
        found.append(draft)
    return found
