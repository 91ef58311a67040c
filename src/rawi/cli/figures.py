"""`rawi figures`: numbers through time, each with its source, its modifier, its independence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from rawi.cli._language import in_arabic, say, sentence, term
from rawi.cli._listing import listing
from rawi.export.csv import stretch

if TYPE_CHECKING:
    from rawi.story.figures import Series

BAR = 20  # cells of the longest bar


@click.command(short_help="List figures of the same thing in the same place through time.")
@listing()
@click.option("--thing", metavar="WORDS", help="Only figures of what these words name.")
@click.option("--place", metavar="NAME", help="Only in this place, in any spelling.")
@click.option("--unit", metavar="UNIT", help="Only in this unit (USD, %, m).")
@click.option(
    "--every",
    is_flag=True,
    help="Also what incidents count, such as casualties, and things one word names.",
)
@click.option(
    "--least", type=click.IntRange(1), default=2, show_default=True, metavar="N",
    help="Only series that stand in N articles or more.",
)  # fmt: skip
def command(
    story: Path, form: str, limit: int, offset: int, thing: str | None, place: str | None,
    unit: str | None, every: bool, least: int,
) -> None:  # fmt: skip
    """List the series of figures in STORY, those in the most articles first."""
    from rawi.cli._listing import write
    from rawi.story import Story

    with Story.open(story, create=False) as opened:
        page = opened.figure_series(
            thing=thing,
            place=place,
            unit=unit,
            every=every,
            least=least,
            limit=limit,
            offset=offset,
        )
    if form == "jsonl":
        write(form, page.items)
    elif form == "csv":
        write(form, [(s, p) for s in page.items for p in s.points], COLUMNS)
    else:
        for series in page.items:
            show(series)
        shown = say("%(shown)s of %(all)s series", shown=len(page.items), all=page.total)
        click.echo(sentence(shown))


def show(series: Series) -> None:
    """One series for a person: a line a point with a bar, then what is marked."""
    from rawi.cli._terminal import arabic, confirmed

    where = f" · {arabic(series.place)}" if series.place else ""
    unit = f" [{series.unit}]" if series.unit else ""
    click.echo(f"{arabic(series.thing, 80)}{unit}{where}")
    most = max((abs(p.number) for p in series.points if p.number), default=0.0)
    for point in series.points:
        day = (stretch(point.days) or term("no day")).ljust(10)
        cells = round(BAR * abs(point.number) / most) if point.number and most else 0
        copied = f" ({term('copied')})" if point.copied else ""
        outlet = arabic(point.row.article.outlet, 24)
        click.echo(f"  {day} {'█' * cells:<{BAR}} {arabic(point.figure.text, 60)} {outlet}{copied}")
    for note in series.notes:
        click.echo(f"  {arabic(note.ar)}" if in_arabic() else f"  {note.en} — {arabic(note.ar)}")
    click.echo(f"  {series.id}: {confirmed(series.independence)}\n")


COLUMNS = {
    "series": lambda sp: sp[0].id,
    "thing": lambda sp: sp[0].thing,
    "unit": lambda sp: sp[0].unit,
    "place": lambda sp: sp[0].place,
    "day": lambda sp: stretch(sp[1].days),
    "day_known_from": lambda sp: sp[1].basis,
    "value": lambda sp: sp[1].figure.value,
    "low": lambda sp: sp[1].figure.low,
    "high": lambda sp: sp[1].figure.high,
    "modifier": lambda sp: sp[1].figure.mod,
    "text": lambda sp: sp[1].figure.text,
    "copied": lambda sp: sp[1].copied,
    "outlet": lambda sp: sp[1].row.article.outlet,
    "article": lambda sp: sp[1].figure.article,
    "record": lambda sp: sp[1].figure.id,
}
