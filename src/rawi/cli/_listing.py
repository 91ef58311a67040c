"""What the commands that list things share: the story, a page, a format."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from rawi.cli._language import say
from rawi.export.csv import BOM, safe
from rawi.store.rows import Row
from rawi.wire import plain, to_json

F = TypeVar("F", bound=Callable[..., Any])
FORMATS = ("text", "jsonl", "csv")


def listing(limit: int = 50) -> Callable[[F], F]:
    """The argument STORY and the options --format, --limit and --offset."""

    def add(function: F) -> F:
        for option in (
            click.option(
                "--offset", type=click.IntRange(0), default=0, metavar="N",
                help="How many to pass over first.",
            ),
            click.option(
                "--limit", type=click.IntRange(1), default=limit, show_default=True, metavar="N",
                help="How many to list.",
            ),
            click.option(
                "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True,
                help="For people, or for other programs.",
            ),
            click.argument("story", type=click.Path(path_type=Path), metavar="STORY"),
        ):  # fmt: skip
            function = option(function)
        return function

    return add


def day(_: click.Context, __: click.Parameter, value: str | None) -> Any:
    """A click callback that reads a day as ISO 8601."""
    from datetime import date

    if value is None:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as fault:
        raise click.BadParameter(
            say("%(value)s is no day; write it like 2024-03-02", value=repr(value))
        ) from fault


def write(
    form: str, items: Iterable[Any], columns: Mapping[str, Callable[[Any], object]] | None = None
) -> None:
    """Print items as JSON Lines, or as CSV with the given columns (name -> how to get its cell).

    The CSV begins with a byte order mark, without which Excel reads Arabic in the wrong encoding.
    """
    if form == "jsonl":
        for item in items:
            click.echo(json.dumps(_object(item), ensure_ascii=False))
        return
    assert columns is not None
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow(list(columns))
    for item in items:
        table.writerow([safe(_cell(get(item))) for get in columns.values()])
    sys.stdout.write(BOM + out.getvalue())


def _object(item: Any) -> Any:
    """An item as JSON values; a record with its article's outlet and days beside what it holds."""
    if not isinstance(item, Row):
        return plain(item)
    article = item.article
    days = article.published and plain(article.published.days)
    return to_json(item.record) | {"outlet": article.outlet, "published": days}


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "; ".join(map(_cell, value))
    return str(value)
