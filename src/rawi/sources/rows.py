"""One row of a table becomes one document: columns mapped by name, the title set above the text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from rawi.errors import MalformedError, RawiError, said
from rawi.lexicon import load
from rawi.sources.check import check_size, check_text
from rawi.sources.document import Document

COLUMNS = ("text", "title", "outlet", "url", "date", "byline", "language")
_JOINERS = re.compile(r"[\s_\-\u0640\u200c-\u200f\ufeff]+")
_SPACE = re.compile(r"\s+")


def known_columns(names: list[str]) -> dict[str, str]:
    """Which of a table's column names hold what: a column of ours -> the table's name for it.

    Where two name the same thing, the one that stands first in lexicon/columns.tsv wins.
    """
    by_key = {_key(name): name for name in reversed(names)}
    found: dict[str, str] = {}
    for key, column in _aliases().items():
        if key in by_key and column not in found:
            found[column] = by_key[key]
    return found


def document_from_row(row: Mapping[str, object], source: str, line: int, limit: int) -> Document:
    """The document of one row. `source` names the row, `line` is where it stands in its file.

    Raises SourceError, whose reason names the line.
    """
    try:
        return _document(row, source, limit)
    except RawiError as error:
        error.reason = said("line {}: {}", line, error.reason)
        raise


def _document(row: Mapping[str, object], source: str, limit: int) -> Document:
    columns = known_columns([name for name in row if isinstance(name, str)])
    cells = {column: _words(row[name]) for column, name in columns.items()}
    text = cells.get("text")
    if "text" not in columns:
        raise MalformedError(
            "no column holds the text", source=source, hint="name one `text` or «النص»"
        )
    if not isinstance(row[columns["text"]], str):
        raise MalformedError(
            "the text is not a string", source=source, hint="put the article's text there"
        )
    title = _SPACE.sub(" ", cells.get("title") or "").strip() or None
    whole = with_title(title, text or "")
    check_size(len(whole.encode("utf-8", "surrogatepass")), limit, source)
    check_text(whole if (text or "").strip() else "", source)
    return Document(
        source=source, text=whole, title=title, outlet=cells.get("outlet"),
        byline=cells.get("byline"), published=cells.get("date"), url=cells.get("url"),
        language=cells.get("language"),
    )  # fmt: skip


def with_title(title: str | None, text: str) -> str:
    """`text` below its title and a blank line, so that the title is a span of it."""
    if not title or text.lstrip().startswith(title):
        return text
    return f"{title}\n\n{text}"


def _words(value: object) -> str | None:
    """A cell as words: strings and numbers as they are, lists joined, a `{name: …}` by its name."""
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, list):
        value = "، ".join(filter(None, map(_words, value[:20])))
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None


def _key(name: str) -> str:
    return _JOINERS.sub("", name).casefold()


@cache
def _aliases() -> dict[str, str]:
    return {_key(row["alias"]): row["column"] for row in load.table("columns")}
