"""One foreign name in the several ways that Arabic outlets spell it: «برانسون», «برونسون», «برنسون».

Two words of names are one where they have the same consonants (by classes of sounds, latin.py), enough of them,
and the story writes both beside the same word («أندرو») often enough: «ميغان ميركل», once, is a slip. Given
names and words with letters that foreign names do not have are left out: «سلمان» is not «سليمان».
"""

from __future__ import annotations

from collections import Counter
from functools import cache

from rawi.lexicon import words
from rawi.store.sqlite import Store
from rawi.store.words import name_key
from rawi.story.ask.latin import Held, names_of, skeletons_of_arabic

LEAST = 3  # consonants: with fewer, two names sound alike by chance
OFTEN = 0.3  # of a word's records beside others, those beside the same ones
ARABIC = frozenset("ثحذصضظعقه")  # letters that the names of other languages hardly have


def spellings(store: Store, word: str) -> tuple[str, ...]:
    """The other spellings of a word of a name (folded, without ال) in the story's names."""
    story = names_of(store)
    if word not in story.records or not _foreign(word):
        return ()
    alike = {
        other
        for skeleton in skeletons_of_arabic(word)
        if len(skeleton) >= LEAST
        for other in story.sounds.get(skeleton, ())
        if other != word and _foreign(other)
    }
    if not alike:
        return ()
    mine = _beside(story, word)
    return tuple(sorted(other for other in alike if _together(mine, _beside(story, other))))


def _together(a: Counter[str], b: Counter[str]) -> bool:
    """Whether two words stand beside the same others."""
    return all(
        sum(n for word, n in one.items() if word in other) >= OFTEN * one.total() > 0
        for one, other in ((a, b), (b, a))
    )


def _beside(story: Held, word: str) -> Counter[str]:
    """The words before and behind a word in names, with their records."""
    found = Counter({before: after[word] for before, after in story.beside.items() if word in after})
    return found + story.beside.get(word, Counter())


def _foreign(word: str) -> bool:
    return word not in _given() and ARABIC.isdisjoint(word)


@cache
def _given() -> frozenset[str]:
    return frozenset(map(name_key, words("given_names", "name")))
