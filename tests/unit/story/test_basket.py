"""Baskets: picked records keep their order and notes, and hold on to their words through re-reading."""

import pytest

import rawi
from rawi.errors import NoSuchRecordError, UsageError
from rawi.sources.document import Document
from rawi.story.basket import LONGEST_NAME

TEXT = (
    "قالت وزيرة الموانئ ليلى الصباغ إن الرصيف الجديد سيفتح في الربيع.\n"
    "وأضافت أن الكلفة لم تتغير.\n"
    "وأكد مدير الميناء سامر الحلو أن السفن ستعود."
)


@pytest.fixture
def story(tmp_path):
    with rawi.Story.open(tmp_path / "s.rawi") as opened:
        opened.add_documents([Document("port.txt", TEXT)])
        yield opened


@pytest.fixture
def ids(story):
    return [row.record.id for row in story.records("statement", order="oldest").items]


def order(basket):
    return [item.row.record.id if item.row else None for item in basket.items()]


def test_records_stay_in_the_order_they_were_picked(story, ids):
    basket = story.basket()
    for record in reversed(ids):
        basket.add(record)
    assert order(basket) == ids[::-1]
    assert [(b.name, b.items) for b in story.baskets()] == [("dossier", len(ids))]


def test_a_record_is_picked_once(story, ids):
    basket = story.basket()
    first = basket.add(ids[0], "قبل")
    assert basket.add(ids[0]) == first
    assert basket.add(ids[0], "بعد") == first
    assert [item.note for item in basket.items()] == ["بعد"]
    assert basket.records() == {ids[0]}
    basket.discard(ids[1])
    basket.discard(ids[0])
    assert basket.records() == frozenset()


@pytest.mark.parametrize(
    "to, wanted", [(1, [2, 0, 1]), (2, [0, 2, 1]), (3, [0, 1, 2]), (99, [0, 1, 2]), (-4, [2, 0, 1])]
)
def test_moving(story, ids, to, wanted):
    basket = story.basket()
    items = [basket.add(record) for record in ids[:3]]
    basket.move(items[2], to)
    assert order(basket) == [ids[i] for i in wanted]


def test_what_is_not_in_it(story, ids):
    here, there = story.basket(), story.basket("آخر")
    item = here.add(ids[0])
    for act in (there.remove, lambda i: there.move(i, 1), lambda i: there.annotate(i, "x")):
        with pytest.raises(NoSuchRecordError):
            act(item)
    with pytest.raises(NoSuchRecordError):
        here.add("s-no-such")
    here.remove(item)
    assert here.items() == ()


@pytest.mark.parametrize("name", ["", "  ", "x" * (LONGEST_NAME + 1), "سطر\x00", "\u202eملف"])
def test_a_basket_needs_a_name(story, name):
    with pytest.raises(UsageError):
        story.basket(name)


def test_an_item_outlives_a_rereading_and_a_correction(story, ids):
    basket = story.basket()
    basket.add(ids[0], "مهم")
    row = story.record(ids[0])
    story.correct(ids[0], "edit", {"end": row.record.end - 7})
    (item,) = basket.items()
    assert item.row is not None and item.row.record.end == row.record.end - 7
    story.refresh(every=True)
    (item,) = basket.items()
    assert item.note == "مهم" and item.row.record.start == row.record.start


def test_an_item_whose_article_is_gone_says_so(story, ids):
    basket = story.basket()
    basket.add(ids[0])
    words = story.record(ids[0]).record.text
    story.remove(story.articles().items[0].id)
    (item,) = basket.items()
    assert item.row is None and item.anchor.text == words


def test_describing_and_clearing(story, ids):
    basket = story.basket()
    basket.describe(title="ميناء")
    basket.describe(introduction="تمهيد")
    basket.add(ids[0])
    assert (basket.title, basket.introduction) == ("ميناء", "تمهيد")
    basket.clear()
    assert (basket.title, basket.items(), story.baskets()) == ("", (), ())
