"""Named places on the map."""

from dataclasses import replace

import pytest

from rawi.story.people.report import EntityRow
from rawi.web.places import LETTERS, WIDTH, project, view

DEGREES = {
    "بغداد": (33.3, 44.4),
    "القاهرة": (30.0, 31.2),
    "دمشق": (33.5, 36.3),
    "طوكيو": (35.7, 139.7),
}


def place(name, mentions):
    """A place that the articles name; one that no map holds where its degrees are not listed."""
    return EntityRow(name, "place", name, "", mentions, 1, *DEGREES.get(name, (None, None)))


@pytest.mark.parametrize(
    ("latitude", "longitude", "x", "y"),
    [(0, 0, 500, 500), (0, 180, 1000, 500), (85.0511, -180, 0, 0), (-85.0511, 0, 500, 1000)],
)
def test_mercator(latitude, longitude, x, y):
    assert project(latitude, longitude) == pytest.approx((x, y), abs=0.01)


def test_known_places_lie_inside_the_window_and_others_are_named_apart():
    shown = view(
        [place("بغداد", 9), place("القاهرة", 4), place("مدينة لا يعرفها أحد", 2)], whole=True
    )
    left, top, wide, high = shown.window
    assert [dot.name for dot in shown.dots] == ["بغداد", "القاهرة"]
    for dot in shown.dots:
        assert left <= dot.x <= left + wide and top <= dot.y <= top + high
    assert shown.dots[0].x > shown.dots[1].x  # Baghdad lies east of Cairo
    assert shown.dots[0].radius > shown.dots[1].radius
    assert [one.name for one in shown.elsewhere] == ["مدينة لا يعرفها أحد"]


def test_a_far_place_does_not_shrink_the_region_unless_asked():
    names = [place("بغداد", 60), place("دمشق", 60), place("طوكيو", 2)]
    near, far = view(names), view(names, whole=True)
    assert "طوكيو" not in [dot.name for dot in near.dots]
    assert "طوكيو" in [dot.name for dot in far.dots]
    assert near.window[2] < far.window[2] <= WIDTH


def test_labels_do_not_run_into_each_other():
    shown = view([place("بغداد", 9), place("بغداد", 8), place("طوكيو", 1)], whole=True)
    for names in shown.labels.values():
        assert [one.name for one in names] == ["بغداد", "طوكيو"]
    near = view([place("بغداد", 9), place("القاهرة", 8), place("دمشق", 3)])
    assert len(near.labels["narrow"]) <= len(near.labels["wide"]) == 3


def test_a_label_at_the_edge_stays_on_the_map():
    shown = view([place("طوكيو", 9), place("القاهرة", 9)], whole=True)
    left, _top, wide, _high = shown.window
    for size, names in shown.labels.items():
        for one in names:
            half = len(one.name) * 0.25 * wide * LETTERS[size]
            assert left <= one.x - half and one.x + half <= left + wide


def test_readers_of_english_see_the_names_that_they_know():
    known = replace(place("بغداد", 9), latin="Baghdad")
    for latin, names in ((True, ["Baghdad", "دمشق"]), (False, ["بغداد", "دمشق"])):
        assert [dot.name for dot in view([known, place("دمشق", 3)], latin=latin).dots] == names


def test_a_story_without_places_shows_the_world():
    assert view([]).window[2] == WIDTH
