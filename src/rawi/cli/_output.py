"""A file that a command writes for the user: there whole or not at all, and never in a story's place."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from rawi.errors import UsageError, said

SQLITE = b"SQLite format 3"  # how a story begins, as every SQLite file


@contextmanager
def written(path: Path) -> Iterator[BinaryIO]:
    """A stream whose bytes stand at `path` once the block ends well; before, what was there stands.

    Raises UsageError where `path` is a database, and OSError where nothing can be written there.
    """
    path = Path(os.path.realpath(path))  # a link keeps leading where it leads
    if path.exists() and not path.is_file():  # /dev/stdout and its like
        with path.open("wb") as out:
            yield out
        return
    if path.is_file() and _begins(path, SQLITE):
        raise UsageError(
            said("{} is a story or another database, and would be lost", path.name),
            hint="name another file to write",
        )
    if not path.parent.is_dir():
        raise UsageError(
            "its folder does not exist", source=str(path), hint=said("make {} first", path.parent)
        )
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as out:
            yield out
        part.replace(path)
    except OSError as error:
        if error.filename == str(part):  # the user knows nothing of that name
            error.filename = str(path)
        raise
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _begins(path: Path, signature: bytes) -> bool:
    with path.open("rb") as stream:
        return stream.read(len(signature)) == signature
