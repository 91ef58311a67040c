"""Opens what a path names, unpacks gzip within bounds, and turns the system's errors into ours."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from rawi.errors import MalformedError, SourceError, TooLargeError, UnreadableError, said
from rawi.sources.check import check_size

_GZIP = b"\x1f\x8b"
# Text shrinks to a fifth or a tenth; a file that unpacks to 200 times its size is built to
# fill a disk.
_RATIO = 200
_RATIO_FROM = 64 * 2**20  # below this many unpacked bytes the ratio does no harm


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The bytes of `path` as a stream, unpacked where they are gzip. Raises SourceError only."""
    source = str(path)
    with translated(source):
        if path.is_dir():
            raise UnreadableError("a folder, not a file", source=source)
        size = path.stat().st_size
        with path.open("rb") as raw:
            if raw.peek(2)[:2] == _GZIP:  # a pipe that was named cannot be read twice
                with gzip.GzipFile(fileobj=raw) as packed:
                    yield cast(BinaryIO, _Bounded(cast(BinaryIO, packed), size, source))
            else:
                yield raw


@contextmanager
def translated(source: str) -> Iterator[None]:
    """Turns what the operating system or gzip raises inside into the refusal of `source`."""
    try:
        yield
    except SourceError:
        raise
    except FileNotFoundError:
        raise UnreadableError(
            "no such file or folder", source=source, hint="check the path"
        ) from None
    except PermissionError:
        raise UnreadableError(
            "no permission to read it", source=source, hint="change its permissions"
        ) from None
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise MalformedError(
            said("broken gzip: {}", error), source=source, hint="fetch or pack it again"
        ) from None
    except (OSError, ValueError) as error:  # ValueError: a zero byte in a path
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableError(said("cannot be read: {}", reason), source=source) from None


def read_bounded(stream: BinaryIO, limit: int, source: str) -> bytes:
    """All of `stream`, or TooLargeError when it holds more than `limit` bytes."""
    data = stream.read(limit + 1)
    check_size(len(data), limit, source)
    return data


class _Bounded:
    """An unpacked stream that refuses to grow out of all proportion to the file it comes from."""

    def __init__(self, stream: BinaryIO, packed: int, source: str) -> None:
        self._stream = stream
        self._bound = max(_RATIO_FROM, packed * _RATIO)
        self._source = source
        self._read = 0

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes."""
        data = self._stream.read(size)
        self._read += len(data)
        if self._read > self._bound:
            raise TooLargeError(
                said("unpacks to more than {} times its size", _RATIO), source=self._source,
                hint="unpack it yourself if you trust it",
            )  # fmt: skip
        return data
