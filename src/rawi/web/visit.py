"""One request: its reader's language and looks, the open story, and the page that goes back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from rawi.export.mixed import mixed
from rawi.store import overview
from rawi.store.memory import Memory
from rawi.story.people.english import called
from rawi.story.story import Story
from rawi.web import auth, labels
from rawi.web.assets import assets
from rawi.web.baskets import basket_of
from rawi.web.describe import amount, facts, heading, whose
from rawi.web.evidence import clean, way
from rawi.web.i18n import DIGITS, LANGUAGES, MONTHS, Tongue, catalogue
from rawi.web.sections import SECTIONS
from rawi.web.security import BROWSER, browser, form_token
from rawi.web.settings import Settings

TEMPLATES = Path(__file__).parent / "templates"
THEMES = ("auto", "light", "dark")
YEAR_SECONDS = 365 * 24 * 3600


@cache
def environment(lang: str) -> Environment:
    """The templates in one language. Everything is escaped, and a name that is not given is an error."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    say = Tongue(lang).say
    env.install_gettext_callables(say, catalogue(lang).ngettext)  # type: ignore[attr-defined]
    env.filters["clean"] = lambda value: clean(str(value)) if value is not None else ""
    env.filters["apart"] = apart
    env.filters["unquoted"] = lambda value: unquote(str(value), errors="replace")
    env.filters["seg"] = lambda value: quote(str(value), safe="")
    env.filters["translated"] = lambda pairs: [(k, say(word)) for k, word in pairs]
    env.filters["numbered"] = lambda values: [(str(value), str(value)) for value in values]
    env.globals.update(
        called=lru_cache(4096)(called) if lang == "en" else lambda name: None,
        labels=labels,
        facts=facts,
        heading=heading,
        amount=amount,
        whose=whose,
        way=way,
        svg=svg,
    )
    return env


def apart(sentence: str) -> Markup:
    """A sentence of ours in English with the Arabic words in it set apart, each for itself."""
    return Markup("").join(
        Markup('<bdi lang="ar">{}</bdi>').format(words) if arabic else words
        for arabic, words in mixed(sentence)
    )


@cache
def svg(name: str) -> Markup:
    """A drawing of our own among the templates, as it is."""
    return Markup((TEMPLATES / f"{name}.svg").read_text(encoding="utf-8"))


def tongue_of(request: Request) -> Tongue:
    """The reader's language, digits and month names, from cookies; the browser's language at first."""
    held = request.cookies
    lang = held.get("rawi_lang", "")
    if lang not in LANGUAGES:
        wanted = request.headers.get("accept-language", "ar").lower()
        # Arabic unless the browser asks for English and never for Arabic.
        lang = "en" if "en" in wanted and "ar" not in wanted else "ar"
    digits = held.get("rawi_digits", "latn")
    months = held.get("rawi_months", "ar")
    return Tongue(
        lang, digits if digits in DIGITS else "latn", months if months in MONTHS else "ar"
    )


@dataclass(slots=True)
class Visit:
    """What a view works with."""

    request: Request
    settings: Settings
    tongue: Tongue
    story: Any
    memory: Memory

    def whole(self, name: str) -> Any:
        """What the whole story is counted by: `outlets`, `speakers` or `places`, the most frequent first."""
        return whole(self.memory, self.story, name)

    def render(
        self,
        template: str,
        *,
        section: str = "",
        scripts: tuple[str, ...] = (),
        status: int = 200,
        **context: Any,
    ) -> Response:
        """A page. `section` is the one to show as current; `scripts` are entries beyond `main`."""
        return render(
            self.request, self.settings, self.tongue, template, story=self.story, section=section,
            scripts=scripts, status=status, **context,
        )  # fmt: skip


def whole(memory: Memory, story: Any, name: str) -> Any:
    """`Visit.whole`, for who has no visit."""
    return memory.recall(("whole", name), lambda: overview.LISTS[name](story.within()))


def render(
    request: Request, settings: Settings, tongue: Tongue, template: str, *, story: Any = None,
    section: str = "", scripts: tuple[str, ...] = (), status: int = 200, **context: Any,
) -> Response:  # fmt: skip
    """A page, with or without an open story."""
    page = (
        environment(tongue.lang)
        .get_template(template)
        .render(common(request, settings, tongue, story, section, scripts), **context)
    )
    response = HTMLResponse(page.encode("utf-8", "replace"), status_code=status)
    known_again(request, response, settings)
    return response


def known_again(request: Request, response: Response, settings: Settings) -> None:
    """Gives the browser its name where it did not bring it: the tokens of the page's forms are bound to it."""
    name = browser(request)
    if request.cookies.get(BROWSER) != name:
        remember(response, settings, BROWSER, name, seconds=YEAR_SECONDS)


def common(
    request: Request, settings: Settings, tongue: Tongue, story: Any, section: str,
    scripts: tuple[str, ...] = (),
) -> dict[str, Any]:  # fmt: skip
    """What the frame of every page needs."""
    theme = request.cookies.get("rawi_theme", "auto")
    return {
        "t": tongue,
        "count": tongue.count,
        "theme": theme if theme in THEMES else "auto",
        "themes": THEMES,
        "languages": LANGUAGES,
        "digits": DIGITS,
        "months": MONTHS,
        "sections": [
            s
            for s in SECTIONS
            # an error's page has no story open, but leads on to every page of it
            if s.shown(Story if story is None else story)
            and (story is not None or auth.admitted(request, settings))
        ],
        "section": section,
        "story_name": settings.name,
        "locked": settings.password_hash is not None,
        "assets": assets(*scripts),
        "token": form_token(settings, browser(request)),
        "here": request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        "picked": basket_of(request, story).records() if story is not None else frozenset(),
    }


def remember(
    response: Response, settings: Settings, name: str, value: str, *, seconds: int
) -> None:
    """Sets a cookie that scripts cannot read and other sites cannot use."""
    response.set_cookie(
        name, value, max_age=seconds, httponly=True, samesite="strict" if name == auth.SESSION else "lax",
        secure=settings.secure_cookies, path="/",
    )  # fmt: skip


@contextmanager
def visit(request: Request) -> Iterator[Visit]:
    """The visit of one request, its story open while it lasts."""
    settings: Settings = request.app.state.settings
    with settings.opener() as story:
        yield Visit(request, settings, tongue_of(request), story, request.app.state.memory)
