"""Reads names out of an article."""

from __future__ import annotations

from rawi.arabic.analysis import Analysis
from rawi.records import Article, Name, Reading


def read(article: Article, analysis: Analysis, found: Reading) -> tuple[Name, ...]:
    """The names of `article`, in text order."""
    return ()
