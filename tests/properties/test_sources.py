"""Whatever the bytes, sources give documents or refusals; whatever the text, an article comes out."""

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from rawi.article import make_article
from rawi.errors import RawiError
from rawi.sources import Document, read_bytes
from rawi.sources.html import document_from_page
from rawi.sources.walk import READERS

ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ"
PIECES = st.sampled_from(
    ["المصدر: ", "نقلا عن", "اقرأ أيضا", "أضف تعليق", "(رويترز)", "بقلم: ", "7 سبتمبر 2031", "\n", "\r\n",
     "\u2028", "\n\n", "+ الخط -", "قالت الوزيرة إن العمل انتهى.", "القاهرة (أ ف ب) - ", "لـ\"الحرة\"",
     "٧ رجب ١٤٤٣", "#وسم", "---", " | ", "\ud800", "\x00", "«", "\"", "Photo", "31/31/2031", "المساهمون"]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(),
    st.text(alphabet=st.characters(exclude_categories=[])),  # lone surrogates too
    st.lists(st.one_of(PIECES, st.text(ARABIC + " .،؟", max_size=60))).map("".join),
)
ROWS = st.lists(
    st.one_of(
        st.binary(max_size=80),
        TEXTS.map(lambda t: t.encode("utf-8", "surrogatepass")),
        st.sampled_from(
            [b'{"text": "', b'"}', b"\n", b'"', b",", b"title,text\n", b"[", b"\x1f\x8b"]
        ),
    )
).map(b"".join)


@given(data=st.one_of(st.binary(), ROWS), suffix=st.sampled_from(["", *READERS]))
@settings(max_examples=300, deadline=None)
def test_any_bytes_become_documents_or_refusals(data, suffix):
    for item in read_bytes(data, "any", suffix=suffix, limit=2_000):
        assert isinstance(item, Document | RawiError)
        if isinstance(item, RawiError):
            assert item.source and item.reason
        else:
            item.text.encode("utf-8")


@given(text=TEXTS)
@settings(max_examples=100, deadline=None)
def test_any_page_becomes_a_document_or_a_refusal(text):
    try:
        found = document_from_page(f"<html><body><h1>{text}</h1><p>{text}</p></body></html>", "any")
    except RawiError:
        return
    assert isinstance(found, Document)


@given(text=TEXTS, title=st.none() | TEXTS, published=st.none() | TEXTS, url=st.none() | TEXTS)
@example(text="", title=None, published=None, url=None)
@example(text="المصدر:", title="", published="9" * 12, url="http://[")
@settings(max_examples=300, deadline=None)
def test_any_document_becomes_an_article(text, title, published, url):
    document = Document("any", text, title=title, published=published, url=url)
    article = make_article(document, published=date(2031, 9, 7))
    assert article == make_article(document, published=date(2031, 9, 7))
    assert article.text == text
    last = 0
    for span in article.body:
        assert last <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.text == span.text.strip()
        last = span.end
    for span in (article.title, article.credited_span, *article.published.evidence):
        assert span is None or text[span.start : span.end] == span.text
    if article.title is not None:
        assert all(
            s.end <= article.title.start or s.start >= article.title.end for s in article.body
        )
    if any(c.isalpha() for c in text):
        assert article.body or article.title
