"""The key under which a place, body, outlet or group is one across articles.

1. A name of the lexicons: its entry, so that acronyms, translations and spellings meet.
2. An office of state that every country has («الحكومة», «وزارة الخارجية»): its words and the country,
   which an adjective of one of its names gives, or else the country that most of the article's places lie
   in.
3. Anything else: its words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from rawi.lexicon.load import table
from rawi.readers.naming import lexicons
from rawi.readers.naming.wording import words_of

PARTIES = frozenset(("حزب", "تحالف", "ايتلاف"))
"""Heads of bodies that are called by a name of their own, folded: no country tells them apart in one story."""
LISTS = frozenset(("تحالف", "ايتلاف", "كتله", "قايمه"))
"""Heads that one electoral list is called by in turn, folded: «تحالف الفتح», «كتلة الفتح»."""
RANKS = frozenset(("قنصليه", "سفاره"))  # «القنصلية العامة» is no other than «القنصلية»
MOST = 0.5  # share of an article's placed mentions one country must have to be what «الحكومة» means
LED = frozenset(("اداره", "حكومه", "نظام"))  # called after whoever leads them
LEAST = 3  # and how many mentions that must rest on


@dataclass(frozen=True, slots=True)
class Key:
    """`text` tells the entity; `rule` and `score` say how it was found."""

    text: str
    rule: str
    score: float


PARLIAMENT = "برلمان"


@cache
def _parliaments() -> frozenset[tuple[str, str]]:
    """(country, what its only chamber is called): the words of lexicon/parliaments.tsv as keys have them."""
    return frozenset(
        (row["country"], " ".join(w.removeprefix("ال") for w in words_of(row["name"], "organization")))
        for row in table("parliaments")
    )


def country_of(forms: Iterable[str]) -> str | None:
    """The one country that most of these place names lie in, or None."""
    found: Counter[str] = Counter()
    for form in forms:
        entry = lexicons.phrases().get(lexicons.phrase(form))
        if entry is not None and entry.country:
            found[entry.country] += 1
    if not found:
        return None
    (best, times), *_ = found.most_common(1)
    return best if times >= LEAST and times > MOST * found.total() else None


def people_of(name: str) -> str | None:
    """The country whose adjective stands in a name, ISO 3166-1 alpha-2, or None."""
    bare = (w.removeprefix("ال") for w in words_of(name, "organization"))
    return next((code for w in bare if (code := lexicons.demonyms().get(w))), None)


def telling(forms: Sequence[str]) -> str:
    """The form that tells most: the first with the adjective of a people, or else the first."""
    return next((f for f in forms if people_of(f)), forms[0])


def key_of(type_: str, forms: Sequence[str], article: str, country: str | None) -> Key:
    """The key of one article's entity from all its printed forms, the commonest first."""
    for form in forms:
        entry = lexicons.phrases().get(lexicons.phrase(form))
        if entry is None:
            entry = lexicons.phrases().get(words_of(form, type_))
        if entry is not None and entry.type == type_:
            return Key(entry.key, "lexicon", 0.95)
    words = words_of(telling(forms), type_)
    if type_ == "organization" and len(words) > 1 and words[0] in LISTS:
        return Key(f"{type_}:تحالف {' '.join(words[1:])}", "same words", 0.9)
    if type_ == "organization" and words[:1] and words[0] in PARTIES and len(words) > 2:
        return Key(f"{type_}:{' '.join(words)}", "same words", 0.9)
    head = lexicons.heads().get(words[0].removeprefix("ال")) if words else None
    if (
        type_ == "organization"
        and head is not None
        and (head.definite != "-" or head.word == "وزاره")
    ):
        demonyms, own = lexicons.demonyms(), people_of(" ".join(words))
        bare = [w.removeprefix("ال") for w in words]
        rest = " ".join(w for w in bare if w not in demonyms and not (w == "عامه" and head.word in RANKS))
        if head.word in LED and len(words) > 1 and not words[1].startswith("ال") and not own:
            return Key(f"organization:{' '.join(words)}", "same words", 0.9)  # «إدارة ترامب»
        if (own or country, rest) in _parliaments():
            rest = PARLIAMENT
        if own:
            return Key(f"organization:{rest}@{own}", "name with its country", 0.9)
        if country:
            return Key(f"organization:{rest}@{country}", "country of the article", 0.7)
        return Key(f"organization:{rest}@{article}", "this article only", 0.5)
    return Key(f"{type_}:{' '.join(words)}", "same words", 0.9)
