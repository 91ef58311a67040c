"""`rawi correct`: what a user decides about records."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rawi.cli._language import named, say, term

ACTIONS = ("confirm", "reject", "edit", "note", "join", "split")

if TYPE_CHECKING:
    from rawi.store.rows import Correction


@click.command(short_help="Confirm, reject, edit, join or split records; undo it.")
@click.argument("story", type=click.Path(path_type=Path), metavar="STORY")
@click.argument("record", required=False, metavar="[RECORD]")
@click.argument("action", required=False, type=click.Choice(ACTIONS), metavar="[ACTION]")
@click.argument("other", required=False, metavar="[OTHER]")
@click.option(
    "--set",
    "changes",
    multiple=True,
    metavar="FIELD=VALUE",
    help="For edit: a field and its new value (JSON, or plain words); may be given again.",
)
@click.option("--note", metavar="WORDS", help="A note to keep beside the record.")
@click.option("--by", metavar="NAME", help="Who decides.")
@click.option(
    "--scope",
    type=click.Choice(["entity", "thread"]),
    default="entity",
    show_default=True,
    help="For join and split: what the two records are one of.",
)
@click.option("--undo", type=int, metavar="NUMBER", help="Take a correction back.")
@click.option("--list", "listed", is_flag=True, help="List the corrections in force.")
def command(
    story: Path, record: str | None, action: str | None, other: str | None,
    changes: tuple[str, ...], note: str | None, by: str | None, scope: str, undo: int | None,
    listed: bool,
) -> None:  # fmt: skip
    """Decide about RECORD of STORY: ACTION is confirm, reject, edit, note, join or split.

    join and split take a second record, OTHER. A decision is kept with who and when, outlives every
    later reading, and is taken back with --undo.
    """
    from rawi.story import Story

    with Story.open(story, create=False) as opened:
        if undo is not None:
            _show((opened.undo(undo),))
        elif listed:
            _show(opened.corrections())
        elif record is None or action is None:
            raise click.UsageError(say("name a record and an action, or --list, or --undo NUMBER"))
        elif action in ("join", "split"):
            if other is None:
                raise click.UsageError(say("%(action)s takes two records", action=action))
            decide = opened.join if action == "join" else opened.split
            _show((decide(scope, record, other, by=by, note=note),))
        else:
            made = opened.correct(
                record, action, changes=_changes(changes) or None, by=by, note=note
            )
            _show((made,))


def _changes(given: tuple[str, ...]) -> dict[str, object]:
    out: dict[str, object] = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals:
            raise click.UsageError(say("--set %(pair)s: write FIELD=VALUE", pair=pair))
        try:
            out[name.strip()] = json.loads(value)
        except ValueError:
            out[name.strip()] = value
    return out


def _show(corrections: tuple[Correction, ...]) -> None:
    """Decisions, one a line."""
    from rich.table import Table
    from rich.text import Text

    from rawi.cli._terminal import arabic, out
    from rawi.web.labels import ACTION, KIND

    table = Table(box=None, pad_edge=False, header_style="dim")
    for name, wraps in (
        (term("number"), False), (term("what"), False), (term("kind"), False), (term("words"), True),
        (term("by"), False), (term("when"), False), ("", True),
    ):  # fmt: skip
        table.add_column(name, no_wrap=not wraps)
    for item in corrections:
        state = (
            term("undone %(when)s", when=item.undone)
            if item.undone
            else ("" if item.holds else term("matches nothing now"))
        )
        details = item.note or (
            json.dumps(item.changes, ensure_ascii=False) if item.changes else ""
        )
        words = arabic(item.anchor.text, 60)
        if item.other:
            words += f" + {arabic(item.other.text, 60)}"
        table.add_row(
            str(item.id), named(ACTION, item.action), named(KIND, item.anchor.kind), Text(words),
            Text(arabic(item.by)), item.at,
            Text(" ".join(filter(None, (state, arabic(details) if details else "")))),
        )  # fmt: skip
    out.print(table)
