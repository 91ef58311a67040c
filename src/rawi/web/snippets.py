"""Short stretches of text with the words that matter marked, whole words at a time."""

from __future__ import annotations

from collections.abc import Iterable

from rawi.records import Record, Span


def runs(snippet: Span, matches: Iterable[Span | Record]) -> list[tuple[str, bool]]:
    """The snippet cut into runs, marked or not. A match is widened to whole words, so that no mark ever
    begins or ends inside one and its letters keep joining.
    """
    text = snippet.text
    cuts: list[tuple[str, bool]] = []
    done = 0
    for match in sorted(matches, key=lambda span: span.start):
        start, end = match.start - snippet.start, match.end - snippet.start
        if start < 0 or end > len(text) or end <= start:
            continue
        while start > 0 and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
        if start < done:
            continue
        cuts += [(text[done:start], False), (text[start:end], True)]
        done = end
    cuts.append((text[done:], False))
    return [(run, on) for run, on in cuts if run]
