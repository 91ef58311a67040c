"""Whatever the text, the statements reader survives it and points into it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.arabic.analysis import analyse
from rawi.readers import statements
from rawi.records import Article, Reading, Span

_LISTED = """
قال وأضاف مؤكدا نفت يخشى إن أن أنه الوزير رئيس بلدية السوق وجود إلى على عن من بـ لـ وفق بحسب نقلت قوله
مطالب لديه مخاوف كان قد الذي التي 12 # - جاء في بيان أما ف ، : . « » " ( )
"""
WORDS = _LISTED.split()
TEXTS = st.lists(st.sampled_from([*WORDS, "\n"]), max_size=40).map(" ".join) | st.text(max_size=80)


def read(text):
    article = Article("a1", "test", text, body=(Span.of(text, 0, len(text)),))
    return statements.read(article, analyse(text), Reading(article))


@given(TEXTS)
@settings(deadline=None)
def test_spans_hold_their_words(text):
    for found in read(text):
        spans = [found, found.cue, found.via, found.speaker if found.speaker else None]
        for span in spans:
            if span is not None:
                assert text[span.start : span.end] == span.text
        assert found.text
        assert found.text == found.text.strip(' \t\r\n،,."«»“”')
        assert 0 <= found.score <= 1


@given(TEXTS)
@settings(deadline=None)
def test_reading_again_gives_the_same(text):
    assert read(text) == read(text)
