"""`rawi correct`: what a user decides about records."""

from __future__ import annotations

from pathlib import Path

import click

ACTIONS = ("confirm", "reject", "edit", "note", "join", "split")


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
    from rawi.cli._terminal import show_correction, show_corrections
    from rawi.story import Story

    with Story.open(story, create=False) as opened:
        if undo is not None:
            show_correction(opened.undo(undo))
        elif listed:
            show_corrections(opened.corrections())
        elif record is None or action is None:
            raise click.UsageError("name a record and an action, or --list, or --undo NUMBER")
        elif action in ("join", "split"):
            if other is None:
                raise click.UsageError(f"{action} takes two records")
            decide = opened.join if action == "join" else opened.split
            show_correction(decide(scope, record, other, by=by, note=note))
        else:
            made = opened.correct(
                record, action, changes=_changes(changes) or None, by=by, note=note
            )
            show_correction(made)


def _changes(given: tuple[str, ...]) -> dict[str, object]:
    import json

    out: dict[str, object] = {}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals:
            raise click.UsageError(f"--set {pair}: write FIELD=VALUE")
        try:
            out[name.strip()] = json.loads(value)
        except ValueError:
            out[name.strip()] = value
    return out
