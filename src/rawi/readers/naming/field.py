"""One linear-chain conditional random field: scores, likelihoods, best labels.

The weights of a word's attributes at each distance are added up when the word is first met and kept, and
all sentences of an article go through the recurrences together, so that the cost of a token is a few table
look-ups.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rawi.arabic.words import Token
from rawi.readers.naming import features

_TYPES_KEPT = 200_000  # printed words; beyond this the tables are thrown away and begun again


class Field:
    """One conditional random field: weights by attribute, and how labels follow one another."""

    def __init__(
        self,
        labels: Sequence[str],
        attributes: Sequence[str],
        weights: np.ndarray,
        moves: np.ndarray,
    ) -> None:
        self.labels = tuple(labels)
        self.size = len(self.labels)
        self.weights = {a: weights[i] for i, a in enumerate(attributes)}
        self.moves = moves
        self._zero = np.zeros(self.size, dtype=np.float32)
        self._number: dict[tuple[str, str], int] = {}
        self._vectors = np.zeros((1024, len(features.DISTANCES), self.size), dtype=np.float32)
        self._coarse: list[int] = []
        self._coarse_names: dict[str, int] = {}
        self._coarse_list: list[str] = []  # names by number
        self._pairs: dict[tuple[int, int], tuple[np.ndarray, np.ndarray]] = {}
        self._sums: dict[tuple[str, ...], np.ndarray] = {}
        self._edges = [self.total(features.near(features.EDGE, d)) for d in features.DISTANCES]

    def total(self, attributes: Sequence[str]) -> np.ndarray:
        """The weights of these attributes, added up."""
        out = self._zero.copy()
        for a in attributes:
            w = self.weights.get(a)
            if w is not None:
                out += w
        return out

    def _kept(self, attributes: tuple[str, ...]) -> np.ndarray:
        found = self._sums.get(attributes)
        if found is None:
            found = self._sums[attributes] = self.total(attributes)
        return found

    def number(self, token: Token) -> int:
        """The row of a printed word in the tables, made when first met."""
        key = (token.text, token.kind)
        row = self._number.get(key)
        if row is None:
            if len(self._number) >= _TYPES_KEPT:
                self._number.clear()
                self._coarse.clear()
            row = self._number[key] = len(self._number)
            if row >= len(self._vectors):
                self._vectors = np.concatenate([self._vectors, np.zeros_like(self._vectors)])
            words = features.word_attributes(token)
            for k, distance in enumerate(features.DISTANCES):
                self._vectors[row, k] = self.total(features.near(words, distance))
            name = features.coarse(words)
            known = self._coarse_names.setdefault(name, len(self._coarse_names))
            if known == len(self._coarse_list):
                self._coarse_list.append(name)
            self._coarse.append(known)
        return row

    def emissions(
        self,
        tokens: Sequence[Token],
        phrases: Sequence[tuple[str, ...]],
        recalled: Sequence[tuple[str, ...]] | None = None,
    ) -> np.ndarray:
        """How well each label fits each token, before its neighbours' labels are looked at."""
        n = len(tokens)
        rows = np.array([self.number(t) for t in tokens])
        vectors = self._vectors
        out = vectors[rows, 2].copy()
        for k, distance in enumerate(features.DISTANCES):
            if distance < 0:
                out[-distance:] += vectors[rows[:distance], k]
            elif distance > 0:
                out[:-distance] += vectors[rows[distance:], k]
        out[0] += self._edges[1]
        out[-1] += self._edges[3]
        coarse = [self._coarse[r] for r in rows]
        for i in range(1, n):
            pair = (coarse[i - 1], coarse[i])
            found = self._pairs.get(pair)
            if found is None:
                joined = f"P{self._coarse_list[pair[0]]}|{self._coarse_list[pair[1]]}"
                found = self._pairs[pair] = (self.total(["R" + joined]), self.total(["L" + joined]))
            out[i - 1] += found[0]
            out[i] += found[1]
        for i, own in enumerate(phrases):
            if own:
                out[i] += self._kept(own)
                if i:
                    out[i - 1] += self._kept(("+1" + own[0],))
                if i + 1 < n:
                    out[i + 1] += self._kept(("-1" + own[0],))
        for i, own in enumerate(recalled or ()):
            if own:
                out[i] += self._kept(own)
                if i:
                    out[i - 1] += self._kept(tuple("+1" + a for a in own))
                if i + 1 < n:
                    out[i + 1] += self._kept(tuple("-1" + a for a in own))
        return out

    def likelihoods(
        self, emissions: Sequence[np.ndarray], moves: np.ndarray | None = None
    ) -> list[np.ndarray]:
        """The likelihood of each label at each token of each sentence (forward-backward).

        `moves`: how labels follow one another, where not as in this field.
        """
        lengths = np.array([len(e) for e in emissions])
        longest, count = int(lengths.max()), len(emissions)
        padded = np.zeros((longest, count, self.size), dtype=np.float32)
        for s, e in enumerate(emissions):
            padded[: len(e), s] = e
        peak = padded.max(axis=2, keepdims=True)
        scores = np.exp(padded - peak)
        move = np.exp(self.moves if moves is None else moves)
        ahead = np.empty_like(scores)
        ahead[0] = scores[0] / scores[0].sum(axis=1, keepdims=True)
        for t in range(1, longest):
            row = (ahead[t - 1] @ move) * scores[t]
            ahead[t] = row / row.sum(axis=1, keepdims=True)
        back = np.ones_like(scores)
        for t in range(longest - 2, -1, -1):
            row = (back[t + 1] * scores[t + 1]) @ move.T
            row /= row.sum(axis=1, keepdims=True)
            back[t] = np.where((lengths > t + 1)[:, None], row, 1.0)
        both = ahead * back
        both /= both.sum(axis=2, keepdims=True)
        return [both[: len(e), s] for s, e in enumerate(emissions)]

    def best(
        self, emissions: Sequence[np.ndarray], moves: np.ndarray | None = None
    ) -> list[np.ndarray]:
        """The best sequence of labels of each sentence (Viterbi); `moves` as in `likelihoods`."""
        moves = self.moves if moves is None else moves
        lengths = [len(e) for e in emissions]
        longest, count = max(lengths), len(emissions)
        padded = np.zeros((longest, count, self.size), dtype=np.float32)
        for s, e in enumerate(emissions):
            padded[: len(e), s] = e
        came = np.zeros((longest, count, self.size), dtype=np.int8)
        tops = np.empty((longest, count, self.size), dtype=np.float32)
        tops[0] = padded[0]
        for t in range(1, longest):
            ways = tops[t - 1][:, :, None] + moves
            came[t] = ways.argmax(axis=1)
            tops[t] = ways.max(axis=1) + padded[t]
        out = []
        for s, n in enumerate(lengths):
            path = np.empty(n, dtype=np.int64)
            path[-1] = tops[n - 1, s].argmax()
            for t in range(n - 1, 0, -1):
                path[t - 1] = came[t, s, path[t]]
            out.append(path)
        return out
