"""Tolls: what two sources count otherwise, what cannot fall, and what only rises."""

import pytest

from rawi.sources.document import Document
from rawi.story.story import Story


@pytest.fixture
def story(tmp_path):
    with Story.open(tmp_path / "s.rawi") as opened:
        yield opened


def told(story, *articles):
    story.add_documents([
        Document(source=f"s{n}", text=f"أخبار الوادي {n}\n\n{text}", title=f"أخبار الوادي {n}",
                 outlet=f"الضفة {n}", published=day)
        for n, (day, text) in enumerate(articles)
    ])  # fmt: skip
    return [c for c in story.conflicts().items if c.kind == "figure"]


def test_a_toll_since_one_day_cannot_fall(story):
    (one,) = told(
        story,
        ("2031-05-10", "وقالت وزارة الصحة إن 90 سلوانياً قتلوا منذ 20 أبريل 2031 في مواجهات الوادي."),
        ("2031-05-15", "وذكرت مصادر طبية أن 70 سلوانياً قتلوا منذ 20 أبريل 2031 في مواجهات الوادي."),
    )
    assert one.grade == "clear"
    assert "لا تنقص" in one.why_ar and "cannot fall" in one.why_en


@pytest.mark.parametrize(
    "later",
    [
        "وذكرت مصادر طبية أن 110 سلوانيين قتلوا منذ 20 أبريل 2031 في مواجهات الوادي.",  # it rises
        "وذكرت مصادر طبية أن 70 سلوانياً على الأقل قتلوا منذ 20 أبريل 2031 في مواجهات الوادي.",
        "وذكرت مصادر طبية أن 70 سلوانياً قتلوا منذ 5 مايو 2031 في مواجهات الوادي.",  # another day
        "وذكرت مصادر طبية أن 70 سلوانياً أصيبوا منذ 20 أبريل 2031 في مواجهات الوادي.",  # the wounded
        "وذكرت مصادر طبية أن 70 جندياً قتلوا منذ 20 أبريل 2031 في مواجهات الوادي.",  # others
        "وذكرت مصادر طبية أن المواجهات قتلت منذ 20 أبريل 2031 سلوانيين كثيرين بينهم 70 طفلاً.",
    ],
)
def test_what_is_no_fall_of_a_toll(story, later):
    first = "وقالت وزارة الصحة إن 90 سلوانياً قتلوا منذ 20 أبريل 2031 في مواجهات الوادي."
    assert told(story, ("2031-05-10", first), ("2031-05-15", later)) == []


def test_two_sources_of_one_article_count_the_dead_otherwise(story):
    (one,) = told(
        story,
        ("2031-05-10", "قالت الشرطة إن 12 شخصاً قتلوا في احتجاجات سلوان أمس، فيما قالت لجنة الأطباء "
         "إن 40 شخصاً قتلوا في احتجاجات سلوان."),
    )  # fmt: skip
    assert {one.a.speaker, one.b.speaker} == {"الشرطة", "لجنة الأطباء"}


def test_a_toll_that_is_told_higher_on_the_same_day_is_no_contradiction(story):
    first = "قالت الشرطة إن 12 شخصاً قتلوا في انفجار مرفأ سلوان."
    later = "قالت وزارة الصحة إن 40 شخصاً قتلوا في انفجار مرفأ سلوان."
    assert told(story, ("2031-05-10", first), ("2031-05-10", later)) == []


def test_two_numbers_set_against_each_other_in_one_article(story):
    first = "قالت مصادر أمنية إن أربع قذائف سقطت السبت في باحة مطار سلوان الدولي."
    other = "لكن وكالة الضفة نقلت عن المتحدث عماد الراوندي أن مجهولين أطلقوا ثلاثة صواريخ على مطار سلوان."
    (one,) = told(story, ("2031-05-10", f"{first}\n\n{other}"))
    assert (one.a.span.text, one.b.span.text) == ("أربع قذائف", "ثلاثة صواريخ")


def test_numbers_of_two_years_are_no_contradiction(story):
    first = "ويتوقع مسؤولون في سلوان أن تصل عائدات السياحة في سلوان عام 2031 إلى 32 مليار دولار."
    other = "لكن الوزير نادر الحلي قال إن عائدات السياحة في سلوان ستصل إلى خمسين مليار دولار بحلول عام 2035."
    assert not told(story, ("2031-05-10", f"{first}\n\n{other}"))


def test_prices_set_against_each_other_are_of_two_times(story):
    first = "وتوقع بنك سلوان سعر 71 دولاراً لبرميل النفط في الربع الأخير من العام."
    other = "لكن بنك الزمردة توقع سعر 80 دولاراً لبرميل النفط في الربع الأول من العام."
    assert not told(story, ("2031-05-10", f"{first}\n\n{other}"))
