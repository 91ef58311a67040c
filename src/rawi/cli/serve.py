"""`rawi serve STORY`: the story in the browser."""

from __future__ import annotations

import gc
import os
import secrets
import socket
import sqlite3
import webbrowser
from contextlib import nullcontext, suppress
from pathlib import Path
from threading import Thread

import click

from rawi.cli._language import say
from rawi.errors import RawiError, UsageError, said
from rawi.store.overview import LISTS
from rawi.story.story import Story
from rawi.web.assets import built
from rawi.web.auth import hashed
from rawi.web.settings import LOOPBACK, Settings

LOOPBACK_ADDRESSES = ("127.0.0.1", "::1", "localhost")
PASSWORD = "RAWI_PASSWORD"  # where a password may be given without showing it on the command line


def settings_for(story: Story, host: str, password: str | None) -> Settings:
    """How `story` is served on `host`: on loopback as it is, elsewhere only behind a password.

    Raises UsageError where another host is asked for without a password.
    """
    local = host in LOOPBACK_ADDRESSES
    if not local and not password:
        raise UsageError(
            said("serving on {} lets others in, so it needs a password", host),
            hint="give one with --ask-password or --make-password, or leave --host away",
        )
    return Settings(
        story=story.path,
        opener=lambda: nullcontext(story),
        password_hash=hashed(password) if password else None,
        hosts=LOOPBACK if local else None,
    )


def run(
    path: Path, host: str = "127.0.0.1", port: int = 8765, *, open_browser: bool = False,
    password: str | None = None, create: bool = False,
) -> None:  # fmt: skip
    """Serves the story at `path` until it is interrupted. Raises StoryError and UsageError."""
    import uvicorn  # takes a quarter of a second that no other command should wait

    from rawi.web.app import create_app
    from rawi.web.visit import whole

    with Story.open(path, create=create) as story:
        settings = settings_for(story, host, password)
        shown = "127.0.0.1" if host == "0.0.0.0" else f"[{host}]" if ":" in host else host
        address = f"http://{shown}:{port}/"
        listening = _listen(host, port)
        if not built():
            click.echo(
                say("The pages have no style yet: run `npm ci && npm run build` in frontend/."),
                err=True,
            )
        click.echo(say("%(story)s: %(address)s  (Ctrl-C ends)", story=path.name, address=address))
        if open_browser:
            webbrowser.open(address)
        app = create_app(settings)
        for name in LISTS:  # so that the first page does not wait for them
            whole(app.state.memory, story, name)
        Thread(target=_prepare, args=(story,), daemon=True).start()
        config = uvicorn.Config(app, log_level="warning", server_header=False)
        with suppress(KeyboardInterrupt):  # uvicorn raises it once more when it has closed
            uvicorn.Server(config).run(sockets=[listening])


def _prepare(story: Story) -> None:
    """Beside the first page: what the first question would wait for.

    The lexicons and models that are loaded then never go again, and the collector need not look through
    them: that took a tenth of a second of every page on which it did.
    """
    with suppress(RawiError, sqlite3.Error):  # the story was closed meanwhile
        story.ask("Who met Rawi in 2020?")  # names and days are looked up as well
    gc.collect()
    gc.freeze()


def _listen(host: str, port: int) -> socket.socket:
    """A socket that listens there. Raises UsageError where the machine does not let it."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        raise UsageError(
            said("cannot listen on {}, port {}: {}", host, str(port), os.strerror(error.errno or 0)),
            hint="another port can be named with --port",
        ) from error


@click.command(short_help="Show a story in the browser.")
@click.argument("story", type=click.Path(path_type=Path))
@click.option(
    "--port", type=click.IntRange(1, 65_535), default=8765, show_default=True,
    help="Port to listen on.",
)  # fmt: skip
@click.option(
    "--host", default="127.0.0.1", show_default=True,
    help="Address to listen on. Any but this machine's own needs a password.",
)  # fmt: skip
@click.option("--open", "open_browser", is_flag=True, help="Open it in the browser.")
@click.option(
    "--ask-password", is_flag=True, help="Ask here for the password that readers must give."
)
@click.option("--make-password", is_flag=True, help="Make a password up and print it.")
def command(
    story: Path, port: int, host: str, open_browser: bool, ask_password: bool, make_password: bool
) -> None:
    """Show a story in the browser.

    It is served to this machine alone. With --host others can reach it, behind a password: from the
    variable RAWI_PASSWORD, or by --ask-password or --make-password.
    """
    password = os.environ.get(PASSWORD)
    if ask_password:
        password = click.prompt(say("Password"), hide_input=True, confirmation_prompt=True)
    elif make_password:
        password = secrets.token_urlsafe(12)
        click.echo(say("password: %(password)s", password=password))
    run(story, host, port, open_browser=open_browser, password=password)
