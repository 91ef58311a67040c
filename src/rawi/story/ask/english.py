"""A question in English: its words as the stems that an Arabic article would have for them, and its dates."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from babel import Locale

from rawi.arabic.grammar import function_words
from rawi.arabic.letters import fold
from rawi.lexicon import table, words
from rawi.records import Days
from rawi.store.words import name_key
from rawi.story.ask.stem import stem

LATIN = "latin:"  # before a word of an English question that no dictionary knows: it may be a name
_LONGEST = 5  # words of a name
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'’-]*")
_DATE = re.compile(r"(?:(?P<month>[A-Z][a-z]+)\s+)?(?P<year>(?:19|20)\d\d)")


def terms(text: str, passed_over: frozenset[str]) -> list[tuple[str, ...]]:
    """For each word looked for, the stems that will do. `passed_over`: words that carry no topic.

    1. names of places, bodies and outlets, the longest first; 2. numbers and the dictionary; 3. what no
    dictionary knows may be a name, where it is written as one (or nothing in the question is)
    """
    parts = [re.sub(r"['’]s?$", "", w) for w in _WORD.findall(text)]
    capitals = any(p != p.lower() for p in parts[1:])  # «al-Wardi» too
    out: list[tuple[str, ...]] = []
    at = 0
    while at < len(parts):
        # 1.
        size, found = _name(parts, at)
        if found and (size > 1 or not capitals or parts[at] != parts[at].lower()):
            out += [(s,) for s in found]
            at += size
            continue
        word = parts[at].casefold()
        at += 1
        if word in months() and any(p.isdigit() for p in parts[max(0, at - 2) : at + 1]):
            out.append(_month(months()[word]))
            continue
        if word in passed_over or word in _grammar():
            continue
        # 2.
        known = (word,) if word.isdigit() else _looked_up(word)
        if known:
            out.append(known)
        # 3.
        elif not capitals or parts[at - 1] != word:
            out.append((LATIN + word,))
    return list(dict.fromkeys(out))


def days(text: str) -> list[Days]:
    """The months and years that an English question names: «March 2024», «2021»."""
    out = []
    for match in _DATE.finditer(text):
        year = int(match["year"])
        month = months().get((match["month"] or "").casefold())
        last = monthrange(year, month or 12)[1]
        out.append(Days(date(year, month or 1, 1), date(year, month or 12, last)))
    return out


@cache
def months() -> dict[str, int]:
    """English names of months, folded, with their numbers."""
    locale = Locale("en")
    return {
        name.casefold(): number
        for width in ("wide", "abbreviated")
        for number, name in locale.months["format"][width].items()
    }


@cache
def _month(number: int) -> tuple[str, ...]:
    """The stems of a month's Arabic names."""
    rows = (
        r
        for r in table("months")
        if r["calendar"] == "gregorian" and r["number"] == str(number) and r["strength"] != "full"
    )
    names = (w for row in rows for w in row["name"].split())
    return tuple(dict.fromkeys(stem(name_key(w)) for w in names))


def _name(parts: list[str], at: int) -> tuple[int, tuple[str, ...]]:
    names = _names()
    for size in range(min(_LONGEST, len(parts) - at), 0, -1):
        name = names.get(" ".join(parts[at : at + size]).casefold())
        if name:
            words = (w for w in name_key(name).split() if w not in function_words())
            return size, tuple(stem(w) for w in words)
    return 0, ()


def _looked_up(word: str) -> tuple[str, ...]:
    """The stems for an English word, by itself or by the word that it is a form of."""
    known = _dictionary()
    arabic = next((known[form] for form in _forms(word) if form in known), "")
    keys = (name_key(w) for w in arabic.split())
    return tuple(dict.fromkeys(stem(key) for key in keys if key))


def arabic(words: Iterable[str]) -> list[str]:
    """The Arabic words, folded, that the dictionary has for English ones."""
    known = _dictionary()
    found = (next((known[f] for f in _forms(word) if f in known), "") for word in words)
    return [fold(w) for held in found for w in held.split()]


def _forms(word: str) -> Iterator[str]:
    """A word, and what it is where its ending is one of number, tense or a doer's."""
    yield word
    for ending, becomes in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            base = word.removesuffix(ending)
            yield base + becomes
            if not becomes and len(base) > 3 and base[-1] == base[-2]:
                yield base[:-1]  # stopped, planning


_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""),
    ("ing", "e"), ("er", ""), ("er", "e"), ("ers", ""), ("ers", "e"), ("ly", ""),
)  # fmt: skip


# Arabic words stay as printed until they are looked up: to split thousands of them takes a second.
@cache
def _dictionary() -> dict[str, str]:
    """English word -> the Arabic ones that an article would have."""
    return {row["english"]: row["arabic"] for row in table("english_words")}


@cache
def _names() -> dict[str, str]:
    """English name of a place, a body or a nation, folded -> its Arabic name."""
    found: dict[str, str] = {}
    for lexicon in ("places_extra", "organizations", "places"):
        for row in table(lexicon):
            if row["english"]:
                found.setdefault(row["english"].casefold(), row["name"])
    for row in table("english_demonyms"):
        found.setdefault(row["english"], row["arabic"])
    return found


@cache
def _grammar() -> frozenset[str]:
    return words("english_function_words", "word")
