"""What every source gives: a text as it was read in, and what came with it beside the text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """One text before anything is known of it. `text` is decoded and otherwise untouched.

    The other fields are the source's own metadata (an HTML page's head, a table's columns), as
    strings, None where the source says nothing. `published` is as given; reading it is the
    masthead's business.
    """

    source: str  # path or URL, with `#row` for one row of a table
    text: str
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
