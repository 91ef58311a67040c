"""A path or stream becomes documents; what cannot be read becomes a refusal, and the rest goes on.

`read_sources` is the way in. Formats are told by the file's ending, and by its first bytes where
the ending says nothing: text, HTML, JSON Lines, JSON, CSV, each also gzipped.
"""

from rawi.sources.document import Document
from rawi.sources.walk import read_bytes, read_sources, read_stream

__all__ = ["Document", "read_bytes", "read_sources", "read_stream"]
