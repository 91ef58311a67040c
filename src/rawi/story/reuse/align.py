"""Two texts and the places where they meet become pairs of passages, aligned word by word.

1. runs      every place where the texts meet is stretched, both ways, to the longest equal run
2. claims    long runs first: a run whose words are already spoken for is not copied twice
3. chains    runs that follow each other in both texts, with little between, are one passage
4. fill      what stands between and just beyond the runs is compared word by word (difflib)
5. judge     a passage must be long and dense enough to be copying, not chance
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

SHORTEST = 8  # words, on each side: what records.md calls reuse
GAP = 14  # words that may differ between two runs of one passage: about one inserted clause
MARGIN = 30  # words looked at beyond the outermost runs: an edited sentence may continue past them
LEAST_SHARE = (
    0.6  # of the words in a passage must stand in both (half is what chance phrases reach)
)


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


def passages(a: list[str], b: list[str], seeds: Iterable[tuple[int, int]]) -> tuple[Passage, ...]:
    """The passages that `a` and `b` share, given word positions (in a, in b) where they may meet.

    A seed whose words differ is passed over. Passages come in `a`'s order.
    """
    runs = _claimed(_runs(a, b, seeds), len(a), len(b))
    built = (_build(a, b, chain) for chain in _chains(runs))
    kept = (p for p in built if p.shared >= SHORTEST and p.share >= LEAST_SHARE)
    return tuple(sorted(kept, key=lambda p: (p.a_start, p.b_start)))


def _runs(a: list[str], b: list[str], seeds: Iterable[tuple[int, int]]) -> set[Block]:
    """1. Each seed stretched to the longest equal run through it."""
    found: set[Block] = set()
    reached: dict[int, int] = {}  # on each diagonal, how far in `a` the last run went
    for at, bt in sorted(seeds):
        at, bt = int(at), int(bt)
        if at < reached.get(at - bt, -1) or a[at] != b[bt]:
            continue
        low = 0
        while at - low > 0 and bt - low > 0 and a[at - low - 1] == b[bt - low - 1]:
            low += 1
        high = 1
        while at + high < len(a) and bt + high < len(b) and a[at + high] == b[bt + high]:
            high += 1
        found.add(Block(at - low, bt - low, low + high))
        reached[at - bt] = at + high
    return found


def _claimed(runs: set[Block], a_size: int, b_size: int) -> list[Block]:
    """2. The runs, longest first, each cut to the words that no longer run has claimed."""
    a_taken, b_taken = bytearray(a_size), bytearray(b_size)
    kept = []
    for run in sorted(runs, key=lambda r: (-r.size, r.a, r.b)):
        low, high = 0, run.size
        while low < high and (a_taken[run.a + low] or b_taken[run.b + low]):
            low += 1
        while high > low and (a_taken[run.a + high - 1] or b_taken[run.b + high - 1]):
            high -= 1
        size = high - low
        if (
            size < 2
            or 1 in a_taken[run.a + low : run.a + high]
            or 1 in b_taken[run.b + low : run.b + high]
        ):
            continue
        a_taken[run.a + low : run.a + high] = b"\x01" * size
        b_taken[run.b + low : run.b + high] = b"\x01" * size
        kept.append(Block(run.a + low, run.b + low, size))
    return sorted(kept, key=lambda r: r.a)


def _chains(runs: list[Block]) -> list[list[Block]]:
    """3. Runs grouped so that each follows the one before in both texts, at most GAP words on."""
    chains: list[list[Block]] = []
    for run in runs:
        best, least = None, GAP + 1
        for chain in chains:
            last = chain[-1]
            gap_a, gap_b = run.a - last.a - last.size, run.b - last.b - last.size
            if gap_a >= 0 and gap_b >= 0 and max(gap_a, gap_b) < least:
                best, least = chain, max(gap_a, gap_b)
        if best is None:
            chains.append([run])
        else:
            best.append(run)
    return chains


def _build(a: list[str], b: list[str], chain: list[Block]) -> Passage:
    """4. The chain with the equal words between its runs, and those just beyond its ends."""
    first, last = chain[0], chain[-1]
    blocks = [first]
    for run in chain[1:]:
        here = blocks[-1]
        blocks += _equal(a, b, (here.a + here.size, run.a), (here.b + here.size, run.b))
        blocks.append(run)
    before = _equal(a, b, (max(0, first.a - MARGIN), first.a), (max(0, first.b - MARGIN), first.b))
    for block in reversed(before):
        if not _bridges(block, blocks[0], block.size):
            break
        blocks.insert(0, block)
    a_last, b_last = last.a + last.size, last.b + last.size
    after = _equal(
        a, b, (a_last, min(len(a), a_last + MARGIN)), (b_last, min(len(b), b_last + MARGIN))
    )
    for block in after:
        if not _bridges(blocks[-1], block, block.size):
            break
        blocks.append(block)
    end = blocks[-1]
    return Passage(blocks[0].a, end.a + end.size, blocks[0].b, end.b + end.size, tuple(blocks))


def _equal(a: list[str], b: list[str], in_a: tuple[int, int], in_b: tuple[int, int]) -> list[Block]:
    left, right = a[slice(*in_a)], b[slice(*in_b)]
    if not left or not right:
        return []
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return [
        Block(m.a + in_a[0], m.b + in_b[0], m.size) for m in matcher.get_matching_blocks() if m.size
    ]


def _bridges(left: Block, right: Block, reach: int) -> bool:
    """An outlying block belongs to the passage when it is no lone word far off."""
    gap = max(right.a - left.a - left.size, right.b - left.b - left.size)
    return gap <= GAP and gap <= 2 * reach
