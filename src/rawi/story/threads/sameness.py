"""Whether two undertakings are one."""

from __future__ import annotations

from functools import cache, lru_cache

from rawi.arabic import frequencies
from rawi.arabic.letters import fold
from rawi.arabic.vectors import similarity
from rawi.lexicon.load import table
from rawi.readers.attribution.words import heads
from rawi.story.figures.things import adjective
from rawi.story.threads.deeds import NOT, about, lights, recurring, skeleton
from rawi.story.threads.sides import of_two, together
from rawi.story.threads.topic import LEAST, Topic, bare

_TO_COME = frozenset({"announced", "planned", "agreed"})
FAR = 730  # days between two tellings beyond which another undertaking of the same kind is likelier
# Read off the pairs of the invented sample, three articles with gold, eight more, and of 2,000 articles
# of five outlets: below them two undertakings on one topic begin to be taken for one.
MEANING, COMMON = 0.6, 0.8
SAME_DAY, SAME_DAY_COMMON = 0.4, 0.3  # where both name the same deadline
ONE_LAND = 0.35  # meaning in common of one deed by one day in one country, in whatever other words
OTHER_DAY, OTHER_DAY_COMMON = 0.5, 0.45  # where they name two
SHARED = 0.5  # share of words, or meaning, of one deed where but one other word is in common
DAY_COMMON = 0.35  # the same, where both are to be done on one day: one day ends many a story's undertakings
OTHER_DEED = 0.85  # where their deeds are two: share of words in common
OTHER_DEED_NEAR, OTHER_DEED_CLOSE = 0.6, 0.5  # the same, and their meaning
APART, APART_BOTH = (
    0.6,
    1.0,
)  # share of words, or with meaning, where they name different people and places
NEIGHBOURS = 0.15  # share of names, of articles that may tell of one thing without naming it there
STORY = 0.35  # share of names that two articles have in common which tell of one story


def same(a: Topic, b: Topic) -> float | None:
    """How sure it is that two topics are one undertaking, 0 to 3; None where they are not.

    1. told within two years of each other, as far as the days are known, and of no two states; «الاتفاق»
       alone is that of its own article; that a deed will not be done is another than that it will
    2. one article that names two deadlines to come speaks of two undertakings, and a meeting of which is
       told once the day of another came is the next one
    3. one deed in articles of one story (they name the same): a few words or some meaning in common
       suffice, the fewer where the deadline is the same
    4. two deeds («دعوة خبراء للتحقق من الإغلاق», «الإغلاق») are one undertaking only where nearly all other
       words are the same, or articles of one story give both the same day; never one that is about
       another (deeds.about)
    (without one deadline the words in common must hold one that is no name both articles speak of)
    5. else, naming somebody or some place in common where both name any: with one deadline half of the
       words or a near meaning; with two, both, unless one postpones the other; with none, most of
       the words or a near meaning with words in common
    """
    if a.told and b.told and abs((a.told - b.told).days) > FAR:  # 1
        return None
    if of_two(a.sides, b.sides) or a.deed.startswith(NOT) != b.deed.startswith(NOT):  # 1
        return None
    one_day = a.deadline is not None and a.deadline == b.deadline
    if a.article != b.article and not one_day and (bare(a) or bare(b)):  # 1
        return None
    two_days = a.deadline is not None and b.deadline is not None and not one_day
    moved = "postponed" in (a.status, b.status)
    if two_days and a.article == b.article and a.ahead and b.ahead and not moved:  # 2
        return None
    if not (one_day or moved) and a.deed == b.deed and a.deed in recurring() and _next(a, b):  # 2
        return None
    common = a.words & b.words
    share = _share(a.words, b.words)
    close = similarity(a.meaning, b.meaning)
    things = len([w for w in common if skeleton(w) not in (a.deed, b.deed) and w not in (a.deed, b.deed)])
    own = common - _background(a, b) - _light_words()  # what is no name that the whole story speaks of
    around = _share(a.around, b.around)
    story = around >= STORY
    one_side = bool(together(a.sides, b.sides))
    apart = bool(a.names and b.names and not a.names & b.names) and not one_side
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
        near = len(common) > LEAST + 1 and share >= OTHER_DEED_NEAR and close >= OTHER_DEED_CLOSE
        day = one_day and a.exact and b.exact and a.article != b.article
        alike = share >= OTHER_DEED and len(common) > LEAST and not two_days and close >= MEANING
        met = alike or near or (day and close >= OTHER_DAY and share >= DAY_COMMON)
        met = met and story and bool(own) and "denied" not in (a.status, b.status)
        met = met and not ({a.deed, b.deed} & about())
    elif not met and not apart and (a.names & b.names or one_side or around >= NEIGHBOURS):  # 5
        if one_day:
            met = close >= SAME_DAY and share >= SAME_DAY_COMMON
        elif two_days and not moved:
            met = close >= OTHER_DAY and share >= OTHER_DAY_COMMON and len(common) > LEAST
        elif a.deed != b.deed and a.article != b.article:  # one says no deed
            met = share >= COMMON and close >= MEANING and len(common) > LEAST
        else:
            met = (share >= COMMON and len(common) > LEAST) or (
                close >= MEANING and share >= MEANING / 2 and len(common) >= LEAST
            )
            met = met or (close >= SAME_DAY and share >= MEANING - 0.1 and len(common) > LEAST)
        met = met and (one_day or bool(own))
    return round(close + share + one_day, 3) if met else None


def _next(a: Topic, b: Topic) -> bool:
    """Whether the deadline of one was over, or there, when the other was told as yet to come."""
    return any(
        one.deadline is not None and two.told is not None and one.deadline <= two.told
        and (two.ahead or (two.deadline is None and two.status in _TO_COME))
        for one, two in ((a, b), (b, a))
    )  # fmt: skip


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


@lru_cache(maxsize=50_000)
def _land(word: str) -> str:
    """What a country and its adjective have in common («سور» of «سوريا» and «سوري»); '' of other words."""
    ends = ("ي",) if word in _nations() else ("يا", "ا", "")
    stems = (word[: len(word) - len(e)] for e in ends if word.endswith(e))
    return next((s for s in stems if s + "ي" in _nations()), "")


@lru_cache(maxsize=50_000)
def _forms(word: str) -> tuple[str, ...]:
    """A name's word as an undertaking may have it: «الشمالية», «شمالي»."""
    bare = word.removeprefix("ال")
    stem = bare[:-1] if bare.endswith("ه") else bare
    return word, bare, stem, adjective(bare), adjective(stem)


def _share(one: frozenset[str], two: frozenset[str]) -> float:
    """The part of the smaller set that the other has, its words weighted by how rare they are."""
    weight = min(_weight(one), _weight(two))
    return _weight(one & two) / weight if weight else 0.0


def _weight(words: frozenset[str]) -> float:
    return sum(_rarity(w) for w in words)


@lru_cache(maxsize=50_000)
def _rarity(word: str) -> float:
    """How much a word says: 7 less its Zipf frequency (7 is the commonest word's), at least a half."""
    return max(0.5, 7 - (frequencies.zipf(word) or 2.0))
