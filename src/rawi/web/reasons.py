"""Why something was refused, in the reader's language.

An error's sentence remembers its template and values (`errors.said`); lexicon/refusal_words.tsv has the
Arabic of every template, and of the words that stand in their places.
"""

from __future__ import annotations

import re
from functools import cache
from string import Formatter

from rawi.errors import Said
from rawi.lexicon import load
from rawi.web.i18n import Tongue

_PLACE = re.compile(r"\{[^{}]*\}")


def explained(words: str, tongue: Tongue) -> str:
    """A refusal's reason or hint as this reader has it; what the lexicon does not know stays English."""
    if tongue.lang != "ar":
        return words
    if not isinstance(words, Said):
        return _known().get(words, words)
    arabic = _known().get(_PLACE.sub("{}", words.template))
    if arabic is None:
        return words
    specs = [spec for _, name, spec, _ in Formatter().parse(words.template) if name is not None]
    return arabic.format(*map(_filled, words.values, specs, [tongue] * len(specs)))


def _filled(value: object, spec: str, tongue: Tongue) -> str:
    """One value for its place: numbers in this reader's digits, words of ours in Arabic."""
    if isinstance(value, float) and spec.endswith("%"):
        return tongue.percent(round(value, 2))
    if isinstance(value, int | float) and not spec.endswith("X"):
        return tongue.number(value)
    return explained(value, tongue) if isinstance(value, str) else format(value, spec)


@cache
def _known() -> dict[str, str]:
    return {row["en"]: row["ar"] for row in load.table("refusal_words")}
