"""The time reader over invented sentences: span, value, days, and what each hangs on."""

from datetime import date

import pytest

from rawi.arabic.analysis import analyse
from rawi.pipeline import read_document
from rawi.readers import times
from rawi.records import Article, Published, Reading, Span, Time
from rawi.sources.document import Document

SUNDAY = date(2024, 3, 3)


def read(text: str, begin: date | None = SUNDAY, end: date | None = None) -> tuple[Time, ...]:
    published = Published(begin, end or begin, "metadata") if begin else None
    article = Article("a1", "x", text, published=published, body=(Span.of(text, 0, len(text)),))
    return times.read(article, analyse(text), Reading(article))


def only(text: str, begin: date | None = SUNDAY, end: date | None = None) -> Time:
    found = read(text, begin, end)
    assert len(found) == 1, [t.text for t in found]
    return found[0]


def days(time: Time) -> tuple[str | None, str | None]:
    if time.date is None:
        return None, None
    return tuple(d.isoformat() if d else None for d in (time.date.begin, time.date.end))


@pytest.mark.parametrize(
    ("text", "words", "value", "begin", "end"),
    [
        (
            "افتتح الوزير الجسر في 5 آذار/مارس 2021.",
            "5 آذار/مارس 2021",
            "2021-03-05",
            "2021-03-05",
            "2021-03-05",
        ),
        (
            "توقفت العبارة في الأول من كانون الثاني 2020.",
            "الأول من كانون الثاني 2020",
            "2020-01-01",
            "2020-01-01",
            "2020-01-01",
        ),
        (
            "وقّع البلدان الاتفاق في أيلول/سبتمبر 2022.",
            "أيلول/سبتمبر 2022",
            "2022-09",
            "2022-09-01",
            "2022-09-30",
        ),
        ("بدأ البناء عام 2019.", "عام 2019", "2019", "2019-01-01", "2019-12-31"),
        ("اكتمل السد في نهاية عام 2021.", "نهاية عام 2021", "2021", "2021-10-01", "2021-12-31"),
        (
            "تراجع المنسوب منتصف يونيو 2023.",
            "منتصف يونيو 2023",
            "2023-06",
            "2023-06-11",
            "2023-06-20",
        ),
        ("صدر القرار بتاريخ 07/09/2021.", "07/09/2021", "2021-09-07", "2021-09-07", "2021-09-07"),
        (
            "أعلنت الشركة أمس السبت توقف العبارة.",
            "أمس السبت",
            "2024-03-02",
            "2024-03-02",
            "2024-03-02",
        ),
        ("وصل الوفد الخميس إلى المرفأ.", "الخميس", "2024-02-29", "2024-02-29", "2024-02-29"),
        ("سيلتقي الوفدان الخميس في المرفأ.", "الخميس", "2024-03-07", "2024-03-07", "2024-03-07"),
        ("اجتمعت اللجنة الأسبوع الماضي.", "الأسبوع الماضي", "2024-W08", "2024-02-19", "2024-02-25"),
        ("ينتهي العمل الشهر المقبل.", "الشهر المقبل", "2024-04", "2024-04-01", "2024-04-30"),
        ("انهار الجسر في سبتمبر الماضي.", "سبتمبر الماضي", "2023-09", "2023-09-01", "2023-09-30"),
        (
            "يفتح المعبر في 31 كانون الأول المقبل.",
            "31 كانون الأول المقبل",
            "2024-12-31",
            "2024-12-31",
            "2024-12-31",
        ),
        (
            "انخفض الإنتاج في الربع الثالث من عام 2023.",
            "الربع الثالث من عام 2023",
            "2023-Q3",
            "2023-07-01",
            "2023-09-30",
        ),
        (
            "انخفض الإنتاج في الربع الأخير من العام.",
            "الربع الأخير من العام",
            "2024-Q4",
            "2024-10-01",
            "2024-12-31",
        ),
        (
            "أخلى الحراس صباح الأحد آخر نقطة لهم.",
            "صباح الأحد",
            "2024-03-03TMO",
            "2024-03-03",
            "2024-03-03",
        ),
        (
            "غمرت المياه القرى في تسعينيات القرن الماضي.",
            "تسعينيات القرن الماضي",
            "199",
            "1990-01-01",
            "1999-12-31",
        ),
        (
            "توفي المهندس قبل ثلاثة أيام.",
            "قبل ثلاثة أيام",
            "2024-02-29",
            "2024-02-29",
            "2024-02-29",
        ),
        (
            "زار الوزير الميناء يوم السبت 2 آذار 2024.",
            "يوم السبت 2 آذار 2024",
            "2024-03-02",
            "2024-03-02",
            "2024-03-02",
        ),
    ],
)
def test_an_expression_has_its_words_value_and_days(text, words, value, begin, end):
    found = only(text)
    assert (found.text, found.value, *days(found)) == (words, value, begin, end)


@pytest.mark.parametrize(
    ("text", "words", "type_", "value"),
    [
        ("يعمل المعبر حالياً بنصف طاقته.", "حالياً", "date", "PRESENT_REF"),
        ("زادت الحركة في الأيام الأخيرة.", "الأيام الأخيرة", "date", "PAST_REF"),
        ("يصل الخبراء في أقرب وقت ممكن.", "أقرب وقت ممكن", "date", "FUTURE_REF"),
        ("تتعطل المضخة بين حين وآخر.", "بين حين وآخر", "set", "PRESENT_REF"),
        ("تبحر العبارة كل أسبوع.", "كل أسبوع", "set", "P1W"),
        ("امتدت المحادثات لأشهر.", "أشهر", "duration", "PXM"),
        ("أغلق الجسر لمدة 3 سنوات.", "3 سنوات", "duration", "P3Y"),
    ],
)
def test_what_no_calendar_resolves_has_a_value_and_no_days(text, words, type_, value):
    found = only(text)
    assert (found.text, found.type, found.value, found.date) == (words, type_, value, None)


@pytest.mark.parametrize(
    "text",
    [
        "اجتمع المدير العام للشركة بالعمال.",
        "يخدم القطاع العام سكان الجزيرة.",
        "خرج المصلون بعد صلاة الجمعة.",
        "كان أحد الالتزامات واضحا.",
        "مارس العمال حقهم.",
        "عقود الشركة واضحة.",
        "سافر الوزير لعقد اجتماع في المرفأ.",
        "وأخيرا، وافق الجميع.",
        "وجه المجلس نداء أخيرا إلى البلدين.",
        "دخل الباب مرة ثانية.",
    ],
)
def test_words_that_only_look_like_time_are_left_alone(text):
    assert read(text) == ()


def test_two_ends_of_a_stretch_are_two_expressions():
    assert [t.text for t in read("سار العمل منذ عام 2022 ولغاية الآن.")] == ["عام 2022", "الآن"]


def test_an_anchor_known_within_bounds_gives_bounds_and_never_a_day():
    found = only("وصل الوفد الخميس الماضي.", date(2021, 8, 1), date(2021, 12, 31))
    assert found.value == "XXXX-WXX-4"
    assert days(found) == ("2021-07-29", "2021-12-30")
    month = only("وصل الوفد في تموز الماضي.", date(2021, 8, 1), date(2021, 12, 31))
    assert month.value == "2021-07"


def test_without_a_date_only_what_is_printed_is_known():
    assert days(only("أعلن ذلك الخميس.", None)) == (None, None)
    assert days(only("أعلن ذلك عام 2019.", None)) == ("2019-01-01", "2019-12-31")


def test_a_day_that_the_month_lacks_keeps_what_is_certain():
    found = only("وقع ذلك في 31 شباط 2020.")
    assert (found.value, *days(found)) == ("2020-02", "2020-02-01", "2020-02-29")


def test_a_quoted_week_hangs_on_the_day_it_was_spoken():
    text = 'وقال الوزير الأربعاء إن "اللجنة اجتمعت أمس في المرفأ".'
    found = read(text)
    assert [t.text for t in found] == ["الأربعاء", "أمس"]
    assert days(found[1]) == ("2024-02-27", "2024-02-27")
    assert found[1].basis == "spoken"
    assert found[1].anchor is not None and found[1].anchor.text == "الأربعاء"


def test_limits_are_noted():
    found = only("تنسحب الشركة بحلول نهاية عام 2025.")
    assert found.limit is not None and found.limit.text == "بحلول"


def test_the_start_of_a_stretch_takes_the_year_of_its_end():
    first, second = read("تقام الدورة من 5 كانون الثاني إلى أول شباط 2026.")
    assert days(first) == ("2026-01-05", "2026-01-05")
    assert days(second) == ("2026-02-01", "2026-02-01")


def test_an_event_named_by_its_date_has_no_year_of_its_own():
    assert days(only("كانت مدينة الجسور قبل هجمات 11 سبتمبر هادئة.")) == (None, None)


def test_years_before_the_era_have_no_day():
    found = only("بني السور عام 300 قبل الميلاد.")
    assert (found.value, found.date) == ("BC0300", None)


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("قال سيرغي النجار إن المعبر فتح الخميس.", "2024-02-29"),
        ("سيلتقي الوزير نظيره الخميس.", "2024-03-07"),
        ("يلتقي الوزير نظيره الخميس.", "2024-03-07"),
        ("لم يلتق الوزير نظيره الخميس.", "2024-02-29"),
        ("نقل إلى المستشفى الذي يعمل فيه، الخميس، بعد الحادث.", "2024-02-29"),
        ("المباراة التي تقام الخميس مهمة.", "2024-03-07"),
    ],
)
def test_the_words_around_a_weekday_say_whether_it_is_past(text, begin):
    assert days(only(text))[0] == begin


def test_an_age_is_no_time():
    assert read("قال سامر النجار (34 عاما) إن الجسر آمن.") == ()


def test_today_in_a_quotation_is_nowadays():
    found = only('قال الوزير: "نحن اليوم في مرحلة جديدة".')
    assert (found.value, found.date) == ("PRESENT_REF", None)


def test_a_feminine_ordinal_is_no_day():
    found = read("تمتد المرحلة الأولى من سبتمبر 2024 حتى سبتمبر 2025.")
    assert [t.text for t in found] == ["سبتمبر 2024", "سبتمبر 2025"]


def test_the_next_day_is_reckoned_from_the_day_told_before_it():
    found = read("فتح المعبر في 24 أيار 2022.\n\nوعبرت الشاحنات في اليوم التالي.")
    assert days(found[1]) == ("2022-05-25", "2022-05-25")
    assert found[1].basis == "passage"


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("دارت المعركة في شباط 1915 وهزم الجيش في آذار.", "1915-03-01"),
        ("دارت المعركة في شباط 1915. وهزم الجيش في آذار.", None),  # of the same year, or of a later one
        ("اعتقل في كانون الأول 2015، وفي آذار أطلق سراحه.", None),  # the year has turned
        ("تولى المنصب عام 2016 لكنه استقال في شباط.", "2024-02-01"),
        ("وهو أدنى مستوى منذ مايو 2017 بعدما تراجع في فبراير.", "2024-02-01"),
    ],
)
def test_a_month_takes_the_year_of_a_month_that_it_goes_on_from(text, begin):
    assert days(read(text)[-1])[0] == begin


@pytest.mark.parametrize(
    "text", ["وصل السعر إلى حدود 1800 جنيه للطن.", "تراوح بين 1900 و1950 دينارا.", "من 1800 متر إلى 2000 متر"]
)
def test_a_sum_or_a_measure_is_no_year(text):
    assert read_document(Document(source="t", text=text)).times == ()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("وكان الوزير قد أمهل الشركات حتى 12 مارس.", "2024-03-12"),  # ahead, whatever the verb
        ("وحدد المجلس موعد التصويت في 20 أبريل.", "2024-04-20"),
        ("وانهار الجسر في 20 فبراير.", "2024-02-20"),
        ("وانهار الجسر في 20 سبتمبر.", "2023-09-20"),  # half a year ahead: what was
    ],
)
def test_a_day_without_a_year_that_is_near_ahead_is_not_last_years(text, day):
    assert str(only(text).date.begin) == day


def test_a_night_between_two_days_is_one_expression():
    found = only("وأطلقت القوات ليل الأربعاء الخميس صواريخ.")
    assert (found.text, found.value) == ("ليل الأربعاء الخميس", "2024-02-28TNI")
    assert days(found) == ("2024-02-28", "2024-02-29")


def test_a_rate_is_no_day_and_a_stretch_after_an_event_has_none():
    assert read("وينتج الحقل 226 ألف برميل في اليوم.") == ()
    assert days(only("وزار البلدة بعد ستة أشهر فقط من توليه منصبه.")) == (None, None)


def test_two_days_of_a_month_in_words_are_one_stretch():
    found = only("ويقام المعرض بين الثامن والعاشر من أبريل المقبل.")
    assert days(found) == ("2024-04-08", "2024-04-10")


def test_this_week_of_a_sunday_is_the_one_to_come_for_what_is_to_come():
    assert days(only("ستفتح الوزارة المعبر هذا الأسبوع.")) == ("2024-03-04", "2024-03-10")
    assert days(only("وانهار الجسر هذا الأسبوع.")) == ("2024-02-26", "2024-03-03")


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("وعلى صفحته في \"تويتر\"، مساء الاثنين، كتب المطرب رسالة.", "2024-02-26"),
        ("وعن رئيس الهيئة قوله، الخميس، إن السوق مفتوحة.", "2024-02-29"),
        ("ورد المستشار مساء الثلاثاء \"سنرى\".", "2024-02-27"),
        ("وتراجع سعر النفط في يوتا الأربعاء.", "2024-02-28"),  # a place that is spelled like a verb
        ("ويلتقي الوزيران الأربعاء في العاصمة.", "2024-03-06"),
        ("ستعقد القمة يوم الاثنين بين الرئيس ونظيره.", "2024-03-04"),
    ],
)
def test_what_was_said_or_told_that_day_lies_behind(text, begin):
    assert days(only(text)) == (begin, begin)


def test_a_past_day_that_would_lie_ahead_is_of_a_year_not_told():
    assert days(only("وفي 23 مارس، نشرت الصور الأولى.")) == (None, None)
    assert days(only("وفي 20 فبراير، نشرت الصور الأولى.")) == ("2024-02-20", "2024-02-20")


@pytest.mark.parametrize(
    "text",
    [
        "وتصدر المنتخب بطولات العالم بكرة القدم.",
        "وأوقف المشتبه فيه في مدينة السادس من أكتوبر.",
        "وتظاهر العشرات في شارع 7 نوفمبر.",
        "وبلغت النسبة 4.3 في المئة مقارنة بـ 17.5 في المئة.",
        "وشكر الواحد الأحد.",
    ],
)
def test_a_ball_game_a_street_and_a_rate_are_no_day(text):
    assert read(text) == ()


def test_a_number_of_things_behind_a_weekday_is_no_day_of_the_month():
    found = only("وأعلن الوزير، الاثنين، 12 شرطا للاتفاق.")
    assert (found.text, days(found)[0]) == ("الاثنين", "2024-02-26")


def test_a_weekday_decides_which_day_yesterday_was():
    assert days(only("وقال الوزير أمس الجمعة إن الطريق مغلق."))[0] == "2024-03-01"


def test_a_weekday_and_its_date_in_brackets_are_one_day():
    assert days(only("ويكون يوم الجمعة (15 مارس) أول أيام العيد."))[0] == "2024-03-15"


def test_the_weekend_told_of_early_in_the_week_is_the_last_one():
    monday = date(2024, 3, 4)
    told = only("واندلعت أعمال شغب خلال عطلة نهاية الأسبوع أدت إلى إصابات.", monday)
    assert days(told) == ("2024-03-02", "2024-03-03")
    ahead = only("وستقام المباراة نهاية الأسبوع.", monday)
    assert days(ahead) == ("2024-03-09", "2024-03-10")


def test_what_was_expected_is_not_what_is_to_come():
    assert days(only("وارتفعت الصادرات أكثر من المتوقع في يناير."))[0] == "2024-01-01"
    assert days(only("وعادت سيرينا إلى الملاعب في يناير."))[0] == "2024-01-01"


def test_the_first_of_two_months_takes_the_year_of_the_second():
    found = read("جرت الانتخابات في مارس أو أبريل عام 2015، وقبلها في ديسمبر ويناير 2012.")
    assert [t.value for t in found] == ["2015-03", "2015-04", "2011-12", "2012-01"]


def test_a_count_behind_a_month_is_no_day():
    found = only("وشن الطيران خلال يناير، 5 غارات على البلدة.")
    assert (found.text, found.value) == ("يناير", "2024-01")


def test_a_tale_of_long_ago_told_day_by_day_is_not_put_into_the_year_of_the_paper():
    text = (
        "بدأ الحصار في 20 شباط/فبراير 2003 عند الفجر.\n"
        "وفي 25 شباط/فبراير، أغلق المرفأ.\n"
        "وفي 2 آذار/مارس، نزح السكان.\n"
        "وفي كانون الأول/ديسمبر، عاد بعضهم.\n"
    )
    assert [t.value for t in read(text)] == ["2003-02-20", "XXXX-02-25", "XXXX-03-02", "XXXX-12"]


def test_the_paper_s_own_days_are_told_apart_from_last_year_s():
    text = "وقع الاتفاق في 20 شباط/فبراير 2023.\nوفي 25 شباط/فبراير، أغلق المرفأ.\n"
    assert [t.value for t in read(text)] == ["2023-02-20", "2024-02-25"]


@pytest.mark.parametrize(
    "text",
    [
        "بحسب ما نشرته صحيفة المصري اليوم عن الحادث.",
        'وذكرت "روسيا اليوم" أن المباني سليمة.',
        "وقال لويجي دي مايو إن الحزب باق.",
        "ووصفها بأنها فكرة حان وقتها.",
        "وأجرى معه حديثا مطولا عن المدينة.",
    ],
)
def test_names_and_turns_of_phrase_are_no_time(text):
    assert read(text) == ()


def test_today_after_a_nation_is_today():
    assert only("وقال الرئيس المصري اليوم إن الجسر جاهز.").value == "2024-03-03"


def test_until_lately_lies_behind():
    assert only("وبقيت المدينة هادئة حتى وقت قريب.").value == "PAST_REF"
    assert only("وسيعود السكان في وقت قريب.").value == "FUTURE_REF"


def test_a_date_in_quotation_marks_is_a_date():
    assert only('سيقام الاحتفال "في 11 تموز" في العاصمة.').value == "2024-07-11"
    assert only('سيقام الاحتفال "قرابة 11 تموز" في العاصمة.').value == "2024-07-11"
    assert read('وقال قيادي في قوى "14 شباط" إنه باق.') == ()


def test_a_day_far_ahead_beside_a_verb_of_the_present_has_no_year():
    assert only("وتقام البطولة في 12 كانون الأول/ديسمبر.").value == "XXXX-12-12"


def test_a_month_in_the_name_of_a_body_is_none():
    assert read("وقالت منظمة أيلول إنها تأسف.") == ()


@pytest.mark.parametrize(
    ("text", "words", "begin", "end"),
    [
        ("سيعقد المؤتمر الجمعة بعد المقبل.", "الجمعة بعد المقبل", "2024-03-15", "2024-03-15"),
        ("وصل الوفد الأربعاء قبل الماضي.", "الأربعاء قبل الماضي", "2024-02-21", "2024-02-21"),
        ("تجرى الانتخابات العام بعد المقبل.", "العام بعد المقبل", "2026-01-01", "2026-12-31"),
        ("وصل الوفد أمس الأول.", "أمس الأول", "2024-03-01", "2024-03-01"),
        ("وصل الوفد في الثاني من الجاري.", "الثاني من الجاري", "2024-03-02", "2024-03-02"),
        ("كان مقررا افتتاح الجسر السبت.", "السبت", "2024-03-02", "2024-03-02"),
        ("كان من المقرر افتتاح الجسر الثلاثاء.", "الثلاثاء", "2024-03-05", "2024-03-05"),
        ("اجتمع المجلس الاثنين 13 مارس الجاري.", "الاثنين 13 مارس الجاري", "2024-03-13", "2024-03-13"),
    ],
)
def test_one_further_and_what_was_due(text, words, begin, end):
    found = only(text)
    assert (found.text, *days(found)) == (words, begin, end)


def test_months_of_a_list_are_of_one_stretch():
    found = read("يغلق السد في أشهر حزيران وتموز وآب.")
    assert [t.value for t in found] == ["2024-06", "2024-07", "2024-08"]
    found = read("ارتفع النهر في كانون الأول وكانون الثاني.")
    assert [t.value for t in found] == ["2023-12", "2024-01"]
    assert [t.value for t in read("بنيت السدود في العامين 2020 و2021.")] == ["2020", "2021"]


def test_an_hour_of_four_digits_and_numbers_that_follow():
    assert only("بحلول الساعة 0024 بتوقيت غرينتش ارتفع النهر.").value == "2024-03-03T00:24"
    assert only("ارتفع النهر السبت لليوم الرابع على التوالي.").text == "السبت"
    assert only("زرع الفلاح منذ منتصف العام 2015 ثلاث شجرات.").value == "2015"


def test_a_result_is_no_day_of_safar():
    assert read("انتهت المباراة بنتيجة واحد صفر.") == ()


def test_a_day_of_the_same_month():
    found = read("وصل الوفد في 3 آذار 2021، وغادر في 15 من الشهر نفسه.")
    assert [t.value for t in found] == ["2021-03-03", "2021-03-15"]


@pytest.mark.parametrize(
    ("text", "words", "begin", "end"),
    [
        ("يعود الغواصون في النصف الأول من شهر حزيران/يونيو المقبل.", "النصف الأول من شهر حزيران/يونيو المقبل", "2024-06-01", "2024-06-15"),
        ("هبط المنسوب في النصف الثاني من مارس 2023.", "النصف الثاني من مارس 2023", "2023-03-16", "2023-03-31"),
        ("سلمت الدفعة في الثلث الأخير من عام 2022.", "الثلث الأخير من عام 2022", "2022-09-01", "2022-12-31"),
        ("بني الجسر في النصف الأول من القرن الماضي.", "النصف الأول من القرن الماضي", "1900-01-01", "1949-12-31"),
        ("هدمت القلعة مطلع القرن العشرين.", "مطلع القرن العشرين", "1900-01-01", "1933-05-01"),
        ("وصل التجار في ثلاثينيات القرن الـ19.", "ثلاثينيات القرن الـ19", "1830-01-01", "1839-12-31"),
        ("كتب الرحالة عن الجزيرة في القرن الخامس الميلادي.", "القرن الخامس الميلادي", "0400-01-01", "0499-12-31"),
        ("نسخت المخطوطة في القرن الرابع الهجري.", "القرن الرابع الهجري", None, None),
        ("ازدهر الميناء في القرن الثاني قبل الميلاد.", "القرن الثاني قبل الميلاد", None, None),
    ],
)  # fmt: skip
def test_halves_thirds_and_centuries_end_where_they_do(text, words, begin, end):
    found = only(text)
    assert (found.text, *days(found)) == (words, begin, end)


def test_a_half_of_anything_else_is_no_time():
    assert read("سجل الفريق هدفين في النصف الأول من المباراة.") == ()


def test_what_stands_behind_since_and_a_year_is_not_counted():
    found = only("تشهد الجزيرة منذ 2014 نزاعا على الصيد.")
    assert (found.text, *days(found)) == ("2014", "2014-01-01", "2014-12-31")
    assert read("عاد 2014 جنديا إلى الجزيرة.") == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("اجتمع مندوبو مجموعة السبع في أيار.", ["أيار"]),
        ("جرح السبت سبعة صيادين قرب الميناء.", ["السبت"]),
        ("جرح السبت 7 صيادين قرب الميناء.", ["السبت"]),
        ("انتخب يوم الجمعة العشرين رئيسا.", ["يوم الجمعة العشرين"]),
        ("ورجع الصياد يوم الجمعة في خمسة عشر.", ["يوم الجمعة في خمسة عشر"]),
        ("وتغلق القناة من 4-23 في الشهر المقبل.", ["4-23 في الشهر المقبل"]),
        ("وتغلق القناة من 4 إلى 23 في الشهر القادم.", ["4 إلى 23 في الشهر القادم"]),
        ("وعاد في الثلاثين من آذار الماضي.", ["الثلاثين من آذار الماضي"]),
        ("وردت ماي اليوم على الأسئلة، ومنحت ماي 23 نائبا مهلة.", ["اليوم"]),
        ("وقال إن هذا العقد أكبر عقود الشركة.", []),
        ("وسيتضاعف الإنتاج بحلول نهاية هذا العقد.", ["نهاية هذا العقد"]),
        ("وكان اليوم الذي اختفت فيه السفينة عاصفا.", []),
    ],
)
def test_numbers_names_and_contracts_beside_a_time_are_not_its(text, words):
    assert [t.text for t in read(text)] == words


def test_a_day_of_the_month_just_named():
    first, second = read("يفتح الباب في 12 آذار ويغلق في 22 منه.")
    assert (first.text, second.text) == ("12 آذار", "22 منه")
    assert days(second) == ("2024-03-22", "2024-03-22")
    assert [t.text for t in read("وفي آذار باع 22 منه.")] == ["آذار"]


def test_the_end_of_a_quarter_that_limits_is_the_next_such_end():
    found = only("تبقى الرسوم سارية حتى نهاية الربع الثاني.")
    assert days(found) == ("2024-06-01", "2024-06-30")


def test_what_a_headline_says_is_done_on_a_day_is_to_come():
    assert days(only("القمة الرابعة تنطلق الاثنين في العاصمة")) == ("2024-03-04", "2024-03-04")
    assert days(only("إلغاء تجمع الاثنين في العاصمة")) == ("2024-02-26", "2024-02-26")


def test_a_delay_granted_is_to_come():
    assert days(only("واستدعت السفير ممهلة الشركة حتى الثلاثاء.")) == ("2024-03-05", "2024-03-05")


def test_marks_do_not_part_a_day_from_the_word_that_looks_ahead():
    text = "ومن المقرر أن تصل التحركات، التي تحمل اسم \"مسيرة الحقول الكبرى\" إلى ذروتها، الثلاثاء."
    assert days(only(text)) == ("2024-03-05", "2024-03-05")


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("تفتتح القمة الاثنين المقبل 25 كانون الأول.", "2023-12-25", "2023-12-25"),  # a text of last year
        ("تفتتح القمة الاثنين 25 كانون الأول.", "2023-12-25", "2023-12-25"),
        ("يفتتح المعرض السبت المقبل 8 آذار.", "2024-03-08", "2024-03-08"),  # the weekday is misprinted
        ("تفتح القاعة أيام 16 و17 و18 مايو.", "2024-05-16", "2024-05-18"),
        ("زادت المبيعات في الربع الأول فقط من العام الماضي.", "2023-01-01", "2023-03-31"),
        ("فاز الصيادون 2 - 1 يوم الثلاثاء.", "2024-02-27", "2024-02-27"),
        ("توقف الصيد في أول جمعة من رمضان المقبل.", "2024-03-15", "2024-03-15"),
        ("توقف الصيد في ثاني أيام عيد الفطر.", "2024-04-11", "2024-04-11"),
        ("توقف الصيد في الأسبوع الثاني من رمضان المقبل.", "2024-03-18", "2024-03-24"),
    ],
)
def test_what_stands_beside_a_day_says_which(text, begin, end):
    assert days(only(text)) == (begin, end)
