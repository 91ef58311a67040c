"""Arabic in the terminal: the commands' help, click's own words, and lines that read in their order.

Loaded only where Arabic is spoken. A terminal lays a line out from the left unless it is told otherwise, so
a line with Arabic is wrapped in a right-to-left isolate, and every Latin piece in it (a command, an option, a
path, a day) in one of its own: both are invisible, and a terminal that knows neither loses nothing.
"""

from __future__ import annotations

import copy
import gettext
import inspect
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import NoReturn

import click

from rawi.web import i18n
from rawi.web.labels import N_, NN_

RLI, LRI, FSI, PDI = "\u2067", "\u2066", "\u2068", "\u2069"
_LETTER = re.compile("[\u0621-\u064a]")
_WORD = r"[^\s\u0600-\u06ff\u2066-\u2069«»]+"
_PIECE = re.compile(rf"{_WORD}(?:(?<!:) {_WORD})*")
_LATIN = re.compile(r"[A-Za-z]|\d-\d")  # a day, too, reads from the left
_COLUMN = re.compile(r"( *)(\S(?:(?! {2}).)*? {2,})?(?=\S)")

# What click says to a user of ours; its other messages are for who writes commands.
CLICK = (
    N_("Usage:"), N_("Options"), N_("Commands"), N_("Show this message and exit."),
    N_("Show the version and exit."), N_("default: {default}"),
    N_("required"), N_("Error: {message}"), N_("Try '{command} {option}' for help."), N_("Missing command."),
    N_("Missing argument"), N_("Missing option"), N_("No such option {name!r}."),
    N_("No such command {name!r}."), N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"), N_("Option {name!r} does not take a value."),
    N_("Choose from:\n\t{choices}"), N_("{value!r} is not a valid {number_type}."),
    N_("{value} is not in the range {range}."), N_("{name} {filename!r} is a directory."),
    N_("{name} {filename!r} does not exist."), N_("file"), N_("path"), N_("directory"), N_("Aborted!"),
    N_("Repeat for confirmation"), N_("Error: The two entered values do not match."),
)  # fmt: skip
CLICK_BY_NUMBER = (
    NN_("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    NN_("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    NN_("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
    NN_("{value!r} does not match the format {format}.", "{value!r} does not match the formats {formats}."),
    NN_("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
)  # fmt: skip


def catalogue() -> gettext.NullTranslations:
    """The commands' Arabic words, and behind them those of the pages."""
    return i18n.catalogue("ar", "cli")


def isolated(words: str) -> str:
    """A value inside a sentence, kept from moving the words around it."""
    return f"{FSI}{words}{PDI}"


def laid_out(text: str) -> str:
    """Lines for a terminal: every line with Arabic reads from the right, its Latin pieces from the left."""
    return "\n".join(map(_line, text.split("\n")))


def _line(line: str) -> str:
    if RLI in line or not _LETTER.search(line):
        return line
    before = _COLUMN.match(line)
    at = (
        before.end() if before and not _LETTER.search(before[0]) else len(line) - len(line.lstrip())
    )
    return f"{line[:at]}{RLI}{_PIECE.sub(_apart, line[at:])}{PDI}"


def _apart(found: re.Match[str]) -> str:
    """A piece without Arabic, isolated where it is Latin, but for the punctuation of the Arabic around it."""
    piece = found[0]
    if not _LATIN.search(piece):
        return piece
    begin, end = 0, len(piece)
    while piece[begin] in " :;," or (piece[begin] in "([" and _open(piece[begin:end])):
        begin += 1
    while (piece[end - 1] in " .:;,([" and not piece.endswith("...", 0, end)) or (
        piece[end - 1] in ")]" and _open(piece[begin:end])
    ):
        end -= 1
    return f"{piece[:begin]}{LRI}{piece[begin:end]}{PDI}{piece[end:]}"


def _open(piece: str) -> bool:
    """Whether a bracket in it is not closed, or closes none."""
    return piece.count("(") != piece.count(")") or piece.count("[") != piece.count("]")


class _Formatter(click.HelpFormatter):
    def getvalue(self) -> str:
        return laid_out(super().getvalue())


class _Context(click.Context):
    formatter_class = _Formatter


def paragraphs(text: str | None) -> list[str]:
    """A help text as the messages of the catalogue: its paragraphs, each on one line."""
    return [
        " ".join(part.split())
        for part in inspect.cleandoc(text or "").split("\n\n")
        if part.strip()
    ]


def spoken(command: click.Command) -> click.Command:
    """A copy of a command whose help is Arabic; the names of arguments and options stay as they are."""
    made = copy.copy(command)
    made.context_class = _Context
    made.help, made.short_help = _translated(command.help), _translated(command.short_help)
    made._help_option = None  # click keeps the one that it made, in the language of that time
    made.params = [
        _spoken_option(one) if isinstance(one, click.Option) else one for one in command.params
    ]
    if isinstance(command, click.Group):
        made.commands = {name: spoken(one) for name, one in command.commands.items()}
    return made


def _spoken_option(option: click.Option) -> click.Option:
    made = copy.copy(option)
    made.help = _translated(option.help)
    return made


def _translated(text: str | None) -> str | None:
    return "\n\n".join(map(catalogue().gettext, paragraphs(text))) if text else text


@contextmanager
def click_speaks() -> Iterator[None]:
    """click's own words are Arabic meanwhile.

    click asks gettext for them under two names in each of its modules. gettext itself would want a compiled
    catalogue on the disk, and the language of the whole process.
    """
    modules = [m for m in vars(click).values() if isinstance(m, ModuleType)]
    held = [
        (m, name, getattr(m, name))
        for m in modules
        for name in ("_", "ngettext")
        if hasattr(m, name)
    ]
    for module, name, _ in held:
        setattr(module, name, catalogue().gettext if name == "_" else catalogue().ngettext)
    try:
        yield
    finally:
        for module, name, before in held:
            setattr(module, name, before)


def refuse(fault: click.ClickException) -> NoReturn:
    """Shows what click refuses, laid out, and ends as click would."""
    shown = io.StringIO()
    fault.show(shown)
    click.echo(laid_out(shown.getvalue()), err=True, nl=False)
    raise click.exceptions.Exit(fault.exit_code)
