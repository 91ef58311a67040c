"""What lists have in common: the choices offered, and the choices in force as chips to take off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rawi.errors import NoSuchRecordError
from rawi.web.filters import NARROWING, Filter
from rawi.web.labels import ACT, CONFLICT, FORM, GRADE, KINDS, N_, STATE, TIMELINE

EVERY = ("text", "speaker", "entity", "outlet", "place", "records", "act", "form", "since", "until")
DESK = (
    "speaker",
    "outlet",
    "place",
    "records",
    "since",
    "until",
)  # what a whole view is narrowed by
LABELS = {
    "text": N_("Words in it"), "speaker": N_("Actor"), "entity": N_("Actor"), "outlet": N_("Outlet"),
    "place": N_("Place"), "records": N_("Kind"), "act": N_("Act"), "form": N_("Form"),
}  # fmt: skip


# The choices that one page alone has: their label, and the words for their values.
ALSO: dict[str, tuple[str, dict[str, str]]] = {
    "status": (N_("Status"), TIMELINE), "top": (N_("How many"), {}), "grade": (N_("How clear"), GRADE),
    "kind": (N_("Kind"), CONFLICT), "state": (N_("State"), STATE),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chip:
    """One choice in force: which (a label, or nothing), the words for it, the address without it."""

    label: str
    words: str
    off: str


def outlets(v: Any) -> list[tuple[str, str]]:
    """The outlets to choose from, the most printed first."""
    return [(one.name, one.name) for one in v.whole("outlets")]


def offered(v: Any) -> dict[str, Any]:
    """What the form of a whole view offers: outlets and kinds to choose, actors and places while typing."""
    kinds = [(kind, v.tongue.say(KINDS[kind])) for kind in NARROWING]
    return {
        "outlets": outlets(v),
        "kinds": kinds,
        "actors": [one.name for one in v.whole("speakers")],
        "named_places": [one.name for one in v.whole("places")],
    }


def chosen(
    filter_: Filter, v: Any, names: tuple[str, ...] = EVERY, *, also: bool = True,
    actor: str = LABELS["speaker"],
) -> list[Chip]:  # fmt: skip
    """Each choice in force, in the words of the visit `v`; `also`: the page's own choices too.

    `actor`: what the page calls the one it is narrowed to.
    """
    found = []
    for name in names:
        value = getattr(filter_, name)
        if not value:
            continue
        empty = None if name in ("since", "until") else ""
        label = v.tongue.say(actor if name in ("speaker", "entity") else LABELS.get(name, ""))
        found.append(Chip(label, _words(name, value, v), filter_.query(**{name: empty})))
    for name, value in filter_.also.items() if also else ():
        label, words = ALSO[name]
        said = v.tongue.say(words.get(value, value))
        found.append(Chip(v.tongue.say(label), said, filter_.query(**{name: ""})))
    return found


def _words(name: str, value: Any, v: Any) -> str:
    tongue = v.tongue
    match name:
        case "act":
            return tongue.say(ACT[value])
        case "form":
            return tongue.say(FORM[value])
        case "records":
            return tongue.say(KINDS[value])
        case "since":
            return tongue.say("from %s") % tongue.day(value)
        case "until":
            return tongue.say("until %s") % tongue.day(value)
        case "entity":
            try:
                return v.story.entity(value).row.name
            except NoSuchRecordError:
                return value
    return str(value)
