"""Copied passages across a story: found, ordered, credited, counted; gone when their article goes."""

import pytest

from rawi.sources.document import Document
from rawi.story.story import Story

COPIED = (
    "ويعمل في ميناء النوارس نحو أربعين صيادا يخرجون قبل الفجر إلى الجزر الصغيرة، ثم يعودون ظهرا ليبيعوا "
    "ما جمعوه في سوق قديمة بناها أجدادهم من حجر البحر."
)
EDITED = COPIED.replace("الصغيرة، ثم", "البعيدة ثم")


def doc(name, outlet, day, text):
    return Document(
        source=name,
        text=f"عنوان {name}\n\n{text}",
        title=f"عنوان {name}",
        outlet=outlet,
        published=day,
    )


OPENING = {
    "one": "تحدث رئيس البلدية عن موسم الصيد هذا العام وقال إن الأسعار ارتفعت كثيرا في السوق المحلية.",
    "two": "أعلنت الجمعية التعاونية افتتاح معرض جديد للحرف اليدوية على رصيف المدينة الغربي مساء أمس.",
    "three": "بدأت الشركة أعمال توسيع الرصيف الشرقي بتمويل من صندوق التنمية بعد تأخير دام سنتين كاملتين.",
}


@pytest.fixture
def story(tmp_path):
    with Story.open(tmp_path / "s.rawi") as held:
        yield held


def fill(story, order=("one", "two", "three")):
    texts = {
        "one": doc("one", "الفجر", "2021-03-01", f"{OPENING['one']}\n\n{COPIED}"),
        "two": doc("two", "المرفأ", "2021-03-04", f"{OPENING['two']}\n\n{EDITED}"),
        "three": doc("three", "الفجر", "2022-01-09", f"{OPENING['three']}\n\n{COPIED}"),
    }
    story.add_documents([texts[name] for name in order])


def test_a_copied_paragraph_is_found_with_its_words_on_both_sides(story):
    fill(story)
    (copy,) = [
        r for r in story.reuse().items if {r.a.article.source, r.b.article.source} == {"one", "two"}
    ]
    assert copy.kind == "copy"
    assert copy.ordered and copy.a.article.source == "one"
    assert copy.credited is False
    for side, words in ((copy.a, COPIED), (copy.b, EDITED)):
        assert side.span.text == words.rstrip(".")


def test_an_outlet_that_repeats_itself_is_background(story):
    fill(story)
    (again,) = story.reuse(kind="background").items
    assert (again.a.article.source, again.b.article.source) == ("one", "three")


def test_what_is_found_does_not_depend_on_the_order_of_adding(tmp_path):
    found = []
    for number, order in enumerate((("one", "two", "three"), ("three", "two", "one"))):
        with Story.open(tmp_path / f"{number}.rawi") as story:
            fill(story, order)
            found.append({(r.id, r.kind, r.words) for r in story.reuse().items})
    assert found[0] == found[1] and len(found[0]) == 3


def test_removing_an_article_removes_its_passages(story):
    fill(story)
    gone = next(r.a.article.id for r in story.reuse().items if r.a.article.source == "one")
    story.remove(gone)
    assert all(gone not in (r.a.article.id, r.b.article.id) for r in story.reuse().items)


def test_copies_are_one_source_and_fresh_words_another(story):
    fill(story)
    evidence = [
        (side.article.id, side.span.start, side.span.end)
        for r in story.reuse().items
        for side in (r.a, r.b)
    ]
    counted = story.independence(evidence)
    assert (counted.outlets, counted.sources) == (2, 1)
    ids = {r.source: r.id for r in story.articles().items}
    apart = story.independence([(ids["one"], 0, 30), (ids["two"], 0, 30)])
    assert (apart.outlets, apart.sources) == (2, 2)


def test_an_article_of_unknown_outlet_confirms_nothing(story):
    story.add_documents([
        doc("named", "الفجر", "2021-03-01", OPENING["one"]),
        doc("nameless", None, "2021-03-02", OPENING["two"]),
        doc("nameless too", None, "2021-03-03", OPENING["three"]),
    ])  # fmt: skip
    ids = {r.source: r.id for r in story.articles().items}
    told = {name: (ids[name], 0, 30) for name in ids}
    beside = story.independence(told.values())
    assert (beside.outlets, beside.sources, beside.unknown) == (1, 1, 2)
    alone = story.independence([told["nameless"], told["nameless too"]])
    assert (alone.outlets, alone.sources, alone.unknown) == (0, 1, 2)


def test_a_credit_is_seen_and_shown(story):
    story.add_documents(
        [
            doc("one", "الفجر", "2021-03-01", f"{OPENING['one']}\n\n{COPIED}"),
            doc(
                "two",
                "المرفأ",
                "2021-03-04",
                f"{OPENING['two']}\n\n{COPIED}\n\nنقلا عن صحيفة الفجر.",
            ),
        ]
    )
    (copy,) = story.reuse().items
    assert copy.credited is True
    assert copy.credit is not None and "الفجر" in copy.credit.text


def test_the_menus_that_two_pages_of_one_site_share_are_not_copied_text(story):
    foot = "تابع الفجر على تويتر وفيسبوك\nاجمالي القراءات 5216\nأضف تعليق\nلا بد من تسجيل الدخول قبل التعليق"
    story.add_documents(
        doc(name, "الفجر", day, f"{OPENING[name]}\n\n{foot}")
        for name, day in (("one", "2021-03-01"), ("two", "2021-03-04"))
    )
    assert story.reuse().total == 0
