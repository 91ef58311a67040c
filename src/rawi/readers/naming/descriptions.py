"""Bare heads («التنظيم», «الإقليم», «الصحيفة») after a body, place or outlet that they can mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rawi.arabic.words import Token
from rawi.readers.naming import lexicons, outlets
from rawi.readers.naming.complements import OPENING
from rawi.readers.naming.gazetteer import name_start
from rawi.readers.naming.lexicons import Head
from rawi.readers.naming.mention import Mention, mention_of
from rawi.readers.naming.runs import Run
from rawi.readers.naming.shorter import described_by, kindred
from rawi.readers.naming.wording import words_of

FEMININE = frozenset(("الام", "الكبري", "العليا", "الاخري", "الاولي"))  # without ه
COMPARED = frozenset(
    ("الاكبر", "الاصغر", "الاكثر", "الاقل", "الاقوي", "الابرز", "الاهم", "الاقدم", "الاحدث", "الاشهر", "الاخطر",
     "الافضل", "الاسوا", "الاضخم", "الاغني", "الاول")
)  # fmt: skip
"""What tells a body from its like, of either gender: «الكتلة الأكبر» is whichever is the largest."""
ANYWHERE = frozenset(("موقع", "محطه", "شبكه"))  # places and things too: outlets where they tell


def descriptions(text: str, runs: list[Run], mentions: list[Mention]) -> list[Mention]:
    """The bare heads of an article, its `mentions` being known. What they mean linking.py says."""
    covered = [(m.start, m.end) for m in mentions if m.type != "group"]
    out = []
    for base, tokens in runs:
        for i, t in enumerate(tokens):
            head = _bare(tokens, i)
            if head is None or any(a < t.end and t.start < b for a, b in covered):
                continue
            types = {head.type, "outlet"} if outlets.is_head(t) else {head.type}
            meant = next(
                (
                    m for m in reversed(mentions)
                    if m.start < t.start and m.type in types
                    and described_by(m, words_of(text[m.start : m.end], m.type), head.word)
                ),
                None,
            )  # fmt: skip
            if meant is None:
                meant = kindred([m for m in mentions if m.start < t.start], text, head.word)
            if meant is not None:
                start = name_start(t)
                m = mention_of(tokens, i, i + 1, start, meant.type, "description", 0, 0.6)
                out.append(replace(m, first=i + base, last=i + 1 + base, head=head.word))
    return out


def _bare(tokens: Sequence[Token], i: int) -> Head | None:
    """The head that stands alone at token `i`, but for an epithet («التنظيم الإرهابي»); or None."""
    t = tokens[i]
    head = lexicons.heads().get(t.base) if t.kind == "word" and t.definite else None
    if head is None or t.enclitic or head.rule == "town" or head.definite in ("bare", "never"):
        return None
    telling = lexicons.telling_verbs()
    if head.word in ANYWHERE and not (i and {tokens[i - 1].stem, tokens[i - 1].norm} & telling):
        return None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    epithet = after is not None and after.norm in lexicons.generic("epithet")
    goes_on = after is not None and after.definite and not after.proclitics
    if goes_on and head.word.endswith("ه") and after.norm not in FEMININE | COMPARED:
        goes_on = after.base.endswith(("ه", "ات"))  # «رفضت الشركة التعليق»
    if goes_on and not epithet and head.rule == "outlet":  # «الصحيفة الأميركية "…"» is that one
        beyond = tokens[i + 2] if i + 2 < len(tokens) else None
        return None if beyond is not None and beyond.text in OPENING else head
    return None if goes_on and not epithet else head
