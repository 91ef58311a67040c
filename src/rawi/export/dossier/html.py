"""A dossier as one HTML page that carries all it needs and runs nothing.

Its policy (a meta element) forbids scripts and anything from elsewhere; words of a story stand in
`bdi`, so that their direction touches nothing around them.
"""

from __future__ import annotations

from html import escape
from importlib.resources import files
from itertools import groupby

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
    line_direction,
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
    page = _Page(document.direction)
    body = "\n".join(page.block(block) for block in document.blocks)
    return f"{head}{body}\n</main>\n</body>\n</html>\n".encode()


class _Page:
    """Blocks as elements; `base` is the page's direction, which a paragraph may depart from."""

    def __init__(self, base: str) -> None:
        self.base = base

    def block(self, block: Block) -> str:
        """One block."""
        match block:
            case Heading():
                return f"<h2>{escape(block.text)}</h2>"
            case Paragraph():
                return self.part("p", block.runs, block.role)
            case Entry():
                note = "\n" + self.part("p", block.note, "note") if block.note else ""
                lead, words = self.part("p", block.lead), self.part("blockquote", block.words)
                return f'<section class="entry" id="e{block.number}">\n{lead}\n{words}{note}\n</section>'
            case Citation():
                lines = "".join(self.part("p", line) for line in block.lines)
                return (
                    f'<div class="citation" id="c{block.number}">'
                    f'<a class="number" href="#e{block.number}">{block.number}</a><div>{lines}</div></div>'
                )
            case Table():
                titles = "".join(
                    f'<th scope="col">{escape(title)}</th>' for title, _ in block.columns
                )
                rows = "\n".join(
                    f"<tr>{''.join(self.part('td', cell) for cell in row)}</tr>"
                    for row in block.rows
                )
                return (
                    f'<div class="table"><table>\n<thead><tr>{titles}</tr></thead>\n'
                    f"<tbody>\n{rows}\n</tbody>\n</table></div>"
                )
            case Listing():
                return f"<ul>{''.join(self.part('li', item) for item in block.items)}</ul>"

    def part(self, tag: str, line: Line, name: str = "text") -> str:
        """A line as one element."""
        way = line_direction(line, self.base)
        about = f' class="{name}"' if name != "text" else ""
        if way != self.base and tag != "td":
            about += f' dir="{way}"'
        return f"<{tag}{about}>{_line(line)}</{tag}>"


def _line(runs: Line) -> str:
    """Runs as markup. The story's runs that follow each other are one piece of text."""
    out = []
    for of_story, group in groupby(runs, key=lambda run: run.story):
        piece = list(group)
        inner = "".join(map(_run, piece))
        text = "".join(run.text for run in piece)
        if of_story and text.strip():
            lang = ' lang="ar"' if direction(text) == "rtl" else ""
            inner = f"<bdi{lang}>{inner}</bdi>"
        out.append(inner)
    return "".join(out)


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
    return out
