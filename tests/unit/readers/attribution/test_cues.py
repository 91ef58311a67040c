"""Which words are met as reporting verbs."""

import pytest

from rawi.arabic.analysis import analyse
from rawi.readers.attribution.cues import cue_at
from rawi.readers.attribution.words import Words
from rawi.records import Article, Reading, Span


def cues(text):
    article = Article("a1", "test", text, body=(Span.of(text, 0, len(text)),))
    words = Words(article, analyse(text), Reading(article))
    found = (cue_at(words, i) for i in range(len(words)))
    return [(words.norm[c.index], c.verb.past, c.object) for c in found if c is not None]


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("وقالت المديرة", "قال"),
        ("سيعلن المدير", "أعلن"),
        ("فرأى الحاضرون", "رأى"),
        ("مؤكدًا عودته", "أكد"),
        ("ولفتت إلى ذلك", "لفت"),
    ],
)
def test_forms_with_what_is_written_onto_them(text, past):
    assert cues(text)[0][1] == past


def test_the_pronoun_after_a_verb_is_kept():
    assert cues("وتتهمها بالتقصير") == [("وتتهمها", "اتهم", "ها")]


@pytest.mark.parametrize(
    "text",
    [
        "في رأي الخبراء",  # the noun رأي
        "نادي المدينة",  # the noun نادي
        "أعتقد أن",  # the first person
        "في رد على سؤال",  # a noun after a preposition
        "49 متهما",  # counted, not accusing
        "يمكن أن يقول",  # intent
    ],
)
def test_words_spelled_like_verbs(text):
    assert cues(text) == []
