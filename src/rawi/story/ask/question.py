"""A question taken apart: the words to look for, the kind of answer wanted, who and when it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rawi.arabic.analysis import analyse
from rawi.arabic.letters import fold
from rawi.lexicon import table
from rawi.records import Article, Days, Reading, Span, Time
from rawi.store.words import name_key
from rawi.story.ask import asked, english
from rawi.story.ask.english import LATIN
from rawi.story.ask.stem import forms, stem, stems

_ATTRIBUTION = re.compile(
    r"\b(?:بحسب|وفق|وفقا ل|حسب|رأي|نظر|قالت?|[يت]قول|صرحت?|أعلنت?|كتبت?|موقف|according to|says?|said|view of)"
    r"\s+"
    r"(?P<who>.+?)\s*(?:[؟?،,]|\b(?:عن|بشأن|حول|في|من|إن|أن|بعد|قبل|على|say|write|announce|of|on|about|in|that)\b|$)"
)
_WHICH = frozenset({"اي", "ايه", "اين", "متي", "خلال"})  # behind «من»: it asks for nobody
_BESIDE = 3  # words behind «أي» and «ما» in which a noun says what is sought
_LATIN_LETTERS = re.compile(r"[A-Za-z0-9]+")
_OF_ARTICLE = re.compile(
    r"\b(?:ال)?(?:مقالة?|تقرير|خبر)\b|\b(?:article|report|story)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Question:
    """`terms`: for each word looked for, the stems that will do (several for an English word).

    `shapes`: who | when | number | where | whether | why | how | what. `speakers`: keys of names that the
    question attributes words to. `days`: the dates it names; `of_article`: those are an article's own.
    `measures`: what it wants measured (question_measures.tsv); `acts`: the acts of speech that it names.
    `spelled`: for each term the name in Latin letters that it came from ('' for none), once the names are known
    (naming.py).
    """

    text: str
    terms: tuple[tuple[str, ...], ...]
    shapes: frozenset[str]
    speakers: tuple[str, ...]
    days: tuple[Days, ...]
    of_article: bool
    english: bool
    measures: frozenset[str]
    acts: frozenset[str]
    spelled: tuple[str, ...] = ()


def parse(text: str) -> Question:
    """Take a question apart. Any string is accepted."""
    letters = [c for c in text if c.isalpha()]
    in_english = bool(letters) and sum(c.isascii() for c in letters) > len(letters) / 2
    text = english.unaccented(text) if in_english else text
    terms = _arabic_terms(text)
    if in_english:
        quoted = _arabic_terms(_LATIN_LETTERS.sub(" ", text))  # «…» in Arabic inside it
        terms = english.terms(text, _without_topic()) + quoted
    times = _times(text)
    days = [t.date for t in times if t.date and t.date.begin]
    days += english.days(text) if in_english else []
    of_article = bool(days) and _OF_ARTICLE.search(text) is not None
    if of_article:  # its words say which article, not what stands in it
        said_in = {s for t in times for s in stems(analyse(t.text).tokens)}
        said_in |= english.date_stems(text) if in_english else set()
        terms = [t for t in terms if not set(t) & said_in and not (set(t) & _article_words())]
    said = _ATTRIBUTION.search(text)
    shapes, at = _shapes(text)
    words = [t.norm.casefold() for t in analyse(text).tokens if t.kind != "mark"]
    measured = bool(shapes & {"number", "how"})
    return Question(
        text, tuple(terms), shapes, (name_key(said["who"]),) if said else (), tuple(days),
        of_article, in_english, asked.measures(words, at) if measured else frozenset(),
        asked.acts(english.arabic(words) if in_english else set(words) - _without_topic()),
    )  # fmt: skip


def _times(text: str) -> tuple[Time, ...]:
    """The times that a question names. One without a number in digits cannot be told without an article's
    date, so the reader of times is not even loaded for it."""
    if not any(c.isdigit() for c in text):
        return ()
    from rawi.readers import times

    article = Article("question", "question", text, body=(Span.of(text, 0, len(text)),))
    return times.read(article, analyse(text), Reading(article))


def _shapes(text: str) -> tuple[frozenset[str], int]:
    """The shapes of a question, and the place of the first word that says one (0 where none does)."""
    found: dict[str, int] = {}
    nouns: dict[str, int] = {}
    tokens = [t for t in analyse(text).tokens if t.kind != "mark"]
    which = len(tokens) > 1 and tokens[1].norm in _WHICH  # «من أي ميناء», «من أين»
    for place, token in enumerate(tokens):
        for word in dict.fromkeys(
            (token.norm.casefold(), token.stem, token.norm.removeprefix("و"))
        ):
            shape = _shape_words().get(word)
            if shape and (shape != "whether" or place == 0) and (
                word != "من" or (place == 0 and not which)
            ):
                (found if word in _without_topic() else nouns).setdefault(shape, place)
        kind = _sought().get(token.base) or _sought().get(token.norm.casefold())
        if kind and "what" in found and 0 < place - found["what"] <= _BESIDE:
            nouns.setdefault(kind, place)  # «في أي مدينة», "which goalkeeper"
    if found.keys() <= {"what", "how"}:  # «متى ارتفع السعر» asks for no number
        found = nouns | found
    return frozenset(found or {"what"}), min(found.values(), default=0)


@cache
def _shape_words() -> dict[str, str]:
    return {
        fold(row["word"]): row["shape"] for row in table("question_words") if row["topic"] != "beside"
    }


@cache
def _sought() -> dict[str, str]:
    """Nouns that say beside «أي» and «ما» what is sought."""
    return {fold(r["word"]): r["shape"] for r in table("question_words") if r["topic"] == "beside"}


@cache
def _without_topic() -> frozenset[str]:
    return frozenset(fold(row["word"]) for row in table("question_words") if not row["topic"])


def _arabic_terms(text: str) -> list[tuple[str, ...]]:
    tokens = [
        t for t in analyse(text).tokens
        if _without_topic().isdisjoint((t.norm, t.norm.removeprefix("و")))
    ]  # fmt: skip
    return [forms(s) for s in dict.fromkeys(stems(tokens))]


@cache
def _article_words() -> frozenset[str]:
    return frozenset(stem(fold(w)) for w in ("مقال", "مقالة", "تقرير", "خبر")) | {
        LATIN + w for w in ("article", "report", "story", *english.months())
    }
