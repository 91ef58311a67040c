"""The form in which a question's words and an article's words meet.

A light stemmer: the clitics are off already (arabic/words.py); here the endings of number, gender and case
go, so that «اجتماعاً» meets «اجتماعات». Light stemming by fixed lists of endings was found best for Arabic
retrieval by Larkey, Ballesteros and Connell, "Improving stemming for Arabic information retrieval"
(SIGIR 2002); the list is theirs (light10) less the endings that are pronouns, which are gone before.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from rawi.arabic.analysis import Token
from rawi.arabic.grammar import function_words
from rawi.arabic.letters import fold
from rawi.arabic.words import tokens
from rawi.lexicon import table
from rawi.store.words import index_word

_ENDINGS = ("ات", "ان", "ين", "ون", "يه", "ه", "ي", "ا")
_WEAK = "اويىءئؤه"
_LEAST = 3  # letters that must remain
_PERSONS = {"ي": "ت", "ت": "ي"}  # before a verb in the present: he, she


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """A folded base without its ending. Two endings may go («عسكريين»: ين, then ي)."""
    for _ in range(2):
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= _LEAST:
                word = word[: -len(ending)]
                break
        else:
            break
    return word


@lru_cache(maxsize=20_000)
def stem_of_entry(word: str) -> str:
    """The stem of a word of a lexicon, as an article's word would have it («التقى» keeps its first letters,
    which are no article); '' for a word that carries no topic («خارج»)."""
    return " ".join(stems(tokens(word)))


@lru_cache(maxsize=200_000)
def root(word: str) -> str:
    """The consonants that words of one family share, as near as spelling tells: «سحب», «انسحاب», «ينسحب»;
    '' where fewer than two are left. Weak letters go, then the ت of a verb with «هي», then letters of patterns
    in front, then the ت of the eighth form. Not a grammarian's root: «قال» gives two letters."""
    word = stem(word)
    if not word.isalpha() or word[:1].isascii():
        return ""
    left = [c for c in word if c not in _WEAK]
    if len(left) > 3 and left[-1] == "ت":
        del left[-1]  # «احتجزت»
    while len(left) > 3 and left[0] in "متنس":
        del left[0]
    if len(left) == 4 and left[1] == "ت":
        del left[1]
    return "".join(left) if len(left) > 1 else ""


def forms(word: str) -> tuple[str, ...]:
    """A stem, and that of the same verb with its other subject: «ردت» and «رد», «يقام» and «تقام»."""
    out = [word]
    if len(word) > _LEAST and word.endswith("ت"):
        out.append(word[:-1])
    if len(word) > _LEAST and word[0] in _PERSONS:
        out.append(_PERSONS[word[0]] + word[1:])
    return tuple(out)


def nation(word: str) -> tuple[str, ...]:
    """A stem, and that of the country beside its people or of the people beside their country."""
    return tuple(dict.fromkeys((word, _nations().get(word, word))))


@cache
def _nations() -> dict[str, str]:
    """Stem of a people -> that of its country, and the other way: «ألماني» loses the «ان» of «ألمانيا»."""
    found: dict[str, str] = {}
    for row in table("english_demonyms"):
        people = fold(row["arabic"])
        if people.endswith("اني"):
            found |= {stem(people): stem(people + "ا"), stem(people + "ا"): stem(people)}
    return found


def stems(words: Iterable[Token]) -> list[str]:
    """The stems of the words that carry a topic, in order; numbers as they are."""
    out = []
    for token in words:
        word = index_word(token)
        if not word or not function_words().isdisjoint((word, token.norm, token.stem)):
            continue
        out.append(word if token.kind != "word" else stem(word))
    return out
