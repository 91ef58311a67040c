"""Sentences and paragraphs of a text that is already tokens and quotations.

A paragraph is a line that holds a token. A sentence ends

    1. at its paragraph's end, always (headlines, list lines and captions carry no stop);
    2. after . ! ? ؟ ۔ and the closing marks behind it, unless that stop
       a. stands inside a number or a Latin word («2.5», «U.S.»): those are one token;
       b. follows an initial or an abbreviation («د.»), or stands between the letters of one («بي.بي.سي»);
       c. is part of an ellipsis («..», «…»), which Arabic papers use as a dash;
       d. stands inside a closed quotation: quotations stay whole. The sentence ends behind the
          quotation where the stop was its last sign.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from rawi.arabic.quotes import Quote
from rawi.arabic.words import Token
from rawi.lexicon import load

_STOPS = frozenset(".!?؟۔。")
_TAIL = frozenset("\"”“»›'’)]}″")
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence or paragraph: code points `start:end`, tokens `first:last` (half-open)."""

    start: int
    end: int
    first: int
    last: int


def lines(text: str) -> list[tuple[int, int]]:
    """The spans of the text's lines, empty ones left out."""
    return [m.span() for m in _LINE.finditer(text)]


def paragraphs(text: str, tokens: tuple[Token, ...]) -> tuple[Stretch, ...]:
    """The lines that hold a token, from their first token to their last."""
    starts = [t.start for t in tokens]
    found = []
    for begin, end in lines(text):
        first, last = bisect_left(starts, begin), bisect_left(starts, end)
        if first < last:
            found.append(Stretch(tokens[first].start, tokens[last - 1].end, first, last))
    return tuple(found)


def sentences(
    tokens: tuple[Token, ...], paragraphs: tuple[Stretch, ...], quotes: tuple[Quote, ...]
) -> tuple[Stretch, ...]:
    """The sentences, in order; every token is in exactly one."""
    kept_whole = _closed_spans(quotes)
    found = []
    for paragraph in paragraphs:
        first = paragraph.first
        index = first
        while index < paragraph.last:
            index += 1
            if tokens[index - 1].text in _STOPS:
                stop, index = index - 1, _run_end(tokens, index, paragraph.last)
                end = _end_after(tokens, stop, index, (first, paragraph.last), kept_whole)
                if end is not None:
                    found.append(Stretch(tokens[first].start, tokens[end - 1].end, first, end))
                    first = index = end
        if first < paragraph.last:
            found.append(Stretch(tokens[first].start, paragraph.end, first, paragraph.last))
    return tuple(found)


def _closed_spans(quotes: tuple[Quote, ...]) -> tuple[list[int], list[int]]:
    """Starts and ends (marks included) of outermost closed quotations, as two parallel lists."""
    starts: list[int] = []
    ends: list[int] = []
    for quote in quotes:
        if quote.closed and (not ends or quote.outer_start >= ends[-1]):
            starts.append(quote.outer_start)
            ends.append(quote.outer_end)
    return starts, ends


def _run_end(tokens: tuple[Token, ...], at: int, last: int) -> int:
    """The token behind the stops that touch each other from before token `at` on."""
    while at < last and tokens[at].text in _STOPS and tokens[at].start == tokens[at - 1].end:
        at += 1
    return at


def _end_after(
    tokens: tuple[Token, ...],
    stop: int,
    after: int,
    within: tuple[int, int],
    whole: tuple[list[int], list[int]],
) -> int | None:
    """Where a sentence that the stops `stop:after` may end does end (a token index), or None (rule 2).

    `within` are the sentence's first token and its paragraph's end, `whole` the quotations' spans.
    """
    (first, last), mark = within, tokens[stop]
    if mark.text == "." and _ellipsis(tokens, stop, after):  # c
        return None
    if mark.text == "." and (
        _abbreviation(tokens, stop, first) or _acronym(tokens, stop, last)
    ):  # b
        return None
    while (
        after < last
        and tokens[after].text in _TAIL
        and tokens[after].start == tokens[after - 1].end
    ):
        after += 1
    starts, ends = whole
    place = bisect_right(starts, mark.start) - 1
    if place >= 0 and mark.start < ends[place]:  # d
        if mark.text != "." or tokens[after - 1].end < ends[place]:
            return None
        if after < last and tokens[after].kind == "mark":
            return None  # «…."، وأضاف»: the writer's sentence goes on
    if after < last and tokens[after].text in "،,؛;:)":
        return None
    return after


def _ellipsis(tokens: tuple[Token, ...], stop: int, after: int) -> bool:
    """Whether these stops are dots alone and more than one, or a dot behind «…»."""
    if after - stop > 1:
        return all(tokens[i].text == "." for i in range(stop, after))
    return stop > 0 and tokens[stop - 1].text == "…" and tokens[stop - 1].end == tokens[stop].start


_LETTER_NAME = 3  # letters that the name of a foreign letter has at most («سي», «إيه»)


def _acronym(tokens: tuple[Token, ...], stop: int, last: int) -> bool:
    """Whether the full stop stands between two written-out letters, no space beside it."""
    if not 0 < stop < last - 1:
        return False
    before, after = tokens[stop - 1], tokens[stop + 1]
    return (
        before.kind == after.kind == "word"
        and before.end == tokens[stop].start
        and tokens[stop].end == after.start
        and len(before.stem or before.text) <= _LETTER_NAME
        and len(after.text) <= _LETTER_NAME
    )


def _abbreviation(tokens: tuple[Token, ...], stop: int, first: int) -> bool:
    """Whether the full stop belongs to the word before it."""
    if stop <= first or tokens[stop - 1].end != tokens[stop].start:
        return False
    word = tokens[stop - 1]
    if word.kind not in ("word", "latin"):
        return False
    if len(word.norm) == 1:
        return not (stop - 2 >= first and tokens[stop - 2].kind == "number")
    return word.norm in load.words("sentence_abbreviations", "word")
