"""Which found record stands for which gold item: one to one, best overlap first."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.accuracy.gold import Gold, GoldError, Json, free, locate, several

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Matching:
    """The outcome for one kind in one article. Indices count in the gold list and the found list.

    `hits` are wanted gold items met; `forgiven` found records that met borderline gold; `spans` the
    first reading of each gold item; `asked` the gold items that a reader has to find.
    """

    spans: list[Pair]
    hits: list[Pair]
    forgiven: int
    used: frozenset[int]
    asked: list[int]

    def missed(self) -> list[int]:
        """Asked gold items that no found record met."""
        met = {i for i, _ in self.hits}
        return [i for i in self.asked if i not in met]


def overlap(a: Pair, b: Pair) -> float:
    """Length of the intersection over length of the union, 0 to 1."""
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


def readings(text: str, item: Gold, key: str) -> list[Pair]:
    """Every acceptable span of a gold item: its own, then alternatives that stand in the text."""
    own = item[key] if isinstance(item.get(key), dict) else item
    spans = [locate(text, own)]
    for name in ("alt_content", "alt_text"):
        for other in several(item.get(name)):
            if isinstance(other, dict):
                try:
                    spans.append(locate(text, other))
                except GoldError:
                    continue
    return spans


def match(text: str, gold: list[Gold], key: str, found: list[Json], least: float) -> Matching:
    """Pairs gold items (span under `key`, or the item itself) with `found` records.

    A pair counts when its overlap is above `least`. Better overlaps come first; of equal ones,
    those with gold that is asked for; then the order of the text.
    """
    spans = [readings(text, item, key) for item in gold]
    candidates = []
    for i, ways in enumerate(spans):
        for j, record in enumerate(found):
            best = max(overlap(way, span_of(record)) for way in ways)
            if best > least:
                candidates.append((-best, free(gold[i]), i, j))
    met: set[int] = set()
    used: set[int] = set()
    hits: list[Pair] = []
    forgiven = 0
    for _, borderline, i, j in sorted(candidates):
        if i in met or j in used:
            continue
        met.add(i)
        used.add(j)
        if borderline:
            forgiven += 1
        else:
            hits.append((i, j))
    asked = [i for i, item in enumerate(gold) if not free(item)]
    return Matching([ways[0] for ways in spans], hits, forgiven, frozenset(used), asked)


def span_of(record: Json) -> Pair:
    """Where a found record stands."""
    return record["start"], record["end"]
