"""A dossier as a PDF, set by Typst (its compiler is inside the `typst` package).

The page's layout is dossier.typ; the words reach it as JSON, so that nothing in an article can be taken
for markup. Fonts come from packages, not from the machine, and the date in the file is fixed: equal
dossiers are equal files on every machine with the same Typst.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

import typst

from rawi.export.dossier.blocks import (
    Block,
    Citation,
    Document,
    Entry,
    Heading,
    Line,
    Listing,
    Paragraph,
    Table,
    line_direction,
)
from rawi.wire import plain

EPOCH = 315_532_800  # 1980-01-01 in Unix seconds, the date that the Word file carries too
FONTS = ("fontpkg_ibm_plex_sans_arabic", "fontpkg_amiri")  # SIL Open Font License 1.1


def write(document: Document) -> bytes:
    """The PDF file, tagged for screen readers."""
    words = {
        "title": document.title,
        "lang": document.lang,
        "direction": document.direction,
        "blocks": [_block(block, document.direction) for block in document.blocks],
    }
    layout = files("rawi.export.dossier").joinpath("dossier.typ").read_bytes()
    compiler = typst.Compiler(
        layout,
        font_paths=_fonts(),
        sys_inputs={"dossier": json.dumps(words, ensure_ascii=False)},
    )
    made: bytes = compiler.compile(format="pdf", timestamp=EPOCH)
    return made


@cache
def _fonts() -> typst.Fonts:
    folders = [str(files(package).joinpath("files")) for package in FONTS]
    return typst.Fonts(include_system_fonts=False, font_paths=folders)


def _block(block: Block, base: str) -> dict[str, Any]:
    """A block as JSON, its lines with their directions."""

    def line(runs: Line) -> dict[str, Any]:
        return {"dir": line_direction(runs, base), "runs": plain(runs)}

    made: dict[str, Any] = {"kind": type(block).__name__.lower()}
    match block:
        case Heading():
            made |= {"text": block.text}
        case Paragraph():
            made |= {"line": line(block.runs), "role": block.role}
        case Entry():
            note = line(block.note) if block.note else None
            made |= {"lead": line(block.lead), "words": line(block.words), "note": note}
            made |= {"number": block.number}
        case Citation():
            made |= {"number": block.number, "lines": [line(runs) for runs in block.lines]}
        case Table():
            made |= {
                "columns": [title for title, _ in block.columns],
                "shares": [share for _, share in block.columns],
                "rows": [[line(cell) for cell in row] for row in block.rows],
            }
        case Listing():
            made |= {"items": [line(item) for item in block.items]}
    return made
