"""A Word document (.docx) becomes one document: its paragraphs, in order, as Word shows them.

1. the package is opened and its main part taken out, within bounds
2. each paragraph gives a line; what was deleted, hidden fields and the second copies of text boxes are left out
3. a first paragraph in the style of a title is the title

Office Open XML, ECMA-376 part 1, 17. The properties of a file (its "title", its dates) are not read: they are
mostly those of the file that it was copied from.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from lxml import etree

from rawi.errors import MalformedError, said
from rawi.sources.check import check_bytes, check_size, check_text
from rawi.sources.document import Document

PACKAGE = b"PK\x03\x04"  # how every zip file with something in it begins
MAIN = "word/document.xml"
_TIMES = 10  # the markup of a paragraph is several times as long as its words
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARAGRAPH, _TEXT = f"{_W}p", f"{_W}t"
_SPACES = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_LEFT_OUT = {f"{_W}del", f"{_W}moveFrom", f"{_W}pPr", _FALLBACK}
_TITLES = ("title", "heading1")


def document_from_bytes(data: bytes, source: str, limit: int) -> Document:
    """The document in the bytes of a .docx file. Raises SourceError.

    `limit`: the most bytes that its words may have.
    """
    if not data.startswith(PACKAGE):  # empty, an old .doc, something else under this name
        check_bytes(data, source)
        raise MalformedError("not a Word document", source=source, hint="save it as .docx again")
    try:
        with zipfile.ZipFile(BytesIO(data)) as package, package.open(MAIN) as part:
            markup = part.read(limit * _TIMES + 1)
        check_size(len(markup), limit * _TIMES, source)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        tree = etree.fromstring(markup, parser)
    except (
        zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, KeyError, EOFError, OSError, ValueError,
        RuntimeError, NotImplementedError,  # a password, or a way of packing that zipfile does not know
    ) as error:  # fmt: skip
        raise MalformedError(
            said("broken Word document: {}", error), source=source, hint="save it as .docx again"
        ) from None
    lines = [(one, _words(one).strip()) for one in tree.iter(_PARAGRAPH) if not _within(one)]
    text = "\n".join(line for _, line in lines)
    check_size(len(text.encode("utf-8", "surrogatepass")), limit, source)
    check_text(text, source)
    first = next((one for one, line in lines if line))
    title = " ".join(_words(first).split()) if _style(first) in _TITLES else None
    return Document(source=source, text=text.strip(), title=title)


def _within(paragraph: Any) -> bool:
    """Whether a paragraph stands in something that is not shown, or inside another (a text box)."""
    return any(up.tag in _LEFT_OUT or up.tag == _PARAGRAPH for up in paragraph.iterancestors())


def _words(paragraph: Any) -> str:
    return "".join(_pieces(paragraph))


def _pieces(element: Any) -> Iterator[str]:
    """The words under an element; a text box in it begins a line of its own."""
    for child in element:
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _SPACES:
            yield _SPACES[child.tag]
        elif child.tag == _PARAGRAPH:
            yield "\n" + _words(child) + "\n"
        elif child.tag not in _LEFT_OUT:
            yield from _pieces(child)


def _style(paragraph: Any) -> str:
    """The paragraph's style by its id, in small letters: `title`, `heading1`; '' for none."""
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return (style.get(f"{_W}val") or "").lower() if style is not None else ""
