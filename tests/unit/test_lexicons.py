"""What holds for every lexicon: nothing stands in it twice."""

from collections import Counter
from importlib.resources import files

import pytest

from rawi.lexicon import load

TABLES = sorted(p.name.removesuffix(".tsv") for p in files("rawi.lexicon").iterdir() if p.name.endswith(".tsv"))


@pytest.mark.parametrize("name", TABLES)
def test_no_row_and_no_word_of_a_row_stands_twice(name):
    rows = Counter(tuple(row.values()) for row in load.table(name))
    assert [row for row, n in rows.items() if n > 1] == []
    for row in load.table(name):
        words = Counter(row.get("words", "").split())
        assert [word for word, n in words.items() if n > 1] == [], row
