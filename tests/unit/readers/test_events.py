"""What the events reader finds in invented sentences, published on 5 March 2023."""

import pytest

from rawi.pipeline import read_document
from rawi.sources.document import Document


def read(text: str):
    document = Document("t.jsonl#1", f"خبر\n\n{text}", title="خبر", published="2023-03-05")
    return read_document(document)


@pytest.mark.parametrize(
    ("text", "kind", "actor", "day"),
    [
        ("اعتقلت الشرطة أمس السبت صاحب المتجر.", "COERCE", "الشرطة", "2023-03-04"),
        ("وقع الوزيران الأربعاء الماضي اتفاقا لتبادل المياه.", "AGREE", "الوزيران", "2023-03-01"),
        ("التقى الرئيس رئيس الوزراء في القاهرة يوم الجمعة.", "CONSULT", "الرئيس", "2023-03-03"),
        ("تظاهر العمال في بيروت يوم 2 مارس 2023.", "PROTEST", "العمال", "2023-03-02"),
    ],
)  # fmt: skip
def test_what_happened_when(text, kind, actor, day):
    (found,) = read(text).events
    assert (found.type, str(found.date.begin)) == (kind, day)
    assert found.actor.text.startswith(actor)


def test_the_subject_may_stand_before_the_verb():
    (found,) = read("وذكرت الوكالة أن الشرطة اعتقلت أمس السبت صاحب المتجر.").events
    assert found.actor.text == "الشرطة"


def test_a_number_after_a_verb_of_harm_counts_its_victims():
    (found,) = read("قتل 12 جنديا في انفجار يوم الخميس.").events
    assert found.actor is None
    assert found.target.text == "12 جنديا"


def test_a_noun_with_a_past_day_is_an_event():
    (found,) = read("ولا يزال الناس يذكرون غزو الجزيرة عام 1990.").events
    assert found.type == "ASSAULT"
    assert str(found.date.begin) == "1990-01-01"


def test_the_place_is_where_it_happened():
    (found,) = read("اعتقلت الشرطة أمس السبت صاحب المتجر في دمشق.").events
    assert found.place.text == "دمشق"


@pytest.mark.parametrize(
    "text",
    [
        "لم تعتقل الشرطة أحدا أمس السبت.",
        "إذا اعتقلت الشرطة صاحب المتجر غدا فسنعترض.",
        "يخشى السكان أن هجوما وقع أمس السبت.",
        "ستوقع الحكومة اتفاقا في أبريل المقبل.",
        "فاز المنتخب في المباراة يوم الجمعة.",
        "",
    ],
)
def test_what_did_not_happen_is_no_event(text):
    assert read(text).events == ()


def test_a_plan_is_no_event():
    reading = read("تعهدت الحكومة بافتتاح المتحف بحلول نهاية عام 2024.")
    assert reading.commitments
    assert reading.events == ()


def test_an_event_names_its_statement():
    reading = read(
        "قال الوزير إن الجيش قصف الميناء يوم الجمعة.\n\nوأضاف: قصف الجيش الميناء يوم الجمعة."
    )
    for event in reading.events:
        assert reading.article.text[event.start : event.end] == event.text


@pytest.mark.parametrize(
    ("text", "kind", "actor", "target"),
    [
        ("وكانت عمان ودمشق قد توصلتا، نهاية يناير الماضي، إلى اتفاق.", "AGREE", "عمان ودمشق", None),
        ("وسيطرت على البلدة التي قصفتها القوات الحكومية.", "ASSAULT", "القوات الحكومية", "البلدة"),
        ("وقال إن المسلحين خطفوا أربعة صيادين.", "ASSAULT", "المسلحين", "أربعة صيادين"),
        ("قتل جنديان وأصيب ثالث بجروح.", "ASSAULT", None, "جنديان"),
        ("اغتال مسلحون مجهولون أحد موظفي البلدية.", "ASSAULT", "مسلحون مجهولون", "أحد موظفي البلدية"),
        ("احتجزت السلطات القس الأسبوع الماضي.", "COERCE", "السلطات", "القس"),
        ("طردت روسيا 12 دبلوماسيا.", "SANCTION", "روسيا", "12 دبلوماسيا"),
        ("وعقد الوزير اجتماعا في عمان مع السفير الياباني.", "CONSULT", "الوزير", "السفير الياباني"),
        ("وجاء ذلك إثر محادثات بين القاهرة والخرطوم.", "CONSULT", "القاهرة", "الخرطوم"),
        ("وأضاف أنه تم تشكيل أربع فرق.", "COOPERATE", None, "أربع فرق"),
        ("وبدأت الكتائب السبت بسحب مدافعها من القرية.", "RETREAT", "الكتائب", None),
        ("وانتقل التحقيق إلى القاضي بعد اغتيال زميله على يد مسلحين.", "ASSAULT", "مسلحين", "زميله"),
    ],
)  # fmt: skip
def test_who_did_it_to_whom(text, kind, actor, target):
    found = read(text).events
    assert bool(found) == bool(kind)
    if kind:
        assert found[0].type == kind
        assert (found[0].actor and found[0].actor.text) == actor
        assert (found[0].target and found[0].target.text) == target


@pytest.mark.parametrize(
    "text",
    [
        "شن الوزير هجوما لاذعا على المعارضة.",  # of words
        "أصيب الفنان بجلطة في الدماغ.",  # an illness
        "احتلت المدينة المرتبة الثالثة في الجودة.",  # a rank
        "وينتظر الجميع اجتماع القمة المقرر عقده في 12 مارس.",  # planned
        "وأكمل الباحث أن تجربة الانسحاب من القرية لا تنسى.",  # he went on to say
        "ودعا إلى وقف الهجمات على القرى.",  # asked to stop
    ],
)
def test_words_of_force_that_tell_no_event(text):
    assert read(text).events == ()


@pytest.mark.parametrize(
    ("text", "kind", "actor", "target"),
    [
        ("رحبت نقابة الصيادين بقرار البلدية.", "SUPPORT", "نقابة الصيادين", None),
        ("ورفضت الحكومة طلب النقابة.", "REJECT", "الحكومة", None),
        ("اشتبكت قوات الأمن مع مهربين قرب النهر.", "ASSAULT", "قوات الأمن", "مهربين"),
        ("وأفاد مراسلنا باندلاع اشتباكات بين الجيش والحرس في حلب.", "ASSAULT", "الجيش", "الحرس"),
        ("وشهدت المنطقة في الأيام الماضية بعض الاشتباكات بين الجيش والحرس.", "ASSAULT", "الجيش", "الحرس"),
        ("وجاء القرار بعد الضربات الفرنسية لمقار الحرس.", "ASSAULT", "الفرنسية", "مقار الحرس"),
        ("كما تم توقيف أكثر من 50 موظفا.", "COERCE", None, "أكثر من 50 موظفا"),
        ("وقال الناطق إن جنوده قتلوا صياداً عند الجسر.", "ASSAULT", "جنوده", "صياداً"),
        ("غادر سوريا إلى لبنان يوم الجمعة.", "RETREAT", None, "سوريا"),
        ("واستهدفت عبوتان ناسفتان مساء الجمعة مقر النقابة في بيروت.", "ASSAULT", "عبوتان ناسفتان", "مقر النقابة"),
    ],
)  # fmt: skip
def test_stands_clashes_and_their_parties(text, kind, actor, target):
    (found,) = read(text).events
    assert found.type == kind
    assert (found.actor and found.actor.text) == actor
    assert (found.target and found.target.text) == target


def test_who_tells_of_himself_is_the_speaker():
    (found,) = read("وقال الوزير سمير التلاوي: \"وقعنا أمس السبت اتفاقا لتبادل المياه\".").events
    assert found.type == "AGREE"
    assert "سمير التلاوي" in found.actor.text


def test_an_indefinite_noun_needs_no_relative():
    (found,) = read("واستند إلى بيان مشترك صدر في 4 يونيو 2022.").events
    assert (found.type, str(found.date.begin)) == ("AGREE", "2022-06-04")


@pytest.mark.parametrize(
    "text",
    [
        "رفض الوزير التعليق على الخبر.",
        "اتفقت الوزيرة مع هذه الفكرة.",
        "بدأت الطفلة تفهم بعد اللقاء أنها في خطر.",
        "وقد يؤدي ذلك إلى اندلاع اشتباكات بين الجيش والحرس.",
    ],
)
def test_words_of_events_where_nothing_happened(text):
    assert read(text).events == ()


@pytest.mark.parametrize(
    ("text", "kind", "actor", "target"),
    [
        ("وقامت الشرطة بتفريق متظاهرين في أوسلو.", "COERCE", "الشرطة", "متظاهرين"),
        ("وتمكنت القوات من استعادة البلدة يوم الجمعة.", "ASSAULT", "القوات", "البلدة"),
        ("كما نجح الجيش في تحرير ثلاث قرى.", "ASSAULT", "الجيش", "ثلاث قرى"),
        ("وجاء ذلك بعد القمة التي عقدها الملك مع نظيره السويدي.", "CONSULT", "الملك", "نظيره السويدي"),
        ("ووصف هجوما شنه المتمردون على القرية.", "ASSAULT", "المتمردون", "القرية"),
        ("وعقد اجتماع بين الوزير ونظيره السويدي.", "CONSULT", "الوزير", "نظيره السويدي"),
        ("وعقد اجتماع بين الجانبين يوم الجمعة.", "CONSULT", "الجانبين", None),
        ("وتعرضت سفينة تجارية لهجوم في البحر.", "ASSAULT", None, "سفينة تجارية"),
        ("وكانت الشرطة قد اعتقلت، في أواخر يناير الماضي، رجلين اثنين.", "COERCE", "الشرطة", "رجلين اثنين"),
        ("وكان الجيش قصف القرية يوم الخميس.", "ASSAULT", "الجيش", "القرية"),
        ("وخاض البلدان حربا قتل فيها 14 جنديا.", "ASSAULT", None, "14 جنديا"),
        ("وبرأت المحكمة النرويجية هانز أولسن من التهم.", "YIELD", "المحكمة النرويجية", None),
        ("ووصل وزير الزراعة أمس السبت إلى أوسلو.", None, "وزير الزراعة", None),
        ("وشهدت أوسلو، الخميس، صدامات بين محتجين والأمن.", "ASSAULT", "محتجين", "الأمن"),
    ],
)  # fmt: skip
def test_deeds_told_by_a_noun_and_their_parties(text, kind, actor, target):
    (found,) = read(text).events
    assert found.type == kind
    assert (found.actor and found.actor.text) == actor
    assert (found.target and found.target.text) == target


def test_a_joined_verb_is_an_event_of_its_own_and_keeps_the_subject():
    first, second = read("استدعت النرويج سفيرها من أوسلو، وطردت السفير السويدي يوم الجمعة.").events
    assert (first.text, second.text) == ("استدعت النرويج سفيرها من أوسلو", "طردت السفير السويدي يوم الجمعة")
    assert (first.actor.text, second.actor.text) == ("النرويج", "النرويج")
    assert first.date is None


def test_a_joined_verb_that_may_be_passive_takes_no_subject():
    first, second = read("هاجمت القوات القرية يوم الجمعة وقتلت امرأة.").events
    assert (first.type, second.actor, second.target.text) == ("ASSAULT", None, "امرأة")


def test_the_day_of_what_came_before_dates_nothing_else():
    found = read("طردت النرويج القنصل السويدي بعد مقتل مدنيين الاثنين الماضي.").events
    assert found[0].date is None


@pytest.mark.parametrize(
    "text",
    [
        "وأكد أن الجميع هنا سعيد.",  # here, not congratulated
        "واستشهد الكاتب بتقرير نشرته صحيفة أمس السبت.",  # cited
        "وأنهى مسيرته في صيف 2009.",  # his career
        "وارتفعت الليرة مقارنة مع إغلاق الثلاثاء الماضي.",  # of the market
        "واندلعت حرب كلامية بين الوزير ونظيره.",  # of words
        "وتمكن الفريق من استعادة بعض الملفات.",  # no ground
        "ووصل عدد القتلى أمس السبت إلى 30.",  # no journey
        "وتحدث عن مزاعم اعتدائه على فتاة.",  # alleged
    ],
)
def test_words_that_only_look_like_a_deed(text):
    assert read(text).events == ()


def test_a_year_after_li_is_of_the_noun_before_it():
    (found,) = read("وأشاد باتفاق المياه لعام 2015.").events
    assert str(found.date.begin) == "2015-01-01"
    (found,) = read("فرضت الحكومة عقوبات على موظفين بتهمة التأثير على الانتخابات لعام 2016.").events
    assert found.date is None


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("وامتدح الملك الذي أسفرت حربه عن مقتل جنود.", None, "جنود"),  # the war, not the king
        ("قصفت إسبانيا \"موقعا عسكريا\" قرب النهر.", "إسبانيا", "موقعا عسكريا"),
        ("وبعدما شنت عليها ثلاث غارات يوم الجمعة.", None, None),  # raids are nobody's victims
        ("حكمت محكمة أخرى بالإعدام على نورا سالم لقتلها زوجها.", "محكمة أخرى", "نورا سالم"),
    ],
)  # fmt: skip
def test_nobody_takes_the_part_of_another(text, actor, target):
    for event in read(text).events:
        assert (event.actor and event.actor.text) == actor
        assert (event.target and event.target.text) == target


@pytest.mark.parametrize(
    ("text", "kind", "target"),
    [
        ("وقال إن الهجوم أودى بحياة 40 شخصا.", "ASSAULT", "40 شخصا"),
        ("وأدى هذا القصف إلى مقتل ثلاثة جنود.", "ASSAULT", "ثلاثة جنود"),
        ("وأسفر التفجير عن مقتل حارسين وإصابة ثالث.", "ASSAULT", "حارسين"),
        ("وأسفر الحادث عن سقوط قتلى وجرحى.", None, "قتلى وجرحى"),
    ],
)  # fmt: skip
def test_what_a_deed_led_to_is_told_of_who_suffered(text, kind, target):
    (found,) = read(text).events
    assert (found.type, found.actor, found.target.text) == (kind, None, target)


@pytest.mark.parametrize(
    ("text", "kind", "actor", "target"),
    [
        ("وتحدث عقب لقائه وزير الخارجية السويدي في أوسلو.", "CONSULT", None, "وزير الخارجية السويدي"),
        ("وتوجه وزير الزراعة إلى أوسلو.", None, "وزير الزراعة", None),
        ("أجبرت الحكومة الشركات على بيع السوق.", "COERCE", "الحكومة", "الشركات"),
    ],
)  # fmt: skip
def test_meetings_journeys_and_compulsion(text, kind, actor, target):
    (found,) = read(text).events
    assert found.type == kind
    assert (found.actor and found.actor.text) == actor
    assert (found.target and found.target.text) == target


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("وفي عام 2012، افتتح الملك المتحف.", "2012-01-01"),
        ("والخميس الماضي، حكمت محكمة بالسجن على نورا سالم.", "2023-03-02"),
        ("وفي مطلع فبراير الماضي أقال الملك مدير الأرصاد.", "2023-02-01"),
        ("اختفت نورا سالم، وهي من أصول سويدية، في يناير 2001.", "2001-01-01"),
    ],
)  # fmt: skip
def test_a_day_at_the_head_of_the_sentence_or_behind_a_remark(text, day):
    (found,) = read(text).events
    assert str(found.date.begin) == day


def test_a_day_of_the_next_clause_is_not_taken():
    found = read("في 29 سبتمبر 1988، أصدرت المحكمة حكما، وفي اليوم نفسه من عام 1923 بدأ البناء.").events
    assert str(found[0].date.begin) == "1988-09-29"


@pytest.mark.parametrize(
    ("text", "kind", "actor", "target"),
    [
        ("وتستمر الأزمة التي قتل خلالها أكثر من 280 شخصا.", "ASSAULT", None, "أكثر من 280 شخصا"),
        ("ودانت محكمة البداية المتهم أمس السبت.", "COERCE", "محكمة البداية", "المتهم"),
        ("وجاء ذلك إثر غارات شنتها مقاتلات تابعة للتحالف العربي يوم الجمعة.", "ASSAULT", "مقاتلات تابعة", None),
    ],
)  # fmt: skip
def test_who_is_neither_when_nor_whose(text, kind, actor, target):
    (found,) = read(text).events
    assert found.type == kind
    assert (found.actor and found.actor.text) == actor
    assert (found.target and found.target.text) == target


def test_what_is_rumoured_did_not_happen():
    assert read("ويزعم أنه اختطف رضيعا أمس السبت.").events == ()


@pytest.mark.parametrize(
    ("text", "kind", "actor", "target"),
    [
        ("والتقى الرئيس زعيم المعارضة يوم الجمعة.", "CONSULT", "الرئيس", "زعيم المعارضة"),
        ("حيث التقى الملك السويدي كارل غوستاف، وزار المتحف يوم الجمعة.", "CONSULT", None, "المتحف"),
        ("وكانت الشرطة تعرف هوية الرجل الذي شن الهجوم.", "ASSAULT", "الرجل", None),
        ("وجاء ذلك عقب إغلاق السويد للمعبر عام 2016.", "COERCE", "السويد", "للمعبر"),
    ],
)  # fmt: skip
def test_who_met_whom_and_whose_deed_it_was(text, kind, actor, target):
    (found,) = read(text).events
    assert found.type == kind
    assert (found.actor and found.actor.text) == actor
    assert (found.target and found.target.text) == target


@pytest.mark.parametrize(
    "text",
    [
        "ولم يتضح إن كانت الطائرات هي التي نفذت الغارات.",
        "وقدم عرضا لإجراء محادثات في فبراير الماضي.",
        "وعلق عضو لجنة العلاقات الخارجية على الأمر.",
        "ورأى احتمالا للتوصل إلى اتفاق جزئي هذا العام.",
        "ومنذ أعيد العمل بعقوبة الإعدام في 1976.",
    ],
)
def test_what_nobody_says_took_place(text):
    assert read(text).events == ()


@pytest.mark.parametrize(
    ("text", "kind", "actor", "target"),
    [
        ("وتلت ذلك الضربات النرويجية في حينها لمقار الحرس.", "ASSAULT", "النرويجية", "مقار الحرس"),
        ("وفشلت الجولة الرابعة، التي انتهت في 2 مارس 2023 من دون بيان.", "CONSULT", None, None),
        ("وبدأ تشغيل المحطة عام 2016.", None, None, None),
    ],
)  # fmt: skip
def test_known_attacks_rounds_and_works(text, kind, actor, target):
    (found,) = read(text).events
    assert found.type == kind
    assert (found.actor and found.actor.text) == actor
    assert (found.target and found.target.text) == target


def test_what_stands_beside_a_verb_is_not_its_object():
    (found,) = read("ونفذ الجيش ذلك ردا على غاراتها على مخازن الحرس.").events
    assert (found.text, found.actor, found.target.text) == ("غاراتها على مخازن الحرس", None, "مخازن الحرس")


def test_an_office_keeps_what_it_is_for():
    (found,) = read("ندد مفوض المجلس السامي لحقوق الإنسان بالقرار يوم الجمعة.").events
    assert found.actor.text == "مفوض المجلس السامي لحقوق الإنسان"


@pytest.mark.parametrize(
    ("text", "kind", "actor", "target"),
    [
        ("واعتقلت قوات الأمن عشرة مشتبهين.", "COERCE", "قوات الأمن", "عشرة مشتبهين"),
        ("وقصفت طائرات تركية مواقع للمسلحين.", "ASSAULT", "طائرات تركية", "مواقع للمسلحين"),
        ("احتل العراق الكويت في أغسطس 1990.", "ASSAULT", "العراق", "الكويت"),
        ("وقتل مسلحون شرطيا في بيروت.", "ASSAULT", "مسلحون", "شرطيا"),
        ("اغتيل قائد الشرطة قرب بغداد في يناير 2020.", "ASSAULT", None, "قائد الشرطة"),
        ("وحُكم على الوزير بالسجن في يناير الماضي.", "COERCE", None, "الوزير"),
        ("أعلنت الشرطة العراقية اعتقال خمسة من عناصر التنظيم.", "COERCE", "الشرطة العراقية", "خمسة من عناصر التنظيم"),
        ("أعلنت وزارة الصحة في دمشق مقتل 30 حارسا.", "ASSAULT", None, "30 حارسا"),
        ("وجاء ذلك بعد يومين من اغتيال القاضي في بيروت.", "ASSAULT", None, "القاضي"),
        ("وتم القبض على ثلاثة مهربين.", "COERCE", None, "ثلاثة مهربين"),
        ("وكانت المحكمة قد رفضت في يناير الماضي الطعن.", "REJECT", "المحكمة", None),
        ("وسلّم التحالف قاعدة النخلة إلى القوات العراقية.", "YIELD", "التحالف", "القوات العراقية"),
        ("جاء ذلك إثر هجوم للمسلحين على مواقع في الجوف.", "ASSAULT", "للمسلحين", "مواقع"),
        ("وقضت محكمة في باريس بسجن الرئيس السابق عاما واحدا.", "COERCE", "محكمة", "الرئيس السابق"),
        ("وقع الوزيران على الاتفاقية في بيروت الأسبوع الماضي.", "AGREE", "الوزيران", None),
        ("وأعلنت الخارجية الأميركية فرض عقوبات على ثلاثة أفراد.", "SANCTION", "الخارجية الأميركية", "ثلاثة أفراد"),
        ("اعترضت الدفاعات صاروخا أطلقته الجماعة على المدينة.", "ASSAULT", "الدفاعات", None),
        ("أفادت مصادر طبية، الاثنين، بمقتل أكثر من 90 من الحراس.", "ASSAULT", None, "أكثر من 90 من الحراس"),
        ("شنت الجماعة، الموالية للحكومة، حملة اعتقالات في دمشق.", "ASSAULT", "الجماعة", None),
        ("وكان الرئيس النرويجي قد أقال وزير الزراعة.", None, "الرئيس النرويجي", "وزير الزراعة"),
        ("وتم في بغداد اعتقال خمسة متهمين.", "COERCE", None, "خمسة متهمين"),
        ("وأنقذ 4 أطفال من النيران.", "AID", None, "4 أطفال"),
        ("وكان القضاء حظر جماعة الصيادين في 2013.", "COERCE", "القضاء", "جماعة الصيادين"),
    ],
)  # fmt: skip
def test_subject_and_object_part_without_an_ending_to_tell_them(text, kind, actor, target):
    found = read(text).events[-1]
    assert found.type == kind
    assert (found.actor and found.actor.text) == actor
    assert (found.target and found.target.text) == target


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("وشهدت محافظة الأنبار، غربي البلاد، أمس السبت، هجوما بطائرتين.", "ASSAULT", "الأنبار"),
        ("وشهدت بيروت أمس تظاهرات شارك فيها الآلاف.", "PROTEST", "بيروت"),
    ],
)
def test_a_place_that_saw_it(text, kind, place):
    (found,) = read(text).events
    assert (found.type, found.place.text, str(found.date.begin)) == (kind, place, "2023-03-04")


@pytest.mark.parametrize(
    "text",
    [
        "وشهدت المباراة أمس السبت هجوما قويا.",
        "واتهمت باكستان الهند بقصف قرية حدودية أمس السبت.",
        "وأعلن الجيش استعداده لتنفيذ ضربات على مواقع المسلحين.",
        "وشهدت أسعار القمح أمس السبت ارتفاعا.",
        "وهاجم النائب كريم سالم الحكومة.",
    ],
)
def test_what_is_charged_offered_or_played_is_no_event(text):
    assert not [e for e in read(text).events if e.type == "ASSAULT"]


@pytest.mark.parametrize(
    ("text", "whole", "actor", "target"),
    [
        ("رحبت البلدية، مساء السبت، بعودة الصيادين.", "رحبت البلدية، مساء السبت، بعودة الصيادين", "البلدية", None),
        ("أدان الاتحاد، في بيان السبت، سرقة القوارب.", "أدان الاتحاد، في بيان السبت، سرقة القوارب", "الاتحاد", None),
        ("قتل 3 صيادين، السبت، جراء انفجار في المرفأ.", "قتل 3 صيادين، السبت، جراء انفجار في المرفأ", None, "3 صيادين"),
        ("وقالت إن 3 من الصيادين قتلوا جراء الانفجار.", "3 من الصيادين قتلوا جراء الانفجار", None, "3 من الصيادين"),
        ("استهدفت الطائرات بغارات عدة مخزنا للوقود.", "استهدفت الطائرات بغارات عدة مخزنا للوقود", "الطائرات", "مخزنا للوقود"),
        ("بدأت القوات الأربعاء الماضي هجوما بهدف السيطرة على المرفأ.",
         "بدأت القوات الأربعاء الماضي هجوما بهدف السيطرة على المرفأ", "القوات", None),
        ("تمكنت قوات المرفأ أمس السبت من تحرير الكيلو 16.", "تمكنت قوات المرفأ أمس السبت من تحرير الكيلو 16", "قوات المرفأ", "الكيلو 16"),
        ("شنت الفرقة، مدعومة بالطيران، مطلع فبراير حملة على المهربين.",
         "شنت الفرقة، مدعومة بالطيران، مطلع فبراير حملة على المهربين", "الفرقة", "المهربين"),
    ],
)  # fmt: skip
def test_what_is_told_goes_on_behind_the_day_and_past_how_it_was_done(text, whole, actor, target):
    (found,) = read(text).events
    told = [span and span.text for span in (found.actor, found.target)]
    assert (found.text, *told) == (whole, actor, target)


@pytest.mark.parametrize(
    "text",
    [
        "نشرت قوات المرفأ، السبت، مقطع فيديو يظهر القوارب.",
        "وقال إن إدارة المرفأ تفقد السيطرة على الأرصفة.",
        "استقبل المستشفى عشرين جريحا أمس السبت.",
        "عن القوارب التي أبحرت من لبنان والتي استهدفت المرفأ.",
    ],
)
def test_what_looks_like_a_deed_or_is_of_something_farther_off(text):
    assert read(text).events == ()


@pytest.mark.parametrize(
    ("title", "kind", "actor", "target"),
    [
        ("واشنطن تفرض عقوبات على ستة تجار", "SANCTION", "واشنطن", "ستة تجار"),
        ("الشرطة الهولندية تعتقل خمسة أشخاص في لاهاي", "COERCE", "الشرطة الهولندية", "خمسة أشخاص"),
        ("تركيا تهدد بإغلاق المعابر", "THREATEN", "تركيا", None),
        ("مقتل خمسة صيادين بانفجار في بورسعيد", "ASSAULT", None, "خمسة صيادين"),
        ("ضربات جوية على مواقع فصائل مسلحة غربي العراق", "ASSAULT", None, "مواقع فصائل مسلحة"),
        ("إطلاق سراح دفعة من البحارة", "YIELD", None, "دفعة"),
        ("اتفاق تركي هندي على تبادل القمح", "AGREE", "تركي", "هندي"),
        ("وصول قافلة دواء إلى مدينة حلب", None, None, None),
    ],
)  # fmt: skip
def test_a_headline_tells_what_happened(title, kind, actor, target):
    document = Document("t.jsonl#1", f"{title}\n\nكان الجو باردا.", title=title, published="2023-03-05")
    (found,) = read_document(document).events
    assert (found.type, found.actor and found.actor.text) == (kind, actor)
    assert (found.target.text if found.target else None) == target


@pytest.mark.parametrize(
    "title",
    ["هل تفرض واشنطن عقوبات على التجار؟", "وزير الزراعة يلتقي نظيره الهندي غدا", "هجوم إعلامي حاد على الوزير"],
)
def test_a_headline_that_asks_or_looks_ahead_tells_of_nothing_done(title):
    document = Document("t.jsonl#1", f"{title}\n\nكان الجو باردا.", title=title, published="2023-03-05")
    assert not read_document(document).events


@pytest.mark.parametrize(
    ("text", "kind", "actor", "target"),
    [
        ("وكان الفصيل نفسه قد قصف المعسكر بستة صواريخ في تشرين الثاني الماضي.", "ASSAULT", "الفصيل", "المعسكر"),
        ("وسقط السقف على المصلين، ما أدى إلى إصابة ثلاثة رجال.", None, None, "ثلاثة رجال"),
        ("وقال إن اتفاقا أبرم مع مصرف التنمية يتيح ذلك.", "AGREE", None, "مصرف التنمية"),
        ("وجرى ذلك بعد غارات شنتها القوات الهندية ليلا.", "ASSAULT", "القوات الهندية", None),
        ("عاد الأهالي إلى البلدة التي استعادها الجيش في كانون الثاني الماضي.", "ASSAULT", "الجيش", "البلدة"),
        ("وتظاهر العشرات أمام البلدية.", "PROTEST", "العشرات", None),
        ("شنت النرويج، والدنمارك، وفرنسا غارات على الساحل.", "ASSAULT", "النرويج، والدنمارك، وفرنسا", "الساحل"),
        ("ودخلت لجنة الخبراء التابعة للهيئة الثلاثاء إلى مدينة حلب.", None, "لجنة الخبراء", None),
    ],
)  # fmt: skip
def test_the_kinds_of_tellings(text, kind, actor, target):
    (found,) = read(text).events
    assert (found.type, found.actor and found.actor.text, found.target and found.target.text) == (
        kind,
        actor,
        target,
    )


def test_he_met_whom_the_verb_before_does_not_name():
    visit, meeting = read("زار وزير الزراعة باريس الأسبوع الماضي، حيث التقى نظيره الفرنسي.").events
    assert (meeting.actor.text, meeting.target.text) == (visit.actor.text, "نظيره الفرنسي")


@pytest.mark.parametrize(
    "text",
    [
        "وأغلقت آلاف المدارس أبوابها.",
        "وصدرت أوامر إخلاء أصدرها الجيش الأحد.",
        "أجلت اليابان إعلان مساهمتها إلى الصيف.",
    ],
)
def test_what_only_looks_like_an_act(text):
    assert not [e for e in read(text).events if e.type is not None]


def test_a_drone_is_no_march():
    (found,) = read("واغتالت مسيّرة هندية مساء الأربعاء القيادي سالم باحميد.").events
    assert found.type == "ASSAULT"


def test_two_agree_in_a_headline():
    title = "النرويج والدنمارك تتفقان على تبادل القمح"
    document = Document("t.jsonl#1", f"{title}\n\nكان الجو باردا.", title=title, published="2023-03-05")
    (found,) = read_document(document).events
    assert (found.type, found.actor.text) == ("AGREE", "النرويج والدنمارك")


def test_how_often_stands_between_who_did_it_and_to_whom():
    (found,) = read("وقصفت الهند مرارا مواقع عسكرية في الساحل.").events
    assert (found.actor.text, found.target.text) == ("الهند", "مواقع عسكرية")


@pytest.mark.parametrize(
    ("text", "kind", "actor", "target"),
    [
        # behind a circumstance that stands first
        ("وبعد أيام من السرقة اعتقلت الشرطة أحد حراس المتحف.", "COERCE", "الشرطة", "أحد حراس المتحف"),
        ("وردا على القرار فرضت النرويج عقوبات على المصرف.", "SANCTION", "النرويج", "المصرف"),
        # «اعتقلت الشرطة | جميع …», «العاصمة … اسمها»
        ("اعتقلت قوات الأمن جميع حراس الميناء.", "COERCE", "قوات الأمن", "جميع حراس الميناء"),
        ("أعلنت العاصمة التونسية تونس حالة الطوارئ.", "COERCE", "العاصمة التونسية تونس", None),
        # told of a deed without a relative
        ("وتضرر الجسر جراء غارة تركية استهدفت المطار.", "ASSAULT", None, "المطار"),
        # a passive with its own word
        ("وأطلق سراح تسعة بحارة بكفالة.", "YIELD", None, "تسعة بحارة"),
        ("وعثر على جثتي الصيادين في الغابة.", None, None, "جثتي الصيادين"),
        ("وكان المتهم قد أودع السجن في الشمال.", "COERCE", None, "المتهم"),
        # forms that are nouns as well
        ("وجه القضاء الهولندي اتهاما إلى الوزير السابق بالتزوير.", "ACCUSE", "القضاء الهولندي", None),
        ("قبضت الشرطة في كندا على سبعة لصوص.", "COERCE", "الشرطة", "سبعة لصوص"),
        # two of what makes it an event; a storm is no forecast; a count before its word
        ("وأطلق الجيش قذيفتين صوب موقع قرب المعبر.", "ASSAULT", "الجيش", None),
        ("أسفرت الأمطار عن مقتل امرأة في الوادي.", None, None, "امرأة"),
        ("وأوقع الزلزال 41 قتيلا في الوادي.", None, None, "41 قتيلا"),
        # somebody behind «أن» without the article; an agreement with somebody
        ("وأفادت الوزارة بأن طفلا ليبيا توفي صباح السبت.", None, "طفلا ليبيا", None),
        ("وأكد أنه اتفق مع رئيس الحكومة على خفض الأسعار.", "AGREE", None, "رئيس الحكومة"),
    ],
)  # fmt: skip
def test_how_it_may_stand(text, kind, actor, target):
    found = read(text).events[-1]
    assert found.type == kind
    assert (found.actor and found.actor.text) == actor
    assert (found.target and found.target.text) == target


@pytest.mark.parametrize(
    "text",
    [
        "وأرسلت العائلة كفالة للإفراج عنه في 1 مارس.",  # what for
        "وكان الرجل في سجن تابع للوكالة في العام 2002.",  # a place
    ],
)
def test_no_event_behind_a_purpose_or_in_a_place(text):
    assert not [e for e in read(text).events if e.type in ("YIELD", "COERCE")]
