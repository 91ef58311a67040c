"""The words around a record."""

from rawi.records import Span, Time
from rawi.sources.document import Document
from rawi.story.story import Story

TEXT = (
    "عنوان قصير\n\nقال مدير المرفأ في مؤتمر صحافي عقده في المدينة إن السفينة الأولى ستصل يوم الأحد المقبل "
    "وإن الثانية ستصل بعدها بأسبوع واحد على الأكثر، ولم يزد على ذلك شيئاً.\n\nوانتهى الخبر هنا."
)


def test_context_is_the_text_around_cut_at_words_and_lines(tmp_path):
    with Story.open(tmp_path / "a.rawi") as story:
        (article,) = story.add_documents([Document(source="x", text=TEXT)]).read
        text = story.reading(article).article.text
        for width in (0, 1, 5, 30, 1000):
            for words in ("يوم الأحد المقبل", "عنوان", "هنا."):
                start = text.index(words)
                record = Time(article, start, start + len(words), words)
                found = story.context([record], width)[record.id]
                assert found == Span.of(text, found.start, found.end)
                assert found.start <= start and start + len(words) <= found.end
                assert "\n" not in found.text
                assert found.start in (start, 0) or text[found.start - 1].isspace()
        assert story.context([Time(article, 0, 3, "؟؟؟")]) == {}
