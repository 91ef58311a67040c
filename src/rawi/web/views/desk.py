"""The front page of a story, and the page that explains the others."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from rawi.web.axis import bins
from rawi.web.filters import Filter
from rawi.web.labels import N_
from rawi.web.lastlook import COOKIE, looked, stamp
from rawi.web.listing import chosen
from rawi.web.visit import YEAR_SECONDS, remember, visit

router = APIRouter()
DUE = 5  # deadlines that are shown beside them
LATEST = 8  # as many as fit beside the lists of speakers and outlets

MEANINGS = (
    ("statement", N_("Somebody is reported to say, think, want or fear something.")),
    ("commitment", N_("Somebody is bound to do or stop something, by a date or on a condition.")),
    ("figure", N_("A number that measures something.")),
    ("event", N_("Something that happened, told as fact.")),
    ("time", N_("Words that place something in time, or say how long.")),
    ("name", N_("A person, organization, place, outlet or group.")),
)
KEYS = (
    ("/", N_("go to the search")),
    ("J", N_("next evidence in an article")),
    ("K", N_("previous evidence")),
    ("C", N_("the record is right")),
    ("X", N_("the record is wrong")),
    ("E", N_("mend the record")),
    ("S", N_("the selected words are the record's")),
    ("U", N_("take the decision back")),
    ("Esc", N_("close a menu")),
)


@router.get("/")
def desk(request: Request) -> Response:
    """What is in the story at a glance, whole or for one period or outlet, and what is new in it."""
    filter_ = Filter.of(request.query_params)
    period: dict[str, Any] = {
        "outlet": filter_.outlet or None,
        "since": filter_.since,
        "until": filter_.until,
    }
    before, cookie = looked(request.cookies.get(COOKIE), datetime.now(UTC))
    with visit(request) as v:
        overview = v.overview()
        response = v.render(
            "desk.html",
            section="desk",
            scripts=("axis",),
            overview=overview,
            filter=filter_,
            chosen=chosen(filter_, v.tongue, ("outlet", "since", "until")),
            bins=bins(v.story, v.tongue, **period),
            statements=v.story.records("statement", limit=LATEST, **period).items,
            articles=v.story.articles(limit=LATEST, **period).items,
            news=v.story.added_since(stamp(before)) if before else 0,
            before=before,
            due=v.memory.recall("due", lambda: v.story.threads(state="due", limit=DUE)).items,
            against=v.memory.recall(
                "against", lambda: v.story.conflicts(grade="clear", limit=DUE)
            ).items,
            acts=sorted(overview.acts.items(), key=lambda item: -item[1]),
        )
        remember(response, v.settings, COOKIE, cookie, seconds=YEAR_SECONDS)
        return response


@router.get("/help")
def help_page(request: Request) -> Response:
    """What the colours mean and which keys there are."""
    with visit(request) as v:
        say = v.tongue.say
        return v.render(
            "help.html",
            meanings=[(kind, say(words)) for kind, words in MEANINGS],
            keys=[(key, say(words)) for key, words in KEYS],
        )
