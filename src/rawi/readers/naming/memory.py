"""What an article says of a word elsewhere: how likely its other mentions are to be a name.

A surname alone says little; that the same word ended a person's name three sentences before says almost
all. The tagger goes over an article twice, and the second time sees this.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from rawi.arabic.words import Token

TYPES = ("PER", "LOC", "ORG", "MISC")
LEAST = 0.08  # a likelihood below this is no sign of a name
STEPS = (0.3, 0.6, 0.9)  # where the buckets of likelihood part


def recall(
    sentences: Sequence[Sequence[Token]], likely: Sequence[Sequence[Sequence[float]]]
) -> list[list[tuple[str, ...]]]:
    """For each token of each sentence, attributes made of the other mentions of its stem.

    `likely[s][i][t]` is how likely token `i` of sentence `s` is part of a name of type `TYPES[t]`.
    """
    mentions: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for s, tokens in enumerate(sentences):
        for i, token in enumerate(tokens):
            if token.kind != "mark" and token.stem:
                mentions[token.stem].append((s, i))
    out: list[list[tuple[str, ...]]] = [[()] * len(tokens) for tokens in sentences]
    for places in mentions.values():
        if len(places) < 2:
            continue
        tops = []
        for t in range(len(TYPES)):
            values = [likely[s][i][t] for s, i in places]
            best = max(values)
            if best >= LEAST:
                tops.append((t, values, best))
        if not tops:
            for s, i in places:
                out[s][i] = ("Mnone",)
            continue
        for k, (s, i) in enumerate(places):
            found = []
            strongest, which = 0.0, None
            for t, values, best in tops:
                other = best if values[k] < best or values.count(best) > 1 else _second(values)
                if other >= LEAST:
                    bucket = sum(other >= step for step in STEPS)
                    found.append(f"M{TYPES[t]}{bucket}")
                    if other > strongest:
                        strongest, which = other, t
            if which is None:
                found.append("Mnone")
            else:
                found.append(f"Mtop{TYPES[which]}")
            out[s][i] = tuple(found)
    return out


def _second(values: Sequence[float]) -> float:
    return sorted(values)[-2]
