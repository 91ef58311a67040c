"""Small networks that label the words of an article: what the tagger's fields cannot see.

Each printed word is a vector, the sum of its attributes' (`features.word_attributes`) and of the word
vector that meaning is measured with (`arabic/vectors.py`); it is made when the word is first met and kept.
Convolutions over the article's words (Kim 2014; widening as in Yu and Koltun 2016) look at eight words on
either side; between them each word sees the mean of what was made of its other mentions in the article.
The article is one row of words with an edge between sentences. Several networks that began from other random
weights are asked at once and their scores averaged (Hansen and Salamon 1990). Trained by
tools/train_names.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from rawi.arabic import vectors
from rawi.arabic.words import Token
from rawi.readers.naming import features
from rawi.readers.naming.printed import Numbers, numbered, room

WAYS = ("", "aqmar", "wojood")  # of labelling: newswire's; an encyclopaedia's; Wojood's guidelines
STEPS = (1, 2, 1, 4)  # how far apart the three words are that each convolution takes together
EDGE = "<edge>"
LEAST = 3  # letters of a stem whose mentions are looked at together
_TYPES_KEPT = 100_000  # printed words; beyond this the table is thrown away and begun again


class Network:
    """Networks of one shape with their weights.

    `arrays`: "words" (attributes, size) and "phrases" (phrase attributes, size), the rows in the order of
    `attributes` and `phrases`; "meaning" (`vectors.SIZE`, size); "c1" to "c4" with "b1" to "b4", the
    convolutions (three words' values one after the other); "m", what is added for the other mentions, its
    last row for there being any; and for each of `WAYS`: "o", "od", "ob", from the last layer, from the
    word's own vector and from nothing to the labels, and "moves", from label to label, where an edge
    counts as label 0 («no name»). All have one axis more in front, the number of the network; it may be left
    out where there is one network only.
    """

    def __init__(
        self, attributes: Sequence[str], phrases: Sequence[str], arrays: Mapping[str, np.ndarray]
    ) -> None:
        one = arrays["moves"].ndim == 3
        full = {k: np.asarray(v, dtype=np.float32) for k, v in arrays.items()}
        self.arrays = {k: v[None] for k, v in full.items()} if one else full
        self.attributes = {a: i for i, a in enumerate(attributes)}
        self.phrases = {a: i for i, a in enumerate(phrases)}
        self._begin()

    def _begin(self) -> None:
        self._number: Numbers = {}
        count, _, size = self.arrays["words"].shape
        self._vectors = np.zeros((1024, count, size), dtype=np.float32)
        self._vectors[0] = self.arrays["words"][:, self.attributes[EDGE]]

    def _meet(self, fresh: Sequence[Token]) -> None:
        """Fills the table's rows of the words met last."""
        end = len(self._number) + 1
        begin = end - len(fresh)
        own, known, starts = self.attributes, [], []
        for t in fresh:
            starts.append(len(known))
            known.append(own[EDGE])  # taken off again: a word may have no attribute that is known
            known += [own[a] for a in features.word_attributes(t) if a in own]
        words = self.arrays["words"]
        summed = np.add.reduceat(words[:, known], starts, axis=1) - words[:, own[EDGE], None]
        meant = ["" if t.kind == "mark" else t.base or t.norm for t in fresh]
        summed += vectors.word_vectors(meant) @ self.arrays["meaning"]
        self._vectors = room(self._vectors, end)
        self._vectors[begin:end] = summed.transpose(1, 0, 2)

    def moves(self, way: str = "") -> np.ndarray:
        """How labels follow one another in this way of labelling."""
        return self.arrays["moves"][:, WAYS.index(way)].mean(0)

    def emissions(
        self,
        sentences: Sequence[Sequence[Token]],
        phrases: Sequence[Sequence[tuple[str, ...]]],
        way: str = "",
    ) -> list[np.ndarray]:
        """How well each label fits each token of an article's sentences, of which none may be empty."""
        if len(self._number) > _TYPES_KEPT:
            self._begin()
        rows, starts, fresh = numbered(self._number, sentences, 1)
        if fresh:
            self._meet(fresh)
        stems = [0]
        seen: dict[str, int] = {}
        in_phrase: list[tuple[int, int]] = []
        for start, tokens, found in zip(starts, sentences, phrases, strict=True):
            in_phrase += [
                (i, self.phrases[a])
                for i, own in enumerate(found, start)
                for a in own
                if a in self.phrases
            ]
            stems += [
                seen.setdefault(t.stem, len(seen) + 1)
                if t.kind not in ("mark", "number") and len(t.stem) >= LEAST
                else 0
                for t in tokens
            ]
            stems.append(0)
        own = np.ascontiguousarray(self._vectors[rows].transpose(1, 0, 2))
        for at, phrase in in_phrase:
            own[:, at] += self.arrays["phrases"][:, phrase]
        x = self._taken(own, 1)
        x += self._taken(x, 2)
        x = x + self._taken(x, 3, self._elsewhere(x, np.array(stems)))
        x += self._taken(x, 4)
        a, k = self.arrays, WAYS.index(way)
        out = (x @ a["o"][:, k] + own @ a["od"][:, k]).mean(0) + a["ob"][:, k].mean(0)
        ends = np.array(starts) + [len(t) - 1 for t in sentences]
        moves = self.moves(way)
        out[starts] += moves[0]
        out[ends] += moves[:, 0]
        return [out[s : e + 1] for s, e in zip(starts, ends, strict=True)]

    def _taken(self, x: np.ndarray, k: int, more: np.ndarray | None = None) -> np.ndarray:
        """The k-th convolution of `x` (networks, words, size), negative values cut off."""
        step, weights = STEPS[k - 1], self.arrays[f"c{k}"]
        size = x.shape[2]
        out = x @ weights[:, size : 2 * size]
        out += self.arrays[f"b{k}"][:, None]
        out[:, step:] += x[:, :-step] @ weights[:, :size]
        out[:, :-step] += x[:, step:] @ weights[:, 2 * size :]
        if more is not None:
            out += more
        return np.maximum(out, 0, out=out)

    def _elsewhere(self, x: np.ndarray, stems: np.ndarray) -> np.ndarray:
        """What the other mentions of each word add: their mean, weighed; nothing where there are none."""
        weights = self.arrays["m"]
        out = np.zeros((*x.shape[:2], weights.shape[2]), dtype=np.float32)
        times = np.bincount(stems)[stems]
        at = np.flatnonzero((stems > 0) & (times > 1))
        if len(at):
            at = at[np.argsort(stems[at], kind="stable")]
            first = np.flatnonzero(np.diff(stems[at], prepend=-1))
            count = np.diff(first, append=len(at))
            sums = np.repeat(np.add.reduceat(x[:, at], first, axis=1), count, axis=1)
            others = (sums - x[:, at]) / (times[at] - 1)[:, None].astype(np.float32)
            out[:, at] = others @ weights[:, :-1] + weights[:, -1:]
        return out
