"""Persons whom a clause of saying shows: what stands between its verb and «إن» is who says it.

1. a name that was cut is made whole: «قال اللواء سامي رسول إن»
2. so is one that و joins to another: «قال سامي الدليمي وتيسان كريم إنهما»
3. a name that nothing else gave away, behind a title and its complement: «ذكر عضو اللجنة تيسان برهولي أن»

Nothing is taken that says how, when or to whom something was said: accusatives, adverbs, particles, whatever
begins with a preposition.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rawi.arabic import frequencies
from rawi.arabic.grammar import function_words
from rawi.arabic.words import Token
from rawi.readers.naming import lexicons
from rawi.readers.naming.gazetteer import name_start
from rawi.readers.naming.mention import Mention, mention_of, settle
from rawi.readers.naming.roles import is_title

LONGEST = 16  # tokens between the verb and «إن»
NAME = 4  # words of a name behind a title
CUT = 2  # words that a cut name may lack
RARE = 3.6  # Zipf value below which a bare word behind a title may begin a name
SURNAME = 4.3  # and a word with ال behind two names without it («جورج مخايل الأشقر»)
ENDS = frozenset(("ان", "انه", "انها", "انهم", "انهما"))  # «وصف سامي الاتفاق بأنه» has an object
MANNERS = frozenset(
    ("نفسه", "نفسها", "مساء", "صباح", "ظهر", "فجر", "ردا", "تعليقا", "قوله", "قولها", "ذلك", "هذا")
)


def framed(tokens: Sequence[Token], found: Sequence[Mention]) -> list[Mention]:
    """Persons of one sentence made whole or found so; `found`: its mentions so far."""
    telling = lexicons.telling_verbs()
    out = []
    begin = -1
    for k, t in enumerate(tokens):
        if t.kind == "word" and {t.stem, t.norm} & telling:
            begin = k
        elif t.norm in ENDS and begin >= 0:
            if 2 < k - begin <= LONGEST:
                person = _person(tokens, begin + 1, k, found)
                if person is not None:
                    out.append(person)
            begin = -1
        elif t.kind == "mark" and t.text not in "\"'«»":
            begin = -1
    return out


def _person(
    tokens: Sequence[Token], first: int, last: int, found: Sequence[Mention]
) -> Mention | None:
    """The person that ends right before token `last`, unless one that was found does."""
    inside = settle(m for m in found if first <= m.first and m.last <= last)
    if any(m.last == last and m.type != "person" for m in inside):
        return None
    persons = [m for m in inside if m.type == "person"]
    if persons:
        m = max(persons, key=lambda m: m.last)
        if any(o.first < last and m.last <= o.first for o in inside):
            return None
        rest = range(m.last, last)
        joined = tokens[m.last]
        if joined.proclitics == ("و",) and 2 <= len(rest) <= CUT + 1 and not is_title(joined):
            begins = not joined.enclitic and _may_begin(joined)
            if begins and all(_goes_on(tokens[k]) for k in rest[1:]):
                at = joined.stem_start
                return mention_of(tokens, m.last, last, at, "person", "clause", 2, 0.7)
            return None
        if len(rest) > (CUT if m.last - m.first == 1 else 1):
            return None
        lacking = m.last - m.first > 1 and not tokens[m.last - 1].definite
        if not all(_goes_on(tokens[k], SURNAME if lacking else RARE) for k in rest):
            return None
        first_word = m.first - 1
        before = (
            first_word > first and _plain(tokens[first_word]) and _may_begin(tokens[first_word])
            and _closes(tokens, first_word - 1, inside)
        )  # fmt: skip
        if not rest and not before:
            return None
        return replace(
            m, first=m.first - before, start=tokens[first_word].start if before else m.start,
            last=last, end=tokens[last - 1].end, basis="clause", rank=3, score=min(m.score, 0.75),
        )  # fmt: skip
    begin = last
    taken = {k for m in inside for k in range(m.first, m.last)}
    while (
        begin > first
        and last - begin < NAME
        and begin - 1 not in taken
        and _of_name(tokens, begin - 1, last)
    ):
        begin -= 1
    while begin < last and not _may_begin(tokens[begin]):
        begin += 1
    titled = any(is_title(tokens[k]) for k in range(first, min(begin, first + 3)))
    if last - begin < 2 or begin == first or not titled or not _closes(tokens, begin - 1, inside):
        return None
    return mention_of(tokens, begin, last, name_start(tokens[begin]), "person", "clause", 2, 0.7)


def _plain(t: Token) -> bool:
    """A word that can be in a name, by its form and what is written onto it."""
    return (
        t.kind == "word" and not t.proclitics and not t.enclitic and len(t.norm) > 1
        and t.norm not in function_words() and t.norm not in MANNERS
        and t.norm not in lexicons.generic("stop") and t.norm not in lexicons.generic("manner")
        and not t.text.endswith(("\u064b", "\u064b\u0627")) and not is_title(t)
    )  # fmt: skip


def _goes_on(t: Token, limit: float = RARE) -> bool:
    """A word that a cut name lacks: bare, or a surname with ال rarer than `limit`; no accusative («مجددا»)."""
    if not _plain(t) or t.base in lexicons.heads() or (t.stem,) in lexicons.phrases():
        return False
    if t.definite:
        rare = frequencies.zipf(frequencies.key(t.text)) < limit
        return t.base not in lexicons.demonyms() and (t.base.endswith("ي") or rare)
    return not t.norm.endswith(("ا", "ه", "ات", "ين", "ون")) or t.norm in lexicons.given_names()


def _of_name(tokens: Sequence[Token], k: int, last: int) -> bool:
    t = tokens[k]
    if not _plain(t) or t.base in lexicons.demonyms() or t.base in lexicons.heads():
        return False
    if (t.stem,) in lexicons.phrases() and t.norm not in lexicons.given_names():
        return False
    if t.definite:
        return k == last - 1 and (
            t.base.endswith("ي") or frequencies.zipf(frequencies.key(t.text)) < RARE
        )
    return True


def _may_begin(t: Token) -> bool:
    """A given name, or a bare word that no text holds often."""
    if t.definite:
        return False
    return t.stem in lexicons.given_names() or (
        frequencies.zipf(frequencies.key(t.text)) < RARE
        and not t.norm.endswith(("يه", "ات", "ين", "ون"))
    )


def _closes(tokens: Sequence[Token], k: int, inside: Sequence[Mention]) -> bool:
    """Whether a title with what belongs to it can end with token `k`."""
    named = any(m.first <= k < m.last and m.type != "person" for m in inside)
    return tokens[k].definite or named or is_title(tokens[k])
