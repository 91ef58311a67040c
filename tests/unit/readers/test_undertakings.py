"""Ways of stating an undertaking that the commitments reader knows, and what looks like one and is none.

The sentences are invented and published on Sunday, 5 March 2023.
"""

import pytest

from rawi.pipeline import read_document
from rawi.sources.document import Document


def read(text: str, title: str = "أخبار اليوم"):
    """The commitments of a text under a title."""
    document = Document("test.jsonl#1", f"{title}\n\n{text}", title=title, published="2023-03-05")
    return read_document(document).commitments


@pytest.mark.parametrize(
    ("text", "action", "party"),
    [
        ("قال رئيس الوزراء سامي حداد إن بلاده لا تنوي إغلاق السفارة.", "إغلاق السفارة", "بلاده"),
        ("أكدت وزارة الخارجية أن تونس لا تعتزم حتى الآن إرسال قوات إلى الحدود.", "إرسال قوات إلى الحدود", "تونس"),
        ("وأوضحت الشركة أنها لا تخطط لبيع المصنع.", "بيع المصنع", "الشركة"),
    ],
)  # fmt: skip
def test_what_is_not_intended_is_denied(text, action, party):
    (found,) = read(text)
    assert (found.action.text.removeprefix("ل"), found.status_word) == (action, "denied")
    assert [p.text for p in found.party] == [party]


@pytest.mark.parametrize(
    ("text", "action", "deadline"),
    [
        ("ويرتقب أن يعلن الوزير موقفه من الخطة في 22 مايو المقبل.", "يعلن الوزير موقفه من الخطة", "2023-05-22"),
        ("جولة محادثات جديدة يفترض أن تنطلق الثلاثاء في تونس.", "تنطلق الثلاثاء في تونس", "2023-03-07"),
        ("ويزور الوزير كريم سعد الأحد المقبل متحف المدينة.", "يزور الوزير كريم سعد الأحد المقبل متحف المدينة", "2023-03-12"),
        ("وتجري الانتخابات البلدية في 28 مايو المقبل.", "تجري الانتخابات البلدية", "2023-05-28"),
        ("وستترأس الوزيرة الثلاثاء اجتماعا لمجلس الأمن.", "ستترأس الوزيرة الثلاثاء اجتماعا لمجلس الأمن", "2023-03-07"),
        ("وقال الوزير إن اللجنة ستعلن النتائج اليوم.", "ستعلن النتائج", "2023-03-05"),
        ("وقال الوزير إن اجتماعا دوليا سيعقد، الثلاثاء المقبل، في تونس.", "سيعقد", "2023-03-07"),
        ("أما المصانع الصغيرة، فسيتم تزويدها بهذا النظام في 2025.", "سيتم تزويدها بهذا النظام", "2025-12-31"),
        ("وبحلول 22 مايو سيعلن الرئيس كريم سعد موقفه من الخطة.", "سيعلن الرئيس كريم سعد موقفه من الخطة", "2023-05-22"),
    ],
)  # fmt: skip
def test_what_is_on_the_calendar(text, action, deadline):
    (found,) = read(text)
    assert (found.action.text, str(found.deadline.end)) == (action, deadline)


def test_an_event_without_its_days_may_be_arranged():
    (found,) = read("ومن المقرر أن يتخذ الرئيس قرارا في هذا الملف في الأسابيع القادمة.")
    assert (found.action.text, found.deadline) == ("يتخذ الرئيس قرارا في هذا الملف", None)


@pytest.mark.parametrize(
    ("text", "action", "condition"),
    [
        ('وقال الوزير كريم سعد: "إذا هاجموا المدينة فسندمر مواقعهم".', "سندمر مواقعهم", "إذا هاجموا المدينة"),
        ("قال الوزير إن المغرب مستعد لإرسال خبراء في حال تعرضت السواحل للتلوث.", "إرسال خبراء", "في حال تعرضت السواحل للتلوث"),
        ("حذر الوزير كريم سعد من أن اليونان مستعدة لإغلاق الموانئ إذا ألغي العقد.", "إغلاق الموانئ", "إذا ألغي العقد"),
        ("وأكدت الحكومة أنها لن ترفع الحظر إلا بعد انسحاب القوات.", "لن ترفع الحظر", "إلا بعد انسحاب القوات"),
        ("سيتم إلغاء الرسوم عند انتهاء الأعمال.", "سيتم إلغاء الرسوم", "عند انتهاء الأعمال"),
        ("وقالت البلدية إنه في حال أي تأخير في السداد يتم إلغاء العقد.", "يتم إلغاء العقد", "في حال أي تأخير في السداد"),
    ],
)  # fmt: skip
def test_conditions(text, action, condition):
    (found,) = read(text)
    assert (found.action.text, found.condition.text) == (action, condition)


def test_the_condition_nearest_to_its_answer():
    found = read(
        'قال المبعوث: "إذا قبل الوفد الدعوة فنحن مستعدون للحوار، وإذا لم يحضر أحد فإننا سنوقف المساعدات".'
    )
    assert found[-1].condition.text.startswith("إذا لم يحضر")


def test_a_verb_that_is_joined_on_has_its_own_condition():
    first, second = read(
        "وقالت وزارة الداخلية إن بلجيكا ستغلق الحدود، وستلغي الرخص إذا ثبت الاحتيال."
    )
    assert (first.condition, second.condition.text) == (None, "إذا ثبت الاحتيال")


@pytest.mark.parametrize(
    ("text", "action", "party", "deadline"),
    [
        ("وأمام المزارعين حتى 30 يونيو 2024 لتسجيل أراضيهم.", "تسجيل أراضيهم", ["المزارعين"], "2024-06-30"),
        ("وأمام الحكومة مهلة حتى مايو المقبل لانتخاب المجلس.", "انتخاب المجلس", ["الحكومة"], "2023-05-31"),
        ("وحددت المحكمة 26 مايو المقبل موعدا نهائيا للبلدية كي تهدم السور.", "تهدم السور", ["للبلدية"], "2023-05-26"),
        ("أمهلت المنظمة الحكومة حتى نهاية فبراير لتسليم الوثائق.", "تسليم الوثائق", ["الحكومة"], "2023-02-28"),
    ],
)  # fmt: skip
def test_time_that_is_left_or_set(text, action, party, deadline):
    (found,) = read(text)
    assert (found.action.text.removeprefix("ل"), str(found.deadline.end)) == (action, deadline)
    assert [p.text for p in found.party] == party


def test_a_month_may_be_given():
    (found,) = read("وأمهلت فرنسا كوبا شهرا لدفع الغرامة.")
    assert (found.action.text, found.deadline) == ("دفع الغرامة", None)


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("ووعدت الحكومة بـ\"مراجعة الأسعار وخفض بعضها\".", "مراجعة الأسعار وخفض بعضها"),
        ("وافق الرئيس الفرنسي على \"مواصلة الحوار\" بين البلدين.", 'مواصلة الحوار" بين البلدين'),
        ("وتعتزم تونس القيام بجولة جديدة.", "القيام بجولة جديدة"),
        ("وأكدت الوزارة أن تونس تعتزم التخلي عن الفحم.", "التخلي عن الفحم"),
        ("وأوضح الوزير أن الاتفاق الذي وقعه الطرفان، على هامش القمة، يقضي بفتح المعابر.", "فتح المعابر"),
        ("وقع الجانبان اتفاقا شمل وقفا للرسوم يبدأ خلال 40 ساعة من المصادقة.", "وقفا للرسوم يبدأ"),
        ("والمرفأ القديم مغلق، في حين تنوي مالطا بناء مرافئ جديدة.", "بناء مرافئ جديدة"),
    ],
)  # fmt: skip
def test_what_binding_verbs_bring(text, action):
    (found,) = read(text)
    assert found.action.text == action


def test_the_hidden_subject_of_a_pledge_is_who_spoke():
    (found,) = read("وقال رئيس الحكومة كريم سعد إن العمل جار. كما تعهد بتحسين الخدمات.")
    assert [p.text for p in found.party] == ["رئيس الحكومة كريم سعد"]


def test_a_subject_before_a_quotation():
    (found,) = read('قال المستشار سعد كرم إن بلاده "سترفع دعوى على الشركة".')
    assert [p.text for p in found.party] == ["بلاده"]


def test_the_second_of_two_states_is_named_whole():
    (found,) = read("وتعتزم تونس والولايات المتحدة الانسحاب من الاتفاق هذا الشهر.")
    assert [p.text for p in found.party] == ["تونس", "الولايات المتحدة"]


def test_who_decided_is_not_always_told():
    (found,) = read("وأعلن الوزير كريم سعد أنه تقرر طرد ستة موظفين.")
    assert (found.action.text, found.party) == ("طرد ستة موظفين", ())


@pytest.mark.parametrize(
    "text",
    [
        "وقررت المحكمة ما إذا كان سيتم توجيه التهم إلى الموظفين.",
        "سواء قرر الوزير الطعن في الحكم أم لا، فالأمر انتهى.",
        'وقال الوزير كريم سعد: "لن نقبل".',
        "وقال الرئيس كريم سعد إن البلاد ستدخل في أزمة طويلة إذا استمرت الخلافات.",
        "وقال الرئيس كريم سعد: أعتقد أننا سنوقع اتفاقا جيدا.",
        "وقال الرئيس كريم سعد: سنتكلم عن الأمر لاحقا.",
        "ومن المتوقع أن تتحرك العاصفة الأربعاء إلى الشمال.",
        "وقالت إن الوزير لم يوقع اتفاقا ينص على دفع التعويض.",
        "وكان النواب رفضوا خطة الوزيرة لبيع الموانئ.",
        "وانتشر الجنود في أرجاء المدينة تنفيذا لقرار المجلس.",
        "يبدو أن الحكومة مصممة على خوض معركة جديدة.",
        "وتعمل اللجنة على لم شمل العائلات قبل الاتفاق.",
        "ووقع الوزيران وثيقة سعيا إلى ميثاق جديد للعام القادم.",
        "وكانت الوزارة تنظم المعرض في مايو المقبل لولا الأزمة.",
    ],
)
def test_what_binds_nobody(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "action", "party", "condition"),
    [
        (
            "وقال الرئيس إن بلاده في حال قررت شن ضربات فسوف تستهدف المخازن.",
            "سوف تستهدف المخازن", ["بلاده"], "في حال قررت شن ضربات",
        ),
        (
            "وقالت الوزارة إنها ستفتح المعبر بعد الحصول على الموافقة.",
            "ستفتح المعبر", ["الوزارة"], "بعد الحصول على الموافقة",
        ),
        (
            "وقالت الحكومة إنه سيتم افتتاح المتحف عندما يكتمل الترميم.",
            "سيتم افتتاح المتحف", [], "عندما يكتمل الترميم",
        ),
        (
            "وقال الوزير إن فتح المعبر سيتم بعد الاتفاق على الترتيبات.",
            "سيتم", [], "بعد الاتفاق على الترتيبات",
        ),
    ],
)  # fmt: skip
def test_what_must_be_had_or_agreed_first_is_a_condition(text, action, party, condition):
    (found,) = read(text)
    assert (found.action.text, [p.text for p in found.party]) == (action, party)
    assert found.condition.text == condition


@pytest.mark.parametrize(
    "text",
    [
        "حذر الوزير من رد قاس في حال قررت الشركة الانسحاب من الاتفاق.",
        'وقال الرئيس "عندما أقطع وعودا ألتزم بها".',
    ],
)
def test_a_decision_that_is_only_supposed_binds_nobody(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("ومن المقرر أن يزور وفد عسكري عراقي طوكيو الأحد المقبل.", "وفد عسكري عراقي"),
        ("ويزور وزير الخارجية الإيراني طوكيو الأحد المقبل.", "وزير الخارجية الإيراني"),
        ("ومن المقرر أن تعقد حكومة طوكيو اجتماعا الأحد المقبل.", "حكومة طوكيو"),
    ],
)
def test_who_travels_ends_before_where_to(text, party):
    (one,) = read(text)
    assert [p.text for p in one.party] == [party]


def test_what_a_speaker_expects_is_no_plan():
    assert read("وقال المدير إن القراءات سليمة، متوقعا أن تتطابق خلال ثلاثة أيام.") == ()
