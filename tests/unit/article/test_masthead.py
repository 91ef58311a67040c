"""Title, outlet, byline, date and credit, from metadata and from the page's own words."""

from datetime import date

import pytest

from rawi.article import make_article
from rawi.sources.document import Document

BODY = (
    "أعلنت وزيرة النقل في جمهورية سنار، هدى الكرمي، أن خط القطار الجديد سيبدأ العمل مطلع الشهر.\n\n"
    "وأضافت الكرمي في مؤتمر صحفي أن الخط يربط العاصمة بثلاث مدن، وأن كلفته مئتا مليون دينار.\n"
)
TITLE = "سنار تفتتح خط القطار الجديد مطلع الشهر"


@pytest.mark.parametrize("line", ["نشر في ٢٥/٠٥/٢٠٣١", "نشر في 12/05/2031", "25 أيار/مايو 2031"])
def test_a_first_line_that_prints_the_day_is_no_title(line):
    found = make_article(Document("x", f"{line}\n{BODY}"))
    assert found.title is None
    assert found.published is not None and found.published.begin.year == 2031


def article(*head, tail="", published=None, body=BODY, **metadata):
    text = "\n".join([TITLE, "", *head, "", body, tail])
    return make_article(Document("x", text, **metadata), published=published)


@pytest.mark.parametrize(
    "line",
    [
        "٠٧ - سبتمبر - ٢٠٣١ ١٢:٠٠ صباحاً",
        "07 سبتمبر 2031",
        "الأحد 7 أيلول/سبتمبر 2031",
        "آخر تحديث: 7 سبتمبر, 2031",
        "نشر في 2031-09-07 18:30",
        "نشر في 07/09/2031",
        "September 7 2031 | 7 أيلول 2031",
        "Sun Sep 7, 2031 4:12pm GMT",
        "7 September 2031",
    ],
)
def test_printed_dates(line):
    found = article(line).published
    assert (found.begin, found.end, found.basis) == (date(2031, 9, 7), date(2031, 9, 7), "printed")
    assert found.evidence[0].text in line


def test_hijri_beside_gregorian_reads_the_gregorian():
    found = article("الثلاثاء ٧ رجب ١٤٤٣ هـ الموافق ٨ شباط/فبراير ٢٠٢٢").published
    assert found.begin == date(2022, 2, 8)
    assert found.note is None


def test_hijri_alone_is_converted():
    found = article("الثلاثاء ٧ رجب ١٤٤٣ هـ").published
    assert found.begin == date(2022, 2, 8)
    assert "Hijri" in found.note


def test_metadata_wins_and_the_printed_rival_is_kept():
    found = article("07 سبتمبر 2031", published=None)
    assert found.published.basis == "printed"
    found = make_article(Document("x", found.text, published="2031-09-08T01:10:00+03:00")).published
    assert (found.begin, found.basis) == (date(2031, 9, 8), "metadata")
    assert [(r.begin, r.basis) for r in found.rivals] == [(date(2031, 9, 7), "printed")]


def test_an_update_is_the_rival_of_the_publication():
    found = article("آخر تحديث: 9 سبتمبر 2031", "نشر في: 7 سبتمبر 2031").published
    assert found.begin == date(2031, 9, 7)
    assert [r.begin for r in found.rivals] == [date(2031, 9, 9)]


def test_the_callers_day_fills_in_only():
    day = date(2030, 1, 2)
    assert article(published=day).published.begin == day
    assert article("07 سبتمبر 2031", published=day).published.begin == date(2031, 9, 7)


def test_a_date_inside_the_article_is_no_masthead():
    body = BODY + "\nوكان الاتفاق قد وقع في 3 مارس 2029 في العاصمة بعد خلاف طويل بين الشركتين.\n"
    assert article(body=body).published is None


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2018-04-30T18:43:13+04:00", date(2018, 4, 30)),
        ("20180430", date(2018, 4, 30)),
        ("Mon, 30 Apr 2018 18:43:13 +0400", date(2018, 4, 30)),
        ("1525099393", date(2018, 4, 30)),
        ("30/04/2018", date(2018, 4, 30)),
        ("٣٠ نيسان/أبريل ٢٠١٨", date(2018, 4, 30)),
        ("soon", None),
        ("2018-02-31", None),
        ("", None),
        ("9" * 400, None),
    ],
)
def test_metadata_dates(value, day):
    found = article(published=None, body=BODY)
    published = make_article(Document("x", found.text, published=value)).published
    assert (published.begin if published else None) == day


@pytest.mark.parametrize(
    ("line", "credited"),
    [
        ("نقلا عن: صحيفة المرفأ", "صحيفة المرفأ"),
        ("نقلاً عن المرفأ الأسبوعية", "المرفأ الأسبوعية"),
        ("*نقلا عن \"المرفأ\"", "المرفأ"),
        ("المصدر : وكالة سنار للأنباء", "وكالة سنار للأنباء"),
        ("المصدر: رويترز", "رويترز"),
        ("أضيف في 07 سبتمبر 2031. نقلا عن: المرفأ", "المرفأ"),
        ("رويترز", "رويترز"),
        ("بوابة سنار / أ ف ب", "أ ف ب"),
    ],
)  # fmt: skip
def test_credits_above_and_below(line, credited):
    found = [article(line)] if "/" in line else [article(line), article(tail=line)]
    for one in found:
        assert one.credited == credited
        assert one.text[one.credited_span.start : one.credited_span.end] == credited


def test_a_source_alone_on_its_line_is_followed_by_its_name():
    assert article(tail="المصدر:\nوكالة سنار للأنباء").credited == "وكالة سنار للأنباء"


@pytest.mark.parametrize(
    ("start", "credited"),
    [
        ("القاهرة (رويترز) - ", "رويترز"),
        ("بيروت - أ ف ب: ", "أ ف ب"),
        ("بغداد – ", None),
    ],
)
def test_datelines(start, credited):
    assert article(body=start + BODY).credited == credited


def test_an_outlets_own_dateline_credits_nobody():
    found = article(body="دبي (CNN)-- " + BODY, url="https://arabic.cnn.com/middle-east/x")
    assert (found.outlet, found.credited) == ("سي إن إن بالعربية", None)


def test_citing_somebody_in_the_text_is_no_credit():
    body = (
        BODY
        + "\nوقال مسؤول إن العمل سيستمر، نقلا عن مصدر في الشركة لم يذكر اسمه في حديثه للصحافة.\n"
    )
    assert article(body=body).credited is None


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("بقلم: سمر الرافدي", "سمر الرافدي"),
        ("كتبت: سمر الرافدي", "سمر الرافدي"),
        ("حوار: سمر الرافدي", "سمر الرافدي"),
    ],
)
def test_bylines(line, byline):
    assert article(line).byline == byline


def test_a_name_beside_the_date_is_the_byline():
    assert article("07 سبتمبر 2031", "سمر الرافدي").byline == "سمر الرافدي"


def test_outlet_from_the_address():
    assert article(url="https://www.alaraby.co.uk/politics/1").outlet == "العربي الجديد"
    assert article(url="https://www.bbc.com/arabic/world-1").outlet == "بي بي سي عربي"
    assert article(url="https://unknown.example/1").outlet is None


def test_outlet_from_the_head_of_the_page():
    text = f"بوابة سنار\nالرئيسية | محليات | اقتصاد\n\n{TITLE}\n\n{BODY}"
    assert make_article(Document("x", text)).outlet == "بوابة سنار"


def test_outlet_that_people_speak_to():
    body = (
        BODY + '\nوقال الخبير نادر السالمي لـ"العربي الجديد" إن الخط سيغير المدينة خلال عامين.\n'
        '\nوأضافت الموظفة منى الزهراني لـ"العربي الجديد" أن التذاكر نفدت في اليوم الأول.\n'
    )
    assert article(body=body).outlet == "العربي الجديد"
    assert article("نقلا عن: العربي الجديد", body=body).outlet is None


def test_the_table_may_name_an_outlet_by_its_site():
    assert article(outlet="aljazeera.net").outlet == "الجزيرة نت"
    assert article(outlet="صحيفة المرفأ").outlet == "صحيفة المرفأ"


def test_titles_lose_the_sites_name():
    text = f"{TITLE} | الجزيرة نت\n\n{BODY}"
    assert make_article(Document("x", text)).title.text == TITLE


def test_mastheads_are_what_the_gold_says(shared):
    import json

    for number in ("000", "001", "002"):
        text = (shared / "articles" / f"{number}.txt").read_text(encoding="utf-8")
        gold = json.loads((shared / "gold" / f"{number}.json").read_text(encoding="utf-8"))[
            "article"
        ]
        found = make_article(Document(number, text))
        assert (found.outlet, found.byline, found.credited) == (
            gold["outlet"], gold["byline"], gold["credited"],
        )  # fmt: skip
        printed = gold["published"]["basis"] == "printed"
        assert (found.published is not None) == printed
        if printed:
            assert found.published.begin.isoformat() == gold["published"]["begin"]


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("القاهرة، 3 مايو 2024 - ", date(2024, 5, 3)),
        ("الوردة 3 مايو 2024 (وكالة الجزر) -- ", date(2024, 5, 3)),
        ("الوردة في 14 آب 2022 (وكالة الجزر) - ", date(2022, 8, 14)),
        ("في 3 مايو 2024 - وهو يوم عطلة - ", None),
        ("غرق القارب في 3 مايو 2014 - قبل أعوام - ", None),
    ],
)
def test_the_day_of_the_dateline_dates_an_article_that_nothing_else_does(opening, day):
    text = f"عودة القوارب إلى المرفأ\n\n{opening}عاد الصيادون أمس إلى المرفأ بعد ليلة طويلة في البحر، كما قالوا.\n"
    found = make_article(Document("t", text)).published
    assert (found and found.begin) == day
