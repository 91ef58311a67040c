"""A dossier's own words in Arabic or English (lexicon/dossier_words.tsv), its days and numbers by CLDR."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from rawi.export.days import written_out
from rawi.export.dossier.blocks import MARKS
from rawi.export.dossier.settings import Settings
from rawi.lexicon import load
from rawi.records import Days, Figure
from rawi.story.threads.ledger import Thread

_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@cache
def _words(lang: str) -> dict[str, str]:
    return {row["key"]: row[lang] for row in load.table("dossier_words")}


@dataclass(frozen=True, slots=True)
class Wording:
    """How one dossier says things."""

    settings: Settings

    @property
    def direction(self) -> str:
        """rtl or ltr."""
        return "rtl" if self.settings.lang == "ar" else "ltr"

    @property
    def comma(self) -> str:
        """What stands between the parts of a line; names in two directions keep their order."""
        return MARKS[self.direction] + ("، " if self.settings.lang == "ar" else ", ")

    @property
    def semicolon(self) -> str:
        """What stands between longer parts."""
        return MARKS[self.direction] + ("؛ " if self.settings.lang == "ar" else "; ")

    @property
    def arrow(self) -> str:
        """From one link of a chain to the next, in the direction of reading."""
        mark = MARKS[self.direction]
        return f" {mark}{'←' if self.settings.lang == 'ar' else '→'}{mark} "

    def say(self, key: str, **parts: str) -> str:
        """The words of `key`, `parts` filled in."""
        return _words(self.settings.lang)[key].format(**parts)

    def known(self, kind: str, key: str | None) -> str:
        """The word for one value of a field (`act_say`), '' where there is none."""
        return _words(self.settings.lang).get(f"{kind}_{key}", "") if key else ""

    def number(self, value: float | int) -> str:
        """A number, fractions to two places."""
        locale = "ar_EG" if self._indic else "en"
        return self._digits(format_decimal(value, "#,##0.##", locale, numbering_system="latn"))

    def amount(self, figure: Figure) -> str:
        """A figure's value with its modifier: about 2,500; 10 – 20; 80%."""
        bounds = [figure.value] if figure.value is not None else [figure.low, figure.high]
        share = figure.unit == "%"
        shown = [
            self._digits(format_percent(n, "#,##0.##%", "en")) if share else self.number(n)
            for n in bounds
            if n is not None
        ]
        text = " – ".join(dict.fromkeys(shown))
        if text and figure.unit and not share and figure.thing is None:
            text += f" {figure.unit}"
        modifier = self.known("mod", figure.mod)
        return f"{modifier} {text}" if text and modifier else text

    def day(self, value: date) -> str:
        """A day in full."""
        return self._digits(format_date(value, "d MMMM y", locale=self._locale))

    def days(self, value: Days | None) -> str:
        """A stretch of days, no more exactly than it is known: a day, a month, a year, from and to."""
        begin, end = (value.begin, value.end) if value is not None else (None, None)
        if begin is None or end is None:
            if end is not None:
                return self.say("until", day=self.day(end))
            return self.say("from", day=self.day(begin)) if begin is not None else ""
        if begin == end:
            return self.day(begin)
        if begin.year == end.year and begin.day == 1:
            last = calendar.monthrange(end.year, end.month)[1] == end.day
            if last and begin.month == end.month:
                return self._digits(format_date(begin, "LLLL y", locale=self._locale))
            if last and (begin.month, end.month) == (1, 12):
                return self._digits(str(begin.year))
        return f"{self.day(begin)} – {self.day(end)}"

    def state(self, thread: Thread) -> str:
        """How an undertaking stands on a day, with that day: «… (حتى 3 مايو 2024)»."""
        told = thread.state.ar if self.settings.lang == "ar" else thread.state.en
        told = self.spelt(told)
        if thread.as_of is None:
            return told
        return self.say("state_on", state=told, day=self.day(thread.as_of))

    def spelt(self, text: str) -> str:
        """Words of the program with their days written out and in the digits of this dossier."""
        return self.digits(written_out(text, self.day))

    def digits(self, text: str) -> str:
        """Words of the program with the digits of this dossier."""
        return self._digits(text)

    @property
    def _indic(self) -> bool:
        return self.settings.lang == "ar" and self.settings.digits == "arab"

    @property
    def _locale(self) -> str:
        return self.settings.months if self.settings.lang == "ar" else "en_GB"

    def _digits(self, text: str) -> str:
        return text.translate(_INDIC) if self._indic else text
