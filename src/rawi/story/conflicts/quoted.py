"""What every item that may be contradicted has: its words in an article, and whose they are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of an article, in code points: `holder` is the key of who says them, `name` his name as printed."""

    article: str
    start: int
    end: int
    text: str
    holder: str
    name: str
