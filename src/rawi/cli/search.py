"""`rawi search`: where a story says these words."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(short_help="Find words in a story, in any spelling.")
@click.argument("story", type=click.Path(path_type=Path), metavar="STORY")
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option(
    "--limit",
    type=click.IntRange(1, 1000),
    default=10,
    show_default=True,
    metavar="N",
    help="How many articles to show.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")
def command(story: Path, words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Find the articles of STORY that hold all WORDS, best first, with the words in their passage.

    «two words» in quotation marks stand in a row; انسح* finds words that begin so; -word leaves out
    articles with that word (put -- before the words then). The exit status is 1 when nothing is
    found.
    """
    from rawi.cli._terminal import hit_json, show_hits
    from rawi.story import Story

    with Story.open(story, create=False) as opened:
        page = opened.search(" ".join(words), limit=limit)
    if as_json:
        for hit in page.items:
            click.echo(hit_json(hit))
    else:
        show_hits(page)
    if not page.items:
        raise SystemExit(1)
