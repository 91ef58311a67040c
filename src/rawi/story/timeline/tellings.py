"""What one article tells with a day: the happenings that a timeline is made of.

    1. commitments   with a deadline; where a word makes it a limit, the day it ends
    2. events        with a date
    3. statements    that were said on a day
    4. sentences     with a resolved date and a verb, where nothing above holds that date

A telling's status is happened, planned (the date is still to come, or the words look ahead) or deadline.
Dates wider than a year, dates of other centuries, and the line of the printed date make no entry.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rawi.arabic.analysis import Analysis, Stretch, analyse
from rawi.readers.timex.sighting import firm
from rawi.readers.timex.tense import AHEAD, Lookout, tense
from rawi.records import Days, Reading, Record, Span, Statement, Time

STATUSES = ("happened", "planned", "deadline")
WIDEST = 366  # days
FIRST_YEAR = 1800  # what is older is history told beside the news
MOST_WORDS = 40  # of a sentence that is shown; longer ones are cut to the clauses around the date
KIND_WEIGHT = {"commitment": 1.0, "event": 1.0, "time": 0.6}
SPEECH_WEIGHT = {
    "announce": 0.6,
    "deny": 0.6,
    "accuse": 0.5,
    "promise": 0.6,
    "demand": 0.4,
    "warn": 0.4,
}
LEAD_WEIGHT = 0.6
SINCE = ("منذ", "ومنذ", "مذ")


@dataclass(frozen=True, slots=True)
class Telling:
    """One happening as one article tells it: its days, its status, the words, the record it is of.

    `kind`: commitment | event | statement | time, the record's kind. `weight` is what it is worth to a
    short chronology: more for a thing done or promised than for speech, more in a lead.
    """

    begin: date
    end: date
    status: str
    kind: str
    span: Span
    record: str
    weight: float


def tellings(reading: Reading) -> list[Telling]:
    """Everything that an article tells with a day, in text order."""
    analysis = analyse(reading.article.text)
    page = _Page(reading, analysis)
    found: list[Telling] = []
    for record, days, status in _dated(reading):
        telling = page.telling(record, page.words_of(record), days, status)
        if telling is not None:
            found.append(telling)
    taken = [(t.span.start, t.span.end, t.begin, t.end) for t in found]
    for time in reading.times:  # 4
        if time.date is None or any(
            s <= time.start < e
            and (time.date.end == end or (time.date.begin, time.date.end) == (begin, end))
            for s, e, begin, end in taken
        ):
            continue
        told = page.sentence(time)
        if told is not None:
            found.append(told)
    return sorted(found, key=lambda t: (t.span.start, t.span.end, t.kind))


def _dated(reading: Reading) -> Iterator[tuple[Record, Days, str | None]]:
    """Steps 1 to 3: records that carry days of their own."""
    for commitment in reading.commitments:
        if commitment.deadline is None or commitment.status_word == "denied":
            continue
        status = "deadline" if commitment.limit is not None else "planned"
        done = commitment.status_word == "done"
        yield commitment, commitment.deadline, "happened" if done else status
    for event in reading.events:
        if event.date is not None:
            yield event, event.date, None
    for statement in reading.statements:
        if statement.said is not None and statement.said.begin == statement.said.end:
            yield statement, statement.said, "happened"


# a town and an agency: two dashes behind at most 60 characters, or one behind two words and a bracket
_DATELINE = re.compile(r"[^\n.]{0,60}?--\s*|\S+(?:\s\S+)?\s\([^)\n]{1,20}\)\s*[-\u2013\u2014]\s+")


def dateline(text: str) -> int:
    """The length in code points of the dateline that opens a text («دبي (وكالة) -- »); 0 where none does."""
    found = _DATELINE.match(text)
    return found.end() if found is not None else 0


class _Page:
    """An article's sentences and tenses."""

    def __init__(self, reading: Reading, analysis: Analysis) -> None:
        self._article = reading.article
        self._analysis = analysis
        self._lookout = Lookout(analysis)
        self._starts = [s.start for s in analysis.sentences]
        title = reading.article.title
        self._body = [*reading.article.body, *([title] if title else [])]
        body = min((s.start for s in reading.article.body), default=0)
        opening = next((p for p in analysis.paragraphs if p.end > body), None)
        self._leads = [(s.start, s.end) for s in (title, opening) if s is not None]

    def _in_body(self, offset: int) -> bool:
        return any(s.start <= offset < s.end for s in self._body)

    def telling(self, record: Record, span: Span, days: Days, status: str | None) -> Telling | None:
        """A record with its days, where they make an entry."""
        begin, end = days.begin, days.end
        if status == "deadline" and end is not None:
            begin = end  # the limit is its last day
        if begin is None or end is None or not self._in_body(span.start):
            return None
        if (end - begin).days > WIDEST or begin.year < FIRST_YEAR:
            return None
        if status is None:
            status = "planned" if self._ahead(begin) else "happened"
        weight = (
            SPEECH_WEIGHT.get(record.act, 0.3)
            if isinstance(record, Statement)
            else KIND_WEIGHT[record.kind]
        )
        if any(s <= span.start < e for s, e in self._leads):
            weight += LEAD_WEIGHT
        return Telling(begin, end, status, record.kind, span, record.id, weight)

    def words_of(self, record: Record) -> Span:
        """The words that show a record: a statement's with the cue and speaker before them."""
        start, end = record.start, record.end
        if isinstance(record, Statement):
            near = [
                s.start
                for s in (record.cue, record.speaker)
                if s is not None and s.start is not None
            ]
            index = bisect_right(self._starts, start) - 1
            low = self._analysis.sentences[index].start if index >= 0 else start
            start = min([start, *(s for s in near if low <= s)])
        first, last = self._analysis.first_token_at(start), self._analysis.first_token_at(end)
        if last - first > 2 * MOST_WORDS:
            end = self._analysis.tokens[first + 2 * MOST_WORDS - 1].end
        return Span.of(self._analysis.text, start, end)

    def _ahead(self, begin: date) -> bool:
        published = self._article.published
        return published is not None and published.end is not None and begin > published.end

    def sentence(self, time: Time) -> Telling | None:
        """Step 4: the words around a date, where they tell something."""
        if time.date is None or time.basis is None or time.type == "set":
            return None
        sentence = self._analysis.sentences[bisect_right(self._starts, time.start) - 1]
        first = self._analysis.first_token_at(time.start)
        last = self._analysis.first_token_at(time.end)
        tokens = self._analysis.tokens
        told = {tense(t.norm) for t in tokens[sentence.first : sentence.last]} - {"", "present"}
        since = first > 0 and tokens[first - 1].norm in SINCE
        if not (told or since) or (time.type == "duration" and not since):
            return None
        status = None
        if time.limit is not None and firm(time.limit):
            status = "deadline"
        elif self._lookout.lean(first, last, sentence.first, sentence.last) == AHEAD:
            published = self._article.published
            begin = published.begin if published is not None else None
            if begin is None or time.date.end is None or time.date.end >= begin:
                status = "planned"
        return self.telling(time, self._clause(sentence, first, last), time.date, status)

    def _clause(self, sentence: Stretch, first: int, last: int) -> Span:
        """The sentence, or of a long one the clauses around the date."""
        tokens = self._analysis.tokens
        low, high = sentence.first, sentence.last
        if high - low > MOST_WORDS:
            marks = [k for k in range(low, high) if tokens[k].norm in ("،", ",", "؛", ":")]
            before = [k for k in marks if k < first]
            after = [k for k in marks if k >= last]
            while before and last - before[-1] < MOST_WORDS // 2:
                before.pop()
            low = before[-1] + 1 if before else low
            while len(after) > 1 and after[0] - low < MOST_WORDS // 2:
                after.pop(0)
            high = after[0] if after else min(high, low + 2 * MOST_WORDS)
        start = tokens[low].start
        told = start + dateline(self._analysis.text[start : tokens[first].start])
        low = max(low, self._analysis.first_token_at(told))
        while low < first and tokens[low].kind == "mark" and tokens[low].norm not in '«"“(':
            low += 1
        while (
            high > last and tokens[high - 1].kind == "mark" and tokens[high - 1].norm not in '»"”)'
        ):
            high -= 1
        return Span.of(self._analysis.text, tokens[low].start, tokens[high - 1].end)
