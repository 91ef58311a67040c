"""A text becomes words, numbers and marks, each word parted from the particles written onto it.

A word is a run of letters of one script with their marks and joiners; a number is digits with the
separators inside them; every other visible sign is a mark of its own. Digits after Arabic particles
(«و500») make a number with proclitics. White space, zero-width spaces, and joiners that touch no
letter belong to no token.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from rawi.arabic import clitics, frequencies
from rawi.arabic.letters import JOINERS, MARKS, TATWEEL, fold, letter_places

_LATIN = "A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_LETTER = rf"[^\W\d_{_LATIN}]"
_INSIDE = rf"[^\W\d_{_LATIN}{TATWEEL}]|[{MARKS}{TATWEEL}\u0300-\u036f]"
_NUMBER = r"\d+(?:[.,\u066b\u066c]\d+)*"
_TOKEN = re.compile(
    rf"(?P<number>(?:(?:[وف]?[بلك]?(?:ال)?{TATWEEL}*)(?=\d))?{_NUMBER})"
    rf"|(?P<latin>[{_LATIN}][{_LATIN}\d\u0300-\u036f]*(?:[-.'’&@/:][{_LATIN}\d][{_LATIN}\d\u0300-\u036f]*)*)"
    rf"|(?P<word>{_LETTER}(?:{_INSIDE})*(?:[{JOINERS}]+(?:{_INSIDE})+)*)"
    rf"|(?P<mark>[^\s\u200b{JOINERS}])"
)
_CACHE_LIMIT = 200_000  # printed words; a year of one newspaper has fewer


class Token(NamedTuple):
    """One printed word, number or mark. Offsets are code points of the text.

    `norm` is the folded word; `proclitics` the particles written onto its front (folded); `stem` what
    remains between clitics (folded, ال kept), standing at `stem_start:stem_end`; `base` the stem as a
    dictionary would list it: without ال, and with its teh marbuta or hamza back where a pronoun changed
    it; `enclitic` the pronoun at its end or ''; `definite` whether it bears the article.
    `kind`: word | number | latin | mark.

    «للعراق»: proclitics ("ل",), stem "العراق" (the article's alef is not written, so `stem_start` is at
    the second lam), base "عراق". «لـ» before a quotation mark: proclitics ("ل",) and an empty stem.
    """

    start: int
    end: int
    text: str
    norm: str
    kind: str = "word"
    proclitics: tuple[str, ...] = ()
    stem: str = ""
    stem_start: int = 0
    stem_end: int = 0
    base: str = ""
    enclitic: str = ""
    definite: bool = False


_cache: dict[str, Token] = {}


def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of `text`, in order. Any string is accepted."""
    found = []
    for match in _TOKEN.finditer(text):
        printed, start = match.group(), match.start()
        model = _cache.get(printed)
        if model is None:
            if len(_cache) >= _CACHE_LIMIT:
                _cache.clear()
            model = _cache[printed] = _read(printed, match.lastgroup or "mark")
        found.append(
            Token(
                start, start + model.end, printed, model.norm, model.kind, model.proclitics, model.stem,
                start + model.stem_start, start + model.stem_end, model.base, model.enclitic,
                model.definite,
            )
        )  # fmt: skip
    return tuple(found)


def token(word: str) -> Token:
    """One printed word as a token at offset 0: for looking words up apart from any text."""
    found = tokens(word)
    return found[0] if len(found) == 1 else _plain(word, "mark")


def _read(printed: str, kind: str) -> Token:
    """The token of one printed form, at offset 0."""
    if kind == "number":
        return _number(printed)
    if kind != "word":
        return _plain(printed, kind)
    key = frequencies.key(printed)
    norm = fold(printed)
    if not key:
        return _plain(printed, "mark")  # a tatweel alone
    if norm in _DETACHED and (printed.endswith(TATWEEL) or len(norm) == 1):
        size, (particles, definite) = len(printed), _DETACHED[norm]
        return Token(
            0, size, printed, norm, "word", particles, "", size, size, "", "", definite
        )  # fmt: skip
    part = clitics.split(key, printed)
    places = letter_places(printed)
    front, back = part.front, len(key) - len(part.enclitic)
    if len(places) != len(key):  # a letter that folds to several: no safe place to cut at
        return _plain(printed, "word")
    stem_start = places[front] if front else 0
    stem_end = places[back] if part.enclitic else len(printed)
    bare = key[front:back]
    if part.article:
        bare = clitics.ARTICLE + (bare[1:] if part.article == "ا" else bare)
    stem = fold(bare)
    definite = bool(part.article) or clitics.has_article(printed[stem_start:], stem)
    base = _base(bare[2:] if definite else bare, part.enclitic)
    return Token(
        0, len(printed), printed, norm, "word", part.proclitics, stem, stem_start, stem_end, base,
        part.enclitic, definite,
    )  # fmt: skip


def _detached() -> dict[str, tuple[tuple[str, ...], bool]]:
    """Particles that stand alone, before a quotation mark or digits: «لـ», «وبـ», «الـ»."""
    found = {}
    for conjunction in ("", "و", "ف"):
        for preposition in ("", "ب", "ل", "ك", "س"):
            for article in ("", clitics.ARTICLE):
                elided = "لل" if preposition == "ل" and article else preposition + article
                particles = tuple(p for p in (conjunction, preposition) if p)
                found[conjunction + elided] = (particles, bool(article))
    return {word: parts for word, parts in found.items() if word}


_DETACHED = _detached()


def _base(stem: str, enclitic: str) -> str:
    """A stem as listed: «محاكمت»(ها) is محاكمة, «احتوائ»(ها) is احتواء; folded."""
    if enclitic and stem.endswith("ت") and len(stem) > 3:
        listed = stem[:-1] + "ة"
        if frequencies.zipf(listed) > frequencies.zipf(stem):
            return fold(listed)
    if enclitic and stem[-2:] in ("اي", "او") and frequencies.zipf(stem[:-1] + "ء"):
        return fold(stem[:-1] + "ء")
    return fold(stem)


def _plain(printed: str, kind: str) -> Token:
    """A token that has no clitics. Its `norm` is never empty: a lone tatweel or vowel mark stays itself."""
    norm = fold(printed) or printed
    size = len(printed)
    return Token(0, size, printed, norm, kind, (), norm, 0, size, norm)


def _number(printed: str) -> Token:
    """Digits, with the particles written before them."""
    at = next(i for i, c in enumerate(printed) if c.isdigit())
    head, digits = printed[:at].replace(TATWEEL, ""), fold(printed[at:])
    definite = head.endswith(clitics.ARTICLE)
    particles = tuple(head[: len(head) - 2] if definite else head)
    return Token(
        0, len(printed), printed, head + digits, "number", particles, digits, at, len(printed),
        digits, "", definite,
    )  # fmt: skip


def segments(token: Token) -> list[str]:
    """The printed pieces of a token: each proclitic, what stands between, the pronoun."""
    places = [p - token.start for p in (token.stem_start, token.stem_end)]
    found, at = [], 0
    letters = letter_places(token.text)
    for count in range(1, len(token.proclitics)):
        if count < len(letters):
            found.append(token.text[at : letters[count]])
            at = letters[count]
    for place in places:
        if at < place:
            found.append(token.text[at:place])
            at = place
    return [*found, token.text[at:]] if at < len(token.text) else found
