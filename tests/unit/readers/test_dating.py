"""Dating an article from its own words, and checking the date that is given."""

from datetime import date

from rawi.arabic.analysis import analyse
from rawi.readers import dating
from rawi.records import Article, Published, Span


def settled(text: str, published: Published | None = None) -> Published | None:
    article = Article("a1", "x", text, published=published, body=(Span.of(text, 0, len(text)),))
    return dating.settle(article, analyse(text)).published


def test_a_past_year_a_limit_and_a_month_bound_the_day():
    found = settled(
        "توقفت العبارة منذ عام 2017. وفي أيار الماضي وقع البلدان الاتفاق على فتح الخط بحلول نهاية عام 2021."
    )
    assert found is not None
    assert (found.begin, found.end, found.basis) == (
        date(2021, 6, 1),
        date(2021, 12, 31),
        "inferred",
    )
    assert {e.text for e in found.evidence} >= {"عام 2017", "أيار الماضي", "نهاية عام 2021"}
    assert found.note


def test_a_day_that_the_text_calls_today_is_the_day():
    found = settled("أعلن الوزير اليوم الأحد 7 أيلول 2025 فتح المعبر.")
    assert found is not None
    assert found.day == date(2025, 9, 7)


def test_the_date_of_today_may_stand_in_brackets():
    found = settled("أعلن الوزير، اليوم الأحد (7 أيلول 2025)، فتح المعبر.")
    assert found is not None
    assert found.day == date(2025, 9, 7)


def test_yesterday_with_its_date_gives_the_day_after():
    found = settled("أعلن الوزير أمس السبت 6 أيلول 2025 فتح المعبر.")
    assert found is not None
    assert found.day == date(2025, 9, 7)


def test_the_year_called_current_is_the_year_of_writing():
    found = settled("ارتفع الإنتاج خلال العام الجاري 2018.")
    assert found is not None
    assert (found.begin, found.end) == (date(2018, 1, 1), date(2018, 12, 31))


def test_one_side_alone_dates_nothing():
    assert settled("توقفت العبارة منذ عام 2017.") is None
    assert settled("تنسحب الشركة بحلول نهاية عام 2030.") is None


def test_a_limit_told_as_past_is_no_limit():
    assert settled("بدأت الحرب منذ عام 2011. وزادت الصادرات بحلول عام 2015.") is None


def test_a_given_date_stays_and_the_contradiction_is_kept_beside_it():
    given = Published(date(2024, 3, 9), date(2024, 3, 9), "metadata")
    found = settled("أعلن الوزير اليوم الأربعاء فتح المعبر.", given)
    assert found is not None
    assert (found.day, found.basis) == (date(2024, 3, 9), "metadata")
    assert [r.day for r in found.rivals] == [date(2024, 3, 6)]
    assert found.rivals[0].note


def test_a_given_date_that_agrees_has_no_rival():
    given = Published(date(2024, 3, 6), date(2024, 3, 6), "printed")
    assert settled("أعلن الوزير اليوم الأربعاء فتح المعبر.", given) == given


def test_a_weekday_called_next_with_its_date_gives_the_week_before():
    found = settled("يحتفل البلدان بالاتفاق الثلاثاء المقبل، 15 مارس/آذار 2022.")
    assert found is not None
    assert (found.begin, found.end) == (date(2022, 3, 8), date(2022, 3, 14))
