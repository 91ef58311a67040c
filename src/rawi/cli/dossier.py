"""`rawi dossier`: pick records into a basket, and write it as a dossier with numbered citations."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import click

from rawi.cli._language import term
from rawi.cli._listing import day

FORMATS = ("docx", "pdf", "html")
STORY = click.argument("story", type=click.Path(path_type=Path), metavar="STORY")
BASKET = click.option(
    "--basket", default="dossier", show_default=True, metavar="NAME", help="Which basket."
)


@click.group(short_help="Pick records and write them as a dossier.")
def command() -> None:
    """Pick records of a story into a basket, in an order and with notes, and write the dossier."""


@command.command(short_help="Put records into the basket.")
@STORY
@click.argument("records", nargs=-1, required=True, metavar="RECORD...")
@BASKET
@click.option("--note", default="", metavar="WORDS", help="Words to stand beside these records.")
def add(story: Path, records: tuple[str, ...], basket: str, note: str) -> None:
    """Put RECORD... (ids, as `rawi show` gives them) at the end of the basket of STORY."""
    _change(story, basket, lambda held: [held.add(record, note) for record in records])


@command.command(short_help="List what is in the basket.")
@STORY
@BASKET
def show(story: Path, basket: str) -> None:
    """List what is in the basket, each item with its number, which the other commands take."""
    _change(story, basket, lambda held: None)


@command.command(short_help="Move an item to another place.")
@STORY
@click.argument("item", type=int)
@click.argument("to", type=click.IntRange(1))
@BASKET
def move(story: Path, item: int, to: int, basket: str) -> None:
    """Put ITEM at place TO of the basket, counted from 1."""
    _change(story, basket, lambda held: held.move(item, to))


@command.command(short_help="Write words beside an item.")
@STORY
@click.argument("item", type=int)
@click.argument("words")
@BASKET
def note(story: Path, item: int, words: str, basket: str) -> None:
    """Let WORDS stand beside ITEM, in place of those before; '' takes them away."""
    _change(story, basket, lambda held: held.annotate(item, words))


@command.command(short_help="Take items out, or empty the basket.")
@STORY
@click.argument("items", type=int, nargs=-1, metavar="[ITEM]...")
@BASKET
@click.option("--all", "everything", is_flag=True, help="Do away with the whole basket.")
def remove(story: Path, items: tuple[int, ...], basket: str, everything: bool) -> None:
    """Take ITEM... out of the basket."""
    if everything:
        _change(story, basket, lambda held: held.clear())
    else:
        _change(story, basket, lambda held: [held.remove(item) for item in items])


@command.command(short_help="Set the dossier's title and first words.")
@STORY
@BASKET
@click.option("--title", metavar="WORDS", help="The dossier's title.")
@click.option("--introduction", metavar="WORDS", help="What stands before the first record.")
def describe(story: Path, basket: str, title: str | None, introduction: str | None) -> None:
    """Set what the dossier of a basket is called and how it begins."""
    _change(story, basket, lambda held: held.describe(title, introduction))


@command.command(short_help="Write the dossier as DOCX, PDF or HTML.")
@STORY
@click.argument("output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE")
@BASKET
@click.option(
    "--format", "form", type=click.Choice(FORMATS), help="The format (else by the ending of FILE)."
)
@click.option(
    "--lang", type=click.Choice(["ar", "en"]), default="ar", show_default=True,
    help="The language of headings and sentences; evidence stays as printed.",
)  # fmt: skip
@click.option(
    "--digits", type=click.Choice(["latn", "arab"]), default="latn", show_default=True,
    help="123 or ١٢٣, in an Arabic dossier.",
)  # fmt: skip
@click.option(
    "--months", type=click.Choice(["ar", "ar_IQ", "ar_DZ", "ar_MA"]), default="ar", show_default=True,
    help="Whose month names, in an Arabic dossier.",
)  # fmt: skip
@click.option(
    "--order", type=click.Choice(["basket", "date"]), default="basket", show_default=True,
    help="As in the basket, or by date.",
)  # fmt: skip
@click.option(
    "--without", multiple=True, metavar="PART",
    type=click.Choice(["chronology", "actors", "commitments", "conflicts", "chains"]),
    help="Leave out the chronology, actors, commitments, conflicts or chains; may be given again.",
)  # fmt: skip
@click.option(
    "--as-of", "as_of", callback=day, metavar="DAY",
    help="The day on which undertakings are looked at (else that of the last article).",
)  # fmt: skip
def write(
    story: Path, output: Path, basket: str, form: str | None, lang: str, digits: str, months: str,
    order: str, without: tuple[str, ...], as_of: date | None,
) -> None:  # fmt: skip
    """Write the basket's dossier to FILE: sentences with numbered citations, tables, sources.

    The same story and settings give the same file, byte for byte.
    """
    from rawi.cli._output import written
    from rawi.export.dossier import Settings, dossier
    from rawi.export.dossier.settings import PARTS
    from rawi.story import Story

    parts = tuple(part for part in PARTS if part not in without)
    settings = Settings(lang, digits, months, order, parts, as_of)
    with Story.open(story, create=False) as opened:
        made = dossier(opened, opened.basket(basket), form or output.suffix.lower()[1:], settings)
    with written(output) as out:
        out.write(made)


def _change(story: Path, basket: str, change: Callable[[Any], Any]) -> None:
    """Do something with a basket, then list it."""
    from rawi.cli._terminal import arabic
    from rawi.story import Story

    with Story.open(story, create=False) as opened:
        held = opened.basket(basket)
        change(held)
        for place, item in enumerate(held.items(), 1):
            state = "" if item.row else f"  ({term('no longer in the story')})"
            click.echo(f"{place:3}  {item.id:4}  {arabic(item.anchor.text, 90)}{state}")
            if item.note:
                click.echo(f"{'':11}{arabic(item.note, 90)}")
