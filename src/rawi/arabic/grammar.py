"""Words of closed classes: they carry grammar, not a topic (lexicon/function_words.tsv)."""

from __future__ import annotations

from functools import cache

from rawi.arabic.letters import fold
from rawi.lexicon import words


@cache
def function_words() -> frozenset[str]:
    """Prepositions, conjunctions, pronouns and their like, folded."""
    return frozenset(fold(w) for w in words("function_words", "word"))
