"""Paths, folders and streams: good files are read, bad ones refused one by one."""

import gzip
import io
import os
import threading

import pytest

from rawi.errors import (
    BinaryError,
    DuplicateError,
    EmptyError,
    NotArabicError,
    TooLargeError,
    UnreadableError,
)
from rawi.sources import Document, read_sources, streams

TEXT = "أعلنت وزيرة النقل هدى الكرمي أن خط القطار سيبدأ العمل مطلع الشهر."
PAGE = f"<html><head><title>القطار</title></head><body><p>{TEXT}</p><p>{TEXT}</p></body></html>"


def read(*paths, **options):
    return list(read_sources(paths, **options))


def test_a_folder_is_walked_in_order_of_names(tmp_path):
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden.txt"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"{TEXT} {name}", encoding="utf-8")
    assert [os.path.basename(d.source) for d in read(tmp_path)] == ["a.txt", "b.txt", "c.txt"]


@pytest.mark.parametrize(
    ("name", "data", "error", "words"),
    [
        ("empty.txt", b"", EmptyError, "empty"),
        ("blank.txt", b" \n\t ", EmptyError, "white space"),
        ("digits.txt", b"2024 12 11", EmptyError, "not one letter"),
        ("report.txt", b"%PDF-1.7 ...", BinaryError, "a PDF"),
        ("report.txt", b"PK\x03\x04zzzz", BinaryError, "ZIP"),
        ("zeros.txt", TEXT.encode() + b"\x00", BinaryError, "zero"),
        ("noise.txt", TEXT.encode() + b"\x01\x02" * 40, BinaryError, "control"),
        ("english.txt", b"The train is coming to town.", NotArabicError, "0%"),
        ("farsi.txt", "این کتاب که از تهران آمده است برای همه مردم بود و خود را نشان داد"
         .encode(), NotArabicError, "Persian"),
        ("urdu.txt", "یہ کتاب اس شہر میں بہت مشہور ہے اور لوگ اس کو پڑھتے ہیں".encode(),
         NotArabicError, "Urdu"),
        ("image.png", b"\x89PNG", UnreadableError, "a format"),
    ],
)  # fmt: skip
def test_refusals_name_file_reason_and_remedy(tmp_path, name, data, error, words):
    (tmp_path / name).write_bytes(data)
    (tmp_path / "zz.txt").write_text(TEXT, encoding="utf-8")
    refused, good = read(tmp_path)
    assert isinstance(refused, error)
    assert isinstance(good, Document)
    line = str(refused)
    assert name in line and words in line and refused.hint
    assert "\n" not in line


def test_arabic_typed_with_persian_letters_is_arabic(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(TEXT.replace("ي", "ی").replace("ك", "ک"), encoding="utf-8")
    assert isinstance(read(file)[0], Document)


def test_too_large(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(TEXT * 3, encoding="utf-8")
    (refused,) = read(file, limit=200)
    assert isinstance(refused, TooLargeError)
    assert "200" in str(refused)
    assert isinstance(read(file, limit=2000)[0], Document)


def test_what_is_not_there(tmp_path):
    assert isinstance(read(tmp_path / "absent.txt")[0], UnreadableError)
    assert isinstance(read("bad\x00name.txt")[0], UnreadableError)
    assert isinstance(read(tmp_path)[0], UnreadableError)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions bind nobody here")
def test_no_permission(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    file.chmod(0)
    assert "permission" in str(read(file)[0])


def test_the_same_text_twice_is_a_duplicate(tmp_path):
    one, two = tmp_path / "1.txt", tmp_path / "2.txt"
    for file in (one, two):
        file.write_text(TEXT, encoding="utf-8")
    first, second = read(one, two)
    assert isinstance(first, Document)
    assert isinstance(second, DuplicateError) and str(one) in str(second)


def test_the_same_text_from_two_outlets_is_a_reprint(tmp_path):
    file = tmp_path / "a.csv"
    file.write_text(f"outlet,text\nالمرفأ,{TEXT}\nالنخيل,{TEXT}\n", encoding="utf-8")
    assert all(isinstance(d, Document) for d in read(file))


@pytest.mark.parametrize(
    "data",
    [TEXT.encode(), TEXT.encode("cp1256"), TEXT.encode("utf-16"), PAGE.encode(),
     PAGE.encode("utf-16"), ('{"text": "' + TEXT + '"}').encode(),
     ('[{"text": "' + TEXT + '"}]').encode()],
)  # fmt: skip
def test_a_stream_is_told_by_its_first_bytes(data):
    (found,) = read("-", stdin=io.BytesIO(data))
    assert TEXT in found.text
    assert found.source.startswith("-")


def test_a_page_saved_under_a_texts_name(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(PAGE, encoding="utf-8")
    assert read(file)[0].text.startswith("القطار\n\n")


def test_a_gzip_that_unpacks_to_a_flood_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(streams, "_RATIO_FROM", 100_000)
    file = tmp_path / "a.jsonl.gz"
    file.write_bytes(gzip.compress(b"\n" * 10_000_000))
    assert "200 times" in str(read(file)[-1])


def test_a_link_that_turns_in_a_circle(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    try:
        (tmp_path / "loop").symlink_to(tmp_path)
    except OSError:
        pytest.skip("no links here")
    found, link = read(tmp_path)
    assert isinstance(found, Document)
    assert "loop: a link to a folder" in str(link)


def test_a_pipe_that_is_named_is_read(tmp_path):
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes with names here")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(TEXT, "utf-8"))
    writer.start()
    (found,) = read(pipe)
    writer.join()
    assert found.text == TEXT


def test_a_pipe_in_a_folder_is_refused_not_waited_for(tmp_path):
    if not hasattr(os, "mkfifo"):
        pytest.skip("no pipes with names here")
    os.mkfifo(tmp_path / "a.txt")
    (refused,) = read(tmp_path)
    assert isinstance(refused, UnreadableError)
    assert "a pipe" in str(refused)
