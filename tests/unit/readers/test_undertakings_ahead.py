"""Commitments told in headlines, without a year, as terms of an agreement; published on 5 March 2023."""

import pytest

from rawi.pipeline import read_document
from rawi.sources.document import Document


def read(text: str, title: str = "أخبار اليوم"):
    document = Document("test.jsonl#1", f"{title}\n\n{text}", title=title, published="2023-03-05")
    return read_document(document).commitments


@pytest.mark.parametrize(
    ("title", "action", "deadline"),
    [
        ("القوات الهندية تخلي ثكنة الصنوبر هذا الشهر", "تخلي ثكنة الصنوبر", "2023-03-31"),
        ("أنقرة ترفع الحظر عن مصنعين للزجاج الشهر المقبل", "ترفع الحظر عن مصنعين للزجاج", "2023-04-30"),
        ("جولة رابعة من المشاورات تنطلق الاثنين", "تنطلق", "2023-03-06"),
        ("افتتاح متحف الخزف في حزيران بعد ترميم طويل", "افتتاح متحف الخزف", "2023-06-30"),
        ("انتهاء مهمة الحراس في الميناء خلال الشهر الحالي", "انتهاء مهمة الحراس في الميناء", "2023-03-31"),
    ],
)  # fmt: skip
def test_a_headline_says_what_will_be(title, action, deadline):
    (found,) = read("وقال مراسل في المدينة إن الناس خرجوا إلى الأسواق.", title)
    assert (found.action.text, str(found.deadline.end)) == (action, deadline)


@pytest.mark.parametrize(
    "title", ["الأردن ترفع أسعار الخبز للمرة الثانية في 2023", "انخفاض أسعار الزيت خلال العام المقبل"]
)
def test_a_headline_of_what_was_done_or_is_forecast_is_none(title):
    assert not read("وقال مراسل في المدينة إن الناس خرجوا إلى الأسواق.", title)


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("تعهدت البلدية بترميم السور بحلول ديسمبر.", "2023-12-31"),
        ("وقال مدير الهيئة سالم باحميد إن العمل يسير، متعهدا بنشر الكشوف قبل 2 كانون الثاني.", "2024-01-02"),
        ("وقال المدير إن باب التسجيل يفتح في 15 حزيران.", "2023-06-15"),
        ("وبحسب الروزنامة، يصوت الجنود يوم 9 تشرين الثاني.", "2023-11-09"),
        ("وعدت الشركة بالرد على الشكاوى خلال خمسة أيام.", "2023-03-10"),
        ("أجلت اللجنة تسليم الجائزة إلى الثلاثاء.", "2023-03-07"),
    ],
)
def test_a_day_without_a_year_lies_ahead(text, deadline):
    (found,) = read(text)
    assert str(found.deadline.end) == deadline


def test_a_day_just_over_stays_over():
    assert not read("وقال إنه تم الاتفاق على هدنة لمدة أسبوع ابتداء من 19 شباط.")


def test_what_an_agreement_says_binds_whom_it_names():
    exchange, passages = read(
        "وبموجب الاتفاق، يتبادل الطرفان مئة أسير، وتفتح الممرات أمام القوافل اعتبارا من الثلاثاء المقبل."
    )
    assert [p.text for p in exchange.party] == ["الطرفان"]
    assert (exchange.status_word, str(passages.deadline.end)) == ("agreed", "2023-03-07")
    (found,) = read("وينص الاتفاق على أن تنسحب قوات الساحل من محيط المرفأ قبل نهاية الشهر.")
    assert [p.text for p in found.party] == ["قوات الساحل"]


def test_no_day_is_set():
    (found,) = read("وقال إن بلاده لم تحدد موعدا لعودة السفير.")
    assert (found.status_word, found.action.text) == ("denied", "عودة السفير")


def test_a_clause_joined_with_an_has_its_own_condition():
    bridge, tram = read(
        "أعلنت الوزارة أن الجسر سيفتتح غدا، وأن العمل بالترام سينطلق في حزيران، في حال إقرار التخصيصات."
    )
    assert bridge.condition is None
    assert tram.condition.text == "في حال إقرار التخصيصات"


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("وقال الوزير إن بلاده أوفت بوعودها، وستوقف دعم أي فصيل.", "بلاده"),
        ("تنسحب القوات الهندية من معسكر الوادي قبل نهاية الشهر الحالي.", "القوات الهندية"),
        ("قررت أحزاب المعارضة المشاركة في الاقتراع.", "أحزاب المعارضة"),
        ("وهدد الفصيل بالتصعيد، وأمهل الحكومة حتى مطلع نيسان لتنفيذ الاتفاق.", "الحكومة"),
        ('وقال المتحدث إن الوزارة "لن تفتح الملف هذا العام".', "الوزارة"),
        ("وكانت الهيئة قد أرجأت صرف المنح مرتين.", "الهيئة"),
    ],
)
def test_who_is_bound(text, party):
    *_, found = read(text)
    assert [p.text for p in found.party] == [party]


def test_nobody_is_bound_by_what_is_done_to_him():
    (found,) = read("لا توجد خطط لسحب الكتيبة المنتشرة في الشمال.")
    assert not found.party


def test_a_strike_is_put_off_and_called_off():
    (put_off,) = read("علقت نقابة الصيادين إضرابا كان مقررا يوم الخميس.")
    (off,) = read("وألغى اتحاد المعلمين في بورسعيد إضراب 14 مارس.")
    assert (put_off.status_word, off.status_word) == ("postponed", "denied")


def test_a_respite_that_ran_out_unused_is_broken():
    (found,) = read(
        "وحدد الزعيم لخصومه مهلة أربعين يوما لتشكيل الحكومة، انقضت في التاسع من شباط من دون أن يتفقوا."
    )
    assert (found.status_word, str(found.deadline.end)) == ("broken", "2023-02-09")


def test_to_what_day_it_is_put_off_is_no_day_on_which_it_was_told():
    (found,) = read("وأوضح أن تسليم المعسكر أرجئ إلى آب بسبب أعمال الصيانة.")
    assert (found.status_word, str(found.deadline.end), found.undertaken) == ("postponed", "2023-08-31", None)


def test_a_process_with_a_clause_is_put_off():
    (found,) = read("وقال إن عملية تبادل الأسرى التي اتفق عليها في جنيف أرجئت إلى يوم الجمعة.")
    assert (found.status_word, str(found.deadline.end)) == ("postponed", "2023-03-10")


def test_who_promised_is_named_though_the_word_is_unknown():
    text = "وقال المتحدث باسم البعثة سالم باحميد إن الوضع هادئ. وتعهد والي الشمال بنشر قوة مشتركة."
    assert "سالم باحميد" not in [p.text for c in read(text) for p in c.party]


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("النرويج تفتح معابرها البرية في 15 آذار", "announced"),
        ("جلسة انتخاب العمدة في التاسع من نيسان", "announced"),
        ("تأجيل الانتخابات البلدية في هولندا", "postponed"),
    ],
)
def test_a_headline_names_a_day_or_puts_off(title, status):
    (found,) = read("وقال مراسل في المدينة إن الناس خرجوا إلى الأسواق.", title)
    assert found.status_word == status


def test_what_a_law_would_have_demanded_binds_nobody():
    assert not read("صوت البرلمان ضد تعديل على قانون كان سيلزم الحكومة بتقديم تقرير إذا فشلت بحلول نهاية العام.")


@pytest.mark.parametrize(
    ("text", "party", "action", "deadline", "condition"),
    [
        # a relative clause between commas, or behind an agreement, does not part the deed from its day
        (
            "ومن المتوقع أن يلتقي الرئيس سامي رزق، الذي تعاني بلاده من الجفاف، مع نظيره الهندي في أواخر أبريل.",
            ["الرئيس سامي رزق"], "يلتقي الرئيس سامي رزق، الذي تعاني بلاده من الجفاف، مع نظيره الهندي", "2023-04-30", None,
        ),
        (
            "وينص الاتفاق الذي وقع بين بغداد والشركات الأجنبية في فبراير 2015 على أن تسلم بغداد الحقل قبل 2025.",
            ["بغداد"], "تسلم بغداد الحقل", "2025-12-31", None,
        ),
        ("وأمام الشركات التي تعمل في الحقل، مهلة حتى 6 مايو لإتمام صفقاتها.", ["الشركات"], "إتمام صفقاتها", "2023-05-06", None),
        ("ووضع الرئيس مهلة للمصدرين حتى 12 مايو لإعداد خطة.", [], "إعداد خطة", "2023-05-12", None),
        ("والشركة المنفذة ملزمة بتسليم الجسور قبل 15 سبتمبر.", ["الشركة المنفذة"], "تسليم الجسور", "2023-09-15", None),
        ("وبحسب الخطة، يبدأ تشغيل الخط الثاني في أكتوبر.", [], "يبدأ تشغيل الخط الثاني", "2023-10-31", None),
        # whose undertaking it is, and when it is lifted
        (
            "وقال الوزير إن بلاده تدعم الحل، وإنها لن تنسحب حتى يعود الأمن.",
            ["بلاده"], "لن تنسحب", None, "حتى يعود الأمن",
        ),
        ("وأكد القائد أن القوات لن تغادر الحاجز قبل وصول المراقبين.", ["القوات"], "لن تغادر الحاجز", None, "قبل وصول المراقبين"),
        (
            "وشدد شاهين على أن الحزب لن يدخل في أي تحالف، إلا إذا وافقت القواعد.",
            ["الحزب"], "لن يدخل في أي تحالف", None, "إلا إذا وافقت القواعد",
        ),
        (
            "وقال الناطق: «الحدود مغلقة. وإذا هرب المتهمون فسنلاحقهم إلى الجبال».",
            ["الناطق"], "سنلاحقهم إلى الجبال", None, "إذا هرب المتهمون",
        ),
        # what comes into force, or lasts till a day
        ("وقال الناطق إن القرار سيصبح نافذا بعد 15 يوما.", [], "سيصبح نافذا", "2023-03-20", None),
        ("ويشير النص إلى أن المرحلة الانتقالية ستستمر حتى 31 ديسمبر 2025.", [], "ستستمر", "2025-12-31", None),
        # what somebody warns that he will do
        ("وحذر الوزير من أنه سيستقيل إذا رفض المجلس خطته.", ["الوزير"], "سيستقيل", None, "إذا رفض المجلس خطته"),
        ("وحذرت الوزيرة من أن عمان ما زالت مستعدة للتحرك إذا لزم الأمر.", ["عمان"], "للتحرك", None, "إذا لزم الأمر"),
        (
            "وقالت وكالة الصحة إنها ستقاضي المطاعم إذا خالفت القواعد.",
            ["وكالة الصحة"], "ستقاضي المطاعم", None, "إذا خالفت القواعد",
        ),
    ],
)  # fmt: skip
def test_undertakings_that_other_words_part(text, party, action, deadline, condition):
    assert [
        (
            [p.text for p in c.party],
            c.action.text,
            str(c.deadline.end) if c.deadline else None,
            c.condition.text if c.condition else None,
        )
        for c in read(text)
    ][-1:] == [(party, action, deadline, condition)]


@pytest.mark.parametrize(
    "text",
    ["وحذر الوزير من أنه سيخسر منصبه إذا رفض المجلس خطته.", "وحذر الوزير من أنه لن يتردد في ذلك."],
)
def test_a_warning_of_what_befalls_oneself_is_none(text):
    assert not read(text)


def test_a_headline_names_a_meeting():
    (found,) = read("وقال مراسل في المدينة إن الناس خرجوا.", "بوتين يلتقي ميركل في موسكو الأسبوع المقبل")
    assert (found.action.text, str(found.deadline.end)) == ("يلتقي ميركل في موسكو", "2023-03-12")
