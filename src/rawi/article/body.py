"""The article proper: the spans of a text that are to be read."""

from __future__ import annotations

from rawi.article.layout import Layout
from rawi.article.lines import PROSE
from rawi.records import Span


def body_spans(text: str, layout: Layout) -> tuple[Span, ...]:
    """The lines of prose as spans of `text`, neighbours joined. In order, never overlapping."""
    spans: list[Span] = []
    start = end = -1
    for line, role in zip(layout.lines, layout.roles, strict=True):
        if role == PROSE:
            start = line.start if start < 0 else start
            end = line.end
        elif start >= 0:
            spans.append(Span.of(text, start, end))
            start = -1
    if start >= 0:
        spans.append(Span.of(text, start, end))
    return tuple(spans)
