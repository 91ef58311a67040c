"""A basket of records becomes a dossier: sentences with numbered citations, tables, a list of sources.

    gather.py    a story and a basket -> entries with their evidence, chains and actors
    compose.py   entries -> blocks (blocks.py), in Arabic or English (wording.py)
    tables.py    the chronology, the actors, the commitments
    html.py, docx.py, pdf.py   blocks -> bytes

The same story and settings give the same bytes: nothing here reads a clock, a path or chance.
"""

from __future__ import annotations

from importlib import import_module

from rawi.errors import UsageError, said
from rawi.export.dossier.compose import compose
from rawi.export.dossier.gather import clashes, gather
from rawi.export.dossier.settings import Settings
from rawi.story.basket import Basket
from rawi.story.story import Story

__all__ = ["FORMATS", "Settings", "dossier"]

FORMATS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
}
"""What a dossier can be written as, each with its media type."""


def dossier(story: Story, basket: Basket, form: str, settings: Settings | None = None) -> bytes:
    """The basket's dossier as a file of one of FORMATS.

    Raises UsageError for another format or an empty basket.
    """
    if form not in FORMATS:
        raise UsageError(
            said("no dossier is written as {!r}", form), hint=said("one of {}", ", ".join(FORMATS))
        )
    settings = settings or Settings()
    entries = gather(story, basket, settings.as_of)
    if not entries:
        raise UsageError(
            said("the basket {!r} is empty", basket.name),
            hint="pick records first: rawi dossier add",
        )
    found = clashes(story, entries) if "conflicts" in settings.parts else ()
    document = compose(basket, entries, settings, found)
    made: bytes = import_module(f"rawi.export.dossier.{form}").write(document)
    return made
