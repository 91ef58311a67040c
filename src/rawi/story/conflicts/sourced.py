"""Whose word a denial is of, where the denial itself says so.

    clause     «ما نشرته الصحيفة عن …», «الأنباء التي تداولتها مواقع …»
    genitive   «مزاعم الشركة بأن …», «الاتهامات البلغارية بـ…»; also «مقترح الوزير …»
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from rawi.arabic.words import Token
from rawi.records import Span
from rawi.story.conflicts import lexis
from rawi.story.states import states

MOST = 10  # words of a party's name
_SAID = 6  # words between a rumour and the source that spread it
_FOUND = 3  # words of what is denied among which «مزاعم» stands
_WHICH = frozenset({"الذي", "التي"})
_NO_SOURCE = frozenset({"عن", "في", "من", "الي", "ان", "حول"})
_AGAINST = frozenset({"له", "لها", "لهم", "ضده", "ضدها", "ضدهم", "بحقه", "بحقها"})
_ATTRIBUTED = "نسب"  # «ما نسبته الصحيفة للوزير»
_RELATIVE = frozenset({"وهو", "وهي", "الذي", "التي", "الذين", "والذي", "والتي"})
_LED = frozenset("بل")  # written onto what may follow a party's name
_MARKS = frozenset("،,؛.:!؟")
_OF = frozenset(
    {"عن", "حول", "بشان", "الي", "ان", "بان", "من", "بخصوص", "والتي", "والذي", "انه", "انها", "بانه", "بانها"}
)


def sourced(
    text: str, what: Sequence[Token], until: int, named: Container[int]
) -> tuple[Span | None, Span | None]:
    """Whose word is denied, and the words that say what it was, where both are named.

    `what`: the words of what is denied, up to the end of their sentence; `until`: where the content of the
    statement ends, 0 where none was read; `named`: where words inside names start.
    """
    end = until or (what[-1].end if what else 0)
    found = _by_clause(what, named) or _by_genitive(what, named)
    if found is None:
        return None, None
    first, last, begin = found
    while last > first + 1 and lexis.is_of(what[last - 1], "temporal"):
        last -= 1  # «نشرتها الصحيفة الأحد»
    if begin >= len(what) or what[begin].start >= end:
        return None, None
    if what[begin].norm == "من" and begin + 1 < len(what) and what[begin + 1].norm not in _OF:
        return None, None  # «مزاعم فلان من خلال بيان …»: how it is denied
    inner = text[what[begin].start : end].rstrip(" .،")
    source = Span.of(text, what[first].start, what[last - 1].end)
    return source, Span(what[begin].start, what[begin].start + len(inner), inner)


def _by_clause(what: Sequence[Token], named: Container[int]) -> tuple[int, int, int] | None:
    """Where a source's name begins and ends, and where what it said begins."""
    for k, token in enumerate(what[:_SAID]):
        if not lexis.is_of(token, "spreading") or k == 0:
            continue
        if what[k - 1].norm not in ("ما", "كما", *_WHICH) and what[k - 1].norm.lstrip("ل") != "ما":
            continue
        first = k + 1
        if first < len(what) and what[first].norm in ("به", "عنه", "اليه"):
            first += 1
        to = token.norm.startswith(_ATTRIBUTED)
        last = first
        while last < len(what) and last - first < MOST and not _ends_name(what, first, last, to):
            last += 1
        if last == first or last == len(what) or what[first].norm in _NO_SOURCE:
            return None
        if what[first].norm[-1:] == "ا" and not what[first].definite and what[first].start not in named:
            return None  # «ما أثار سجالا …»: an object
        if what[last].norm == "الي" or (to and "ل" in what[last].proclitics):
            # «نسبتها الوكالة إلى مسؤولين عن …»: what they said follows
            told = next((n for n in range(last + 1, min(len(what), last + MOST)) if what[n].norm in _OF), None)
            return None if told is None else (first, last, told)
        if what[last].kind != "mark":
            return first, last, last + (not _tells(what[last]))
        onward = last + 1 < len(what) and what[last + 1].norm in _OF
        return (first, last, last + 1) if onward else None
    return None


def _by_genitive(what: Sequence[Token], named: Container[int]) -> tuple[int, int, int] | None:
    """The same of «مزاعم» with a party for its genitive; «اتهامات الفساد» are nobody's."""
    for k, token in enumerate(what[:_FOUND]):
        if not lexis.is_of(token, "accusation") or token.enclitic or token.start in named:
            continue
        if not token.definite:
            found = whose(what, k, named)
            told = found is not None and found[2] < len(what) and what[found[2]]
            # not «مزاعم فلان كدعاية»
            if not told or told.kind == "mark" or not (_tells(told) or _LED & set(told.proclitics)):
                return None
            first, last, begin = found
            adjective = what[first].start not in named and not what[first].definite
            return (k if adjective else first), last, begin  # «تقارير روسية»
        after = what[k + 1 : k + 3]
        if len(after) == 2 and after[0].definite and states(after[:1]) and "ب" in after[1].proclitics:
            return k, k + 2, k + 2  # «الاتهامات البلغارية بـ»
        return None
    return None


def whose(what: Sequence[Token], k: int, named: Container[int]) -> tuple[int, int, int] | None:
    """Where the name of a party begins and ends that is the genitive of the noun at `k`, and what stands behind
    it; None where it is nobody's."""
    last = first = k + 1
    while last < len(what) and last - first < MOST and not _tells(what[last]):
        if _LED & set(what[last].proclitics) or what[last].norm in _RELATIVE:
            break
        if last > first and _no_name(what[last], named) and not _no_name(what[last - 1], named):
            break  # «مقترح الرئيس سمير التلاوي إعادة البيع»
        last += 1
    begin = last
    while last - 1 > first and what[last - 1].start not in named and what[last - 2].start in named and (
        what[last - 1].definite
    ):
        last -= 1  # «عرض الرئيس سمير التلاوي المبدئي»
    while last > first and (what[last - 1].norm in _AGAINST or lexis.is_of(what[last - 1], "light")):
        last -= 1
    if last > first and what[first].enclitic:  # «نظيره»: who that is follows
        first = next((n for n in range(first, last) if what[n].start in named), last)
    if last == first or what[first].proclitics:
        return None
    known = what[first].start in named or states(what[first : first + 1])
    by_office = what[first].definite and lexis.is_of(what[first], "office")
    if not (known or by_office or lexis.is_of(what[first], "people")):
        return None
    return first, last, begin


def _no_name(token: Token, named: Container[int]) -> bool:
    """Whether a word cannot go on with a name: indefinite and in none."""
    return not (token.definite or token.start in named or "و" in token.proclitics)


def _ends_name(what: Sequence[Token], first: int, k: int, to: bool) -> bool:
    """Whether the name of a source that begins at `first` ends before `k`; `to`: what it says was ascribed."""
    if _tells(what[k]) or (to and "ل" in what[k].proclitics):
        return True
    # «وسائل إعلام قالت إنه …»
    return k > first and not what[k].definite and lexis.is_of(what[k], "spreading")


def _tells(token: Token) -> bool:
    """Whether what was said begins here: «عن», «بأن», «حول»."""
    return token.text in _MARKS or token.norm in _OF
