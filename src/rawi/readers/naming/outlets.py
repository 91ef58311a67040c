"""Outlets: when an everyday word is one («الحياة», «العربية»), and those that no lexicon lists.

A word that the lexicon marks `cue` is an outlet beside a word such as «صحيفة» or «قناة», in quotation
marks after «لـ» or a word of telling, or alone in brackets. An unlisted outlet needs both: such a word
and quotation marks, or «صحيفة», «جريدة», «مجلة» and a definite word. A state's broadcaster is one by its
adjective («التلفزيون الرسمي»).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from rawi.arabic.frequencies import key, zipf
from rawi.arabic.grammar import function_words
from rawi.arabic.words import Token
from rawi.readers.naming import lexicons
from rawi.readers.naming.complements import CLOSING, OPENING
from rawi.readers.naming.gazetteer import Match, name_start
from rawi.readers.naming.mention import Mention, mention_of
from rawi.readers.naming.tagger import Tagged

TELLING = frozenset(
    ("ل", "لصحيفه", "لقناه", "لوكاله", "لموقع", "عن", "بحسب", "حسب", "وفق", "لدي", "مراسل", "مراسله",
     "مراسلو")
)  # fmt: skip
PRINTED = frozenset(("صحيفه", "جريده", "مجله", "صحيفتي"))
STATE = frozenset(("تلفزيون", "تليفزيون", "اذاعه"))
OFFICIAL = frozenset(("رسمي", "رسميه", "حكومي", "حكوميه", "وطني", "وطنيه"))
SAYINGS = frozenset(
    ("قال", "اضاف", "اوضح", "صرح", "كشف", "افاد", "تحدث", "قالوا", "تصريح", "تصريحات", "حديث", "مقابله", "حوار",
     "مصدر", "مصادر", "خاص")
)  # fmt: skip
"""Words beside «لـ» after which stands to whom something was said, folded; «يدعو لـ» says what for."""
PRESS = frozenset(
    ("تايمز", "بوست", "نيوز", "تريبيون", "جورنال", "تلغراف", "غارديان", "هيرالد")
)  # «ستريتس تايمز»
QUOTED = 4
STRANGE = 2.5  # Zipf value below which a bare word is taken for a foreign name


def is_head(token: Token) -> bool:
    """Whether the word is an outlet's head: «صحيفة», «قناة», «وكالة»."""
    head = lexicons.heads().get(token.base)
    return (
        token.kind == "word"
        and head is not None
        and (head.rule == "outlet" or head.word == "وكاله")
    )


def head_of(tokens: Sequence[Token], first: int) -> str | None:
    """The head word of an outlet's name at token `first`, in it or before it: «صحيفة», «وكالة»."""
    for k in (first, first - 1, first - 2):
        if k < 0 or (k < first - 1 and tokens[first - 1].text not in OPENING):
            return None
        if is_head(tokens[k]):
            return tokens[k].base
    return None


def cued(tokens: Sequence[Token], match: Match) -> bool:
    """Whether an outlet's name that is also an everyday word is an outlet here."""
    if match.entry.type != "outlet":
        return False
    k = match.first - 1
    opened = k >= 0 and tokens[k].text in OPENING
    k -= opened
    if k >= 0 and is_head(tokens[k]):
        return True
    closed = match.last < len(tokens) and tokens[match.last].text in CLOSING
    if opened and closed:
        return k >= 0 and (
            tokens[k].norm in TELLING or tokens[k].text == "لـ" or is_head(tokens[k - 1])
        )
    bracketed = k >= 0 and tokens[k].text == "(" and match.last < len(tokens)
    return bracketed and tokens[match.last].text == ")"


def renamed(m: Match, matches: Sequence[Match]) -> bool:
    """Whether the same outlet is named right before, under another name: «وكالة الأنباء السعودية "واس"»."""
    return any(
        p.entry.key == m.entry.key and p.last - p.first > 1 and 0 <= m.first - p.last <= 1
        for p in matches
    )


def quoted(tokens: Sequence[Token], matches: Sequence[Match]) -> list[Match]:
    """`matches`, a place alone in quotation marks being the outlet of that name: «الشرق الأوسط»."""
    known = lexicons.outlets_like_places()
    out = []
    for m in matches:
        entry = known.get(m.entry.key) if m.entry.type == "place" else None
        around = m.first and m.last < len(tokens) and m.at == tokens[m.first].start
        if entry is not None and around:
            opened, closed = tokens[m.first - 1].text, tokens[m.last].text
            if opened in OPENING and closed in CLOSING:
                m = replace(m, entry=entry)
        out.append(m)
    return out


def unlisted(
    tokens: Sequence[Token], matches: Sequence[Match], tagged: Sequence[Tagged]
) -> list[Mention]:
    """Outlets that only their head word and quotation marks give away, or a name of some body behind it."""
    bodies = {t.first: t.last for t in tagged if t.label == "ORG"}
    taken = {k for m in matches if m.entry.type == "outlet" for k in range(m.first, m.last)}
    out = []
    for i, token in enumerate(tokens):
        official = _official(tokens, i)
        if official > i + 1:
            start = name_start(token)
            out.append(mention_of(tokens, i, official, start, "outlet", "outlet head", 4, 0.8))
        told = _told(tokens, i)
        if told > i + 2 and i + 2 not in taken:
            start, end = tokens[i + 2].start, tokens[told - 1].end
            out.append(Mention(i + 2, told, start, end, "outlet", "outlet head", 4, 0.75))
            continue
        if not is_head(token) or token.definite or i + 1 >= len(tokens) or i + 1 in taken:
            continue
        first = i + 1
        if tokens[first].text in OPENING:
            first += 1
            last = next(
                (
                    k
                    for k in range(first + 1, min(len(tokens), first + 1 + QUOTED))
                    if tokens[k].text in CLOSING
                ),
                None,
            )
            if (
                last is None
                or first in taken
                or any(tokens[k].kind == "number" for k in range(first, last))
            ):
                continue
        elif token.base in PRINTED and not tokens[first].definite and first in bodies:
            last = bodies[first]  # «صحيفة صوت الوادي»
            while last > first + 1 and tokens[last - 1].base in lexicons.demonyms():
                last -= 1
        elif token.base in PRINTED and _name_like(tokens[first]):
            last = first + 1
            if (
                last < len(tokens)
                and _name_like(tokens[last])
                and tokens[last].base not in lexicons.demonyms()
            ):
                last += 1
        elif token.base in PRINTED and _foreign(tokens[first]):
            last = first + 1
            last += last < len(tokens) and (_foreign(tokens[last]) or tokens[last].norm in PRESS)
        elif (
            first + 1 < len(tokens)
            and tokens[first].stem in _countries()
            and _foreign(tokens[first + 1])
        ):
            last = first + 2  # «موقع إيران واير»
        else:
            continue
        while last > first + 1 and tokens[last - 1].kind == "mark":
            last -= 1  # «كوريا تايمز:»
        start, end = tokens[first].start, tokens[last - 1].end
        out.append(
            Mention(
                first, last, start, end, "outlet", "outlet head", 4, 0.8, head=head_of(tokens, first)
            )
        )  # fmt: skip
    return out


def _told(tokens: Sequence[Token], i: int) -> int:
    """Behind a name in quotation marks that somebody told something to («وأضاف لـ"صدى الوادي"»), `i` being
    «لـ»; else `i`. What the lexicons know as a body or a place is none."""
    if tokens[i].text != "لـ" or i + 3 >= len(tokens) or tokens[i + 1].text not in OPENING:
        return i
    said = any(
        t.stem in SAYINGS or t.base in SAYINGS or t.base.removesuffix("ت") in SAYINGS
        for t in tokens[max(0, i - 2) : i]
    )
    last = next((k for k in range(i + 3, min(len(tokens), i + 5)) if tokens[k].text in CLOSING), i)
    words = tuple(t.norm for t in tokens[i + 2 : last])
    plain = all(t.kind == "word" and t.norm not in function_words() for t in tokens[i + 2 : last])
    return last if said and plain and words not in lexicons.phrases() else i


def _official(tokens: Sequence[Token], i: int) -> int:
    """Behind «التلفزيون الرسمي», «الإذاعة المصرية» at `i`; `i` where there is none."""
    if not tokens[i].definite or tokens[i].base not in STATE or tokens[i].enclitic:
        return i
    j = i + 1
    while j < len(tokens) and tokens[j].definite and not tokens[j].proclitics:
        if tokens[j].base not in OFFICIAL and tokens[j].base not in lexicons.demonyms():
            break
        if tokens[j].base.endswith("ه") != tokens[i].base.endswith("ه"):
            break  # «قنوات التلفزيون اليابانية»
        j += 1
    return j


def _foreign(token: Token) -> bool:
    """A bare word that hardly any text holds: a foreign name."""
    plain = token.kind == "word" and not (token.definite or token.proclitics or token.enclitic)
    known = token.base in lexicons.demonyms() or token.norm in lexicons.titles()
    return plain and not known and len(token.norm) > 2 and zipf(key(token.text)) < STRANGE


@cache
def _countries() -> frozenset[str]:
    """The folded names of one word that countries have."""
    return frozenset(
        words[0]
        for words, e in lexicons.phrases().items()
        if len(words) == 1 and e.kind == "country"
    )


def _name_like(token: Token) -> bool:
    return (
        token.kind == "word" and token.definite and not token.proclitics
        and token.norm not in lexicons.generic("stop") and token.base not in lexicons.demonyms()
    )  # fmt: skip
