"""The trained tagger: two linear-chain conditional random fields over an article's sentences.

The first pass labels every sentence by itself; the second sees what the first made of the same words
elsewhere in the article (`memory.py`). Lafferty, McCallum and Pereira 2001; training is in
tools/train_names.py, the model's card beside the model (`model/names.md`).

The arithmetic of one field is in `field.py`.
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
from rawi.readers.naming.field import Field
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
