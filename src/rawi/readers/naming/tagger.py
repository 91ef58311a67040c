"""The trained tagger: two linear-chain conditional random fields and two networks over an article.

The first field labels every sentence by itself; the second sees what the first made of the same words
elsewhere in the article (`memory.py`; Lafferty, McCallum and Pereira 2001). The networks (`network.py`) were
taught by large sentence models. The labels are the best sequence under both, their scores added up by
shares: a product of experts (Hinton 2002). Training is in tools/train_names.py, the model's card beside
the model (`model/names.md`). The arithmetic of one field is in `field.py`.
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
from rawi.readers.naming import clubs, features, leaning, memory
from rawi.readers.naming.field import Field
from rawi.readers.naming.gazetteer import Match
from rawi.readers.naming.network import Network

MODEL = "names.npz"
FORMAT = 3
LAYERS = ("c1", "c2", "c3", "c4", "m", "meaning")
SHARE = 0.6  # of the networks' scores
DOUBT = 0.6  # taken off the score of «no name»: the fields, heard beside others, are too silent


@dataclass(frozen=True, slots=True)
class Tagged:
    """A span the tagger found: tokens `first:last` of its sentence, PER, LOC, ORG or MISC."""

    first: int
    last: int
    label: str
    score: float  # the mean likelihood of its tokens' labels


class Tagger:
    """Fields and network over one article."""

    def __init__(
        self, first: Field, second: Field, network: Network | None = None, share: float = SHARE
    ) -> None:
        self.first, self.second, self.network = first, second, network
        self.share = share

    def label(
        self,
        sentences: Sequence[Sequence[Token]],
        matches: Sequence[Sequence[Match]],
        way: str = "",
    ) -> tuple[list[np.ndarray], list[np.ndarray]]:
        """Label numbers and likelihoods of every sentence's tokens. No sentence may be empty.

        A label less likely than «no name» may be among the best: see DOUBT.

        `way`: one of `network.WAYS`. The fields know newswire's only; in another the network decides alone.
        """
        phrases = [
            features.phrase_attributes(len(t), m) for t, m in zip(sentences, matches, strict=True)
        ]
        if way:
            other = self.network.emissions(sentences, phrases, way)
            moves = self.network.moves(way)
            paths = self._best(other, moves, sentences, matches, way)
            return paths, self.second.likelihoods(other, moves)
        early = self.first.emissions(sentences, phrases)
        recalled = memory.recall(sentences, by_type(self.first, self.first.likelihoods(early)))
        both = self.second.emissions(sentences, phrases, recalled)
        moves = self.second.moves
        if self.network is not None:
            share = self.share
            other = self.network.emissions(sentences, phrases)
            both = [(1 - share) * b + share * o for b, o in zip(both, other, strict=True)]
            moves = (1 - share) * moves + share * self.network.moves()
        sure = self.second.likelihoods(both, moves)
        if self.network is not None:
            for scores in both:
                scores[:, 0] -= DOUBT
        return self._best(both, moves, sentences, matches, way), sure

    def _best(
        self,
        scores: Sequence[np.ndarray],
        moves: np.ndarray,
        sentences: Sequence[Sequence[Token]],
        matches: Sequence[Sequence[Match]],
        way: str,
    ) -> list[np.ndarray]:
        """The best labels, with what the lexicons know that the model was not taught (`leaning.py`)."""
        labels = self.first.labels
        for row, tokens, found in zip(scores, sentences, matches, strict=True):
            leaning.lean(row, labels, tokens, found, way)
        paths = self.second.best(scores, moves)
        if leaning.BODY not in leaning.KNOWN.get(way, {}):
            return paths
        for row, tokens, found, path in zip(scores, sentences, matches, paths, strict=True):
            seen = [(t.first, t.last, t.label) for t in _spans([labels[k] for k in path], row.max(axis=1))]
            leaning.lean_to_bodies(row, labels, tokens, found, seen, way)
        return self.second.best(scores, moves)

    def tag(
        self,
        sentences: Sequence[Sequence[Token]],
        matches: Sequence[Sequence[Match]] | None = None,
        way: str = "",
    ) -> list[list[Tagged]]:
        """The names in each sentence of one article; `way` as in `label`."""
        if matches is None:
            matches = clubs.matches(sentences)
        full = [s for s in range(len(sentences)) if sentences[s]]
        out: list[list[Tagged]] = [[] for _ in sentences]
        if full:
            paths, sure = self.label([sentences[s] for s in full], [matches[s] for s in full], way)
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
            labels = _lines(arrays["labels"])
            fields = [
                Field(
                    labels,
                    _lines(arrays[f"attributes{k}"]),
                    arrays[f"weights{k}"].astype(np.float32) * float(arrays[f"scale{k}"]),
                    arrays[f"moves{k}"].astype(np.float32),
                )
                for k in (1, 2)
            ]
            parts = {k[4:]: arrays[k] for k in arrays.files if k.startswith("net.")}
            words, phrases = _lines(parts.pop("attributes")), _lines(parts.pop("found"))
            for name in [k for k in parts if k.startswith("scale.")]:
                parts[name[6:]] = _unpacked(parts[name[6:]], parts.pop(name))
            return Tagger(*fields, Network(words, phrases, parts), float(arrays["share"]))
    except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
        raise ModelError("not a names model", source=MODEL, hint="make train-names") from error


def write_model(tagger: Tagger) -> bytes:
    """The bytes `read_model` reads.

    The fields' weights are kept as bytes, 127 standing for the largest; the networks' large tables in four
    bits and their layers in bytes, with a scale for each row or column.
    """
    arrays: dict[str, np.ndarray] = {
        "format": np.array(FORMAT),
        "share": np.array(tagger.share, dtype=np.float32),
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
    parts = dict(tagger.network.arrays)
    for name in LAYERS:
        arrays[f"net.{name}"], arrays[f"net.scale.{name}"] = _packed(parts.pop(name))
    arrays["net.words"], arrays["net.scale.words"] = _packed(parts.pop("words"), half=True)
    arrays |= {f"net.{k}": v.astype(np.float16) for k, v in parts.items()} | {
        "net.attributes": _text(list(tagger.network.attributes)),
        "net.found": _text(list(tagger.network.phrases)),
    }
    out = io.BytesIO()
    np.savez_compressed(out, **arrays)
    return out.getvalue()


def _packed(table: np.ndarray, half: bool = False) -> tuple[np.ndarray, np.ndarray]:
    """A table (networks, rows, columns) as bytes with a scale by column, or by row in half bytes."""
    if not half:
        scale = np.maximum(np.abs(table).max(axis=1, keepdims=True), 1e-6) / 127
        return np.round(table / scale).astype(np.int8), scale.astype(np.float32)
    scale = np.maximum(np.abs(table).max(axis=2, keepdims=True), 1e-6) / 7
    small = (np.round(table / scale) + 8).astype(np.uint8)
    return small[..., ::2] << 4 | small[..., 1::2], scale.astype(np.float16)


def _unpacked(table: np.ndarray, scale: np.ndarray) -> np.ndarray:
    if table.dtype == np.uint8:
        table = np.stack([table >> 4, table & 15], axis=-1).reshape(*table.shape[:2], -1)
        table = table.astype(np.float32) - 8
    return table * scale.astype(np.float32)


def _lines(data: np.ndarray) -> list[str]:
    return bytes(data).decode("utf-8").split("\n")


def _text(lines: Sequence[str]) -> np.ndarray:
    return np.frombuffer("\n".join(lines).encode("utf-8"), dtype=np.uint8)


@cache
def tagger() -> Tagger:
    """The tagger that ships with the package."""
    path = files("rawi.readers.naming").joinpath("model", MODEL)
    if not path.is_file():
        raise ModelError("the model is missing", source=MODEL, hint="make train-names")
    return read_model(path.read_bytes())
