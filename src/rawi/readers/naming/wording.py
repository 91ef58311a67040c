"""A name's words as they are compared: an elided article put back, heads that tell nothing left aside."""

from __future__ import annotations

from functools import lru_cache
from itertools import takewhile

from rawi.arabic import frequencies
from rawi.arabic.letters import fold
from rawi.arabic.spellings import spelling
from rawi.arabic.words import token
from rawi.readers.naming import lexicons

_PLACE_HEADS = frozenset(
    map(fold, ("مدينة", "محافظة", "إقليم", "ولاية", "قاعدة", "بلدة", "قرية", "العاصمة", "مخيم", "معسكر",
               "منطقة", "جزيرة"))
)  # fmt: skip


def unelided(name: str) -> str:
    """A name as it is written alone: «للجنة العليا» is «اللجنة العليا», «للعراق» «العراق».

    >>> unelided("للاجئين"), unelided("للجيش"), unelided("لليمن")
    ('اللاجئين', 'الجيش', 'اليمن')
    """
    first, *_ = name.split(maxsplit=1) or [""]
    if not first.startswith("لل"):
        return name
    long = "الل" + first[2:]
    return (long if token(first).stem == fold(long) else "ال" + first[2:]) + name[len(first) :]


PLURAL = 2.5  # Zipf value from which a plural in «ين» is in use
OF_STATE = frozenset(
    map(fold, ("حكومة", "جيش", "برلمان", "سفارة", "قنصلية", "منتخب", "شرطة", "رئاسة", "نظام", "مخابرات",
               "استخبارات"))
)  # fmt: skip
"""Heads whose country may follow as a noun or as an adjective: «حكومة لبنان», «الحكومة اللبنانية»."""
_FORCES = frozenset(map(fold, ("التحالف", "الجيش", "الشرطة")))


@lru_cache(maxsize=50_000)
def words_of(text: str, type_: str) -> tuple[str, ...]:
    """The words that tell a name apart: folded, each in its first spelling, without marks.

    «قوات التحالف» is «التحالف», «محافظة الأنبار» is «الأنبار»; «للتحالف» is «التحالف», «حكومة لبنان»
    «الحكومة اللبنانية», «وزارة خارجية لبنان» «وزارة الخارجية اللبنانية».
    """
    words = "".join(c if c.isalnum() or c == " " else " " for c in fold(unelided(text))).split()
    if type_ != "person":
        words = ["ال" + spelling(w[2:]) if w.startswith("ال") else spelling(w) for w in words]
    if type_ == "group" and words:  # «الأميركيون», «الأمريكيين»
        words[0] = words[0].removesuffix("ون") + "ين" if words[0].endswith("ون") else words[0]
    if words and words[0].endswith("نا") and words[0][:-2] in lexicons.heads():
        words[0] = "ال" + words[0][:-2]  # «قواتنا المسلحة»
    if type_ == "place" and len(words) > 1 and words[0] in _PLACE_HEADS:
        words = words[1:]
    if type_ == "organization" and len(words) > 1:
        if words[0] == "قوات" and words[1] in _FORCES:
            words = words[1:]
        words = _with_adjective([words[0], *map(_oblique, words[1:])])
    if type_ == "organization" and words and words[0] in lexicons.generic("ministry"):
        words = ["وزاره", *words]  # «الخارجية الأميركية»
    return tuple(words)


def _oblique(word: str) -> str:
    """«المحافظون» as «المحافظين», where that is a word («التعاون» is no plural)."""
    other = word[:-2] + "ين"
    plural = word.startswith("ال") and word.endswith("ون") and len(word) > 6
    return other if plural and frequencies.zipf(other.removeprefix("ال")) >= PLURAL else word


def _with_adjective(words: list[str]) -> list[str]:
    """A body of state whose country stands as a noun, with the country's adjective instead."""
    ministry = words[0] == "وزاره"
    country = words[2:] if ministry else words[1:]
    if not country or not (ministry or words[0] in OF_STATE):
        return words
    entry = lexicons.phrases().get(tuple(country))
    if entry is None or entry.kind != "country":
        return words
    adjective = _adjective(entry.country, country[0])
    if not adjective:
        return words
    feminine = words[0].endswith(("ه", "ات"))
    own = [words[0], "ال" + words[1].removeprefix("ال")] if ministry else ["ال" + words[0]]
    return [*own, "ال" + adjective + ("ه" if feminine else "")]


@lru_cache(maxsize=4096)
def _adjective(country: str, printed: str) -> str:
    """The adjective of a country (ISO 3166-1 alpha-2), most like its printed name: «مصر» مصري; or ''."""
    own = [w for w, code in lexicons.demonyms().items() if code == country and w.endswith("ي")]
    own = [w for w in own if spelling(w) == w] or own
    bare = printed.removeprefix("ال")

    def alike(word: str) -> tuple[int, float, str]:
        same = takewhile(lambda pair: pair[0] == pair[1], zip(bare, word, strict=False))
        return len(list(same)), frequencies.zipf(word), word

    return max(own, key=alike, default="")
