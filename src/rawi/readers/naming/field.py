"""One linear-chain conditional random field: scores, likelihoods, best labels.

The weights of a word's attributes at each distance are added up when the word is first met and kept, and
all sentences of an article are looked up and go through the recurrences together, so that the cost of a
token is a few table look-ups.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rawi.arabic.words import Token
from rawi.readers.naming import features
from rawi.readers.naming.printed import GAP, Numbers, numbered, room

_TYPES_KEPT = 200_000  # printed words; beyond this the tables are thrown away and begun again
_BESIDE = {f"{d:+d}": k for k, d in enumerate(features.DISTANCES) if d}
_HERE, _REACH = features.DISTANCES.index(0), max(features.DISTANCES)
_NOTHING = 0  # row of an attribute that bears no weight


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
        # an attribute without its distance -> its row in the next
        self._row: dict[str, int] = {"": _NOTHING}
        self._around = self._by_distance(attributes, weights)
        self._begin()

    def _by_distance(self, attributes: Sequence[str], weights: np.ndarray) -> np.ndarray:
        """Weights (attributes without their distance, distances, labels)."""
        at = np.empty((len(attributes), 2), dtype=np.int64)
        for i, a in enumerate(attributes):
            k = _BESIDE.get(a[:2])
            name = a if k is None else a[2:]
            at[i] = self._row.setdefault(name, len(self._row)), _HERE if k is None else k
        shape = (len(self._row), len(features.DISTANCES), self.size)
        out = np.zeros(shape, dtype=np.float32)
        out[at[:, 0], at[:, 1]] = weights
        return out

    def _begin(self) -> None:
        width = (len(features.DISTANCES), self.size)
        self._number: Numbers = {}
        self._vectors = np.zeros((1024, *width), dtype=np.float32)
        self._vectors[GAP] = self._summed(features.EDGE)
        self._vectors[GAP, _HERE] = 0
        self._coarse = np.zeros(1024, dtype=np.int64)  # of each printed word
        self._clusters = [""]  # coarse clusters by number; a gap has number 0
        self._cluster_number: dict[str, int] = {}
        self._pair: dict[int, int] = {}  # two clusters' numbers -> row of the next
        self._pairs = np.zeros((1024, 2, self.size), dtype=np.float32)
        self._group: dict[tuple, int] = {}  # attributes found together -> row of the next
        self._groups = np.zeros((256, *width), dtype=np.float32)

    def total(self, attributes: Sequence[str]) -> np.ndarray:
        """The weights of these attributes, added up."""
        out = np.zeros(self.size, dtype=np.float32)
        for a in attributes:
            w = self.weights.get(a)
            if w is not None:
                out += w
        return out

    def _summed(self, attributes: Sequence[str]) -> np.ndarray:
        """The same for attributes of one's own, at every distance: (distances, labels)."""
        row = self._row
        return self._around[[row[a] for a in attributes if a in row]].sum(0)

    def _meet(self, fresh: Sequence[Token]) -> None:
        """Fills the tables' rows of the words met last."""
        end = len(self._number) + 1
        begin = end - len(fresh)
        described = [features.word_attributes(t) for t in fresh]
        row, known, starts = self._row, [], []
        for words in described:
            starts.append(len(known))
            known.append(_NOTHING)
            known += [row[a] for a in words if a in row]
        self._vectors = room(self._vectors, end)
        self._vectors[begin:end] = np.add.reduceat(self._around[known], starts)
        self._coarse = room(self._coarse, end)
        numbers = self._cluster_number
        for k, words in enumerate(described, begin):
            name = features.coarse(words)
            if name not in numbers:
                numbers[name] = len(self._clusters)
                self._clusters.append(name)
            self._coarse[k] = numbers[name]

    def _pair_row(self, left: int, right: int) -> int:
        """The row of two clusters that meet for the first time; row 0 is that of a sentence's end."""
        row = len(self._pair) + 1
        self._pair[left << 32 | right] = row
        name = f"P{self._clusters[left]}|{self._clusters[right]}"
        self._pairs = room(self._pairs, row + 1)
        self._pairs[row] = self.total([f"R{name}"]), self.total([f"L{name}"])
        return row

    def _group_row(self, attributes: tuple[str, ...], beside: int) -> int:
        """The row of attributes found together, of which the first `beside` are seen from beside."""
        row = self._group.get((attributes, beside))
        if row is None:
            row = self._group[attributes, beside] = len(self._group)
            self._groups = room(self._groups, row + 1)
            self._groups[row] = self._summed(attributes[:beside])
            self._groups[row, _HERE] = self.total(attributes)
        return row

    def emissions(
        self,
        sentences: Sequence[Sequence[Token]],
        phrases: Sequence[Sequence[tuple[str, ...]]],
        recalled: Sequence[Sequence[tuple[str, ...]]] | None = None,
    ) -> list[np.ndarray]:
        """How well each label fits each token of an article's sentences, of which none may be empty,
        before its neighbours' labels are looked at."""
        if len(self._number) > _TYPES_KEPT:
            self._begin()
        rows, starts, fresh = numbered(self._number, sentences, _REACH)
        if fresh:
            self._meet(fresh)
        seen = self._vectors[rows]
        out = seen[:, _HERE].copy()
        for k, distance in enumerate(features.DISTANCES):
            if distance < 0:
                out[-distance:] += seen[:distance, k]
            elif distance > 0:
                out[:-distance] += seen[distance:, k]
        self._add_pairs(out, self._coarse[rows])
        self._add_groups(out, starts, phrases, 1)
        if recalled is not None:
            self._add_groups(out, starts, recalled, None)
        return [out[s : s + len(t)] for s, t in zip(starts, sentences, strict=True)]

    def _add_pairs(self, out: np.ndarray, clusters: np.ndarray) -> None:
        """Adds what two neighbours' coarse clusters say of both; nothing across a sentence's end."""
        keys = clusters[:-1] << 32 | clusters[1:]
        keys[(clusters[:-1] == GAP) | (clusters[1:] == GAP)] = -1
        known = self._pair
        low = (1 << 32) - 1
        rows = [
            0 if k < 0 else known.get(k) or self._pair_row(k >> 32, k & low) for k in keys.tolist()
        ]
        found = self._pairs[rows]
        out[:-1] += found[:, 0]
        out[1:] += found[:, 1]

    def _add_groups(
        self,
        out: np.ndarray,
        starts: Sequence[int],
        found: Sequence[Sequence[tuple[str, ...]]],
        beside: int | None,
    ) -> None:
        """Adds what is known of single tokens; their neighbours see the first `beside` attributes of it."""
        at, rows = [], []
        for start, sentence in zip(starts, found, strict=True):
            for i, own in enumerate(sentence, start):
                if own:
                    at.append(i)
                    rows.append(self._group_row(own, len(own) if beside is None else beside))
        if at:
            where, weights = np.array(at), self._groups[rows]
            for k, distance in enumerate(features.DISTANCES):
                if abs(distance) <= 1:
                    out[where - distance] += weights[:, k]

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
