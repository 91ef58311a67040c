"""Constructions of newsroom prose: sources that keep their names back, clauses that take up what was told,
outlets that learned something, offices abroad with long titles."""

import pytest

from rawi.arabic.analysis import analyse
from rawi.pipeline import read_article
from rawi.records import Article, Span
from tests.unit.readers.test_statements import READERS, read, told


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        (
            "غير أن قيادياً في «حزب الحصاد»، رفض الإفصاح عن اسمه، أبلغ «صحيفة الميناء» بأن الحزب منقسم.",
            "الحزب منقسم", "قيادياً في «حزب الحصاد»",
        ),
        (
            "لكن موظفا سابقا في البلدية قال لبي بي سي، مشترطا عدم الإفصاح عن هويته، إن الجسر متصدع.",
            "الجسر متصدع", "موظفا سابقا في البلدية",
        ),
        ("قال مهندس في السد شريطة عدم ذكر اسمه إن الماء كاف.", "الماء كاف", "مهندس في السد"),
        (
            "أفاد وزير الثقافة والمقيمين بالخارج، ناصر الحصادي، بأن المعرض سيفتح باكراً.",
            "المعرض سيفتح باكراً", "ناصر الحصادي",
        ),
        (
            "وقال عضو لجنة المياه في البرلمان، عن حزب الحصاد، سالم الراشد، إن الآبار جفت.",
            "الآبار جفت", "سالم الراشد",
        ),
        ("وخلص تقرير للبلدية صدر في أيار الماضي إلى أن الجسر آمن.", "الجسر آمن", "البلدية"),
        ("وأصدرت النقابة بيانا جاء فيه أن الإضراب سيبدأ غدا.", "الإضراب سيبدأ غدا", "النقابة"),
        ("وأشاد الوزير بما تحقق في المواسم الثلاثة.", "بما تحقق في المواسم الثلاثة", "الوزير"),
        ("وجدد معاليه التأكيد على فتح المرفأ للصيادين.", "التأكيد على فتح المرفأ للصيادين", "معاليه"),
    ],
)  # fmt: skip
def test_one_report(text, content, speaker):
    (found,) = read(text)
    assert told(found)[0] == content
    assert speaker in told(found)[1]


def test_what_an_outlet_learned_is_said_by_its_sources():
    (found,) = read('وعلمت "أخبار الميناء" من مصادر مطلعة أن السفينة ستغادر غداً.')
    assert told(found)[:2] == ("السفينة ستغادر غداً", "مصادر مطلعة")
    assert found.via.text == "أخبار الميناء"


@pytest.mark.parametrize(
    ("text", "content", "speaker", "act"),
    [
        (
            "قالت الصحيفة إن المصنع لوث النهر، وهي اتهامات تنفيها شركة الحصاد بشدة.",
            "المصنع لوث النهر", "شركة الحصاد", "deny",
        ),
        (
            "يعاني المرفأ ركودا قدر بملايين، الأمر الذي حذرت منه نقابة البحارة مرارا.",
            "يعاني المرفأ ركودا قدر بملايين", "نقابة البحارة", "warn",
        ),
        (
            "ونفى المدير وجود أي عطل في السفينة، وهو ما أكده أيضا قائد السفينة في حديث متلفز.",
            "وجود أي عطل في السفينة", "قائد السفينة", "deny",
        ),
    ],
)  # fmt: skip
def test_a_clause_that_takes_up_what_was_told(text, content, speaker, act):
    last = read(text)[-1]
    assert told(last)[:2] == (content, speaker)
    assert last.act == act


def test_who_took_it_up_goes_on():
    text = "اتهم حزب الحصاد الوزير سالم الراشد بإهمال السدود، الأمر الذي نفاه الأخير، ودعا في بيان لاحق إلى الحوار."
    accused, denied, asked = read(text)
    assert [told(s)[1] for s in (accused, denied, asked)] == ["حزب الحصاد", "سالم الراشد", "سالم الراشد"]
    assert told(denied)[0] == told(accused)[0]


def test_what_the_writer_calls_it_ends_a_report():
    text = "ولوح المدير بإغلاق المصنع إذا استمر الإضراب، وهو تهديد قلل من أهميته رئيس النقابة."
    assert told(read(text)[0])[0] == "بإغلاق المصنع إذا استمر الإضراب"


@pytest.mark.parametrize("topic", ["وحول توحيد فرق الإطفاء، أوضح", "وبشأن فرق الإطفاء، أوضح"])
def test_what_it_is_about_does_not_speak(topic):
    _, second = read(f"قال الوزير إن العمل بدأ.\n{topic} أن الخطة مستمرة.")
    assert told(second)[:2] == ("الخطة مستمرة", "الوزير")


def test_a_pronoun_behind_according_to_points_at_who_spoke():
    _, second = read("صرح النائب بأن المهلة تنتهي غدا. ووفقا له، فإن المجلس سيجتمع ليلا.")
    assert told(second)[:2] == ("المجلس سيجتمع ليلا", "النائب")


def test_a_participle_reaches_its_clause_over_an_occasion():
    _, second = read('وقال القبطان إن الخبر غير صحيح، موضحاً في اتصال هاتفي مع "أخبار الميناء"، أن المحرك سليم.')
    assert told(second)[:2] == ("المحرك سليم", "القبطان")


def test_a_relative_clause_is_no_part_of_the_cue():
    (found,) = read('وأوضح المسؤول، الذي تحدث شريطة عدم كشف هويته، أن "السفن الثلاث ستبقى في الميناء".')
    assert found.cue.text == "وأوضح"


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("وزاد مدير المرفأ، ضمن ندوة عقدت أمس، أن البحر هادئ.", "البحر هادئ", "مدير المرفأ"),
        ("وسجل الوزير ذاته أن المواسم لا تكفي البلاد.", "المواسم لا تكفي البلاد", "الوزير ذاته"),
        ("وأنكر المتهم في الجلسة التهم المنسوبة إليه.", "التهم المنسوبة إليه", "المتهم"),
        ("وأردف ذات المسؤول قائلا إن الجسر متين.", "الجسر متين", "ذات المسؤول"),
        ("ولفت الوزير الانتباه إلى أن السد ممتلئ.", "السد ممتلئ", "الوزير"),
        ("وأكد مدير السد أن الماء كاف، وفق آخر المعطيات الرسمية.", "الماء كاف", "مدير السد"),
    ],
)
def test_one_more_report(text, content, speaker):
    (found,) = read(text)
    assert told(found)[:2] == (content, speaker)


def test_who_answered_back_is_no_individual():
    first, second = read("تساءلت النائبة هدى سعيد: «إلى متى ننتظر؟»، فرد عليها الوزير سالم الراشد قائلا: «حتى الغد فقط».")
    assert [told(s)[1] for s in (first, second)] == ["هدى سعيد", "سالم الراشد"]


def test_a_participle_behind_a_comma_may_have_its_preposition_alone():
    _, second = read("وقال الوزير إن السدود قديمة، مذكرا بجفاف الآبار في الصيف.")
    assert told(second)[:2] == ("بجفاف الآبار في الصيف", "الوزير")


@pytest.mark.parametrize(
    ("title", "speaker"), [("خبراء: البلدية تتوقع جفاف الآبار", "خبراء"), ("البلدية تتوقع جفاف الآبار", "البلدية")]
)
def test_who_stands_before_the_colon_of_a_headline_says_all_of_it(title, speaker):
    found = read("هطل المطر أمس على القرى كلها.", title=title)
    assert [told(s)[1] for s in found] == [speaker]


INTERVIEW = """تحدث رئيس النقابة سالم الراشد عن الموسم المقبل.
* هل يكفي القمح هذا العام؟
- نعم، يكفي وزيادة، ولدينا مخزون آخر.
وقد اشترينا المزيد.
* ومتى يبدأ الحصاد؟
- بعد أسبوعين إن شاء الله.
وكان الحصاد قد تأخر في العام الماضي."""


def test_answers_are_said_by_who_is_interviewed():
    found = [s for s in read(INTERVIEW) if s.cue is None]
    assert [told(s)[0] for s in found] == [
        "نعم، يكفي وزيادة، ولدينا مخزون آخر", "وقد اشترينا المزيد", "بعد أسبوعين إن شاء الله",
    ]  # fmt: skip
    assert {told(s)[1] for s in found} == {"سالم الراشد"}


def test_one_question_makes_no_interview():
    assert not [s for s in read("قال الوزير إن السد آمن.\nفلماذا جف النهر؟\n- لا أحد يعرف السبب حتى الآن.") if s.cue is None]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("وبرأي الخبير نادر السالمي، فإن السد متين.", "السد متين", "نادر السالمي"),
        ("ومن وجهة نظر الباحث نادر السالمي، فإن النهر سيجف.", "النهر سيجف", "نادر السالمي"),
        ("بالنسبة إلى الخبير نادر السالمي، فإن الموسم انتهى.", "الموسم انتهى", "نادر السالمي"),
        ("وقال موظف لم يكشف عن اسمه إن المخزن فارغ.", "المخزن فارغ", "موظف"),
        ("أما الخبيرة في حزب الحصاد أنيتا شولتس فقد وصفت الخطة بأنها ناقصة.", "الخطة بأنها ناقصة", "أنيتا شولتس"),
        ("وأكد الوزير سالم الراشد بحسب البيان دعم المزارعين كلهم.", "دعم المزارعين كلهم", "سالم الراشد"),
        ("وأكد الوزير موقف بلاده الثابت من المياه.", "موقف بلاده الثابت من المياه", "الوزير"),
        ("وأهابت البلدية بالسكان الالتزام بالتعليمات.", "بالسكان الالتزام بالتعليمات", "البلدية"),
        ("ولم ينف مصدر في البلدية وجود تصدع في الجسر.", "وجود تصدع في الجسر", "مصدر في البلدية"),
        ("ومن جهته ثمن الوزير سالم الراشد دور الصيادين.", "دور الصيادين", "سالم الراشد"),
        ("وأشار المدير إلى أن العمال كانوا قد تعهدوا بالعودة.", "العمال كانوا قد تعهدوا بالعودة", "المدير"),
    ],
)
def test_a_third_list_of_reports(text, content, speaker):
    (found,) = read(text)
    assert told(found)[0] == content
    assert speaker in told(found)[1]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("هدد المدير سالم الراشد بإغلاق المصنع، قبل أن يوضح لاحقا أنه كان يمزح.", "أنه كان يمزح", "سالم الراشد"),
        ("قال المدير إن المصنع باق، نافيا بذلك ما تداوله العمال.", "ما تداوله العمال", "المدير"),
        ("وقال المدير إن المصنع باق مجددا المطالبة بفتح الطريق.", "المطالبة بفتح الطريق", "المدير"),
        ("شدد الوزيران على فتح الطريق وأعربا عن ارتياحهما للموسم.", "ارتياحهما للموسم", "الوزيران"),
        ("قال المدير إن السد آمن.\nفي حين لا يرى الخبير نادر السالمي خطرا، ويقول إن الماء كاف.", "الماء كاف", "نادر السالمي"),
        ("وبرأي الخبير نادر السالمي، فإن السد متين. ويستدرك أن الماء قليل.", "الماء قليل", "نادر السالمي"),
        ("ويذكر التقرير أن موظفا، لم يكشف عن اسمه، قال إن المخزن فارغ.", "المخزن فارغ", "موظفا"),
    ],
)  # fmt: skip
def test_what_is_said_second(text, content, speaker):
    second = read(text)[1]
    assert told(second)[0] == content
    assert speaker in told(second)[1]


def test_the_view_of_a_land_is_nobodys():
    assert read("وبالنسبة إلى الميناء، فإن العمل فيه متوقف.") == ()


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        (
            'كشف تقرير نشره معهد "الحصاد" الأميركي، الخميس، وترجمته الصحيفة، عن جفاف الآبار.',
            "جفاف الآبار", 'معهد "الحصاد',
        ),
        ("وبحسب ما جاء في التقرير، فإن الآبار ستجف.", "الآبار ستجف", "التقرير"),
        ("قلل مصدر في البلدية من شأن الخلافات.", "شأن الخلافات", "مصدر في البلدية"),
        ("واعترض النائب سالم الراشد على هدم السوق.", "هدم السوق", "سالم الراشد"),
        ("وأكد المدير خلو المخزن من القمح.", "خلو المخزن من القمح", "المدير"),
        ("واستراح القبطان سالم الراشد؛ «عشنا هنا عشرين عاما»، يقول ضاحكا.", "عشنا هنا عشرين عاما", "سالم الراشد"),
    ],
)  # fmt: skip
def test_a_fourth_list_of_reports(text, content, speaker):
    (found,) = read(text)
    assert told(found)[0] == content
    assert speaker in told(found)[1]


@pytest.mark.parametrize(
    "text",
    [
        'نفى مقرب من الوزير، في اتصال مع "أخبار الميناء"، ذلك جملة وتفصيلاً.',
        'يرصد الجهاز ما يبثه الآخرون، ثم "يعترض" طريقه على الشاشة.',
    ],
)
def test_what_denies_or_opposes_nothing_that_is_printed(text):
    assert read(text) == ()


def test_a_present_of_going_on_is_no_writers_formula():
    _, second = read("وقال الوزير إن السد آمن.\nويضيف أن كل شيء جاهز، نافيا وجود عطل.")[:2]
    assert told(second)[:2] == ("كل شيء جاهز", "الوزير")


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("وأشار إمام الجمعة في العاصمة إلى أن المطر قريب.", "المطر قريب", "إمام الجمعة في العاصمة"),
        ("وقال محافظ العاصمة الجنوبية، البصرة، نادر السالمي، إن المياه كافية.", "المياه كافية", "نادر السالمي"),
        ("وكشف مشرعون في المجلس عن خطة للسدود.", "خطة للسدود", "مشرعون في المجلس"),
        (
            "كشفت لجنة ترشيح المغرب لتنظيم كأس الصيادين، المدن المرشحة للبطولة.",
            "المدن المرشحة للبطولة", "لجنة ترشيح المغرب لتنظيم كأس الصيادين",
        ),
    ],
)  # fmt: skip
def test_a_fifth_list_of_reports(text, content, speaker):
    (found,) = read(text)
    assert told(found)[0] == content
    assert speaker in told(found)[1]


def test_the_topic_of_a_sentence_that_is_a_thing_says_nothing():
    assert read("أما القضية الثانية، فتركز على أن المدير تلقى هدايا.") == ()


def test_a_condition_in_the_headline_does_not_reach_the_article():
    found = read("قال الوزير إن السد آمن.", title="البلدية تتحرك إذا جف النهر")
    assert [told(s)[0] for s in found] == ["السد آمن"]


def test_an_attribution_that_closes_the_subjects_clause_covers_no_more():
    text = "والسيل الذي جرف عشرين بيتا بحسب الدفاع المدني، كان قد بدأ ليلا."
    assert told(read(text)[0])[0] == "جرف عشرين بيتا"


def test_a_headline_that_names_its_own_outlet_reports_nothing():
    title = '"العربي الجديد" تكشف أسرار الموسم'
    text = f"{title}\n\nهطل المطر أمس على القرى كلها."
    article = Article(
        "a1", "test", text, outlet="العربي الجديد", title=Span.of(text, 0, len(title)),
        body=(Span.of(text, len(title) + 2, len(text)),),
    )  # fmt: skip
    assert read_article(article, analyse(text), stages=READERS).statements == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("أعلن الوزير العثور على مقبرة.", [("العثور على مقبرة", "الوزير")]),
        ("نفت الوزارة الثلاثاء الاتفاق مع الشركة.", [("الاتفاق مع الشركة", "الوزارة")]),
        ("ورفض الاتحاد الاعتراف بالنتائج.", [("الاعتراف بالنتائج", "الاتحاد")]),
        ("ورفض الاتحاد التعليق على النتائج.", []),
        ("أكد مسؤول أمني اعتقال السارق.", [("اعتقال السارق", "مسؤول أمني")]),
        ("ندد الوزير \"بحرب قذرة\" ضد بلاده.", [("بحرب قذرة\" ضد بلاده", "الوزير")]),
        ("نفت الشركة تورطها وقامت بطرد المدير.", [("تورطها", "الشركة")]),
        ("نفت الشركة غارة أصابت مخزنا وأحرقت شاحنة.", [("غارة أصابت مخزنا وأحرقت شاحنة", "الشركة")]),
        ("وقالت الشرطة إن الرجل مات لكنها لم تكشف عن اسمه.", [("الرجل مات", "الشرطة")]),
        ("وأفاد مسؤولون بالصحة أنه لا خطر على السكان.", [("أنه لا خطر على السكان", "مسؤولون بالصحة")]),
        ("وكشف الضابط عن عشرات الجواسيس.", []),
        ("وهو أمر لطالما طالب به التجار.", []),
        ("ولا توجد أضرار تذكر في المخزن.", []),
        ("مع إحجام التجار عن شراء الأسهم التي يرون أنها خطرة.", []),
        ("وبعد نشر خبر عن بيان الفنانة قالت السفارة إنها راضية.", [("إنها راضية", "السفارة")]),
        (
            "وعندما طلبت الصحيفة منه التعليق على الخبر قال \"لم نره منذ أيام\".",
            [("التعليق على الخبر", "الصحيفة"), ("لم نره منذ أيام", None)],
        ),
    ],
)
def test_where_what_was_said_begins_and_ends(text, told):
    found = read(text)
    assert [(s.text, s.speaker.text if s.speaker else None) for s in found] == told


def test_who_is_accused_does_not_accuse():
    (found,) = read("واتهم الضابط، وهو موظف سابق في الاستخبارات، بالخيانة.")
    assert found.speaker is None


def test_a_headline_s_verb_belongs_to_whoever_is_named_last():
    (found,) = read("وعاد الهدوء إلى المدينة.", "انهيار العملة وموسكو تدعو السكان إلى الصبر")
    assert (found.text, found.speaker.text) == ("الصبر", "موسكو")
    assert read("وعاد الهدوء إلى المدينة.", "جريمة تشعل الخلاف.. وكشف اللغز قريبا") == ()
