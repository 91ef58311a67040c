"""Reads commitments out of an article."""

from __future__ import annotations

from rawi.arabic.analysis import Analysis
from rawi.records import Article, Commitment, Reading


def read(article: Article, analysis: Analysis, found: Reading) -> tuple[Commitment, ...]:
    """The commitments of `article`, in text order."""
    return ()
