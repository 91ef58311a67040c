"""The statements reader's lexicons keep their own rules."""

import pytest

from rawi.arabic.letters import fold
from rawi.lexicon.load import table
from rawi.readers.attribution.words import group
from rawi.records import ACTS

SURE = {
    "strong", "weak", "express", "renew", "relay", "deed", "request", "wish", "press", "blame", "document", "stance",
}  # fmt: skip
TRAITS = {"evidence", "pronoun", "writer", "nobody", "onward", "object", "welcome", "deeds", "estimate"}
COMPLEMENTS = {
    "an",
    "quote",
    "np",
    "obj",
    "ب",
    "إلى",
    "على",
    "عن",
    "من",
    "في",
    "ل",
    "من_أجل",
    "إلى+an",
    "ب+an",
    "على+an",
    "عن+an",
    "في+an",
}


def test_verbs():
    rows = table("statement_verbs")
    assert len({r["past"] for r in rows}) == len(rows)
    for row in rows:
        assert row["act"] in ACTS, row
        assert row["sure"] in SURE, row
        assert set(row["takes"].split()) <= COMPLEMENTS, row
        assert set(row["traits"].split()) <= TRAITS, row
        assert not row["present"] or row["present"][0] == "ي", row
        assert not row["participle"] or row["participle"][-1] == "ا", row


def test_nouns():
    for row in table("statement_nouns"):
        assert row["act"] in ACTS, row
        assert set(row["takes"].split()) <= COMPLEMENTS, row


def test_words_stand_once_in_a_class():
    rows = table("statement_words")
    assert len({r["class"] for r in rows}) == len(rows)
    for row in rows:
        listed = row["words"].split()
        assert len(set(listed)) == len(listed), row["class"]
        assert group(row["class"]) == {fold(w) for w in listed}


def test_an_unknown_class_is_refused():
    with pytest.raises(KeyError):
        group("no such class")
