"""What many articles say together, and the Story that users hold."""

from rawi.store.rows import (
    AddReport,
    ArticleRow,
    Correction,
    Count,
    Hit,
    Overview,
    Page,
    Refusal,
    Row,
)
from rawi.story.story import Story

__all__ = [
    "AddReport", "ArticleRow", "Correction", "Count", "Hit", "Overview", "Page", "Refusal", "Row",
    "Story",
]  # fmt: skip
