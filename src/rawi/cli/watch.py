"""`rawi watch`: new articles of folders and feeds into a story, as they come."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rawi.cli._language import explained, in_arabic, named, say, sentence, term

if TYPE_CHECKING:
    from rawi.story.watch import Change

FOLDER_SECONDS = 5  # between two looks at a folder: its listing costs milliseconds


@click.command(short_help="Read new articles of folders and feeds as they come.")
@click.argument("story", type=click.Path(path_type=Path), metavar="STORY")
@click.argument("targets", nargs=-1, required=True, metavar="FOLDER|FEED...")
@click.option(
    "--interval", type=click.IntRange(60), default=900, show_default=True, metavar="SECONDS",
    help="How long to leave a feed alone between two looks.",
)  # fmt: skip
@click.option(
    "--links", is_flag=True,
    help="Read the pages that a feed's items lead to, where robots.txt allows it, not what the feed prints.",
)  # fmt: skip
@click.option("--once", is_flag=True, help="Look once, then end.")
def command(story: Path, targets: tuple[str, ...], interval: int, links: bool, once: bool) -> None:
    """Watch FOLDER... and RSS or Atom FEED... (addresses); read what is new into STORY, tell what changed.

    Nothing but the feeds, and with --links the pages that their items lead to, is asked for over the
    network. A feed is asked only for what changed since the last look, also by an earlier run. Ctrl-C ends.
    """
    from rawi.story import Story
    from rawi.story.watch import Feed, Folder, is_address

    watched = [Feed(t, links=links) if is_address(t) else Folder(Path(t)) for t in targets]
    due = [0.0] * len(watched)
    with Story.open(story) as opened:
        try:
            while True:
                for n, one in enumerate(watched):
                    if time.monotonic() < due[n]:
                        continue
                    feed = isinstance(one, Feed)
                    change = (
                        one.look(opened)
                        if feed
                        else one.look(opened, float("inf") if once else time.time())
                    )
                    _show(targets[n], change)
                    due[n] = time.monotonic() + (interval if feed else FOLDER_SECONDS)
                if once:
                    return
                time.sleep(max(0.1, min(due) - time.monotonic()))
        except KeyboardInterrupt:
            click.echo("")


def _show(target: str, change: Change) -> None:
    """What one look brought, where it brought anything."""
    from rawi.cli._terminal import arabic, counted, published
    from rawi.web.labels import CONFLICT, GRADE

    if change.articles:
        new = say("%(where)s: %(n)s new or changed", where=target, n=len(change.articles))
        click.echo(sentence(new))
    for row in change.articles:
        counts = ", ".join(counted(kind, n) for kind, n in sorted(row.counts.items()) if n)
        click.echo(
            f"  + {row.id}  {published(row.published)}  {arabic(row.outlet)}  {arabic(row.title, 80)}"
        )
        click.echo(f"    {counts or term('no records')}")
    for conflict in change.conflicts:
        kind, grade = named(CONFLICT, conflict.kind), named(GRADE, conflict.grade)
        why = conflict.why_ar if in_arabic() else conflict.why_en
        click.echo(f"  ! {kind} ({grade}): {arabic(why, 160)}")
    for refusal in change.report.refused:
        hint = f" ({explained(refusal.hint)})" if refusal.hint else ""
        reason = arabic(explained(refusal.reason))
        click.echo(sentence(f"  - {arabic(refusal.source, 100)}: {reason}{hint}"), err=True)
