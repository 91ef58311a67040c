"""The words of time: each form of the lexicons, plain and with the particles written onto it.

`entries()` maps a folded first word to what it can begin, longest first. A form of several words is
matched word by word; only its first word takes particles (و ف ب ل ك, alone or two together).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from rawi.arabic import calendar
from rawi.arabic.letters import fold
from rawi.lexicon import load

PLAIN = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك", "لل", "ولل", "فلل")


@dataclass(frozen=True, slots=True)
class Entry:
    """One reading of a form: `rest` are the folded words after the first; `cut` how many folded letters
    of the first word are particles; `exact` the letters that must be printed as they are, or ''."""

    kind: str
    value: str
    rest: tuple[str, ...]
    cut: int
    definite: bool
    particle: str = ""
    exact: str = ""
    skip: int = 0


@cache
def entries() -> dict[str, tuple[Entry, ...]]:
    """Folded first word -> its readings, those of most words first."""
    found: dict[str, list[Entry]] = {}
    for name, named in calendar.MONTHS.items():
        kind = "month" if named.calendar == "gregorian" else "hmonth"
        _grow(found, name, kind, f"{named.number}:{named.strength}", ["bare"])
    for name, number in calendar.WEEKDAYS.items():
        _grow(found, name, "weekday", str(number), ["bare"])
    for name, season in calendar.SEASONS.items():
        _grow(found, name, "season", season.timex, [])
    for row in load.table("time_words"):
        _grow(found, row["form"], row["kind"], row["value"], row["flags"].split(","))
    for row in load.table("time_fuzzy"):
        _grow(
            found, row["form"], "fuzzy", f"{row['type']}:{row['value']}", ["bare"], int(row["skip"])
        )
    for row in load.table("time_feasts"):
        value = ":".join(row[c] for c in ("calendar", "month", "day", "days"))
        _grow(found, row["form"], "feast", value, ["bare"])
    return {word: tuple(sorted(es, key=lambda e: -len(e.rest))) for word, es in found.items()}


def _grow(
    found: dict[str, list[Entry]], form: str, kind: str, value: str, flags: list[str], skip: int = 0
) -> None:
    """Adds a form with and without ال, and with every particle that may be written onto it."""
    first, *rest = fold(form).split()
    exact = form.split()[0] if "exact" in flags else ""
    forms = []
    if "def" not in flags:
        forms.append((first, first.startswith("ال") and len(first) > 3))
    if "bare" not in flags:
        forms.append(("ال" + first, True))
    for word, definite in forms:
        for particle in PLAIN if "free" not in flags else ("",):
            if particle.endswith("لل"):  # ل and ال are written as one
                if not (definite and word.startswith("ال")):
                    continue
                written, cut = particle + word[2:], len(particle) - 1
            else:
                written, cut = particle + word, len(particle)
            entry = Entry(kind, value, tuple(rest), cut, definite, particle, exact, skip)
            found.setdefault(written, []).append(entry)


@cache
def mastheads() -> frozenset[str]:
    """The folded words that, before «اليوم», are an outlet's name."""
    names = [n for row in load.table("outlets") for n in (row["name"], *row["aliases"].split("|"))]
    pairs = (fold(name).split() for name in names)
    return frozenset(words[-2] for words in pairs if len(words) > 1 and words[-1] == fold("اليوم"))


@cache
def outlet_nouns() -> frozenset[str]:
    """The folded words that a name of an outlet follows: صحيفة، قناة، موقع."""
    return frozenset(
        fold(r["word"]) for r in load.table("time_guards") if r["kind"] == "masthead"
    )


@cache
def guards() -> dict[tuple[str, str], frozenset[tuple[str, str]]]:
    """(kind, value or "") of a time word -> the (side, folded word) beside which it is none."""
    found: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for row in load.table("time_guards"):
        found.setdefault((row["kind"], row["value"]), set()).add((row["side"], fold(row["word"])))
    return {key: frozenset(words) for key, words in found.items()}
