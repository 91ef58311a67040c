"""CSV that a spreadsheet can open without running anything."""

import pytest

from rawi.export.csv import COLUMNS, row, safe
from rawi.records import Article, Figure, Span, Statement


@pytest.mark.parametrize("cell", ["=1+1", "+966", "-2", "@SUM(A1)", "\t=1", " =cmd|'/c'!A1", "＝1"])
def test_formulas_are_made_safe(cell):
    assert safe(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["قال", "5-2", "a=b", "", None, -2, 0.5])
def test_everything_else_stays(cell):
    assert safe(cell) is cell


def test_a_row_has_every_column_and_keeps_the_place_in_the_text():
    article = Article("a1", "=evil.txt", "بلغ عددهم 900 شخص", outlet="@outlet")
    figure = Figure("a1", 5, 17, "عددهم 900 شخص", value=900, thing=Span(14, 17, "شخص"))
    cells = row(figure, article)
    assert tuple(cells) == COLUMNS
    assert (cells["start"], cells["stop"], cells["value"], cells["thing"]) == (5, 17, 900, "شخص")
    assert cells["source"] == "'=evil.txt" and cells["outlet"] == "'@outlet"
    assert row(Statement("a1", 0, 3, "بلغ"), article)["speaker"] is None
