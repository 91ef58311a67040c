"""`rawi demo`: the invented sample story, read and served."""

from __future__ import annotations

import socket
import tempfile
from pathlib import Path

import click

import rawi
from rawi.cli._language import say
from rawi.errors import UsageError

NAME = "سد الزمردة.rawi"  # the pages show a story by the name of its file


def sample_articles() -> Path:
    """The folder of the sample's articles: beside the package when installed, in the checkout else.

    Raises UsageError where neither is there.
    """
    package = Path(rawi.__file__).parent
    for folder in (package / "sample" / "articles", package.parents[1] / "sample" / "articles"):
        if folder.is_dir():
            return folder
    raise UsageError(
        "the sample story is not in this installation", hint="install Rawi from its own wheel"
    )


def free_port(wanted: int) -> int:
    """`wanted` where nothing on this machine listens there, else a port that is free."""
    for port in (wanted, 0):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise UsageError("no port on this machine is free", hint="name one with --port")


@click.command(short_help="Read the sample story and show it in the browser.")
@click.option(
    "--port", type=click.IntRange(0, 65_535), default=8765, show_default=True,
    help="Port to listen on, if it is free.",
)  # fmt: skip
@click.option(
    "--story", type=click.Path(path_type=Path), metavar="FILE",
    help="Keep the story in this file (else it is gone when the demo ends).",
)  # fmt: skip
@click.option("--open", "open_browser", is_flag=True, help="Open it in the browser.")
def command(port: int, story: Path | None, open_browser: bool) -> None:
    """Read twelve invented articles about a dam, a ferry and a denied plan, and serve them.

    It is served to this machine alone, at the address that is printed, until Ctrl-C.
    """
    from rawi.cli._terminal import progress_bar, show_report
    from rawi.cli.serve import run
    from rawi.story import Story

    articles = sample_articles()
    with tempfile.TemporaryDirectory(prefix="rawi-demo-") as folder:
        path = story or Path(folder) / NAME
        with Story.open(path) as opened, progress_bar(say("Reading")) as progress:
            report = opened.add([articles], progress=progress)
        show_report(report, path)
        run(path, port=free_port(port), open_browser=open_browser)
