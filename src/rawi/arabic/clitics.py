"""Splits a word from the particles written onto it, where the remainder is really a word.

1. Closed    function words with their pronouns and particles («عليها», «ولذلك») come from
             lexicon/particles.tsv, every combination of them but what looks like one («فتحت»)
2. Model     other words go through a character CRF (segmenter.crfsuite; card in segmenter.md)
3. Guards    no pronoun behind the article or tanween; a word written far oftener than particle and
             remainder would be stays whole («لجنة»)

>>> split("وقال", "وقال").proclitics, split("وزير", "وزير").proclitics
(('و',), ())
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import pycrfsuite

from rawi.arabic.clitic_features import PRONOUNS, TANWEEN, features, strength
from rawi.arabic.frequencies import table
from rawi.arabic.letters import fold, letter_places
from rawi.errors import ModelError
from rawi.lexicon import load

ARTICLE = "ال"
MODEL = "segmenter.crfsuite"
CERTAIN_WHOLE = 24  # tenths of Zipf above what a particle and the rest would give; cross-validated
RARER = 25  # tenths of Zipf: how much rarer than its verb a word with و and س must be
COMMON = 45  # tenths of Zipf from which that is trusted
LONGEST = 24  # letters; longer runs are no Arabic words
WRITTEN = 30  # tenths of Zipf from which a word in ة is one, and no pronoun spelt so
_NAMED_WITHOUT_ARTICLE = 35  # tenths of Zipf: «اللجنة» is written, «اللبنان» is not


@dataclass(frozen=True, slots=True)
class Split:
    """How a word parts. Lengths count letters of the word as `frequencies.key` spells it.

    `article`: what of the article is not written after ل: "" nothing, "ا" its alef («للعراق» is ل +
    «العراق»), "ال" all of it («للجنة» is ل + «اللجنة»).
    """

    proclitics: tuple[str, ...]
    enclitic: str
    article: str = ""

    @property
    def front(self) -> int:
        """Letters of the word before its stem."""
        return sum(map(len, self.proclitics))


WHOLE = Split((), "")


def split(key: str, printed: str) -> Split:
    """How a word parts: `key` as `frequencies.key` spells it, `printed` as it stands."""
    if key in _whole():
        return WHOLE
    closed = _closed().get(fold(key))
    noun = len(key) > 2 and key[-1] == "ة" and table().get(key, 0) >= WRITTEN  # «آلية» is no «إليه»
    if closed is not None and not (closed.enclitic and noun):  # 1
        return closed
    if not 2 < len(key) <= LONGEST:
        return WHOLE
    bare = "".join(c for c in printed if fold(c))
    rows = features(key, bare if len(bare) == len(key) else key, printed)
    labels = "".join(_model()[1].tag(rows))  # 2
    return _guarded(key, printed, max(labels.find("S"), 0), labels.find("E"))  # 3


def has_article(written: str, folded: str) -> bool:
    """Whether a stem opens with the article. `written` is as printed, `folded` its fold."""
    if len(folded) < 4 or not folded.startswith(ARTICLE) or written[0] in "أإآ":
        return False
    exact, prefixes = _alef_lam()
    return folded not in exact and not folded.startswith(prefixes)


def _guarded(key: str, printed: str, front: int, back: int) -> Split:
    """Step 3. `front` and `back` are where the model begins the stem and the pronoun (-1: none)."""
    costs = _costs()
    if any(c not in costs for c in key[:front]):
        front = 0
    front += _second_particle(key, printed, front)
    rest = key[front:]
    if back > 0 and (
        key[back:] not in PRONOUNS
        or back <= front + 1
        or has_article(rest, fold(rest))
        or not TANWEEN.isdisjoint(printed)
    ):
        back = -1
    stem = key[front : back if back > 0 else len(key)]
    after_lam = front > 0 and key[front - 1] == "ل" and stem[0] == "ل" and len(stem) > 2
    opened = table().get(ARTICLE + stem[1:], 0) if after_lam else 0
    if front and back < 0 and not rest.startswith(ARTICLE):
        expected = max(strength(rest), opened) - sum(costs[c] for c in key[:front])
        whole = table().get(key, 0)
        if key[0] in "بكل" and key[-1] == "ا" and len(key) > 4:  # «بيانا» is «بيان» in the accusative
            whole = max(whole, table().get(key[:-1], 0))
        if whole >= max(COMMON, expected + CERTAIN_WHOLE):
            return WHOLE
    article = ""
    if after_lam:
        doubled = table().get(ARTICLE + stem, 0)
        if opened or not strength(stem):
            article = "ا"
        if doubled > opened and doubled >= _NAMED_WITHOUT_ARTICLE:
            article = ARTICLE
        elif strength(stem) > opened + 10:
            article = ""
    return Split(tuple(key[:front]), key[back:] if back > 0 else "", article)


def _second_particle(key: str, printed: str, front: int) -> int:
    """How many more letters are particles, by what the word without its و or ف would lose:
    1 in «ولغاية» where only و was taken, 2 in «وسيطلع» where nothing was.
    """
    if key[0] not in "وف" or len(key) < 4 or front > 1:
        return 0
    if front == 0 and not (key[1] == "س" and len(key) > 5):
        return 0
    inner = split(key[1:], printed[letter_places(printed)[1] :])
    if front == 1:
        return int(inner.proclitics != () and inner.proclitics[0] not in "وف")
    stem = key[2 : len(key) - len(inner.enclitic)]
    future = inner.proclitics == ("س",) and table().get(key, 0) + RARER < strength(stem)
    return 2 if future else 0


@cache
def _closed() -> dict[str, Split]:
    """Step 1: folded word -> how it parts."""
    found: dict[str, Split] = {}
    rows = load.table("particles")
    pronouns = [p for p in PRONOUNS if p not in ("ي", "ني")]
    for row in sorted(rows, key=lambda r: r["host"], reverse=True):
        for conjunction in ("", "و", "ف"):
            for preposition in ["", *row["after"].split()]:
                front = tuple(p for p in (conjunction, preposition) if p)
                for pronoun in ["", *(pronouns if row["host"] == "yes" else [])]:
                    word = "".join(front) + row["word"] + pronoun
                    found.setdefault(word, Split(front, pronoun))
    for row in rows:
        found[row["word"]] = WHOLE
    for preposition in "بل":  # «به», «لهم»: the preposition is the stem
        for conjunction in ("", "و", "ف"):
            for pronoun in pronouns:
                front = tuple(conjunction)
                found[conjunction + preposition + pronoun] = Split(front, pronoun)
    return found


@cache
def _costs() -> dict[str, int]:
    """Proclitic -> minus the log10 of how often a word bears it, in tenths."""
    rows = [r for r in load.table("clitics") if r["kind"] not in ("pronoun", "whole")]
    return {r["form"]: round(10 * float(r["cost"])) for r in rows}


@cache
def _whole() -> frozenset[str]:
    return frozenset(r["form"] for r in load.table("clitics") if r["kind"] == "whole")


@cache
def _alef_lam() -> tuple[frozenset[str], tuple[str, ...]]:
    rows = load.table("alef_lam")
    return (
        frozenset(r["word"] for r in rows if r["match"] == "exact"),
        tuple(r["word"] for r in rows if r["match"] == "prefix"),
    )


@cache
def _model() -> tuple[bytes, Any]:
    """The model's bytes, which the tagger reads in place and must outlive it, and the tagger.

    Raises ModelError where the model is missing or broken.
    """
    tagger = pycrfsuite.Tagger()
    try:
        data = files("rawi.arabic").joinpath(MODEL).read_bytes()
        tagger.open_inmemory(data)
    except (OSError, ValueError) as error:
        raise ModelError("the word segmenter cannot be opened", source=MODEL) from error
    return data, tagger
