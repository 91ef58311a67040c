"""What the statements reader finds in invented sentences."""

import pytest

from rawi.arabic.analysis import analyse
from rawi.readers import statements
from rawi.records import Article, Reading, Span


def read(text: str, title: str | None = None):
    """The statements of a text whose every paragraph is body."""
    whole = f"{title}\n\n{text}" if title else text
    start = len(whole) - len(text)
    article = Article(
        "a1", "test", whole, title=Span.of(whole, 0, len(title)) if title else None,
        body=(Span.of(whole, start, len(whole)),),
    )  # fmt: skip
    return statements.read(article, analyse(whole), Reading(article))


@pytest.mark.parametrize(
    ("text", "content", "speaker", "form", "act"),
    [
        ("قال وزير الزراعة إن الموسم كان جيداً.", "الموسم كان جيداً", "وزير الزراعة", "indirect", "say"),
        ("وأكد مدير الميناء أن \"السفن ستصل غداً إلى الرصيف\".", "السفن ستصل غداً إلى الرصيف", "مدير الميناء", "direct", "affirm"),
        ("نفت وزارة النقل وجود تأخير في الرحلات.", "وجود تأخير في الرحلات", "وزارة النقل", "indirect", "deny"),
        ("حذر الخبير في شؤون المياه من جفاف الآبار.", "جفاف الآبار", "الخبير في شؤون المياه", "indirect", "warn"),
        ("دعت النقابة إلى إضراب عام.", "إضراب عام", "النقابة", "indirect", "demand"),
    ],
)  # fmt: skip
def test_one_report(text, content, speaker, form, act):
    (found,) = read(text)
    assert (found.text, found.speaker.text, found.form, found.act) == (content, speaker, form, act)


def test_participle_takes_the_speaker_of_its_sentence():
    first, second = read("قال رئيس البلدية إن الطريق فتح أمام السيارات، مضيفاً أن العمل مستمر.")
    assert first.text == "الطريق فتح أمام السيارات"
    assert second.text == "العمل مستمر"
    assert second.speaker.implicit and second.speaker.text == "رئيس البلدية"


def test_names_in_marks_are_no_statements():
    assert read('زارت الفرقة مسرح "النخيل" ثم حي "الزهور".') == ()


@pytest.mark.parametrize(
    "text", ["", "،", "قال", "قال:", '"', "قال إن", "أن أن أن", 'وقال "', "🙂 قال إن 🙂"]
)
def test_any_string_is_survived(text):
    for found in read(text):
        assert text[found.start : found.end] == found.text
