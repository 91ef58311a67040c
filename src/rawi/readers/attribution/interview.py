"""Interviews printed as questions and answers, whose parties nothing but the layout shows.

    * هل اطلعتم على الاتفاق؟
    - نعم، اطلعنا على نصه.

    1. Pairs of paragraphs: one that ends in a question mark, then one that opens with a dash or «ج:».
    2. Two pairs or more make an interview; what stands before the next question belongs to the answer.
    3. The one who answers is the last speaker before the first question, else the only person named there.
"""

from __future__ import annotations

from dataclasses import replace

from rawi.readers.attribution.antecedent import Floor
from rawi.readers.attribution.content import trim
from rawi.readers.attribution.draft import Draft
from rawi.readers.attribution.words import Passage, Words
from rawi.records import Speaker

PAIRS = 2  # of question and answer that show an interview
_DASHES = frozenset("-–—*•")
_LETTERS = frozenset({"ج", "جواب", "الجواب"})
SCORE = 0.7


def answers(words: Words) -> dict[int, int]:
    """Number of each body passage that answers -> index of its first token behind the mark."""
    found: dict[int, int] = {}
    behind: dict[int, int] = {}  # unmarked paragraphs behind an answer: its own, if a question follows
    pairs = 0
    answering = asked = False
    for number, passage in enumerate(words.passages):
        if passage.place != "body":
            continue
        if _asks(words, passage):
            found.update(behind)
            behind, asked, answering = {}, True, False
            continue
        first = _opens(words, passage)
        if asked and first is not None:
            pairs, answering = pairs + 1, True
            found[number] = first
        elif answering:
            behind[number] = passage.first if first is None else first
        asked = False
    return found if pairs >= PAIRS else {}


def answer(words: Words, passage: Passage, first: int, speaker: Speaker) -> Draft:
    """The statement of the passage whose answer begins at token `first`."""
    draft = Draft(
        passage, first, first, first, first, "quote", "say", SCORE, "answer of an interview",
        side="who is interviewed",
    )  # fmt: skip
    draft.end = passage.last
    draft.span = trim(words.text, words.tokens[first].start, words.tokens[passage.last - 1].end)
    draft.speaker = replace(speaker, implicit=True)
    return draft


def interviewee(words: Words, floor: Floor, first: int) -> Speaker | None:
    """Step 3; `first` is the first token of the first answer."""
    heard = [t.speaker for t in floor.turns if t.index < first and not t.aside]
    if heard:
        return heard[-1]
    at = words.tokens[first].start
    named = {n.entity or n.text: n for n in floor.persons if n.end <= at}
    if len(named) != 1:
        return None
    (name,) = named.values()
    return Speaker(name.start, name.end, name.text, name.name or name.text, name.entity)


def _asks(words: Words, passage: Passage) -> bool:
    return words.norm[passage.last - 1] in "؟?"


def _opens(words: Words, passage: Passage) -> int | None:
    """Index behind the dash or letter that opens an answer, or None."""
    first = passage.first
    if passage.last - first < 3:
        return None
    if words.norm[first] in _DASHES:
        return first + 1
    letter = words.norm[first] in _LETTERS and words.norm[first + 1] in (":", "-", "–")
    return first + 2 if letter else None
