"""Vectors of single words stand in the order of the words, zeros where a word is not known."""

import numpy as np

from rawi.arabic import vectors


def test_a_row_for_every_word():
    words = ["حرب", "", "لالالالا", "سلام"]
    rows = vectors.word_vectors(words)
    assert rows.shape == (4, vectors.SIZE)
    assert np.array_equal(rows[[0, 3]], vectors.unit_vectors(["حرب", "سلام"]))
    assert not rows[[1, 2]].any()
    assert np.allclose(np.linalg.norm(rows[[0, 3]], axis=1), 1, atol=1e-4)
    assert vectors.word_vectors([]).shape == (0, vectors.SIZE)
