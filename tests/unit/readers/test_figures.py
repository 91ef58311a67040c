"""Figures: what is a measure and what is not, how exact, of what, where, whose."""

from datetime import date

import pytest

from rawi.pipeline import read_document
from rawi.records import Days
from rawi.sources.document import Document


def figures(text):
    return read_document(Document(source="t", text=text), published=date(2023, 5, 9)).figures


def one(text):
    (found,) = figures(text)
    return found


@pytest.mark.parametrize(
    ("text", "span", "value", "mod", "thing"),
    [
        ("وصل إلى الميناء نحو 340 راكبا أمس.", "نحو 340 راكبا", 340, "about", "راكبا"),
        ("غرقت ثلاثة قوارب صغيرة قرب الجزيرة.", "ثلاثة قوارب صغيرة", 3, None, "قوارب صغيرة"),
        ("وشكلت الوزارة أربع لجان لدراسة الأمر.", "أربع لجان", 4, None, "لجان"),
        (
            "قالت الشركة إنها باعت أكثر من ألفي تذكرة.",
            "أكثر من ألفي تذكرة",
            2000,
            "more-than",
            "تذكرة",
        ),
        ("ويعمل فيه ما لا يقل عن 12 مهندسا.", "ما لا يقل عن 12 مهندسا", 12, "at-least", "مهندسا"),
        ("بلغت الكلفة 12 مليون دولار.", "12 مليون دولار", 12_000_000, None, "دولار"),
        ("وأيد القرار 62% من الناخبين.", "62% من الناخبين", 0.62, None, "الناخبين"),
        ("ويغطي الحقل ربع مساحة الجزيرة.", "ربع مساحة الجزيرة", 0.25, None, "مساحة الجزيرة"),
        ("ووقعت الدول الخمس على البيان.", "الدول الخمس", 5, None, "الدول"),
        ("وعقد الجانبان جولتي حوار في العاصمة.", "جولتي حوار", 2, None, "جولتي حوار"),
        (
            "وأصيب ثلاثة من حراس الميناء القديم.",
            "ثلاثة من حراس الميناء القديم",
            3,
            None,
            "حراس الميناء القديم",
        ),
        (
            "واستقال اثنان من أقرب المستشارين.",
            "اثنان من أقرب المستشارين",
            2,
            None,
            "أقرب المستشارين",
        ),
        ("وأدى الحريق إلى إصابة نحو 30 وإغلاق السوق.", "نحو 30", 30, "about", None),
        ("ويبعد المنجم حوالي 60 كم شمال البلدة.", "حوالي 60 كم", 60, "about", "كم"),
        ("وأعلنت الشركة تسريح 40 من موظفيها.", "40 من موظفيها", 40, None, "موظفيها"),
        (
            "ونزح ثلث سكان الجزيرة البالغ تعدادهم الكثير.",
            "ثلث سكان الجزيرة",
            1 / 3,
            None,
            "سكان الجزيرة",
        ),
    ],
)
def test_what_a_figure_says(text, span, value, mod, thing):
    found = one(text)
    assert (found.text, found.mod, found.thing and found.thing.text) == (span, mod, thing)
    assert found.value == pytest.approx(value)


def test_a_counting_noun_before_the_number_names_the_thing():
    found = one("وارتفع عدد الضحايا إلى 27، بحسب المستشفى.")
    assert (found.value, found.thing.text) == (27, "الضحايا")


def test_a_pronoun_on_the_counting_noun_goes_back_to_its_owner():
    found = one("وسترحل الفرق الأجنبية البالغ عدد أفرادها نحو 900.")
    assert (found.value, found.mod, found.thing.text) == (900, "about", "الفرق الأجنبية")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("وتمتد المنطقة بعمق 15-20 كيلومترا على الحدود.", 15, 20),
        ("يتراوح عرضها بين 15-20 كيلومترا.", 15, 20),
        ('وتضم الفرقة "من 6500 إلى سبعة آلاف جندي"، بحسب قائدها.', 6500, 7000),
        ("وارتفعت الأسعار بنسبة 15-20% هذا العام.", 0.15, 0.2),
        ("توقع أن يحضر بين 30 و40 ألف زائر.", 30_000, 40_000),
        ("حصل الحزب على ما بين 31 و41 بالمئة من الأصوات.", 0.31, 0.41),
        ("تراوح الإنتاج من 200 إلى 250 طنا.", 200, 250),
    ],
)
def test_a_range_is_one_figure(text, low, high):
    found = one(text)
    assert found.value is None
    assert (found.low, found.high) == (pytest.approx(low), pytest.approx(high))


def test_money_says_its_currency_only_when_sure():
    assert one("بلغ الدعم 5 مليارات دينار عراقي.").unit == "IQD"
    assert one("بلغ الدعم 5 مليارات دينار.").unit is None


@pytest.mark.parametrize(
    "text",
    [
        "اجتمع الوزراء يوم 12 مارس 2023.",
        "وهذه هي المرة الثالثة التي يزور فيها البلاد.",
        "نص القرار 2254 على وقف القتال.",
        "وتأهل الفريق إلى نصف النهائي.",
        "والتقى أحد المسؤولين في الوزارة.",
        "انتهت المباراة 3-1 لصالح الضيوف.",
        "يعيش في المدينة منذ ثلاث سنوات.",
        "وهي الحكومة الـ35 في تاريخ البلاد.",
        "فاز بجائزة «سبع سماوات» للأدب.",
        "يشكو المزارعون من نقص كمية مياه النهر.",
        'وسيقام الاحتفال "قرابة 11 نوفمبر" في العاصمة.',
    ],
)
def test_what_is_no_figure(text):
    assert figures(text) == ()


def test_place_day_and_statement_are_filled_in_from_around():
    text = "وقال المدير سالم الوردي إن الشركة نقلت 340 راكبا في تونس خلال 2021 بلا حوادث."
    reading = read_document(Document(source="t", text=text), published=date(2023, 5, 9))
    (found,) = reading.figures
    assert found.place is not None and found.place.text == "تونس"
    assert found.statement in {s.id for s in reading.statements}
    (found,) = figures("بلغ الإنتاج 340 طنا عام 2021.")
    assert found.as_of == Days(date(2021, 1, 1), date(2021, 12, 31))


@pytest.mark.parametrize(
    ("text", "value", "mod", "thing", "unit"),
    [
        ("شرد القتال نصف مليون شخص.", 500_000, None, "شخص", None),
        ("شرد القتال أكثر من ربع مليون مدني.", 250_000, "more-than", "مدني", None),
        ("بلغت الكلفة ثلاثة أرباع المليار دولار.", 750_000_000, None, "دولار", "USD"),
        ("يبلغ طول النهر 1850 كيلو متراً.", 1850, None, "كيلو متراً", "km"),
        ("وضبطت الشرطة 20 كيلو من الزعفران.", 20, None, "كيلو", None),
        ("وجرح 8 على الأقل من حراس المرفأ.", 8, "at-least", "حراس المرفأ", None),
        ('وأصيب "نحو ثلاثين جريحا" بحسب المسعفين.', 30, "about", "جريحا", None),
        ("وأدى الحريق إلى وفاة شخصين في المصنع.", 2, None, "شخصين", None),
    ],
)
def test_parts_of_a_scale_and_what_stands_behind_the_number(text, value, mod, thing, unit):
    found = one(text)
    assert (found.value, found.mod, found.thing.text, found.unit) == (value, mod, thing, unit)


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        ("دمر القصف ثلاثة مخازن مرتبطة ببرنامج الصواريخ.", "مخازن"),
        ("وفي الجزيرة ألفان من المعارضين المنتمين لحركة الإصلاح.", "المعارضين"),
        ("اقتحم عشرات المحتجين السفارة في العاصمة.", "المحتجين"),
        ("وطردت السلطات الهولندية اثنين من الدبلوماسيين.", "الدبلوماسيين"),
        ("ووصل خمسة ضباط مصريين بالطائرة.", "ضباط مصريين"),
        ("سيكون الرحيل على مرحلتين تنتهي الثانية في الخريف.", "مرحلتين"),
    ],
)
def test_what_is_counted_ends_where_its_clause_goes_on(text, thing):
    assert one(text).thing.text == thing


def test_a_vague_number_gives_its_magnitude():
    found = one("تجمع آلاف المزارعين أمام المبنى.")
    assert (found.value, found.low, found.thing.text) == (None, 1000, "المزارعين")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("وحضر الاحتفال 2.500 شخص.", 2500, None),  # nobody is half a person
        ("وبلغ الإنتاج 2.500 طن.", 2500, "t"),  # noughts behind a point would be idle
        ("وبلغ الإنتاج 2.125 طن.", 2.125, "t"),
        ("وضخت المحطة 3 ملايين متر مكعب.", 3_000_000, "m3"),
        ("ومساحته 20 كيلومترا مربعا.", 20, "km2"),
        ("وبلغت الحرارة 40 درجة مئوية.", 40, "deg"),
    ],
)
def test_points_between_digits_and_powers_of_units(text, value, unit):
    found = one(text)
    assert (found.value, found.unit) == (value, unit)


@pytest.mark.parametrize("text", ["فاز الفريق 1-3 أمام ضيفه.", "وطلب أن تكونا نظيفتين من القش."])
def test_a_result_and_a_predicate_are_no_figures(text):
    assert figures(text) == ()


@pytest.mark.parametrize(
    "text", ["وقال: أتحدث بصفتي وزيرا سابقا.", "قال إن زوجتي نائبة في المجلس."]
)
def test_what_is_the_speakers_own_is_no_pair(text):
    assert figures(text) == ()


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("أصيب أكثر من ألفين برصاص الحراس.", ["أكثر من ألفين"]),
        ("وقال: أتكلم بصفتي جنوب أفريقي.", []),
        ("تراجع سعر القمح 1.2 بالمئة إلى 81 دولارا.", ["القمح 1.2 بالمئة", "81 دولارا"]),
        ("وهبط الدينار 3 في المئة مقابل الدولار.", ["3 في المئة"]),
        ("صوت 61 عضوا من أصل 120 لصالح القرار.", ["61 عضوا"]),
        ("بنسبة تتراوح بين 5 و7 بالمئة.", ["بين 5 و7 بالمئة"]),
        ("يعمل واحد من كل خمسة أطفال في السوق.", []),
        ("ولم يناموا منذ ليلتين.", []),
        ("بدأ 100 جندي كيني عملية في الجنوب.", ["100 جندي كيني"]),
        ("مات ثمانية لاعبين أثناء السباق.", ["ثمانية لاعبين"]),
        ("يثبت السعر في السوق عند 16 جنيها.", ["16 جنيها"]),
        ("نقل المقاول أكثر من 40 آلية إلى الورشة.", ["أكثر من 40 آلية"]),
        ("وأعيد ما بين 12 و15 عاملا إلى المصنع.", ["ما بين 12 و15 عاملا"]),
        ("ونسبة الإنجاز في الجسر بلغت 85% أمس.", ["85%"]),
        ("وسجل الهدف في الربع الأخير من المباراة.", []),
        ("وأحجمت شركة نكس1 الكورية عن الرد.", []),
    ],
)
def test_what_a_number_does_not_count(text, spans):
    assert [f.text for f in figures(text)] == spans


def test_where_one_begins_is_no_figure():
    assert figures("وبدأ الصيادون من الصفر في الجزيرة.") == ()
    assert one("وسجلت الجزيرة صفر إصابات أمس.").value == 0


def test_money_by_whatever_name_can_be_cut():
    assert one("ونزلت العملة إلى 6.577 ليرة للدولار.").value == 6.577
    assert one("ودفع الصياد 2.500 ليرة أمس.").value == 2500
