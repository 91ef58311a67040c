import pytest

from rawi.arabic import clitics
from rawi.arabic.words import token
from rawi.errors import ModelError


def test_a_broken_model_is_an_error_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clitics, "MODEL", "no-such-model")
    clitics._model.cache_clear()
    try:
        with pytest.raises(ModelError):
            clitics.split("وكاتب", "وكاتب")
    finally:
        clitics._model.cache_clear()


@pytest.mark.parametrize(
    ("word", "article"), [("للعراق", "ا"), ("للجنة", "ال"), ("للبنان", ""), ("لكتاب", "")]
)
def test_what_of_the_article_is_not_written(word: str, article: str) -> None:
    assert clitics.split(word, word).article == article


@pytest.mark.parametrize("word", ["وجيهاً", "سرداً", "أماناً"])
def test_no_pronoun_carries_tanween(word: str) -> None:
    assert token(word).enclitic == ""
