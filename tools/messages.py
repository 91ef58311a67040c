"""Gathers the interface's messages and brings them into the Arabic catalogue.

    python tools/messages.py

New messages come in untranslated, gone ones go out; tests/web/test_catalogue.py fails on both, so run
this after changing a message, then translate what stands empty in src/rawi/web/locale/ar.
"""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

WEB = Path(__file__).resolve().parent.parent / "src" / "rawi" / "web"
PO = WEB / "locale" / "ar" / "LC_MESSAGES" / "rawi.po"
# `_`, `N_` and `say` take a message; `count` and `NN_` take it for one and for many.
KEYWORDS = {"_": None, "N_": None, "say": None, "count": (1, 2), "NN_": (1, 2)}
METHODS = [("**.py", "python"), ("templates/**.html", "jinja2")]
OPTIONS = {"templates/**.html": {"silent": "false", "trimmed": "true"}}

# Six forms: none, one, two, few (3 to 10), many (11 to 99), other (100, 200 …).
HEADER = """# The words of Rawi's pages in Arabic. tools/messages.py keeps it in step with the pages.
msgid ""
msgstr ""
"Language: ar\\n"
"Plural-Forms: nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : "
"n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def extracted() -> Catalog:
    """Every message that the pages use."""
    catalog = Catalog(locale="ar", charset="utf-8")  # whose number forms are six
    for name, line, message, _comments, _context in extract_from_dir(
        WEB, METHODS, OPTIONS, keywords=KEYWORDS, strip_comment_tags=True
    ):
        catalog.add(message, locations=[(name, line)])
    return catalog


def held() -> Catalog:
    """The Arabic catalogue as it stands."""
    with PO.open("rb") as stream:
        return read_po(stream, locale="ar")


def refreshed() -> Catalog:
    """The Arabic catalogue with exactly the messages in use, translated as far as it was."""
    old, new = held(), extracted()
    for message in new:
        known = old.get(message.id) if message.id else None
        if known is not None:
            message.string = known.string
    return new


def write(catalog: Catalog) -> None:
    """Writes the Arabic catalogue: sorted, and without line numbers, so that changes read well."""
    with PO.open("wb") as stream:
        stream.write(HEADER.encode("utf-8"))
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
    """Updates the Arabic catalogue in place and names what is not translated."""
    catalog = refreshed()
    write(catalog)
    for message in untranslated(catalog):
        print(f"not translated: {message}")


if __name__ == "__main__":
    main()
