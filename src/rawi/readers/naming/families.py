"""Whose a surname alone is where several persons of the article bear it.

1. the words before it tell a man or a woman («السيدة …», «زوجة …», «قالت …») and one bearer is such
2. a woman who is told as somebody's wife or daughter does not take the surname from him
3. whoever of the others was named before it; the first named of all, before anybody was
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from rawi.arabic.letters import fold
from rawi.arabic.words import token
from rawi.lexicon import load
from rawi.readers.naming import lexicons
from rawi.readers.naming.mention import Mention
from rawi.readers.naming.shorter import Entity

AROUND = 4  # words before and behind a name that may tell whose wife she is
MAN, WOMAN = "m", "w"
MARRIED = frozenset(("زوجها", "والدها", "زوجته", "ابنته", "قرينته", "عقيلته"))  # folded


def share(
    text: str, surname: Entity, bearers: Sequence[Entity], roots: Mapping[int, int],
    mentions: Sequence[Mention], of: list[int],
) -> None:  # fmt: skip
    """Gives the mentions of a surname to those who bear it, as far as the text tells whose each is.

    `roots`: the entity that each bearer is by now; `of`: the entity of each mention, written here.
    """
    named = sorted((min(b.members), roots[b.number]) for b in bearers if b.members)
    first: dict[int, int] = {}
    for at, number in named:
        first.setdefault(number, at)
    women = {roots[b.number] for b in bearers if any(feminine(form[0]) for form in b.forms)}
    wives = {
        roots[b.number] for b in bearers
        if roots[b.number] in women and any(_married(text, mentions[i]) for i in b.members)
    }  # fmt: skip
    takers = set(first) - wives or set(first)
    opening = next(number for _, number in named if number in takers)
    held: set[int] = set()
    for i in sorted(surname.members):
        told = _told(text, mentions[i])
        alike = {n for n in first if (n in women) == (told == WOMAN)} if told else set()
        before = {n for n, at in first.items() if at < i and n in takers} or {opening}
        if len(alike) == 1:
            before = alike
        else:
            before = before & alike or before
            if len(before) > 1 and len(held) == 1:
                before = held
        if len(before) == 1:
            (of[i],) = before
            held |= before


def feminine(given: str) -> bool:
    """Whether a folded given name is a woman's, as far as it tells.

    >>> feminine("ميلانيا"), feminine("زينب"), feminine("موسي"), feminine("رضا")
    (True, True, False, False)
    """
    return _table("given").get(given, WOMAN if given.endswith(("ا", "ه")) else MAN) == WOMAN


def _told(text: str, m: Mention) -> str | None:
    """Whether the word before a surname says that a man or a woman is meant; None where it does not."""
    words = text[max(0, m.start - 40) : m.start].split()
    if not words or not text[m.start - 1].isspace():
        return None
    before = token(words[-1])
    kin = _table("kin").get(before.base) or _table("kin").get(before.stem)
    if kin is not None:
        return kin
    verbs = lexicons.telling_verbs()
    verb = next((w for w in (before.norm, before.stem) if w in verbs), None)
    if verb is None:
        return None
    hers = (verb[-1] == "ت" and verb[:-1] in verbs) or (verb[0] == "ت" and "ي" + verb[1:] in verbs)
    return WOMAN if hers else MAN  # «لفت» is his


def _married(text: str, m: Mention) -> bool:
    """Whether a woman is told as somebody's: «زوجته …», «… زوجها الرئيس»."""
    around = (*text[: m.start].split()[-AROUND:], *text[m.end : m.end + 60].split()[:AROUND])
    words = [token(w.strip("،,.()\"'«»:#")) for w in around]
    return any(w.norm in MARRIED or _table("kin").get(w.base) for w in words)


@cache
def _table(kind: str) -> dict[str, str]:
    return {fold(r["word"]): r["gender"] for r in load.table("name_genders") if r["kind"] == kind}
