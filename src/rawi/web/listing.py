"""What lists have in common: the choices offered, and the choices in force as chips to take off."""

from __future__ import annotations

from typing import Any

from rawi.web.filters import Filter
from rawi.web.i18n import Tongue
from rawi.web.labels import ACT, FORM

EVERY = ("text", "speaker", "entity", "outlet", "place", "act", "form", "since", "until")


def outlets(overview: Any) -> list[tuple[str, str]]:
    """The outlets to choose from, the most printed first."""
    return [(one.name, one.name) for one in overview.outlets if one.name]


def chosen(
    filter_: Filter, tongue: Tongue, names: tuple[str, ...] = EVERY
) -> list[tuple[str, str]]:
    """Each choice in force: the words for it, and the address of the list without it."""
    found = []
    for name in names:
        value = getattr(filter_, name)
        if not value:
            continue
        empty = None if name in ("since", "until") else ""
        found.append((_words(name, value, tongue), filter_.query(**{name: empty})))
    return found


def _words(name: str, value: Any, tongue: Tongue) -> str:
    match name:
        case "act":
            return tongue.say(ACT[value])
        case "form":
            return tongue.say(FORM[value])
        case "since":
            return tongue.say("from %s") % tongue.day(value)
        case "until":
            return tongue.say("until %s") % tongue.day(value)
    return str(value)
