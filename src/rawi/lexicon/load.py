"""Reads lexicon files: tab-separated tables with a header of `# key: value` lines.

A lexicon file is UTF-8 TSV. It opens with comment lines that must name its `source` and `licence`
(`# source: …`, `# licence: …`); the first line that is not a comment names the columns; blank lines and
later comments are passed over. Everything is read once and cached for the life of the process.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from rawi.errors import LexiconError

REQUIRED = ("source", "licence")


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `lexicon/NAME.tsv` as dictionaries, in file order; empty cells are ''.

    Raises LexiconError, naming file and line, when the file breaks its own rules.
    """
    path = files("rawi.lexicon").joinpath(f"{name}.tsv")
    if not path.is_file():
        raise LexiconError("no such lexicon", source=f"{name}.tsv")
    return parse(path.read_text(encoding="utf-8"), f"{name}.tsv")


def parse(text: str, name: str) -> tuple[dict[str, str], ...]:
    """The rows of a lexicon file's text. `name` is used in errors."""
    head: dict[str, str] = {}
    columns: list[str] | None = None
    rows: list[dict[str, str]] = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        if line.startswith("#"):
            key, _, value = line[1:].partition(":")
            head.setdefault(key.strip().lower(), value.strip())
            continue
        cells = [c.strip() for c in line.split("\t")]
        if columns is None:
            columns = cells
            continue
        if len(cells) > len(columns):
            raise LexiconError(
                f"{len(cells)} cells where {len(columns)} columns are named",
                source=f"{name}:{number}",
            )
        rows.append(dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True)))
    missing = [k for k in REQUIRED if not head.get(k)]
    if missing:
        raise LexiconError(f"the header does not name its {' and '.join(missing)}", source=name)
    if columns is None:
        raise LexiconError("no line names the columns", source=name)
    return tuple(rows)


@cache
def words(name: str, column: str) -> frozenset[str]:
    """The distinct values of one column of a lexicon, empty cells left out."""
    return frozenset(row[column] for row in table(name) if row.get(column))
