"""The forms of reporting verbs."""

import doctest

import pytest

from rawi.readers.attribution import conjugate


def words(forms):
    return {f.word for f in forms}


def test_doctests():
    assert doctest.testmod(conjugate).failed == 0


@pytest.mark.parametrize(
    ("past", "she", "they"),
    [("أكد", "اكدت", "اكدوا"), ("نفى", "نفت", "نفوا"), ("دعا", "دعت", "دعوا"), ("خشي", "خشيت", "خشوا")],
)  # fmt: skip
def test_past(past, she, they):
    assert {she, they} <= words(conjugate.past(past))


@pytest.mark.parametrize(
    ("present", "she", "they"),
    [("يقول", "تقول", "يقولون"), ("يرى", "تري", "يرون"), ("يدعو", "تدعو", "يدعون")],
)  # fmt: skip
def test_present(present, she, they):
    assert {she, they} <= words(conjugate.present(present))


def test_the_dual_that_is_spelled_like_a_noun_is_left_out():
    assert "اتهمتا" in words(conjugate.past("اتهم"))
    assert "تخوفا" not in words(conjugate.past("تخوف"))
    assert "اعلنا" in words(conjugate.past("أعلن"))


def test_a_verb_without_participle_has_no_such_forms():
    assert conjugate.participle("") == () == conjugate.present("")
