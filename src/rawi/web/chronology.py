"""What the timeline's axis draws: every entry that passes the filters as plain values, its words apart since
they are six sevenths of it and drawn later, and what its script needs in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from babel.dates import get_month_names

from rawi.web.evidence import clean
from rawi.web.i18n import Tongue, catalogue
from rawi.web.labels import TIMELINE

MOST = 3000  # marks drawn well within one frame
EPOCH = date(1970, 1, 1)
EXCERPT = 120  # characters of an entry's words; the list has them in full
# One number of each of CLDR's plural categories, to look its form up with.
CATEGORIES = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 11, "other": 100}


def columns(heads: Sequence[Any]) -> dict[str, list[Any]]:
    """Entries without their evidence or words, field by field: half the size of one object an entry.

    `at` is an entry's place in the list, from 0; `begin` its first day, counted from 1970-01-01; `days` how
    many follow it.
    """
    return {
        "id": [head.id for head in heads],
        "at": [head.at for head in heads],
        "begin": [(head.begin - EPOCH).days for head in heads],
        "days": [(head.end - head.begin).days for head in heads],
        "status": [head.status for head in heads],
        "outlets": [head.outlets for head in heads],
        "weight": [round(head.weight, 3) for head in heads],
    }


def excerpts(heads: Sequence[Any]) -> list[str]:
    """The words of entries, cut where they are long."""
    return [_excerpt(clean(head.text)) for head in heads]


def words(tongue: Tongue) -> dict[str, Any]:
    """The axis's words in one language: months, digits, statuses, and counts by plural category."""

    def count(one: str, many: str) -> dict[str, str]:
        say = catalogue(tongue.lang).ngettext
        return {name: say(one, many, n) for name, n in CATEGORIES.items()}

    def months(width: str) -> list[str]:
        return list(get_month_names(width, "format", tongue.locale).values())

    return {
        "lang": tongue.lang,
        "digits": tongue.digits,
        "months": months("wide"),
        "short": months("abbreviated"),
        "status": {key: tongue.say(word) for key, word in TIMELINE.items()},
        "range": tongue.say("%(begin)s – %(end)s"),
        "outlets": count("%(n)s outlet", "%(n)s outlets"),
        "more": count("and %(n)s more", "and %(n)s more"),
    }


def _excerpt(text: str) -> str:
    """`text`, cut between words where it is too long, with an ellipsis."""
    if len(text) <= EXCERPT:
        return text
    head, space, _ = text[:EXCERPT].rpartition(" ")
    return f"{head if space else text[:EXCERPT]}…"
