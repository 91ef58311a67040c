"""A story file: opening it, its connections, its transactions, and the errors it can raise.

Every thread has a connection of its own (SQLite's are not to be shared), in autocommit; writing
happens inside `Store.transaction()` only. Journal mode is WAL, so that readers never wait for a
writer.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rawi.errors import (
    LockedError,
    NewerStoryError,
    NoSuchRecordError,
    NotAStoryError,
    StoryError,
    said,
)
from rawi.store.memory import Memory
from rawi.store.schema import APPLICATION_ID, MIGRATIONS, Migration, migrate

BUSY_SECONDS = (
    10  # how long to wait for another program's write; one article's write takes milliseconds
)

# Pages of 4 KB in the log before they are moved into the file. Measured on 1,000 news articles: 8,000
# takes them in a fifth faster than SQLite's own 1,000; the log then stays below 32 MB.
CHECKPOINT_PAGES = 8_000
_READ_ONLY = "the file cannot be written"


def writable(path: Path) -> bool:
    """Whether this user may write there; a story in a place to read from only is opened as it is."""
    return os.access(path, os.W_OK)


def bounded(count: int) -> int:
    """A limit or an offset that SQLite can take: not negative, and no more rows than a file has."""
    return min(max(0, count), 2**31)


class Store:
    """The open file. `path` is as given; `close` closes every thread's connection; `memory` keeps what was made
    of the whole story until the story changes."""

    def __init__(self, path: str | Path, *, create: bool = True) -> None:
        self.path = Path(path)
        self.memory = Memory(self.path)
        self._local = threading.local()
        self._all: list[sqlite3.Connection] = []
        self._guard = threading.Lock()
        self._closed = False
        self._check_file(create)
        with self._plain_errors():
            migrate(self.connection, "store", MIGRATIONS)

    def _check_file(self, create: bool) -> None:
        name = str(self.path)
        try:
            folder = self.path.is_dir()
        except OSError as error:  # a name that is too long, a path that no system has
            raise NotAStoryError(
                said("cannot be opened: {}", error.strerror), source=name, hint="check the path"
            ) from error
        if folder:
            raise NotAStoryError("this is a folder", source=name, hint="name a story file")
        if not self.path.exists():
            if not create:
                raise NotAStoryError(
                    "there is no such story",
                    source=name,
                    hint="make one with: rawi add STORY FILE…",
                )
            if not self.path.parent.is_dir():
                raise NotAStoryError(
                    "its folder does not exist",
                    source=name,
                    hint=said("make {} first", self.path.parent),
                )
            return
        if self.path.stat().st_size == 0:
            return
        with self._plain_errors():
            identity = self.connection.execute("PRAGMA application_id").fetchone()[0]
            version = self.connection.execute("PRAGMA user_version").fetchone()[0]
            new = identity == 0 and not self.one("SELECT count(*) FROM sqlite_master")
        if new:  # made a moment ago, by another program or by one that was stopped
            return
        if identity != APPLICATION_ID:
            self.close()
            raise NotAStoryError(
                "this is a database, but not a Rawi story", source=name, hint="name another file"
            )
        if version > len(MIGRATIONS):
            self.close()
            raise NewerStoryError(
                said(
                    "this story was written by a later Rawi (its format is {}, this one knows {})",
                    version,
                    len(MIGRATIONS),
                ),
                source=name,
                hint="update Rawi",
            )

    @property
    def connection(self) -> sqlite3.Connection:
        """This thread's connection. Reading needs nothing else; write inside `transaction()`."""
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None or self._closed:
            if self._closed:
                raise StoryError("the story was closed", source=str(self.path))
            found = self._connect()
            self._local.connection = found
            with self._guard:
                self._all.append(found)
        return found

    def _connect(self) -> sqlite3.Connection:
        fixed = self.path.exists() and not (writable(self.path) and writable(self.path.parent))
        place = f"{self.path.absolute().as_uri()}?immutable=1" if fixed else str(self.path)
        with self._plain_errors():
            made = sqlite3.connect(
                place,
                timeout=BUSY_SECONDS,
                isolation_level=None,
                check_same_thread=False,
                uri=fixed,
            )
            made.row_factory = sqlite3.Row
            if fixed:
                return made
            made.execute("PRAGMA foreign_keys = ON")
            made.execute("PRAGMA journal_mode = WAL")
            made.execute("PRAGMA synchronous = NORMAL")
            made.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
            made.execute("PRAGMA cache_size = -32000")  # 32 MB: the indexes of a large story
            return made

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing. Inside another transaction of this thread it joins that one."""
        connection = self.connection
        if connection.in_transaction:
            yield connection
            return
        with self._plain_errors():
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def migrate(self, room: str, migrations: tuple[Migration, ...]) -> None:
        """Bring the tables of another room (a derived module) up to date."""
        try:
            with self._plain_errors():
                migrate(self.connection, room, migrations)
        except StoryError as error:
            if error.reason != _READ_ONLY:
                raise
            raise StoryError(
                "an older Rawi wrote this story, and the file cannot be written to bring it up to date",
                source=str(self.path), hint="open a copy in a folder of yours",
            ) from error  # fmt: skip

    def rows(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> list[sqlite3.Row]:
        """Every row that a query gives."""
        with self._plain_errors():
            return self.connection.execute(sql, values).fetchall()

    def stream(
        self, sql: str, values: Sequence[Any] | dict[str, Any] = ()
    ) -> Iterator[sqlite3.Row]:
        """The rows of a query one by one, for who may want only the first of them."""
        with self._plain_errors():
            yield from self.connection.execute(sql, values)

    def one(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> Any:
        """The first column of a query's first row, None where there is none."""
        with self._plain_errors():
            row = self.connection.execute(sql, values).fetchone()
        return row[0] if row else None

    def close(self) -> None:
        """Close every connection. The file is then whole by itself (no -wal beside it)."""
        self._closed = True
        with self._guard:
            for connection in self._all:
                connection.close()
            self._all.clear()

    @contextmanager
    def _plain_errors(self) -> Iterator[None]:
        """SQLite's errors as ours, in words that say what to do."""
        name = str(self.path)
        try:
            yield
        except UnicodeEncodeError as error:
            raise StoryError(
                "half a surrogate pair, which no file of text can hold",
                source=name,
                hint="leave that character out",
            ) from error
        except OverflowError as error:
            raise NoSuchRecordError(
                "a number larger than any in a story", source=name, hint="check the number"
            ) from error
        except sqlite3.OperationalError as error:
            what = str(error)
            if "locked" in what or "busy" in what:
                raise LockedError(
                    "another program is writing to this story",
                    source=name,
                    hint="wait until it is done, then try again",
                ) from error
            if "readonly" in what or "unable to open" in what:
                raise StoryError(
                    _READ_ONLY, source=name, hint="check its permissions"
                ) from error
            if "disk" in what and "full" in what:
                raise StoryError("the disk is full", source=name, hint="make room") from error
            if "disk I/O" in what:
                raise StoryError(
                    "the disk does not answer as it should", source=name,
                    hint="check the disk, or copy the story to another",
                ) from error  # fmt: skip
            if "decode to UTF-8" in what:
                raise self._damaged() from error
            raise
        except sqlite3.DatabaseError as error:
            if "not a database" in str(error):
                raise NotAStoryError(
                    "this is not a story", source=name, hint="name another file"
                ) from error
            if "malformed" in str(error):
                raise self._damaged() from error
            raise

    def _damaged(self) -> NotAStoryError:
        return NotAStoryError(
            "the file is damaged", source=str(self.path),
            hint="restore a copy, or add the articles anew",
        )  # fmt: skip
