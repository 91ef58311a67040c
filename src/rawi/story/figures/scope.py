"""Which figures without a place are of one thing: those whose sentences speak of the same.

«بلغت قيمة التبادل التجاري 700 مليار دولار» may be that of any two countries; what else a sentence says tells.

1. context     the countries that the figure's sentence names, and its other content words
2. linked      no country of one against another's, and so many words shared as the thing leaves open
3. clusters    figures that are linked, directly or through others, the largest first
4. scales      people that something befell: counts of one scale
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from rawi.records import Figure
from rawi.story.ask.stem import stem
from rawi.story.chains.compare import content
from rawi.story.figures.conditions import countries_of, sentence

COUNTRY = "="  # before a country's key, as a context is kept
ALONE = "."  # kept of a figure whose sentence says nothing else
NEAR = 25  # tokens on either side of a figure that are of its context
FEW = 2  # words of a thing that say little alone: «قيمة الشركة»
SCALE = 2.5  # so many times the next lower count of people is of another matter
SHARED, SHARED_CLOSE = 3, 2  # words that two sentences share, of such a thing and of one told more closely


@dataclass(frozen=True, slots=True)
class Context:
    """What a figure's sentence says beside its thing: the keys of countries, and stems."""

    countries: frozenset[str]
    words: frozenset[str]

    def written(self) -> str:
        """As a story keeps it; `read` gives it back."""
        return " ".join((*sorted(COUNTRY + c.replace(" ", "_") for c in self.countries), *sorted(self.words)))

    @staticmethod
    def read(written: str) -> Context:
        """The context that `written` gave."""
        parts = written.split() if written != ALONE else []
        return Context(
            frozenset(p[1:] for p in parts if p.startswith(COUNTRY)),
            frozenset(p for p in parts if not p.startswith(COUNTRY)),
        )


def context_of(figure: Figure, text: str, thing: Container[str]) -> Context:
    """Step 1. `thing`: the words of its key, which are not of its context."""
    before, behind = sentence(text, figure)
    tokens = (*before[-NEAR:], *behind[:NEAR])
    words = {stem(w) for w in content(tokens) if w not in thing and not any(c.isdigit() for c in w)}
    return Context(frozenset(countries_of(tokens)), frozenset(words))


def related(a: Context, b: Context) -> bool:
    """Whether two sentences may speak of one matter at all: they share a word, and part no countries."""
    return linked(a, b, least=1)


def linked(a: Context, b: Context, least: int) -> bool:
    """Step 2. `least`: the words and countries that must be shared."""
    if a.countries and b.countries and not (a.countries <= b.countries or b.countries <= a.countries):
        return False
    return len(a.words & b.words) + len(a.countries & b.countries) >= least


def clusters(contexts: Sequence[Context], size: int) -> list[list[int]]:
    """Step 3, for a thing of `size` words: the positions in `contexts` of each cluster; the larger first."""
    least = SHARED if size <= FEW else SHARED_CLOSE
    left = set(range(len(contexts)))
    found: list[list[int]] = []
    while left:
        cluster, todo = set[int](), [min(left)]
        while todo:
            n = todo.pop()
            if n in left:
                left.discard(n)
                cluster.add(n)
                todo += [m for m in left if linked(contexts[n], contexts[m], least)]
        found.append(sorted(cluster))
    return sorted(found, key=lambda c: (-len(c), c))


def scales(numbers: Sequence[float]) -> list[list[int]]:
    """The positions in `numbers` of those that may be counts of one matter: no gap of SCALE between the next
    two; the larger part first. A toll that is printed often grows by less from one time to the next."""
    order = sorted(range(len(numbers)), key=lambda n: numbers[n])
    found: list[list[int]] = []
    for n in order:
        if found and numbers[n] <= SCALE * numbers[found[-1][-1]]:
            found[-1].append(n)
        else:
            found.append([n])
    return sorted((sorted(c) for c in found), key=lambda c: (-len(c), c))
