"""The lists of records: statements as sayings, the other kinds as ledgers."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from rawi.web.filters import PER_PAGE, Filter
from rawi.web.labels import ACT, FORM, N_
from rawi.web.listing import chosen, outlets
from rawi.web.sections import SHOWN_UNDER
from rawi.web.snippets import runs
from rawi.web.visit import visit

router = APIRouter()
SUGGESTED = 60  # speakers offered while typing

# What each ledger holds, and what to say where it holds nothing.
LEDGERS = {
    "commitment": (
        "/commitments",
        N_("who is bound to do what, by when or on what condition"),
        N_(
            "A commitment is recorded where the text binds somebody to do or stop something,"
            " with a time limit or a condition."
        ),
    ),
    "figure": (
        "/figures",
        N_("numbers that measure something"),
        N_("A figure is recorded where a number counts or measures something that the text names."),
    ),
    "event": (
        "/events",
        N_("what happened, told as fact"),
        N_("An event is recorded where the text tells, as fact, that something happened."),
    ),
}  # fmt: skip


@router.get("/statements")
def statements(request: Request) -> Response:
    """Who said what, by speaker, outlet, date, act, form and words."""
    filter_ = Filter.of(request.query_params)
    with visit(request) as v:
        say = v.tongue.say
        return v.render(
            "statements.html",
            section="statements",
            filter=filter_,
            page=v.story.records(
                "statement", **filter_.asked(), limit=PER_PAGE,
                order="oldest" if filter_.order == "oldest" else "date",
                offset=filter_.offset,
            ),
            per_page=PER_PAGE,
            speakers=v.whole("speakers")[:SUGGESTED],
            outlets=outlets(v),
            acts=[(key, say(word)) for key, word in ACT.items()],
            forms=[(key, say(word)) for key, word in FORM.items()],
            chosen=chosen(filter_, v, actor=N_("Speaker")),
        )  # fmt: skip


def _ledger(request: Request, kind: str) -> Response:
    path, says, nothing = LEDGERS[kind]
    filter_ = Filter.of(request.query_params)
    with visit(request) as v:
        page = v.story.records(
            kind, **filter_.asked(), order="oldest" if filter_.order == "oldest" else "date",
            limit=PER_PAGE, offset=filter_.offset,
        )  # fmt: skip
        around = v.story.context(row.record for row in page.items)
        return v.render(
            "records.html",
            section=SHOWN_UNDER.get(kind, f"{kind}s"),
            kind=kind,
            path=path,
            says=v.tongue.say(says),
            nothing=v.tongue.say(nothing),
            filter=filter_,
            page=page,
            around={
                row.record.id: runs(around[row.record.id], [row.record])
                for row in page.items
                if row.record.id in around
            },
            per_page=PER_PAGE,
            outlets=outlets(v),
            chosen=chosen(filter_, v),
        )  # fmt: skip


@router.get("/commitments")
def commitments(request: Request) -> Response:
    """Who is bound to do what."""
    return _ledger(request, "commitment")


@router.get("/figures")
def figures(request: Request) -> Response:
    """The numbers."""
    return _ledger(request, "figure")


@router.get("/events")
def events(request: Request) -> Response:
    """What happened."""
    return _ledger(request, "event")
