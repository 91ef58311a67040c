"""A series of figures as a drawing."""

from datetime import date
from types import SimpleNamespace

import pytest

from rawi.records import Days
from rawi.web.chart import EDGE, HIGH, WIDE, chart


def series(*told):
    """A series of (day, number)."""
    return SimpleNamespace(
        points=[
            SimpleNamespace(days=day and Days(day, day), number=number, copied=False)
            for day, number in told
        ]
    )


def test_time_runs_as_the_language_does():
    told = series((date(2021, 1, 1), 5), (date(2022, 1, 1), 10))
    right, left = chart(told, rightwards=True), chart(told, rightwards=False)
    assert [dot.x for dot in right.dots] == [EDGE, WIDE - EDGE]
    assert [dot.x for dot in left.dots] == [WIDE - EDGE, EDGE]


def test_numbers_of_one_sign_go_up_from_zero():
    drawn = chart(series((date(2021, 1, 1), 100), (date(2021, 2, 1), 50)), rightwards=True)
    assert drawn.dots[0].y == EDGE
    assert drawn.dots[1].y == pytest.approx(HIGH / 2)
    assert (drawn.low, drawn.high) == (50, 100)


@pytest.mark.parametrize(
    "told",
    [
        [],
        [(date(2021, 1, 1), 5)],
        [(None, 1), (date(2021, 1, 1), 2)],
        [(date(2021, 1, 1), None)] * 3,
    ],
)
def test_fewer_than_two_known_points_are_not_drawn(told):
    assert chart(series(*told), rightwards=True) is None


def test_equal_days_and_numbers_are_survived():
    drawn = chart(series(*[(date(2021, 1, 1), 0)] * 3), rightwards=True)
    assert len(drawn.dots) == 3
