"""How often Arabic words are written, from a table that ships with the package.

The table (lexicon/word_frequencies.tsv.gz, made by tools/build_frequencies.py) is read on first use.
"""

from __future__ import annotations

import gzip
from functools import cache
from importlib.resources import files

from rawi.arabic.letters import fold
from rawi.errors import LexiconError

_NAME = "word_frequencies.tsv.gz"


def key(word: str) -> str:
    """The table's spelling of `word`: folded, but teh marbuta stays apart from heh."""
    return "ة".join(fold(part) for part in word.split("ة")) if "ة" in word else fold(word)


@cache
def table() -> dict[str, int]:
    """Key -> ten times the Zipf value (log10 of occurrences in a thousand million words)."""
    path = files("rawi.lexicon").joinpath(_NAME)
    if not path.is_file():
        raise LexiconError("no such lexicon", source=_NAME)
    counts: dict[str, int] = {}
    for line in gzip.decompress(path.read_bytes()).decode("utf-8").splitlines():
        if line[:1].isdigit():
            zipf10, _, words = line.partition("\t")
            counts.update(dict.fromkeys(words.split(" "), int(zipf10)))
    return counts


def zipf(word: str) -> float:
    """The Zipf value of a word spelled as `key` spells it; 0.0 where the table does not know it."""
    return table().get(word, 0) / 10
