"""What befell the people that a large number counts: killed, wounded, displaced, in need, hungry, living there.

«قتل نحو 10 آلاف شخص», «مقتل حوالي عشرة آلاف» and «عشرة آلاف قتيل» count one thing, «22 مليون شخص بحاجة إلى
مساعدات» another, though what is printed behind the number is «شخص» each time.

1. the words before the number, back to a mark or another number; then those behind it
2. what is only feared, foreseen or supposed has no condition
3. where: a place that the figure names, whose people are counted, else the one country that its sentence says
   it was in, else, where none is named, that of the article (HERE); who lives somewhere, beside it
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from rawi.arabic.analysis import Token, analyse
from rawi.arabic.letters import fold
from rawi.lexicon.load import table
from rawi.readers.naming.lexicons import phrases
from rawi.records import Figure
from rawi.store.words import name_key

LEAST = 1_000  # smaller counts are mostly of one incident each, and two incidents are no series
WITHIN = 250  # code points on either side of a figure in which its sentence is looked for
BEFORE, BEHIND = 5, 10  # words before and behind the number that may tell the condition
COUNTRY = 3  # words of a country's name
_STOPS = frozenset(".؟!؛")
MARKS = _STOPS | frozenset("،,:")
HERE = "*"  # the place of what no country stands beside: the article's own
CONDITIONS = ("killed", "died", "wounded", "displaced", "hungry", "needy", "living")
"""Classes of lexicon/figure_things.tsv; the first that is met holds, living somewhere the last."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What befell whom a figure counts: `kind` of CONDITIONS, the word it is shown by, the key of the place
    where, HERE, or '' where it is not told."""

    kind: str
    label: str
    place: str


def condition_of(figure: Figure, text: str) -> Condition | None:
    """What befell those whom `figure` counts in its article's `text`; None where nothing tells it."""
    number = figure.value if figure.value is not None else figure.low
    if number is None or number < LEAST or figure.unit is not None:
        return None
    before, behind = sentence(text, figure)
    inside = analyse(figure.text).tokens
    if supposed((*before, *behind)) or (before and before[-1].stem == "كل"):  # 2, «لكل 100 ألف شخص»
        return None
    kind = _kind(inside, reversed(before[-BEFORE:]), behind[:BEHIND])
    if kind is None:
        return None
    place = name_key(figure.place.text) if figure.place is not None else ""
    if not place and kind == "living":
        place = _lived_in(before, behind)
    elif not place:
        sides = (before, inside, behind)
        found = set().union(*(_countries(side, within=True) for side in sides))
        found |= {peoples()[t.base] for t in inside if t.base in peoples()}
        named = found or set().union(*(_countries(side, within=False) for side in sides))
        place = next(iter(found)) if len(found) == 1 else "" if named else HERE
    return Condition(kind, _words(kind)[0].replace("_", " "), place)


def condition_named(word: str) -> str | None:
    """The condition that a folded word names («ضحايا»), as `Thing.key` holds it; None for any other word."""
    kind = next((c for c in CONDITIONS if word in _forms(c)), None)
    return "=" + kind if kind is not None else None


def persons() -> frozenset[str]:
    """Folded bases that say no more than that people are counted: «شخص», «نسمة»."""
    return frozenset(map(fold, _words("person")))


def sentence(text: str, figure: Figure) -> tuple[tuple[Token, ...], tuple[Token, ...]]:
    """The tokens before and behind a figure in its sentence."""
    start, end = figure.start, figure.end
    before = analyse(text[max(0, start - WITHIN) : start].rsplit("\n", 1)[-1]).tokens
    first = max((i + 1 for i, t in enumerate(before) if t.text in _STOPS), default=0)
    behind = analyse(text[end : end + WITHIN].split("\n", 1)[0]).tokens
    last = next((i for i, t in enumerate(behind) if t.text in _STOPS), len(behind))
    return before[first:], behind[:last]


def _kind(inside: Sequence[Token], before: Iterable[Token], behind: Sequence[Token]) -> str | None:
    """Step 1."""
    near = []
    for token in before:
        if token.text in MARKS or token.kind == "number":
            break
        near.append(token)
        if token.proclitics[:1] == ("و",):
            break  # «… قتيل | ودفعت 11 مليونا للنزوح»
    after = []
    for token in behind:
        if token.text in MARKS or token.kind == "number" or token.proclitics[:1] == ("و",):
            break
        after.append(token)
    for tokens in (inside, near, after):
        for token in tokens:
            for kind in CONDITIONS[:-1]:
                if says(token, kind):
                    return kind
    return "living" if any(says(t, "living") for t in (*inside, *near, *after)) else None


def says(token: Token, kind: str) -> bool:
    """Whether a word belongs to a class of lexicon/figure_things.tsv."""
    forms = _forms(kind)
    return token.norm in forms or token.base in forms or token.stem in forms


def supposed(tokens: Sequence[Token]) -> bool:
    """Step 2: «قد يتسبب في», «في حال», «يخشى»; «وقد قتل» is told as a fact."""
    for i, token in enumerate(tokens):
        if says(token, "supposed") or token.proclitics[-1:] == ("س",):
            return True
        follows = tokens[i + 1] if i + 1 < len(tokens) else None
        if token.stem == "قد" and follows is not None and follows.norm[:1] in ("ي", "ت"):
            return True
    return False


def _lived_in(before: Sequence[Token], behind: Sequence[Token]) -> str:
    """Step 3 for who lives somewhere: the nearest place before («الحديدة التي يسكنها»), else behind «في»."""
    for tokens in (before[-BEFORE - 3 :][::-1], behind[:BEFORE]):
        for token in tokens:
            if token.text in MARKS:
                break
            entry = phrases().get((token.stem,)) or phrases().get((fold(token.text),))
            if entry is not None and entry.type == "place" and entry.sure:
                return name_key(entry.name)
    return ""


def countries() -> frozenset[str]:
    """The keys of all countries' names."""
    return frozenset(peoples().values())


def countries_of(tokens: Sequence[Token]) -> set[str]:
    """The keys of the countries that words name, by name or by their people («الصادرات الكندية»)."""
    return _countries(tokens, within=False) | {peoples()[t.base] for t in tokens if t.base in peoples()}


def _countries(tokens: Sequence[Token], *, within: bool) -> set[str]:
    """The keys of the countries named; `within`: only where something is said to be («في السودان», not
    «تدخل السودان»)."""
    found = set()
    for i, token in enumerate(tokens):
        if within and "ب" not in token.proclitics and (not i or tokens[i - 1].stem != "في"):
            continue
        for size in range(1, COUNTRY + 1):
            words = (token.stem or token.norm, *(t.norm for t in tokens[i + 1 : i + size]))
            entry = phrases().get(words)
            if entry is not None and entry.type == "place" and entry.kind == "country":
                found.add(name_key(entry.name))
    return found


@cache
def peoples() -> dict[str, str]:
    """The folded adjective of a people, in its numbers -> the key of the country's name."""
    names = {e.country: name_key(e.name) for e in phrases().values() if e.kind == "country"}
    out = {}
    for row in table("demonyms"):
        if row["country"] in names:
            word = fold(row["name"])
            for form in (word, word + "ين", word + "ون", *(fold(p) for p in row["plural"].split())):
                out[form] = names[row["country"]]
    return out


@cache
def _forms(kind: str) -> frozenset[str]:
    return frozenset(map(fold, _words(kind)))


@cache
def _words(kind: str) -> tuple[str, ...]:
    return tuple(w for r in table("figure_things") if r["class"] == kind for w in r["words"].split())
