"""What holds of commitments and events in any text: spans are evidence, fields keep to their lists."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.pipeline import read_document
from rawi.records import STATUS_WORDS, Span
from rawi.sources.document import Document

PIECES = (
    "تعهدت", "الحكومة", "ب", "بسحب", "القوات", "بحلول", "نهاية", "عام 2024", "ستنسحب", "لن", "سوف", "إذا",
    "ما لم", "في حال", "اتفق", "على", "أن", "لا خطة", "خطة", "لبيع", "الميناء", "تأجيل", "إلى", "المقرر", "من",
    "تنفيذا", "للاتفاق", "وفقا", "الموعد", "مهلة", "منح", "نفى", "وجود", "قتل", "12", "جنديا", "أمس", "في",
    "دمشق", "هجوم", "يوم الجمعة", "وقع", "اتفاقا", "قال", "الوزير", "إن", ":", "\"", "«", "»", "،", ".", "؟", "(",
    ")", "و", "وب", "\n", "هو", "هي", "الرؤية", "أحد", "الالتزامات", "لا يحق", "لقوات", "إنهاء", "نعلن", "…",
)  # fmt: skip
DAYS = st.one_of(st.none(), st.dates(date(1, 1, 1), date(9999, 12, 31)))


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), min_size=1, max_size=40), DAYS
)
def test_records_are_evidence_in_any_text(pieces, published):
    text = " ".join(["خبر\n\nنص", *pieces])
    day = published.isoformat() if published else None
    reading = read_document(Document("t", text, title="خبر", published=day))
    whole = reading.article.text
    for found in (*reading.commitments, *reading.events):
        spans = [
            getattr(found, name)
            for name in ("action", "limit", "condition", "actor", "target", "place")
            if hasattr(found, name)
        ]
        for span in (found, *getattr(found, "party", ()), *spans):
            if span is not None:
                assert whole[span.start : span.end] == span.text
                assert span.text.strip() == span.text != ""
    for found in reading.commitments:
        assert found.status_word in STATUS_WORDS
        assert isinstance(found.action, Span)
