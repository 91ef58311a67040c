"""Reads times out of an article."""

from __future__ import annotations

from rawi.arabic.analysis import Analysis
from rawi.records import Article, Time, Reading


def read(article: Article, analysis: Analysis, found: Reading) -> tuple[Time, ...]:
    """The times of `article`, in text order."""
    return ()
