"""Reads statements out of an article."""

from __future__ import annotations

from rawi.arabic.analysis import Analysis
from rawi.records import Article, Statement, Reading


def read(article: Article, analysis: Analysis, found: Reading) -> tuple[Statement, ...]:
    """The statements of `article`, in text order."""
    return ()
