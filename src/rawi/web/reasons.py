"""Why something was refused, in the reader's language (lexicon/refusal_words.tsv; else as it was said)."""

from __future__ import annotations

import re
from functools import cache

from rawi.lexicon import load


def explained(said: str, lang: str) -> str:
    """A refusal's reason or hint in `lang`; what the lexicon does not know stays English."""
    if lang != "ar":
        return said
    for pattern, arabic in _known():
        if (found := pattern.fullmatch(said)) is not None:
            return arabic.format(*(explained(part, lang) for part in found.groups()))
    return said


@cache
def _known() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Patterns with their Arabic, those that say most first."""
    rows = sorted(load.table("refusal_words"), key=lambda row: -len(row["en"]))
    return tuple(
        (re.compile(re.escape(row["en"]).replace(r"\{\}", "(.+)"), re.DOTALL), row["ar"])
        for row in rows
    )
