"""Bringing articles in: files or a folder dropped on the page, a pasted text, and what became of them."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date
from functools import partial
from pathlib import Path, PurePosixPath

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse, Response

from rawi.sources.check import DEFAULT_LIMIT
from rawi.sources.walk import ASIDE
from rawi.store.rows import Refusal
from rawi.story.brought import documents, pasted
from rawi.web.deliveries import Deliveries, Delivery
from rawi.web.forms import refused, word
from rawi.web.i18n import Tongue
from rawi.web.labels import N_
from rawi.web.reasons import explained
from rawi.web.security import from_here, genuine
from rawi.web.visit import render, tongue_of, visit

router = APIRouter()
FILES = 500  # files of one delivery
BYTES = 50_000_000  # of a whole delivery, its form included: some ten thousand articles
FIELDS = 12  # of the form
PASTED = 900_000  # characters of a pasted text; the form's parser takes fields up to a megabyte
FOLDERS = 12  # folders that a file may lie in, one inside the other
WAIT = 10  # seconds between looks of a browser without scripts


@router.get("/bring")
def page(request: Request) -> Response:
    """Where articles are dropped or pasted."""
    with visit(request) as v:
        return v.render(
            "bring.html",
            section="bring",
            scripts=("bring",),
            delivery=None,
            files=FILES,
            size=BYTES // 1_000_000,
            each=DEFAULT_LIMIT // 1_000_000,
            longest=PASTED,
        )


@router.post("/bring")
async def bring(request: Request) -> Response:
    """Takes a delivery, then goes to its account. Refused unread where it is too large."""
    length = request.headers.get("content-length", "")
    if not length.isdigit() or not from_here(request):
        return refused(request)
    tongue = tongue_of(request)
    if int(length) > BYTES:
        return _message(request, tongue, 413)
    try:
        form = await request.form(max_files=FILES, max_fields=FIELDS)
    except HTTPException:  # more files or fields than are taken
        return _message(request, tongue, 413)
    try:
        if not genuine(request, request.app.state.settings, form.get("token")):
            return refused(request)
        made = await run_in_threadpool(_take, request, form)
    finally:
        await form.close()
    if made is None:
        return _message(request, tongue, 400)
    address = f"/bring/{made.id}"
    if "application/json" in request.headers.get("accept", ""):
        return JSONResponse({"address": address})
    return RedirectResponse(address, 303)


@router.get("/bring/{name}")
def account(request: Request, name: str) -> Response:
    """How far a delivery is, and what was refused."""
    delivery = _deliveries(request).get(name)
    with visit(request) as v:
        if delivery is None:
            reason = N_(
                "It is too old, or the desk was started again. What was read is in the story."
            )
            return v.render(
                "message.html", status=404, heading_=v.tongue.say(N_("No such delivery")),
                reason=v.tongue.say(reason), hint="",
            )  # fmt: skip
        response = v.render(
            "delivery.html",
            section="bring",
            scripts=("bring",),
            delivery=delivery,
            explained=explained,
        )
        if not delivery.over:
            response.headers["refresh"] = str(WAIT)
        return response


@router.get("/bring/{name}/state")
def state(request: Request, name: str) -> Response:
    """The delivery in figures, for the page's script."""
    delivery = _deliveries(request).get(name)
    if delivery is None:
        return JSONResponse({"over": True}, 404)
    tongue = tongue_of(request)
    return JSONResponse(
        {
            "over": delivery.over,
            "done": delivery.done,
            "total": delivery.total,
            "says": f"{tongue.number(delivery.done)} / {tongue.number(delivery.total)}",
            "source": delivery.source,
            "refused": len(delivery.refused),
        }
    )


def _take(request: Request, form: FormData) -> Delivery | None:
    """The delivery of a form; None where it holds nothing."""
    deliveries = _deliveries(request)
    text = form.get("text")
    if isinstance(text, str) and text.strip():
        items = partial(
            lambda *held, **more: list(pasted(*held, **more)), text[:PASTED], DEFAULT_LIMIT,
            outlet=word(form, "outlet", 200) or None, url=_address(word(form, "url")),
            published=word(form, "published", 40) or None,
        )  # fmt: skip
        return deliveries.send(items, published=_day(word(form, "published", 40)))
    sent = [f for f in form.getlist("files") if isinstance(f, UploadFile) and f.filename]
    if not sent:
        return None
    folder = Path(tempfile.mkdtemp(prefix="rawi-"))
    files: list[tuple[str, Path]] = []
    turned_away: list[Refusal] = []
    for number, file in enumerate(sent):
        name = _name(file.filename or "")
        parts = PurePosixPath(name).parts
        if any(part.startswith(ASIDE) for part in parts):
            continue  # .DS_Store, Word's ~$ files and their like, which nobody means to send
        if len(parts) > FOLDERS + 1:
            turned_away.append(Refusal(name, "the file lies in too many folders"))
            continue
        path = folder / f"{number}{''.join(PurePosixPath(name).suffixes[-2:])[:20]}"
        with path.open("wb") as out:
            shutil.copyfileobj(file.file, out)
        files.append((name, path))
    return deliveries.send(
        lambda: documents(files, DEFAULT_LIMIT), refused=turned_away, folder=folder
    )


def _deliveries(request: Request) -> Deliveries:
    held: Deliveries = request.app.state.deliveries
    return held


def _name(sent: str) -> str:
    """The name of a file as it was sent, its folders in front; nothing in it leads anywhere."""
    parts = [part for part in sent.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return "".join(c if c.isprintable() else "\ufffd" for c in "/".join(parts))[-300:] or "-"


def _address(text: str) -> str | None:
    return text if text.startswith(("http://", "https://")) else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _message(request: Request, tongue: Tongue, status: int) -> Response:
    large = status == 413
    heading = N_("More than this desk takes at once") if large else N_("Nothing was sent")
    reason = (
        tongue.say("At most %(files)s files and %(size)s MB at once; %(each)s MB an article.")
        % {"files": FILES, "size": BYTES // 1_000_000, "each": DEFAULT_LIMIT // 1_000_000}
        if large
        else tongue.say("Choose files, or paste a text.")
    )
    hint = tongue.say("Send fewer files at a time, or use rawi add.") if large else ""
    return render(
        request, request.app.state.settings, tongue, "message.html", status=status,
        heading_=tongue.say(heading), reason=reason, hint=hint,
    )  # fmt: skip
