"""The application: pages, files, door and guard put together."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.staticfiles import StaticFiles

from rawi.errors import NoSuchRecordError, RawiError, UsageError
from rawi.store.memory import Memory
from rawi.web import auth
from rawi.web.assets import STATIC
from rawi.web.deliveries import Deliveries
from rawi.web.labels import N_
from rawi.web.reasons import explained
from rawi.web.security import Guard
from rawi.web.settings import Settings
from rawi.web.views import (
    account,
    api,
    articles,
    ask,
    bring,
    conflicts,
    desk,
    dossier,
    judging,
    ledger,
    linking,
    people,
    places,
    records,
    reuse,
    search,
    series,
    tables,
    timeline,
)
from rawi.web.visit import render, tongue_of

HTTP = {
    405: N_("This address is not asked in that way."),
    413: N_("More was sent than is taken at once."),
}
logger = logging.getLogger(__name__)
VIEWS = (
    desk, articles, records, ledger, series, timeline, conflicts, people, linking, places, reuse, search, ask,
    judging, dossier, bring, account, tables, api,
)  # fmt: skip
OPEN = ("/static/", "/login", "/preferences")  # what may be seen before the door


def create_app(settings: Settings) -> FastAPI:
    """The application that serves one story as `settings` say."""
    deliveries = Deliveries(settings.opener)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
        await run_in_threadpool(deliveries.close)  # before the story's file is closed under it

    app = FastAPI(title="Rawi", docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan)
    app.state.settings = settings
    app.state.patience = auth.Patience()
    app.state.memory = Memory(settings.story)
    app.state.deliveries = deliveries
    for view in VIEWS:
        app.include_router(view.router)
    if STATIC.is_dir():  # absent until the front end is built: the pages work without style
        app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_exception_handler(RawiError, _rawi_error)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(Exception, _fault)

    @app.middleware("http")
    async def door(request: Request, call_next):  # type: ignore[no-untyped-def]
        path = request.url.path
        if not path.startswith(OPEN) and not auth.admitted(request, settings):
            if path.startswith("/api/"):
                return JSONResponse({"error": "a session is needed"}, 401)
            return RedirectResponse(
                str(request.url.replace(scheme="", netloc="", path="/login", query="")), 303
            )
        return await call_next(request)

    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=5)
    app.add_middleware(Guard, settings=settings)
    return app


def _message(request: Request, status: int, heading: str, reason: str, hint: str = "") -> Response:
    """An error's page, in the reader's language; `/api` answers in English, as its fields are."""
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": reason, "hint": hint or None}, status)
    settings: Settings = request.app.state.settings
    tongue = tongue_of(request)
    return render(
        request, settings, tongue, "message.html", status=status, heading_=tongue.say(heading),
        reason=explained(tongue.say(reason), tongue), hint=explained(hint, tongue),
    )  # fmt: skip


def _rawi_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, RawiError)
    if isinstance(error, NoSuchRecordError):
        return _message(
            request, 404, N_("Not in this story"),
            N_("It may have been removed, or read again since the address was made."),
        )  # fmt: skip
    status = 400 if isinstance(error, UsageError) else 500
    return _message(request, status, N_("That did not work"), error.reason, error.hint or "")


def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 404:
        return _message(request, 404, N_("No such page"), N_("Nothing lies at this address."))
    reason = HTTP.get(error.status_code, N_("The request could not be understood."))
    return _message(request, error.status_code, N_("That did not work"), reason)


def _fault(request: Request, error: Exception) -> Response:
    logger.exception("a page failed: %s", request.url.path, exc_info=error)
    return _message(
        request, 500, N_("A fault of ours"),
        N_("The page could not be made. What went wrong stands in the program's log."),
    )  # fmt: skip
