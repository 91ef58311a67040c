"""An article's fingerprints: a few hashes of its word runs, enough to meet every copied passage.

Winnowing (Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting",
SIGMOD 2003): of every `WINDOW` neighbouring hashes of `GRAM` words the smallest is kept, so that any run of
`GRAM + WINDOW - 1` = 8 words that two texts share leaves at least one fingerprint in common, while about
half of the hashes need not be stored.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from rawi.arabic.analysis import Analysis

GRAM = 6  # words hashed together
WINDOW = 3  # GRAM + WINDOW - 1 = 8 words: the shortest passage that records.md calls reuse
_BASE = np.uint64(0x9E3779B97F4A7C15)  # odd, so that multiplying is a bijection modulo 2**64


@lru_cache(maxsize=200_000)
def _word_hash(word: str) -> int:
    return int.from_bytes(
        blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big"
    )


def comparable(analysis: Analysis) -> tuple[list[str], list[int]]:
    """The words that count when texts are compared, and each one's index in `analysis.tokens`.

    Words are folded, and a conjunction written onto the front (و، ف) is left out: it is the first thing
    an editor changes. Marks are passed over.
    """
    words: list[str] = []
    places: list[int] = []
    for index, token in enumerate(analysis.tokens):
        if token.kind == "mark" or not token.norm:
            continue
        norm = token.norm
        if token.proclitics and token.proclitics[0] in ("و", "ف") and len(norm) > 2:
            norm = norm[1:]
        words.append(norm)
        places.append(index)
    return words, places


def fingerprints(words: list[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The winnowed hashes of `words` and the word position where each one's run begins.

    Both arrays have the same length, ordered by position; empty when there are fewer than GRAM words.
    Hashes are signed 64-bit, so that SQLite can hold them.
    """
    count = len(words) - GRAM + 1
    if count <= 0:
        return np.empty(0, np.int64), np.empty(0, np.int64)
    each = np.fromiter((_word_hash(w) for w in words), np.uint64, len(words))
    grams = np.zeros(count, np.uint64)
    with np.errstate(over="ignore"):
        for offset in range(GRAM):
            grams = grams * _BASE + each[offset : offset + count]
        grams ^= grams >> np.uint64(31)
        grams *= np.uint64(
            0xBF58476D1CE4E5B9
        )  # the finaliser of splitmix64: spreads the minima evenly
        grams ^= grams >> np.uint64(29)
    if count <= WINDOW:
        kept = np.array([int(np.argmin(grams))])
    else:
        windows = np.lib.stride_tricks.sliding_window_view(grams, WINDOW)
        # Of equal minima the rightmost is kept, as the paper advises: it thins runs of repeats.
        last = WINDOW - 1 - np.argmin(windows[:, ::-1], axis=1)
        kept = np.unique(last + np.arange(len(windows)))
    return grams[kept].view(np.int64), kept.astype(np.int64)
