"""Dates written with digits and marks: 2025/09/07, 7-9-2025, 3/2015, 22/4, 2014-2018."""

from __future__ import annotations

from rawi.readers.timex.base import Found, possible, with_day
from rawi.readers.timex.grid import Grid
from rawi.readers.timex.parts import Parts


def numeric(grid: Grid, k: int) -> Found:
    """2025/09/07, 7-9-2025, 4/22/2016, 3/2015, 2014-2018; day before month unless that cannot be."""
    item = grid.get(k, "numeric")
    if item is None:
        return None
    sep = next(c for c in item.value if not c.isdecimal())
    numbers = [int(n) for n in item.value.split(sep)]
    lengths = [len(n) for n in item.value.split(sep)]
    if len(numbers) == 2:
        return _two_numbers(grid, k, item.last, sep, numbers, lengths)
    if lengths[0] == 4:
        yy, mm, dd = numbers
    elif lengths[2] in (2, 4) and max(lengths[:2]) <= 2:
        dd, mm, yy = numbers
        if lengths[2] == 2:
            if sep == ".":
                return None
            yy += 2000 if yy < 50 else 1900
    else:
        return None
    if mm > 12 and dd <= 12:
        mm, dd = dd, mm
    if not 1 <= yy <= 2199 or (sep == "." and lengths[2] < 4 and lengths[0] < 4):
        return None
    era = "h" if 1300 <= yy <= 1500 else "g"
    if not 1 <= mm <= 12:
        return Parts(year=yy, calendar=era, impossible=True), item.last
    return with_day(Parts(year=yy, month=mm, calendar=era), dd, None), item.last


def _two_numbers(
    grid: Grid, k: int, after: int, sep: str, numbers: list[int], lengths: list[int]
) -> Found:
    """2/2013, 2015-3, 22/4 (only where a word announces a date), 2014-2018."""
    one, two = numbers
    if lengths == [4, 4] and sep in "-/" and 1800 <= one < two <= 2199 and two - one <= 120:
        return Parts(year=one, until=Parts(year=two)), after
    if lengths[0] == 4 and 1800 <= one <= 2199 and sep in "/-" and 1 <= two <= 12:
        return Parts(year=one, month=two), after
    if lengths[1] == 4 and 1800 <= two <= 2199 and sep in "/-" and 1 <= one <= 12:
        return Parts(year=two, month=one), after
    if max(lengths) > 2 or sep == ":":
        return None
    before = grid.get(k - 1, "dated", "in", "weekday", "unit", "link")
    if grid.norm(k - 1) in ("،", ","):
        before = grid.get(k - 2, "weekday")
    if before is None or (before.kind == "unit" and before.value != "day:1"):
        return None
    if sep == "." and (_counts(grid, after) or (before.kind != "dated" and max(numbers) <= 12)):
        return None
    if two <= 12:
        dd, mm = one, two
    elif one <= 12:
        dd, mm = two, one
    else:
        return None
    return (Parts(month=mm, day=dd), after) if possible(dd, mm, None) else None


def _counts(grid: Grid, k: int) -> bool:
    """Whether what stands at `k` makes the number before it a share or a quantity."""
    share = grid.norm(k + 1 if grid.norm(k) == "في" else k).removeprefix("ب")
    return share in ("%", "٪", "الميه", "المايه") or grid.get(k, "measure") is not None
