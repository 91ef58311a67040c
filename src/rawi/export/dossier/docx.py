"""A dossier as a Word document (Office Open XML, by python-docx).

Right-to-left paragraphs carry `w:bidi`, Arabic stretches `w:rtl` with a complex-script font and
language, as Word needs them (ECMA-376 part 1, 17.3.1.6 and 17.3.2.30). The package is written again
with fixed dates and sorted parts, so that equal dossiers are equal files.
"""

from __future__ import annotations

import zipfile
from datetime import datetime
from io import BytesIO
from typing import Any

import docx
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

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
    stretches,
)

EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip file can hold
# On every machine that has Word, both with Arabic letters; the second for the articles' own words.
FONT, READING = "Arial", "Times New Roman"
ACCENT, SOFT, WASH, EVIDENCE = "0F5C66", "51616A", "EEF4F5", "FFF1B8"
WIDTH = Cm(17)  # A4 less two margins of 2 cm
# Word knows the embeddings of Unicode since long, the isolates not everywhere.
EMBED, POP = {"rtl": "\u202b", "ltr": "\u202a"}, "\u202c"
LANGUAGES = {"ar": "ar-SA", "en": "en-GB"}


def write(document: Document) -> bytes:
    """The .docx file."""
    made = docx.Document()
    _set_up(made, document)
    writer = _Writer(made, document)
    writer.line(writer.paragraph("Title"), (Run(document.title, story=True),))
    for block in document.blocks:
        writer.block(block)
    out = BytesIO()
    made.save(out)
    return _fixed(out.getvalue())


class _Writer:
    """Blocks into one document. `marks` counts the bookmarks, which need numbers of their own.

    Styles are set by their id: python-docx looks each up among all styles, which took three quarters of
    the time of a long dossier.
    """

    def __init__(self, made: Any, document: Document) -> None:
        self.made = made
        self.rtl = document.direction == "rtl"
        self.base = document.direction
        self.lang = LANGUAGES[document.lang]
        self.marks = 0
        self.styles = {style.name: style.style_id for style in made.styles}

    def paragraph(self, style: str) -> Any:
        """A new paragraph at the document's end."""
        made = self.made.add_paragraph()
        made._p.style = self.styles[style]
        return made

    def block(self, block: Block) -> None:
        """One block at the document's end."""
        match block:
            case Heading():
                self.line(self.paragraph("Heading 1"), (Run(block.text),))
            case Paragraph():
                self.line(self.paragraph("Normal"), block.runs, soft=block.role == "meta")
            case Entry():
                lead = self.paragraph("List Paragraph")
                lead.paragraph_format.keep_with_next = True
                lead.paragraph_format.space_before = Pt(8)
                self.line(lead, block.lead, mark=f"e{block.number}")
                words = self.paragraph("Quote")
                self.line(words, block.words)
                if block.note:
                    self.line(self.paragraph("List Paragraph"), block.note, soft=True)
            case Citation():
                for n, line in enumerate(block.lines):
                    paragraph = self.paragraph("Citation")
                    number = (Run(f"[{block.number}] ", "strong"),) if n == 0 else ()
                    mark = f"c{block.number}" if n == 0 else None
                    self.line(paragraph, (*number, *line), mark=mark)
                    if n == len(block.lines) - 1:
                        paragraph.paragraph_format.space_after = Pt(8)
            case Table():
                self.table(block)
            case Listing():
                for item in block.items:
                    self.line(self.paragraph("Citation"), item)

    def table(self, block: Table) -> None:
        """A table whose first column stands where reading begins, its head on every page."""
        table = self.made.add_table(rows=1, cols=len(block.columns), style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.CENTER
        table.autofit = False
        if self.rtl:
            table._tbl.tblPr.insert_element_before(
                _element("w:bidiVisual"), "w:tblStyleRowBandSize", "w:tblStyleColBandSize", "w:tblW",
                "w:jc", "w:tblCellSpacing", "w:tblInd", "w:tblBorders", "w:shd", "w:tblLayout",
                "w:tblCellMar", "w:tblLook",
            )  # fmt: skip
        widths = [WIDTH * share // 100 for _, share in block.columns]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        head = table.rows[0]
        head._tr.get_or_add_trPr().append(_element("w:tblHeader"))
        for cell, (title, _) in zip(head.cells, block.columns, strict=True):
            cell._tc.get_or_add_tcPr().append(_shade(WASH))
            self.line(self.cell(cell), (Run(title, "strong"),))
        for row in block.rows:
            made = table.add_row()
            made._tr.get_or_add_trPr().append(_element("w:cantSplit"))
            for cell, runs in zip(made.cells, row, strict=True):
                self.line(self.cell(cell), runs)
        self.made.add_paragraph()

    def cell(self, cell: Any) -> Any:
        """A cell's paragraph."""
        paragraph = cell.paragraphs[0]
        paragraph._p.style = self.styles["Citation"]
        return paragraph

    def line(
        self, paragraph: Any, runs: Line, *, soft: bool = False, mark: str | None = None
    ) -> None:
        """Runs into a paragraph, which takes the dossier's direction; `mark` names the place."""
        base = line_direction(runs, self.base)
        if base == "rtl":
            properties = paragraph._p.get_or_add_pPr()
            properties.insert_element_before(_element("w:bidi"), *_AFTER_BIDI)
        if mark is not None:
            self.marks += 1
            paragraph._p.append(
                _element("w:bookmarkStart", **{"w:id": str(self.marks), "w:name": mark})
            )
        for run in runs:
            self.run(paragraph, run, base, soft)
        if mark is not None:
            paragraph._p.append(_element("w:bookmarkEnd", **{"w:id": str(self.marks)}))

    def run(self, paragraph: Any, run: Run, base: str, soft: bool) -> None:
        """One run, cut where its direction turns."""
        holder = paragraph._p
        if run.ref is not None or run.href is not None:
            holder = _element("w:hyperlink")
            if run.ref is not None:
                holder.set(qn("w:anchor"), f"c{run.ref}")
            else:
                part = paragraph.part
                holder.set(qn("r:id"), part.relate_to(run.href, _LINK, is_external=True))
            paragraph._p.append(holder)
        for way, words in _embedded(run, base):
            made = _element("w:r")
            made.append(self._properties(run, way, soft))
            text = _element("w:t", **{"xml:space": "preserve"})
            text.text = words
            made.append(text)
            holder.append(made)

    def _properties(self, run: Run, way: str, soft: bool) -> Any:
        """What a run looks like, in the order that the schema wants."""
        out = _element("w:rPr")
        if run.role in ("quote", "mark"):
            out.append(_fonts(READING))
        if run.role == "strong":
            out.extend([_element("w:b"), _element("w:bCs")])
        if run.ref is not None or run.href is not None:
            out.append(_element("w:color", **{"w:val": ACCENT}))
        elif soft or run.role == "dim":
            out.append(_element("w:color", **{"w:val": SOFT}))
        if run.role in ("quote", "mark") and way == "rtl":
            out.append(_element("w:szCs", **{"w:val": "28"}))
        if run.role == "mark":
            out.append(_shade(EVIDENCE))
        if way == "rtl":
            out.append(_element("w:rtl"))
        lang = {"w:val": self.lang} if way == "ltr" else {"w:bidi": "ar-SA"}
        out.append(_element("w:lang", **lang))
        return out


def _embedded(run: Run, base: str) -> list[tuple[str, str]]:
    """A run's stretches. Words of the story that run against their paragraph and hold both directions
    («راجعت (CNN) أمس» in an English line) are embedded, or their parts would change places.
    """
    found = stretches(run.text, base)
    own = direction(run.text)
    if not run.story or own in (None, base) or len(found) < 2:
        return found
    (first, begin), *inner, (last, end) = found
    return [(first, EMBED[own] + begin), *inner, (last, end + POP)]


# The children of w:pPr that the schema puts after w:bidi.
_AFTER_BIDI = (
    "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing",
    "w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment",
    "w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr",
    "w:pPrChange",
)  # fmt: skip
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def _set_up(made: Any, document: Document) -> None:
    """Page, styles and properties; nothing of them depends on when or where."""
    about = made.core_properties
    about.title, about.author, about.comments, about.keywords = document.title[:255], "Rawi", "", ""
    about.last_modified_by, about.revision, about.language = "Rawi", 1, LANGUAGES[document.lang]
    about.created = about.modified = datetime(*EPOCH[:3])
    page = made.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2)
    page.top_margin = page.bottom_margin = Cm(2)
    if document.direction == "rtl":
        page._sectPr.append(_element("w:bidi"))
    styles = made.styles
    styles.add_style("Citation", 1).base_style = styles["Normal"]
    for name, size, after, colour in (
        ("Normal", 11, 4, None), ("Title", 20, 6, None), ("Heading 1", 14, 6, ACCENT),
        ("Quote", 11, 2, None), ("List Paragraph", 11, 2, None), ("Citation", 10, 0, None),
    ):  # fmt: skip
        style = styles[name]
        properties = style.element.get_or_add_rPr()
        for old in list(properties):
            properties.remove(old)
        properties.append(_fonts(FONT))
        if name in ("Title", "Heading 1"):
            properties.extend([_element("w:b"), _element("w:bCs")])
        if colour:
            properties.append(_element("w:color", **{"w:val": colour}))
        for key in ("w:sz", "w:szCs"):
            properties.append(_element(key, **{"w:val": str(size * 2)}))
        style.paragraph_format.space_after = Pt(after)
        style.paragraph_format.space_before = Pt(18 if name == "Heading 1" else 0)
        style.paragraph_format.line_spacing = 1.25
    for name, indent in (("Quote", 0.8), ("List Paragraph", 0), ("Citation", 0)):
        styles[name].paragraph_format.left_indent = Cm(indent)


def _fonts(name: str) -> Any:
    return _element("w:rFonts", **{f"w:{kind}": name for kind in ("ascii", "hAnsi", "cs")})


def _shade(colour: str) -> Any:
    return _element("w:shd", **{"w:val": "clear", "w:color": "auto", "w:fill": colour})


def _element(name: str, **attributes: str) -> Any:
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(key), value)
    return made


def _fixed(package: bytes) -> bytes:
    """The package with its parts in order, each with the same date, the content types first."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as old, zipfile.ZipFile(out, "w") as new:
        names = sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n))
        for name in names:
            info = zipfile.ZipInfo(name, EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            new.writestr(info, old.read(name), compresslevel=9)
    return out.getvalue()
