"""A statement in the making, whatever kind of cue brought it."""

from __future__ import annotations

from dataclasses import dataclass, field

from rawi.arabic.analysis import Quote
from rawi.readers.attribution.content import trim
from rawi.readers.attribution.cues import Cue
from rawi.readers.attribution.nouns import Phrase
from rawi.readers.attribution.opening import Frame
from rawi.readers.attribution.reports import Report
from rawi.readers.attribution.words import Passage, Words
from rawi.records import Days, Span, Speaker


@dataclass(slots=True)
class Draft:
    """Tokens of cue (`cue_first:cue_last`, empty where there is none), content and what is known so far.

    `opens` is the token that opens the content, `start` its first, `last` its end where the pattern fixes
    it. `outer` is the draft inside whose content this one stands.
    """

    passage: Passage
    cue_first: int
    cue_last: int
    opens: int
    start: int
    kind: str
    act: str
    score: float
    basis: str
    cue: Cue | None = None
    quote: Quote | None = None
    last: int | None = None
    subject: Phrase | None = None
    side: str = ""
    unread: bool = False
    via: Span | None = None
    said: Days | None = None
    speaker: Speaker | None = None
    explicit: bool = False
    outer: Draft | None = field(default=None, repr=False)
    end: int = 0
    span: tuple[int, int] = (0, 0)

    @property
    def participle(self) -> bool:
        """Whether the cue is a circumstance that shares its verb's subject."""
        return self.cue is not None and self.cue.form.shape == "participle"


def from_frame(passage: Passage, frame: Frame, act: str, score: float) -> Draft:
    """The draft of a reporting verb."""
    i = frame.cue.index
    return Draft(
        passage, i, i + 1, frame.opens, frame.start, frame.kind, act, score,
        f"{frame.cue.form.shape} verb + {frame.kind}", cue=frame.cue, quote=frame.quote, subject=frame.subject,
        unread=frame.unread,
    )  # fmt: skip


def from_report(words: Words, passage: Passage, report: Report) -> Draft:
    """The draft of a nominal report, an attribution or a headline."""
    start = report.content_first
    here = words.quote[start] if start < len(words) else None  # the text may end before it
    quote = here or (words.quote[start - 1] if start else None)
    if quote is not None and not words.spoken(quote):
        quote = None
    if quote is not None and here is quote:
        start += 1
    via = None
    if report.via is not None:
        first, last = words.tokens[report.via[0]], words.tokens[report.via[1] - 1]
        via = Span.of(words.text, *trim(words.text, first.start, last.end))
    return Draft(
        passage, report.cue_first, report.cue_last, start, start, "report", report.act, report.score,
        report.basis, quote=quote, last=report.content_last, subject=report.speaker,
        explicit=report.speaker is not None, via=via,
    )  # fmt: skip
