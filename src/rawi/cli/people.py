"""`rawi people`: who and where is in a story, one line each; or everything about one of them."""

from __future__ import annotations

from pathlib import Path

import click

from rawi.cli._language import field, named, say, sentence, term
from rawi.cli._listing import listing
from rawi.web.labels import NAME_TYPE, SAME

TYPES = ("person", "organization", "place", "outlet", "group")


@click.command(short_help="List persons, bodies and places, and who held which office.")
@listing()
@click.option("--type", "type_", type=click.Choice(TYPES), help="Only these.")
@click.option("--text", metavar="WORDS", help="Only names with these words.")
@click.option(
    "--order", type=click.Choice(["mentions", "articles", "name"]), default="mentions",
    show_default=True, help="What comes first.",
)  # fmt: skip
@click.option("--show", "entity", metavar="ID", help="One of them: its names and roles.")
@click.option("--offices", is_flag=True, help="Offices and who held them when, in their place.")
@click.option("--role", metavar="WORDS", help="With --offices: only this one.")
def command(
    story: Path, form: str, limit: int, offset: int, type_: str | None, text: str | None,
    order: str, entity: str | None, offices: bool, role: str | None,
) -> None:  # fmt: skip
    """List the persons, organizations, places, outlets and groups of STORY."""
    from rawi.cli._listing import write
    from rawi.story import Story

    with Story.open(story, create=False) as opened:
        if entity is not None:
            found = opened.entity(entity)
            if form == "text":
                _show(found)
            else:
                write(form, [found.row], COLUMNS) if form == "csv" else write(form, [found])
            return
        if offices or role is not None:
            listed = opened.offices(role, limit=limit)
            if form == "text":
                for office in listed:
                    _show_office(office)
            else:
                write(form, listed, OFFICE_COLUMNS)
            return
        page = opened.people(type_, text=text, order=order, limit=limit, offset=offset)
        if form == "text":
            for row in page.items:
                type_of = f"{named(NAME_TYPE, row.type):12}"
                click.echo(f"{row.mentions:6}  {type_of}  {row.id}  {field(row.name)}  ({row.latin})")
            shown = say("%(shown)s of %(all)s", shown=len(page.items), all=page.total)
            click.echo(sentence(shown), err=True)
        else:
            write(form, page.items, COLUMNS)


def _show(entity) -> None:
    row = entity.row
    click.echo(f"{field(row.name)}  ({row.latin})  {named(NAME_TYPE, row.type)}")
    counted = say(
        "%(mentions)s mentions in %(articles)s articles; %(statements)s statements",
        mentions=row.mentions, articles=row.articles, statements=entity.speakers,
    )  # fmt: skip
    click.echo(sentence(counted))
    if row.lat is not None:
        click.echo(f"{row.lat:.3f}, {row.lon:.3f}")
    for name in entity.aliases:
        click.echo(f"  = {name}")
    for form in entity.forms:
        if form.rule:
            click.echo(f"  + {field(form.text)}: {named(SAME, form.rule)} ({form.score:.2f})")
    for tenure in entity.roles:
        click.echo(f"  {_tenure(tenure)}")


def _show_office(office) -> None:
    click.echo(f"{field(office.label)}  {office.country}".rstrip())
    for holder in (*office.holders, *office.former):
        click.echo(f"  {field(holder.name)}: {_tenure(holder.tenure)}")


def _tenure(tenure) -> str:
    days = " … ".join(dict.fromkeys(str(d) for d in (tenure.begin, tenure.end) if d)) or term("undated")
    former = f", {term('former')}" if tenure.former else ""
    return f"{field(tenure.role)} [{days}{former}]"


COLUMNS = {
    "id": lambda r: r.id,
    "type": lambda r: r.type,
    "name": lambda r: r.name,
    "latin": lambda r: r.latin,
    "mentions": lambda r: r.mentions,
    "articles": lambda r: r.articles,
    "lat": lambda r: r.lat,
    "lon": lambda r: r.lon,
}
OFFICE_COLUMNS = {
    "office": lambda o: o.label,
    "country": lambda o: o.country,
    "holders": lambda o: tuple(h.name for h in o.holders),
    "former": lambda o: tuple(h.name for h in o.former),
}
