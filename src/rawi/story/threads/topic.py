"""What an undertaking is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
from numpy.typing import NDArray

from rawi.arabic.analysis import Token, analyse
from rawi.arabic.letters import fold
from rawi.arabic.vectors import similarity, vector
from rawi.lexicon.load import table
from rawi.readers.attribution.words import masdar_like
from rawi.records import Commitment, Span
from rawi.story.chains.compare import content
from rawi.story.figures.things import adjective
from rawi.story.threads.deeds import deed_of

SUBJECT_FIRST = (
    "verb to come",
    "headline",
)  # ways of stating in which the span opens with the subject
_CIRCUMSTANCE = frozenset({"اعقاب", "خلال", "اثناء", "عقب", "غداه", "اثر", "ضمن"})
LEAST = 2  # words that say what it is about; with fewer it leans on the undertaking before it
LEANING = 0.5  # the score of a pair that leans: the last to be put together
LEANS = 0.3  # least meaning in common with the undertaking before, of one that says little


@dataclass(frozen=True, slots=True)
class Topic:
    """An undertaking's content words and deed, their meaning as a vector, its deadline, the day it was told.

    `part` is the record's id, with «.k» behind it for the k-th action joined to its first.
    """

    part: str
    words: frozenset[str]
    deed: str
    meaning: NDArray[np.float32]
    deadline: date | None
    told: date | None
    status: str | None
    article: str = ""
    names: frozenset[str] = frozenset()  # words of the names in it, folded
    around: frozenset[str] = frozenset()  # words of the names in its article
    exact: bool = False  # the deadline is one day
    sides: frozenset[str] = frozenset()  # the states whose deed it is

    @property
    def ahead(self) -> bool:
        """Whether its deadline was still to come when it was told."""
        return self.deadline is not None and (self.told is None or self.deadline >= self.told)


def parts(commitment: Commitment) -> list[tuple[str, Span]]:
    """The id and the span of each action of a commitment that is an undertaking of its own.

    The first one's span is the record's, up to the first action joined to it.
    """
    if not commitment.joined:
        return [(commitment.id, Span(commitment.start, commitment.end, commitment.text))]
    first = commitment.joined[0].start
    text = commitment.text[: first - commitment.start].rstrip(" \n،,و")
    own = Span(commitment.start, commitment.start + len(text), text)
    return [(commitment.id, own)] + [
        (f"{commitment.id}.{k}", span) for k, span in enumerate(commitment.joined, 1)
    ]


def text_of(commitment: Commitment, part: str = "") -> str:
    """The words that say what is undertaken: the action, with its subject where that comes first."""
    _, _, k = part.partition(".")
    if k:
        return commitment.joined[int(k) - 1].text
    action = commitment.action
    if action is None:
        return commitment.text
    if commitment.basis not in SUBJECT_FIRST:
        return action.text
    return commitment.text[_opens(commitment) : max(0, action.end - commitment.start)]


def _opens(commitment: Commitment) -> int:
    """Where what is undertaken opens in a commitment's text: behind a condition that stands first
    («إذا انسحبت …، فسنعيد …»)."""
    supposed, action = commitment.condition, commitment.action
    if supposed is None or action is None or supposed.end > action.start:
        return 0
    at = supposed.end - commitment.start
    return at + len(commitment.text[at:]) - len(commitment.text[at:].lstrip(" \n،,"))


def wording_of(commitment: Commitment, part: str = "") -> str:
    """How one action is put to a reader: its words, behind what it is said of where that stands apart."""
    text = text_of(commitment, part)
    return text if "." in part else commitment.put(text)


def topic_of(
    commitment: Commitment, part: str, told: date | None, names: frozenset[str] = frozenset(),
    around: frozenset[str] = frozenset(), sides: frozenset[str] = frozenset(),
) -> Topic:  # fmt: skip
    """The topic of one part of a commitment told on a day; `names` are the words of the names it
    stands with, `around` those of its article, `sides` the states whose deed it is."""
    text = text_of(commitment, part)
    tokens = before_purpose(analyse(text).tokens)
    deadline = commitment.deadline.end if commitment.deadline else None
    words = frozenset(_deeds().get(w) or adjective(w) for w in content(tokens))
    action, subject = tokens, tokens[:0]
    if commitment.action is not None and commitment.basis in SUBJECT_FIRST and "." not in part:
        first = commitment.action.start - commitment.start - _opens(commitment)
        action = [t for t in tokens if t.end > first]
        subject = [t for t in tokens if t.end <= first]
    return Topic(
        part, words, deed_of(action, subject), vector(tokens), deadline, told,
        commitment.status_word, commitment.article, names, around,
        commitment.deadline is not None and commitment.deadline.begin == deadline, sides,
    )  # fmt: skip


def before_purpose(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words before those that say what it is done for («… للتحقق من …», «من أجل …»), or on what
    occasion («… في أعقاب القمة»)."""
    for k, token in enumerate(tokens):
        if k < LEAST:
            continue
        if token.norm in _CIRCUMSTANCE:
            return tokens[: k - (tokens[k - 1].norm == "في")]
        if token.norm in ("اجل", "بهدف", "بغية") or (
            token.proclitics[-1:] == ("ل",) and token.definite and masdar_like(token.base)
        ):
            return tokens[:k]
    return tokens


@cache
def _deeds() -> dict[str, str]:
    """Folded word -> the first of the words that name the same deed; the first row that has it counts."""
    out: dict[str, str] = {}
    for row in table("thread_words"):
        first, *_ = words = [fold(w) for w in row["words"].split()]
        for word in words:
            out.setdefault(word, first)
    return out


def bare(topic: Topic) -> bool:
    """Whether a topic names nothing by itself: «ينتهي», «وضع جدول زمني»."""
    return len(topic.words - _timetable()) < LEAST


def leans(topic: Topic, previous: Topic) -> bool:
    """Whether a topic of one word or two («ينتهي الانسحاب») goes with the undertaking told before it; a deed
    of its own («الانسحاب» after a meeting) does not."""
    if bare(topic):
        return not (topic.deed and previous.deed and topic.words) or topic.deed == previous.deed
    if topic.deed and previous.deed and topic.deed != previous.deed and topic.status == "denied":
        return False  # «نفى تحديد موعد للقاء الرئيسين» after an exchange
    return len(topic.words) == LEAST and similarity(topic.meaning, previous.meaning) >= LEANS


@cache
def _timetable() -> frozenset[str]:
    """The words of «وضع جدول زمني»: what it is for was told before."""
    return frozenset(
        fold(w) for w in ["وضع", "تحديد", "جدول", "جدولا", "زمني", "زمنيا", "موعد", "سقف", "مهله"]
    )
