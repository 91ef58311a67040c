"""Scores arabic/numbers.py on Duckling's Arabic numerals: how many are read to their exact value.

python -m benchmarks.accuracy.numerals ../shared
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from pathlib import Path

from rawi.arabic import numbers

FILE = "numbers_duckling.jsonl"


def score(shared: Path) -> dict[str, float]:
    """For each variety (msa, egyptian) the share of numerals whose value is right; rows are counted."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    path = shared / "data" / FILE
    if not path.is_file():
        return {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        value = numbers.value(row["text"])
        total[row["variety"]] += 1
        right[row["variety"]] += value is not None and math.isclose(
            value, row["value"], abs_tol=1e-9
        )
    return {f"{variety} exact value": right[variety] / total[variety] for variety in total}


if __name__ == "__main__":
    print(json.dumps(score(Path(sys.argv[1])), indent=2))
