"""Printed words by number: one number a word, new words told once, gaps around the sentences."""

import numpy as np

from rawi.arabic.words import tokens
from rawi.readers.naming.printed import numbered, room


def test_a_word_keeps_its_number_and_is_new_once():
    numbers = {}
    first, second = tokens("قال سامي الدليمي"), tokens("وأضاف الدليمي")
    rows, starts, fresh = numbered(numbers, [first, second], 2)
    assert rows == [0, 0, 1, 2, 3, 0, 0, 4, 3, 0, 0]
    assert starts == [2, 7]
    assert [t.text for t in fresh] == ["قال", "سامي", "الدليمي", "وأضاف"]
    again, _, fresh = numbered(numbers, [second], 1)
    assert again == [0, 4, 3, 0] and not fresh


def test_a_table_grows_and_keeps_what_it_holds():
    table = np.ones((4, 3), dtype=np.float32)
    grown = room(table, 9)
    assert len(grown) >= 9 and grown[:4].all() and not grown[4:].any()
    assert room(table, 4) is table
