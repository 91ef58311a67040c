"""Tables: columns by name, and one bad row never costs the others."""

import csv
import gzip
import io
import json

import pytest

from rawi.errors import (
    DecodingError,
    EmptyError,
    MalformedError,
    NotArabicError,
    SourceError,
    TooLargeError,
)
from rawi.sources import Document, read_bytes

TEXT = "أعلنت وزيرة النقل هدى الكرمي أن خط القطار سيبدأ العمل مطلع الشهر."
ROW = {"outlet": "المرفأ", "url": "https://marfa.example/1", "title": "القطار قادم",
       "date": "2031-09-07", "text": TEXT}  # fmt: skip


def lines(*rows, encoding="utf-8", suffix=".jsonl", limit=5_000_000):
    text = "\n".join(r if isinstance(r, str) else json.dumps(r, ensure_ascii=False) for r in rows)
    return list(read_bytes(text.encode(encoding), "t", suffix=suffix, limit=limit))


def table(text, encoding="utf-8", suffix=".csv", limit=5_000_000):
    return list(read_bytes(text.encode(encoding), "t", suffix=suffix, limit=limit))


def written(rows, **options):
    out = io.StringIO()
    writer = csv.DictWriter(out, list(ROW), **options)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def test_a_row_becomes_a_document():
    (found,) = lines(ROW)
    assert found == Document(
        source="t#1", text=f"القطار قادم\n\n{TEXT}", title="القطار قادم", outlet="المرفأ",
        published="2031-09-07", url="https://marfa.example/1",
    )  # fmt: skip


@pytest.mark.parametrize(
    "names",
    [
        ("outlet", "url", "title", "date", "text"),
        ("Source", "Link", "Headline", "Published_At", "Body"),
        ("الصحيفة", "الرابط", "العنوان", "تاريخ النشر", "النص"),
        ("site_name", "canonical_url", "عنوان", "التاريخ", "نص الخبر"),
    ],
)
def test_columns_are_known_by_many_names(names):
    row = dict(zip(names, ROW.values(), strict=True))
    for (found,) in (lines(row), table(",".join(names) + "\n" + ",".join(ROW.values()))):
        assert (found.outlet, found.url, found.title) == ("المرفأ", ROW["url"], ROW["title"])
        assert (found.published, found.text) == ("2031-09-07", f"القطار قادم\n\n{TEXT}")


def test_a_title_that_the_text_repeats_is_not_set_twice():
    (found,) = lines(ROW | {"text": f"القطار قادم\n{TEXT}"})
    assert found.text.count("القطار قادم") == 1


@pytest.mark.parametrize(
    ("bad", "error", "words"),
    [
        ("{bad", MalformedError, "line 2: broken JSON"),
        ("[1, 2]", MalformedError, "line 2: a JSON list"),
        ("null", MalformedError, "line 2: a JSON null"),
        ('{"title": "x"}', MalformedError, "line 2: no column"),
        ('{"text": 5}', MalformedError, "line 2: the text is not a string"),
        ('{"text": ""}', EmptyError, "line 2"),
        ('{"text": "only English words stand here"}', NotArabicError, "line 2"),
        ('{"text": "نص \\ud800 مكسور من أوله"}', MalformedError, "line 2: half a character"),
        ("[" * 12_000, MalformedError, "line 2: JSON nested too deeply"),
        ('{"text": ' + "9" * 5000 + "}", MalformedError, "line 2: a number of thousands"),
        ('{"text": "' + "نص " * 5000 + '"}', TooLargeError, "line 2"),
        ('{"text": "نص \\u0000 فيه صفر"}', SourceError, "line 2: a zero character"),
    ],
)
def test_a_bad_line_stops_nothing(bad, error, words):
    first, refused, last = lines(ROW, bad, ROW | {"title": "آخر"}, limit=20_000)
    assert isinstance(first, Document) and isinstance(last, Document)
    assert isinstance(refused, error)
    assert words in str(refused)


def test_a_byte_that_is_no_utf8_costs_its_own_line():
    data = b"\n".join([json.dumps(ROW).encode(), b'{"text": "\xd9\xff"}', json.dumps(ROW).encode()])
    found = list(read_bytes(data, "t", suffix=".jsonl"))
    assert [type(f) for f in found] == [Document, DecodingError, Document]
    assert found[1].offset == data.index(b"\xd9\xff")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1256"])
def test_tables_in_other_encodings(encoding):
    assert all(isinstance(f, Document) for f in lines(*[ROW] * 3, encoding=encoding))
    assert [f.text for f in table(written([ROW] * 2), encoding)] == [f"القطار قادم\n\n{TEXT}"] * 2


def test_unicode_line_separators_do_not_part_rows():
    (found,) = lines(ROW | {"text": f"{TEXT}\u2028{TEXT}\x85{TEXT}"})
    assert found.text.count(TEXT) == 3
    (found,) = table(f"text\n{TEXT}\u2028{TEXT}\n")
    assert found.text == f"{TEXT}\u2028{TEXT}"


def test_a_json_list_and_json_lines_under_the_name_of_json():
    found = list(
        read_bytes(json.dumps([ROW, 5, ROW | {"title": "آخر"}]).encode(), "t", suffix=".json")
    )
    assert [type(f) for f in found] == [Document, MalformedError, Document]
    assert found[2].source == "t#3"
    assert len(lines(ROW, ROW | {"title": "آخر"}, suffix=".json")) == 2


def test_quoted_cells_with_line_feeds_commas_and_doubled_marks():
    row = ROW | {"text": f'{TEXT}\nوقالت: "نعم"، ثم مضت,\nوانتهى الكلام.'}
    (found,) = table(written([row]))
    assert found.text.endswith('وقالت: "نعم"، ثم مضت,\nوانتهى الكلام.')


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_other_separators(delimiter):
    (found,) = table(written([ROW], delimiter=delimiter))
    assert found.title == "القطار قادم"


def test_an_open_quotation_mark_costs_its_own_row():
    text = f'title,text\nأول,{TEXT}\nثان,"{TEXT}\nثالث,{TEXT}\nرابع,{TEXT}\n'
    found = table(text)
    assert [type(f) for f in found] == [Document, MalformedError, Document, Document]
    assert "line 3" in str(found[1])


def test_too_many_cells():
    found = table(f"title,text\nأول,{TEXT},زائد\nثان,{TEXT}\n")
    assert [type(f) for f in found] == [MalformedError, Document]
    assert "3 cells under 2 columns" in str(found[0])


def test_a_cell_larger_than_the_csv_modules_own_limit():
    long = " ".join([TEXT] * 4000)
    (found,) = table(written([ROW | {"text": long}]))
    assert found.text.endswith(long)
    assert csv.field_size_limit() == 131_072


def test_a_table_without_a_text_column():
    (refused,) = table("a,b\n1,2\n")
    assert isinstance(refused, MalformedError)
    assert "names no column" in str(refused)


def test_a_header_alone_is_told():
    (refused,) = table("title,text\n")
    assert isinstance(refused, EmptyError)
    assert "without rows" in str(refused)


@pytest.mark.parametrize("suffix", [".csv", ".jsonl"])
def test_an_empty_table(suffix):
    (refused,) = list(read_bytes(b"", "t", suffix=suffix))
    assert isinstance(refused, EmptyError)


def test_gzip(tmp_path):
    from rawi.sources import read_sources

    file = tmp_path / "rows.jsonl.gz"
    file.write_bytes(gzip.compress(json.dumps(ROW).encode()))
    (found,) = read_sources([file])
    assert found.title == "القطار قادم"
    file.write_bytes(file.read_bytes()[:-9])
    assert "broken gzip" in str(list(read_sources([file]))[-1])
