"""One run of adding, on its way: what each input is to become, and the report in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from rawi.errors import RawiError, SourceError
from rawi.store.rows import Refusal


@dataclass(slots=True)
class Step:
    """One input on its way: its fate where that is known already, or what to do once it is read."""

    source: str
    weight: int = 1  # documents that it counts for in the progress
    refused: SourceError | None = None
    present: tuple[str, ...] = ()
    keep: frozenset[str] = frozenset()  # digests that its file still holds: never replaced by place
    replaces: str | None = None  # the article that is read anew
    finish: Finish | None = None


@dataclass(slots=True)
class Finish:
    """A file that was gone through: what left it, and its digest if all of it was read."""

    file: str
    digest: str | None
    gone: tuple[str, ...] = ()


@dataclass(slots=True)
class Account:
    """The report in the making."""

    read: list[str] = field(default_factory=list)
    present: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)  # ids taken in or found in this run

    def refuse(self, error: RawiError, source: str) -> None:
        """Note a refusal."""
        self.refused.append(Refusal(error.source or source, error.reason, error.hint))
