"""The ground every reader stands on: one text with its words, sentences, paragraphs and quotations.

`analyse(text)` makes it once; readers share it. All offsets are code points in `text`.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from rawi.arabic.quotes import Quote, quotes
from rawi.arabic.sentences import Stretch, lines, paragraphs, sentences
from rawi.arabic.words import Token, tokens

__all__ = ["Analysis", "Quote", "Stretch", "Token", "analyse"]


@dataclass(frozen=True, slots=True)
class Analysis:
    """One text, analysed. Tuples are in text order."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Stretch, ...]
    paragraphs: tuple[Stretch, ...]
    quotes: tuple[Quote, ...]

    def first_token_at(self, offset: int) -> int:
        """Index of the first token that starts at or after `offset`."""
        return bisect_left(self.tokens, offset, key=lambda t: t.start)


def analyse(text: str) -> Analysis:
    """Words, sentences, paragraphs and quotations of `text`. Any string is accepted."""
    found_tokens = tokens(text)
    found_paragraphs = paragraphs(text, found_tokens)
    found_quotes = quotes(text, lines(text))
    return Analysis(
        text,
        found_tokens,
        sentences(found_tokens, found_paragraphs, found_quotes),
        found_paragraphs,
        found_quotes,
    )
