"""Peoples and collectives without a name of their own: «الأميركيون», «الفصائل المسلحة»."""

from __future__ import annotations

from collections.abc import Sequence

from rawi.arabic.words import Token
from rawi.readers.naming import lexicons
from rawi.readers.naming.gazetteer import name_start
from rawi.readers.naming.mention import Mention, mention_of

PLURAL = ("ون", "ين")
VAGUE = frozenset(("جهات", "اطراف", "قوي"))  # collectives only with an adjective


def groups(tokens: Sequence[Token]) -> list[Mention]:
    """The collectives in one sentence."""
    out = []
    peoples, heads = lexicons.collectives(), lexicons.group_heads()
    stops, adjectives = lexicons.generic("stop"), lexicons.generic("adjective")
    for i, t in enumerate(tokens):
        if t.kind != "word" or not t.definite or t.enclitic:
            continue
        if t.base not in peoples and t.base not in heads:
            continue
        if t.base in peoples and _adjective(tokens, i):
            continue
        j = i + 1
        while j < len(tokens) and j - i < 3 and t.base in heads:
            a = tokens[j]
            if not a.definite or a.proclitics or a.norm in stops:
                break
            if not (a.base.endswith(("ي", "يه", "ين", "ون")) or a.norm in adjectives):
                break
            if a.base.endswith("يه" if t.base.endswith(PLURAL) else "تين"):
                break  # «المحتجين القنصلية», «العشائر الحكومتين»
            j += 1
        if j > i + 1 or t.base not in VAGUE:
            out.append(mention_of(tokens, i, j, name_start(t), "group", "collective", 2, 0.8))
    return out


def _adjective(tokens: Sequence[Token], i: int) -> bool:
    """Whether the people at `i` only says which: «المسؤولين الأتراك», «الجنود الروس», «وزراء الإعلام العرب»,
    «الوحدة والنصر السعوديين»."""
    t, before = tokens[i], tokens[i - 1] if i else None
    if before is None or t.proclitics or before.kind != "word" or before.enclitic or not before.definite:
        return False
    persons = lexicons.generic("persons")
    if before.base.endswith(PLURAL) or before.base in persons:
        return before.base not in lexicons.collectives()  # «الفلسطينيين المسيحيين» are a people first
    if "و" in before.proclitics and t.base.endswith("ين") and not before.base.endswith("ه"):
        return True  # two men or bodies
    leads = tokens[i - 2] if i > 1 else None
    return leads is not None and leads.base in persons and not leads.definite
