"""Bare heads («التنظيم», «الإقليم», «المملكة») after a body or place that they can mean."""

from __future__ import annotations

from dataclasses import replace

from rawi.readers.naming import lexicons, linking
from rawi.readers.naming.gazetteer import name_start
from rawi.readers.naming.mention import Mention, mention_of
from rawi.readers.naming.runs import Run


def descriptions(text: str, runs: list[Run], mentions: list[Mention]) -> list[Mention]:
    """The bare heads of an article, its `mentions` being known. What they mean linking.py says."""
    heads = lexicons.heads()
    covered = [(m.start, m.end) for m in mentions if m.type != "group"]
    out = []
    for base, tokens in runs:
        for i, t in enumerate(tokens):
            head = heads.get(t.base) if t.kind == "word" and t.definite and not t.enclitic else None
            if head is None or head.rule in ("town", "outlet"):
                continue
            if head.definite in ("bare", "never"):
                continue
            if any(a < t.end and t.start < b for a, b in covered):
                continue
            if any(
                m.start < t.start and m.type == head.type
                and linking.described_by(m, linking.words_of(text[m.start : m.end], m.type), head.word)
                for m in mentions
            ):  # fmt: skip
                last = i + 1
                following = tokens[last] if last < len(tokens) else None
                if following is not None and following.norm in lexicons.generic("epithet"):
                    last += 1  # «التنظيم الإرهابي»
                elif following is not None and following.definite and not following.proclitics:
                    continue
                mention = mention_of(
                    tokens, i, i + 1, name_start(t), head.type, "description", 0, 0.6
                )
                out.append(replace(mention, first=i + base, last=i + 1 + base, head=head.word))
    return out
