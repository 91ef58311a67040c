"""Encodings are told apart by their bytes, and what cannot be decoded names its offset."""

import pytest

from rawi.errors import DecodingError
from rawi.sources.decode import decode

TEXT = "أعلنت وزيرة النقل هدى الكرمي أن خط القطار سيبدأ العمل مطلع الشهر، وقالت: «انتهى العمل».\n"
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "utf-16", "utf-32", "cp1256"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("length", [20, 60, len(TEXT) * 40])
def test_each_encoding_is_told(encoding, length):
    text = (TEXT * 40)[:length]
    assert decode(text.encode(encoding), "x") == text


def test_iso_8859_6():
    text = TEXT.replace("«", "").replace("»", "")
    assert decode(text.encode("iso8859_6"), "x") == text


def test_vowelled_windows_1256():
    text = "إِنَّ الْكِتَابَ الَّذِي قَرَأْتُهُ جَمِيلٌ جِدّاً وَكَاتِبُهُ شَاعِرٌ"
    assert decode(text.encode("cp1256"), "x") == text


def test_english_with_little_arabic():
    text = "Interview with the minister: " * 20 + TEXT
    assert decode(text.encode("cp1256"), "x") == text
    assert decode(text.encode("utf-16-le"), "x") == text


def test_a_broken_byte_in_utf8_names_its_offset():
    data = bytearray(TEXT.encode())
    data[30:30] = b"\xff"
    with pytest.raises(DecodingError, match="0xFF at offset 30") as caught:
        decode(bytes(data), "خبر.txt")
    assert caught.value.offset == 30
    assert caught.value.source == "خبر.txt"


def test_utf8_cut_inside_a_letter():
    data = TEXT.strip().encode()
    with pytest.raises(DecodingError) as caught:
        decode(data[:-4], "x")
    assert caught.value.offset == len(data) - 5


def test_utf16_cut_inside_a_letter():
    data = TEXT.encode("utf-16")
    with pytest.raises(DecodingError) as caught:
        decode(data[:-1], "x")
    assert caught.value.offset == len(data) - 2


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Übergröße für Österreich, schöne Grüße aus München", "cp1252"),
        ("Сегодня президент заявил, что переговоры продолжатся", "cp1251"),
        ("日本語のテキストです。今日は天気がいい。", "shift_jis"),
    ],
)
def test_other_languages_are_not_read_as_arabic(text, encoding):
    with pytest.raises(DecodingError):
        decode(text.encode(encoding), "x")
