"""The door, and the reader's own choices."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from rawi.web import auth
from rawi.web.forms import answered
from rawi.web.i18n import DIGITS, LANGUAGES, MONTHS
from rawi.web.labels import N_
from rawi.web.security import local_path
from rawi.web.settings import Settings
from rawi.web.visit import THEMES, YEAR_SECONDS, remember, render, tongue_of

router = APIRouter()
CHOICES = {"lang": LANGUAGES, "digits": DIGITS, "months": MONTHS, "theme": THEMES}


@router.post("/preferences")
async def preferences(request: Request) -> Response:
    """Keeps one choice (language, digits, month names, light or dark) in a cookie."""
    return await answered(request, _keep)


def _keep(request: Request, form: FormData) -> Response:
    settings: Settings = request.app.state.settings
    response = RedirectResponse(local_path(form.get("back")), 303)
    for name, allowed in CHOICES.items():
        value = form.get(name)
        if isinstance(value, str) and value in allowed:
            remember(response, settings, f"rawi_{name}", value, seconds=YEAR_SECONDS)
    return response


@router.get("/login")
def login_page(request: Request) -> Response:
    """Asks for the password."""
    return _door(request, local_path(request.query_params.get("back")))


@router.post("/login")
async def login(request: Request) -> Response:
    """Lets a reader in who knows the password."""
    return await answered(request, _login)


def _login(request: Request, form: FormData) -> Response:
    settings: Settings = request.app.state.settings
    patience: auth.Patience = request.app.state.patience
    back = local_path(form.get("back"))
    with patience.turn:
        if patience.exhausted():
            return _door(
                request,
                back,
                N_("Too many wrong passwords. Wait five minutes, then try again."),
                429,
            )
        if not auth.right_password(settings, str(form.get("password") or "")):
            patience.wrong()
            return _door(request, back, N_("That is not the password."), 403)
    response = RedirectResponse(back, 303)
    remember(
        response, settings, auth.SESSION, auth.new_session(settings), seconds=auth.SESSION_SECONDS
    )
    return response


@router.post("/logout")
async def logout(request: Request) -> Response:
    """Ends this browser's session."""
    return await answered(request, _logout)


def _logout(request: Request, form: FormData) -> Response:
    response = RedirectResponse("/login", 303)
    response.delete_cookie(auth.SESSION, path="/")
    return response


def _door(request: Request, back: str, wrong: str = "", status: int = 200) -> Response:
    tongue = tongue_of(request)
    return render(
        request, request.app.state.settings, tongue, "login.html", status=status, back=back,
        wrong=tongue.say(wrong) if wrong else "",
    )  # fmt: skip
