"""`rawi show`: a story, or one of its articles, in the terminal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from rawi.cli._language import named, say, sentence, term

if TYPE_CHECKING:
    from rawi.records import Reading
    from rawi.store.rows import ArticleRow, Count, Overview, Page, Row

_BAR = 24  # cells of the longest bar


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
    from rawi.story import Story

    with Story.open(story, create=False) as opened:
        if article is not None:
            _show_article(opened.reading(article))
        elif articles:
            _show_articles(opened.articles(limit=1_000))
        else:
            statements = opened.records("statement", limit=latest)
            _show_story(opened.overview(), statements, story)


def _show_story(overview: Overview, latest: Page[Row], story: Path) -> None:
    """A story at a glance."""
    from rich.table import Table
    from rich.text import Text

    from rawi.cli._terminal import counted, days, out, show_statement, stale

    out.rule(Text(story.name, style="bold"), align="left")
    facts = Table(box=None, show_header=False, pad_edge=False)
    facts.add_column(style="dim")
    facts.add_column()
    facts.add_row(term("articles"), f"{overview.articles:,}")
    undated = ""
    if overview.undated:
        undated = f"   ({term('%(n)s undated', n=f'{overview.undated:,}')})"
    facts.add_row(term("period"), days(overview.period) + undated)
    kinds = [counted(kind, n) for kind, n in overview.counts.items() if n]
    facts.add_row(term("records"), "   ".join(kinds) or term("none"))
    if overview.corrections:
        facts.add_row(term("corrections"), f"{overview.corrections:,}")
    out.print(facts)
    for title, counts in (
        (say("Outlets"), overview.outlets), (say("Speakers"), overview.speakers),
        (say("Places"), overview.places),
    ):  # fmt: skip
        _bars(title, counts)
    if latest.items:
        out.print(f"\n[bold]{sentence(say('Latest statements'))}[/bold]")
        for row in latest.items:
            show_statement(row)
    if overview.stale:
        out.print(
            "\n" + sentence(stale(overview.stale, story)), style="yellow", markup=False,
        )  # fmt: skip


def _bars(title: str, counts: tuple[Count, ...], rows: int = 8) -> None:
    """How often each of them stands in the story, as bars."""
    from rich.table import Table
    from rich.text import Text

    from rawi.cli._terminal import arabic, out, rest

    if not counts:
        return
    out.print(f"\n[bold]{sentence(title)}[/bold]")
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(justify="right", style="cyan", no_wrap=True, min_width=4)
    table.add_column(style="blue", no_wrap=True, width=_BAR)
    table.add_column(no_wrap=True, overflow="ellipsis", ratio=1)
    for item in counts[:rows]:
        cells = max(1, round(_BAR * item.count / counts[0].count))
        table.add_row(f"{item.count:,}", "━" * cells, Text(arabic(item.name, 60)))
    out.print(table)
    if len(counts) > rows:
        out.print(sentence(rest(len(counts) - rows)), style="dim")


def _show_articles(page: Page[ArticleRow]) -> None:
    """The list of articles."""
    from rich.table import Table
    from rich.text import Text

    from rawi.cli._terminal import arabic, entitled, out, published, show_more

    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column(term("id"), no_wrap=True)
    table.add_column(term("published"), no_wrap=True)
    table.add_column(term("outlet"), no_wrap=True)
    table.add_column(term("title"))
    table.add_column(term("records"), no_wrap=True, justify="right")
    for row in page.items:
        table.add_row(
            row.id, published(row.published), Text(arabic(row.outlet, 24)),
            Text(entitled(row.title, row.source, 80), overflow="fold"), f"{sum(row.counts.values()):,}",
        )  # fmt: skip
    out.print(table)
    show_more(page)


def _show_article(reading: Reading) -> None:
    """One article and everything read out of it."""
    from rich.table import Table
    from rich.text import Text

    from rawi.cli._terminal import arabic, aside, out, published
    from rawi.records import Statement
    from rawi.web.labels import ACT, EVENT, KIND, NAME_TYPE, STATUS, TIME_TYPE

    codes = ACT | NAME_TYPE | TIME_TYPE | STATUS | EVENT

    article = reading.article
    out.print(Text(arabic(article.title.text if article.title else article.source), style="bold"))
    aside(f"{arabic(article.outlet)}  {published(article.published)}  {arabic(article.source)}")
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in (term("id"), term("kind"), ""):
        table.add_column(name, no_wrap=True)
    table.add_column(term("words"))
    for record in reading.records():
        what = next(
            (named(codes, str(v)) for f in ("act", "type", "status_word", "value")
             if (v := getattr(record, f, None)) is not None), "",
        )  # fmt: skip
        if isinstance(record, Statement) and record.speaker:
            what += " " + arabic(record.speaker.name or record.speaker.text, 40)
        table.add_row(record.id, named(KIND, record.kind), Text(what), Text(arabic(record.text)))
    out.print(table)
