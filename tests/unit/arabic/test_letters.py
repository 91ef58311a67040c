import pytest

from rawi.arabic.letters import fold, fold_with_map
from rawi.lexicon import load


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("الأُمَّةُ", "الامه"),
        ("إلى آخِرِه", "الي اخره"),
        ("مسؤول شؤون الرئاسة", "مسوول شوون الرياسه"),
        ("العربـــي", "العربي"),
        ("مصطفى", "مصطفي"),
        ("کردستان ایران", "كردستان ايران"),  # Persian keheh and yeh
        ("گوگل پژو چاد", "كوكل بزو جاد"),
        ("ﺑﻐﺪﺍﺩ", "بغداد"),  # presentation forms
        ("ﷲ ﻻ", "الله لا"),
        ("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹", "0123456789 0123456789"),
        ("\u202bقال\u202c \u200fنعم\u200f", "قال نعم"),
        ("ا\u0654حمد", "احمد"),  # combining hamza
        ("NATO", "nato"),
        ("شيء، 50%", "شيء، 50%"),
    ],
)
def test_fold(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_the_map_gives_a_word_with_its_marks_back() -> None:
    text = "أعلنَ\u200f المُتحدّثُ ذلك"
    folded = fold_with_map(text)
    at = folded.text.index("المتحدث")
    start, end = folded.source_span(at, at + len("المتحدث"))
    assert text[start:end] == "المُتحدّثُ"


def test_part_of_a_ligature_gives_the_whole_ligature() -> None:
    folded = fold_with_map("ﻻعب")
    assert folded.text == "لاعب"
    assert folded.source_span(0, 1) == (0, 1)
    assert folded.source_span(1, 3) == (0, 2)


def test_no_folded_letter_is_folded_again() -> None:
    rows = load.table("letters")
    assert not {r["folded"] for r in rows} & {r["letter"] for r in rows}
    assert all(int(r["code"][2:], 16) == ord(r["letter"]) for r in rows)
