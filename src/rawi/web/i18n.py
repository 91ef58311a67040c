"""The languages of the interface: words by gettext catalogue, dates and numbers by CLDR (Babel).

English is the language of the message ids, so only Arabic has a catalogue. Catalogues are compiled in
memory from their .po files when first used (some milliseconds), so a compiled file can never be stale.
A `Tongue` is one reader's choice: language, digits, month names.
"""

from __future__ import annotations

import gettext
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from importlib.resources import files
from io import BytesIO

from babel import Locale
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_compact_decimal, format_decimal, format_percent, get_currency_name
from babel.units import format_unit

from rawi.export.days import written_out
from rawi.records import Days

LANGUAGES = {"ar": "العربية", "en": "English"}
DIRECTIONS = {"ar": "rtl", "en": "ltr"}
DIGITS = {"latn": "123", "arab": "١٢٣"}
# Month names by region, as CLDR has them: January is يناير, كانون الثاني, جانفي or يناير (غشت for August).
MONTHS = {"ar": "يناير", "ar_IQ": "كانون الثاني", "ar_DZ": "جانفي", "ar_MA": "غشت"}
ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


# Units that CLDR has Arabic names for, by the symbol that figures carry.
UNITS = {
    "m": "length-meter", "km": "length-kilometer", "cm": "length-centimeter", "mm": "length-millimeter",
    "mi": "length-mile", "ft": "length-foot", "t": "mass-tonne", "kg": "mass-kilogram", "g": "mass-gram",
    "L": "volume-liter", "deg": "temperature-celsius", "kW": "power-kilowatt", "MW": "power-megawatt",
    "GW": "power-gigawatt", "m2": "area-square-meter", "km2": "area-square-kilometer",
    "m3": "volume-cubic-meter", "har": "area-hectare",
}  # fmt: skip




@cache
def catalogue(lang: str, room: str = "web") -> gettext.NullTranslations:
    """The translations of `lang` that a room holds, and behind them those of the pages.

    They are the message ids themselves where there is no catalogue.
    """
    path = files(f"rawi.{room}").joinpath("locale", lang, "LC_MESSAGES", "rawi.po")
    if not path.is_file():
        return gettext.NullTranslations()
    with path.open("rb") as stream:
        catalog = read_po(stream, locale=lang)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    made = gettext.GNUTranslations(compiled)
    if room != "web":
        made.add_fallback(catalogue(lang))
    return made


@dataclass(frozen=True, slots=True)
class Tongue:
    """How one reader wants words, numbers and dates to look."""

    lang: str = "ar"
    digits: str = "latn"
    months: str = "ar"

    @property
    def direction(self) -> str:
        """rtl or ltr."""
        return DIRECTIONS[self.lang]

    @property
    def locale(self) -> Locale:
        """The CLDR locale for dates; in Arabic it carries the choice of month names."""
        return _locale(self.months if self.lang == "ar" else self.lang)

    def say(self, message: str) -> str:
        """A message of the catalogue in this language; nothing for nothing."""
        # To gettext the empty message is the catalogue's own header.
        return catalogue(self.lang).gettext(message) if message else ""

    def count(self, one: str, many: str, n: int) -> str:
        """A message that goes by number, with `%(n)s` in this reader's digits.

        Arabic has six forms: none, one, two, few (3 to 10), many (11 to 99), other.
        """
        return catalogue(self.lang).ngettext(one, many, n).replace("%(n)s", self.number(n))

    def number(self, value: float | int) -> str:
        """A number with its groups; fractions are kept to two places."""
        return self._digits(_grouped(value, self._signs(), self.digits))

    def compact(self, value: float | int) -> str:
        """A number short enough for a drawing: millions and more as CLDR abbreviates them (1.8 million)."""
        if abs(value) < 1_000_000:
            return self.number(value)
        words = format_compact_decimal(
            value, format_type="long", locale=self._words(), fraction_digits=1
        )
        return self._digits(words)

    def percent(self, share: float) -> str:
        """A fraction as a percentage: 0.8 is 80%."""
        signs = {"locale": self._signs(), "numbering_system": self.digits}
        return self._digits(format_percent(share, format="#,##0.#%", **signs))

    def measure(self, value: float, unit: str) -> str:
        """A number with its unit, as CLDR names it: an ISO 4217 code, or one of UNITS. Others follow it."""
        if unit in UNITS:
            named = format_unit(
                value, UNITS[unit], length="short", format="#,##0.##", locale=self._words(),
                numbering_system=self.digits,
            )  # fmt: skip
        elif len(unit) == 3 and unit.isupper():
            name = get_currency_name(unit, value, locale=self._words())
            named = f"{self.number(value)} {name}"
        else:
            named = f"{self.number(value)} {unit}"
        return self._digits(named)

    def day(self, value: date) -> str:
        """A day in full: 7 أيلول 2025."""
        return self._digits(_dated(value, self.locale))

    def short(self, value: date) -> str:
        """A day in figures, year first, the same in both languages."""
        return self._digits(value.isoformat())

    def spelt(self, text: str) -> str:
        """A sentence with its ISO dates written out."""
        return written_out(text, self.day)

    def moment(self, value: datetime) -> str:
        """A day with the time of day, where this machine stands."""
        here = value.astimezone()
        return f"{self.day(here.date())} {self._digits(here.strftime('%H:%M'))}"

    def month(self, value: date) -> str:
        """A month with its year."""
        return self._digits(format_date(value, "LLLL y", locale=self.locale))

    def days(self, value: Days | None) -> str:
        """A stretch of days, no more exactly than it is known: a day, a month, a year, or from and to."""
        if value is None or (value.begin is None and value.end is None):
            return ""
        begin, end = value.begin, value.end
        if begin is None and end is not None:
            return self.say("until %s") % self.day(end)
        if begin is not None and end is None:
            return self.say("from %s") % self.day(begin)
        assert begin is not None and end is not None
        if begin == end:
            return self.day(begin)
        if begin.day == 1 and (begin.year, begin.month) == (end.year, end.month) and _last(end):
            return self.month(begin)
        if (begin.month, begin.day, end.month, end.day) == (
            1,
            1,
            12,
            31,
        ) and begin.year == end.year:
            return self._digits(str(begin.year))
        if (begin.year, begin.month) == (end.year, end.month):
            first = self._digits(str(begin.day))
            return self.say("%(begin)s – %(end)s") % {"begin": first, "end": self.day(end)}
        return self.say("%(begin)s – %(end)s") % {"begin": self.day(begin), "end": self.day(end)}

    def _words(self) -> Locale:
        # CLDR's separators come with the locale: this one has the words of the language and those signs.
        return _locale("en" if self.lang == "en" else "ar")

    def _signs(self) -> Locale:
        # Separators go by the digits, not by the language: ١٬٠٠٠ with Arabic-Indic, 1,000 with Latin ones.
        return _locale("ar_EG" if self.digits == "arab" else "en")

    def _digits(self, text: str) -> str:
        return text.translate(ARABIC_INDIC) if self.digits == "arab" else text


# A page writes a hundred numbers and dates, most of them again and again: CLDR's patterns take a tenth of a
# millisecond each.
@cache
def _locale(name: str) -> Locale:
    return Locale.parse(name)


@lru_cache(maxsize=4096)
def _grouped(value: float | int, signs: Locale, digits: str) -> str:
    return str(format_decimal(value, format="#,##0.##", locale=signs, numbering_system=digits))


@lru_cache(maxsize=4096)
def _dated(value: date, locale: Locale) -> str:
    return format_date(value, "d MMMM y", locale=locale)


def _last(day: date) -> bool:
    return date.fromordinal(day.toordinal() + 1).month != day.month
