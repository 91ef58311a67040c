"""`rawi export`: a story as a file that other programs read."""

from __future__ import annotations

from pathlib import Path

import click

KINDS = ("article", "name", "time", "statement", "figure", "commitment", "event")


@click.command(short_help="Write a story as JSON Lines or CSV.")
@click.argument("story", type=click.Path(path_type=Path), metavar="STORY")
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv"]),
    default="jsonl",
    show_default=True,
    help="The format.",
)
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice(KINDS), metavar="KIND",
    help="Only records of this kind; may be given again. One of: " + ", ".join(KINDS) + ".",
)  # fmt: skip
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Where to write (standard output unless told).",
)
def command(story: Path, form: str, kinds: tuple[str, ...], output: Path | None) -> None:
    """Write every record of STORY, users' corrections made, in the format of docs/records.md.

    CSV has one row a record, and cells that a spreadsheet would run as a formula are made safe.
    """
    import sys
    from importlib import import_module
    from io import TextIOWrapper

    from rawi.cli._output import written
    from rawi.story import Story

    write = import_module(f"rawi.export.{form}").write
    with Story.open(story, create=False) as opened:
        if output is not None:
            with written(output) as raw, TextIOWrapper(raw, encoding="utf-8", newline="") as out:
                write(opened, out, kinds)
            return
        out = TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="", write_through=True)
        try:
            write(opened, out, kinds)
        finally:
            out.detach()
