"""`rawi`: finds the commands beside this module and imports only the one that is called.

Anything of the `rawi.errors` family that a command lets through, and what the system refuses (a full
disk, no permission), becomes one line on standard error and exit status 1.
"""

from __future__ import annotations

import errno
import os
import sys
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import click

import rawi
import rawi.cli
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
        return import_module(f"rawi.cli.{cmd_name}").command

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; an error of ours or of the system ends it with one line, status 1."""
        try:
            return super().invoke(ctx)
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
    line = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in str(error))
    click.echo(f"rawi: {line}", err=True)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(rawi.__version__, prog_name="rawi")
def main() -> None:
    """Rawi (راوي) reads Arabic news and keeps the record: who said what, when, through whom."""
    for stream in (sys.stdout, sys.stderr):  # Arabic also where the console's own encoding has none
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
