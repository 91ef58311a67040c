"""What an expression hangs on, and the meaning it has from there.

1. nothing      it names its own year («عام 2014»)
2. spoken       it stands in a quotation, and the sentence before the marks says which day that was
3. passage      it says «التالي»، «ذلك العام», or goes on from a date just named
4. published    the article's own date, a day or an interval
"""

from __future__ import annotations

from dataclasses import replace

from rawi.readers.timex.parts import Parts
from rawi.readers.timex.reckon import DAYS_IN
from rawi.readers.timex.resolve import Meaning, resolve
from rawi.readers.timex.sighting import Sighting
from rawi.readers.timex.tense import BACK, NEITHER, PRESENT
from rawi.records import Article, Days, Span

PAUSE = 2  # paragraphs without a date after which a tale is over
JOINT = 2  # code points of «و» with its space between two months of a list
STEP = 45  # days from one date of a tale to the next: more, and it may be of the article's own time
Reference = tuple[Days | None, str | None, Span | None]  # days, basis, the words
NOTHING: Reference = (None, None, None)


class Anchors:
    """The references in force while an article is read from its start to its end."""

    def __init__(self, article: Article) -> None:
        self._published = article.published.days if article.published is not None else None
        self._spoken: tuple[Days, Span] | None = None  # the day of the speech that is quoted
        self._named: tuple[Days, Span] | None = None  # the last date with a year of its own
        self._last: tuple[Days, Span] | None = None  # the last date of any kind
        self._sentence = -1  # where `_named` stands
        self._since = False  # whether `_named` is only where something began: «منذ مايو 2017»
        self._paragraph = -1  # where `_last` stands
        self._here = -1
        self._tale: tuple[int, int] | None = None  # month and day that a tale of long ago has come to
        self._told = 0  # how many days without a year it has told so far
        self._telling = -1  # the paragraph where it was last met

    def meaning(self, sighting: Sighting) -> tuple[Meaning, str | None, Span | None]:
        """(meaning, basis, the words it hangs on); remembers what later expressions hang on."""
        parts = sighting.parts
        self._turn(sighting.paragraph)
        if sighting.quoted and sighting.span.text == "اليوم":
            return (
                Meaning("date", "PRESENT_REF"),
                None,
                None,
            )  # in speech, as often nowadays as today
        reference, basis, anchor = self._reference(sighting)
        if basis == "year" and anchor is not None and reference is not None and reference.begin:
            parts, basis = replace(parts, year=reference.begin.year), "passage"
        parts = self._listed(sighting, parts)
        meaning = resolve(parts, reference, sighting.lean)
        if sighting.parts.year is not None or parts.decade is not None:  # 1
            basis, anchor = "absolute", None
        elif meaning.days is None:
            basis, anchor = None, None
        self._remember(sighting, meaning)
        return meaning, basis, anchor

    def _turn(self, paragraph: int) -> None:
        """A new paragraph ends a speech and a story; «في اليوم التالي» may look back by one."""
        if paragraph != self._here:
            self._spoken = self._named = None
            if self._paragraph < paragraph - 1:
                self._last = None
            self._here = paragraph

    def _reference(self, sighting: Sighting) -> Reference:
        """Steps 2 to 4."""
        parts, lean = sighting.parts, sighting.lean
        if sighting.quoted and self._spoken is not None:
            return self._spoken[0], "spoken", self._spoken[1]
        if parts.shift is not None and parts.passage:
            return NOTHING  # «قبل يومين من …» hangs on the day of something else
        onward = parts.shift is not None and parts.sign > 0 and lean < PRESENT and not parts.exact
        if parts.passage or onward:
            near = self._last or self._named
            if near is not None and _fine(near[0], parts):
                return near[0], "passage", near[1]
            back = parts.look == -1 or (parts.rel is not None and parts.rel[1] < 0)
            if not back and (onward or lean < NEITHER):
                return NOTHING
        dated = parts.weekday is not None and parts.day is not None  # «قمة الاثنين 13 آب»: of one year
        if sighting.named and parts.month and parts.year is None and parts.look is None and not dated:
            return NOTHING  # «هجمات 11 سبتمبر»: the year is the event's
        same = self._same_year(sighting)
        if same is None and self._goes_on(sighting):
            return NOTHING
        return same or (self._published, "published", None)

    def _goes_on(self, sighting: Sighting) -> bool:
        """Whether a day or month without a year goes on with a tale of an earlier year, told over several
        paragraphs («في 20 مارس 2003 …», «في 25 مارس …»): which year is not said, and it is not the last."""
        parts, tale = sighting.parts, self._tale
        if tale is None or sighting.paragraph - self._telling > PAUSE or sighting.lean >= PRESENT:
            return False
        if parts.month is None or not _yearless(parts) or parts.calendar == "h":
            return False
        here = (parts.month, parts.day or DAYS_IN["month"])
        onward = 0 <= (here[0] - tale[0]) * DAYS_IN["month"] + here[1] - tale[1] <= STEP
        if not self._told and (not onward or self._ahead(parts)):
            return False  # «مهلة حتى 6 مارس», of the fourth, behind «في 2 مارس 2003»
        if not onward and self._told < 2:
            return False
        if onward:
            self._tale = (parts.month, parts.day or 1)
        self._told, self._telling = self._told + onward, sighting.paragraph
        return True

    def _listed(self, sighting: Sighting, parts: Parts) -> Parts:
        """A bare month straight behind another («تموز وآب», «كانون الأول وكانون الثاني») with the year it goes
        on into."""
        days = self._last[0] if self._last is not None else None
        if days is None or days.begin is None or not _yearless(parts) or parts.calendar != "g":
            return parts
        if parts.month is None or parts.day is not None or (days.end - days.begin).days > 31:
            return parts
        if not 0 < sighting.span.start - self._last[1].end <= JOINT:
            return parts
        return replace(parts, year=days.begin.year + (parts.month <= days.begin.month))

    def _same_year(self, sighting: Sighting) -> Reference | None:
        """A month without a year that goes on from one of an earlier year, in the same sentence, is of
        that year («في يناير 1985 …، وفي أبريل»). Where the year may have turned since, or the tale goes
        on in another sentence, it is not known.

        What follows a year alone or «منذ» is of the article's own time: in news nearly always so.
        """
        parts, named = sighting.parts, self._named
        if named is None or self._since or sighting.lean >= PRESENT:
            return None
        if parts.month is None or not _yearless(parts):
            return None
        here = self._published.end if self._published is not None else None
        begin, end = named[0].begin, named[0].end
        if begin is None or end is None:
            return None
        if (end - begin).days > 31 or (here is not None and begin.year >= here.year):
            return None
        if self._sentence == sighting.sentence:
            onward = (parts.month, parts.day or 31) >= (begin.month, begin.day)
            return (named[0], "year", named[1]) if onward else NOTHING
        tale = sighting.lean <= BACK and here is not None and begin.year < here.year - 1
        return NOTHING if tale else None

    def _remember(self, sighting: Sighting, meaning: Meaning) -> None:
        days = meaning.days
        if days is None or days.begin is None or days.end is None or meaning.type == "duration":
            return
        self._last, self._paragraph = (days, sighting.span), sighting.paragraph
        self._begin(sighting, days)
        if sighting.parts.year is not None or sighting.parts.decade is not None:
            self._named, self._sentence = self._last, sighting.sentence
            self._since = sighting.since
        told = sighting.lean < PRESENT and sighting.reported and not sighting.quoted
        if days.begin == days.end and told:
            self._spoken = self._last


    def _ahead(self, parts: Parts) -> bool:
        """Whether the day or month lies in this month or the next two of the article's own time."""
        here = self._published.end if self._published is not None else None
        if here is None or parts.month is None:
            return False
        months = (parts.month - here.month) % 12
        return months <= 2 and (months > 0 or (parts.day or 31) > here.day)

    def _begin(self, sighting: Sighting, days: Days) -> None:
        """A month with a year printed begins a tale where the year lies before the last, else ends one."""
        parts, here = sighting.parts, self._published.end if self._published is not None else None
        if parts.year is None or parts.month is None or here is None or days.begin is None:
            return
        self._told, self._telling = 0, sighting.paragraph
        long_ago = days.begin.year < here.year - 1 and not sighting.since and parts.calendar == "g"
        self._tale = (parts.month, parts.day or 1) if long_ago else None


def _yearless(parts: Parts) -> bool:
    """Whether nothing that is printed tells the year: none, no «الماضي», no weekday."""
    return parts.year is None and parts.look is None and parts.rel is None and parts.weekday is None


def _fine(days: Days, parts: Parts) -> bool:
    """Whether the date named is fine enough for «اليوم التالي» or «بعد ثلاث سنوات»."""
    if days.begin is None or days.end is None:
        return False
    unit = parts.rel[0] if parts.rel is not None else parts.shift[0][0] if parts.shift else "day"
    return (days.end - days.begin).days < DAYS_IN.get(unit, 1)
