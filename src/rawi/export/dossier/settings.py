"""What a user chooses of a dossier, beside what is in the basket."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rawi.errors import UsageError, said

LANGUAGES = ("ar", "en")
DIGITS = ("latn", "arab")
MONTHS = ("ar", "ar_IQ", "ar_DZ", "ar_MA")  # CLDR locales whose month names differ
ORDERS = ("basket", "date")
PARTS = ("chronology", "actors", "commitments", "conflicts", "chains")


@dataclass(frozen=True, slots=True)
class Settings:
    """`lang` of headings and sentences (evidence stays as printed), `digits` and `months` of Arabic
    dossiers, `order` of the entries, the `parts` wanted besides entries, citations and
    sources, and `as_of`, the day on which undertakings stand as told (None: that of the last article).

    Raises UsageError for a value that is not known.
    """

    lang: str = "ar"
    digits: str = "latn"
    months: str = "ar"
    order: str = "basket"
    parts: tuple[str, ...] = PARTS
    as_of: date | None = None

    def __post_init__(self) -> None:
        for name, value, known in (
            ("language", self.lang, LANGUAGES),
            ("digits", self.digits, DIGITS),
            ("month names", self.months, MONTHS),
            ("order", self.order, ORDERS),
            *(("part", part, PARTS) for part in self.parts),
        ):
            if value not in known:
                raise UsageError(
                    said("a dossier knows no {} {!r}", name, value),
                    hint=said("one of {}", ", ".join(known)),
                )
