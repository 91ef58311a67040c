"""The names in a question, as the articles of the story may print them.

1. Latin letters  words that may be names, as the names of the story that they may spell («al-Sudani»), two
                  words beside each other as one name of the story where there is such a name («Rami Jones»)
2. people         who is named in full is met by the surname alone, as articles name him after the first time
3. bodies         one that is named in full is met by its short name («حلف شمال الأطلسي», «الناتو»)
4. spellings      one that outlets spell in several ways is met by each («برانسون», «برونسون»)

A country and its people stand for each other («ألمانيا», «ألماني»).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from rawi.lexicon import table
from rawi.store.sqlite import Store
from rawi.store.words import name_key
from rawi.story.ask.english import LATIN
from rawi.story.ask.latin import meet, meet_beside
from rawi.story.ask.question import Question
from rawi.story.ask.spelling import spellings
from rawi.story.ask.stem import nation, stem, stem_of_entry

LONGEST = 4  # words of a person's name that are looked up together
Terms = list[tuple[str, ...]]


def named(store: Store, question: Question) -> Question:
    """The question with its names as the story has them."""
    terms: Terms = []
    speakers = list(question.speakers)
    spelled: list[Sequence[str]] = []  # per term: the words of names that it may spell
    latin: list[str] = []
    for term, found in zip(question.terms, _spelled(store, question.terms), strict=True):  # 1
        known = [held for s in term if not s.startswith(LATIN) for held in nation(s)]
        if known or found:
            terms.append(tuple(dict.fromkeys([*known, *map(stem, found)])))
            speakers += found if question.acts or question.speakers else ()
            spelled.append(found)
            latin.append(next((s.removeprefix(LATIN) for s in term if s.startswith(LATIN)), ""))
    for first, *rest in reversed(list(_people(store, question, spelled))):  # 2
        terms = _also(terms, {stem(w) for w in (first, *rest[:-1])}, (stem(rest[-1]),))
    terms = _bodies(terms)  # 3
    words = {w for found in spelled for w in found} or set(name_key(question.text).split())
    for word in words:  # 4
        terms = _also(terms, {stem(word)}, tuple(map(stem, spellings(store, word))))
    return replace(
        question, terms=tuple(terms), speakers=tuple(speakers), spelled=tuple(latin)
    )


def _spelled(store: Store, terms: Sequence[tuple[str, ...]]) -> list[list[str]]:
    """For each term the words of the story's names that its Latin letters may spell; of two terms beside each
    other those that are one name («Rami Jones»), where the story knows such a name."""
    latin = [[s.removeprefix(LATIN) for s in term if s.startswith(LATIN)] for term in terms]
    beside: list[list[str]] = [[] for _ in terms]
    for at, (first, second) in enumerate(itertools.pairwise(latin)):
        for pair in (p for a in first for b in second for p in meet_beside(store, a, b)):
            beside[at].append(pair[0])
            beside[at + 1].append(pair[1])
    return [
        list(dict.fromkeys(one or [w for word in words for w in meet(store, word)]))
        for one, words in zip(beside, latin, strict=True)
    ]


def _people(
    store: Store, question: Question, spelled: Sequence[Sequence[str]]
) -> Iterator[tuple[str, ...]]:
    """The people whom the question names in full and the story too, as words of their names."""
    words = name_key(question.text).split() if not question.english else []
    runs: Iterator[tuple[str, ...]] = (
        tuple(words[at : at + size])
        for size in range(2, LONGEST + 1)
        for at in range(len(words) - size + 1)
    )
    pairs = (itertools.product(a, b) for a, b in itertools.pairwise(spelled))
    for run in itertools.chain(runs, *pairs):
        kind = store.one(
            "SELECT type FROM records WHERE kind = 'name' AND name_key = ? LIMIT 1",
            (" ".join(run),),
        )
        if kind == "person":
            yield run


def _bodies(terms: Terms) -> Terms:
    for size in range(LONGEST, 1, -1):
        for at in range(len(terms) - size + 1):
            run = terms[at : at + size]
            for name in itertools.product(*run) if all(len(t) < 4 for t in run) else ():
                if name in _short():
                    terms = _also(terms, set(name), _short()[name])
    return terms


def _also(terms: Terms, stems: set[str], others: tuple[str, ...]) -> Terms:
    """The terms, those of some stems met by others too."""
    return [tuple(dict.fromkeys((*term, *others))) if term[0] in stems else term for term in terms]


@cache
def _short() -> dict[tuple[str, ...], tuple[str, ...]]:
    """The stems of a body's long name -> those of its names of one word."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for row in table("organizations"):
        names = [n.split() for n in (row["name"], *row["aliases"].split("|")) if n]
        short = tuple(dict.fromkeys(stem_of_entry(n[0]) for n in names if len(n) == 1))
        if short:
            found |= {tuple(filter(None, map(stem_of_entry, n))): short for n in names if len(n) > 1}
    return found
