"""The trained tagger: two linear-chain conditional random fields over an article's sentences.

The first pass labels every sentence by itself; the second sees what the first made of the same words
elsewhere in the article (`memory.py`). Lafferty, McCallum and Pereira 2001; training is in
tools/train_names.py, the model's card beside the model (`model/names.md`).

The weights of a word's attributes at each distance are added up when the word is first met and kept,
and all sentences of an article go through the recurrences together, so that the cost of a token is a few
table look-ups.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from zipfile import BadZipFile

import numpy as np

from rawi.arabic.words import Token
from rawi.errors import ModelError
from rawi.readers.naming import features, gazetteer, memory
from rawi.readers.naming.gazetteer import Match

MODEL = "names.npz"
FORMAT = 1
_TYPES_KEPT = (
    200_000  # printed words; beyond this the oldest tables are thrown away and begun again
)


@dataclass(frozen=True, slots=True)
class Tagged:
    """A span the tagger found: tokens `first:last` of its sentence, PER, LOC, ORG or MISC."""

    first: int
    last: int
    label: str
    score: float  # the mean likelihood of its tokens' labels


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
            self._coarse.append(self._coarse_names.setdefault(name, len(self._coarse_names)))
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
        names = {v: k for k, v in self._coarse_names.items()} if n > 1 else {}
        coarse = [self._coarse[r] for r in rows]
        for i in range(1, n):
            pair = (coarse[i - 1], coarse[i])
            found = self._pairs.get(pair)
            if found is None:
                joined = f"P{names[pair[0]]}|{names[pair[1]]}"
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

    def likelihoods(self, emissions: Sequence[np.ndarray]) -> list[np.ndarray]:
        """The likelihood of each label at each token of each sentence (forward-backward)."""
        lengths = np.array([len(e) for e in emissions])
        longest, count = int(lengths.max()), len(emissions)
        padded = np.zeros((longest, count, self.size), dtype=np.float32)
        for s, e in enumerate(emissions):
            padded[: len(e), s] = e
        peak = padded.max(axis=2, keepdims=True)
        scores = np.exp(padded - peak)
        move = np.exp(self.moves)
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

    def best(self, emissions: Sequence[np.ndarray]) -> list[np.ndarray]:
        """The best sequence of labels of each sentence (Viterbi)."""
        lengths = [len(e) for e in emissions]
        longest, count = max(lengths), len(emissions)
        padded = np.zeros((longest, count, self.size), dtype=np.float32)
        for s, e in enumerate(emissions):
            padded[: len(e), s] = e
        came = np.zeros((longest, count, self.size), dtype=np.int8)
        tops = np.empty((longest, count, self.size), dtype=np.float32)
        tops[0] = padded[0]
        for t in range(1, longest):
            ways = tops[t - 1][:, :, None] + self.moves
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


class Tagger:
    """Both passes over one article."""

    def __init__(self, first: Field, second: Field, outside: float = 0.0) -> None:
        self.first, self.second = first, second
        self.outside = (
            outside  # taken off the score of «no name»: finds more, and more that are wrong
        )

    def label(
        self, sentences: Sequence[Sequence[Token]], matches: Sequence[Sequence[Match]]
    ) -> tuple[list[np.ndarray], list[np.ndarray]]:
        """Label numbers and likelihoods of every sentence's tokens. No sentence may be empty."""
        phrases = [
            features.phrase_attributes(len(t), m) for t, m in zip(sentences, matches, strict=True)
        ]
        early = [self.first.emissions(t, p) for t, p in zip(sentences, phrases, strict=True)]
        recalled = memory.recall(sentences, by_type(self.first, self.first.likelihoods(early)))
        late = [
            self.second.emissions(t, p, r)
            for t, p, r in zip(sentences, phrases, recalled, strict=True)
        ]
        none = self.second.labels.index("O")
        for e in late:
            e[:, none] -= self.outside
        return self.second.best(late), self.second.likelihoods(late)

    def tag(
        self,
        sentences: Sequence[Sequence[Token]],
        matches: Sequence[Sequence[Match]] | None = None,
    ) -> list[list[Tagged]]:
        """The names in each sentence of one article."""
        if matches is None:
            matches = [gazetteer.matches(tokens) for tokens in sentences]
        full = [s for s in range(len(sentences)) if sentences[s]]
        out: list[list[Tagged]] = [[] for _ in sentences]
        if full:
            paths, sure = self.label([sentences[s] for s in full], [matches[s] for s in full])
            for s, path, row in zip(full, paths, sure, strict=True):
                out[s] = _spans([self.second.labels[k] for k in path], row[range(len(path)), path])
        return out


def by_type(field: Field, likely: Sequence[np.ndarray]) -> list[list[list[float]]]:
    """Likelihoods of labels, B and I of one type together, in the order of `memory.TYPES`."""
    columns = [[k for k, name in enumerate(field.labels) if name[2:] == t] for t in memory.TYPES]
    return [np.stack([row[:, c].sum(axis=1) for c in columns], axis=1).tolist() for row in likely]


def _spans(labels: Sequence[str], sure: np.ndarray) -> list[Tagged]:
    out: list[Tagged] = []
    first = None
    for i, label in enumerate((*labels, "O")):
        if first is not None and (label[0] != "I" or label[2:] != labels[first][2:]):
            out.append(Tagged(first, i, labels[first][2:], float(np.mean(sure[first:i]))))
            first = None
        if first is None and label != "O":
            first = i
    return out


def read_model(data: bytes) -> Tagger:
    """A tagger from a model file's bytes: plain arrays, nothing that could run."""
    try:
        with np.load(io.BytesIO(data), allow_pickle=False) as arrays:
            if int(arrays["format"]) != FORMAT:
                raise ModelError(f"format {int(arrays['format'])}, not {FORMAT}", source=MODEL)
            labels = bytes(arrays["labels"]).decode("utf-8").split("\n")
            fields = [
                Field(
                    labels,
                    bytes(arrays[f"attributes{k}"]).decode("utf-8").split("\n"),
                    arrays[f"weights{k}"].astype(np.float32) * float(arrays[f"scale{k}"]),
                    arrays[f"moves{k}"].astype(np.float32),
                )
                for k in (1, 2)
            ]
            return Tagger(*fields, outside=float(arrays["outside"]))
    except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
        raise ModelError("not a names model", source=MODEL, hint="make train-names") from error


def write_model(tagger: Tagger) -> bytes:
    """The bytes `read_model` reads. Weights are kept as bytes, 127 standing for the largest."""
    arrays: dict[str, np.ndarray] = {
        "format": np.array(FORMAT),
        "outside": np.array(tagger.outside, dtype=np.float32),
        "labels": _text(tagger.first.labels),
    }
    for k, field in ((1, tagger.first), (2, tagger.second)):
        names = sorted(field.weights)
        table = np.stack([field.weights[n] for n in names])
        scale = float(np.abs(table).max()) / 127
        small = np.round(table / scale).astype(np.int8)
        kept = np.flatnonzero(np.abs(small).max(axis=1) > 0)
        arrays |= {
            f"attributes{k}": _text([names[i] for i in kept]),
            f"weights{k}": small[kept],
            f"scale{k}": np.array(scale),
            f"moves{k}": field.moves.astype(np.float32),
        }
    out = io.BytesIO()
    np.savez_compressed(out, **arrays)
    return out.getvalue()


def _text(lines: Sequence[str]) -> np.ndarray:
    return np.frombuffer("\n".join(lines).encode("utf-8"), dtype=np.uint8)


@cache
def tagger() -> Tagger:
    """The tagger that ships with the package."""
    path = files("rawi.readers.naming").joinpath("model", MODEL)
    if not path.is_file():
        raise ModelError("the model is missing", source=MODEL, hint="make train-names")
    return read_model(path.read_bytes())
