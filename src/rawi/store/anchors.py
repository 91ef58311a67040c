"""How a user's decision finds its record again, whatever the program reads the next time.

An anchor names the article, the kind, the exact words and the words around them. It is found in two
steps:

    1. the words: at their old place; else the occurrence with the likest neighbourhood (`place`)
    2. the record: of that kind, over exactly those words; else the one that shares most of them, at
       least SHARED (`find`)

Method: text-quote selectors of the W3C Web Annotation Data Model (section 4.2.4), with exact
offsets tried first, and span overlap in place of fuzzy text, since readers change where a record
ends, not what stands in the article.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from rawi.records import Article, Name, Record, Statement
from rawi.store.rows import Anchor

CONTEXT = 40  # code points kept on each side: some six words, enough to tell two occurrences apart
ALIKE = 8  # code points of neighbourhood that must agree in a changed text: more than a word
LONG = 30  # words this long (code points) that occur once need no neighbourhood
SHARED = 0.5  # intersection over union, as for matching spans in the accuracy bench


def anchored(record: Record, article: Article, origin: str) -> Anchor:
    """The anchor of a record."""
    bare = Anchor(
        source=origin, article=article.id, kind=record.kind, start=record.start, end=record.end,
        text=record.text, cue=_own(record), url=article.url,
    )  # fmt: skip
    before, after = _around(article.text, bare)
    return replace(bare, before=before, after=after)


def place(anchor: Anchor, article: Article) -> int | None:
    """Where the anchor's words begin in `article` now; None where they no longer stand there."""
    text = article.text
    if text.startswith(anchor.text, anchor.start) and (
        article.id == anchor.article or _around(text, anchor) == (anchor.before, anchor.after)
    ):
        return anchor.start
    best: tuple[int, int] | None = None
    at = text.find(anchor.text) if anchor.text else -1
    occurrences = 0
    while at >= 0:
        occurrences += 1
        end = at + len(anchor.text)
        alike = _common(anchor.before[::-1], text[max(0, at - CONTEXT) : at][::-1])
        alike += _common(anchor.after, text[end : end + CONTEXT])
        if best is None or (alike, -abs(at - anchor.start)) > (
            best[0],
            -abs(best[1] - anchor.start),
        ):
            best = alike, at
        at = text.find(anchor.text, at + 1)
    if best is None:
        return None
    if best[0] >= ALIKE or (occurrences == 1 and len(anchor.text) >= LONG):
        return best[1]
    return None


def find(anchor: Anchor, start: int, records: Iterable[Record]) -> Record | None:
    """The record that the anchor means, its words now beginning at `start`."""
    end = start + (anchor.end - anchor.start)
    best: tuple[float, bool] = (SHARED, False)
    found = None
    for record in records:
        if record.kind != anchor.kind:
            continue
        common = min(end, record.end) - max(start, record.start)
        if common <= 0:
            continue
        value = (
            common / (max(end, record.end) - min(start, record.start)),
            _own(record) == anchor.cue,
        )
        if value >= best and (found is None or value > best):
            best, found = value, record
    return found


def relocated(value: Any, article: Article, shift: int) -> Any:
    """JSON of a record, its spans moved by `shift` and their words read off `article`.

    Raises LookupError where a span's words are no longer there.
    """
    if isinstance(value, list):
        return [relocated(v, article, shift) for v in value]
    if not isinstance(value, dict):
        return value
    out = {k: relocated(v, article, shift) for k, v in value.items()}
    if isinstance(out.get("start"), int) and isinstance(out.get("end"), int):
        words = out.get("text")
        start = out["start"] + shift
        if isinstance(words, str) and not article.text.startswith(words, max(0, start)):
            raise LookupError(words)
        out["start"], out["end"] = start, out["end"] + shift
    return out


def _around(text: str, anchor: Anchor) -> tuple[str, str]:
    """The words around an anchor's place in `text`."""
    start, end = anchor.start, anchor.end
    return text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]


def _own(record: Record) -> str | None:
    """What tells two records of one kind over the same words apart."""
    if isinstance(record, Statement):
        return record.cue.text if record.cue else None
    return record.type if isinstance(record, Name) else None


def _common(one: str, other: str) -> int:
    size = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        size += 1
    return size
