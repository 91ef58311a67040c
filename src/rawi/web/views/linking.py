"""Who is one and who is two: joining and parting identities and commitments, and taking it back."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Request
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from rawi.errors import UsageError
from rawi.web.filters import Filter
from rawi.web.forms import answered, word
from rawi.web.labels import STATE, STATUS
from rawi.web.linked import like_entity, like_thread, thread_told
from rawi.web.visit import visit

router = APIRouter()
PER_PAGE = 40


@router.get("/ledger/{record_id}")
def thread(request: Request, record_id: str) -> Response:
    """One undertaking with all its steps; what else may belong to it; what was decided about it."""
    asked = " ".join(request.query_params.get("like", "").split())[:200]
    with visit(request) as v:
        found = v.story.thread(record_id)
        return v.render(
            "thread.html",
            section="ledger",
            scripts=("suggest",),
            thread=found,
            states=STATE,
            words=STATUS,
            asked=asked,
            like=like_thread(v, found, asked),
            told=thread_told(v.story, found),
        )


@router.get("/mentions/{entity_id:path}")
def mentions(request: Request, entity_id: str) -> Response:
    """Every article that names one of them, with the words around, to tell namesakes apart."""
    filter_ = Filter.of(request.query_params)
    with visit(request) as v:
        found = v.story.entity(entity_id)
        page = v.story.mentions(found.row.id, limit=PER_PAGE, offset=(filter_.page - 1) * PER_PAGE)
        around = v.story.context(item.row.record for item in page.items)
        return v.render(
            "mentions.html",
            section="people",
            entity=found,
            page=page,
            per_page=PER_PAGE,
            filter=filter_,
            around=around,
        )


@router.get("/suggest/people")
def suggest_people(request: Request) -> list[dict[str, str]]:
    """Who may be the same as `of`, by a part of a name (`q`)."""
    with visit(request) as v:
        found = v.story.entity(request.query_params.get("of", ""))
        return like_entity(v, found, request.query_params.get("q", "")[:200])


@router.get("/suggest/threads")
def suggest_threads(request: Request) -> list[dict[str, str]]:
    """Undertakings that the one of the record `of` may belong to, by their words (`q`)."""
    with visit(request) as v:
        found = v.story.thread(request.query_params.get("of", ""))
        return like_thread(v, found, request.query_params.get("q", "")[:200])


@router.post("/link")
async def link(request: Request) -> Response:
    """Joins, parts, or takes decisions back; then goes to what the first record belongs to now."""
    return await answered(request, _link)


def _link(request: Request, form: FormData) -> Response:
    action, scope, left = word(form, "do"), word(form, "scope"), word(form, "left")
    with visit(request) as v:
        story = v.story
        people = scope == "entity"
        if taken := [int(n) for n in word(form, "undo").split() if n.isascii() and n.isdigit()]:
            record = story.naming(left) if people else left  # who is who changes its ids below
            story.undo(*taken)
        elif action == "join":
            other = word(form, "other")
            record = story.naming(left) if people else left
            story.join(scope, record, story.naming(other) if people else other)
        else:
            chosen = [str(value) for value in form.getlist("mention")][:PER_PAGE]
            if not chosen:
                raise UsageError("nothing was chosen")
            articles = {story.record(one).article.id for one in chosen}
            record = story.naming(left, articles) if people else left
            story.split_off(scope, record, chosen)
        return RedirectResponse(_place(story, people, record), 303)


def _place(story: Any, people: bool, record: str) -> str:
    if not people:
        return f"/ledger/{quote(record, safe='')}"
    bearer = story.entity(story.record(record).record.entity).row.id
    return f"/people/{quote(bearer, safe='')}"
