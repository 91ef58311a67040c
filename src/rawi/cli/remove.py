"""`rawi remove`: takes articles out of a story."""

from __future__ import annotations

from pathlib import Path

import click

from rawi.cli._language import term


@click.command(short_help="Take articles out of a story.")
@click.argument("story", type=click.Path(path_type=Path), metavar="STORY")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
def command(story: Path, articles: tuple[str, ...]) -> None:
    """Take the articles named by their ids (`rawi show STORY --articles` lists them) out of STORY, with
    everything read out of them.

    Either all go or, where one id is not in the story, none. What you decided about their records is
    kept and holds again if the article comes back.
    """
    from rawi.cli._terminal import arabic
    from rawi.story import Story

    with Story.open(story, create=False) as opened:
        rows = [opened.article(article) for article in dict.fromkeys(articles)]
        for row in rows:
            opened.remove(row.id)
            click.echo(f"{term('removed')}  {row.id}  {arabic(row.title)}")
