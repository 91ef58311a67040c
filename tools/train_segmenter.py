"""Trains src/rawi/arabic/segmenter.crfsuite and says how it does in cross-validation.

    python tools/train_segmenter.py ../shared/data/seg_pud.dev.jsonl

Each row of the data is a sentence with its words and their segments (half of UD Arabic-PUD, CC BY-SA
3.0; the article is no segment). The folds are drawn by sentence with a fixed seed, and L-BFGS is
deterministic: the same data give the same model.
"""

from __future__ import annotations

import json
import random
import re
import sys
from pathlib import Path

import pycrfsuite

from rawi.arabic import clitics, words
from rawi.arabic.clitic_features import PRONOUNS, features
from rawi.arabic.frequencies import key
from rawi.arabic.letters import fold

TARGET = Path(__file__).parent.parent / "src/rawi/arabic" / clitics.MODEL
SETTINGS = {"c1": 0.1, "c2": 0.3, "max_iterations": 150, "feature.possible_transitions": True}
FOLDS = 5
SEED = 7
Sentence = list[tuple[str, list[str]]]


def bare(word: str) -> str:
    """The letters of a word that the fold keeps, as printed."""
    return "".join(c for c in word if fold(c))


def labels(segments: list[str]) -> str:
    """P proclitic, S and s stem, E and e pronoun; the stem is the longest segment."""
    sizes = [len(bare(s)) for s in segments]
    stem = max(range(len(sizes)), key=lambda i: (sizes[i], -i))
    if len(segments) == 2 and fold(segments[1]) in PRONOUNS and fold(segments[0]) in "بل":
        stem = 0
    found = ""
    for index, size in enumerate(sizes):
        first, rest = ("Pp", "Ss", "Ee")[(index >= stem) + (index > stem)]
        found += first + rest * (size - 1)
    return found


def learnable(word: str) -> bool:
    """Whether the model is asked about the word: Arabic letters, and no function word."""
    return bool(re.fullmatch("[ء-ي]+", key(word))) and fold(word) not in clitics._closed()


def train(sentences: list[Sentence], path: Path) -> None:
    """Writes the model of these sentences."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    for sentence in sentences:
        for word, segments in sentence:
            if learnable(word) and len(bare(word)) == len(key(word)):
                trainer.append(features(key(word), bare(word), word), list(labels(segments)))
    trainer.train(str(path))


def exact(sentences: list[Sentence]) -> tuple[int, int]:
    """How many words are split exactly, and how many there are."""
    clitics._model.cache_clear()
    words._cache.clear()
    right = total = 0
    for sentence in sentences:
        for word, segments in sentence:
            total += 1
            right += words.segments(words.token(word)) == segments
    return right, total


def main() -> None:
    """Cross-validates, then trains on everything."""
    rows = [json.loads(line) for line in Path(sys.argv[1]).read_text("utf-8").splitlines()]
    sentences = [[(w["word"], w["segments"]) for w in row["words"]] for row in rows]
    order = list(range(len(sentences)))
    random.Random(SEED).shuffle(order)
    right = total = 0
    for fold_number in range(FOLDS):
        held = set(order[fold_number::FOLDS])
        train([sentences[i] for i in order if i not in held], TARGET)
        r, t = exact([sentences[i] for i in sorted(held)])
        right, total = right + r, total + t
    print(f"cross-validation: {right / total:.4f} exact words of {total}")
    train(sentences, TARGET)
    right, total = exact(sentences)
    print(f"on its own training data: {right / total:.4f}; {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
