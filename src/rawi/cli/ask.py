"""`rawi ask`: the records that answer a question."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rawi.story.ask.answer import Answer


@click.command(short_help="Ask a question; get the sentences and records that answer it.")
@click.argument("story", type=click.Path(path_type=Path), metavar="STORY")
@click.argument("question", nargs=-1, required=True, metavar="QUESTION")
@click.option(
    "--limit",
    type=click.IntRange(1, 100),
    default=5,
    show_default=True,
    metavar="N",
    help="How many.",
)
@click.option(
    "--format", "form", type=click.Choice(["text", "jsonl"]), default="text", show_default=True,
    help="For people, or for other programs.",
)  # fmt: skip
def command(story: Path, question: tuple[str, ...], limit: int, form: str) -> None:
    """Find what in STORY answers QUESTION, in Arabic or English, best first.

    Nothing is made up: every answer is a sentence of an article, with the records read in it. Where none
    surely answers, that is said, and what comes nearest is shown ("sure" is false in JSON Lines). The exit
    status is 1 when nothing is found.
    """
    from rawi.story import Story
    from rawi.story.ask.answer import to_json

    with Story.open(story, create=False) as opened:
        answers = opened.ask(" ".join(question), limit=limit)
    if form == "jsonl":
        for answer in answers:
            click.echo(json.dumps(to_json(answer), ensure_ascii=False))
    else:
        _show(answers)
    if not answers:
        raise SystemExit(1)


def _show(answers: tuple[Answer, ...]) -> None:
    """Answers, best first, each with its article and what was read in it."""
    from rich.text import Text

    from rawi.cli._language import named, say, sentence, term
    from rawi.cli._terminal import arabic, aside, out, published, quote
    from rawi.records import Statement
    from rawi.web.labels import ACT

    if answers and not answers[0].sure:
        unsure = say("no sentence in this story surely answers that; these come nearest:")
        aside(sentence(unsure))
    for number, answer in enumerate(answers, 1):
        of = f"{arabic(answer.outlet)}  {arabic(answer.row.title, 70)}"
        aside(f"{number}. {published(answer.row.published)}  {of}")
        quote(answer.text, indent=3)
        for record in answer.records[:3]:
            if isinstance(record, Statement) and record.speaker:
                by = arabic(record.speaker.name or record.speaker.text, 50)
                out.print(Text(f"   {named(ACT, record.act)}: {by}", style="cyan"))
        elsewhere = [s.row for s in answer.also if s.row.id != answer.article]
        if elsewhere:
            others = dict.fromkeys(row.outlet or row.source for row in elsewhere)
            aside(f"   {term('Also printed:')} {'، '.join(map(arabic, others))}")
    if not answers:
        out.print(sentence(say("nothing in this story comes near")), style="dim")
