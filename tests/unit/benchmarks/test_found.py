"""Passages are found in whatever a story gives, and the sample's copies are scored."""

import json
from dataclasses import dataclass
from pathlib import Path

from benchmarks.accuracy.found import passages, score_story
from benchmarks.accuracy.gold import Corpus, free
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


def test_a_step_that_only_the_story_names_is_no_mistake_where_it_is_found(tmp_path):
    told = [{"text": "تعهدت الشركة ببناء المدرسة"}]
    (tmp_path / "000.json").write_text(json.dumps({"commitments": told}), encoding="utf-8")
    steps = [
        {"article": "000", "text": "تعهدت الشركة ببناء المدرسة", "nth": 1},
        {"article": "000", "text": "المحادثات تأخرت", "nth": 1},
        {"article": "001", "text": "ألغيت القمة", "nth": 1},
    ]
    story = {"commitment_threads": [{"steps": steps}]}
    ((_, gold),) = Corpus("test", tmp_path, tmp_path, story=story).with_steps()
    assert [(c["text"], free(c)) for c in gold["commitments"]] == [
        ("تعهدت الشركة ببناء المدرسة", False),
        ("المحادثات تأخرت", True),
    ]
