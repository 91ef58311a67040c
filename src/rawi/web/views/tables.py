"""Lists as tables for a spreadsheet: all that a page shows a part of, in the reader's language.

The files are CSV with the mark that Excel needs to read Arabic; no cell is run as a formula.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Request
from starlette.responses import Response

from rawi.export.csv import BOM, safe, stretch
from rawi.web.filters import Filter
from rawi.web.labels import ACT, FORM, N_, STATE, TIMELINE
from rawi.web.views.timeline import Asked
from rawi.web.visit import Visit, visit

router = APIRouter()
MOST = 100_000  # rows of one table; a spreadsheet holds a million
STATEMENTS = (
    N_("Speaker"), N_("Act"), N_("Form"), N_("Words"), N_("Said on"), N_("Outlet"), N_("Published"),
    N_("Title of the article"), N_("Address"), N_("Record"),
)  # fmt: skip
ENTRIES = (
    N_("From"), N_("To"), N_("Status"), N_("Words"), N_("Told by"), N_("Independent sources"),
    N_("Address"), N_("Record"),
)  # fmt: skip
THREADS = (
    N_("Undertaking"), N_("Who is bound"), N_("State"), N_("How it stands"), N_("Deadline"),
    N_("First said"), N_("Last said"), N_("Steps"), N_("Independent sources"), N_("Record"),
)  # fmt: skip


@router.get("/statements.csv")
def statements(request: Request) -> Response:
    """The statements that the page's filter keeps, in its order."""
    filter_ = Filter.of(request.query_params)
    with visit(request) as v:
        say = v.tongue.say
        order = "oldest" if filter_.order == "oldest" else "date"
        found = v.story.records("statement", **filter_.asked(), order=order, limit=MOST).items
        return table(
            v, N_("Statements"), STATEMENTS,
            (
                (
                    r.speaker and (r.speaker.name or r.speaker.text), say(ACT[r.act]), say(FORM[r.form]),
                    r.text, stretch(r.said), row.article.outlet, stretch(row.article.published),
                    row.article.title, row.article.url, r.id,
                )
                for row in found for r in (row.record,)
            ),
        )  # fmt: skip


@router.get("/timeline.csv")
def timeline(request: Request) -> Response:
    """The entries that the page's filter keeps."""
    asked = Asked.of(request.query_params)
    with visit(request) as v:
        found = v.story.timeline(**asked.choices(), limit=MOST).items
        return table(
            v, N_("Timeline"), ENTRIES,
            (
                (
                    e.begin, e.end, v.tongue.say(TIMELINE[e.status]), e.text,
                    _names(one.article.outlet for one in e.evidence), e.sources,
                    e.evidence[0].article.url, e.evidence[0].record,
                )
                for e in found
            ),
        )  # fmt: skip


@router.get("/ledger.csv")
def ledger(request: Request) -> Response:
    """The undertakings that the page's filter keeps, as they stood on its day."""
    filter_ = Filter.of(request.query_params, state=STATE)
    with visit(request) as v:
        found = v.story.threads(
            as_of=filter_.until, state=filter_.also.get("state") or None,
            party=filter_.text or None, limit=MOST,
        ).items  # fmt: skip
        arabic = v.tongue.lang == "ar"
        return table(
            v, N_("Ledger of commitments"), THREADS,
            (
                (
                    t.what, _names(t.parties), v.tongue.say(STATE.get(t.state.state, t.state.state)),
                    v.tongue.spelt(t.state.ar if arabic else t.state.en),
                    stretch(t.deadlines[-1].days) if t.deadlines else None,
                    stretch(t.steps[0].said), stretch(t.steps[-1].said), len(t.steps),
                    t.independence.sources, t.id,
                )
                for t in found
            ),
        )  # fmt: skip


def table(v: Visit, title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Response:
    """The rows as a file that is called by the list's title and the story."""
    out = StringIO(newline="")
    out.write(BOM)
    written = csv.writer(out)
    written.writerow([v.tongue.say(name) for name in columns])
    written.writerows([safe("" if cell is None else cell) for cell in row] for row in rows)
    name = f"{v.tongue.say(title)} - {v.settings.name}.csv".replace("/", "-")
    return Response(
        out.getvalue().encode("utf-8", "replace"),
        media_type="text/csv; charset=utf-8",
        headers={
            "content-disposition": "attachment; filename=table.csv; "
            f"filename*=UTF-8''{quote(name.encode('utf-8', 'replace'), safe='')}"
        },
    )


def _names(names: Iterable[str | None]) -> str:
    return "؛ ".join(dict.fromkeys(name for name in names if name))
