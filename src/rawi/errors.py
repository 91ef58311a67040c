"""The family of errors. Everything Rawi raises on purpose is one of these.

    RawiError
    ├── SourceError            a file, URL or stream that cannot become a document
    │   ├── UnreadableError        missing, not a file, no permission, unknown format
    │   │   └── NoAnswerError          nothing came over the network now; another time it may
    │   ├── DecodingError          a byte that no encoding explains (names the offset)
    │   ├── EmptyError             nothing to read in it
    │   ├── BinaryError            not text at all
    │   ├── TooLargeError          over the limit in force
    │   ├── NotArabicError         text, but not Arabic
    │   ├── DuplicateError         the same text is already in the story
    │   └── MalformedError         a broken row, page or table (names the line)
    ├── LexiconError           a lexicon file breaks its own rules (names file and line)
    ├── ModelError             a model file is missing or not what it says
    ├── PipelineError          stages that do not fit together
    ├── StoryError             a story file that cannot be used
    │   ├── NotAStoryError         the file is something else
    │   ├── NewerStoryError        written by a later version
    │   ├── LockedError            another program is writing to it
    │   └── NoSuchRecordError      an id that this story does not hold
    └── UsageError             a call or option that cannot be carried out (names the choices)

Every error carries what a person needs to act: `source` (which file or story, or None), the reason as
its message, and `hint` (what to do about it, or None). Reason and hint are English sentences; one with
places in it is made by `said`, so that whoever shows it to a reader of another language can say the same
(web/reasons.py).
"""

from __future__ import annotations

from typing import Any


class Said(str):
    """A sentence that remembers what it was made of: `template` with its places, `values` for them."""

    template: str
    values: tuple[Any, ...]


def said(template: str, *values: object) -> Said:
    """`template.format(*values)`, remembering both."""
    made = Said(template.format(*values))
    made.template, made.values = template, values
    return made


class RawiError(Exception):
    """The root. `str(error)` is one line: source, reason, hint."""

    def __init__(self, reason: str, *, source: str | None = None, hint: str | None = None) -> None:
        self.reason = reason
        self.source = source
        self.hint = hint
        super().__init__(reason)

    def __str__(self) -> str:
        line = f"{self.source}: {self.reason}" if self.source else self.reason
        return f"{line} ({self.hint})" if self.hint else line


class SourceError(RawiError):
    """A file, URL or stream that cannot become a document."""


class UnreadableError(SourceError):
    """Missing, not a file, no permission, or a format nobody here reads."""


class NoAnswerError(UnreadableError):
    """Nothing came over the network now; the same request may succeed another time."""


class DecodingError(SourceError):
    """A byte that no encoding explains. `offset` counts bytes from the file's start."""

    def __init__(
        self, reason: str, *, offset: int, source: str | None = None, hint: str | None = None
    ) -> None:
        self.offset = offset
        super().__init__(reason, source=source, hint=hint)


class EmptyError(SourceError):
    """Nothing to read in it."""


class BinaryError(SourceError):
    """Not text at all."""


class TooLargeError(SourceError):
    """Over the limit in force."""


class NotArabicError(SourceError):
    """Text, but not Arabic."""


class DuplicateError(SourceError):
    """The same text is already in the story."""


class MalformedError(SourceError):
    """A broken row, page or table. The reason names the line."""


class LexiconError(RawiError):
    """A lexicon file breaks its own rules. The source names file and line."""


class ModelError(RawiError):
    """A model file is missing or not what it says."""


class PipelineError(RawiError):
    """Stages that do not fit together."""


class StoryError(RawiError):
    """A story file that cannot be used."""


class NotAStoryError(StoryError):
    """The file is something else."""


class NewerStoryError(StoryError):
    """Written by a later version of Rawi."""


class LockedError(StoryError):
    """Another program is writing to it."""


class NoSuchRecordError(StoryError):
    """An id that this story does not hold."""


class UsageError(RawiError):
    """A call or option that cannot be carried out. The hint names the choices."""
