"""A question in English: its words as the stems that an Arabic article would have for them, and its dates."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from babel import Locale

from rawi.arabic.letters import fold
from rawi.lexicon import table, words
from rawi.records import Days
from rawi.story.ask.stem import stem_of_entry

LATIN = "latin:"  # before a word of an English question that may be a name
_ACCENTS = frozenset(map(chr, range(0x300, 0x370)))  # the Latin ones: Arabic has marks of its own
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "đ": "d", "Ø": "O", "Ł": "L"})
_LONGEST = 5  # words of a name or a phrase
_WORD = re.compile(r"[A-Za-z0-9](?:\.[A-Za-z]\b|[A-Za-z0-9'’-])*")
_DATE = re.compile(r"(?:(?P<month>[A-Z][a-z]+)\s+)?(?P<year>(?:19|20)\d\d)")
_BEFORE_MONTH = frozenset(
    ("in", "by", "since", "until", "till", "of", "last", "next", "this", "early", "late", "mid", "during")
)


def unaccented(text: str) -> str:
    """A text with its Latin letters as English has them: «fiancée», «Erdoğan»."""
    parts = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return unicodedata.normalize("NFC", "".join(c for c in parts if c not in _ACCENTS))


def terms(text: str, passed_over: frozenset[str]) -> list[tuple[str, ...]]:
    """For each word looked for, the stems that will do; LATIN before a word that may be a name.
    `passed_over`: words that carry no topic.

    1. names of places, bodies and outlets, and phrases, the longest first; 2. numbers and the dictionary;
    3. what no dictionary knows may be a name, where it is written as one (or nothing in the question is),
    and a word beside such a name too («Rashid Stone»)
    """
    parts = [part for w in _WORD.findall(text) for part in _parts(re.sub(r"['’]s?$", "", w))]
    capitals = any(p != p.lower() for p in parts)  # «al-Wardi» too; "where did sudani go" uses none
    out: list[tuple[str, ...]] = []
    at = 0
    while at < len(parts):
        # 1.
        size, found = _together(parts, at, capitals)
        if size:
            out += found
            at += size
            continue
        name, word = parts[at], parts[at].casefold()
        at += 1
        # 2.
        written = name != word and at > 1  # as a name
        near = [parts[k].casefold() for k in (at - 2, at) if 0 <= k < len(parts)]
        if word in months() and any(w.isdigit() or w in _BEFORE_MONTH for w in near):
            out.append(_month(months()[word]))
            continue
        known = (word,) if word.isdigit() else _looked_up(name if name in _dictionary() else word)
        if known and name != word and name in _dictionary():  # an abbreviation, as printed: "IS"
            out.append(known)
            continue
        ordinary = word in passed_over or word in _grammar() or word in months()
        if ordinary and not written:
            continue
        if known and not ordinary:
            beside = written and any(_may_be_name(parts, k) for k in (at - 2, at))
            out.append((*known, LATIN + word) if beside else known)
        # 3.
        elif written or (not _has(word) and (not capitals or name != word)):
            out += [(LATIN + w,) for w in _pieces(word)]
    return list(dict.fromkeys(out))


def _parts(word: str) -> list[str]:
    """A word at its hyphens, where it is neither a name nor in the dictionary: «truck-driving»."""
    small = word.casefold()
    if word != small or "-" not in word or any(form in _dictionary() for form in _forms(small)):
        return [word]
    first, *rest = word.split("-")
    return [word] if len(first) <= 2 or first in ("ash", "adh") else [first, *rest]


def _together(parts: list[str], at: int, capitals: bool) -> tuple[int, list[tuple[str, ...]]]:
    """The words from `at` on that are a name, or a phrase of the dictionary: how many, and their stems."""
    for size in range(min(_LONGEST, len(parts) - at), 0, -1):
        words = [p.casefold() for p in parts[at : at + size]]
        name = _names().get(" ".join(words))
        if name and (size > 1 or parts[at] != words[0] or not (capitals or _looked_up(words[0]))):
            return size, [(s,) for s in filter(None, map(stem_of_entry, name.split()))]
        if size > 1 or "-" in words[0]:
            rest = words[1:]
            for first in _forms(words[0]):
                last = _forms(rest[-1]) if rest else ("",)
                for end in last:
                    key = " ".join([first, *rest[:-1], end] if rest else [first])
                    held = _dictionary().get(key)
                    if held:
                        return size, _conjoined(held)
    held = _dictionary().get(parts[at].casefold(), "")
    return (1, _conjoined(held)) if "+" in held else (0, [])


def _conjoined(held: str) -> list[tuple[str, ...]]:
    """The terms of a dictionary's entry: the words of «مجلس+الأمن» one by one, other choices with the first."""
    first, *others = held.split()
    (head, *rest), more = first.split("+"), [w for w in others if "+" not in w]
    terms = [_stems([head, *more]), *(_stems([w]) for w in rest)]
    return [term for term in terms if term]


def _may_be_name(parts: list[str], at: int) -> bool:
    """Whether a word is written as a name and no dictionary knows it."""
    if not 0 <= at < len(parts):
        return False
    word = parts[at].casefold()
    return parts[at] != word and at > 0 and not _looked_up(word) and word not in _names() | months() and (
        word not in _grammar()
    )


def _pieces(word: str) -> list[str]:
    """The words of a name with hyphens: «punggye-ri»; an Arabic article stays with its word."""
    first, *rest = word.split("-")
    if rest and (len(first) <= 2 or first in ("ash", "adh")):
        return ["-".join([first, rest[0]]), *rest[1:]]
    return [first, *rest]


def days(text: str) -> list[Days]:
    """The months and years that an English question names: «March 2024», «2021»."""
    out = []
    for match in _DATE.finditer(text):
        year = int(match["year"])
        month = months().get((match["month"] or "").casefold())
        last = monthrange(year, month or 12)[1]
        out.append(Days(date(year, month or 1, 1), date(year, month or 12, last)))
    return out


def date_stems(text: str) -> set[str]:
    """The stems of the months and years that an English question names."""
    found: set[str] = set()
    for match in _DATE.finditer(text):
        month = months().get((match["month"] or "").casefold())
        found |= {match["year"], *(_month(month) if month else ())}
    return found


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
    return _stems(names)


def _looked_up(word: str) -> tuple[str, ...]:
    """The stems for an English word, by itself or by the word that it is a form of."""
    known = _dictionary()
    arabic = next((known[form] for form in _forms(word) if form in known), "")
    return _stems(arabic.split())


def _has(word: str) -> bool:
    """Whether the dictionary has a word, be it one that carries no topic in Arabic: «outside»."""
    return any(form in _dictionary() for form in _forms(word))


def _stems(words: Iterable[str]) -> tuple[str, ...]:
    """The stems of Arabic words that carry a topic, each once."""
    return tuple(dict.fromkeys(filter(None, map(stem_of_entry, words))))


def arabic(words: Iterable[str]) -> list[str]:
    """The Arabic words, folded, that the dictionary has for English ones."""
    known = _dictionary()
    found = (next((known[f] for f in _forms(word) if f in known), "") for word in words)
    return [fold(w) for held in found for w in held.replace("+", " ").split()]


def _forms(word: str) -> Iterator[str]:
    """A word, and what it is where its ending is one of number, tense or a doer's."""
    yield word
    if word in _irregular():
        yield _irregular()[word]
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
def _irregular() -> dict[str, str]:
    """Form -> the word that it is a form of: «took» take."""
    return {row["form"]: row["word"] for row in table("english_irregular")}


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
    for row in table("english_names"):
        if row["kind"] == "nation":
            found.setdefault(row["english"].casefold(), row["arabic"])
    return found


@cache
def _grammar() -> frozenset[str]:
    return words("english_function_words", "word")
