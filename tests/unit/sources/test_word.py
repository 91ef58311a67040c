"""Word documents: their words as Word shows them, and nothing of what it does not show."""

import io
import zipfile

import docx
import pytest

from rawi.errors import SourceError
from rawi.sources import Document, read_sources
from rawi.sources.walk import read_bytes

TEXT = "أعلنت وزيرة النقل هدى الكرمي أن خط القطار سيبدأ العمل مطلع الشهر."
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def saved(made):
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def package(body, head=""):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        markup = f'<?xml version="1.0"?>{head}<w:document xmlns:w="{W}" xmlns:mc="{MC}"><w:body>{body}</w:body></w:document>'
        file.writestr("word/document.xml", markup)
    return out.getvalue()


def read(data, **options):
    (found,) = read_bytes(data, "خبر.docx", suffix=".docx", **options)
    return found


def paragraph(words, inside=""):
    return f"<w:p><w:r><w:t>{words}</w:t></w:r>{inside}</w:p>"


def test_paragraphs_and_a_title():
    made = docx.Document()
    made.add_heading("القطار في موعده")
    made.add_paragraph("")
    made.add_paragraph(TEXT)
    table = made.add_table(rows=1, cols=1)
    table.cell(0, 0).text = "وقال مدير المحطة إن التذاكر نفدت."
    found = read(saved(made))
    assert found.title == "القطار في موعده" and found.text.startswith(found.title)
    assert found.text.splitlines()[-1] == "وقال مدير المحطة إن التذاكر نفدت."


def test_what_word_does_not_show_is_not_read():
    hidden = f"<w:del><w:r><w:delText>محذوف</w:delText><w:t>محذوف</w:t></w:r></w:del><mc:Fallback>{paragraph('مكرر')}</mc:Fallback>"
    field = "<w:r><w:instrText>HYPERLINK</w:instrText><w:tab/><w:t>ثم</w:t><w:br/><w:t>أمس</w:t></w:r>"
    box = f"<w:r><w:txbxContent>{paragraph('في إطار')}</w:txbxContent></w:r>"
    found = read(package(paragraph(TEXT, hidden + field + box)))
    assert found.text == f"{TEXT}\tثم\nأمس\nفي إطار"
    assert found.title is None


BOMB = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"PK\x03\x04 not a package", "broken Word"),
        (b"\xd0\xcf\x11\xe0 old", "old Office"),
        (b"plain words", "not a Word document"),
        (package(""), "white space"),
        (package(paragraph("English words only")), "Arabic"),
        (package(paragraph("x" * 30_000)), "more than"),
        (package(f"<w:p>{TEXT}"), "broken Word"),
    ],
)
def test_what_cannot_be_read_is_refused(data, words):
    found = read(data, limit=20_000)
    assert isinstance(found, SourceError) and words in str(found)


def test_entities_are_not_resolved(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("سر لا يقال", encoding="utf-8")
    head = f'<!DOCTYPE a [<!ENTITY x SYSTEM "file://{secret}">]>'
    found = read(package(paragraph(TEXT + "&x;"), head))
    assert isinstance(found, SourceError) or "سر" not in found.text
    found = read(package(paragraph(TEXT + "&b;"), BOMB))
    assert isinstance(found, SourceError) or "aaa" not in found.text


def test_a_folder_with_an_open_document(tmp_path):
    made = docx.Document()
    made.add_paragraph(TEXT)
    (tmp_path / "خبر.docx").write_bytes(saved(made))
    (tmp_path / "~$خبر.docx").write_bytes(b"lock")
    (found,) = read_sources([tmp_path])
    assert isinstance(found, Document) and found.text == TEXT
