"""Gathers the interface's messages and brings them into the Arabic catalogue.

    python tools/messages.py

There are two catalogues: that of the pages, and that of the commands, which holds what they do not share
with the pages. New messages come in untranslated, gone ones go out; tests/web/test_catalogue.py and
tests/unit/cli/test_language.py fail on both, so run this after changing a message, then translate what
stands empty in src/rawi/web/locale/ar or src/rawi/cli/locale/ar.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from rawi.cli import main as main_command
from rawi.cli._arabic import paragraphs

ROOMS = Path(__file__).resolve().parent.parent / "src" / "rawi"
# `_`, `N_`, `say` and `term` take a message; `count` and `NN_` take it for one and for many.
KEYWORDS = {"_": None, "N_": None, "say": None, "term": None, "count": (1, 2), "NN_": (1, 2)}
METHODS = [("**.py", "python"), ("templates/**.html", "jinja2")]
OPTIONS = {"templates/**.html": {"silent": "false", "trimmed": "true"}}

OF = {"web": "pages", "cli": "commands, but those of the pages"}

# Six forms: none, one, two, few (3 to 10), many (11 to 99), other (100, 200 …).
HEADER = """# The words of Rawi's ROOM in Arabic. tools/messages.py keeps it in step with them.
msgid ""
msgstr ""
"Language: ar\\n"
"Plural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : "
"n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def extracted(room: str = "web") -> Catalog:
    """Every message that a room uses: the pages (web), or the commands (cli) without what the pages have."""
    catalog = Catalog(locale="ar", charset="utf-8")  # whose number forms are six
    if room == "web":
        for name, line, message, _comments, _context in extract_from_dir(
            ROOMS / room, METHODS, OPTIONS, keywords=KEYWORDS, strip_comment_tags=True
        ):
            catalog.add(message, locations=[(name, line)])
        return catalog
    for message in (*helps(main_command), *said(ROOMS / room)):
        catalog.add(message)
    for known in extracted():
        if known.id:
            catalog.delete(known.id)
    return catalog


def said(folder: Path) -> Iterator[str | tuple[str, ...]]:
    """Every message in the modules of a folder, also inside f-strings, into which Babel does not look.

    Raises ValueError where what is said is not written out.
    """
    for path in folder.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                if node.func.id not in KEYWORDS or path.name == "_language.py":
                    continue
                places = KEYWORDS[node.func.id] or (1,)
                if isinstance(node.args[0], ast.Starred | ast.Subscript):  # marked in web/labels.py
                    continue
                words = tuple(str(ast.literal_eval(node.args[n - 1])) for n in places)
                yield words if len(words) > 1 else words[0]


def helps(command: click.Command) -> Iterator[str]:
    """Every message of a command's help, and of the commands in it."""
    yield from paragraphs(command.help)
    yield from paragraphs(command.short_help)
    for one in command.params:
        if isinstance(one, click.Option):
            yield from paragraphs(one.help)
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from helps(inner)


def place(room: str) -> Path:
    """Where a room's Arabic catalogue lies."""
    return ROOMS / room / "locale" / "ar" / "LC_MESSAGES" / "rawi.po"


def held(room: str = "web") -> Catalog:
    """A room's Arabic catalogue as it stands."""
    with place(room).open("rb") as stream:
        return read_po(stream, locale="ar")


def refreshed(room: str) -> Catalog:
    """The Arabic catalogue with exactly the messages in use, translated as far as it was."""
    old, new = held(room), extracted(room)
    for message in new:
        known = old.get(message.id) if message.id else None
        if known is not None:
            message.string = known.string
    return new


def write(catalog: Catalog, room: str) -> None:
    """Writes the Arabic catalogue: sorted, and without line numbers, so that changes read well."""
    with place(room).open("wb") as stream:
        stream.write(HEADER.replace("ROOM", OF[room]).encode("utf-8"))
        write_po(stream, catalog, width=110, no_location=True, omit_header=True, sort_output=True)


def untranslated(catalog: Catalog) -> list[str]:
    """The messages that lack a translation, or one of its six forms."""
    return [
        str(message.id)
        for message in catalog
        if message.id
        and not all(message.string if isinstance(message.string, tuple) else (message.string,))
    ]


def main() -> None:
    """Updates the Arabic catalogues in place and names what is not translated."""
    for room in OF:
        catalog = refreshed(room)
        write(catalog, room)
        for message in untranslated(catalog):
            print(f"not translated: {message}")


if __name__ == "__main__":
    main()
