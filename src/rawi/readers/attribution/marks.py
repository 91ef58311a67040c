"""Quotation marks that were forgotten."""

from __future__ import annotations

import re

from rawi.arabic.analysis import Analysis, Quote

# A new report inside a quotation («… . وأضاف أن "…») shows that its closing mark was forgotten.
_FORGOTTEN = re.compile(
    r"[.،]\s*و[\u0621-\u064a]{3,7}(?:\s+[^\s\"«“:]+){0,3}?\s*(?:[أإا]ن[\u0621-\u064a]{0,2}\s*|:\s*)[\"«“]"
)


def mended(analysis: Analysis) -> list[Quote]:
    """The quotations; one whose closing mark was forgotten before the next report is parted in two."""
    out = []
    for quote in analysis.quotes:
        found = _FORGOTTEN.search(analysis.text, quote.start, quote.end)
        if found is None:
            out.append(quote)
            continue
        out.append(
            Quote(quote.start, found.start(), quote.outer_start, found.start(), quote.depth, False)
        )
        if not any(q.outer_start == found.end() - 1 for q in analysis.quotes):
            out.append(Quote(found.end(), quote.end, found.end() - 1, quote.outer_end, quote.depth))
    return out
