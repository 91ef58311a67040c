"""`rawi refresh`: read a story's articles anew."""

from __future__ import annotations

from pathlib import Path

import click

from rawi.cli._language import say


@click.command(short_help="Read anew what an older Rawi read.")
@click.argument("story", type=click.Path(path_type=Path), metavar="STORY")
@click.option("--all", "every", is_flag=True, help="Read every article anew.")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    metavar="N",
    help="Processes that read at once.",
)
def command(story: Path, every: bool, jobs: int) -> None:
    """Read the articles of STORY anew that an older version of Rawi read.

    The texts come from the story itself, their files are not needed. Users' corrections stay.
    """
    from rawi.cli._terminal import progress_bar, show_report
    from rawi.story import Story

    with Story.open(story, create=False) as opened, progress_bar(say("Reading anew")) as progress:
        report = opened.refresh(every=every, progress=progress, jobs=jobs)
    show_report(report, story, replaced=say("read anew"))
    if report.refused:
        raise SystemExit(1)
