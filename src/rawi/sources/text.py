"""A plain text file is one document: all of it, decoded and otherwise untouched."""

from __future__ import annotations

from rawi.sources.check import check_bytes, check_text
from rawi.sources.decode import decode
from rawi.sources.document import Document


def document_from_bytes(data: bytes, source: str) -> Document:
    """The document in the bytes of a text file. Raises SourceError."""
    check_bytes(data, source)
    return document_from_text(decode(data, source), source)


def document_from_text(text: str, source: str) -> Document:
    """The document of a text that is already in memory. Raises SourceError."""
    check_text(text, source)
    return Document(source=source, text=text)
