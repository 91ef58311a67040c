"""What one wants and another refuses; what somebody is charged with and denies; who puts the blame on whom."""

import pytest

from rawi.sources.document import Document
from rawi.story.people.english import called
from rawi.story.story import Story


def paper(name, *paragraphs, day="2031-05-06"):
    text = "\n\n".join((f"أخبار {name}", *paragraphs))
    return Document(source=name, text=text, title=f"أخبار {name}", outlet="الضفة", published=day)


@pytest.fixture
def story(tmp_path):
    with Story.open(tmp_path / "s.rawi") as opened:
        yield opened


@pytest.mark.parametrize(
    ("told", "wants", "what"),
    [
        ("رفض وزير المياه عماد الراوندي مقترح نظيره البلغاري سمير التلاوي، تأجيل بيع المطحنة القديمة.",
         "سمير التلاوي", "تأجيل بيع المطحنة"),
        ("ورفضت وزيرة المياه هالة النجدي مطلب النقابات الرئيسي وهو سحب قانون السدود.",
         "النقابات", "سحب قانون السدود"),
        ("ورفضت بلغاريا دعوة اليونان إلى تمديد اتفاق الصيد في البحيرة.",
         "اليونان", "تمديد اتفاق الصيد"),
    ],
)  # fmt: skip
def test_a_refusal_that_says_whose_wish_it_refuses(story, told, wants, what):
    story.add_documents([paper("a", told)])
    (one,) = story.conflicts().items
    assert one.kind == "position"
    assert one.a.speaker == wants
    assert what in one.a.span.text
    assert one.why_ar.startswith("تعارض واضح: رفض من ")
    assert f"what {called(wants) or wants} asked for" in one.why_en


@pytest.mark.parametrize(
    "told",
    [
        # nobody's
        "رفض وزير المياه عماد الراوندي طلبات المقابلة في مكتبه أمس.",
        # his own side's
        "رفضت وزارة المياه البلغارية اقتراح بلغاريا تأجيل بيع المطحنة القديمة.",
    ],
)
def test_a_refusal_of_nobodys_wish(story, told):
    story.add_documents([paper("a", told)])
    assert not story.conflicts().items


def test_what_one_demands_and_another_refuses_in_two_articles(story):
    story.add_documents(
        [
            paper("a", "ورفض وزير المياه عماد الراوندي هدم سد الزمردة القديم."),
            paper("b", "ودعت نقابة الصيادين إلى هدم سد الزمردة القديم قبل الشتاء.", day="2031-05-08"),
        ]
    )
    (one,) = story.conflicts().items
    assert (one.kind, {one.a.speaker, one.b.speaker}) == ("position", {"عماد الراوندي", "نقابة الصيادين"})


@pytest.mark.parametrize(
    "wish",
    [
        "ودعت نقابة الصيادين إلى عدم هدم سد الزمردة القديم قبل الشتاء.",
        "ودعت نقابة الصيادين إلى ترميم سد الزمردة القديم قبل الشتاء.",
        "وطالبت نقابة الصيادين برفض هدم سد الزمردة القديم قبل الشتاء.",
    ],
)
def test_what_is_wanted_is_another_thing(story, wish):
    story.add_documents(
        [
            paper("a", "ورفض وزير المياه عماد الراوندي هدم سد الزمردة القديم."),
            paper("b", wish, day="2031-05-08"),
        ]
    )
    assert not [c for c in story.conflicts().items if c.kind == "position"]


def test_who_is_charged_denies_it_in_other_words_in_another_article(story):
    story.add_documents(
        [
            paper("a", "قال الجيش البلغاري إن طائرتين يونانيتين ألقتا قنابل فوسفورية على بلدة الرمانة."),
            paper("b", "ونفت وزارة الدفاع اليونانية استعمال قنابل فسفورية في الرمانة.", day="2031-05-07"),
        ]
    )
    (one,) = story.conflicts().items
    assert (one.kind, one.b.speaker) == ("denial", "وزارة الدفاع اليونانية")


def test_who_is_blamed_puts_the_blame_on_a_third(story):
    story.add_documents(
        [
            paper(
                "a",
                "وحملت اليونان بلغاريا المسؤولية عن غرق سفينة القمح في البحيرة.",
                "وحملت بلغاريا رومانيا المسؤولية الكاملة عن غرق سفينة القمح.",
            )
        ]
    )
    (one,) = story.conflicts().items
    assert "كل طرف يحمّل غيره المسؤولية" in one.why_ar
    assert "each side puts the blame on others" in one.why_en


def test_a_charge_of_something_else_in_the_same_place_is_not_what_is_denied(story):
    story.add_documents(
        [
            paper("a", "ونفت السلطات البلغارية أن يكون الملاح الرزين قد غادر قنصلية الرمانة."),
            paper("b", "قال مصدر مطلع إن السلطات البلغارية لديها تسجيل للملاح الرزين داخل قنصلية الرمانة.",
                  day="2031-05-07"),
        ]
    )  # fmt: skip
    assert not story.conflicts().items
