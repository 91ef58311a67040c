"""Reads events out of an article."""

from __future__ import annotations

from rawi.arabic.analysis import Analysis
from rawi.records import Article, Event, Reading


def read(article: Article, analysis: Analysis, found: Reading) -> tuple[Event, ...]:
    """The events of `article`, in text order."""
    return ()
