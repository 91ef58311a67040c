"""`rawi`: finds the commands beside this module and imports only the one that is called.

The language is chosen before anything is parsed, so that every word of help and of refusal is in it.
Anything of the `rawi.errors` family that a command lets through, and what the system refuses (a full
disk, no permission), becomes one line on standard error and exit status 1.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from pkgutil import iter_modules
from typing import Any, NoReturn

import click

import rawi
import rawi.cli
from rawi.cli._language import LANGUAGES, chosen, explained, in_arabic, speaking
from rawi.errors import RawiError


class Commands(click.Group):
    """The modules of this package as commands, imported when they are called or listed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command's name, sorted."""
        names = (m.name for m in iter_modules(rawi.cli.__path__))
        return sorted(n for n in names if n != "main" and not n.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command called `cmd_name`, or None."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command = import_module(f"rawi.cli.{cmd_name}").command
        if in_arabic():
            from rawi.cli._arabic import spoken

            return spoken(command)
        return command

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> Any:
        """Runs a command line in the language that it or the environment asks for."""
        for stream in (sys.stdout, sys.stderr):  # Arabic also where the console's encoding has none
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        lang = chosen(sys.argv[1:] if args is None else args)
        with speaking(lang):
            if lang != "ar":
                return super().main(args, *rest, **extra)
            from rawi.cli._arabic import click_speaks, spoken

            with click_speaks():
                return click.Group.main(spoken(self), args, *rest, **extra)

    def make_context(self, *rest: Any, **extra: Any) -> click.Context:
        """As click's own, but what it refuses is laid out for the language."""
        try:
            return super().make_context(*rest, **extra)
        except click.ClickException as fault:
            _refuse(fault)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; an error of ours or of the system ends it with one line, status 1."""
        try:
            return super().invoke(ctx)
        except click.ClickException as fault:
            _refuse(fault)
        except RawiError as error:
            complain(error)
        except OSError as error:
            if error.errno == errno.EPIPE:  # the reader of a pipe has left; click ends quietly
                raise
            name = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else None
            complain(RawiError(error.strerror or str(error), source=name))
        ctx.exit(1)


def complain(error: RawiError) -> None:
    """Writes an error as one line to standard error, whatever stands in a file's name."""
    told = RawiError(
        explained(error.reason), source=error.source, hint=error.hint and explained(error.hint)
    )
    line = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in str(told))
    if in_arabic():
        from rawi.cli._arabic import laid_out

        line = laid_out(line)
    click.echo(f"rawi: {line}", err=True)


def _refuse(fault: click.ClickException) -> NoReturn:
    """Ends with what click refuses, in the language that is spoken."""
    if not in_arabic():
        raise fault
    from rawi.cli._arabic import refuse

    refuse(fault)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(rawi.__version__, prog_name="rawi")
@click.option(
    "--lang", type=click.Choice(LANGUAGES), expose_value=False,
    help="The language of help, lists and errors (else RAWI_LANG, LC_ALL, LC_MESSAGES or LANG).",
)  # fmt: skip
def main() -> None:
    """Rawi (راوي) reads Arabic news and keeps the record: who said what, when, through whom."""
