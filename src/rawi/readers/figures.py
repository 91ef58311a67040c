"""Reads figures out of an article."""

from __future__ import annotations

from rawi.arabic.analysis import Analysis
from rawi.records import Article, Figure, Reading


def read(article: Article, analysis: Analysis, found: Reading) -> tuple[Figure, ...]:
    """The figures of `article`, in text order."""
    return ()
