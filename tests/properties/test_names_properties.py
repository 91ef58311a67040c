"""Names of any text: spans that say what they are, inside the body, never raising."""

from hypothesis import given
from hypothesis import strategies as st

from rawi.arabic.analysis import analyse
from rawi.arabic.romanize import romanize
from rawi.readers import names
from rawi.readers.naming.person_names import block, parts, respelt
from rawi.records import NAME_TYPES, Article, Reading, Span

WORDS = st.sampled_from(
    ["قال", "وزير", "الخارجية", "سامي", "الدليمي", "و", "وبابل", "للتحالف", "تنظيم", '"', "«", "»", "(",
     ")", "،", ".", "\n", "في", "بغداد", "قاعدة", "القوات", "العراقية", "عبد", "الله", "لـ", "2024", "UN"]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=200)


@given(TEXTS)
def test_every_span_says_its_words_and_has_clean_edges(text):
    article = Article("a", "t", text, body=(Span.of(text, 0, len(text)),))
    for name in names.read(article, analyse(text), Reading(article)):
        assert text[name.start : name.end] == name.text
        assert name.text and not name.text[0].isspace() and not name.text[-1].isspace()
        assert name.text[0] not in '"«»“”،.' and name.text[-1] not in '"«»“”،'
        assert name.type in NAME_TYPES and name.entity and name.name
        if name.role:
            assert text[name.role.start : name.role.end] == name.role.text
            assert name.role.end <= name.start or name.role.start >= name.end


@given(TEXTS)
def test_reading_twice_says_the_same(text):
    article = Article("a", "t", text, body=(Span.of(text, 0, len(text)),))
    once = names.read(article, analyse(text), Reading(article))
    assert once == names.read(article, analyse(text), Reading(article))


@given(st.text(max_size=60))
def test_any_string_can_be_romanized_and_taken_apart(text):
    assert isinstance(romanize(text), str)
    assert isinstance(block(text), str)
    assert respelt(parts(text), parts(text))
