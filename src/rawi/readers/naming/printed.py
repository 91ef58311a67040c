"""Printed words by number: what the tagger's fields and networks keep their sums under.

An article is one row of words with gaps around its sentences; row 0 of every table is the gap.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from rawi.arabic.words import Token

GAP = 0

Numbers = dict[tuple[str, str], int]  # a word as printed, its kind -> its row, from 1


def numbered(
    numbers: Numbers, sentences: Sequence[Sequence[Token]], gap: int
) -> tuple[list[int], list[int], list[Token]]:
    """The article as rows, where in it each sentence begins, and the words that were not met before.

    `gap`: rows of GAP before, between and after the sentences. New words are entered into `numbers` with
    the rows that follow.
    """
    rows, starts, fresh = [GAP] * gap, [], []
    for tokens in sentences:
        starts.append(len(rows))
        for t in tokens:
            row = numbers.get((t.text, t.kind))
            if row is None:
                row = numbers[t.text, t.kind] = len(numbers) + 1
                fresh.append(t)
            rows.append(row)
        rows += [GAP] * gap
    return rows, starts, fresh


def room(table: np.ndarray, rows: int) -> np.ndarray:
    """The table with room for so many rows at least; what is added is zero."""
    if rows <= len(table):
        return table
    more = max(rows, 2 * len(table)) - len(table)
    return np.concatenate([table, np.zeros((more, *table.shape[1:]), dtype=table.dtype)])
