"""Makes src/rawi/story/conflicts/data/stance.npz: the judge of whether two texts agree or disagree.

    python tools/train_stance.py TRAIN.jsonl DEV.jsonl

The files hold one pair a line, {"a", "b", "label"}, label agree | disagree | other (the ANS corpus,
Apache-2.0). Every pair is learned in both orders. The strength of regularisation is chosen by five-fold
cross-validation on the training pairs, both orders of a pair always in one fold; the development pairs are
only reported on. Seeded; the same data gives the same file.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

from rawi.story.conflicts.stance import LABELS, features

OUT = Path(__file__).resolve().parent.parent / "src/rawi/story/conflicts/data/stance.npz"
STRENGTHS = (0.1, 0.3, 1.0, 3.0)
FOLDS = 5


def load(path: Path) -> tuple[np.ndarray, np.ndarray]:
    """Features (pairs, orders, features) and labels of a file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    found = [(features(r["a"], r["b"]), features(r["b"], r["a"])) for r in rows]
    return np.array(found), np.array([LABELS.index(r["label"]) for r in rows])


def fit(pairs: np.ndarray, labels: np.ndarray, strength: float) -> dict[str, np.ndarray]:
    """The model's arrays from some pairs, both orders of each."""
    rows = pairs.reshape(-1, pairs.shape[-1])
    mean, scale = rows.mean(0), rows.std(0) + 1e-9
    learned = LogisticRegression(C=strength, max_iter=5000, random_state=7)
    learned.fit((rows - mean) / scale, np.repeat(labels, 2))
    return {"mean": mean, "scale": scale, "weights": learned.coef_.T, "bias": learned.intercept_}


def predict(model: dict[str, np.ndarray], pairs: np.ndarray) -> np.ndarray:
    """The likeliest label of each pair, over both orders."""
    scores = ((pairs - model["mean"]) / model["scale"]) @ model["weights"] + model["bias"]
    odds = np.exp(scores - scores.max(-1, keepdims=True))
    return (odds / odds.sum(-1, keepdims=True)).mean(1).argmax(-1)


def crossed(pairs: np.ndarray, labels: np.ndarray, strength: float) -> float:
    """Macro F1 in cross-validation."""
    fold = np.random.default_rng(7).permutation(len(labels)) % FOLDS
    found = np.empty_like(labels)
    for k in range(FOLDS):
        model = fit(pairs[fold != k], labels[fold != k], strength)
        found[fold == k] = predict(model, pairs[fold == k])
    return float(f1_score(labels, found, average="macro"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("train", type=Path)
    parser.add_argument("dev", type=Path)
    args = parser.parse_args()
    pairs, labels = load(args.train)
    tried = {c: crossed(pairs, labels, c) for c in STRENGTHS}
    best = max(tried, key=lambda c: tried[c])
    model = fit(pairs, labels, best)
    np.savez_compressed(OUT, **model)
    held, right = load(args.dev)
    found = predict(model, held)
    each = f1_score(right, found, average=None, labels=range(len(LABELS)))
    print("cross-validated macro F1:", {c: round(f, 4) for c, f in tried.items()}, "chosen", best)
    print("development macro F1:", round(float(f1_score(right, found, average="macro")), 4),
          dict(zip(LABELS, each.round(3).tolist(), strict=True)),
          "accuracy", round(float((found == right).mean()), 4))  # fmt: skip


if __name__ == "__main__":
    main()
