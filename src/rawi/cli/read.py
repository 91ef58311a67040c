"""`rawi read`: the records of articles as JSON Lines on standard output."""

from __future__ import annotations

from datetime import datetime

import click

from rawi.cli.main import complain

KINDS = ("article", "name", "time", "statement", "figure", "commitment", "event")


@click.command(short_help="Print the records of articles as JSON Lines.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--published", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD",
    help="The day of articles that print none.",
)  # fmt: skip
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice(KINDS), metavar="KIND",
    help="Only records of this kind; may be given again. One of: " + ", ".join(KINDS) + ".",
)  # fmt: skip
@click.option(
    "--limit", type=click.IntRange(min=1), default=5_000_000, show_default=True, metavar="BYTES",
    help="The most bytes that one article may have.",
)  # fmt: skip
def command(
    files: tuple[str, ...], published: datetime | None, kinds: tuple[str, ...], limit: int
) -> None:
    """Print every record of the articles in FILE... as JSON Lines, one object a line.

    FILE is a text, web page, Word document (.docx), JSON Lines, JSON or CSV file, a folder of them,
    or - for standard input. What cannot be read is refused on standard error, one line each; the
    exit status is then 1.
    """
    import json
    import sys

    from rawi.errors import SourceError
    from rawi.pipeline import read_document
    from rawi.sources import read_sources
    from rawi.wire import reading_to_json

    day = published.date() if published else None
    out = sys.stdout.buffer
    refused = 0
    stdin = sys.stdin.buffer
    for item in read_sources(files, limit=limit, stdin=stdin):
        if isinstance(item, SourceError):
            complain(item)
            refused += 1
            continue
        for record in reading_to_json(read_document(item, published=day)):
            if not kinds or record["kind"] in kinds:
                out.write(json.dumps(record, ensure_ascii=False).encode("utf-8") + b"\n")
        out.flush()
    if refused:
        raise SystemExit(1)
