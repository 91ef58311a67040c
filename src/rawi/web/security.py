"""What every response and every form carries: a strict policy, a checked host, a guarded form.

The policy allows nothing inline and nothing from elsewhere, so that words of an article, whatever they
hold, can neither run nor load anything. Forms are guarded three ways: SameSite cookies, the browser's own
word on where a request came from (Sec-Fetch-Site, Origin), and a token bound to the browser's cookie.
"""

from __future__ import annotations

import hmac
import secrets
from hashlib import sha256
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rawi.web.settings import Settings

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
    )
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
BROWSER = "rawi_browser"  # a random name for this browser, which its forms' tokens are bound to
FOREVER = "public, max-age=31536000, immutable"  # built files carry a digest in their names


class Guard:
    """Refuses unknown hosts, and puts the headers on every response."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        hosts = self.settings.hosts
        if hosts is not None and bare_host(Headers(scope=scope).get("host", "")) not in hosts:
            await PlainTextResponse("This address is not served here.", 421)(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                built = scope["path"].startswith("/static/assets/") and message["status"] == 200
                headers.setdefault("cache-control", FOREVER if built else "no-store")
            await send(message)

        await self.app(scope, receive, sending)


def bare_host(header: str) -> str:
    """The host of a Host header, without its port."""
    if header.startswith("["):
        return header.partition("]")[0] + "]"
    return header.partition(":")[0].lower()


def browser(request: Request) -> str:
    """This browser's random name: its cookie's, or a new one that the response will set."""
    known = request.cookies.get(BROWSER)
    if known and len(known) <= 64:
        return known
    if not hasattr(request.state, "browser"):
        request.state.browser = secrets.token_urlsafe(24)
    return str(request.state.browser)


def form_token(settings: Settings, name: str) -> str:
    """The token that forms sent to the browser of this `name` must bring back."""
    return hmac.new(settings.secret.encode(), f"form:{name}".encode(), sha256).hexdigest()


def from_here(request: Request) -> bool:
    """Whether the browser says that a request comes from a page of this very site.

    A request that says nothing either way (an old browser, a script) is left to the token.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None and site not in ("same-origin", "none"):
        return False
    origin = request.headers.get("origin")
    if origin is None or origin == "null":
        return origin is None
    return urlsplit(origin).netloc == request.headers.get("host", "")


def genuine(request: Request, settings: Settings, token: object) -> bool:
    """Whether a form was really sent from one of our pages by this browser."""
    name = request.cookies.get(BROWSER, "")
    wanted = form_token(settings, name)
    return (
        bool(name)
        and isinstance(token, str)
        and hmac.compare_digest(wanted.encode(), token.encode("utf-8", "replace"))
        and from_here(request)
    )


def local_path(target: object) -> str:
    """`target` where it is a path on this site, else "/": a form may not send a reader elsewhere."""
    if not isinstance(target, str) or not target.startswith("/") or "\\" in target:
        return "/"
    if any(ord(c) < 32 for c in target):
        return "/"
    parts = urlsplit(target)
    return target if not parts.scheme and not parts.netloc and not target.startswith("//") else "/"
