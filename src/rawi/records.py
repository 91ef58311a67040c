"""Every kind of record that Rawi makes. The contract behind these fields is docs/records.md.

Offsets count Unicode code points in `Article.text`, half-open: `text[start:end]` is the evidence.
Dates are days, inclusive at both ends; an open side is None. Unknown is None, never a guess.
All records are frozen; `identity()` gives each one an id that depends only on what it says and where.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b

NAME_TYPES = ("person", "organization", "place", "outlet", "group")
TIME_TYPES = ("date", "time", "duration", "set")
TIME_MODS = ("before", "after", "start", "mid", "end", "approx")
FORMS = ("direct", "indirect", "mixed")
ACTS = (
    "say", "affirm", "deny", "announce", "believe", "fear", "demand", "promise", "warn", "accuse",
)  # fmt: skip
FIGURE_MODS = ("about", "at-least", "at-most", "more-than", "less-than")
STATUS_WORDS = (
    "agreed", "announced", "planned", "reaffirmed", "postponed", "denied", "done", "broken",
)  # fmt: skip
BASES = ("metadata", "printed", "inferred")


def identity(*parts: object, prefix: str = "") -> str:
    """A short id that is the same whenever `parts` are the same (12 hex digits of BLAKE2b)."""
    joined = "\x1f".join("" if p is None else str(p) for p in parts)
    return prefix + blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()


@dataclass(frozen=True, slots=True)
class Span:
    """Words in an article: code points `start` to `end` (exclusive), and the words themselves."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of `text` from `start` to `end`."""
        return cls(start, end, text[start:end])


@dataclass(frozen=True, slots=True)
class Days:
    """A stretch of days, inclusive at both ends. A side that is open or unknown is None."""

    begin: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Published:
    """When an article was published or written: the days, how that is known, and from which words.

    `note` is one readable line; `rivals` holds dates that other bases gave and that disagree.
    """

    begin: date | None
    end: date | None
    basis: str  # one of BASES
    evidence: tuple[Span, ...] = ()
    note: str | None = None
    rivals: tuple[Published, ...] = ()

    @property
    def days(self) -> Days:
        """The days alone."""
        return Days(self.begin, self.end)

    @property
    def day(self) -> date | None:
        """The one day, where it is known to the day."""
        return self.begin if self.begin is not None and self.begin == self.end else None


@dataclass(frozen=True, slots=True)
class Article:
    """One publication of one text by one outlet. `text` never changes once made."""

    id: str
    source: str  # path or URL it was read from
    text: str
    outlet: str | None = None
    title: Span | None = None
    byline: str | None = None
    published: Published | None = None
    credited: str | None = None  # the outlet or agency that the text itself credits
    credited_span: Span | None = None
    url: str | None = None
    language: str | None = "ar"
    body: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """What every record has: the article it stands in and its evidence there."""

    article: str
    start: int
    end: int
    text: str

    kind = "record"

    @property
    def id(self) -> str:
        """An id made of what the record says and where, so that the same reading gives it again."""
        return identity(
            self.kind, self.article, self.start, self.end, *self._own(), prefix=self.kind[0]
        )

    def _own(self) -> tuple[object, ...]:
        """What tells two records of one kind over the same words apart."""
        return ()


@dataclass(frozen=True, slots=True)
class Name(Record):
    """One mention of a person, organization, place, outlet or group."""

    type: str = "person"  # one of NAME_TYPES
    entity: str | None = None  # shared by all mentions of the same one
    name: str | None = None  # the fullest name in the article
    role: Span | None = None  # role or title printed with a person
    metonym: bool = False  # a place that stands for its government
    score: float | None = None  # how sure the reader is, 0 to 1
    basis: str | None = None  # how it was found

    kind = "name"

    def _own(self) -> tuple[object, ...]:
        return (self.type,)


@dataclass(frozen=True, slots=True)
class Time(Record):
    """One expression that places something in time or says how long."""

    type: str = "date"  # one of TIME_TYPES
    value: str | None = None  # TIMEX3
    date: Days | None = None
    mod: str | None = None  # one of TIME_MODS
    basis: str | None = (
        None  # "absolute", or what a relative one hangs on: published | spoken | passage
    )
    anchor: Span | None = None  # the words it hangs on, where they are in the text
    limit: Span | None = None  # بحلول، قبل، حتى: the words that make it a limit

    kind = "time"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the span that names them, the fullest name, the entity."""

    start: int | None
    end: int | None
    text: str | None
    name: str | None = None
    entity: str | None = None
    implicit: bool = False  # hidden subject: the span is the nearest earlier mention


@dataclass(frozen=True, slots=True)
class Statement(Record):
    """Somebody is reported to say, think, want or fear something. The span is the content."""

    cue: Span | None = None
    speaker: Speaker | None = None
    form: str = "indirect"  # one of FORMS
    act: str = "say"  # one of ACTS
    via: Span | None = None  # the medium the words went through before this outlet
    polarity: str = "positive"  # positive | negative: whether the content is affirmed or denied
    about: str | None = None  # past | present | future
    said: Days | None = None  # the day it was said
    score: float | None = None  # how sure the reader is, 0 to 1
    basis: str | None = None  # the rule that found it and the rule that found the speaker

    kind = "statement"

    def _own(self) -> tuple[object, ...]:
        return (self.cue.start if self.cue else None,)


@dataclass(frozen=True, slots=True)
class Figure(Record):
    """A number that measures something."""

    value: float | int | None = None
    low: float | int | None = None
    high: float | int | None = None
    mod: str | None = None  # one of FIGURE_MODS
    thing: Span | None = None
    unit: str | None = None  # ISO 4217 code for money, "%" for shares, a unit's key otherwise
    place: Span | None = None
    as_of: Days | None = None
    statement: str | None = None  # id of the statement it stands in

    kind = "figure"


@dataclass(frozen=True, slots=True)
class Commitment(Record):
    """Someone is bound to do, or stop, something: by a time, on a condition, or by a word that binds."""

    party: tuple[Span, ...] = ()
    action: Span | None = None
    joined: tuple[Span, ...] = ()  # further actions of the same clause
    deadline: Days | None = None
    limit: Span | None = None  # the word that makes it a limit
    condition: Span | None = None
    undertaken: Days | None = None  # the day on which it was, where the clause says so
    subject: Span | None = None  # what the action is said of, where that stands outside it and is no party
    status_word: str | None = None  # one of STATUS_WORDS
    statement: str | None = None  # id of the statement it stands in
    basis: str | None = None

    kind = "commitment"

    @property
    def to_do(self) -> str:
        """What is to be done as a reader sees it: the action, behind what it is said of where that is apart."""
        return self.put(self.action.text if self.action is not None else self.text)

    def put(self, words: str) -> str:
        """`words` of the action behind what it is said of, where that stands apart."""
        if self.subject is None or self.subject.text in words:
            return words
        return f"{self.subject.text} {words}"


@dataclass(frozen=True, slots=True)
class Event(Record):
    """Something that happened, on a date, told as fact by the outlet or by a speaker."""

    type: str | None = None  # PLOVER root
    actor: Span | None = None
    target: Span | None = None
    place: Span | None = None
    date: Days | None = None
    statement: str | None = None  # id of the statement it stands in
    basis: str | None = None

    kind = "event"


@dataclass(frozen=True, slots=True)
class Reading:
    """An article and everything read out of it."""

    article: Article
    names: tuple[Name, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    events: tuple[Event, ...] = ()
    notes: tuple[str, ...] = field(default=())  # what the reader wants a person to know

    def records(self) -> tuple[Record, ...]:
        """Every record, in the order of the text."""
        found: list[Record] = [
            *self.names, *self.times, *self.statements, *self.figures, *self.commitments, *self.events,
        ]  # fmt: skip
        return tuple(sorted(found, key=lambda r: (r.start, r.end, r.kind)))


KINDS: dict[str, type[Record]] = {
    cls.kind: cls for cls in (Name, Time, Statement, Figure, Commitment, Event)
}
