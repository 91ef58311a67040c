"""The runs of tokens that names are looked for in: the sentences of title and body."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from rawi.arabic.analysis import Analysis
from rawi.arabic.words import Token
from rawi.records import Article

Run = tuple[int, Sequence[Token]]
"""The index of a run's first token, and its tokens."""


def runs_of(article: Article, analysis: Analysis) -> tuple[Sequence[Token], list[Run]]:
    """1. The tokens that count, and those of every sentence inside title and body."""
    areas = sorted({(s.start, s.end) for s in (*article.body, *filter(None, [article.title]))})
    tokens, kept = _without_hashes(analysis.tokens)
    out: list[Run] = []
    seen = -1
    for s in analysis.sentences:
        begin, stop = kept[s.first], kept[s.last]
        for start, end in areas:
            if start < s.end and s.start < end:
                first = max(begin, seen)
                while first < stop and tokens[first].start < start:
                    first += 1
                last = first
                while last < stop and tokens[last].end <= end:
                    last += 1
                if last > first:
                    seen = last
                    out.append((first, tokens[first:last]))
    return tokens, out


def _without_hashes(tokens: Sequence[Token]) -> tuple[Sequence[Token], Sequence[int]]:
    """The tokens without the signs of hashtags («#قصر_الورد»), and where each old index now is."""
    signs = {
        i
        for i, t in enumerate(tokens[:-1])
        if (t.text == "#" or (t.text == "_" and i and tokens[i - 1].end == t.start))
        and t.end == tokens[i + 1].start and tokens[i + 1].kind == "word"
    }  # fmt: skip
    if not signs:
        return tokens, range(len(tokens) + 1)
    places = list(accumulate((i not in signs for i in range(len(tokens))), initial=0))
    return [t for i, t in enumerate(tokens) if i not in signs], places
