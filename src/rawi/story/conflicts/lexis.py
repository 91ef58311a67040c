"""The words that decide whether two claims pull against each other, ready to be looked up.

Everything is folded. A word is looked up as printed and as its base, so clitics are no hindrance.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from rawi.arabic import frequencies
from rawi.arabic.analysis import Analysis
from rawi.arabic.letters import fold
from rawi.arabic.words import Token
from rawi.lexicon import table
from rawi.readers.attribution.conjugate import past, present
from rawi.records import Span
from rawi.story.ask.stem import stem, stems

SIDES = (
    "طرفان"  # stands for «الطرفين», «الجانبين», «البلدين»: within an article the same two parties
)
WISH = "wish"  # the axis of what one wants and another refuses
KNOWN_ZIPF = (
    7.0  # the commonest words of all are near this; a word's weight is how far below it lies
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One word of an axis: which side (+1 or -1), and its sort: noun | verb | state.

    `lasting`: the axis is one of states, not of acts.
    """

    axis: str
    side: int
    sort: str
    lasting: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """Two opposite acts or states, with their names for people: (Arabic, English)."""

    name: str
    plus: tuple[str, str]
    minus: tuple[str, str]
    of: str  # acts | states | moves | attitudes

    def side(self, sign: int) -> tuple[str, str]:
        """The name of one side."""
        return self.plus if sign > 0 else self.minus


@cache
def axes() -> dict[str, Axis]:
    """Every axis by name."""
    return {
        r["axis"]: Axis(
            r["axis"], (r["plus_ar"], r["plus_en"]), (r["minus_ar"], r["minus_en"]), r["of"]
        )
        for r in table("conflict_opposites")
    }


@cache
def entries() -> dict[str, tuple[Entry, ...]]:
    """Folded word (or two, with a space) -> the axes it lies on."""
    found: dict[str, list[Entry]] = {}

    def put(word: str, entry: Entry) -> None:
        held = found.setdefault(word, [])
        if entry not in held:
            held.append(entry)

    for row in table("conflict_opposites"):
        lasting = row["of"] == "states"
        for side, name in ((1, "plus"), (-1, "minus")):
            for word in row[name].split():
                put(fold(word.replace("_", " ")), Entry(row["axis"], side, "noun", lasting))
            for word in row[f"{name}_state"].split():
                put(fold(word), Entry(row["axis"], side, "state", lasting))
            for pair in row[f"{name}_verbs"].split():
                perfect, _, imperfect = pair.partition("/")
                forms = [f.word for f in (*past(perfect), *present(imperfect))]
                forms += [fold(letter + imperfect[1:]) for letter in "نأ"]
                for form in forms:
                    put(form, Entry(row["axis"], side, "verb", lasting))
    return {word: tuple(held) for word, held in found.items()}


@cache
def group(name: str) -> frozenset[str]:
    """A class of conflict_words.tsv."""
    for row in table("conflict_words"):
        if row["class"] == name:
            return frozenset(fold(w) for w in row["words"].split())
    raise KeyError(name)


@cache
def stems_of(name: str) -> frozenset[str]:
    """The stems of a class of conflict_words.tsv, one for all words that mean the same."""
    same = _same()
    return frozenset(same.get(s, s) for s in map(stem, group(name)))


@cache
def things() -> dict[str, str]:
    """Folded word -> the class of things it counts."""
    return {
        fold(word): row["class"]
        for row in table("conflict_things")
        for word in row["words"].split()
    }


@cache
def kinds() -> frozenset[str]:
    """The classes of things."""
    return frozenset(things().values())


@cache
def _same() -> dict[str, str]:
    """Stem -> that of the first word of its row in conflict_same.tsv."""
    found: dict[str, str] = {}
    for row in table("conflict_same"):
        words = [stem(fold(w)) for w in row["words"].split()]
        for word in words:
            found.setdefault(word, words[0])
    return found


def words(tokens: Iterable[Token]) -> list[str]:
    """The stems of the words that carry a topic, one for all words that mean the same."""
    same, none = _same(), group("no_topic")
    return [same.get(s, s) for s in stems(t for t in tokens if t.norm not in none)]


def is_of(token: Token, name: str) -> bool:
    """Whether a token is one of a class of words."""
    held = group(name)
    return token.norm in held or token.stem in held or token.base in held


@lru_cache(maxsize=50_000)
def weight(stem: str) -> float:
    """How much a shared word says about a shared topic: rare words much, common ones little.

    Taken from the general frequency table and not from the story, so that it does not depend on
    which articles came first. Bounded, because a word unknown to the table may be a mere misprint.
    """
    known = max(frequencies.zipf(stem), frequencies.zipf(stem + "ة"), frequencies.zipf("ال" + stem))
    return min(4.0, max(0.5, KNOWN_ZIPF - known))


def tokens_in(analysis: Analysis, span: Span) -> tuple[Token, ...]:
    """The tokens of a span, the first one also where a particle is written onto it («ب|سحب»)."""
    first = analysis.first_token_at(span.start)
    if first and analysis.tokens[first - 1].end > span.start:
        first -= 1
    return analysis.tokens[first : analysis.first_token_at(span.end)]
