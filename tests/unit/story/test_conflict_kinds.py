"""Kinds of contradiction that need no word of denial: one thing told of two, two numbers, two days, a word and the deed."""

import pytest

from rawi.story.story import Story
from tests import contradicted


@pytest.fixture
def story(tmp_path):
    with Story.open(tmp_path / "s.rawi") as opened:
        yield opened


TITLE = "حريق مرفأ سلوان والتحقيق فيه"


def shown(story, *articles):
    return contradicted.shown(story, *articles, title=TITLE)


DAY = "2031-05-06"


# ---- what only one can have done, be or hold


@pytest.mark.parametrize(
    ("told", "line", "parties"),
    [
        ("وقالت النيابة إن المرشح سامي التلاوي فاز بالانتخابات البلدية في سلوان. "
         "وقال المرشح زياد الخولي إنه هو الفائز بالانتخابات البلدية في سلوان.",
         "الفوز لطرفين", ("سامي التلاوي", "زياد الخولي")),
        ("واتهمت وزارة الداخلية المتظاهرين بإحراق مخزن القمح. واتهم النائب زياد الخولي الشرطة بإحراق المخزن.",
         "الفعل لطرفين", ("المتظاهرين", "الشرطة")),
        ("وقال قائد الجيش سامي التلاوي إن الجيش سيطر على مطحنة الوادي، بينما قالت قوات الساحل إنها تسيطر على "
         "المطحنة.", "السيطرة لطرفين", ("الجيش", "قوات الساحل")),
        ("وقال الوزير سامي التلاوي إن سبب الحريق عطل كهربائي. وقالت لجنة التحقيق إن سبب الحريق إهمال بشري.",
         "سببان لأمر واحد", ("عطل كهربائي", "إهمال بشري")),
    ],
)  # fmt: skip
def test_one_thing_is_told_of_two(story, told, line, parties):
    (one,) = shown(story, (DAY, told))
    assert one.kind == "denial" and line in one.why_ar
    assert all(p in one.why_ar for p in parties)
    assert "two" in one.why_en


@pytest.mark.parametrize(
    "told",
    [
        # two deeds
        "واتهمت وزارة الداخلية المتظاهرين بإحراق مخزن القمح. واتهم النائب زياد الخولي الشرطة بضرب المارة.",
        # an office, no guilt; what somebody is able to do
        "وقال المدير المسؤول عن مخزن القمح إن الحريق أخمد. وقالت الشرطة إن للجيش قدرة على شن هجمات على المخزن.",
        # one and the same party
        "وقالت النيابة إن سامي التلاوي فاز بالانتخابات البلدية. وقال سامي التلاوي إنه هو الفائز بالانتخابات البلدية.",
        # who condemns a deed charges nobody with it
        "واتهمت وزارة الداخلية المتظاهرين بإحراق مخزن القمح. ودانت الحكومة اليونانية بشدة إحراق مخزن القمح.",
    ],
)
def test_what_is_no_rival_telling(story, told):
    assert shown(story, (DAY, told)) == []


# ---- numbers


@pytest.mark.parametrize(
    ("first", "second", "numbers"),
    [
        ("وقال الوزير سامي التلاوي إن ترميم المخزن سيكلف البلدية 300 مليون دولار.",
         "وقالت النائبة هالة النجدي إن ترميم المخزن سيكلف البلدية 520 مليون دولار.", ("300", "520")),
        ("وقال رئيس اللجنة سامي التلاوي إن نسبة المشاركة بلغت 41 بالمئة.",
         "وذكرت منظمة الراصد أن نسبة المشاركة بلغت 28 بالمئة.", ("41", "28")),
        ("وقال الوزير سامي التلاوي إن السفينة التي غرقت قرب سلوان كانت تقل 68 شخصاً.",
         "وقالت شركة الملاحة إن السفينة التي غرقت قرب سلوان كانت تقل 71 شخصاً.", ("68", "71")),
    ],
)  # fmt: skip
def test_two_clauses_that_differ_in_their_number(story, first, second, numbers):
    (one,) = shown(story, (DAY, first), (DAY, second))
    assert one.kind == "figure" and one.grade == "clear"
    assert all(n in one.why_ar for n in numbers)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # rounded
        ("وقال الوزير إن ترميم المخزن سيكلف البلدية 300 مليون دولار.",
         "وقالت النائبة هالة النجدي إن ترميم المخزن سيكلف البلدية نحو 290 مليون دولار."),
        # prices move
        ("وقال الوزير إن سعر القمح في سوق سلوان بلغ 300 دولار.",
         "وقالت النائبة هالة النجدي إن سعر القمح في سوق سلوان بلغ 340 دولاراً."),
        # of an older matter
        ("وقال الوزير إن السفينة كانت تقل 68 شخصاً.",
         "وقالت الشركة إن سفينة أخرى غرقت عام 2019 كانت تقل 300 شخص."),
        # the second of a list is not the first
        ("وقال الوزير إن قائمة الساحل نالت 47 مقعداً وقائمة الوادي 43 مقعداً.",
         "وقالت النائبة هالة النجدي إن قائمة الساحل نالت 47 مقعداً وقائمة الوادي 43 مقعداً."),
        # a convoy carries now these, now those
        ("وقال الوزير إن 17 حافلة تقل 981 شخصاً غادرت سلوان.",
         "وقالت الشركة إن مئة حافلة تقل 700 شخص غادرت سلوان."),
        # what has been lost so far this year
        ("وقال الوزير إن البلدية فقدت هذا العام 27 بالمئة من مخزون القمح.",
         "وقالت النائبة هالة النجدي إن البلدية فقدت العام الماضي 40 بالمئة من مخزون القمح."),
        # crew
        ("وقال الوزير إن السفينة كانت تقل 68 راكباً وطاقماً من 9 أفراد.",
         "وقالت الشركة إن السفينة كانت تقل 9 أفراد هم طاقمها."),
    ],
)  # fmt: skip
def test_two_numbers_that_are_no_contradiction(story, first, second):
    assert [c for c in shown(story, (DAY, first), (DAY, second)) if c.kind == "figure"] == []


def test_those_who_were_counted_are_counted_otherwise(story):
    (one,) = shown(
        story, (DAY, "وقال النائب زياد الخولي إن 50 ألف متظاهر خرجوا إلى الميناء، بينما قدرت الشرطة عددهم "
         "بثلاثة آلاف متظاهر."),
    )  # fmt: skip
    assert one.kind == "figure" and "50 ألف" in one.why_ar


def test_the_toll_of_one_war_is_told_in_another_order_of_magnitude(story):
    (one,) = shown(
        story, (DAY, "وأعرب المبعوث سامي التلاوي عن أمله في وقف الحرب التي أوقعت عشرات القتلى. "
         "وقد خلفت الحرب عشرات الآلاف من القتلى."),
    )  # fmt: skip
    assert one.kind == "figure"


# ---- days


def test_one_event_is_told_of_two_days(story):
    found = shown(
        story,
        ("2031-05-08", "وقال الدفاع المدني في سلوان إن الحريق وقع في مخزن المرفأ يوم الأحد."),
        ("2031-05-08", "وقالت الشرطة في سلوان إن الحريق وقع في مخزن المرفأ يوم الأربعاء."),
    )
    (one,) = found
    assert one.kind == "date" and "يومان مختلفان" in one.why_ar and "two days" in one.why_en
    assert one.grade == "weak"  # in another article: it may be another event


def test_the_night_between_two_days_is_only_a_possible_contradiction(story):
    (one,) = shown(
        story,
        ("2031-05-08", "وقال الدفاع المدني في سلوان إن الحريق وقع في مخزن المرفأ مساء الثلاثاء."),
        ("2031-05-08", "وقالت الشرطة في سلوان إن الحريق وقع في مخزن المرفأ فجر الأربعاء."),
    )
    assert one.grade == "weak"


@pytest.mark.parametrize(
    "other",
    [
        "وقالت الشرطة في سلوان إن الحريق وقع في مخزن المرفأ قبل نحو أسبوع.",  # counted back
        "وقالت الشرطة في سلوان إن حريقاً وقع في مدرسة الوادي يوم الأربعاء.",  # another
        "وقالت الشرطة في سلوان إن الحريق وقع في مخزن المرفأ بين الأحد والأربعاء.",  # two days
    ],
)
def test_what_are_no_two_days_of_one_event(story, other):
    first = "وقال الدفاع المدني في سلوان إن الحريق وقع في مخزن المرفأ يوم الأحد."
    assert shown(story, ("2031-05-08", first), ("2031-05-08", other)) == []


def test_one_undertaking_whose_deed_stands_first_in_one_telling_and_last_in_the_other(story):
    (one,) = shown(
        story,
        (DAY, "وقال المحقق سامي التلاوي إن اللجنة ستنشر تقريرها في 30 يونيو."),
        (DAY, "وقالت وزارة النقل إن تقرير اللجنة سينشر في 15 يوليو."),
    )
    assert one.kind == "date"


# ---- a word and the deed


@pytest.mark.parametrize(
    ("word", "deed"),
    [
        ("وقال وزير الطاقة اليوناني نيكوس دراغو إن بلاده لن تبيع القمح للدول التي تحدد سقفاً لسعره.",
         "وباعت اليونان شحنة من القمح لدول حددت سقفاً لسعره."),
        ("وأعلن الوزير سامي التلاوي أنه لن يستقيل.", "وقدم الوزير سامي التلاوي استقالته الجمعة."),
        ("وقال الوزير سامي التلاوي إن آخر حارس سيغادر مخزن المرفأ قبل نهاية حزيران.",
         "ولم يغادر آخر حارس مخزن المرفأ كما وعدت الوزارة."),
    ],
)  # fmt: skip
def test_said_against_done_months_later(story, word, deed):
    (one,) = shown(story, (DAY, word), ("2031-09-20", deed))
    assert "قول وفعل" in one.why_ar and one.grade == "change"


def test_what_was_set_is_not_what_was_found_out(story):
    found = shown(
        story,
        (DAY, "وقال الوزير سامي التلاوي إن الوزارة ستحدد المسؤول عن حريق المخزن."),
        ("2031-05-09", "وقال الوزير سامي التلاوي إن الوزارة لم تحدد موعد ترميم المخزن بعد الحريق."),
    )
    assert found == []


# ---- denials without a word of denying


def test_what_was_not_so_is_set_against_what_was_told(story):
    (one,) = shown(
        story, (DAY, "وقال دبلوماسي إن وفداً من الشركة وصل إلى سلوان أمس. لكن المتحدث زياد الخولي قال إن الشركة لم "
         "ترسل أي وفد إلى سلوان."),
    )  # fmt: skip
    assert {one.a.speaker, one.b.speaker} == {"دبلوماسي", "زياد الخولي"}


def test_a_denial_that_follows_what_it_answers_in_the_sentence(story):
    (one,) = shown(
        story, (DAY, "ونفت وزارة الداخلية اعتقال مدير المخزن، بعدما قالت عائلته إن الشرطة اعتقلته مساء أمس."),
    )  # fmt: skip
    assert one.kind == "denial"


def test_who_is_feared_to_have_done_it_denies_it(story):
    (one,) = shown(
        story,
        (DAY, "وأعرب السفير البلغاري عن خشيته من أن تكون اليونان عبثت بمخزن القمح في سلوان قبل التفتيش."),
        (DAY, "وقال وزير الخارجية اليوناني نيكوس دراغو إن اليونان لم تعبث بمخزن القمح في سلوان."),
    )
    assert one.kind == "denial"


@pytest.mark.parametrize(
    "told",
    [
        # the cut is a subject here, nobody says that it is planned
        "ونفى وزير الطاقة سامي التلاوي وجود خطة لخفض الإنتاج. وقال محافظ البنك زياد الخولي إن خفض الإنتاج سيضر "
        "بالسوق.",
        # forces that are not the army
        "واتهم الجيش قوات الساحل بقصف السوق. وقالت قوات الساحل إن قوات الساحل انسحبت من السوق.",
    ],
)
def test_what_is_denied_by_none(story, told):
    assert shown(story, (DAY, told)) == []
