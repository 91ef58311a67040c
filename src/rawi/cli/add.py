"""`rawi add`: articles into a story."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rawi.cli._language import say
from rawi.cli._output import SQLITE

if TYPE_CHECKING:
    from rawi.store.rows import AddReport

PARALLEL_FROM = (
    2_000_000  # bytes of input below which starting a second process costs more than it saves
)


@click.command(short_help="Read files and folders into a story.")
@click.argument("story", type=click.Path(path_type=Path), metavar="STORY")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="PATH...")
@click.option(
    "--published", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD",
    help="The day of articles that print none.",
)  # fmt: skip
@click.option(
    "--limit", type=click.IntRange(min=1), default=5_000_000, show_default=True, metavar="BYTES",
    help="The most bytes that one article may have.",
)  # fmt: skip
@click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N",
    help="Processes that read at once (one for small inputs, else as many as there are cores).",
)  # fmt: skip
def command(
    story: Path, paths: tuple[Path, ...], published: datetime | None, limit: int, jobs: int | None
) -> None:
    """Read PATH... (files and folders) into STORY, a file ending in .rawi that is made if need be.

    Where the first argument is no story, it is a path too, and the story is story.rawi. The same
    file twice changes nothing; a changed file replaces its own earlier reading; stopped at any
    point, the next run does the rest. The exit status is 1 when anything was refused.
    """
    from rawi.cli._terminal import progress_bar, show_report
    from rawi.story import Story

    if story.suffix != ".rawi" and (not paths or _is_input(story)):
        story, paths = Path("story.rawi"), (story, *paths)
    if not paths:
        raise click.UsageError(say("name at least one file or folder to add"))
    day = published.date() if published else None
    workers = jobs or _workers(paths)
    with Story.open(story) as opened, progress_bar(say("Reading")) as progress:
        report = opened.add(paths, published=day, progress=progress, limit=limit, jobs=workers)
    show_report(report, story)
    _end(report)


def _end(report: AddReport) -> None:
    if report.refused:
        raise SystemExit(1)


def _is_input(path: Path) -> bool:
    """Whether a first argument that has no story's ending is something to read."""
    try:
        if path.is_dir():
            return True
        if not path.is_file():
            return False
        with path.open("rb") as stream:
            return not stream.read(16).startswith(SQLITE)
    except OSError:
        return True  # reading it will say why


def _workers(paths: tuple[Path, ...]) -> int:
    import os

    size = 0
    for path in paths:
        files = path.rglob("*") if os.path.isdir(path) else [path]
        for file in files:
            size += os.path.getsize(file) if os.path.isfile(file) else 0
            if size > PARALLEL_FROM:
                return max(1, min(os.cpu_count() or 1, 8))
    return 1
