"""`rawi search`: where a story says these words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.text import Text

    from rawi.store.rows import Hit, Page


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
    from rawi.story import Story

    with Story.open(story, create=False) as opened:
        page = opened.search(" ".join(words), limit=limit)
    if as_json:
        for hit in page.items:
            click.echo(_json(hit))
    else:
        _show(page)
    if not page.items:
        raise SystemExit(1)


def _show(page: Page[Hit]) -> None:
    """The results of a search, the words found set off in their passages."""
    from rich.padding import Padding
    from rich.text import Text

    from rawi.cli._language import count, say, sentence
    from rawi.cli._terminal import arabic, aside, entitled, out, published

    for hit in page.items:
        row = hit.article
        out.print(Text(entitled(row.title, row.source, 100), style="bold"))
        aside(f"{arabic(row.outlet)}  {published(row.published)}  {row.id}")
        out.print(Padding(_passage(hit), (0, 0, 1, 2)))
    more = page.total - len(page.items)
    told = count("%(n)s article", "%(n)s articles", page.total)
    if more > 0:
        told += say(", %(n)s not shown", n=f"{more:,}")
    out.print(sentence(told), style="dim")


def _passage(hit: Hit) -> Text:
    """The passage with the words found set off."""
    from rich.text import Text

    from rawi.cli._terminal import FSI, PDI

    snippet, text = hit.snippet, Text(FSI)
    at = snippet.start
    for match in hit.matches:
        if match.start < at or match.end > snippet.end:
            continue
        text.append(_plain(snippet.text[at - snippet.start : match.start - snippet.start]))
        text.append(_plain(match.text), style="bold yellow")
        at = match.end
    text.append(_plain(snippet.text[at - snippet.start :]))
    return text.append(PDI)


def _plain(words: str) -> str:
    return "".join(c if c.isprintable() else " " for c in words)


def _json(hit: Hit) -> str:
    """One result as JSON: article, outlet, title, first day of publication, span, passage, score."""
    from dataclasses import asdict

    row = hit.article
    day = row.published.begin if row.published else None
    value = {
        "article": row.id, "outlet": row.outlet, "title": row.title,
        "published": day.isoformat() if day else None, "start": hit.span.start, "end": hit.span.end,
        "text": hit.span.text, "snippet": asdict(hit.snippet),
        "matches": [asdict(m) for m in hit.matches], "score": hit.score,
    }  # fmt: skip
    return json.dumps(value, ensure_ascii=False)
