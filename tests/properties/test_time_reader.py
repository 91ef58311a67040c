"""What holds of times in any text: spans are evidence, printed years and months are kept, nothing fails."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.arabic import calendar
from rawi.arabic.analysis import analyse
from rawi.readers import dating, times
from rawi.records import TIME_MODS, TIME_TYPES, Article, Published, Reading, Span, Time

PIECES = (
    "يوم", "الأحد", "الاثنين", "أمس", "اليوم", "غدا", "الماضي", "المقبل", "الجاري", "الشهر", "العام",
    "الأسبوع", "سبتمبر", "أيلول/سبتمبر", "شباط", "رمضان", "1445 هـ", "عام", "2021", "31", "99999", "٠٧",
    "12:61", "7/9/2021", "31/31/2021", "منذ", "قبل", "بعد", "حتى", "بحلول", "نهاية", "مطلع", "منتصف", "نحو",
    "ثلاثة", "أشهر", "سنوات", "القرن", "الثالث", "من", "في", "و", "،", "(", ")", "-", "\"", "الساعة", "مساء",
    "كل", "الربع", "صيف", "هذا", "ذلك", "قال", "سيصل", "آخر", "أول", "0", "5000000", "العقد", "عيد الفطر",
    "قبل الميلاد", "\n", "…",
)  # fmt: skip
DAYS = st.one_of(st.none(), st.dates(date(1, 1, 1), date(9999, 12, 31)))
NAMES = sorted(
    n for n, m in calendar.MONTHS.items() if m.calendar == "gregorian" and m.strength == "alone"
)
WEEKDAYS = sorted(n for n in calendar.WEEKDAYS if n.startswith("ال"))


def read(text: str, begin: date | None, end: date | None) -> tuple[Article, tuple[Time, ...]]:
    published = Published(begin, end, "metadata") if begin or end else None
    article = Article("a1", "x", text, published=published, body=(Span.of(text, 0, len(text)),))
    analysis = analyse(text)
    article = dating.settle(article, analysis)
    return article, times.read(article, analysis, Reading(article))


def check(article: Article, found: tuple[Time, ...]) -> None:
    at = 0
    for time in found:
        assert time.text == article.text[time.start : time.end] == time.text.strip()
        assert time.start >= at and time.end > time.start
        at = time.end
        assert time.type in TIME_TYPES
        assert time.mod is None or time.mod in TIME_MODS
        if time.date is not None and time.date.begin and time.date.end:
            assert time.date.begin <= time.date.end


@settings(deadline=None)
@given(st.text(), DAYS, DAYS)
def test_any_text_is_survived(text, begin, end):
    check(*read(text, begin, end))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join), DAYS, DAYS)
def test_any_string_of_time_words_is_survived(text, begin, end):
    check(*read(text, begin, end))


@settings(deadline=None)
@given(st.integers(1900, 2099), st.sampled_from(NAMES), DAYS)
def test_a_printed_year_and_month_are_kept(year, name, published):
    _, found = read(f"وقع ذلك في {name} {year} في المرفأ", published, published)
    assert len(found) == 1
    days = found[0].date
    assert days is not None and days.begin is not None and days.end is not None
    month = calendar.MONTHS[name].number
    assert (days.begin.year, days.begin.month, days.end.month) == (year, month, month)
    assert days.begin.day == 1 and days == type(days)(*calendar.days(year, month))


@settings(deadline=None)
@given(st.integers(1900, 2099), st.integers(1, 31), st.sampled_from(NAMES), DAYS)
def test_a_printed_day_is_that_day_or_what_the_month_has(year, day, name, published):
    _, found = read(f"وقع ذلك في {day} {name} {year} في المرفأ", published, published)
    assert len(found) == 1
    month = calendar.MONTHS[name].number
    want = calendar.days(year, month, day) or calendar.days(year, month)
    assert found[0].date is not None
    assert (found[0].date.begin, found[0].date.end) == want


@settings(deadline=None)
@given(
    st.sampled_from(NAMES),
    st.sampled_from(("", " الماضي", " المقبل", " الجاري")),
    st.dates(date(1990, 1, 1), date(2090, 1, 1)),
)
def test_a_printed_month_without_a_year_is_that_month_on_the_side_it_says(name, side, published):
    _, found = read(f"وقع ذلك في {name}{side} في المرفأ", published, published)
    days = found[0].date
    assert days is not None and days.begin is not None and days.end is not None
    assert days.begin.month == calendar.MONTHS[name].number
    if side == " الماضي":
        assert days.end < published
    if side == " المقبل":
        assert days.begin > published


@settings(deadline=None)
@given(st.sampled_from(WEEKDAYS), st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_a_weekday_is_that_weekday_within_a_week(name, published):
    _, found = read(f"أعلن الوزير {name} فتح المعبر", published, published)
    days = found[0].date
    assert days is not None and days.begin == days.end and days.begin is not None
    assert days.begin.isoweekday() == calendar.WEEKDAYS[name]
    assert 0 <= (published - days.begin).days < 7
