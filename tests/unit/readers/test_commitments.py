"""What the commitments reader finds in invented sentences, published on 5 March 2023."""

from datetime import date as day

import pytest

from rawi.pipeline import read_document
from rawi.sources.document import Document

PUBLISHED = "2023-03-05"


def read(text: str, title: str = "أخبار اليوم"):
    """The commitments of a text under a title."""
    document = Document("test.jsonl#1", f"{title}\n\n{text}", title=title, published=PUBLISHED)
    return read_document(document).commitments


@pytest.mark.parametrize(
    ("text", "action", "deadline", "status"),
    [
        ("تعهدت الوزارة ببناء عشر مدارس بحلول نهاية عام 2025.", "بناء عشر مدارس", "2025-12-31", "announced"),
        ("اتفق الطرفان على فتح الجسر قبل نهاية أبريل المقبل.", "فتح الجسر", "2023-04-30", "agreed"),
        ("وقال الوزير إن الشركة ستسلم الطائرات في مايو المقبل.", "ستسلم الطائرات", "2023-05-31", "announced"),
        ("ومن المقرر أن تفتح الحكومة المطار في يونيو 2024.", "تفتح الحكومة المطار", "2024-06-30", "planned"),
        ("أجلت اللجنة افتتاح المتحف إلى سبتمبر 2024.", "افتتاح المتحف", "2024-09-30", "postponed"),
        ("وأعلن المدير تأجيل افتتاح المحطة إلى نهاية عام 2024.", "افتتاح المحطة", "2024-12-31", "postponed"),
        ("وقالت الشركة إنها ستغلق المصنع بين 13 و15 أبريل.", "ستغلق المصنع", "2023-04-15", "announced"),
        ("ومن المقرر أن يفتح المعرض بتاريخ 12 يونيو.", "يفتح المعرض", "2023-06-12", "planned"),
        ("وتعتزم الوزارة إعلان تعليق دورات كبرى هذا الشهر.", "إعلان تعليق دورات كبرى", "2023-03-31", "planned"),
        ("لدى البلدية خطة لتوسيع الميناء خلال العام المقبل.", "توسيع الميناء", "2024-12-31", "planned"),
        ("لدى البلدية خطة لرفع الجسر ثلاثة أمتار العام المقبل.", "رفع الجسر ثلاثة أمتار", "2024-12-31", "planned"),
    ],
)  # fmt: skip
def test_who_does_what_by_when(text, action, deadline, status):
    (found,) = read(text)
    assert (found.action.text, str(found.deadline.end), found.status_word) == (
        action,
        deadline,
        status,
    )


def test_the_limit_word_is_kept():
    (found,) = read("اتفق الطرفان على سحب الحراس في موعد لا يتجاوز نهاية عام 2024.")
    assert found.deadline.end == day(2024, 12, 31)
    assert "لا يتجاوز" in found.text


def test_a_respite_binds_whoever_was_given_it():
    (found,) = read("أمهلت المحكمة الشركة مهلة تنتهي في مايو المقبل لتسليم الوثائق.")
    assert str(found.deadline.end) == "2023-05-31"
    assert found.action.text == "تسليم الوثائق"


def test_what_is_arranged_may_be_a_masdar():
    (found,) = read("ومن المقرر إجراء الانتخابات في يونيو 2024.")
    assert (found.action.text, found.status_word) == ("إجراء الانتخابات", "planned")


def test_a_final_agreement_is_no_match():
    (found,) = read("وقال الفريق سالم إن الطرفين سيوقعان اتفاقا نهائيا قبل نهاية عام 2024.")
    assert found.deadline.end == day(2024, 12, 31)


def test_a_condition_binds_without_a_date():
    (found,) = read("قال القائد إن القوات ستنسحب من التلال إذا توقف إطلاق النار.")
    assert found.deadline is None
    assert found.condition.text == "إذا توقف إطلاق النار"
    assert [p.text for p in found.party] == ["القوات"]


@pytest.mark.parametrize(
    "text",
    [
        "نفى الوزير وجود أي خطة لبيع الميناء.",
        "قال المدير: لا خطة لبيع الميناء.",
        "وأضاف الوزير أنه ليس هناك نية لبيع الميناء.",
    ],
)
def test_no_plan_is_a_denial(text):
    (found,) = read(text)
    assert found.status_word == "denied"
    assert found.action.text.endswith("بيع الميناء")


def test_joined_actions_with_limits_of_their_own_are_two():
    first, second = read(
        "تعهدت الشركة بتسليم القطارات قبل نهاية أبريل المقبل، وبتدريب السائقين قبل نهاية عام 2024."
    )
    assert (first.deadline.end, second.deadline.end) == (day(2023, 4, 30), day(2024, 12, 31))


def test_a_term_named_elsewhere_is_looked_up():
    *_, found = read(
        "اتفق الطرفان على انسحاب القوات من الوادي قبل نهاية عام 2024.\n\n"
        "وجاء انسحاب القوات من التلال تنفيذا للاتفاق."
    )
    assert found.status_word == "done"
    assert found.deadline.end == day(2024, 12, 31)


def test_stressing_is_reaffirming():
    (found,) = read("أكد الوزير أن العمال سيعودون إلى المصنع قبل نهاية عام 2024.")
    assert found.status_word == "reaffirmed"


@pytest.mark.parametrize(
    "text",
    [
        "سافر الوزير إلى العاصمة في مارس الماضي.",  # what happened binds nobody
        "توقع الخبير أن الأسعار سترتفع بحلول نهاية عام 2024.",  # an opinion
        "قال المحلل إن الحكومة ستسقط قبل نهاية العام.",
        "هل ستفتح الحكومة المعبر قبل نهاية أبريل المقبل؟",  # a question
        "سيواجه المنتخب ضيفه يوم الجمعة المقبل.",  # a match
        "ستهطل الأمطار غدا.",
        "قال الوزير إن بلاده ستواصل العمل.",  # neither limit nor condition, nor anything new
        "قال الفلاح إنه سيذهب إلى السوق.",  # a private person
        "وكيف ستعيش المدينة إذا أغلق المصنع؟",
        "وإذا فاز المرشح فسيستمر التنصت على الهواتف.",
        "قال الوزير إن الشركة ستسلم الجسر على الأرجح في مايو المقبل.",  # likely only
        "وهذا أمر مثير للقلق في المدينة.",  # a noun spelled like a verb
        "وكانت الشركة تعتزم إغلاق المصنع.",  # over
        "وافق المجلس على مشروع القانون.",  # a paper is passed
        "وتراجعت الأسعار أمس.",
        "قال الوزير إن الحكومة لم تتراجع عن قرارها رفع الأجور.",
        "وهذه أول غرامة تفرض تنفيذا للقانون.",
        "قضت المحكمة بسجن الرجل عامين.",
        "وينص القانون على تغريم السائق.",
        "واتفق الطرفان على أهمية التعاون.",
        "وقررت المحكمة تمديد حبس الرجل.",
        "فقررت أن آخذ ابنتي إلى المدرسة.",  # nobody in office
        "أعلنت الشرطة إلقاء القبض على السارق يوم الأربعاء.",  # done already
        "ومن المتوقع أن يخسر الحزب إذا ارتفعت الأسعار.",
        "",
    ],
)
def test_nobody_is_bound(text):
    assert read(text) == ()


def test_spans_are_the_text_and_the_statement_is_named():
    document = Document(
        "t#1",
        "خبر\n\nقال الوزير إن الشركة ستسلم الجسر قبل نهاية عام 2024.",
        title="خبر",
        published=PUBLISHED,
    )
    reading = read_document(document)
    (found,) = reading.commitments
    text = reading.article.text
    for span in (found, found.action, found.limit, *found.party):
        assert text[span.start : span.end] == span.text
    assert found.statement == reading.statements[0].id


@pytest.mark.parametrize(
    ("text", "action", "status"),
    [
        ("تعهدت الوزارة ببناء عشر مدارس.", "بناء عشر مدارس", "announced"),
        ("اتفق البلدان على فتح الحدود.", "فتح الحدود", "agreed"),
        ("أمر الحاكم بسحب الحراس من السوق.", "سحب الحراس من السوق", "announced"),
        ("وتعتزم الشركة بناء مصنع في الوادي.", "بناء مصنع في الوادي", "planned"),
        ("قررت البلدية نقل السوق إلى الميناء.", "نقل السوق إلى الميناء", "announced"),
        ("وينص الاتفاق على إقامة جسر فوق النهر.", "إقامة جسر فوق النهر", "agreed"),
        ("أكد الوزير أن الحكومة ستفتح تحقيقا في الحادث.", "ستفتح تحقيقا في الحادث", "reaffirmed"),
        ("وقال الوزير إن بلاده لن ترسل الحراس إلى الوادي.", "لن ترسل الحراس إلى الوادي", "announced"),
    ],
)
def test_a_word_that_binds_needs_no_limit(text, action, status):
    (found,) = read(text)
    assert (found.action.text, found.status_word) == (action, status)
    assert found.deadline is None and found.condition is None


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("قالت الشركة إنها ستغلق المصنع إذا ارتفع السعر.", "إذا ارتفع السعر"),
        ("وقال القائد: إذا تعرض الحراس للهجوم، فإن الحكومة لن تتردد في الرد.", "إذا تعرض الحراس للهجوم"),
        ("وتعهد العمال بالإضراب حتى ترفع الشركة الأجور.", "حتى ترفع الشركة الأجور"),
        ("وقال الوزير إن الحكومة ستبقي الأسعار ما دامت الهدنة قائمة.", "ما دامت الهدنة قائمة"),
    ],
)
def test_conditions(text, condition):
    (found,) = read(text)
    assert found.condition.text == condition


def test_the_hidden_subject_is_the_speaker():
    (found,) = read("وقالت شركة المرافئ إنها ستسلم الأرصفة في مايو المقبل.")
    assert [p.text for p in found.party] == ["شركة المرافئ"]


def test_a_source_binds_nobody():
    (found,) = read("وقالت مصادر إنها ستسلم الأرصفة في مايو المقبل.")
    assert found.party == ()


def test_a_day_behind_a_clause_that_looks_ahead_too():
    (found,) = read("وقال الوزير إنه سيعلن اسم المدير الذي سيختاره للميناء في 9 مايو المقبل.")
    assert found.deadline.end == day(2023, 5, 9)


def test_what_is_granted_on_a_day():
    (found,) = read("وفي 24 مايو المقبل سيسمح للصيادين بدخول البحيرة.")
    assert found.deadline.end == day(2023, 5, 24)


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("وأخلت الشركة بتعهدها بتسليم الجسر.", "تسليم الجسر"),
        ("نكث الحاكم وعده بخفض الضرائب.", "خفض الضرائب"),
        ("وتراجع الوزير عن قراره إغلاق الميناء.", "إغلاق الميناء"),
        ("ولم تف الحكومة بوعدها ببناء المدارس.", "بناء المدارس"),
        ("ولم تلتزم الشركة بالاتفاق.", "الاتفاق"),
        ("وانقضت المهلة التي حددها المجلس لتسليم الوثائق دون أن تسلمها الشركة.", "تسليم الوثائق"),
    ],
)
def test_broken(text, action):
    (found,) = read(text)
    assert (found.status_word, found.action.text) == ("broken", action)


@pytest.mark.parametrize(
    "text",
    [
        "وقال الوزير إن بلاده لن تكون أول من يخرق الاتفاق.",
        "وحذر الوزير أي طرف ينتهك الاتفاق.",
        "وحاول الوزير إقناع الشركة بعدم نقض الاتفاق.",
        "ولم يحسم المجلس قراره بشأن نقض الاتفاق.",
    ],
)
def test_a_breach_that_is_denied_or_nobodys_is_none(text):
    assert not [c for c in read(text) if c.status_word == "broken"]


def test_the_terms_of_an_agreement():
    first, second, third = read(
        "ويتضمن الاتفاق الذي وقعه الطرفان أن تسلم الشركة الجسر بحلول 10 أبريل، وتسحب البلدية الحراس بحلول 15"
        " أبريل، على أن ينتشر فيه رجال الشرطة."
    )
    assert (first.deadline.end, second.deadline.end) == (day(2023, 4, 10), day(2023, 4, 15))
    assert (third.status_word, third.deadline) == ("agreed", None)


def test_the_lines_of_a_list():
    found = read(
        "أعلن الطرفان أنهما اتفقا على ما يلي:\n1- إقامة جسر على النهر.\n2- سحب الحراس من الضفة بحلول 10 أبريل.\n"
        "3- ستقوم البلدية بتنظيف الشارع."
    )
    assert [(c.basis, c.status_word) for c in found] == [("listed", "agreed")] * 3


def test_joined_actions_are_named_one_by_one():
    (found,) = read("تعمل الحكومة على إنهاء الإضراب، ونقل المصنع إلى الوادي بحلول نهاية عام 2024.")
    assert found.action.text == "إنهاء الإضراب"
    assert [s.text for s in found.joined] == ["نقل المصنع إلى الوادي"]


def test_the_day_it_was_undertaken():
    (found,) = read("وكان الطرفان اتفقا، في يناير الماضي، على فتح الجسر قبل نهاية العام الحالي.")
    assert (found.undertaken.begin, found.undertaken.end) == (day(2023, 1, 1), day(2023, 1, 31))


def test_a_respite_does_not_bind_whoever_gives_it():
    (found,) = read("ومنحت الحكومة مهلة حتى الأول من أبريل للتجار لكي يغادروا السوق.")
    assert (found.action.text, found.deadline.end) == ("يغادروا السوق", day(2023, 4, 1))
    assert "الحكومة" not in [p.text for p in found.party]


def test_a_limit_without_a_year_is_the_nearest():
    (found,) = read("ويتضمن الاتفاق الذي جنب المدينة إضرابا أن تسلم الشركة الجسر بحلول 10 أبريل.")
    assert found.deadline.end == day(2023, 4, 10)


def test_what_was_undertaken_is_completed():
    first, found = read(
        "اتفق الطرفان على سحب الحراس من وادي السدر قبل نهاية أبريل المقبل.\n\n"
        "وقالت الوزارة: أنجز سحب الحراس من وادي السدر في 2 مارس."
    )
    assert (found.status_word, found.deadline) == ("done", first.deadline)
    assert read("أنجز سحب القرعة أمس.") == ()  # nobody had undertaken it


@pytest.mark.parametrize(
    ("text", "action", "condition"),
    [
        ("وقال الوزير إن بلاده مستعدة لفتح المعبر إذا توقف القصف.", "فتح المعبر", "إذا توقف القصف"),
        (
            'وقال الوزير: "إذا عاد وفد الصيادين، فنحن مستعدون للعودة إلى الحوار".',
            "للعودة إلى الحوار", "إذا عاد وفد الصيادين",
        ),
    ],
)  # fmt: skip
def test_readiness_on_a_condition_binds(text, action, condition):
    (found,) = read(text)
    assert (found.action.text, found.condition.text) == (action, condition)


@pytest.mark.parametrize(
    "text",
    [
        "وقال الوزير إن بلاده مستعدة لفتح المعبر.",  # on no condition
        "وقال الوزير إن بلاده ليست مستعدة لفتح المعبر إذا توقف القصف.",
        "وقال الوزير إن عليهم القرار إذا كانوا مستعدين للعودة إلى الطاولة.",  # the condition itself
    ],
)
def test_readiness_that_binds_nobody(text):
    assert read(text) == ()


def test_what_is_due_today_may_be_arranged():
    (found,) = read("ومن المقرر أن يلتقي الوفدان مساء الأحد في القصر.")
    assert str(found.deadline.end) == PUBLISHED


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ('وقال وزير الزراعة: "سنواصل دعم المزارعين".', "سنواصل دعم المزارعين"),
        ("وأكد رئيس الوزراء أنه سيواصل بناء المدارس.", "سيواصل بناء المدارس"),
        ('وقال وزير الزراعة: "سنلاحق المخالفين أينما كانوا".', "سنلاحق المخالفين أينما كانوا"),
        ('ورأى وزير النقل أن الظرف مناسب، "وسنشكل لجنة خلال عشرة أيام".', "سنشكل لجنة"),
        ('وقال رئيس الوزراء: "نستأنف العمل في المصنع إذا لزم الأمر".', "نستأنف العمل في المصنع"),
        ('وقال رئيس الوزراء: "إذا سلمت مصالحنا سنواصل العمل بالاتفاق".', "سنواصل العمل بالاتفاق"),
    ],
)
def test_the_first_person_of_a_quotation_binds(text, action):
    (found,) = read(text)
    assert found.action.text == action


@pytest.mark.parametrize(
    ("text", "action", "condition"),
    [
        ("وقالت الحركة إنها تقبل الهدنة بشرط رفع الحصار.", "تقبل الهدنة", "بشرط رفع الحصار"),
        ("وترفض الحركة التفاوض ما لم يرفع الحصار.", "ترفض الحركة التفاوض", "ما لم يرفع الحصار"),
        (
            "وأعلن المتحدث باسم الجيش أن القوات ستواصل القصف إن استمر إطلاق الصواريخ.",
            "ستواصل القصف", "إن استمر إطلاق الصواريخ",
        ),
    ],
)  # fmt: skip
def test_the_present_and_the_future_on_a_condition(text, action, condition):
    (found,) = read(text)
    assert (found.action.text, found.condition.text) == (action, condition)


def test_a_headline_of_readiness_binds():
    (found,) = read("نص قصير.", title="النقابة مستعدة لوقف الإضراب في حال ضمان الأجور")
    assert found.condition.text == "في حال ضمان الأجور"


@pytest.mark.parametrize(
    ("text", "action", "status"),
    [
        ("وقال وزير الدفاع إن بلاده عازمة على مواصلة البناء.", "مواصلة البناء", "announced"),
        ("وتستعد الوزارة لإطلاق منصة جديدة في سبتمبر المقبل.", "إطلاق منصة جديدة", "planned"),
        ("وبموجب الاتفاقية الجديدة، ستساعد النرويج في بناء الميناء.", "ستساعد النرويج في بناء الميناء", "agreed"),
        ("وقالت الشركة إنها لن تفي بالتزامها بشأن الأجور.", "التزامها بشأن الأجور", "broken"),
        ("وأعلنت الحكومة عزمها حظر السيارات التي تعمل بالوقود في كل المدن بحلول عام 2040.",
         "حظر السيارات التي تعمل بالوقود في كل المدن", "planned"),
    ],
)  # fmt: skip
def test_resolve_accordance_and_what_will_not_be_kept(text, action, status):
    (found,) = read(text)
    assert (found.action.text, found.status_word) == (action, status)


def test_what_is_done_may_stand_behind_the_day():
    (found,) = read("وقال الرئيس إنه سيجري الخميس محادثات مع نظيره.")
    assert found.action.text == "سيجري الخميس محادثات مع نظيره"


def test_a_limit_without_days_is_one():
    (found,) = read("ومن المقرر إجراء المناورات المشتركة في نهاية الصيف.")
    assert found.deadline is None
    assert found.action.text == "إجراء المناورات المشتركة"


@pytest.mark.parametrize(
    "text",
    [
        "ويأمل المسؤولون بأن يوافق الاجتماع على إنشاء صندوق.",
        "ووافقت الوزيرة على أن استخدام السلاح خطأ.",
        "وأمر قاض بإطلاق سراح عشرة متظاهرين.",
        'وقال الوزير: "نحارب الكسل حتى يفشل".',
        "وقالت الوزارة إن الضربات على النرويج لن تغير شيئا.",
        "وهو أمر بالقتل لا رجعة فيه.",
        "وعدنا لنسمع أن التمديد انتهى.",
        "وقال السفير إنه سألني عن الأمر.",
        "وقال وزير الثقافة إنه سيظل دائما بين أصدقائه.",
        "وأعلنت الشركة إلغاء الحفل في اليوم نفسه.",
        "وقرر الفنان سالم فؤاد أن يعود إلى الغناء.",
        "وقالت الشرطة إن الجناة لن يفلتوا من العقاب.",
    ],
)
def test_wishes_opinions_and_court_orders_bind_nobody(text):
    assert read(text) == ()


def test_the_pronoun_of_another_is_not_the_speakers():
    (found,) = read("وقال الوزير إن الشركة تعهدت بوقف العمل، وأكد أنها لن تسعى إلى بيع الأرض.")
    assert found.action.text == "وقف العمل"


def test_plurals_in_snn_are_no_verbs():
    assert read("وقال الوزير إن سندات الدولة وسنوات الجفاف مشكلة كبيرة.") == ()


def test_a_meeting_that_is_called_off_will_not_be():
    (found,) = read("وأعلن الرئيس إلغاء القمة المقررة في 12 يونيو المقبل.")
    assert found.status_word == "denied"


def test_what_is_only_told_is_joined_to_no_undertaking():
    (found,) = read("ووافقت النرويج على تقديم الدعم في إزالة الألغام وأن معلوماتها تشير إلى انسحاب الحراس.")
    assert found.action.text == "تقديم الدعم في إزالة الألغام"


@pytest.mark.parametrize(
    ("text", "party", "action", "deadline"),
    [
        ("أمهلت المحكمة الحكومة عشرة أيام لتنفيذ الحكم.", "الحكومة", "تنفيذ الحكم", None),
        ("وأمهلت النقابة وزارة الصحة حتى نهاية الشهر لدفع الرواتب.", "وزارة الصحة", "دفع الرواتب", "2023-03-31"),
        ("وأمهلهم القائد 48 ساعة لتسليم السلاح.", None, "تسليم السلاح", None),
    ],
)  # fmt: skip
def test_who_is_given_time_is_bound(text, party, action, deadline):
    (found,) = read(text)
    assert [p.text for p in found.party] == ([party] if party else [])
    assert found.action.text == action
    assert (str(found.deadline.end) if found.deadline else None) == deadline


@pytest.mark.parametrize("text", ["ولم تمهل الشرطة المحتجين وقتا للرحيل.", "وقال إن الوقت لا يمهلنا لإنجاز العمل."])
def test_time_that_is_not_given_binds_nobody(text):
    assert read(text) == ()


def test_an_appearance_before_a_court_is_due_and_a_representation_is_none():
    (found,) = read("سيمثل الوزير السابق أمام القاضي، الأربعاء.")
    assert (found.party[0].text, str(found.deadline.end)) == ("الوزير السابق", "2023-03-08")
    assert read("سيمثل الوزير بلاده في القمة الأحد.") == ()


def test_what_will_be_done_on_a_condition():
    (found,) = read("سيتم سحب الرخصة من الشركة في حال الإخلال بالعقد.")
    assert found.condition.text == "في حال الإخلال بالعقد"
    assert read("سيتم تأجيل المباراة في حال هطول الأمطار.") == ()


def test_a_promise_to_answer_or_to_pardon():
    actions = [read(f"وتعهدت الحكومة {t}.")[0].action.text for t in ("بالرد على المطالب", "بالعفو عن السجناء")]
    assert actions == ["الرد على المطالب", "العفو عن السجناء"]
