"""Persons from given names alone: a known given name, then words that can go on with a name.

The trained tagger finds most persons; this finds those it has no context for.
"""

from __future__ import annotations

from collections.abc import Sequence

from rawi.arabic import frequencies
from rawi.arabic.words import Token
from rawi.readers.naming import lexicons
from rawi.readers.naming.roles import is_title

LONGEST = 5
RARE = 4.0  # Zipf value below which a definite word may be a surname
STRANGE = 2.5  # and a bare one


def by_given_name(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Token spans of two to five words that begin with a given name or «أبو», «عبد»."""
    given, links = lexicons.given_names(), lexicons.particles("link")
    heads, tails = lexicons.particles("head"), lexicons.particles("tail")
    stops, demonyms = lexicons.generic("stop"), lexicons.demonyms()
    out = []
    i, n = 0, len(tokens)
    while i < n:
        first = tokens[i]
        known = first.stem in given or first.norm in given or first.stem in heads
        if first.kind != "word" or not known or first.enclitic or first.text.endswith("ى"):
            i += 1
            continue
        j = i + 1
        open_ = first.stem in heads and first.stem not in given
        while j < n and j - i < LONGEST:
            t = tokens[j]
            if t.kind != "word" or (t.proclitics and t.norm not in given) or t.norm in stops:
                break
            if not (
                t.norm in given or t.norm in links or t.norm in tails or t.norm in heads or open_
            ):
                usual = frequencies.zipf(frequencies.key(t.text))
                if is_title(t) or t.enclitic:
                    break
                if (t.definite and (t.base in demonyms or usual > RARE)) or (
                    not t.definite and usual > STRANGE
                ):
                    break
            open_ = t.norm in links or t.norm in heads
            j += 1
        titled = i > 0 and is_title(tokens[i - 1])
        if j - i >= 2 and (titled or tokens[i + 1].norm in given or tokens[i + 1].norm in links):
            out.append((i, j))
            i = j
        else:
            i += 1
    return out
