"""Parts and a reference into days: what is known, what stays open, and what the calendar lacks."""

from datetime import date

import pytest

from rawi.readers.timex.parts import Parts, merge
from rawi.readers.timex.reckon import moved, narrowed
from rawi.readers.timex.resolve import resolve
from rawi.readers.timex.tense import BACK, NEITHER
from rawi.records import Days

DAY = Days(date(2024, 3, 3), date(2024, 3, 3))


def test_parts_of_one_date_merge_and_two_years_do_not():
    assert merge(Parts(weekday=7), Parts(day=3, month=3)) == Parts(weekday=7, day=3, month=3)
    assert merge(Parts(year=2014), Parts(year=2017)) is None


@pytest.mark.parametrize("mod", ["start", "mid", "end"])
def test_start_middle_and_end_are_those_of_the_contract(mod):
    days = {"start": (1, 10), "mid": (11, 20), "end": (21, 30)}[mod]
    months = {"start": (1, 3), "mid": (5, 8), "end": (10, 12)}[mod]
    low, high = narrowed(mod, date(2025, 9, 1), date(2025, 9, 30))
    assert (low.day, high.day) == days
    low, high = narrowed(mod, date(2025, 1, 1), date(2025, 12, 31))
    assert (low.month, high.month) == months


def test_an_open_reference_leaves_its_side_open():
    found = resolve(Parts(rel=("year", -1)), Days(date(2021, 8, 1), None), BACK)
    assert (found.begin, found.end) == (date(2020, 1, 1), None)


def test_both_ends_of_an_interval_that_agree_give_the_value():
    reference = Days(date(2021, 8, 1), date(2021, 12, 31))
    found = resolve(Parts(rel=("year", -1)), reference, BACK)
    assert (found.value, found.begin, found.end) == ("2020", date(2020, 1, 1), date(2020, 12, 31))


def test_days_that_no_calendar_has_are_open_and_never_an_error():
    assert resolve(Parts(year=10001), DAY, NEITHER).begin is None
    assert resolve(Parts(calendar="h", year=9999, month=1), DAY, NEITHER).begin is None
    assert resolve(Parts(rel=("century", -30)), DAY, NEITHER).begin is None


def test_a_month_without_that_day_gives_its_last_one():
    assert moved(date(2024, 3, 31), "month", -1) == date(2024, 2, 29)
