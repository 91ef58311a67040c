"""Scores every corpus that is here, writes docs/accuracy.md, and fails below the floors.

python -m benchmarks.accuracy                          everything, as `make score` does
python -m benchmarks.accuracy --errors statement       … and list what is missed, extra or wrong
python -m benchmarks.accuracy --raise                  … and raise the floors to these figures
python -m benchmarks.accuracy --gold G --articles A [--records R.jsonl]
                                                       gold of your own; nothing is written
"""

from __future__ import annotations

import argparse
import json
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from benchmarks.accuracy import PEERS, floors
from benchmarks.accuracy.found import score_story
from benchmarks.accuracy.gold import Corpus, case_of, cases_from_records
from benchmarks.accuracy.report import Section, report
from benchmarks.accuracy.score import MEASURES, Score, score
from rawi.pipeline import read_document

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
PAGE = ROOT / "docs" / "accuracy.md"
SIZES = ("time", "statement", "figure", "commitment", "entity", "event")


def corpora() -> list[Corpus]:
    """The corpora that are here: the sample, and the real articles where they lie beside us."""
    found = [
        Corpus.at(
            "sample", ROOT / "sample" / "articles", ROOT / "sample" / "gold",
            "The twelve invented articles of `sample/`. They were written for this project and the"
            " program was tried on them: they show that nothing broke, not how it generalises.",
        ),
        Corpus.at(
            "articles", SHARED / "articles", SHARED / "gold",
            "Three real articles with hand-made gold. They are not in the repository.",
        ),
    ]  # fmt: skip
    return [c for c in found if c.articles.is_dir() and c.gold.is_dir()]


def score_corpus(corpus: Corpus) -> Score:
    """Reads the corpus' articles with the program and scores what it found."""
    documents = corpus.documents()
    return score(
        case_of(key, gold, read_document(documents[key]))
        for key, gold in corpus.with_steps()
        if key in documents
    )


def peers(shared: Path) -> dict[str, dict[str, float]]:
    """The scores of each layer's own module on the data beside us, where both are here."""
    if not shared.is_dir():
        return {}
    names = [n for n in PEERS if find_spec(f"benchmarks.accuracy.{n}")]
    return {n: import_module(f"benchmarks.accuracy.{n}").score(shared) for n in names}


def main(arguments: list[str] | None = None) -> int:
    """The command; returns its exit status: 1 when a figure fell below its floor."""
    options = _parser().parse_args(arguments)
    if options.gold:
        return _own(options)
    held = floors.load()
    sections: list[Section] = []
    failures: list[str] = []
    results: dict[str, dict[str, float]] = {}
    for corpus in corpora():
        scored = score_corpus(corpus)
        rates = scored.rates | score_story(corpus)
        measured = floors.Measured(corpus.name, corpus.digest(), rates)
        held = floors.raised(measured, held) if options.higher else held
        failures += floors.below(measured, held)
        sizes = {k: scored.counts[f"{k}.gold"] for k in SIZES}
        marks = held.get(corpus.name, {}).get("floors", {})
        sections.append(Section(corpus.name, corpus.about, rates, marks, sizes))
        results[corpus.name] = rates
        _print_errors(corpus.name, scored, options.errors)
    for name, rates in {} if options.no_peers else peers(SHARED).items():
        ours = {k: v for k, v in rates.items() if not k.startswith("peer ")}
        measured = floors.Measured(name, "", ours)
        held = floors.raised(measured, held) if options.higher else held
        failures += floors.below(measured, held)
        about = import_module(f"benchmarks.accuracy.{name}").__doc__.strip().splitlines()[0]
        marks = held.get(name, {}).get("floors", {})
        sections.append(Section(name, about, rates, marks))
        results[name] = rates
    if options.higher:
        floors.save(held)
    if not options.errors and not options.no_peers:
        PAGE.write_text(report(sections), encoding="utf-8")
    _print(results, options.json)
    for line in failures:
        print(f"below the floor: {line}", file=sys.stderr)
    return 1 if failures else 0


def _own(options: argparse.Namespace) -> int:
    if options.records:
        lines = options.records.read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines if line.strip()]
        scored = score(cases_from_records(options.gold, options.articles, rows))
    else:
        scored = score_corpus(Corpus.at("own", options.articles, options.gold))
    _print_errors("own", scored, options.errors)
    _print({"own": scored.rates}, options.json)
    return 0


def _print_errors(name: str, scored: Score, kind: str | None) -> None:
    for line in scored.errors.get(kind, []) if kind else []:
        print(f"{name} {line}")


def _print(results: dict[str, dict[str, float]], as_json: bool) -> None:
    if as_json:
        print(json.dumps(results, ensure_ascii=False))
        return
    for name, rates in results.items():
        print(f"\n{name}")
        for rate, value in rates.items():
            print(f"  {rate:32s} {value:.4f}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.accuracy", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )  # fmt: skip
    parser.add_argument("--errors", choices=sorted(MEASURES), help="list the errors of one kind")
    parser.add_argument("--raise", dest="higher", action="store_true", help="raise the floors")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--no-peers", action="store_true", help="skip the layers; write no page")
    parser.add_argument("--gold", type=Path, help="a folder of gold of your own")
    parser.add_argument("--articles", type=Path, help="the articles that gold is about")
    parser.add_argument("--records", type=Path, help="records of any reader, as JSON Lines")
    return parser


if __name__ == "__main__":
    sys.exit(main())
