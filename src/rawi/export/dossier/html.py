"""A dossier as one HTML page that carries all it needs and runs nothing.

Its policy (a meta element) forbids scripts and anything from elsewhere; words of a story stand in
`bdi`, so that their direction touches nothing around them.
"""

from __future__ import annotations

from html import escape
from importlib.resources import files

from rawi.export.dossier.blocks import (
    Block,
    Citation,
    Document,
    Entry,
    Heading,
    Line,
    Listing,
    Paragraph,
    Run,
    Table,
    direction,
)

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_TAGS = {"strong": "strong", "mark": "mark"}
_CLASSES = {"quote": "q", "dim": "dim"}


def write(document: Document) -> bytes:
    """The page, UTF-8."""
    style = files("rawi.export.dossier").joinpath("dossier.css").read_text(encoding="utf-8")
    head = (
        f'<!doctype html>\n<html lang="{document.lang}" dir="{document.direction}">\n<head>\n'
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(document.title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n"
        f'<h1 dir="auto">{escape(document.title)}</h1>\n'
    )
    body = "\n".join(_block(block) for block in document.blocks)
    return f"{head}{body}\n</main>\n</body>\n</html>\n".encode()


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"<h2>{escape(block.text)}</h2>"
        case Paragraph():
            name = ' class="meta"' if block.role == "meta" else ""
            return f"<p{name}>{_line(block.runs)}</p>"
        case Entry():
            note = f'\n<p class="note">{_line(block.note)}</p>' if block.note else ""
            return (
                f'<section class="entry" id="e{block.number}">\n<p>{_line(block.lead)}</p>\n'
                f"<blockquote>{_line(block.words)}</blockquote>{note}\n</section>"
            )
        case Citation():
            lines = "".join(f"<p>{_line(line)}</p>" for line in block.lines)
            return (
                f'<div class="citation" id="c{block.number}">'
                f'<a class="number" href="#e{block.number}">{block.number}</a><div>{lines}</div></div>'
            )
        case Table():
            titles = "".join(f'<th scope="col">{escape(title)}</th>' for title, _ in block.columns)
            rows = "\n".join(
                "<tr>" + "".join(f"<td>{_line(cell)}</td>" for cell in row) + "</tr>"
                for row in block.rows
            )
            return (
                f'<div class="table"><table>\n<thead><tr>{titles}</tr></thead>\n'
                f"<tbody>\n{rows}\n</tbody>\n</table></div>"
            )
        case Listing():
            return "<ul>" + "".join(f"<li>{_line(item)}</li>" for item in block.items) + "</ul>"


def _line(runs: Line) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    out = escape(run.text)
    if run.ref is not None:
        return f'<a class="ref" href="#c{run.ref}">{out}</a>'
    if run.href is not None:
        out = f'<a href="{escape(run.href)}" rel="noreferrer">{out}</a>'
    if run.role in _TAGS:
        out = f"<{_TAGS[run.role]}>{out}</{_TAGS[run.role]}>"
    if run.role in _CLASSES:
        out = f'<span class="{_CLASSES[run.role]}">{out}</span>'
    if run.story and run.text.strip():
        lang = ' lang="ar"' if direction(run.text) == "rtl" else ""
        out = f"<bdi{lang}>{out}</bdi>"
    return out
