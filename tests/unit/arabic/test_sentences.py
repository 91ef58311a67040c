import pytest

from rawi.arabic.analysis import analyse


def read(text: str) -> list[str]:
    return [text[s.start : s.end] for s in analyse(text).sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل الوفد. غادر بعد ساعة؟ نعم!", ["وصل الوفد.", "غادر بعد ساعة؟", "نعم!"]),
        ("التقى د. سامر ب. أ. نور. ثم خرج", ["التقى د. سامر ب. أ. نور.", "ثم خرج"]),
        ("ارتفع 2.5 نقطة. وهبط", ["ارتفع 2.5 نقطة.", "وهبط"]),
        ("قال «ذهبنا. عدنا. نمنا». ثم سكت.", ["قال «ذهبنا. عدنا. نمنا».", "ثم سكت."]),
        ('قال "ذهبنا." وأضاف "عدنا".', ['قال "ذهبنا."', 'وأضاف "عدنا".']),
        ('سأل "من هناك؟" ولم يجب أحد.', ['سأل "من هناك؟" ولم يجب أحد.']),
        ('انتهى".وبدأ غيره', ['انتهى".', "وبدأ غيره"]),
        ("تردد... ثم وافق.", ["تردد... ثم وافق."]),
        ("أين..؟ لا أحد.", ["أين..؟", "لا أحد."]),
        ("عنوان بلا نقطة\n\nوصل الوفد", ["عنوان بلا نقطة", "وصل الوفد"]),
        ("ولد سنة 622 م. وعاش هناك", ["ولد سنة 622 م.", "وعاش هناك"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert read(text) == expected


def test_paragraphs_are_lines_with_words() -> None:
    text = "  عنوان \r\n\n \u2028فقرة أولى. جملة.\n\u200f\n"
    analysis = analyse(text)
    assert [text[p.start : p.end] for p in analysis.paragraphs] == ["عنوان", "فقرة أولى. جملة."]


def test_full_stops_inside_an_acronym_end_nothing():
    text = "قال لشبكة سي.إن.إن إن الجسر مغلق. ثم غادر."
    assert len(analyse(text).sentences) == 2
