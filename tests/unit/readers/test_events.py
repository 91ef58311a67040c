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
