"""What is made of the whole story, kept until the story changes.

Counting a large story takes a tenth of a second; its pages ask for the same counts again and again, and its
questions for the same vectors and names. An answer holds for one state of the story's file: SQLite in WAL mode
touches the file or its `-wal` with every commit, by whatever program, so size and time of both tell the state.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

T = TypeVar("T")
MOST = 256  # answers kept; the oldest goes first


class Memory:
    """Answers by name, for one state of one file. Safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        self._files = (path, path.with_name(f"{path.name}-wal"))
        self._lock = Lock()
        self._state: object = None
        self._answers: OrderedDict[object, Any] = OrderedDict()

    def recall(self, name: object, make: Callable[[], T]) -> T:
        """The answer called `name`, made anew where the story has changed since it was made."""
        state = tuple(_state(file) for file in self._files)
        with self._lock:
            if state != self._state:
                self._state = state
                self._answers.clear()
            if name in self._answers:
                self._answers.move_to_end(name)
                return self._answers[name]  # type: ignore[no-any-return]
        made = make()
        with self._lock:
            if state == self._state:
                self._answers[name] = made
                if len(self._answers) > MOST:
                    self._answers.popitem(last=False)
        return made


def _state(file: Path) -> tuple[int, int] | None:
    try:
        stat = file.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size
