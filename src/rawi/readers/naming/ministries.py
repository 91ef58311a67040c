"""Ministries named without the word: «الخارجية الأميركية», «قالت الداخلية», «الدفاع الروسية».

1. With the feminine adjective of a country, where no noun goes before that it could describe («السياسة الخارجية
   الأميركية») and that it could be said of («وزير الخارجية»).
2. Alone, as the subject of a verb of saying; then linking.py must know whose it is.

What is also an everyday noun («الدفاع الروسية», «الصحة المصرية») needs both, or «باسم» before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from rawi.arabic.words import Token
from rawi.readers.naming import lexicons
from rawi.readers.naming.gazetteer import name_start
from rawi.readers.naming.mention import Mention, mention_of

HEAD = "وزاره"
OWN = frozenset(("خارجيه", "داخليه"))
"""The two that are hardly anything else: adjectives that stand for the noun."""
OF_MINISTERS = frozenset(
    ("وزير", "وزيره", "وزيرا", "وزيري", "وزاره", "وزراء", "وزارتا", "وزارتي", "وزارات", "وكيل", "حقيبه", "لجنه",
     "لجان", "شوون", "سياسه", "مساعد", "نايب")
)  # fmt: skip
VOICES = frozenset(("باسم", "بيان"))


def ministries(tokens: Sequence[Token]) -> list[Mention]:
    """The ministries that one sentence names so."""
    names, demonyms = lexicons.generic("ministry"), lexicons.demonyms()
    telling = lexicons.telling_verbs()
    out = []
    for i, t in enumerate(tokens):
        if not t.definite or t.norm[-1:] == "ا" or t.stem not in names or t.enclitic:
            continue
        before = tokens[i - 1] if i else None
        if before is not None and (before.definite or before.base in OF_MINISTERS):
            continue
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        whose = (
            after is not None and after.definite and not after.proclitics
            and after.base in demonyms and after.base.endswith("يه")
        )  # fmt: skip
        said = before is not None and not t.proclitics and bool(
            ({before.stem, before.norm} & telling and before.norm.endswith(("ت", "ه")))
            or (before.norm[:1] == "ت" and before.norm in telling)
        )  # fmt: skip
        own = t.base in OWN
        goes_on = after is not None and after.definite and not after.proclitics
        voiced = said or (before is not None and before.norm in VOICES)
        if (whose and (own or voiced)) or (own and said and not goes_on):
            last = i + 2 if whose else i + 1
            m = mention_of(tokens, i, last, name_start(t), "organization", "ministry", 4, 0.8)
            out.append(m)
    return out
