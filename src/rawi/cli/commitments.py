"""`rawi commitments`: who is bound to do what by when, and what became of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rawi.cli._language import in_arabic, named, say, sentence, term
from rawi.cli._listing import day, listing

if TYPE_CHECKING:
    from rawi.story.threads import Thread

STATES = ("due", "passed", "disputed", "postponed", "open", "cancelled", "denied", "broken", "done")


@click.command(short_help="List undertakings with their deadlines, and what became of them.")
@listing()
@click.option(
    "--as-of", "as_of", callback=day, metavar="DAY",
    help="As known on this day (2024-03-02); else on that of the last article.",
)  # fmt: skip
@click.option("--state", type=click.Choice(STATES), help="Only undertakings in this state.")
@click.option("--party", metavar="NAME", help="Only those that bind somebody of this name.")
def command(
    story: Path, form: str, limit: int, offset: int, as_of: date | None, state: str | None,
    party: str | None,
) -> None:  # fmt: skip
    """List the undertakings in STORY, what is due soonest first, each with its steps."""
    from rawi.cli._listing import write
    from rawi.story import Story

    with Story.open(story, create=False) as opened:
        page = opened.threads(as_of=as_of, state=state, party=party, limit=limit, offset=offset)
    if form != "text":
        write(form, page.items, COLUMNS)
        return
    for thread in page.items:
        show(thread)
    shown = say("%(shown)s of %(all)s undertakings", shown=len(page.items), all=page.total)
    click.echo(sentence(shown))


def show(thread: Thread) -> None:
    """One undertaking for a person: its state, then every step with its source."""
    from rawi.cli._terminal import arabic, confirmed, days
    from rawi.web.labels import STATUS

    state = thread.state
    click.echo(f"{arabic(thread.what, 100)}")
    if thread.parties:
        click.echo(_labelled(say("bound"), "; ".join(arabic(p, 60) for p in thread.parties[:4])))
    words = arabic(state.ar) if in_arabic() else f"{state.en} — {arabic(state.ar)}"
    click.echo(_labelled(say("state"), words))
    if len(thread.deadlines) > 1:
        moves = " → ".join(str(d.days.end) for d in thread.deadlines)
        click.echo(_labelled(say("deadline"), arabic(moves)))
    for step in thread.steps:
        said = days(step.said) if step.said and step.said.begin else term("no day")
        copied = f" ({term('copied')})" if step.copied else ""
        outlet = arabic(step.row.article.outlet, 24)
        word = named(STATUS, step.status)
        click.echo(f"  {said} {word:<10} {arabic(step.span.text, 90)} {outlet}{copied}")
    click.echo(f"  {thread.id}: {confirmed(thread.independence)}\n")


def _labelled(label: str, words: str) -> str:
    return f"  {sentence(f'{label:<10} {words}')}"


COLUMNS = {
    "id": lambda t: t.id,
    "what": lambda t: t.what,
    "parties": lambda t: t.parties,
    "state": lambda t: t.state.state,
    "due_in": lambda t: t.state.due_in,
    "deadlines": lambda t: [d.days.end for d in t.deadlines],
    "as_of": lambda t: t.as_of,
    "steps": lambda t: len(t.steps),
    "first_said": lambda t: t.steps[0].said and t.steps[0].said.begin,
    "last_said": lambda t: t.steps[-1].said and t.steps[-1].said.begin,
    "statuses": lambda t: [s.status for s in t.steps],
    "texts": lambda t: [s.span.text for s in t.steps],
    "sources": lambda t: t.independence.sources,
    "state_ar": lambda t: t.state.ar,
    "state_en": lambda t: t.state.en,
}
