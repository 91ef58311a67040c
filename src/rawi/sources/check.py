"""What every source refuses, whatever its format: nothing, not text, too much, not Arabic.

Each function returns nothing and raises the refusal, which says what to do.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from rawi.errors import (
    BinaryError,
    EmptyError,
    MalformedError,
    NotArabicError,
    SourceError,
    TooLargeError,
    said,
)
from rawi.lexicon import load

DEFAULT_LIMIT = 5_000_000  # bytes of one article: a newspaper page is under a hundredth of this

_SIGNATURES = (
    (b"%PDF", "a PDF", "export its text and read that"),
    (b"PK\x03\x04", "a ZIP archive or an Office document", "export its text and read that"),
    (b"\xd0\xcf\x11\xe0", "an old Office document", "export its text and read that"),
    (
        b"SQLite format 3\x00",
        "a database",
        "open a story with `rawi show`, or export its rows as CSV",
    ),
    (b"\x89PNG", "an image", "only text can be read"),
    (b"\xff\xd8\xff", "an image", "only text can be read"),
    (b"GIF8", "an image", "only text can be read"),
    (b"\x1f\x8b", "compressed twice", "unpack it once and read the result"),
    (b"{\\rtf", "an RTF document", "export its text and read that"),
)
_LETTER = re.compile(r"[^\W\d_]")
_ARABIC = re.compile(
    r"[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"
)
_WORD = re.compile(r"[\u0620-\u065f\u0670-\u06d3\u06fa-\u06ff]+")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_ARABIC_SHARE = 0.3  # of all letters; articles that quote much English keep above it
_SAMPLE = 20_000  # characters looked at for the language
_NAMES = {"fa": "Persian", "ur": "Urdu", "ckb": "Kurdish", "ps": "Pashto", "ug": "Uyghur"}


def check_size(size: int, limit: int, source: str) -> None:
    """Raises TooLargeError when `size` bytes are more than `limit`."""
    if size > limit:
        raise TooLargeError(
            said("more than {:,} bytes in one article", limit), source=source,
            hint="split it into its articles, or raise the limit",
        )  # fmt: skip


def check_bytes(data: bytes, source: str) -> None:
    """Raises EmptyError or BinaryError for bytes that cannot be anybody's article."""
    if not data:
        raise EmptyError("the file is empty", source=source, hint="leave it out")
    for signature, what, hint in _SIGNATURES:
        if data.startswith(signature):
            raise BinaryError(said("this is {}, not text", what), source=source, hint=hint)


def check_text(text: str, source: str) -> None:
    """Raises the refusal of a decoded text: empty, binary, broken, or not Arabic."""
    if not text.strip("\ufeff\u200b\u200e\u200f").strip():
        raise EmptyError("nothing but white space", source=source, hint="leave it out")
    if (zero := text.find("\x00")) >= 0:
        raise BinaryError(said("a zero character at {}: this is not text", zero), source=source,
                          hint="only text can be read")  # fmt: skip
    if (broken := _SURROGATE.search(text)) is not None:
        raise MalformedError(
            said("half a character (U+{:04X}) at character {}", ord(broken.group()), broken.start()),
            source=source, hint="write it out again with whole characters",
        )  # fmt: skip
    if len(_CONTROL.findall(text)) > 0.02 * len(text):
        raise BinaryError("full of control characters: this is not text", source=source,
                          hint="only text can be read")  # fmt: skip
    if (refusal := _language(text[:_SAMPLE], source)) is not None:
        raise refusal


def _language(text: str, source: str) -> SourceError | None:
    """The refusal of a text that is not Arabic, or None."""
    letters = len(_LETTER.findall(text))
    arabic = len(_ARABIC.findall(text))
    if not letters:
        return EmptyError("not one letter in it", source=source, hint="leave it out")
    if arabic < _ARABIC_SHARE * letters:
        return NotArabicError(
            said("only {:.0%} of its letters are Arabic", arabic / letters), source=source,
            hint="Rawi reads Arabic only",
        )  # fmt: skip
    counts: Counter[str] = Counter()
    for word in _WORD.findall(text):
        for language in _small_words().get(word, ()):
            counts[language] += 1
    ours = counts.pop("ar", 0)
    if counts:
        language, hits = counts.most_common(1)[0]
        if hits >= 3 and hits > 2 * ours:
            return NotArabicError(
                said("reads like {}, not Arabic", _NAMES[language]), source=source,
                hint="Rawi reads Arabic only",
            )  # fmt: skip
    return None


@cache
def _small_words() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in load.table("language_words"):
        found[row["word"]] = (*found.get(row["word"], ()), row["language"])
    return found
