"""The name of an entity for readers of English.

1. listed      the gazetteer's own English name («الأمم المتحدة» United Nations)
2. composed    a body, a group or somebody without a name, whose words are all common ones, is put into
               English word by word: «القوات الأمنية العراقية» Iraqi Security Forces. Adjectives come
               before the noun in the opposite order, nouns of an idafa before what they belong to, «ل» is
               for, «في» in and «و» and
               «مديرية الدريهمي», a place, is Al-Darihmi District, whether its name is known or not
3. spelled     everything else, persons above all, in Latin letters (arabic/romanize.py)

A reading aid: the Arabic stays beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from rawi.arabic.letters import fold
from rawi.arabic.romanize import familiar, romanize
from rawi.lexicon import load
from rawi.readers.naming import lexicons

LONGEST = 3  # words in an entry of the lexicon
OWN = 3  # words of a proper name that a body may be called after («حكومة …»)
_SIDES = {"Northern": "North", "Southern": "South"}
_WITHIN = {"في", "لدى", "داخل"}
_MARKS = "\"'«»“”،,.()"
_ENDINGS = ("", "ه", "ين", "ون", "ات", "تان", "يون", "يين")


@dataclass(slots=True)
class _Part:
    """One noun with what stands before it in English."""

    nouns: list[str] = field(default_factory=list)
    adjectives: list[str] = field(default_factory=list)

    def add(self, adjective: str) -> None:
        """One more adjective, in the order of the Arabic; «الكوري الجنوبي» is South Korean."""
        if adjective in _SIDES and self.adjectives and self.adjectives[-1] in _nationalities():
            self.adjectives[-1] = f"{_SIDES[adjective]} {self.adjectives[-1]}"
        else:
            self.adjectives.append(adjective)

    def text(self) -> str:
        """In English order: whose it is, of what kind, of what."""
        ordered = sorted(
            reversed(self.adjectives),
            key=lambda a: (a not in _words_of("first"), a.split()[-1] not in _nationalities()),
        )
        return " ".join([*ordered, *self.nouns])


def in_english(name: str, kind: str, key: str = "") -> str:
    """`name`, of a type of records.md, for readers of English. `key`: its entry in the gazetteer, if any."""
    known = lexicons.entries().get(key)
    if known is not None:
        return known.english
    if kind == "person":
        listed = lexicons.phrases().get(lexicons.phrase(name))
        return listed.english if listed is not None and listed.type == kind else romanize(name)
    if kind == "place":
        found = _sited(name, "site") or composed(name, kind) or _sited(name, "head")
        return found or romanize(name)
    return composed(name) or romanize(name)


def _sited(name: str, part: str) -> str | None:
    """A place by its kind and its name: «مديرية الدريهمي» Al-Darihmi District."""
    first, _, rest = name.partition(" ")
    site = _table(part).get((_bare(fold(first)),))
    if site is None or not rest.strip(_MARKS):
        return None
    rest = rest.strip(_MARKS)
    proper = _proper(rest, "place") or romanize(rest)
    return f"{site} {proper}" if site == "Mount" else f"{proper} {site}"


def called(name: str) -> str | None:
    """`name`, whose type is not told, for readers of English; None where it is not plainly a name that can be
    spelled, nor words that can be put into English («مسؤول سعودي رفيع المستوى» Senior Saudi Official)."""
    known = lexicons.phrases().get(lexicons.phrase(name))
    if known is not None:
        return known.english
    words = name.split()
    if not words:
        return None
    english = composed(name)
    if english is None and (
        fold(words[0]) in lexicons.given_names() or all(map(familiar, words))
    ):
        return romanize(name)
    return english


def composed(name: str, kind: str = "") -> str | None:
    """Step 2, or None where a word is not known. `kind`: "place" where a place is meant.

    >>> composed("وزارة الدفاع الروسية")
    'Russian Defence Ministry'
    >>> composed("المرصد السوري لحقوق الإنسان")
    'Syrian Observatory for Human Rights'
    """
    printed = [w.strip(_MARKS) for w in name.replace("#", "").replace("_", " ").split()]
    printed = [w for w in printed if fold(w)]
    words = [fold(w) for w in printed]
    if len(words) == 1:
        return _people(words[0])
    head, at = _entry("head", [_bare(words[0]), *words[1:]], 0) if words else (None, 0)
    if head is None:
        return None
    part, tail = _Part(), ""
    own: list[str] = []
    whole = lexicons.phrases().get(lexicons.phrase(" ".join(printed[at:])))
    if whole is not None and whole.type == "place":  # «معهد الشرق الأوسط»
        own, at = printed[at:], len(words)
    while at < len(words):
        word = words[at]
        if word[0] == "ل" and not own:
            rest = _rest([_bare(word[1:] if word[1:2] != "ل" else word[2:]), *words[at + 1 :]])
            if rest is not None:
                tail = f" for {rest}"
                break
        if word[0] == "و" and len(word) > 4 and part.nouns:
            noun, after = _entry("modifier", [*words[:at], word[1:], *words[at + 1 :]], at)
            if noun is not None:
                part.nouns[-1] += "," if _more(words, after) else " and"
                part.nouns.append(noun)
                at = after
                continue
        if word in _WITHIN and not own:
            where = _proper(" ".join(printed[at + 1 :])) or composed(" ".join(printed[at + 1 :]))
            if where is not None:
                tail = f" in {where}"
                break
        noun, after = _entry("modifier", words, at)
        phrase, behind = _entry("adjective", words, at)
        adjective = phrase or _adjective(word)
        if (
            noun is not None
            and not part.adjectives
            and not (adjective and at == 1 and after == at + 1)
        ):
            part.nouns.append(noun)
        elif adjective is not None:
            part.add(adjective)
            after = behind if phrase else at + 1
        elif len(own) < OWN and not part.adjectives and not part.nouns:
            own.append(printed[at])
            after = at + 1
        else:
            return None
        at = after
    if own:
        proper = _proper(" ".join(own), kind)
        if proper is None or part.nouns:
            return None
        part.nouns.append(proper.removesuffix(f" {head}"))
    if part.nouns and head in _words_of("person"):
        return None  # «رئيس لجنة …», «مسؤول ملف …» would need words of their own
    if head == "Union" and tail:  # «الاتحاد الفرنسي لكرة القدم»
        return f"{part.text()} {tail.removeprefix(' for ')} Federation".strip()
    return f"{part.text()} {head}{tail}".strip()


def _more(words: list[str], at: int) -> bool:
    return at < len(words) and words[at][0] == "و"


def _rest(words: list[str]) -> str | None:
    """What follows «ل»: nouns and their adjectives, all known."""
    part, at = _Part(), 0
    while at < len(words):
        noun, after = _entry("modifier", words, at)
        adjective = _adjective(words[at])
        if noun is not None:
            part.nouns.append(noun)
        elif adjective is not None and part.nouns:
            part.add(adjective)
            after = at + 1
        else:
            return None
        at = after
    return part.text() or None


def _people(word: str) -> str | None:
    """«العراقيين» Iraqis: a plural of a nation's adjective; and a common noun alone («الفصائل»)."""
    bare = _bare(word)
    for ending in ("ين", "ون"):
        adjective = bare.removesuffix(ending)
        if adjective != bare and (adjective in _nations() or adjective + "ي" in _nations()):
            english = _nations().get(adjective) or _nations()[adjective + "ي"]
            if english.endswith("ern"):
                return f"{english}ers"
            return f"{english}s" if english.endswith(("n", "i", "k")) else f"the {english}"
    return _table("head").get((bare,))


def _proper(name: str, kind: str = "") -> str | None:
    """A proper name inside another: one that the gazetteer has, or that English knows to spell; `kind`: that of
    the other («ميناء الفاو» is no body's)."""
    known = lexicons.phrases().get(lexicons.phrase(name))
    if kind == "place":
        known = lexicons.places_like_bodies().get(lexicons.phrase(name), known)
    if known is not None:
        return known.english
    return romanize(name) if all(map(familiar, name.split())) else None


def _entry(part: str, words: list[str], at: int) -> tuple[str | None, int]:
    for size in range(min(LONGEST, len(words) - at), 0, -1):
        found = _table(part).get(tuple(_bare(w) for w in words[at : at + size]))
        if found is not None:
            return found, at + size
    return None, at


def _adjective(word: str) -> str | None:
    stems = ((_bare(word).removesuffix(ending),) for ending in _ENDINGS)
    return next((found for stem in stems if (found := _table("adjective").get(stem))), None)


def _bare(word: str) -> str:
    return word.removeprefix("ال") if len(word) > 4 else word


@cache
def _table(part: str) -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for row in load.table("english_names"):
        if row["part"] == part:
            key = tuple(_bare(w) for w in fold(row["arabic"]).split())
            found.setdefault(key, row["english"])
    if part == "adjective":
        for adjective, english in _nations().items():
            for form in (adjective, _bare(adjective)):  # the «ال» of «ألماني» is its own
                found.setdefault((form,), english)
    return found


@cache
def _nations() -> dict[str, str]:
    """Adjectives of countries and peoples: those that questions in English know too, then the rarer ones."""
    found: dict[str, str] = {}
    for row in load.table("english_demonyms"):
        if row["arabic"].endswith("ي"):
            found.setdefault(fold(row["arabic"]), row["english"].capitalize())
    for row in load.table("english_names"):
        if row["kind"] == "nation":
            found.setdefault(fold(row["arabic"]), row["english"])
    return found


@cache
def _words_of(kind: str) -> frozenset[str]:
    """The English of the lexicon's words of a kind."""
    return frozenset(r["english"] for r in load.table("english_names") if r["kind"] == kind)


@cache
def _nationalities() -> frozenset[str]:
    return frozenset(_nations().values())
