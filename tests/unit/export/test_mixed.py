"""Arabic words in an English sentence are cut out whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.export.mixed import mixed
from rawi.web.visit import apart


@pytest.mark.parametrize(
    ("sentence", "arabic"),
    [
        ("two numbers: “250 متراً” (Salim) and “نحو 180 متراً” (ندوان)", ["250 متراً", "نحو 180 متراً", "ندوان"]),
        ("what مصدر في 3 وزارات said is denied", ["مصدر في 3 وزارات"]),
        ("what مصدر said is denied by كرم", ["مصدر", "كرم"]),
        ("no word of it “in quotation marks”", []),
    ],
)  # fmt: skip
def test_each_piece_stands_for_itself(sentence, arabic):
    assert [words for is_arabic, words in mixed(sentence) if is_arabic] == arabic


@given(st.text(alphabet="ab “”()،.12 ابت"))
def test_nothing_is_lost(sentence):
    assert "".join(words for _, words in mixed(sentence)) == sentence


def test_words_stay_words_on_a_page():
    assert apart("<b> “<i>قال” & x") == '&lt;b&gt; “<bdi lang="ar">&lt;i&gt;قال</bdi>” &amp; x'
