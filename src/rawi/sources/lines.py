"""A stream of bytes as numbered lines of text, one bad line at a time.

A line that is too long or cannot be decoded is given as the refusal of that line, and the rest goes
on.
Only a line feed ends a line: U+2028, U+0085 and their kind are letters of the row they stand in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from rawi.errors import DecodingError, SourceError, TooLargeError, said
from rawi.sources.decode import decode_as, detect

_CHUNK = 2**18


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its line feed; `number` counts from 1."""

    number: int
    text: str


def read_lines(stream: BinaryIO, source: str, limit: int) -> Iterator[Line | SourceError]:
    """The lines of `stream`, each with its refusal where it cannot be decoded or is too long."""
    head = stream.read(_CHUNK)
    try:
        encoding, skip = detect(head, source, whole=len(head) < _CHUNK)
    except DecodingError:  # then each bad line is told by itself, and the good ones are read
        encoding, skip = "utf-8", 0
    feed = "\n".encode(encoding)
    number, base, rest, dropping = 1, skip, head[skip:], False
    while True:
        begin = 0
        while (end := _find(rest, feed, begin)) >= 0:
            if dropping:
                dropping = False
            else:
                yield _line(rest[begin:end], encoding, source, number, base + begin, limit)
            number += 1
            begin = end + len(feed)
        base, rest = base + begin, rest[begin:]
        if len(rest) > limit:
            if not dropping:
                yield _too_long(source, number, limit)
            cut = len(rest) - len(rest) % len(feed)
            base, rest, dropping = base + cut, rest[cut:], True
        more = stream.read(_CHUNK)
        if not more:
            break
        rest += more
    if rest and not dropping:
        yield _line(rest, encoding, source, number, base, limit)


def _find(data: bytes, feed: bytes, begin: int) -> int:
    """Where `feed` next stands whole (in UTF-16 its two bytes also occur across characters)."""
    at = data.find(feed, begin)
    while at >= 0 and at % len(feed):
        at = data.find(feed, at + 1)
    return at


def _line(
    data: bytes, encoding: str, source: str, number: int, base: int, limit: int
) -> Line | SourceError:
    if len(data) > limit:
        return _too_long(source, number, limit)
    try:
        return Line(number, decode_as(data, encoding, source, base=base))
    except DecodingError as error:
        return DecodingError(
            said("line {}: {}", number, error.reason),
            offset=error.offset,
            source=source,
            hint=error.hint,
        )


def _too_long(source: str, number: int, limit: int) -> TooLargeError:
    return TooLargeError(
        said("line {}: more than {:,} bytes in one article", number, limit), source=source,
        hint="split it into its articles, or raise the limit",
    )  # fmt: skip
