"""Which way single words and the words around an expression look."""

import pytest

from rawi.arabic.analysis import analyse
from rawi.readers.timex.tense import AHEAD, ALONE, BACK, NEITHER, PRESENT, REPORTED, Lookout, tense


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("قال", "report"), ("واعلنت", "report"), ("افتتح", "past"), ("طرحت", "past"), ("سيصل", "future"),
        ("ستصل", "future"), ("يلتقي", "present"), ("سيرغي", ""), ("سياره", ""), ("بيت", ""), ("يوليو", ""),
        ("وقت", ""), ("الجسر", ""),
    ],
)  # fmt: skip
def test_the_tense_of_a_word(word, expected):
    assert tense(word) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("افتتح الوزير الجسر في تموز", "تموز", BACK),
        ("قال الوزير إن العمل في الجسر الجديد من تموز", "تموز", REPORTED),
        ("أعلن في تموز فتح المعبر", "تموز", BACK),
        ("سيفتتح الوزير الجسر في تموز", "تموز", AHEAD),
        ("يفتتح الوزير الجسر في تموز", "تموز", PRESENT),
        ("لم يفتتح الوزير الجسر في تموز", "تموز", BACK),
        ("الجسر والمعبر والمرفأ في تموز", "تموز", NEITHER),
        ("وناقش الوفدان القمة المقرر عقدها في تموز", "تموز", AHEAD),
        ("تموز", "تموز", ALONE),
    ],
)
def test_the_lean_of_an_expression(text, word, expected):
    analysis = analyse(text)
    k = next(i for i, t in enumerate(analysis.tokens) if t.text == word)
    sentence = analysis.sentences[0]
    assert Lookout(analysis).lean(k, k + 1, sentence.first, sentence.last) == expected
