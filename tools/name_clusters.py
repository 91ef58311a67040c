"""Word clusters for the names tagger, learnt from unlabelled news.

Each frequent folded word is described by the words that stand one and two places before and after it
(positive pointwise mutual information, Levy and Goldberg 2014), reduced to `DIMENSIONS` by a truncated
singular value decomposition, and grouped by spherical k-means at several granularities. Words of one
group behave alike: surnames, cities, ministries, verbs of saying. The result does what Brown clusters do
for a tagger, and is made with two matrix products a round.

    python tools/name_clusters.py NEWS.jsonl.gz OUT.tsv.gz

Needs scipy, which only training needs.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter

import numpy as np
from scipy import sparse
from scipy.sparse.linalg import svds

from rawi.arabic.analysis import analyse
from rawi.arabic.words import Token

LEAST = 4  # times a word must occur; rarer ones have too few neighbours to be placed
CONTEXTS = 6000  # most frequent words that count as neighbours
OFFSETS = (-2, -1, 1, 2)
DIMENSIONS = 100
SIZES = (80, 320, 1280)
ROUNDS = 25
SEED = 7


def parts(token: Token) -> list[str]:
    """A printed word as its particles and stem, so that «وواشنطن» counts for «واشنطن»."""
    if token.kind == "number":
        return ["0"]
    return [p + "+" for p in token.proclitics] + ([token.stem] if token.stem else [])


def sentences(path: str):
    """The words of each sentence of each article, in parts; marks are kept, numbers become 0."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            analysis = analyse(article["title"] + "\n\n" + article["text"])
            for s in analysis.sentences:
                yield [part for t in analysis.tokens[s.first : s.last] for part in parts(t)]


def count(path: str) -> tuple[list[str], list[int], sparse.csr_matrix]:
    """The vocabulary, its frequencies, and how often each word stands beside each context word."""
    stream, frequency = [], Counter()
    for words in sentences(path):
        frequency.update(words)
        stream.append(words)
    vocabulary = [w for w, n in frequency.most_common() if n >= LEAST]
    number = {w: i for i, w in enumerate(vocabulary)}
    flat = []
    for words in stream:
        flat += [number.get(w, -1) for w in words]
        flat += [-1, -1]
    ids = np.array(flat, dtype=np.int64)
    del stream, flat
    total = None
    for k, offset in enumerate(OFFSETS):
        a, b = (ids[:-offset], ids[offset:]) if offset > 0 else (ids[-offset:], ids[:offset])
        keep = (a >= 0) & (b >= 0) & (b < CONTEXTS)
        part = sparse.coo_matrix(
            (np.ones(int(keep.sum()), dtype=np.float32), (a[keep], b[keep] + k * CONTEXTS)),
            shape=(len(vocabulary), CONTEXTS * len(OFFSETS)),
        ).tocsr()
        total = part if total is None else total + part
    return vocabulary, [frequency[w] for w in vocabulary], total


def embed(counts: sparse.csr_matrix) -> np.ndarray:
    """Unit vectors of the words: PPMI with smoothed contexts (power 0.75), then truncated SVD."""
    rows = np.asarray(counts.sum(axis=1)).ravel()
    columns = np.asarray(counts.sum(axis=0)).ravel() ** 0.75
    pairs = counts.tocoo()
    expected = rows[pairs.row] * columns[pairs.col] / columns.sum()
    values = np.log(np.maximum(pairs.data / np.maximum(expected, 1e-9), 1.0))
    keep = values > 0
    ppmi = sparse.csr_matrix(
        (values[keep], (pairs.row[keep], pairs.col[keep])), shape=counts.shape, dtype=np.float32
    )
    start = np.random.default_rng(SEED).standard_normal(min(ppmi.shape)).astype(np.float32)
    u, s, _ = svds(ppmi, k=DIMENSIONS, v0=start)
    vectors = u * np.sqrt(s)
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


def group(vectors: np.ndarray, size: int) -> np.ndarray:
    """The cluster number of each vector: spherical k-means begun on frequent words."""
    rng = np.random.default_rng(SEED + size)
    head = min(len(vectors), size * 12)  # the rows are in order of frequency
    centres = vectors[rng.choice(head, size, replace=False)]
    for _ in range(ROUNDS):
        nearest = np.concatenate(
            [
                np.argmax(vectors[i : i + 8192] @ centres.T, axis=1)
                for i in range(0, len(vectors), 8192)
            ]
        )
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, vectors)
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(lengths > 0, sums / np.maximum(lengths, 1e-9), centres)
    return nearest


def learn(path: str) -> tuple[list[str], np.ndarray]:
    """Words in order of frequency and, for each, its cluster at every granularity."""
    vocabulary, _, counts = count(path)
    vectors = embed(counts)
    return vocabulary, np.stack([group(vectors, size) for size in SIZES], axis=1)


def main(source: str, target: str) -> None:
    vocabulary, clusters = learn(source)
    with gzip.GzipFile(target, "wb", compresslevel=9, mtime=0) as out:
        for word, row in zip(vocabulary, clusters, strict=True):
            out.write(f"{word}\t{' '.join(format(c, 'x') for c in row)}\n".encode())


if __name__ == "__main__":
    main(*sys.argv[1:3])
