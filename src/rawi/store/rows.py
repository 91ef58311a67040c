"""What a story gives back: pages of rows, hits, reports.

Plain frozen data, no connection behind it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from rawi.records import Days, Published, Record, Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """One page of a longer list: `items`, and `total` in the whole list."""

    items: tuple[T, ...]
    total: int


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One line of the list of articles: what its masthead says, and how much was read out of it."""

    id: str
    source: str
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    url: str | None = None
    credited: str | None = None
    language: str | None = None
    published: Published | None = None
    words: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)  # records by kind


@dataclass(frozen=True, slots=True)
class Row:
    """One record with the article it stands in, and what a user decided about it.

    `verdict`: None (the program's own reading) | confirmed | edited | added. Rejected records are
    in no row. `program` is the program's own version where a user edited it. `notes` are users'
    notes on it.
    """

    record: Record
    article: ArticleRow
    verdict: str | None = None
    program: Record | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One article that a search found.

    `span` is the best passage's first match in the article's text, `matches` every match, in order,
    and `snippet` the passage around them (`snippet.start` is its place in the text). Higher `score`
    is better.
    """

    article: ArticleRow
    span: Span
    snippet: Span
    score: float
    matches: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """One input that was not taken in: which, why, what to do about it."""

    source: str
    reason: str
    hint: str | None = None

    def __str__(self) -> str:
        line = f"{self.source}: {self.reason}"
        return f"{line} ({self.hint})" if self.hint else line


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of every input; all but `refused` are ids of articles, in input order.

    `read`: new in the story. `replaced`: took the place of an earlier reading of the same source.
    `removed`: ids that are no longer in the story (replaced, or gone from their table). `stale`:
    ids among `present` that an older version of the program read; `Story.refresh` reads them again.
    """

    read: tuple[str, ...] = ()
    present: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    refused: tuple[Refusal, ...] = ()
    removed: tuple[str, ...] = ()
    stale: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """How often something occurs. `key` is its id where it has one, else its name."""

    name: str
    count: int
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Overview:
    """A story at a glance. `counts` are records by kind; lists are longest first."""

    articles: int
    period: Days | None
    undated: int  # articles whose date nothing tells
    counts: Mapping[str, int]
    outlets: tuple[Count, ...] = ()
    speakers: tuple[Count, ...] = ()
    places: tuple[Count, ...] = ()
    acts: Mapping[str, int] = field(default_factory=dict)
    corrections: int = 0
    stale: int = 0  # articles that an older version of the program read


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a corrected record stands, told so that it is found again after any later reading.

    `source` and `article` name the article, `kind` the record's kind, `start`, `end` and `text` its
    words; `before` and `after` are the words around it; `cue` tells records over the same words
    apart.
    """

    source: str
    article: str
    kind: str
    start: int
    end: int
    text: str
    before: str = ""
    after: str = ""
    cue: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What a user decided: about one record, or (join, split) about two that are or are not one.

    `action`: confirm | reject | edit | note | add | join | split. `scope` says what is joined or
    split: entity | thread. `holds` is the id of the record it now applies to, None while no record
    matches (its article is gone, or no longer says those words); `other_holds` likewise for the
    second record.
    """

    id: int
    action: str
    anchor: Anchor
    changes: Mapping[str, Any] | None = None
    scope: str | None = None
    other: Anchor | None = None
    by: str | None = None
    note: str | None = None
    at: str = ""  # when, ISO 8601 UTC
    undone: str | None = None  # when it was taken back
    holds: str | None = None
    other_holds: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A user's word that two records are (join) or are not (split) about one entity or thread.

    `left` and `right` are ids of records that stand in the story now.
    """

    correction: int
    action: str  # join | split
    scope: str  # entity | thread
    left: str
    right: str
