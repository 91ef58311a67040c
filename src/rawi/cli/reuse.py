"""`rawi reuse`: which passages stand in two articles, who was first, who gave credit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from rawi.cli._listing import listing
from rawi.export.csv import stretch

if TYPE_CHECKING:
    from rawi.store.rows import Page
    from rawi.story.reuse.report import Reuse


@click.command(short_help="List the passages that two articles share.")
@listing()
@click.option(
    "--kind", type=click.Choice(["copy", "background", "quotation"]),
    help="copy: from another outlet; background: an outlet repeats itself; quotation: both quote the "
    "same words.",
)  # fmt: skip
@click.option("--article", metavar="ID", help="Only those of one article.")
@click.option(
    "--least-words",
    type=click.IntRange(8),
    default=8,
    metavar="N",
    help="Passages of N words or more.",
)
def command(
    story: Path,
    form: str,
    limit: int,
    offset: int,
    kind: str | None,
    article: str | None,
    least_words: int,
) -> None:
    """List the passages that two articles of STORY share, the longest first."""
    from rawi.cli._listing import write
    from rawi.story import Story

    with Story.open(story, create=False) as opened:
        page = opened.reuse(
            article=article, kind=kind, least_words=least_words, limit=limit, offset=offset
        )
    if form == "text":
        _show(page)
    else:
        write(form, page.items, COLUMNS)


def _show(page: Page[Reuse]) -> None:
    """Shared passages, both sides under each other."""
    from rawi.cli._language import count, field, named, say
    from rawi.cli._terminal import arabic, aside, out, published, quote, show_more, show_none
    from rawi.web.labels import REUSE

    for item in page.items:
        credit = {True: say(", credited"), False: say(", not credited"), None: ""}[item.credited]
        order = "" if item.ordered else say(", order unknown")
        words = count("%(n)s word", "%(n)s words", item.words)
        measured = field(f"{words}{say(', ')}{item.share:.0%}{order}{credit}")
        out.print(f"{named(REUSE, item.kind)}  {measured}", style="bold")
        for side in (item.a, item.b):
            head = f"{published(side.article.published)}  {arabic(side.article.outlet)}  {side.article.id}"
            aside(head)
            quote(side.span.text, 400)
    show_none(page, say("no passage stands in two articles"))
    show_more(page)


COLUMNS = {
    "id": lambda r: r.id,
    "kind": lambda r: r.kind,
    "words": lambda r: r.words,
    "share": lambda r: r.share,
    "order_known": lambda r: r.ordered,
    "credited": lambda r: r.credited,
    "a_outlet": lambda r: r.a.article.outlet,
    "a_published": lambda r: stretch(r.a.article.published),
    "a_article": lambda r: r.a.article.id,
    "a_text": lambda r: r.a.span.text,
    "b_outlet": lambda r: r.b.article.outlet,
    "b_published": lambda r: stretch(r.b.article.published),
    "b_article": lambda r: r.b.article.id,
    "b_text": lambda r: r.b.span.text,
}
