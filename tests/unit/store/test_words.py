"""Index words: one filing form for every accepted spelling, and none for what differs."""

import pytest

from rawi.arabic.words import tokens
from rawi.lexicon.load import table
from rawi.store.words import folded, index_word, name_key, spelling


def filed(text):
    return [w for w in map(index_word, tokens(text)) if w]


@pytest.mark.parametrize(
    "alike",
    [
        ["أمريكي", "أميركي", "الأميركية", "والأمريكيين", "للأميركيين"],
        ["انسحاب", "الانسحاب", "انسحابهم", "وبانسحابه", "اِنسِحابٌ", "انـسحاب"],
        ["مسؤول", "المسئولون", "مسئولين"],
        ["اجتماع", "الاجتماعات", "واجتماعاتهم"],
        ["2,500", "٢٥٠٠", "۲۵۰۰", "2500"],
        ["إنجلترا", "انكلترا", "وإنكلترا"],
        ["Reuters", "REUTERS"],
    ],
)
def test_one_word_however_it_is_written(alike):
    assert len({tuple(filed(word)) for word in alike}) == 1


@pytest.mark.parametrize(
    "different", [["جامع", "جامعة"], ["محافظ", "محافظة"], ["2.5", "25"], ["سنة", "سنين"]]
)
def test_different_words_stay_apart(different):
    assert len({tuple(filed(word)) for word in different}) == len(different)


def test_marks_are_no_words():
    assert filed("«، . ؟ ! – ( )»") == []


def test_names_keep_their_endings():
    assert name_key("زين العابدين") != name_key("زين العابد")
    assert name_key("رجب طيب إردوغان") == name_key("رَجَب طيّب أردوغان")


def test_spellings_lead_to_one_form_each():
    seen = {}
    for row in table("spellings"):
        assert row["part"] in ("word", "front")
        first = folded(row["spelling"])
        assert len(first.split()) == 1
        for variant in row["variants"].split():
            key = folded(variant)
            assert key != first, f"{variant} is {row['spelling']} once folded"
            assert seen.setdefault(key, first) == first, f"{variant} is filed twice"
            assert spelling(key) == first
        assert spelling(first) == first, f"{row['spelling']} is itself a variant"
