"""Scores the time reader on the peers' own cases (Duckling, Recognizers-Text), dateparser beside it.

`score(shared)` reads `shared/data/timex_*.jsonl`, whose rows hold a text, a reference day and the
expressions with their first and last day, and gives for each file and each reader the relaxed F1 of
spans (any overlap, one to one) and the share of matches with both days right (any of the readings
that upstream accepts). Both readers run in the same process on the same rows.

    python -m benchmarks.accuracy.times ../shared [--errors]
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from rawi.arabic.analysis import analyse
from rawi.readers import times
from rawi.records import Article, Published, Reading, Span

FILES = ("timex_duckling.jsonl", "timex_recognizers.dev.jsonl")
Found = tuple[int, int, str | None, str | None]  # start, end, first day, last day


def rawi(text: str, reference: date) -> list[Found]:
    """Our own reader, told the reference day as the article's date."""
    article = Article(
        "a", "case", text, published=Published(reference, reference, "metadata"),
        body=(Span.of(text, 0, len(text)),),
    )  # fmt: skip
    found = times.read(article, analyse(text), Reading(article))
    return [
        (t.start, t.end, *(_days(t.date.begin, t.date.end) if t.date else (None, None)))
        for t in found
    ]


def dateparser(text: str, reference: date) -> list[Found]:
    """dateparser's search, with the settings that suit it best here."""
    from dateparser.search import search_dates

    noon = datetime(reference.year, reference.month, reference.day, 12)
    try:
        hits = search_dates(text, languages=["ar"], settings={"RELATIVE_BASE": noon}) or []
    except Exception:  # it raises on some inputs; a peer's fault is a miss, not ours
        hits = []
    out, at = [], 0
    for words, when in hits:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            out.append((start, at, *_days(when.date(), when.date())))
    return out


def _days(begin: date | None, end: date | None) -> tuple[str | None, str | None]:
    return begin.isoformat() if begin else None, end.isoformat() if end else None


def measure(
    rows: Iterable[dict[str, Any]], read: Callable[[str, date], list[Found]], show: bool = False
) -> dict[str, float]:
    """Relaxed precision, recall, F1 and the share of right days among matches."""
    asked = given = hit = right = 0
    for row in rows:
        found = read(row["text"], date.fromisoformat(row["reference"]))
        gold = row["expressions"]
        asked, given = asked + len(gold), given + len(found)
        pairs = sorted(
            (
                (min(e["end"], f[1]) - max(e["start"], f[0]), -i, -j)
                for i, e in enumerate(gold)
                for j, f in enumerate(found)
                if min(e["end"], f[1]) > max(e["start"], f[0])
            ),
            reverse=True,
        )
        met: dict[int, int] = {}
        for _, i, j in pairs:
            if -i not in met and -j not in met.values():
                met[-i] = -j
        hit += len(met)
        for i, j in met.items():
            expression = gold[i]
            accepted = [
                [expression["begin"], expression["end_day"]],
                *expression.get("alternatives", []),
            ]
            good = list(found[j][2:]) in accepted
            right += good
            if show and not good:
                print(
                    "VALUE ",
                    row["text"],
                    "|",
                    row["text"][slice(*found[j][:2])],
                    found[j][2:],
                    accepted,
                )
        if show:
            for i, expression in enumerate(gold):
                if i not in met:
                    print("MISSED", row["text"], "|", expression["text"])
            for j, one in enumerate(found):
                if j not in met.values():
                    print("EXTRA ", row["text"], "|", row["text"][one[0] : one[1]])
    precision, recall = hit / max(given, 1), hit / max(asked, 1)
    f1 = 2 * precision * recall / (precision + recall) if hit else 0.0
    return {
        "relaxed.p": precision,
        "relaxed.r": recall,
        "relaxed.f1": f1,
        "value": right / max(hit, 1),
    }


def score(shared: Path, *, show: bool = False, peers: bool = True) -> dict[str, float]:
    """{"FILE.MEASURE": ours, "peer dateparser FILE.MEASURE": theirs} for every file that is here."""
    readers: dict[str, Callable[[str, date], list[Found]]] = {"rawi": rawi}
    if peers:
        try:
            import dateparser as _installed  # noqa: F401

            readers["dateparser"] = dateparser
        except ImportError:
            print("dateparser is not installed: its column is left out (pip install 'rawi[test]')")
    out: dict[str, float] = {}
    for name in FILES:
        path = shared / "data" / name
        if not path.is_file():
            continue
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        for reader, read in readers.items():
            found = measure(rows, read, show and reader == "rawi")
            key = name.removesuffix(".jsonl").removeprefix("timex_")
            key = key if reader == "rawi" else f"peer {reader} {key}"
            out.update({f"{key}.{k}": round(v, 4) for k, v in found.items()})
    return out


def main() -> None:
    """Prints the figures, one a line."""
    shared = Path(next((a for a in sys.argv[1:] if not a.startswith("-")), "../shared"))
    for key, value in score(
        shared, show="--errors" in sys.argv, peers="--alone" not in sys.argv
    ).items():
        print(f"{key}\t{value:.3f}")


if __name__ == "__main__":
    main()
