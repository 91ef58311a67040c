"""Whatever the text: evidence is exact, reading is repeatable, and nothing but our own errors comes out."""

import dataclasses
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rawi.errors import PipelineError
from rawi.pipeline import Stage, read_document
from rawi.records import Article, Reading, Record, Span, Speaker
from rawi.sources.document import Document
from rawi.wire import from_json, to_json
from tests.strategies import waking

EDGES = tuple(" \t\n\r«»“”\"،,")


def spans(thing):
    """Every span anywhere inside a record."""
    if isinstance(thing, Span | Speaker):
        yield thing
    elif dataclasses.is_dataclass(thing):
        for field in dataclasses.fields(thing):
            yield from spans(getattr(thing, field.name))
    elif isinstance(thing, tuple):
        for item in thing:
            yield from spans(item)


def read(text, published) -> Reading:
    return read_document(Document(source="any", text=text), published=published)


published = st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2040, 12, 31)))


@settings(deadline=None, max_examples=300)
@given(waking, published)
def test_every_span_is_its_words_and_lies_in_the_text(text, day):
    reading = read(text, day)
    assert reading.article.text == text
    for record in reading.records():
        assert 0 <= record.start < record.end <= len(text)
        assert text[record.start : record.end] == record.text
        assert not record.text.startswith(EDGES) and not record.text.endswith(EDGES)
    for span in (*spans(reading.article), *(s for r in reading.records() for s in spans(r))):
        if span.start is not None:
            assert 0 <= span.start <= span.end <= len(text)
            assert text[span.start : span.end] == span.text


@settings(deadline=None, max_examples=100)
@given(waking, published)
def test_reading_twice_gives_the_same(text, day):
    assert read(text, day) == read(text, day)


@settings(deadline=None, max_examples=100)
@given(waking, published)
def test_every_record_survives_json(text, day):
    reading = read(text, day)
    for thing in (reading.article, *reading.records()):
        assert isinstance(thing, Article | Record)
        assert from_json(to_json(thing)) == thing


@settings(deadline=None, max_examples=100)
@given(waking, published)
def test_ids_tell_the_records_of_an_article_apart(text, day):
    ids = [r.id for r in read(text, day).records()]
    assert len(ids) == len(set(ids))


def test_a_fault_inside_a_reader_is_an_error_of_ours_that_names_the_article():
    def broken(article, analysis, found):
        raise IndexError("string index out of range")

    with pytest.raises(PipelineError) as caught:
        read_document(Document(source="seven.txt", text="خبر قصير"), stages=(Stage("times", broken),))
    assert caught.value.source == "seven.txt"
    assert "times" in str(caught.value)
