"""`rawi conflicts`: claims that cannot both hold, with both pieces of evidence and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from rawi.cli._listing import listing
from rawi.export.csv import stretch

if TYPE_CHECKING:
    from rawi.store.rows import Page
    from rawi.story.conflicts.report import Conflict


@click.command(short_help="List the claims that contradict each other.")
@listing()
@click.option(
    "--kind", type=click.Choice(["denial", "figure", "date", "position"]),
    help="denial: one denies what another says; figure, date: two of them for one thing; position: "
    "opposite wishes or judgements.",
)  # fmt: skip
@click.option(
    "--grade", type=click.Choice(["clear", "weak", "change"]),
    help="change: said of two times, so a change and no contradiction.",
)  # fmt: skip
@click.option("--article", metavar="ID", help="Only those in which one article has a part.")
@click.option(
    "--speaker", metavar="NAME", help="Only those in which a speaker so named has a part."
)
def command(
    story: Path, form: str, limit: int, offset: int, kind: str | None, grade: str | None,
    article: str | None, speaker: str | None,
) -> None:  # fmt: skip
    """List the claims of STORY that contradict each other, the clear ones first."""
    from rawi.cli._listing import write
    from rawi.story import Story

    with Story.open(story, create=False) as opened:
        page = opened.conflicts(
            kind=kind, grade=grade, article=article, speaker=speaker, limit=limit, offset=offset
        )
    if form == "text":
        _show(page)
    else:
        write(form, page.items, COLUMNS)


def _show(page: Page[Conflict]) -> None:
    """Contradictions: why each is one, and both sides under each other."""
    from rawi.cli._language import in_arabic, named, say
    from rawi.cli._terminal import arabic, aside, out, published, quote, show_more, show_none
    from rawi.web.labels import ACT, CONFLICT, GRADE

    for item in page.items:
        head = f"{named(CONFLICT, item.kind)}  {named(GRADE, item.grade)}  {item.strength:.2f}"
        out.print(head, style="bold")
        quote(item.why_ar if in_arabic() else item.why_en)
        for side in (item.a, item.b):
            head = f"{published(side.article.published)}  {arabic(side.article.outlet)}  {arabic(side.speaker)}"
            head += f"  {named(ACT, side.act)}" if side.act else ""
            aside(head)
            quote(side.span.text, 400)
    show_none(page, say("No contradiction was found"))
    show_more(page)


COLUMNS = {
    "id": lambda c: c.id,
    "kind": lambda c: c.kind,
    "grade": lambda c: c.grade,
    "strength": lambda c: c.strength,
    "why": lambda c: c.why_ar,
    "why_en": lambda c: c.why_en,
    "a_outlet": lambda c: c.a.article.outlet,
    "a_published": lambda c: stretch(c.a.article.published),
    "a_article": lambda c: c.a.article.id,
    "a_speaker": lambda c: c.a.speaker,
    "a_text": lambda c: c.a.span.text,
    "b_outlet": lambda c: c.b.article.outlet,
    "b_published": lambda c: stretch(c.b.article.published),
    "b_article": lambda c: c.b.article.id,
    "b_speaker": lambda c: c.b.speaker,
    "b_text": lambda c: c.b.span.text,
    "copies": lambda c: c.copies,
}
