"""Forms that come back: read within bounds, and only where one of our own pages sent them."""

from __future__ import annotations

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from rawi.web.security import genuine
from rawi.web.visit import render, tongue_of

FORM_FIELDS = 40  # more than any form of ours has


async def answered(request: Request, act: Callable[[Request, FormData], Response]) -> Response:
    """What `act` answers to the form of a request (one without files), or a refusal where no page of ours
    sent it. `act` runs in a thread of its own, so that it may read and write the story."""
    form = await request.form(max_files=0, max_fields=FORM_FIELDS)
    if not genuine(request, request.app.state.settings, form.get("token")):
        return refused(request)
    return await run_in_threadpool(act, request, form)


def word(form: FormData, name: str, longest: int = 2000) -> str:
    """One field of a form as text, cut at `longest` characters; '' where it was not sent."""
    value = form.get(name)
    return value[:longest].strip() if isinstance(value, str) else ""


def refused(request: Request) -> Response:
    """The answer to a form that did not come from one of our pages, or is too old."""
    tongue = tongue_of(request)
    return render(
        request,
        request.app.state.settings,
        tongue,
        "message.html",
        status=403,
        heading_=tongue.say("This form is out of date"),
        reason=tongue.say(
            "It was not sent from a page of this desk, or the desk was started again."
        ),
        hint=tongue.say("Go back, reload the page, and send it again."),
    )
