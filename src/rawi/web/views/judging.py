"""What a reader decides about records: confirm, reject, mend, annotate, and take it back."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Request
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from rawi.records import ACTS, FIGURE_MODS, FORMS, NAME_TYPES, STATUS_WORDS, TIME_TYPES, Statement
from rawi.web import labels
from rawi.web.forms import answered, word
from rawi.web.i18n import Tongue
from rawi.web.labels import N_
from rawi.web.sections import SHOWN_UNDER
from rawi.web.snippets import runs
from rawi.web.visit import visit

router = APIRouter()
AROUND = 220  # characters on either side of a record that its page shows: a sentence or two

# The fields that a reader may set by choosing, kind by kind: field, its label, its values, their words.
CHOICES: dict[str, tuple[tuple[str, str, tuple[str, ...], dict[str, str]], ...]] = {
    "statement": (
        ("act", N_("Act"), ACTS, labels.ACT),
        ("form", N_("Form"), FORMS, labels.FORM),
    ),
    "name": (("type", N_("Type"), NAME_TYPES, labels.NAME_TYPE),),
    "time": (("type", N_("Type"), TIME_TYPES, labels.TIME_TYPE),),
    "figure": (("mod", N_("How exactly"), FIGURE_MODS, labels.MOD),),
    "commitment": (("status_word", N_("Status here"), STATUS_WORDS, labels.STATUS),),
    "event": (("type", N_("Type"), tuple(labels.EVENT), labels.EVENT),),
}


@router.get("/record/{record_id}")
def record(request: Request, record_id: str) -> Response:
    """One record by itself: all it says, and the form to mend it."""
    with visit(request) as v:
        row = v.story.record(record_id)
        decisions = [c for c in v.story.corrections() if c.holds == record_id]
        around = v.story.context([row.record], AROUND).get(row.record.id)
        chain = v.story.chain(record_id) if isinstance(row.record, Statement) else None
        return v.render(
            "record.html",
            section=SHOWN_UNDER.get(row.record.kind, f"{row.record.kind}s"),
            row=row,
            choices=_choices(row.record, v.tongue),
            speaker=_speaker(row.record),
            decisions=decisions,
            chain=chain,
            source_of=_sources(chain),
            around=runs(around, [row.record]) if around else [],
        )


@router.post("/judge")
async def judge(request: Request) -> Response:
    """Carries out one decision, then goes back to the article at the record it is about."""
    return await answered(request, _judge)


def _judge(request: Request, form: FormData) -> Response:
    with visit(request) as v:
        story = v.story
        held = None
        if undone := word(form, "undo"):
            number = int(undone) if undone.isascii() and undone.isdigit() else 0
            held = next((c.holds for c in story.corrections() if c.id == number), None)
            made = story.undo(number)
        elif confirmed := word(form, "confirm"):
            made = story.correct(confirmed, "confirm")
        elif rejected := word(form, "reject"):
            made = story.correct(rejected, "reject")
        elif noted := word(form, "note"):
            made = story.correct(noted, "note", note=word(form, "words"))
        else:
            mended = word(form, "edit")
            made = story.correct(
                mended, "edit", changes=_changes(story.record(mended).record, form)
            )
        # A record found wrong is gone from the page: the reader goes on to the next.
        after = None if made.action == "reject" and not held else made.holds or held
        at = after or word(form, "following")
    article = quote(made.anchor.article, safe="")
    return RedirectResponse(f"/article/{article}" + (f"#r={quote(at)}" if at else ""), 303)


def _changes(old: Any, form: FormData) -> dict[str, Any]:
    """The fields of the form that say something else than the record does."""
    changes: dict[str, Any] = {}
    for name, _label, _values, _words in CHOICES[old.kind]:
        if name in form and (word(form, name) or None) != getattr(old, name):
            changes[name] = word(form, name) or None
    if "speaker" in form and word(form, "speaker") != _speaker(old):
        changes["speaker"] = {"name": word(form, "speaker") or None}
    for name in ("start", "end"):
        value = word(form, name)
        if value.isascii() and value.isdigit() and int(value) != getattr(old, name):
            changes[name] = int(value)
    return changes


def _choices(old: Any, tongue: Tongue) -> list[tuple[str, str, list[tuple[str, str]], str]]:
    return [
        (
            name,
            tongue.say(label),
            [(value, tongue.say(words.get(value, value))) for value in values],
            getattr(old, name) or "",
        )
        for name, label, values, words in CHOICES[old.kind]
    ]


def _sources(chain: Any) -> dict[str, int]:
    """Which independent source, counted from 1 in order of time, each article of a chain belongs to."""
    if chain is None:
        return {}
    known = {article: group for group in chain.independence.groups for article in group}
    order: dict[tuple[str, ...], int] = {}
    found = {}
    for variant in chain.variants:
        group = known.get(variant.row.article.id, (variant.row.article.id,))
        found[variant.row.article.id] = order.setdefault(group, len(order) + 1)
    return found


def _speaker(old: Any) -> str | None:
    if not isinstance(old, Statement):
        return None
    return (old.speaker.name or old.speaker.text or "") if old.speaker else ""
