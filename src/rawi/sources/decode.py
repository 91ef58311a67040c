"""Bytes to text, with the encoding told apart by what the bytes are, never by guesswork alone.

    1. a byte order mark decides
    2. UTF-16 without one shows in the regular places of its zero and 0x06 bytes
    3. bytes that are strictly UTF-8 are UTF-8 (Arabic in any other encoding never is)
    4. UTF-8 with a few broken bytes is an error at the first of them, not another encoding
    5. a single-byte Arabic code page, the one whose letters are as frequent as in Arabic
    6. nothing: an error at the first byte that is not ASCII

Nothing is ever replaced or skipped: what cannot be decoded is a DecodingError with its byte offset.
"""

from __future__ import annotations

import codecs
import math
from functools import cache

from rawi.errors import DecodingError, said
from rawi.lexicon import load

_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16 LE, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CODE_PAGES = ("cp1256", "iso8859_6", "cp720", "mac_arabic")
_SAMPLE = (
    65_536  # bytes looked at to tell encodings apart; more changes no decision on real articles
)
# High bytes of the code points that Arabic text in UTF-16 is made of: Latin, Arabic, general
# punctuation, presentation forms.
_UTF16_HIGH = frozenset({0x00, 0x06, 0x20, 0xFB, 0xFC, 0xFD, 0xFE})
# The least mean log-likelihood a sign may have, measured: Arabic news lies near -3.1, fully vowelled
# text near -4.1; Russian and Japanese read as Arabic code pages below -4.6, German and French below -8.
_PLAUSIBLE = -4.5
_FOREIGN = math.log(1e-5)  # a sign that is no Arabic letter or mark
_MARK = math.log(5e-3)  # a vowel mark or an Arabic digit: rare in news, half of a vowelled text
_NEUTRAL = frozenset("،؛؟ـ«»“”‘’–—…•\xa0\u200c\u200d\u200e\u200f")
_MARKS_AND_DIGITS = frozenset(map(chr, [*range(0x64B, 0x653), *range(0x660, 0x66D)]))
_HINT = "save the file as UTF-8 and read it again"


def decode(data: bytes, source: str) -> str:
    """The text that `data` holds, without its byte order mark. `source` is named in errors.

    Raises DecodingError, which names the offset of the first byte that no encoding explains.
    """
    encoding, skip = detect(data, source)
    return decode_as(data, encoding, source, skip=skip)


def decode_as(data: bytes, encoding: str, source: str, *, skip: int = 0, base: int = 0) -> str:
    """`data` from byte `skip` on, as `encoding`. `base` is where `data` begins in its file."""
    try:
        return data[skip:].decode(encoding)
    except UnicodeDecodeError as error:
        at = base + skip + error.start
        byte = data[skip + error.start]
        raise DecodingError(
            said("byte 0x{:02X} at offset {} is not {}", byte, at, _spoken(encoding)),
            offset=at, source=source, hint=_HINT,
        ) from None  # fmt: skip


def detect(data: bytes, source: str, *, whole: bool = True) -> tuple[str, int]:
    """The encoding of `data` (a Python codec name) and the length of its byte order mark.

    `whole` False says that `data` is only the beginning of a longer stream, which may be cut inside
    a character. Raises DecodingError when no encoding explains it.
    """
    for mark, encoding in _ORDER_MARKS:  # 1
        if data.startswith(mark):
            return encoding, len(mark)
    if (wide := _utf16(data[:_SAMPLE])) is not None:  # 2
        return wide, 0
    try:  # 3
        codecs.getincrementaldecoder("utf-8")().decode(data, final=whole)
        return "utf-8", 0
    except UnicodeDecodeError as error:
        broken = error.start
    if _mostly_utf8(data):  # 4
        if not whole:
            return "utf-8", 0  # the reader of the stream meets the byte where it stands
        raise DecodingError(
            said("byte 0x{:02X} at offset {} breaks the UTF-8 around it", data[broken], broken),
            offset=broken, source=source, hint=_HINT,
        )  # fmt: skip
    likelihood, page = max((_likelihood(data[:_SAMPLE], p), p) for p in _CODE_PAGES)  # 5
    if likelihood >= _PLAUSIBLE:
        return page, 0
    raise DecodingError(  # 6
        said(
            "byte 0x{:02X} at offset {} fits no encoding of Arabic "
            "(UTF-8, UTF-16, Windows-1256, ISO 8859-6 and others were tried)",
            data[broken], broken,
        ),
        offset=broken, source=source, hint=_HINT,
    )  # fmt: skip


def _utf16(sample: bytes) -> str | None:
    """Which UTF-16 the sample is, or None: one side's bytes are nearly all high bytes of Arabic."""
    if len(sample) < 4:
        return None
    for encoding, high, low in (
        ("utf-16-le", sample[1::2], sample[0::2]),
        ("utf-16-be", sample[0::2], sample[1::2]),
    ):
        fits = sum(b in _UTF16_HIGH for b in high)
        wide = high.count(0x06) + high.count(0x00)
        # Real high bytes repeat a handful of values; low bytes spread over the whole alphabet.
        if fits >= 0.95 * len(high) and wide >= 0.8 * len(high) and len(set(low)) > len(set(high)):
            return encoding
    return None


def _mostly_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8 but for a few: four Arabic letters or more to a broken byte."""
    text = data.decode("utf-8", errors="replace")
    arabic = sum("\u0600" <= c <= "\u06ff" for c in text)
    return arabic >= 4 * text.count("\ufffd")


def _likelihood(sample: bytes, page: str) -> float:
    """The mean log-likelihood of the sample's signs beyond ASCII, read with a code page."""
    letters = _letters()
    total, count = 0.0, 0
    for sign in sample.decode(page, errors="replace"):
        if sign in letters:
            total += letters[sign]
            count += 1
        elif sign in _MARKS_AND_DIGITS:
            total += _MARK
            count += 1
        elif sign > "\x7f" and sign not in _NEUTRAL:
            total += _FOREIGN
            count += 1
    return total / count if count else _FOREIGN


@cache
def _letters() -> dict[str, float]:
    return {
        row["letter"]: math.log(int(row["per_10000"]) / 10_000)
        for row in load.table("letter_frequency")
    }


def _spoken(encoding: str) -> str:
    names = {"cp1256": "Windows-1256", "iso8859_6": "ISO 8859-6"}
    return names.get(encoding, encoding.upper())
