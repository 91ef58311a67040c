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
        ("لدى البلدية خطة لتوسيع الميناء خلال العام المقبل.", "توسيع الميناء", "2024-12-31", "planned"),
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
        "قال الوزير إن بلاده ستواصل العمل.",  # neither limit nor condition
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
