from datetime import date

import pytest

from rawi.arabic import dates


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("نشر في 03 مارس 2024 مساء", "03 مارس 2024", date(2024, 3, 3)),
        ("الأحد ٠٧ - سبتمبر - ٢٠٢٥.", "الأحد ٠٧ - سبتمبر - ٢٠٢٥", date(2025, 9, 7)),
        ("بتاريخ 2024/03/14 في", "2024/03/14", date(2024, 3, 14)),
        ("بتاريخ 14-3-2024 في", "14-3-2024", date(2024, 3, 14)),
        ("بتاريخ 3/14/2024 في", "3/14/2024", date(2024, 3, 14)),
        ("الأحد 3 آذار/مارس 2024 في", "الأحد 3 آذار/مارس 2024", date(2024, 3, 3)),
        ("يوم 7 أيلول (سبتمبر) 2025 في", "7 أيلول (سبتمبر) 2025", date(2025, 9, 7)),
        ("في مارس 3, 2024 وصل", "مارس 3, 2024", date(2024, 3, 3)),
        ("في 15 غشت 2023 وصل", "15 غشت 2023", date(2023, 8, 15)),
        ("في 1 من شهر جويلية عام 2020 وصل", "1 من شهر جويلية عام 2020", date(2020, 7, 1)),
        ("5 محرم 1445هـ", "5 محرم 1445هـ", date(2023, 7, 23)),
        ("1445/09/12 هـ", "1445/09/12 هـ", date(2024, 3, 22)),
        ("12 رمضان 1445هـ - 22 مارس 2024م", "12 رمضان 1445هـ - 22 مارس 2024م", date(2024, 3, 22)),
        ("22 آذار 2024 (12 رمضان 1445)", "22 آذار 2024 (12 رمضان 1445)", date(2024, 3, 22)),
        ("3 الفاتح 2020", "3 الفاتح 2020", date(2020, 9, 3)),
    ],
)
def test_printed_days(text: str, words: str, day: date) -> None:
    (found,) = dates.find(text)
    assert text[found.start : found.end] == words
    assert (found.begin, found.end_day) == (day, day)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("٠٧ - سبتمبر - ٢٠٢٥ ١٢:٠٠ صباحاً", "00:00"),
        ("03-03-2024 | 09:15 م", "21:15"),
        ("5 جانفي 2018 14:30", "14:30"),
        ("2024-03-03T12:30:00+03:00", "12:30"),
        ("3 مارس 2024، الساعة 12:05 مساءً", "12:05"),
    ],
)
def test_the_clock_beside_a_date(text: str, time: str) -> None:
    (found,) = dates.find(text)
    assert found.time == time
    assert found.end == len(text)


@pytest.mark.parametrize(
    "text",
    [
        "31 يونيو 2024", "نحو 2500 عسكري", "يمارس 3 مهام", "ناصر 2020", "ربح 12.5 في 2024",
        "مارس الضغط", "13/13/2024", "44 ق.م", "3 صفر",
    ],
)  # fmt: skip
def test_what_is_no_full_date(text: str) -> None:
    assert dates.find(text) == ()


def test_months_and_partial_dates() -> None:
    (found,) = dates.find("منذ سبتمبر/أيلول 2024 حتى")
    assert (found.begin, found.end_day, found.day) == (date(2024, 9, 1), date(2024, 9, 30), None)
    text = "بين 3 آذار وتموز المقبل"
    assert [text[d.start : d.end] for d in dates.find(text, partial=True)] == ["3 آذار", "تموز"]


def test_the_first_date_to_the_day_wins() -> None:
    found = dates.first("في آذار 2021 قال، وفي 3 نيسان 2022 عاد")
    assert found is not None and found.begin == date(2022, 4, 3)
    assert dates.first("لا شيء") is None
