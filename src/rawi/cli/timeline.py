"""`rawi timeline`: what happened, what is planned, which limits were set, in the order of days."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from rawi.cli._language import say
from rawi.cli._listing import day

FORMATS = ("text", "jsonl", "csv", "timelinejs", "icalendar")


@click.command(short_help="List what happened when, and what is to come.")
@click.argument("story", type=click.Path(path_type=Path), metavar="STORY")
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default="text", show_default=True,
    help="For people, for other programs, for TimelineJS, or for a calendar (plans and deadlines).",
)  # fmt: skip
@click.option(
    "--top", type=click.IntRange(1), default=50, show_default=True, metavar="N",
    help="The N entries that weigh most.",
)  # fmt: skip
@click.option("--since", callback=day, metavar="DAY", help="Only from this day on.")
@click.option("--until", callback=day, metavar="DAY", help="Only up to this day.")
@click.option(
    "--status", type=click.Choice(["happened", "planned", "deadline"]), help="Only these entries."
)
@click.option("--actor", metavar="NAME", help="Only where this person or body is named.")
@click.option("--place", metavar="NAME", help="Only where this place is named.")
@click.option("--outlet", metavar="NAME", help="Only what this outlet tells.")
def command(
    story: Path, form: str, top: int, since: date | None, until: date | None, status: str | None,
    actor: str | None, place: str | None, outlet: str | None,
) -> None:  # fmt: skip
    """List the dated happenings, plans and deadlines of STORY, each once however many tell it."""
    import sys
    from importlib import import_module

    from rawi.cli._listing import write
    from rawi.cli._terminal import show_none
    from rawi.story import Story

    with Story.open(story, create=False) as opened:
        page = opened.timeline(
            since=since,
            until=until,
            status=status,
            actor=actor,
            place=place,
            outlet=outlet,
            top=top,
        )
    if form == "text":
        show_none(page, say("No entry matches"))
        for entry in page.items:
            click.echo(f"{_days(entry.begin, entry.end):23}  {MARKS[entry.status]}  {entry.text}")
            names = dict.fromkeys(
                e.article.outlet or e.article.title or e.article.source for e in entry.evidence
            )
            click.echo(f"{'':23}     {'، '.join(names)} ({entry.sources}/{entry.outlets})")
    elif form in ("timelinejs", "icalendar"):
        import_module(f"rawi.export.{form}").write(page.items, sys.stdout, title=story.stem)
    else:
        write(form, page.items, COLUMNS)


MARKS = {"happened": "•", "planned": "○", "deadline": "!"}


def _days(begin: date, end: date) -> str:
    return begin.isoformat() if begin == end else f"{begin} … {end}"


COLUMNS = {
    "id": lambda e: e.id,
    "begin": lambda e: e.begin,
    "end": lambda e: e.end,
    "status": lambda e: e.status,
    "text": lambda e: e.text,
    "outlets": lambda e: e.outlets,
    "sources": lambda e: e.sources,
    "told_by": lambda e: tuple(
        dict.fromkeys(x.article.outlet or x.article.title or x.article.source for x in e.evidence)
    ),
    "articles": lambda e: tuple(dict.fromkeys(x.article.id for x in e.evidence)),
    "weight": lambda e: e.weight,
}
