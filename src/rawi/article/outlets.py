"""Which outlet or agency a name, a domain or a line means, by lexicon/outlets.tsv."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from rawi.arabic.letters import fold
from rawi.lexicon import load

_MARKS = re.compile(r"[\s\"'«»“”‘’.\u2018\u2019()\[\]*#_\-]+")
_SEPARATOR = re.compile(r"\s*[/|،,+&()–—؛;:ـ]\s*|\s*-+\s+|\s+-+\s*|\s+و\s+")


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet as the lexicon has it: its usual name, its kind, and whether it writes Arabic."""

    name: str
    kind: str
    arabic: bool


def outlet_named(name: str) -> Outlet | None:
    """The outlet that `name` means, however it is spelled, or None."""
    return _by_name().get(_key(name))


def outlet_at(url: str) -> Outlet | None:
    """The outlet whose site `url` (or bare domain) belongs to, or None."""
    try:
        parts = urlsplit(url if "//" in url else f"//{url}")
        host, path = (parts.hostname or "").lower(), parts.path.lower()
    except ValueError:
        return None
    first = path.strip("/").split("/")[0]
    while "." in host:
        for key in (f"{host}/{first}", host):
            if key in _by_domain():
                return _by_domain()[key]
        host = host.partition(".")[2]
    return None


def segments(line: str) -> list[str]:
    """The parts of a line of credits: «رويترز، أ ف ب» gives two."""
    return [part for part in _SEPARATOR.split(line.strip(" *#•")) if part and part.strip()]


def _key(name: str) -> str:
    return _MARKS.sub("", fold(name))


def same_house(one: str, other: str | None) -> bool:
    """Whether two names are of one house: «الجزيرة» is that of «الجزيرة نت»."""
    if other is None:
        return False
    first, second = outlet_named(one), outlet_named(other)
    a, b = fold(first.name if first else one), fold(second.name if second else other)
    return a == b or a.startswith(b + " ") or b.startswith(a + " ")


def _outlet(row: dict[str, str]) -> Outlet:
    return Outlet(row["name"], row["kind"], row["speaks"] == "ar")


@cache
def _by_name() -> dict[str, Outlet]:
    found: dict[str, Outlet] = {}
    for row in load.table("outlets"):
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            found.setdefault(_key(name), _outlet(row))
    return found


@cache
def _by_domain() -> dict[str, Outlet]:
    return {
        domain: _outlet(row)
        for row in load.table("outlets")
        for domain in filter(None, row["domains"].split("|"))
    }
