"""Two texts and the places where they meet become pairs of passages, aligned word by word.

    1. seeds     runs of words that stand in both, from shared fingerprints
    2. regions   seeds close together, and about as far apart in both texts, belong to one passage
    3. blocks    inside a region, the longest runs in common, in the same order (difflib)
    4. edges     the passage begins and ends at blocks that are dense enough to be copying, not chance
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

SHORTEST = 8  # words, on each side: what records.md calls reuse
GAP = 12  # words that may differ between two seeds of one passage: about one inserted clause
MARGIN = 40  # words looked at beyond the outermost seeds: an edited sentence may continue past them
LEAST_SHARE = 0.6  # of the words in a passage must stand in both (half is what chance phrases reach)


@dataclass(frozen=True, slots=True)
class Block:
    """`size` equal words, at `a` in one text and `b` in the other (word positions)."""

    a: int
    b: int
    size: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage in both texts: word positions, half-open, with the equal runs inside it."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    blocks: tuple[Block, ...]

    @property
    def shared(self) -> int:
        """How many words stand in both, in the same order."""
        return sum(block.size for block in self.blocks)

    @property
    def share(self) -> float:
        """Dice's share: twice the shared words over the words of both sides."""
        return 2 * self.shared / (self.a_end - self.a_start + self.b_end - self.b_start)


def passages(
    a: list[str], b: list[str], seeds: Iterable[tuple[int, int]], seed_size: int
) -> tuple[Passage, ...]:
    """The passages that `a` and `b` share, given word positions where `seed_size` words are equal.

    Passages do not overlap in `a`; they come in `a`'s order.
    """
    found: list[Passage] = []
    reached = -1
    for region in _regions(sorted(set(seeds)), seed_size):
        a_low, b_low = min(s[0] for s in region), min(s[1] for s in region)
        a_high = max(s[0] for s in region) + seed_size
        b_high = max(s[1] for s in region) + seed_size
        a_from, b_from = max(a_low - MARGIN, reached, 0), max(b_low - MARGIN, 0)
        a_to, b_to = min(a_high + MARGIN, len(a)), min(b_high + MARGIN, len(b))
        if a_to - a_from < SHORTEST or a_high <= reached:
            continue
        matcher = SequenceMatcher(None, a[a_from:a_to], b[b_from:b_to], autojunk=False)
        blocks = [
            Block(m.a + a_from, m.b + b_from, m.size) for m in matcher.get_matching_blocks() if m.size
        ]
        passage = _trim(blocks, (a_low, a_high))
        if passage is not None:
            found.append(passage)
            reached = passage.a_end
    return tuple(found)


def _regions(seeds: list[tuple[int, int]], size: int) -> list[list[tuple[int, int]]]:
    """Seeds grouped so that neighbours are near each other in both texts."""
    regions: list[list[tuple[int, int]]] = []
    for seed in seeds:
        for region in reversed(regions[-6:]):
            last = region[-1]
            if (
                0 <= seed[0] - last[0] <= size + GAP
                and 0 <= seed[1] - last[1] <= size + GAP
            ):
                region.append(seed)
                break
        else:
            regions.append([seed])
    return regions


def _trim(blocks: list[Block], core: tuple[int, int]) -> Passage | None:
    """The stretch of blocks around the seeds that is dense enough, or None.

    Grows outward from the largest block; a neighbour is taken while the passage keeps LEAST_SHARE and the
    neighbour is not a lone common word far away (its size at least a third of the gap it bridges).
    """
    inside = [i for i, k in enumerate(blocks) if k.a < core[1] and k.a + k.size > core[0]]
    if not inside:
        return None
    best = max(inside, key=lambda i: blocks[i].size)
    low = high = best
    while True:
        grown = False
        if low > 0 and _bridges(blocks[low - 1], blocks[low]):
            low, grown = low - 1, True
        if high + 1 < len(blocks) and _bridges(blocks[high], blocks[high + 1], forward=True):
            high, grown = high + 1, True
        if not grown:
            break
    first, last = blocks[low], blocks[high]
    passage = Passage(
        first.a, last.a + last.size, first.b, last.b + last.size, tuple(blocks[low : high + 1])
    )
    shortest = min(passage.a_end - passage.a_start, passage.b_end - passage.b_start)
    if shortest < SHORTEST or passage.shared < SHORTEST or passage.share < LEAST_SHARE:
        return None
    return passage


def _bridges(left: Block, right: Block, *, forward: bool = False) -> bool:
    gap = max(right.a - left.a - left.size, right.b - left.b - left.size)
    reach = (right if forward else left).size
    return gap <= GAP and gap <= 3 * reach
