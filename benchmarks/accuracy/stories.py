"""What many articles say together: copied passages, undertakings through time, contradictions.

    reuse      two passages in two articles; found when both overlap the gold's by at least half
    threads    steps of one undertaking put together, counted in pairs of steps; and steps in the right
               thread, each found thread standing for one of the gold's at most
    conflicts  two pieces of evidence that pull against each other; found when both overlap
    questions  answered when one of the first FEW answers overlaps a piece of the gold's evidence

Gold is story.json. A passage is (article key, start, end). Borderline gold (`optional`, or a conflict
whose `grade` is not `clear`) is neither asked for nor held against the program.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from benchmarks.accuracy.gold import Gold, free, locate
from benchmarks.accuracy.match import overlap

FEW = 5  # answers that a person reads before asking in other words
HALF = 0.5  # least overlap of a copied passage with the gold's


class Passage(NamedTuple):
    """Words in an article."""

    article: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Copy:
    """A found copy: `a` is the earlier where `ordered` is true."""

    a: Passage
    b: Passage
    ordered: bool
    credited: bool | None


@dataclass(frozen=True, slots=True)
class Clash:
    """A found contradiction."""

    kind: str
    a: Passage
    b: Passage


def reuse(gold: Iterable[Gold], texts: Mapping[str, str], found: list[Copy]) -> Counter[str]:
    """Counts copies; a found copy that meets none in the gold is wrong."""
    counts: Counter[str] = Counter()
    items = [(item, _passage(item["a"], texts), _passage(item["b"], texts)) for item in gold]
    met: set[int] = set()
    counts["reuse.gold"] = sum(not free(item) for item, _, _ in items)
    counts["reuse.found"] = len(found)
    for copy in found:
        near = [
            (min(_share(copy.a, a), _share(copy.b, b)), n)
            for n, (_, first, second) in enumerate(items)
            for a, b in ((first, second), (second, first))
        ]
        best, n = max(near, default=(0.0, -1))
        if best < HALF:
            continue
        item, first, _ = items[n]
        if free(item) or n in met:  # borderline, or a second piece of one that was met
            counts["reuse.found"] -= 1
            continue
        met.add(n)
        counts["reuse.hit"] += 1
        counts["reuse.credited"] += copy.credited == item["credited"]
        counts["reuse.earlier"] += copy.ordered and copy.a.article == first.article
    return counts


def threads(
    gold: Iterable[Gold], texts: Mapping[str, str], found: Iterable[Iterable[Passage]]
) -> Counter[str]:
    """Counts pairs of gold steps that stand in one found thread, and steps that stand in the right one.

    A thread is the right one where found threads are assigned to the gold's, one to one, so that most
    steps are met. Steps found nowhere count as lost.
    """
    counts: Counter[str] = Counter()
    groups = [list(members) for members in found]
    where: dict[tuple[int, int], set[int]] = {}
    for t, thread in enumerate(gold):
        for s, step in enumerate(thread["steps"]):
            spot = _passage(step, texts)
            where[t, s] = {
                g for g, group in enumerate(groups) if any(_meet(spot, p) for p in group)
            }
    counts["step.gold"] = len(where)
    counts["step.hit"] = sum(bool(homes) for homes in where.values())
    for (one, homes), (other, others) in combinations(where.items(), 2):
        together, wanted = bool(homes & others), one[0] == other[0]
        counts["link.gold"] += wanted
        counts["link.found"] += together
        counts["link.hit"] += together and wanted
    counts["step.right"] = _assigned(where)
    return counts


def _assigned(where: Mapping[tuple[int, int], set[int]]) -> int:
    """The most gold steps met when each found thread stands for one gold thread at most."""
    met: dict[int, Counter[int]] = {}  # found thread -> how many steps of each gold thread it meets
    for (thread, _), homes in where.items():
        for home in homes:
            met.setdefault(home, Counter())[thread] += 1
    best: dict[frozenset[int], int] = {frozenset(): 0}  # gold threads that have theirs -> steps met
    for steps in met.values():
        for taken, right in list(best.items()):
            for thread, count in steps.items():
                if thread not in taken:
                    more = taken | {thread}
                    best[more] = max(best.get(more, 0), right + count)
    return max(best.values())


def conflicts(gold: Iterable[Gold], texts: Mapping[str, str], found: list[Clash]) -> Counter[str]:
    """Counts contradictions; those of doubtful grade are forgiven where they are found."""
    counts: Counter[str] = Counter()
    items = [(item, _passage(item["a"], texts), _passage(item["b"], texts)) for item in gold]
    met: set[int] = set()
    counts["conflict.found"] = len(found)
    for clash in found:
        hits = [
            n
            for n, (_, a, b) in enumerate(items)
            if (_meet(clash.a, a) and _meet(clash.b, b))
            or (_meet(clash.a, b) and _meet(clash.b, a))
        ]
        clear = [n for n in hits if items[n][0].get("grade", "clear") == "clear"]
        if not clear:
            counts["conflict.found"] -= bool(hits)
            continue
        counts["conflict.right"] += 1
        counts["conflict.kind"] += any(items[n][0]["kind"] == clash.kind for n in clear)
        met.update(clear)
    clear_gold = [n for n, (i, _, _) in enumerate(items) if i.get("grade", "clear") == "clear"]
    counts["conflict.gold"] = len(clear_gold)
    counts["conflict.hit"] = len(met)
    return counts


def questions(
    gold: Iterable[Gold],
    texts: Mapping[str, str],
    language: str,
    ask: Callable[[str], Iterable[Sequence[Passage]]],
) -> Counter[str]:
    """Counts questions answered first, and within the first FEW answers. `ask` gives answers best first,
    each as every place where it is shown to stand: its sentence, then those printed alike."""
    counts: Counter[str] = Counter()
    for question in gold:
        if free(question):
            continue
        evidence = [_passage(e, texts) for e in question["evidence"]]
        answers = list(ask(question[language]))[:FEW]
        right = [any(_meet(p, e) for p in answer for e in evidence) for answer in answers]
        counts[f"question.{language}.gold"] += 1
        counts[f"question.{language}.few"] += any(right)
        counts[f"question.{language}.first"] += bool(right and right[0])
    return counts


def _passage(span: Gold, texts: Mapping[str, str]) -> Passage:
    return Passage(span["article"], *locate(texts[span["article"]], span))


def _share(a: Passage, b: Passage) -> float:
    return overlap(a[1:], b[1:]) if a.article == b.article else 0.0


def _meet(a: Passage, b: Passage) -> bool:
    return _share(a, b) > 0
