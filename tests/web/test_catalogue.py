"""Every word of the interface stands in the Arabic catalogue, and says what the English says."""

import re

import pytest

from rawi.web.i18n import Tongue, catalogue
from tools import messages

PLACES = re.compile(r"%(?:\(\w+\))?s")


def test_the_catalogue_holds_the_messages_in_use_and_no_others():
    used = {m.id for m in messages.extracted() if m.id}
    held = {m.id for m in messages.held() if m.id}
    assert held == used


def test_nothing_is_left_untranslated():
    assert messages.untranslated(messages.held()) == []


def test_translations_keep_the_places_for_values():
    for message in messages.held():
        if message.id and isinstance(message.id, str):
            assert sorted(PLACES.findall(message.string)) == sorted(PLACES.findall(message.id))


def test_translations_are_arabic():
    for message in messages.held():
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id:
            assert all(re.search("[\u0621-\u064a]", text) for text in texts), message.id


@pytest.mark.parametrize(
    ("n", "says"),
    [(0, "لا مقالات"), (1, "مقال واحد"), (2, "مقالان"), (3, "3 مقالات"), (10, "10 مقالات"), (11, "11 مقالاً"),
     (99, "99 مقالاً"), (100, "100 مقال"), (103, "103 مقالات"), (1234, "1,234 مقالاً")],
)  # fmt: skip
def test_arabic_counts_in_six_forms(n, says):
    assert Tongue("ar").count("%(n)s article", "%(n)s articles", n) == says


def test_english_has_no_catalogue_of_its_own():
    assert catalogue("en").gettext("Statements") == "Statements"
