"""What an undertaking is about, and whether two undertakings are one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np
from numpy.typing import NDArray

from rawi.arabic import frequencies
from rawi.arabic.analysis import Token, analyse
from rawi.arabic.letters import fold
from rawi.arabic.vectors import similarity, vector
from rawi.lexicon.load import table
from rawi.readers.attribution.words import heads, masdar_like
from rawi.records import Commitment, Span
from rawi.story.chains.compare import content
from rawi.story.figures.things import adjective
from rawi.story.threads.deeds import deed_of, lights, skeleton

SUBJECT_FIRST = (
    "verb to come",
    "headline",
)  # ways of stating in which the span opens with the subject
_CIRCUMSTANCE = frozenset({"اعقاب", "خلال", "اثناء", "عقب", "غداه", "اثر", "ضمن"})
LEAST = 2  # words that say what it is about; with fewer it leans on the undertaking before it
FAR = 730  # days between two tellings beyond which another undertaking of the same kind is likelier
# Read off the pairs of the invented sample, three articles with gold, eight more, and of 2,000 articles
# of five outlets: below them two undertakings on one topic begin to be taken for one.
MEANING, COMMON = 0.6, 0.8
SAME_DAY, SAME_DAY_COMMON = 0.4, 0.3  # where both name the same deadline
ONE_LAND = 0.35  # meaning in common of one deed by one day in one country, in whatever other words
OTHER_DAY, OTHER_DAY_COMMON = 0.5, 0.45  # where they name two
SHARED = 0.5  # share of words, or meaning, of one deed where but one other word is in common
OTHER_DEED, OTHER_DEED_NEAR = 0.85, 0.6  # where their deeds are two: share of words in common
APART, APART_BOTH = (
    0.6,
    1.0,
)  # share of words, or with meaning, where they name different people and places
NEIGHBOURS = 0.15  # share of names, of articles that may tell of one thing without naming it there
STORY = 0.35  # share of names that two articles have in common which tell of one story
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
    if commitment.basis in SUBJECT_FIRST:
        return commitment.text[: max(0, action.end - commitment.start)]
    return action.text


def wording_of(commitment: Commitment, part: str = "") -> str:
    """How one action is put to a reader: its words, behind what it is said of where that stands apart."""
    text = text_of(commitment, part)
    return text if "." in part else commitment.put(text)


def topic_of(
    commitment: Commitment, part: str, told: date | None, names: frozenset[str] = frozenset(),
    around: frozenset[str] = frozenset(),
) -> Topic:  # fmt: skip
    """The topic of one part of a commitment told on a day; `names` are the words of the names it
    stands with, `around` those of its article."""
    text = text_of(commitment, part)
    tokens = before_purpose(analyse(text).tokens)
    deadline = commitment.deadline.end if commitment.deadline else None
    words = frozenset(_deeds().get(w) or adjective(w) for w in content(tokens))
    action, subject = tokens, tokens[:0]
    if commitment.action is not None and commitment.basis in SUBJECT_FIRST and "." not in part:
        first = commitment.action.start - commitment.start
        action = [t for t in tokens if t.start >= first]
        subject = [t for t in tokens if t.start < first]
    return Topic(
        part, words, deed_of(action, subject), vector(tokens), deadline, told,
        commitment.status_word, commitment.article, names, around,
        commitment.deadline is not None and commitment.deadline.begin == deadline,
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


def same(a: Topic, b: Topic) -> float | None:
    """How sure it is that two topics are one undertaking, 0 to 3; None where they are not.

    1. told within two years of each other, as far as the days are known; «الاتفاق» alone is that of its own
       article
    2. one article that names two deadlines to come speaks of two undertakings
    3. one deed in articles of one story (they name the same): a few words or some meaning in common
       suffice, the fewer where the deadline is the same
    4. two deeds («دعوة خبراء للتحقق من الإغلاق», «الإغلاق») are one undertaking only where nearly all other
       words are the same, or articles of one story give both the same day
    (without one deadline the words in common must hold one that is no name both articles speak of)
    5. else, naming somebody or some place in common where both name any: with one deadline half of the
       words or a near meaning; with two, both, unless one postpones the other; with none, most of
       the words or a near meaning with words in common
    """
    if a.told and b.told and abs((a.told - b.told).days) > FAR:  # 1
        return None
    one_day = a.deadline is not None and a.deadline == b.deadline
    if a.article != b.article and not one_day and (bare(a) or bare(b)):  # 1
        return None
    two_days = a.deadline is not None and b.deadline is not None and not one_day
    moved = "postponed" in (a.status, b.status)
    if two_days and a.article == b.article and a.ahead and b.ahead and not moved:  # 2
        return None
    common = a.words & b.words
    share = _share(a.words, b.words)
    close = similarity(a.meaning, b.meaning)
    things = len([w for w in common if skeleton(w) not in (a.deed, b.deed) and w not in (a.deed, b.deed)])
    own = common - _background(a, b) - _light_words()  # what is no name that the whole story speaks of
    around = _share(a.around, b.around)
    story = around >= STORY
    apart = bool(a.names and b.names and not a.names & b.names)
    if story and a.deed and a.deed == b.deed:  # 3
        if one_day:
            met = close + share >= 0.45 or (close >= ONE_LAND and bool(_lands(a) & _lands(b)))
        elif two_days and not moved:
            met = close >= SAME_DAY and share >= 0.5 and things > 0 and len(common) >= LEAST
        else:
            enough = things > 1 or (things == 1 and max(close, share) >= SHARED)
            met = close + share >= 0.65 and share >= 0.25 and enough
        met = met and (one_day or not apart or share >= APART or close + share >= APART_BOTH)
    else:
        met = False
    if not met and a.deed and b.deed and a.deed != b.deed:  # 4
        near = story and len(common) > LEAST + 1 and share >= OTHER_DEED_NEAR and close >= OTHER_DAY
        day = story and one_day and a.exact and b.exact and a.article != b.article
        alike = story and share >= OTHER_DEED and len(common) > LEAST and not two_days
        met = (alike or near) and bool(own)
        met = met or (day and close >= OTHER_DAY and share >= 0.2)
    elif not met and not apart and (a.names & b.names or around >= NEIGHBOURS):  # 5
        if one_day:
            met = close >= SAME_DAY and share >= SAME_DAY_COMMON
        elif two_days and not moved:
            met = close >= OTHER_DAY and share >= OTHER_DAY_COMMON and len(common) > LEAST
        else:
            met = (share >= COMMON and len(common) > LEAST) or (
                close >= MEANING and share >= MEANING / 2 and len(common) >= LEAST
            )
            met = met or (close >= SAME_DAY and share >= MEANING - 0.1 and len(common) > LEAST)
        met = met and (one_day or bool(own))
    return round(close + share + one_day, 3) if met else None


@cache
def _light_words() -> frozenset[str]:
    """Words that say only how far a deed is («عملية», «بدء»), as topics have them."""
    return frozenset(form for w in lights() for form in (w, adjective(w)))


def _background(a: Topic, b: Topic) -> frozenset[str]:
    """The words of the names that both articles hold, of offices and of nations: every undertaking of the
    story may name them."""
    who = (w for w in a.words & b.words if heads(w, "human") or w in _nations())
    return frozenset((*who, *(form for w in a.around & b.around for form in _forms(w))))


@cache
def _nations() -> frozenset[str]:
    return frozenset(fold(row["name"]) for row in table("demonyms"))


def _lands(topic: Topic) -> frozenset[str]:
    """The countries that a topic names, by name or by adjective: «عراق» of «العراق» and «عراقي»."""
    return frozenset(land for w in topic.words if (land := _land(w)))


@cache
def _land(word: str) -> str:
    """What a country and its adjective have in common («سور» of «سوريا» and «سوري»); '' of other words."""
    ends = ("ي",) if word in _nations() else ("يا", "ا", "")
    stems = (word[: len(word) - len(e)] for e in ends if word.endswith(e))
    return next((s for s in stems if s + "ي" in _nations()), "")


@cache
def _forms(word: str) -> tuple[str, ...]:
    """A name's word as an undertaking may have it: «الشمالية», «شمالي»."""
    bare = word.removeprefix("ال")
    stem = bare[:-1] if bare.endswith("ه") else bare
    return word, bare, stem, adjective(bare), adjective(stem)


def _share(one: frozenset[str], two: frozenset[str]) -> float:
    """The part of the smaller set that the other has, its words weighted by how rare they are."""
    weight = min(_weight(one), _weight(two))
    return _weight(one & two) / weight if weight else 0.0


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


def _weight(words: frozenset[str]) -> float:
    return sum(_rarity(w) for w in words)


@cache
def _rarity(word: str) -> float:
    """How much a word says: 7 less its Zipf frequency (7 is the commonest word's), at least a half."""
    return max(0.5, 7 - (frequencies.zipf(word) or 2.0))
