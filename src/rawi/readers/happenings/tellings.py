"""Words that tell of an event, as drafts.

1. a verb in the perfect that opens its clause or follows its subject, not negated   verbs.py
2. a noun that a verb carries out: «تمكن من استعادة …», «قام بتفريق …»                 carried.py
3. a headline in the present, or by a noun alone                                     headed.py
4. a noun that the text says took place: by its day, by «تم» before it, by being the   nouns.py
   occasion of something else («إثر غارات …»)
"""

from __future__ import annotations

from datetime import date

from rawi.readers.attribution.words import Passage, Words
from rawi.readers.happenings.carried import by_carrier
from rawi.readers.happenings.draft import Draft
from rawi.readers.happenings.headed import by_headline
from rawi.readers.happenings.lexis import nouns
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
            by_headline(words, passage, i, today)
            or by_verb(words, passage, i, today)
            or by_carrier(words, passage, i, today)
            or by_witness(words, passage, i, today)
            or by_noun(words, passage, i, today)
        )
        if draft is None:
            continue
        taken = max((d.span[1] for d in found), default=0)
        if draft.span[0] < taken <= i and _named(words, draft):
            draft.span = (max(taken, i - 1), draft.span[1])  # «خلفا لفلان | الذي استقال …»
        if draft.span[0] < taken or draft.span[0] >= draft.span[1]:
            continue
        if draft.actor is None and found and joined(words, found[-1], draft):
            draft.actor = found[-1].actor
        if draft.actor is not None or not draft.hidden:
            found.append(draft)
    return found


def _named(words: Words, draft: Draft) -> bool:
    """Whether what a relative clause tells is told of a name that ends straight before it, or of a deed."""
    if draft.subject is None:
        return False
    if words.definite(draft.subject[0]) and words.tokens[draft.subject[0]].base in nouns():
        return True  # «… مسؤوليته عن الهجوم | الذي قتل …»
    name = words.name[draft.subject[0]]
    return name is not None and words.at(name.end) == draft.subject[1]
