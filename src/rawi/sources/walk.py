"""Walks paths and folders, picks each file's reader, and lets no bad file stop the good ones."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from rawi.errors import DuplicateError, SourceError, UnreadableError, said
from rawi.records import identity
from rawi.sources import html, table, text, word
from rawi.sources.check import DEFAULT_LIMIT, check_bytes
from rawi.sources.document import Document
from rawi.sources.streams import opened, read_bounded, translated

Reader = Callable[[BinaryIO, str, int], Iterator[Document | SourceError]]


def _text(stream: BinaryIO, source: str, limit: int) -> Iterator[Document | SourceError]:
    data = read_bounded(stream, limit, source)
    reader = html if _is_page(data[:_SNIFF]) else text  # a page saved under a text's name
    yield reader.document_from_bytes(data, source)


def _html(stream: BinaryIO, source: str, limit: int) -> Iterator[Document | SourceError]:
    yield html.document_from_bytes(read_bounded(stream, limit, source), source)


def _docx(stream: BinaryIO, source: str, limit: int) -> Iterator[Document | SourceError]:
    yield word.document_from_bytes(read_bounded(stream, limit * _PICTURES, source), source, limit)


READERS: dict[str, Reader] = {
    ".txt": _text,
    ".text": _text,
    ".html": _html,
    ".htm": _html,
    ".xhtml": _html,
    ".docx": _docx,
    ".jsonl": table.read_json_lines,
    ".ndjson": table.read_json_lines,
    ".json": table.read_json,
    ".csv": table.read_csv,
    ".tsv": table.read_csv,
}
ASIDE = (".", "~$")  # hidden files, and what Word leaves beside an open one
_PAGE_TAGS = (b"<!doctype html", b"<html", b"<head", b"<body")
_PICTURES = 10  # a Word file may hold pictures beside its words
_SNIFF = 1024  # bytes looked at when a file's ending says nothing


def read_sources(
    paths: Iterable[str | os.PathLike[str]],
    *,
    limit: int = DEFAULT_LIMIT,
    stdin: BinaryIO | None = None,
) -> Iterator[Document | SourceError]:
    """Every document under `paths`, in order, or the refusal of what cannot be read.

    `paths` are files and folders (walked in the order of their names, hidden files left out); `-`
    is `stdin`. `limit` is the most bytes that one article may have. Refusals are given, not raised;
    a text that was already given under the same address or outlet is refused as a duplicate.
    """
    seen: dict[str, str] = {}
    for path in paths:
        if os.fspath(path) == "-" and stdin is not None:
            found = read_stream(stdin, "-", limit=limit)
        else:
            found = _read_path(Path(path), limit)
        for item in found:
            if isinstance(item, Document):
                key = identity(item.text, item.url or item.outlet)
                if key in seen:
                    item = DuplicateError(
                        said("the same text as {}", seen[key]),
                        source=item.source,
                        hint="leave it out",
                    )
                else:
                    seen[key] = item.source
            yield item


def read_stream(
    stream: BinaryIO, source: str, *, limit: int = DEFAULT_LIMIT, suffix: str = ""
) -> Iterator[Document | SourceError]:
    """The documents of an open stream of bytes. `suffix` (".csv") says the format, if known."""
    try:
        with translated(source):
            reader = READERS.get(suffix.lower())
            if reader is None:
                head = stream.read(_SNIFF)
                check_bytes(head, source)
                reader, stream = _sniff(head), _Joined(head, stream)
            yield from reader(stream, source, limit)
    except SourceError as error:
        yield error


def read_bytes(
    data: bytes, source: str, *, limit: int = DEFAULT_LIMIT, suffix: str = ""
) -> Iterator[Document | SourceError]:
    """The documents of bytes in memory, as `read_stream`."""
    return read_stream(io.BytesIO(data), source, limit=limit, suffix=suffix)


def _read_path(path: Path, limit: int) -> Iterator[Document | SourceError]:
    for file in files_under(path):
        if isinstance(file, SourceError):
            yield file
        else:
            yield from _read_file(file, limit)


def files_under(path: Path) -> Iterator[Path | SourceError]:
    """The files that `path` names: itself, or a folder's in the order of their names.

    Files of a folder in formats that nobody here reads are refused in their place.
    """
    try:
        with translated(str(path)):
            folder = path.is_dir()
    except SourceError as error:
        yield error
        return
    if not folder:
        yield path
        return
    files = 0
    for file in _walk(path):
        files += 1
        if isinstance(file, SourceError):
            yield file
        elif (refused := irregular(file)) is not None:
            yield refused
        elif _suffix(file) in READERS:
            yield file
        else:
            yield UnreadableError(
                "a format that Rawi does not read", source=str(file),
                hint=said("it reads {}", " ".join(READERS)),
            )  # fmt: skip
    if not files:
        yield UnreadableError("no files in this folder", source=str(path), hint="check the path")


def irregular(path: Path) -> UnreadableError | None:
    """The refusal of a pipe, a device or a socket, whose reading may never end; None for a file.

    What is not there is let through: opening it says why.
    """
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return None
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return None
    return UnreadableError(
        "a pipe or a device, not a file", source=str(path), hint="save what it gives as a file"
    )


def _read_file(path: Path, limit: int) -> Iterator[Document | SourceError]:
    try:
        with opened(path) as stream:
            yield from read_stream(stream, str(path), limit=limit, suffix=_suffix(path))
    except SourceError as error:
        yield error


def _walk(folder: Path) -> Iterator[Path | SourceError]:
    """The files under a folder in the order of their names. Links to folders are refused: they may
    turn in a circle."""
    failed: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=failed.append):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        yield from (Path(place, f) for f in sorted(files) if not f.startswith(ASIDE))
        for link in (f for f in folders if os.path.islink(os.path.join(place, f))):
            yield UnreadableError(
                "a link to a folder, which is not followed", source=os.path.join(place, link),
                hint="name that folder itself",
            )  # fmt: skip
    for error in failed:
        yield UnreadableError(
            said("cannot be read: {}", error.strerror), source=str(error.filename), hint="check it"
        )


def _suffix(path: Path) -> str:
    name = path.name.lower().removesuffix(".gz")
    return os.path.splitext(name)[1]


def _sniff(head: bytes) -> Reader:
    """The reader for bytes whose name says nothing."""
    start = _plain_start(head)
    if start.startswith(b"{"):
        return table.read_json_lines
    if start.startswith(b"[") and start[1:].lstrip().startswith(b"{"):
        return table.read_json
    return _text  # which sees to pages itself


def _is_page(head: bytes) -> bool:
    start = _plain_start(head).lower()
    return start.startswith(b"<") and any(tag in start for tag in _PAGE_TAGS)


def _plain_start(head: bytes) -> bytes:
    """The first bytes without byte order marks, white space and the zero bytes of UTF-16."""
    return head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")


class _Joined(io.RawIOBase):
    """A stream with the bytes that were already taken from it put back in front."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = head
        self._rest = rest

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes; fewer only at the end."""
        if size < 0:
            taken, self._head = self._head, b""
            return taken + self._rest.read()
        taken, self._head = self._head[:size], self._head[size:]
        return taken + self._rest.read(size - len(taken)) if len(taken) < size else taken
