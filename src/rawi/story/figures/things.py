"""What a figure counts, as a key: the same for «2500 عسكري أميركي» and «نحو 2500 من الجنود الأميركيين».

1. the words of the thing, without grammar, each in the spelling of its row in the lexicon
2. adjectives lose their gender and number
3. where the thing is only a unit, the noun before it that says what is measured, and what follows it
4. large numbers of people by what befell them (conditions.py)
5. prices and rates of exchange by what they are of (rates.py)
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import cache

from rawi.arabic.analysis import Token, analyse
from rawi.arabic.grammar import function_words
from rawi.arabic.letters import fold
from rawi.lexicon.load import table
from rawi.records import Figure
from rawi.story.chains.compare import content
from rawi.story.figures.conditions import MARKS, condition_of, persons
from rawi.story.figures.rates import RATE, rate_of

BEFORE = 120  # code points before a figure in which its measured noun is looked for
MEASURED = 3  # words of a measured noun's phrase that are kept
YEARS_WITHIN = 8  # tokens behind a figure among which the years stand that it adds up
BEFELL = "="  # what the key of those whom something befell opens with, and of rates
OVER = "+"  # in the key of such a figure: it is none of one year
LEAST = 2  # of them: «المعدل» alone may be that of anything
_ENDINGS = ("يين", "يون", "يات", "يه")


@dataclass(frozen=True, slots=True)
class Thing:
    """What a figure counts: the key that its wordings share, and how it is printed."""

    key: tuple[str, ...]
    label: str
    level: bool  # a state that lasts («يوجد 2500 جندي»), not an incident's count («قتل 12 جندياً»)
    place: str | None = None  # the key of where, '' where nothing tells it; None: what the figure itself names

    @property
    def generic(self) -> bool:
        """Whether the key says too little to make a series without a place."""
        return all(w in _rows("generic") for w in self.key)


def thing_of(figure: Figure, text: str) -> Thing | None:
    """What a figure in its article's text counts; None where the words say nothing to go by, or where only
    an order of magnitude is told («عشرات», «ملايين»), which moves nowhere."""
    if figure.value is None and figure.mod is None and (figure.low is None or figure.high is None):
        return None
    words: set[str] = set()
    if figure.thing is not None and not _for_whom(figure, text):  # 1
        words = {plain(w) for w in content(analyse(figure.thing.text).tokens)} - _rows("other")
    units = words & (_units() if figure.unit is not None else frozenset())
    if units:
        words -= _nationalities()  # «دولار أميركي»
    condition = condition_of(figure, text)
    rate = rate_of(figure, text)
    if rate is not None:  # 5
        return Thing((RATE, rate.of.replace(" ", "_"), rate.per), rate.label, True, rate.place)
    if condition is not None:  # 4
        rest = words - persons() - _nationalities()
        label = f"{condition.label}: {figure.thing.text}" if rest and figure.thing else condition.label
        return Thing((BEFELL + condition.kind, *sorted(rest)), label, True, condition.place)
    before = text[max(0, figure.start - BEFORE) : figure.start]
    tokens = analyse(before).tokens
    behind = text[figure.end : figure.end + BEFORE].split("\n", 1)[0]
    over = {OVER} if _of_years(analyse(behind).tokens) else set()
    if words - units and figure.thing is not None:
        return Thing(tuple(sorted(words | over)), figure.thing.text, _lasts(tokens, words))
    measured = _measured(tokens, share=figure.unit == "%")  # 3
    key = {plain(w) for w in content(measured)}
    if len(measured) < LEAST or len(key - _rows("sum")) < LEAST:
        return None  # «المعدل», «طول إجمالي»: of what
    label = before[measured[0].stem_start : measured[-1].end]
    return Thing(tuple(sorted(key | units | over)), label, True)


def _for_whom(figure: Figure, text: str) -> bool:
    """Whether a share's thing is whose share it is («99% لجورجيا»), and not what it is a share of."""
    at = figure.thing.start if figure.thing is not None else 0
    return figure.unit == "%" and at > 0 and text[at - 1 : at] == "ل"


def plain(word: str) -> str:
    """A folded word in the spelling that its series has."""
    if word.endswith("يا") and len(word) > 4:
        word = word[:-1]  # the accusative: «عسكرياً»
    return _same().get(word) or adjective(word)


def adjective(word: str) -> str:
    """Step 2: a folded relative adjective without gender and number; other words as they are."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word[: -len(ending)] + "ي"
    return word


def _measured(tokens: tuple[Token, ...], *, share: bool) -> tuple[Token, ...]:
    """The last measured noun before a figure with the words that say of what, within its sentence. A `share`
    in a hundred of what has a size of its own («الأسعار») is how far that moved, and measures nothing."""
    found: tuple[Token, ...] = ()
    for i, token in enumerate(tokens):
        if token.kind == "number" or token.text in (".", "؟", "!", "؛"):
            found = ()  # another sentence, or another number's
        elif token.base in _rows("measure") and not _differs(tokens, i) and not (
            share and token.base in _rows("absolute")
        ):
            rest = itertools.takewhile(_goes_on, tokens[i + 1 : i + MEASURED])
            found = (token, *rest)
    return found


def _of_years(behind: tuple[Token, ...]) -> bool:
    """Whether what stands behind a figure says that it adds up several years («خلال السنوات العشر الأخيرة»)."""
    clause = itertools.takewhile(lambda t: t.text not in MARKS and t.kind != "number", behind[:YEARS_WITHIN])
    words = [t for t in clause if t.kind == "word"]
    during = next((i for i, t in enumerate(words) if t.norm in _rows("during")), len(words))
    return any(t.base in _rows("years") for t in words[during + 1 :])


def _lasts(tokens: tuple[Token, ...], words: set[str]) -> bool:
    """Whether a word of a state stands before a figure in its sentence, and it counts no victims."""
    if words & _rows("toll"):
        return False
    found = False
    for token in tokens:
        if token.text in (".", "؟", "!", "؛"):
            found = False
        elif token.base in _rows("level") or token.norm in _rows("level"):
            found = True
    return found


def _goes_on(token: Token) -> bool:
    """Whether a word still belongs to the measured noun's phrase: not «… الذين», «… بين», «… بمقدار»."""
    if token.kind != "word" or set(token.proclitics) & set("سبكف") or len(token.norm) == 1:
        return False
    if token.base in function_words() or token.norm in function_words():
        return False
    return token.base not in _rows("reach")


def _differs(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether a number after the measured noun at `i` is a difference: «رفع المنسوب خمسة أمتار»."""
    if i == 0 or tokens[i - 1].base not in _rows("change"):
        return False
    return tokens[-1].norm not in ("الي", "عند")


@cache
def _units() -> frozenset[str]:
    """The words of units: such a thing says in what a number is measured, not what."""
    return _rows("generic") | {plain(fold(w)) for r in table("units") for w in r["words"].split()}


@cache
def _nationalities() -> frozenset[str]:
    """The adjectives of countries, as `plain` leaves them."""
    return frozenset(plain(fold(r["name"])) for r in table("demonyms"))


@cache
def _rows(name: str) -> frozenset[str]:
    return frozenset(
        fold(w) for r in table("figure_things") if r["class"] == name for w in r["words"].split()
    )


@cache
def _same() -> dict[str, str]:
    """Folded word -> the first word of its row."""
    out: dict[str, str] = {}
    for row in table("figure_things"):
        if row["class"] == "thing":
            first, *_ = words = row["words"].split()
            out |= {fold(w): fold(first) for w in words}
    return out
