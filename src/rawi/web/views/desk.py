"""The front page of a story, and the page that explains the others."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from rawi.store import listing, overview
from rawi.web.axis import bins
from rawi.web.filters import NARROWING, Filter
from rawi.web.labels import N_
from rawi.web.lastlook import COOKIE, looked, stamp
from rawi.web.listing import DESK, chosen, offered
from rawi.web.narrow import against, due
from rawi.web.visit import YEAR_SECONDS, Visit, remember, visit

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
AXIS_KEYS = (
    ("← →", N_("the entry before, the entry after")),
    ("Shift ← →", N_("earlier days, later days")),
    ("Home End", N_("the first entry, the last")),
    ("+ −", N_("closer, further")),
    ("0", N_("all of it")),
    ("Enter", N_("read the entry in the list")),
    ("Esc", N_("leave the entry")),
)


@router.get("/")
def desk(request: Request) -> Response:
    """What is in the story at a glance, whole or narrowed, and what is new in it."""
    filter_ = Filter.of(request.query_params)
    before, cookie = looked(request.cookies.get(COOKIE), datetime.now(UTC))
    kind = filter_.records or "statement"
    with visit(request) as v:
        glance = v.memory.recall(
            ("desk", tuple(filter_.within().items())), lambda: _glance(v, filter_)
        )
        response = v.render(
            "desk.html",
            section="desk",
            scripts=("axis",),
            holds=v.story.articles(limit=0).total,
            overview=glance.overview,
            filter=filter_,
            **offered(v),
            chosen=chosen(filter_, v, DESK),
            bins=bins(glance.days, v.tongue, filter_.since, filter_.until),
            kind=kind,
            latest=glance.latest,
            articles=glance.articles,
            news=v.story.added_since(stamp(before)) if before else 0,
            before=before,
            taken=_taken(v),
            due=due(v, filter_, DUE),
            against=against(v, filter_, DUE),
            acts=sorted(glance.overview.acts.items(), key=lambda item: -item[1]),
        )
        remember(response, v.settings, COOKIE, cookie, seconds=YEAR_SECONDS)
        return response


@dataclass(frozen=True, slots=True)
class Glance:
    """What is counted for the desk, and the latest articles and records in view."""

    overview: Any
    days: Any
    articles: Any
    latest: Any


def _glance(v: Visit, filter_: Filter) -> Glance:
    view = v.story.within(**filter_.within())
    known = {name: v.whole(name) for name in overview.LISTS} if view.whole else None
    return Glance(
        overview.overview(view, NARROWING, known),
        overview.volume(view.without("since", "until")),
        listing.articles(view, limit=LATEST).items,
        listing.latest(view, filter_.records or "statement", LATEST),
    )


def _taken(v: Visit) -> dict[str, str]:
    """How far an outlet lives off others: the passages that it took from them, in words."""
    found: Counter[str] = Counter()
    for flow in v.memory.recall("flows", v.story.flows):
        if flow.taker:
            found[flow.taker] += flow.passages
    count = v.tongue.count
    return {
        name: count("took %(n)s passage", "took %(n)s passages", n) for name, n in found.items()
    }


@router.get("/help")
def help_page(request: Request) -> Response:
    """What the colours mean and which keys there are."""
    with visit(request) as v:
        say = v.tongue.say
        return v.render(
            "help.html",
            meanings=[(kind, say(words)) for kind, words in MEANINGS],
            keys=[(key, say(words)) for key, words in KEYS],
            axis_keys=[(key, say(words)) for key, words in AXIS_KEYS],
        )
