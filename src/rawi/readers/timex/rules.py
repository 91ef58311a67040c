"""Which rules apply to which kind of item, and the rules for what has no word of its own."""

from __future__ import annotations

from collections.abc import Callable

from rawi.readers.timex import clock, days, lengths, months, numeric, relative, seasons
from rawi.readers.timex.base import Found, of
from rawi.readers.timex.counts import day_number, in_words, year_number
from rawi.readers.timex.grid import Grid
from rawi.readers.timex.parts import Parts

Rule = Callable[[Grid, int], Found]


def fuzzy(grid: Grid, k: int) -> tuple[Parts, int] | None:
    """The whole expressions that no calendar resolves; «وقت سابق من الشهر» belongs to its month."""
    item = grid.get(k, "fuzzy")
    if item is None:
        return None
    if grid.norm(item.last - 1) in ("سابق", "لاحق") and grid.norm(item.last - 2).endswith("وقت"):
        at = of(grid, item.last)
        inside = (
            relative.unit_rel(grid, at) or relative.this(grid, at) or relative.near_day(grid, at)
        )
        inside = inside or seasons.season(grid, at)
        if inside is not None and (inside[0].rel is not None or inside[0].look is not None):
            return inside
    lately = item.value == "date:FUTURE_REF" and grid.norm(item.last - 1) == "قريب"
    if lately and grid.get(k - 1, "since", "to", "limit"):
        return Parts(fuzzy="date:PAST_REF"), item.last  # «حتى وقت قريب»
    return Parts(fuzzy=item.value), item.last


def bare_year(grid: Grid, k: int) -> tuple[Parts, int] | None:
    """A year with no word for year, where the word before or the marks around call for one."""
    item = grid.get(k, "num")
    worded = item is not None and not grid.text[item.end - 1].isdecimal()
    found = year_number(grid, k, named=worded)
    if item is None or found is None or len(item.value.rstrip("hg")) != 4 or item.definite:
        return None
    if worded and (item.last - item.first < 2 or found[0] % 100 == 0):
        return None
    if grid.get(found[1], "measure", "unit") or grid.norm(found[1]) in ("%", "٪"):
        return None
    if item.value[-1] in "hg" or found[1] > item.last:
        return Parts(year=found[0], calendar=found[2]), found[1]
    before = grid.get(
        k - 1, "in", "since", "to", "between", "ago", "within", "for", "limit", "dated", "yearly"
    )
    led = before is not None or item.particle in ("ل", "ب", "ول", "وب")
    brackets = grid.norm(k - 1) == "(" and grid.norm(found[1]) in (")", "-", "\u2013")
    if before is None and grid.norm(k - 1) == "من":
        led = grid.get(found[1], "to") is not None or grid.norm(found[1]).startswith("و")
    if not (led or brackets):
        return None
    since = before is not None and before.kind == "since"  # «تشهد منذ 2014 حربا»: nothing is counted since
    if _counts(grid.norm(found[1])) and not since:
        return None
    return Parts(year=found[0], calendar=found[2]), found[1]


def _counts(word: str) -> bool:
    """Whether the word after a number is what it counts: شخصا، مقاتلا، دولارا."""
    return len(word) > 3 and word.endswith("ا") and not word.startswith("ال")


def year_word(grid: Grid, k: int) -> tuple[Parts, int] | None:
    """A year as a part of a larger date: «السابع من أيلول لعام 2014», «، 2018»."""
    item, found = grid.get(k, "num"), year_number(grid, k)
    if item is None or found is None or item.particle not in ("", "ل", "ب"):
        return None
    return Parts(year=found[0], calendar=found[2]), found[1]


def day_ordinal(grid: Grid, k: int) -> tuple[Parts, int] | None:
    """A day's number beside a weekday: «السبت السادس عشر», «الجمعة 15»."""
    item = grid.get(k, "num", "ord")
    found = (
        day_number(grid, k) if item is not None and (item.kind == "num" or item.definite) else None
    )
    if found is None or item is None or not 1 <= found[0] <= 31 or item.particle.startswith("و"):
        return None
    counts = grid.word(found[1]) and grid.get(found[1], "in", "of", "to", "part") is None
    said_in = grid.get(k - 1, "in") is not None  # «الجمعة في خمسة عشر»
    if item.kind == "num" and ((in_words(grid, item) and not said_in) or (counts and not item.definite)):
        return None  # «قتل السبت سبعة أشخاص»
    if grid.get(found[1], "unit", "part", "measure") or grid.norm(found[1]) in ("%", "-", ":"):
        return None
    return Parts(day=found[0]), found[1]


ATOMS: dict[str, tuple[Rule, ...]] = {
    "unit": (
        months.year, months.month, days.day_of_month, days.weekday, days.nth, seasons.season, seasons.decade,
        relative.unit_rel, relative.near_day, lengths.length, clock.clock, clock.part_of_day,
    ),
    "month": (days.day_of_month, months.month),
    "hmonth": (days.day_of_month, months.month),
    "num": (
        days.day_of_month, clock.clock, relative.unit_rel, lengths.length, bare_year,
    ),
    "ord": (days.day_of_month, days.nth, clock.clock),
    "numeric": (numeric.numeric, clock.clock),
    "clock": (clock.clock,),
    "weekday": (days.weekday, days.nth),
    "day": (relative.near_day,),
    "today": (relative.near_day,),
    "tonight": (relative.near_day,),
    "demo": (relative.this,),
    "season": (seasons.season,),
    "quarter": (days.nth, seasons.season, lengths.length),
    "half": (days.nth, lengths.length),
    "last": (days.nth,),
    "modlast": (days.nth,),
    "decade": (seasons.decade,),
    "feast": (seasons.feast,),
    "part": (clock.part_of_day,),
    "approx": (lengths.length,),
    "more": (lengths.length,),
    "less": (lengths.length,),
    "some": (lengths.length,),
    "ago": (lengths.shift,),
    "every": (lengths.every,),
    "fuzzy": (fuzzy,),
}  # fmt: skip
"""Item kind -> the rules that may begin there."""

EXTRA: dict[str, tuple[Rule, ...]] = {
    "num": (year_word, day_ordinal),
    "ord": (day_ordinal,),
}
"""Item kind -> further rules for what joins an expression already begun."""
