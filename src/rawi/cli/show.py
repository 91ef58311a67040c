"""`rawi show`: a story, or one of its articles, in the terminal."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(short_help="Show a story, or one of its articles, in the terminal.")
@click.argument("story", type=click.Path(path_type=Path), metavar="STORY")
@click.argument("article", required=False, metavar="[ARTICLE]")
@click.option(
    "--latest",
    type=click.IntRange(0, 100),
    default=5,
    show_default=True,
    metavar="N",
    help="How many of the latest statements to show.",
)
@click.option("--articles", is_flag=True, help="List the articles, newest first.")
def command(story: Path, article: str | None, latest: int, articles: bool) -> None:
    """Show what STORY holds: its period, outlets, speakers, and what was said last.

    With ARTICLE (an id that --articles lists), show that article and everything read out of it.
    """
    from rawi.cli import _terminal
    from rawi.story import Story

    with Story.open(story, create=False) as opened:
        if article is not None:
            _terminal.show_reading(opened.reading(article))
        elif articles:
            _terminal.show_articles(opened.articles(limit=1_000))
        else:
            statements = opened.records("statement", limit=latest)
            _terminal.show_overview(opened.overview(), statements, story)
