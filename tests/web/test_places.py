"""Named places on the map."""

import pytest

from rawi.store.rows import Count
from rawi.web.places import WIDTH, project, view


@pytest.mark.parametrize(
    ("latitude", "longitude", "x", "y"),
    [(0, 0, 500, 500), (0, 180, 1000, 500), (85.0511, -180, 0, 0), (-85.0511, 0, 500, 1000)],
)
def test_mercator(latitude, longitude, x, y):
    assert project(latitude, longitude) == pytest.approx((x, y), abs=0.01)


def test_known_places_lie_inside_the_window_and_others_are_named_apart():
    shown = view(
        [Count("بغداد", 9), Count("القاهرة", 4), Count("مدينة لا يعرفها أحد", 2)], whole=True
    )
    left, top, wide, high = shown.window
    assert [dot.name for dot in shown.dots] == ["بغداد", "القاهرة"]
    for dot in shown.dots:
        assert left <= dot.x <= left + wide and top <= dot.y <= top + high
    assert shown.dots[0].x > shown.dots[1].x  # Baghdad lies east of Cairo
    assert shown.dots[0].radius > shown.dots[1].radius
    assert [one.name for one in shown.elsewhere] == ["مدينة لا يعرفها أحد"]


def test_spelling_and_the_article_do_not_hide_a_place():
    assert len(view([Count("الاردن", 1), Count("الأُردنّ", 1), Count("أردن", 1)]).dots) == 3


def test_a_far_place_does_not_shrink_the_region_unless_asked():
    names = [Count("بغداد", 60), Count("دمشق", 60), Count("طوكيو", 2)]
    near, far = view(names), view(names, whole=True)
    assert "طوكيو" not in [dot.name for dot in near.dots]
    assert "طوكيو" in [dot.name for dot in far.dots]
    assert near.window[2] < far.window[2] <= WIDTH


def test_labels_do_not_run_into_each_other():
    shown = view([Count("بغداد", 9), Count("العراق", 8), Count("طوكيو", 1)], whole=True)
    assert len(shown.labelled) == 2


def test_a_story_without_places_shows_the_world():
    assert view([]).window[2] == WIDTH
