"""The tagger: sums kept per word are the sums of the attributes; models are read safely."""

import numpy as np
import pytest

from rawi.arabic.words import tokens
from rawi.errors import ModelError
from rawi.readers.naming import features, gazetteer, memory
from rawi.readers.naming.field import Field
from rawi.readers.naming.tagger import Tagger, by_type, read_model, tagger, write_model

SENTENCES = [
    tokens("قال وزير النقل سامي الدليمي إن الجسر سيفتح في بغداد."),
    tokens("وأضاف الدليمي أن العمل انتهى"),
    tokens("في دمشق"),
    tokens("نعم"),
]


def test_kept_sums_are_the_sums_of_the_attributes():
    shipped = tagger()
    phrases = [features.phrase_attributes(len(s), gazetteer.matches(s)) for s in SENTENCES]
    first = shipped.first.emissions(SENTENCES, phrases)
    recalled = memory.recall(SENTENCES, by_type(shipped.first, shipped.first.likelihoods(first)))
    assert any(p for row in phrases for p in row) and any(r for row in recalled for r in row)
    for field, seen in ((shipped.first, None), (shipped.second, recalled)):
        summed = field.emissions(SENTENCES, phrases, seen)
        for k, (s, p) in enumerate(zip(SENTENCES, phrases, strict=True)):
            words = [features.word_attributes(t) for t in s]
            wanted = [field.total(row) for row in features.describe(words, p, seen and seen[k])]
            assert np.allclose(summed[k], np.stack(wanted), atol=1e-4)


def test_likelihoods_of_labels_are_one_together_whatever_stands_beside():
    field = tagger().first
    rows = field.emissions(SENTENCES, [[()] * len(s) for s in SENTENCES])
    together = field.likelihoods(rows)
    paths = field.best(rows)
    for row, both, path in zip(rows, together, paths, strict=True):
        assert (field.best([row])[0] == path).all()
        assert np.allclose(both.sum(axis=1), 1, atol=1e-4)
        assert np.allclose(field.likelihoods([row])[0], both, atol=1e-4)


def test_the_best_labels_never_continue_what_did_not_begin():
    for found in tagger().tag(SENTENCES):
        for span in found:
            assert 0 <= span.first < span.last and 0 < span.score <= 1.0001


def test_a_word_is_described_by_the_names_it_occurs_in():
    club, plain = tokens("ليفربول العمل")
    assert "y=club" in features.word_attributes(club)
    assert not any(a.startswith("y=") for a in features.word_attributes(plain))


def test_the_best_labels_lean_to_names_and_the_likelihoods_do_not(monkeypatch):
    sentences = [tokens("وأضاف أن العمل انتهى")]
    _, before = tagger().label(sentences, [[]])
    monkeypatch.setattr("rawi.readers.naming.tagger.DOUBT", 50.0)
    (path,), after = tagger().label(sentences, [[]])
    assert path.all()  # every word a name
    assert np.array_equal(before[0], after[0])


@pytest.mark.parametrize(
    ("sentence", "way", "first", "last"),
    [
        ("فاز منتخب بلغاريا على ضيفه", "aqmar", 1, 3),
        ("حصل المنتخب البلغاري على كأس", "aqmar", 1, 3),
        ("عملت بعدها في مايكروسوفت عامين", "aqmar", 3, 4),
        ("فاز منتخب بلغاريا على ضيفه", "", None, None),
    ],
)
def test_bodies_of_an_encyclopaedia_are_opened_by_a_head_word_or_listed(sentence, way, first, last):
    found = tagger().tag([tokens(sentence)], way=way)[0]
    bodies = [(t.first, t.last) for t in found if t.label == "ORG"]
    assert bodies == ([(first, last)] if first is not None else [])


def test_no_sentences_no_names():
    assert tagger().tag([]) == []
    assert tagger().tag([()]) == [[]]


def tiny():
    labels = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-MISC", "I-MISC")
    weights = np.zeros((2, 9), dtype=np.float32)
    weights[0, 1], weights[1, 3] = 5, 5
    moves = np.zeros((9, 9), dtype=np.float32)
    return Field(labels, ["w=سامي", "w=دمشق"], weights, moves)


def test_a_model_survives_its_file():
    model = Tagger(tiny(), tiny(), tagger().network, share=0.0)
    again = read_model(write_model(model))
    assert again.second.labels == model.second.labels
    assert again.share == 0.0
    (found,) = again.tag([tokens("سامي دمشق")])
    assert [(t.first, t.last, t.label) for t in found] == [(0, 1, "PER"), (1, 2, "LOC")]


@pytest.mark.parametrize("data", [b"", b"no model", b"PK\x03\x04 broken"])
def test_what_is_no_model_is_refused(data):
    with pytest.raises(ModelError):
        read_model(data)


def test_memory_tells_of_the_other_mentions_only():
    sentences = [tokens("الدليمي"), tokens("قال الدليمي")]
    likely = [[[0.9, 0, 0, 0]], [[0, 0, 0, 0], [0.1, 0, 0, 0]]]
    recalled = memory.recall(sentences, likely)
    assert recalled[1][1] == ("MPER3", "MtopPER")
    assert recalled[0][0] == ("MPER0", "MtopPER")
    assert recalled[1][0] == ()
