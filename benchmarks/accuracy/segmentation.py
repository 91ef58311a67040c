"""Scores word segmentation on UD Arabic-PUD: words whose segments are all right.

    python -m benchmarks.accuracy.segmentation ../shared

The half that is here trained the model, so its own figure only shows that nothing broke; the
cross-validated one is on the model's card and comes from tools/train_segmenter.py.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from rawi.arabic.words import segments, token

FILE = "seg_pud.dev.jsonl"


def score(shared: Path) -> dict[str, float]:
    """Share of words split exactly, by us and by splitting nothing; {} where the data is not here."""
    path = shared / "data" / FILE
    if not path.is_file():
        return {}
    total = right = whole = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        for word in json.loads(line)["words"]:
            total += 1
            right += segments(token(word["word"])) == word["segments"]
            whole += len(word["segments"]) == 1
    return {
        "exact words (on the training half)": right / total,
        "peer splitting nothing": whole / total,
    }


if __name__ == "__main__":
    print(json.dumps(score(Path(sys.argv[1])), indent=2))
