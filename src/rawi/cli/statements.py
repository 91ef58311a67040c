"""`rawi statements`: who said what, with the way each statement took to the reader."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rawi.cli._language import count, named, say, sentence, term
from rawi.cli._listing import day, listing
from rawi.export.csv import stretch
from rawi.records import ACTS, FORMS

if TYPE_CHECKING:
    from rawi.story.chains.chain import Chain


@click.command(short_help="List who said what, when, through whom.")
@listing()
@click.option("--speaker", metavar="NAME", help="Only this speaker's, in any spelling.")
@click.option("--outlet", metavar="NAME", help="Only in this outlet.")
@click.option(
    "--act", type=click.Choice(ACTS), metavar="ACT", help="One of: " + ", ".join(ACTS) + "."
)
@click.option("--quoted-as", "quoted", type=click.Choice(FORMS), help="How the words are reported.")
@click.option(
    "--since", callback=day, metavar="DAY", help="Said on this day or later (2024-03-02)."
)
@click.option("--until", callback=day, metavar="DAY", help="Said on this day or earlier.")
@click.option("--about", metavar="WORDS", help="Only statements that hold these words.")
@click.option("--doubtful", is_flag=True, help="The least sure first.")
@click.option(
    "--chain", "record", metavar="ID", help="One statement's chain, with every report of it."
)
def command(
    story: Path, form: str, limit: int, offset: int, speaker: str | None, outlet: str | None,
    act: str | None, quoted: str | None, since: date | None, until: date | None, about: str | None,
    doubtful: bool, record: str | None,
) -> None:  # fmt: skip
    """List the statements of STORY, the newest first."""
    from rawi.cli._listing import write
    from rawi.cli._terminal import show_more, show_none, show_statement
    from rawi.story import Story

    with Story.open(story, create=False) as opened:
        if record is not None:
            chain = opened.chain(record)
            if form == "text":
                _show_chain(chain)
            else:
                write(form, chain.variants, VARIANT)
            return
        page = opened.records(
            "statement", speaker=speaker, outlet=outlet, act=act, form=quoted, since=since, until=until,
            text=about, order="doubt" if doubtful else "date", limit=limit, offset=offset,
        )  # fmt: skip
        if form == "text":
            for row in page.items:
                show_statement(row)
            show_none(page, say("No statement matches"))
            show_more(page)
        else:
            write(form, page.items, STATEMENT)


def _show_chain(chain: Chain) -> None:
    """Every report of one statement, the earliest first, each with its way to the page."""
    from rich.text import Text

    from rawi.cli._terminal import arabic, confirmed, days, out, quote
    from rawi.web.labels import CHANGE

    counted = chain.independence
    told = [count("%(n)s report", "%(n)s reports", len(chain.variants))]
    if len(chain.variants) > 1:
        told += [count("%(n)s outlet", "%(n)s outlets", counted.outlets), confirmed(counted)]
    out.print(sentence(say(", ").join(told)), style="bold")
    for variant in chain.variants:
        line = Text(
            days(variant.row.article.published.days) if variant.row.article.published else term("undated")
        )
        for link in variant.links:
            line.append("  ←  " if link.role != "speaker" else "  ", style="dim")
            line.append(arabic(link.name, 50), style="cyan" if link.role == "speaker" else None)
        if variant.changes:
            changes = (named(CHANGE, change) for change in variant.changes)
            line.append("  " + ", ".join(changes), style="yellow")
        out.print(line, soft_wrap=True)
        quote(variant.row.record.text)


def _links(variant: Any) -> list[str]:
    return [f"{link.role}: {link.name}" for link in variant.links]


STATEMENT = {
    "id": lambda row: row.record.id,
    "speaker": lambda row: (
        row.record.speaker and (row.record.speaker.name or row.record.speaker.text)
    ),
    "act": lambda row: row.record.act,
    "form": lambda row: row.record.form,
    "content": lambda row: row.record.text,
    "cue": lambda row: row.record.cue and row.record.cue.text,
    "via": lambda row: row.record.via and row.record.via.text,
    "said_begin": lambda row: row.record.said and row.record.said.begin,
    "said_end": lambda row: row.record.said and row.record.said.end,
    "outlet": lambda row: row.article.outlet,
    "published": lambda row: stretch(row.article.published),
    "title": lambda row: row.article.title,
    "sure": lambda row: row.record.score,
}


def _of_row(get: Callable[[Any], object]) -> Callable[[Any], object]:
    return lambda variant: get(variant.row)


VARIANT = {
    "chain": _links,
    "why": lambda variant: variant.why,
    "changes": lambda variant: variant.changes,
} | {name: _of_row(get) for name, get in STATEMENT.items()}
