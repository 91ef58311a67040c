from datetime import date

import pytest

from rawi.arabic import calendar
from rawi.arabic.letters import fold
from rawi.lexicon import load

babel = pytest.importorskip("babel")
COUNTRIES = [
    "EG", "IQ", "LB", "SY", "JO", "PS", "DZ", "TN", "MA", "MR", "LY", "SA", "AE", "SD", "KW", "QA", "BH", "OM",
    "YE",
]  # fmt: skip


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_country_s_months_are_known(country: str) -> None:
    names = babel.Locale.parse(f"ar_{country}").months["format"]["wide"]
    for number, name in names.items():
        month = calendar.MONTHS.get(fold(name))
        assert month is not None and (month.number, month.calendar) == (number, "gregorian"), name


def test_every_weekday_is_known() -> None:
    for number, name in babel.Locale.parse("ar").days["format"]["wide"].items():
        assert calendar.WEEKDAYS[fold(name)] == number + 1


@pytest.mark.parametrize(
    ("name", "number", "kind"),
    [
        ("كانون الثاني", 1, "gregorian"),
        ("ینایر", 1, "gregorian"),
        ("جمادى الآخرة", 6, "hijri"),
        ("ذي القعدة", 11, "hijri"),
        ("ربيع الثاني", 4, "hijri"),
    ],
)
def test_months(name: str, number: int, kind: str) -> None:
    month = calendar.MONTHS.get(fold(name))
    assert month is not None and (month.number, month.calendar) == (number, kind)


@pytest.mark.parametrize(
    ("parts", "begin", "end"),
    [
        ((2024,), date(2024, 1, 1), date(2024, 12, 31)),
        ((2024, 2), date(2024, 2, 1), date(2024, 2, 29)),
        ((2024, 2, 29), date(2024, 2, 29), date(2024, 2, 29)),
        ((1445, 9, 1, "hijri"), date(2024, 3, 11), date(2024, 3, 11)),
        ((1445, 9, None, "hijri"), date(2024, 3, 11), date(2024, 4, 9)),
        ((1445, None, None, "hijri"), date(2023, 7, 19), date(2024, 7, 6)),
    ],
)
def test_days(parts: tuple, begin: date, end: date) -> None:
    assert calendar.days(*parts) == (begin, end)


@pytest.mark.parametrize(
    "parts", [(2023, 2, 29), (2024, 13), (0,), (1445, 9, 31, "hijri"), (900, 1, 1, "hijri")]
)
def test_days_that_no_calendar_has(parts: tuple) -> None:
    assert calendar.days(*parts) is None


def test_hijri_of_a_day() -> None:
    assert calendar.hijri(date(2024, 3, 22)) == (1445, 9, 12)
    assert calendar.hijri(date(1700, 1, 1)) is None


def test_winter_runs_into_the_next_year() -> None:
    winter = calendar.SEASONS["شتاء"]
    assert calendar.season_days(winter, 2023) == (date(2023, 12, 1), date(2024, 2, 29))


@pytest.mark.parametrize("name", ["months", "weekdays"])
def test_no_name_stands_twice(name: str) -> None:
    folded = [fold(row["name"]) for row in load.table(name)]
    assert len(folded) == len(set(folded))
    assert {row["strength"] for row in load.table(name)} <= {"alone", "dated", "full"}
