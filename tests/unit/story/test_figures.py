"""Figures of one thing in one place through an invented story."""

import pytest

from rawi.records import Figure
from rawi.sources.document import Document
from rawi.story.figures.things import plain, thing_of
from rawi.story.figures.values import agree, bounds
from rawi.story.story import Story

COPIED = (
    "ويعيش في مخيم الوادي نحو 3000 لاجئ قدموا من القرى المجاورة منذ بداية المعارك في الجبال"
    " الشرقية قبل عامين كاملين."
)


def document(outlet: str, text: str, day: str) -> Document:
    title = f"خبر {outlet} {day}"
    return Document(
        f"{outlet}-{day}.jsonl#1", f"{title}\n\n{text}", title=title, outlet=outlet, published=day
    )


@pytest.fixture
def story(tmp_path):
    with Story.open(tmp_path / "s.rawi") as opened:
        opened.add_documents([
            document("المرصد", "وينتشر 1000 جندي فرنسي في لبنان.", "2023-01-05"),
            document("الشاطئ", "ويوجد نحو 1050 عسكريا فرنسيا في لبنان.", "2023-01-20"),
            document("الميناء", "وقال المتحدث إن عدد القوات يبلغ 2500 جندي فرنسي في لبنان.", "2023-01-25"),
            document("الصباح", "ويتمركز 400 جندي فرنسي في لبنان.", "2024-06-01"),
        ])  # fmt: skip
        yield opened


def series(story, **options):
    return next(s for s in story.figure_series(**options).items if s.place == "لبنان")


def test_one_series_however_the_thing_is_worded(story):
    found = series(story)
    assert [p.figure.value for p in found.points] == [1000, 1050, 2500, 400]
    assert [p.figure.mod for p in found.points] == [None, "about", None, None]


def test_points_name_their_source_and_day(story):
    first = series(story).points[0]
    assert (first.row.article.outlet, str(first.days.begin)) == ("المرصد", "2023-01-05")
    assert series(story).independence.sources == 4


def test_jumps_and_disagreements_are_marked_in_both_languages(story):
    notes = {(n.kind, n.en) for n in series(story).notes}
    assert {kind for kind, _ in notes} == {"up", "down", "disagree"}
    assert all(n.ar for n in series(story).notes)


def test_numbers_that_agree_are_no_disagreement(story):
    found = series(story)
    first, second = (p.figure.id for p in found.points[:2])
    assert not any(n.kind == "disagree" and {n.a, n.b} == {first, second} for n in found.notes)


def test_a_copied_paragraph_is_no_new_confirmation(tmp_path):
    with Story.open(tmp_path / "c.rawi") as story:
        story.add_documents([
            document("المرصد", COPIED, "2023-01-05"),
            document("الشاطئ", f"زار الوزير المنطقة.\n\n{COPIED}", "2023-02-05"),
        ])  # fmt: skip
        (found,) = story.figure_series(thing="لاجئ", every=True).items
        assert [p.copied for p in found.points] == [False, True]
        assert found.independence.sources == 1


def test_series_are_chosen_by_thing_place_and_size(story):
    assert story.figure_series(thing="جندي").total == 1
    assert story.figure_series(thing="طائرة").total == 0
    assert story.figure_series(place="لبنان").total == 1
    assert story.figure_series(least=5).total == 0


def test_what_incidents_count_is_listed_only_when_asked_for(tmp_path):
    with Story.open(tmp_path / "i.rawi") as story:
        story.add_documents([
            document("المرصد", "قتل 12 جنديا فرنسيا في لبنان.", "2023-01-05"),
            document("الشاطئ", "قتل 40 جنديا فرنسيا في لبنان.", "2023-01-20"),
        ])  # fmt: skip
        assert story.figure_series().total == 0
        (found,) = story.figure_series(every=True).items
        assert [p.figure.value for p in found.points] == [12, 40]
        assert found.notes == ()


def test_an_article_that_goes_takes_its_point(story):
    story.remove(series(story).points[0].figure.article)
    assert len(series(story).points) == 3


def figure(value, mod=None, low=None, high=None):
    return Figure("a", 0, 1, "x", value=value, mod=mod, low=low, high=high)


@pytest.mark.parametrize(
    ("a", "b", "both"),
    [
        (figure(100), figure(100), True),
        (figure(100), figure(105, "about"), True),
        (figure(100), figure(150, "about"), False),
        (figure(100, "at-least"), figure(4000), True),
        (figure(100, "less-than"), figure(150), False),
        (figure(None, low=90, high=110), figure(100), True),
        (figure(None), figure(1), True),
    ],
)
def test_which_numbers_can_both_hold(a, b, both):
    assert agree(a, b) is both
    assert agree(b, a) is both


def test_bounds_of_about_are_in_order_below_zero():
    low, high = bounds(figure(-10, "about"))
    assert low < high


def test_plain_words():
    assert plain("عسكريا") == plain("عسكري") == plain("جنود")
    assert plain("فرنسيين") == plain("فرنسيه") == "فرنسي"


def test_a_unit_takes_the_measured_noun_before_it():
    text = "وبلغ منسوب البحيرة 152 مترا"
    found = Figure("a", 19, len(text), text[19:], value=152, unit="m")
    thing = thing_of(found, text)
    assert "منسوب" in thing.key
    assert thing.label == "منسوب البحيرة"
