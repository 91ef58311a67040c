"""A path or stream becomes documents; what cannot be read becomes a refusal, and the rest goes on.

`read_sources` is the way in. Formats are told by the file's ending, and by its first bytes where
the ending says nothing: text, HTML, Word, JSON Lines, JSON, CSV, each also gzipped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rawi.sources.document import Document

if TYPE_CHECKING:
    from rawi.sources.walk import read_bytes, read_sources, read_stream

__all__ = ["Document", "read_bytes", "read_sources", "read_stream"]


def __getattr__(name: str) -> Any:
    """The formats and their libraries are imported with the first file that is read."""
    if name not in __all__:
        raise AttributeError(f"module 'rawi.sources' has no attribute {name!r}")
    from rawi.sources import walk

    return getattr(walk, name)
