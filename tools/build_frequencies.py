"""Makes src/rawi/lexicon/word_frequencies.tsv.gz: how often Arabic words are written, folded.

    pip install wordfreq && python tools/build_frequencies.py

Takes wordfreq's large Arabic list, folds every word but for its teh marbuta (spellings that fall
together are added up), keeps the words of Arabic letters alone at or above FLOOR, and writes one line a
frequency class: the Zipf value in tenths (log10 of occurrences in a thousand million words, times ten),
a tab, the words.
"""

from __future__ import annotations

import gzip
import math
import re
from collections import defaultdict
from pathlib import Path

from wordfreq import get_frequency_dict

from rawi.arabic.frequencies import key

TARGET = Path(__file__).parent.parent / "src/rawi/lexicon/word_frequencies.tsv.gz"
FLOOR = 1.5e-7  # below, wordfreq's Arabic list is mostly misspellings and chat
HEAD = """\
# Frequencies of Arabic words, folded but for teh marbuta, in tenths of Zipf units; one line a frequency class.
# source: wordfreq 3.1.1, large Arabic list (Robyn Speer), folded and cut by tools/build_frequencies.py
# licence: CC BY-SA 4.0
zipf10\twords
"""


def main() -> None:
    """Writes the table."""
    totals: dict[str, float] = defaultdict(float)
    for word, frequency in get_frequency_dict("ar", "large").items():
        if re.fullmatch(r"[ء-ي]+", folded := key(word)):
            totals[folded] += frequency
    classes: dict[int, list[str]] = defaultdict(list)
    for word, frequency in totals.items():
        if frequency >= FLOOR:
            classes[round(10 * math.log10(frequency * 1e9))].append(word)
    lines = [f"{z}\t{' '.join(sorted(classes[z]))}\n" for z in sorted(classes, reverse=True)]
    data = (HEAD + "".join(lines)).encode("utf-8")
    TARGET.write_bytes(gzip.compress(data, 9, mtime=0))
    print(sum(map(len, classes.values())), "words,", TARGET.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
