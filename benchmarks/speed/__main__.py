"""Prints articles a second, stage by stage, and peak memory.

python -m benchmarks.speed             2,000 articles, as `make bench` does
python -m benchmarks.speed --n 300     fewer
python -m benchmarks.speed --json      the figures as JSON
python -m benchmarks.speed --growth --n 5000
                                       what who-is-who costs the last articles, beside the first ones
python -m benchmarks.speed --pages STORY.rawi   instead: every page of the app over a story
python -m benchmarks.speed --ask STORY.rawi     instead: questions over a story, in either language
"""

from __future__ import annotations

import os

for _threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_threads, "1")  # one core: set before numpy is imported

import argparse  # noqa: E402
import json  # noqa: E402
import sys  # noqa: E402
from dataclasses import asdict  # noqa: E402
from pathlib import Path  # noqa: E402

from benchmarks.speed import asking, pages  # noqa: E402
from benchmarks.speed.articles import articles  # noqa: E402
from benchmarks.speed.growth import growth  # noqa: E402
from benchmarks.speed.measure import Times, measure  # noqa: E402

GROWTH = 2.0  # the last article of 5,000 may cost so many times what the 50th did
MARKS = {"articles_a_second_arabic_layer": 50, "articles_a_second": 25}  # the first marks to hold


def main(arguments: list[str] | None = None) -> int:
    """The command; returns its exit status: 1 when a mark is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--n", type=int, default=2000, help="how many articles to read")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--growth", action="store_true", help="how who-is-who grows with the story")
    parser.add_argument(
        "--pages", type=Path, metavar="STORY", help="time every page over this story"
    )
    parser.add_argument("--ask", type=Path, metavar="STORY", help="time questions over this story")
    options = parser.parse_args(arguments)
    if options.ask:
        asked = asking.measure(options.ask)
        print(json.dumps([asdict(a) for a in asked]) if options.json else asking.table(asked))
        return int(any(a.missed for a in asked))
    if options.pages:
        timings = pages.measure(options.pages)
        print(json.dumps([asdict(t) for t in timings]) if options.json else pages.table(timings))
        return 1 if any(t.missed for t in timings) else 0
    documents, where = articles(max(1, options.n))
    if options.growth:
        grown = growth(documents)
        print(
            f"{grown.articles:,} articles ({where}): who is who takes {grown.young:.2f} ms an article at"
            f" first, {grown.old:.2f} ms at last: {grown.ratio:.2f} times"
        )
        return int(grown.ratio > GROWTH)
    times = measure(documents)
    figures = {"from": where} | times.summary()
    print(json.dumps(figures, ensure_ascii=False) if options.json else table(times, where))
    missed = [name for name, mark in MARKS.items() if figures[name] < mark]
    for name in missed:
        print(f"below the mark: {name} is {figures[name]}, not {MARKS[name]}", file=sys.stderr)
    return 1 if missed else 0


def table(times: Times, where: str) -> str:
    """The figures for people."""
    sums = times.summary()
    lines = [
        f"{times.articles:,} articles ({where}), {times.words:,} words, {times.records:,} records",
        "",
        f"{'stage':14s} {'ms/article':>10s} {'share':>7s} {'articles/s':>11s}",
    ]
    for name, spent in times.stages.items():
        rate = times.articles / spent if spent else float("inf")
        each = 1000 * spent / times.articles
        lines.append(f"{name:14s} {each:10.2f} {spent / times.total:7.1%} {rate:11.1f}")
    lines += [
        f"{'everything':14s} {1000 * times.total / times.articles:10.2f} {'':7s} "
        f"{sums['articles_a_second']:11.1f}",
        f"{'trafilatura':14s} {1000 * times.trafilatura / times.articles:10.2f} {'':7s} "
        f"{sums['trafilatura_pages_a_second']:11.1f}",
        "",
        f"Reading takes {times.total / times.trafilatura:.1f} times what trafilatura takes to "
        "extract the same pages.",
        f"Arabic layer: {sums['words_a_second_arabic_layer']:,} words a second.",
        f"Loading lexicons and models: {times.loading:.1f} s with the first articles. "
        f"Peak memory: {times.peak_mb:.0f} MB.",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
