"""Dates and numbers as each reader wants them."""

import itertools
from datetime import date

import pytest

from rawi.records import Days
from rawi.web.axis import bins
from rawi.web.i18n import Tongue
from rawi.web.visit import environment

DAY = date(2025, 9, 7)


@pytest.mark.parametrize(
    ("tongue", "says"),
    [
        (Tongue("ar"), "7 سبتمبر 2025"),
        (Tongue("ar", "arab"), "٧ سبتمبر ٢٠٢٥"),
        (Tongue("ar", months="ar_IQ"), "7 أيلول 2025"),
        (Tongue("ar", months="ar_MA"), "7 شتنبر 2025"),
        (Tongue("en", months="ar_IQ"), "7 September 2025"),
    ],
)
def test_a_day(tongue, says):
    assert tongue.day(DAY) == says


@pytest.mark.parametrize(
    ("begin", "end", "says"),
    [
        (date(2025, 9, 1), date(2025, 9, 30), "September 2025"),
        (date(2024, 2, 1), date(2024, 2, 29), "February 2024"),
        (date(2024, 2, 1), date(2024, 2, 28), "1 – 28 February 2024"),
        (date(2024, 1, 1), date(2024, 12, 31), "2024"),
        (date(2024, 12, 30), date(2025, 1, 2), "30 December 2024 – 2 January 2025"),
        (None, DAY, "until 7 September 2025"),
        (DAY, None, "from 7 September 2025"),
        (None, None, ""),
    ],
)
def test_a_stretch_is_told_no_more_exactly_than_it_is_known(begin, end, says):
    assert Tongue("en").days(Days(begin, end)) == says


def test_numbers_in_both_kinds_of_digits():
    assert Tongue("ar").number(1234.5) == "1,234.5"
    assert Tongue("ar", "arab").number(1234.5) == "١٬٢٣٤٫٥"
    assert Tongue("en").percent(0.805) == "80.5%"


def volume(*days):
    return [(day, 1) for day in days]


@pytest.mark.parametrize(
    ("last", "label"),
    [
        (date(2021, 1, 20), "20 January 2021"),
        (date(2023, 12, 1), "December 2023"),
        (date(2070, 1, 1), "2070"),
        (date(2095, 1, 1), "2090–2099"),
    ],
)
def test_the_axis_is_no_finer_than_can_be_seen_and_loses_nothing(last, label):
    found = bins(volume(date(2021, 1, 5), last), Tongue("en"))
    assert len(found) <= 60
    assert sum(one.count for one in found) == 2
    assert found[-1].label == label
    assert all(a.until < b.since for a, b in itertools.pairwise(found))


def test_a_week_is_not_called_by_its_first_day():
    found = bins(volume(date(2021, 1, 6), date(2021, 5, 5)), Tongue("en"))
    assert found[0].label == "3 – 9 January 2021" and found[0].begins == "6 January 2021"
    assert found[-1].label == "2 – 8 May 2021" and found[-1].ends == "5 May 2021"


def test_bars_outside_the_chosen_period_are_told_apart():
    found = bins(volume(date(2021, 1, 5), date(2021, 1, 9)), Tongue("en"), since=date(2021, 1, 8))
    assert [one.inside for one in found] == [False, False, False, True, True]


def test_a_story_without_dates_has_no_axis():
    assert bins(volume(), Tongue("ar")) == []


@pytest.mark.parametrize(
    ("tongue", "value", "unit", "says"),
    [
        (Tongue("ar"), 40, "km", "40 كم"),
        (Tongue("ar", "arab"), 40, "km", "٤٠ كم"),
        (Tongue("ar"), 1_800_000_000, "USD", "1,800,000,000 دولار أمريكي"),
        (Tongue("en"), 15, "IQD", "15 Iraqi dinars"),
        (Tongue("en"), 2.5, "feddan", "2.5 feddan"),
    ],
)
def test_measures_are_named_as_the_language_names_them(tongue, value, unit, says):
    assert tongue.measure(value, unit) == says


def test_iso_dates_in_a_sentence_are_written_out():
    assert Tongue("ar").spelt("انقضى في 2023-04-20 ولا خبر") == "انقضى في 20 أبريل 2023 ولا خبر"
    assert Tongue("ar").spelt("و2023-04-20") == "و20 أبريل 2023"
    assert Tongue("en").spelt("on 2023-02-31 or 2023-04-20-7") == "on 2023-02-31 or 2023-04-20-7"


def test_nothing_is_said_for_nothing():
    assert Tongue("ar").say("") == ""
    assert environment("ar").from_string("{{ _('') }}").render() == ""


def test_large_numbers_are_short_in_a_drawing():
    assert Tongue("ar").compact(5_150_000_000) == "5.2 مليار"
    assert Tongue("ar", "arab").compact(1_800_000) == "١.٨ مليون"
    assert Tongue("en").compact(6e12) == "6 trillion"
    assert Tongue("en").compact(36_500) == "36,500"
