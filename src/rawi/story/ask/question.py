"""A question taken apart: the words to look for, the kind of answer wanted, who and when it is about."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel import Locale

from rawi.arabic.analysis import analyse
from rawi.arabic.grammar import function_words
from rawi.arabic.letters import fold
from rawi.lexicon import table, words
from rawi.pipeline import STAGES, read_document
from rawi.records import Days, Reading
from rawi.sources.document import Document
from rawi.store.words import name_key
from rawi.story.ask.stem import stem, stems

_ATTRIBUTION = re.compile(
    r"(?:بحسب|وفق|وفقا ل|حسب|في رأي|في نظر|قال|يقول|تقول|موقف|according to|says?|said|view)\s*(?P<who>[^؟?،,]+)"
)
LATIN = "latin:"  # before a word of an English question that no dictionary knows: it may be a name
_ENGLISH_DATE = re.compile(r"(?:(?P<month>[A-Z][a-z]+)\s+)?(?P<year>(?:19|20)\d\d)")
_OF_ARTICLE = re.compile(r"مقال|تقرير|خبر|article|report|story", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Question:
    """`terms`: for each word looked for, the stems that will do (several for an English word).

    `shapes`: who | when | number | where | whether | why | how | what. `speakers`: keys of names that the
    question attributes words to. `days`: the dates it names; `of_article`: those are an article's own.
    """

    text: str
    terms: tuple[tuple[str, ...], ...]
    shapes: frozenset[str]
    speakers: tuple[str, ...]
    days: tuple[Days, ...]
    of_article: bool
    english: bool


def parse(text: str) -> Question:
    """Take a question apart. Any string is accepted."""
    letters = [c for c in text if c.isalpha()]
    english = bool(letters) and sum(c.isascii() for c in letters) > len(letters) / 2
    terms = _english_terms(text) if english else _arabic_terms(text)
    reading = _dated(text) if text.strip() else None
    days = [t.date for t in reading.times if t.date and t.date.begin] if reading else []
    days += _english_days(text) if english else []
    of_article = _OF_ARTICLE.search(text) is not None
    if of_article:  # its words say which article, not what stands in it
        said_in = (
            {s for t in reading.times for s in stems(analyse(t.text).tokens)} if reading else set()
        )
        terms = [t for t in terms if not set(t) & said_in and not (set(t) & _article_words())]
    said = _ATTRIBUTION.search(text)
    return Question(
        text, tuple(terms), _shapes(text), (name_key(said["who"]),) if said else (), tuple(days),
        of_article, english,
    )  # fmt: skip


def _dated(text: str) -> Reading:
    """The question read for its times: nothing else of it is wanted."""
    stages = tuple(stage for stage in STAGES if stage.gives == "times")
    return read_document(Document(source="question", text=text), stages=stages)


def _shapes(text: str) -> frozenset[str]:
    found = set()
    for place, token in enumerate(t for t in analyse(text).tokens if t.kind != "mark"):
        for word in dict.fromkeys(
            (token.norm.casefold(), token.stem, token.norm.removeprefix("و"))
        ):
            shape = _shape_words().get(word)
            if shape and (shape != "whether" or place == 0) and (word != "من" or place == 0):
                found.add(shape)
    return frozenset(found or {"what"})


@cache
def _shape_words() -> dict[str, str]:
    return {fold(row["word"]): row["shape"] for row in table("question_words")}


def _arabic_terms(text: str) -> list[tuple[str, ...]]:
    tokens = [
        t for t in analyse(text).tokens
        if t.norm not in _shape_words() and t.norm.removeprefix("و") not in _shape_words()
    ]  # fmt: skip
    return [(s,) for s in dict.fromkeys(stems(tokens))]


def _english_terms(text: str) -> list[tuple[str, ...]]:
    """1. names of places, bodies and outlets, the longest first; 2. the dictionary; 3. numbers."""
    left = " ".join(re.findall(r"[a-z0-9][a-z0-9'’-]*", text.casefold()))
    out: list[tuple[str, ...]] = []
    # 1.
    names = _english_names()
    parts = left.split()
    at = 0
    while at < len(parts):
        for size in range(min(5, len(parts) - at), 0, -1):
            phrase = " ".join(parts[at : at + size]).removesuffix("'s")
            if phrase in names:
                out += [(s,) for s in names[phrase]]
                at += size
                break
        else:
            word = parts[at].removesuffix("'s")
            at += 1
            if word in _english_grammar() or word in _shape_words():
                continue
            # 2.
            found = _dictionary().get(word) or _dictionary().get(word.rstrip("s"))
            if found:
                out.append(found)
            # 3.
            elif word.isdigit():
                out.append((word,))
            else:
                out.append((LATIN + word,))
    return list(dict.fromkeys(out))


@cache
def _dictionary() -> dict[str, tuple[str, ...]]:
    return {
        row["english"]: tuple(dict.fromkeys(stem(_key(w)) for w in row["arabic"].split()))
        for row in table("english_words")
    }


def _key(word: str) -> str:
    return name_key(word)


@cache
def _english_names() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for lexicon in ("places_extra", "organizations", "places"):
        for row in table(lexicon):
            if row["english"]:
                keys = tuple(
                    stem(w) for w in name_key(row["name"]).split() if w not in function_words()
                )
                found.setdefault(row["english"].casefold(), keys)
    for row in table("english_demonyms"):
        found.setdefault(row["english"], tuple(stem(w) for w in name_key(row["arabic"]).split()))
    return found


@cache
def _english_grammar() -> frozenset[str]:
    return words("english_function_words", "word")


def _english_days(text: str) -> list[Days]:
    """The months and years that an English question names: «March 2024», «2021»."""
    out = []
    for match in _ENGLISH_DATE.finditer(text):
        year = int(match["year"])
        month = _months().get((match["month"] or "").casefold())
        last = monthrange(year, month or 12)[1]
        out.append(Days(date(year, month or 1, 1), date(year, month or 12, last)))
    return out


@cache
def _months() -> dict[str, int]:
    locale = Locale("en")
    return {
        name.casefold(): number
        for width in ("wide", "abbreviated")
        for number, name in locale.months["format"][width].items()
    }


@cache
def _article_words() -> frozenset[str]:
    return frozenset(stem(fold(w)) for w in ("مقال", "مقالة", "تقرير", "خبر")) | {
        LATIN + w for w in ("article", "report", "story", *_months())
    }
