"""What an undertaking is about, and whether two undertakings are one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
from numpy.typing import NDArray

from rawi.arabic import frequencies
from rawi.arabic.analysis import analyse
from rawi.arabic.letters import fold
from rawi.arabic.vectors import similarity, vector
from rawi.lexicon.load import table
from rawi.records import Commitment
from rawi.story.chains.compare import content
from rawi.story.figures.things import adjective

SUBJECT_FIRST = (
    "verb to come",
    "headline",
)  # ways of stating in which the span opens with the subject
LEAST = 2  # words that say what it is about; with fewer it leans on the undertaking before it
FAR = 730  # days between two tellings beyond which another undertaking of the same kind is likelier
# Read off the pairs of the invented sample and of 5,000 articles of five outlets: below them two
# undertakings on one topic begin to be taken for one.
MEANING, COMMON = 0.6, 0.8
SAME_DAY, SAME_DAY_COMMON = 0.4, 0.3  # where both name the same deadline
OTHER_DAY, OTHER_DAY_COMMON = 0.5, 0.45  # where they name two
LEANS = 0.3  # least meaning in common with the undertaking before, of one that says little


@dataclass(frozen=True, slots=True)
class Topic:
    """An undertaking's content words, their meaning as a vector, its deadline, the day it was told."""

    words: frozenset[str]
    meaning: NDArray[np.float32]
    deadline: date | None
    told: date | None
    status: str | None
    article: str = ""
    names: frozenset[str] = frozenset()  # words of the names in it, folded

    @property
    def ahead(self) -> bool:
        """Whether its deadline was still to come when it was told."""
        return self.deadline is not None and (self.told is None or self.deadline >= self.told)


def text_of(commitment: Commitment) -> str:
    """The words that say what is undertaken: the action, with its subject where that comes first."""
    action = commitment.action
    if action is None:
        return commitment.text
    if commitment.basis in SUBJECT_FIRST:
        return commitment.text[: max(0, action.end - commitment.start)]
    return action.text


def topic_of(
    commitment: Commitment, told: date | None, names: frozenset[str] = frozenset()
) -> Topic:
    """The topic of a commitment told on a day; `names` are the words of the names it stands with."""
    tokens = analyse(text_of(commitment)).tokens
    deadline = commitment.deadline.end if commitment.deadline else None
    words = frozenset(_deeds().get(w) or adjective(w) for w in content(tokens))
    return Topic(
        words, vector(tokens), deadline, told, commitment.status_word, commitment.article, names
    )


def same(a: Topic, b: Topic) -> float | None:
    """How sure it is that two topics are one undertaking, 0 to 2; None where they are not.

    1. told within two years of each other, as far as the days are known; naming somebody or some
       place in common, where both name any
    2. with one deadline, half of the words or a near meaning suffice
    3. with two deadlines, words and meaning must both agree, unless one postpones the other; one
       article that names two deadlines to come speaks of two undertakings
    4. otherwise most of the words, or a near meaning with words in common
    """
    if a.told and b.told and abs((a.told - b.told).days) > FAR:  # 1
        return None
    if a.names and b.names and not a.names & b.names:
        return None
    common = a.words & b.words
    weight = min(_weight(a.words), _weight(b.words))
    share = _weight(common) / weight if weight else 0.0
    close = similarity(a.meaning, b.meaning)
    known = a.deadline is not None and b.deadline is not None
    if known and a.deadline == b.deadline:  # 2
        met = close >= SAME_DAY and share >= SAME_DAY_COMMON
    elif known and "postponed" not in (a.status, b.status):  # 3
        twice = a.article == b.article and a.ahead and b.ahead
        met = not twice and close >= OTHER_DAY and share >= OTHER_DAY_COMMON and len(common) > LEAST
    else:  # 4
        met = (share >= COMMON and len(common) > LEAST) or (
            close >= MEANING and share >= MEANING / 2 and len(common) >= LEAST
        )
        met = met or (close >= SAME_DAY and share >= MEANING - 0.1 and len(common) > LEAST)
    return round(close + share, 3) if met else None


@cache
def _deeds() -> dict[str, str]:
    """Folded word -> the first of the words that name the same deed; the first row that has it counts."""
    out: dict[str, str] = {}
    for row in table("thread_words"):
        first, *_ = words = [fold(w) for w in row["words"].split()]
        for word in words:
            out.setdefault(word, first)
    return out


def leans(topic: Topic, previous: Topic) -> bool:
    """Whether a topic of one word or two («ينتهي الانسحاب») goes with the undertaking told before it."""
    if len(topic.words) < LEAST:
        return True
    return len(topic.words) == LEAST and similarity(topic.meaning, previous.meaning) >= LEANS


def _weight(words: frozenset[str]) -> float:
    return sum(_rarity(w) for w in words)


@cache
def _rarity(word: str) -> float:
    """How much a word says: 7 less its Zipf frequency (7 is the commonest word's), at least a half."""
    return max(0.5, 7 - (frequencies.zipf(word) or 2.0))
