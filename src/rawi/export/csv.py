"""A story as one table for a spreadsheet: a row a record, the same columns for every kind.

Cells that a spreadsheet would run as a formula get an apostrophe in front, as OWASP advises against
CSV injection; numbers stay numbers. `BOM` first makes Excel read the file as UTF-8.
"""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterator
from typing import IO, Any

from rawi.records import Article, Days, Published, Record
from rawi.story.story import Story
from rawi.wire import to_json

BOM = "\ufeff"
COLUMNS = (
    "kind", "id", "text", "speaker", "name", "type", "act", "form", "cue", "via", "value", "low",
    "high", "mod", "unit", "thing", "party", "action", "condition", "status_word", "actor",
    "target",
    "place", "role", "begin", "end", "said_begin", "said_end", "outlet", "published", "title",
    "source", "url", "article", "start", "stop",
)  # fmt: skip
_DAYS = {"date": "", "deadline": "", "as_of": "", "said": "said_"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def stretch(days: Days | Published | None) -> str | None:
    """Days in one cell: a day as ISO 8601, several as its interval (2022-03-08/2022-03-14).

    A side that is not known stays «..»; None where nothing is known. So no cell tells the first day of
    a month as if it were the day.
    """
    if days is None or (days.begin is None and days.end is None):
        return None
    if days.begin == days.end:
        return str(days.begin)
    return f"{days.begin or '..'}/{days.end or '..'}"


def rows(story: Story, kinds: Collection[str] = ()) -> Iterator[dict[str, Any]]:
    """Every record as a row by column: articles oldest first, records in text order."""
    for reading in story.readings():
        for record in reading.records():
            if not kinds or record.kind in kinds:
                yield row(record, reading.article)


def row(record: Record, article: Article) -> dict[str, Any]:
    """One record's row. Spans give their words, several parties stand with «؛» between."""
    obj = to_json(record)
    cells: dict[str, Any] = {
        "outlet": article.outlet,
        "published": stretch(article.published),
        "title": article.title.text if article.title else None,
        "source": article.source,
        "url": article.url,
        "stop": record.end,
    }
    for name, value in obj.items():
        if name in _DAYS:
            prefix = _DAYS[name]
            cells[f"{prefix}begin"] = value and value["begin"]
            cells[f"{prefix}end"] = value and value["end"]
        elif name == "speaker" and value:
            cells["speaker"] = value["name"] or value["text"]
        elif name in COLUMNS and name not in ("end", "url"):
            cells[name] = _words(value)
    return {name: safe(cells.get(name)) for name in COLUMNS}


def safe(cell: Any) -> Any:
    """A cell that no spreadsheet runs as a formula."""
    if isinstance(cell, str) and cell.lstrip(" \u00a0\ufeff").startswith(_FORMULA):
        return "'" + cell
    return cell


def write(story: Story, out: IO[str], kinds: Collection[str] = ()) -> int:
    """Write the table to `out` (opened with newline=""); gives the number of records."""
    out.write(BOM)
    table = csv.DictWriter(out, COLUMNS)
    table.writeheader()
    count = 0
    for cells in rows(story, kinds):
        table.writerow(cells)
        count += 1
    return count


def _words(value: Any) -> Any:
    if isinstance(value, dict):
        return value.get("text")
    if isinstance(value, list):
        return "؛ ".join(str(_words(v)) for v in value)
    return value
