"""Bodies called by the last part of their name, once it is told: «قالت الداخلية», «رئيس الوفد».

The word must stand where only a body can: right behind a verb of saying of the head's gender, right behind who
belongs to a party, or alone in quotation marks. A word that the article prints without ال as well is a noun
(«وفد»).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rawi.arabic.words import Token
from rawi.readers.naming import lexicons
from rawi.readers.naming.complements import CLOSING, OPENING
from rawi.readers.naming.gazetteer import name_start
from rawi.readers.naming.mention import Mention, mention_of
from rawi.readers.naming.runs import Run

PARTIES = frozenset(("حزب", "حركه", "تيار", "تحالف", "ايتلاف", "كتله"))
OFFICES = frozenset(("وزاره", "هييه", "مفوضيه", "نيابه"))
MEMBERS = frozenset(
    ("رييس", "زعيم", "زعيمه", "امين", "قيادي", "قيادات", "نواب", "عضو", "اعضاء", "مرشح", "مرشحي", "مرشحو",
     "انصار")
)  # fmt: skip
"""Who belongs to a party, folded."""


def brief(runs: Sequence[Run], mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions by a last part, of bodies that `mentions` name in full before."""
    at = {base + i: t for base, tokens in runs for i, t in enumerate(tokens)}
    told = _told(at, mentions)
    if not told:
        return []
    bare = {t.base for t in at.values() if t.kind == "word" and not t.definite}
    bare |= {w.removesuffix("ا") for w in bare}  # «وفدا»
    taken = {k for m in mentions for k in range(m.first, m.last)}
    out = []
    for base, tokens in runs:
        for i, t in enumerate(tokens):
            if not t.definite or t.enclitic or base + i in taken or t.base in bare:
                continue
            head, since = told.get(t.base, ("", 0))
            if head and since <= base + i and _stands(tokens, i, head):
                m = mention_of(tokens, i, i + 1, name_start(t), "organization", "brief", 2, 0.7)
                out.append(replace(m, first=m.first + base, last=m.last + base))
    return out


def _told(at: dict[int, Token], mentions: Sequence[Mention]) -> dict[str, tuple[str, int]]:
    """The last parts that tell a body here: the word without ال -> its head, and behind which token."""
    out: dict[str, tuple[str, int]] = {}
    for m in mentions:
        head, after = at[m.first], at.get(m.first + 1)
        if m.type != "organization" or m.last - m.first < 2 or after is None:
            continue
        if head.base not in PARTIES | OFFICES or head.definite or after.proclitics:
            continue
        rest = [at[k] for k in range(m.first + 2, m.last)]
        if after.kind == "word" and after.definite and all(_adjective(t) for t in rest):
            out.setdefault(after.base, (head.base, m.last))
    return out


def _adjective(t: Token) -> bool:
    return t.kind == "word" and t.definite and t.base.endswith(("ي", "يه"))


def _stands(tokens: Sequence[Token], i: int, head: str) -> bool:
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if before is None or (after is not None and _goes_on(tokens[i], after)):
        return False
    closed = after is not None and after.text in CLOSING
    if before.text in OPENING:
        return closed and head in PARTIES
    if head in PARTIES and before.base in MEMBERS and not tokens[i].proclitics:
        return not before.definite
    verb = before.stem if before.stem in lexicons.telling_verbs() else before.norm
    feminine = verb.endswith("ت") or verb.startswith("ت")
    if verb not in lexicons.telling_verbs() or tokens[i].proclitics:
        return before.norm == "باسم" and head in OFFICES
    return feminine == head.endswith("ه")


def _goes_on(word: Token, after: Token) -> bool:
    """«النزاهة العلمية»: an adjective that makes a noun of it."""
    return (
        after.kind == "word" and after.definite and not after.proclitics
        and after.base.endswith("ه") == word.base.endswith("ه") and after.base.endswith(("ي", "يه"))
    )  # fmt: skip
