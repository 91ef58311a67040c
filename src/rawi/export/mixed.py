"""Arabic words within an English sentence: cut out whole, so that each page and file can set them apart.

Left as they stand, two of them that only marks part («“…” (…)») run together from right to left, and a
number at the edge of one changes sides (Unicode Standard Annex 9).
"""

from __future__ import annotations

import re

_ARABIC = "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc"
# A quotation with Arabic in it, as far as its marks; else from one Arabic letter to another, with no more
# than spaces, digits and stops between them.
_PIECE = re.compile(
    rf"(?<=“)[^”]*[{_ARABIC}][^”]*(?=”)|[{_ARABIC}](?:[{_ARABIC}\d\s.,/-]*[{_ARABIC}])?"
)


def mixed(sentence: str) -> list[tuple[bool, str]]:
    """An English sentence as (whether it is Arabic, words), in order; joined again it is the same."""
    out: list[tuple[bool, str]] = []
    at = 0
    for found in _PIECE.finditer(sentence):
        if found.start() > at:
            out.append((False, sentence[at : found.start()]))
        out.append((True, found[0]))
        at = found.end()
    return [*out, (False, sentence[at:])] if at < len(sentence) else out
