"""Scores the judge of agreement on pairs of Arabic headlines (ANS): do they agree, disagree, or neither?

python -m benchmarks.accuracy.stance ../shared
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from rawi.story.conflicts.stance import LABELS, stance

FILE = "stance_ans.dev.jsonl"


def score(shared: Path) -> dict[str, float]:
    """Macro F1, accuracy and the F1 of each label; {} where the data is not here."""
    path = shared / "data" / FILE
    if not path.is_file():
        return {}
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    counts: Counter[tuple[str, str]] = Counter()
    for row in rows:
        judged = stance(row["a"], row["b"])
        counts[row["label"], max(LABELS, key=lambda label: getattr(judged, label))] += 1
    each = {label: _f1(counts, label) for label in LABELS}
    return {
        "macro F1": sum(each.values()) / len(each),
        "accuracy": sum(counts[label, label] for label in LABELS) / max(1, len(rows)),
        **{f"{label} F1": value for label, value in each.items()},
        "peer the commonest label, accuracy": max(
            sum(n for (right, _), n in counts.items() if right == label) for label in LABELS
        ) / max(1, len(rows)),
    }  # fmt: skip


def _f1(counts: Counter[tuple[str, str]], label: str) -> float:
    right = counts[label, label]
    given = sum(n for (_, found), n in counts.items() if found == label)
    wanted = sum(n for (gold, _), n in counts.items() if gold == label)
    return 2 * right / (given + wanted) if given + wanted else 0.0


if __name__ == "__main__":
    print(json.dumps(score(Path(sys.argv[1])), indent=2))
