"""Passages are found in whatever a story gives, and the sample's copies are scored."""

from dataclasses import dataclass
from pathlib import Path

from benchmarks.accuracy.found import passages, score_story
from benchmarks.accuracy.gold import Corpus
from benchmarks.accuracy.stories import Passage
from rawi.records import Commitment, Span

SAMPLE = Path(__file__).resolve().parents[3] / "sample"


@dataclass
class Step:
    record: Commitment
    why: str


@dataclass
class End:
    article: str
    span: Span


def test_passages_of_records_and_of_ends_with_a_span():
    record = Commitment("a1", 3, 9, "كلمات", party=(Span(3, 5, "كل"),))
    found = passages([Step(record, "…"), End("a2", Span(1, 2, "ك"))], {"a1": "001"})
    assert found == [Passage("001", 3, 9), Passage("a2", 1, 2)]


def test_the_samples_story_is_scored():
    corpus = Corpus.at("sample", SAMPLE / "articles", SAMPLE / "gold")
    rates = score_story(corpus)
    assert 0 < rates["reuse.f1"] <= 1
    assert rates["reuse.credited"] > 0.5


def test_no_story_no_rates():
    assert score_story(Corpus("none", SAMPLE / "articles", SAMPLE / "gold")) == {}
