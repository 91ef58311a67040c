"""What is known of one commitment while it is being read, and of the place it is read in."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate

from rawi.readers.attribution.words import Passage, Words
from rawi.readers.undertakings.lexis import classified, has
from rawi.readers.undertakings.limits import Limit
from rawi.records import Days, Reading, Speaker, Statement

Stretch = tuple[int, int]  # tokens first:last
MATCH_LEAST, MATCH_SHARE = 4, 0.015  # words of sport in an article about it, by reading 200 articles


@dataclass(slots=True)
class Draft:
    """One commitment as stretches of tokens. `span` holds all the others but the parties.

    `inherits`: its limit was named elsewhere in the article («الموعد المقرر»). `keeps`: it tells that
    something was done, and stands only where the article names the undertaking.
    """

    span: Stretch
    action: Stretch
    status: str
    basis: str
    party: list[Stretch] = field(default_factory=list)
    speaker: Speaker | None = None  # who is bound where no words of the clause name them
    limit: Limit | None = None
    days: Days | None = None
    condition: Stretch | None = None
    statement: Statement | None = None
    inherits: bool = False
    keeps: bool = False
    recalls: bool = False  # it says what became of the undertaking told just before («نجحت في ذلك»)
    subject: Stretch | None = None  # what it is said of, where that stands before it and is nobody
    further: list[Stretch] = field(default_factory=list)  # actions joined behind the limit
    undertaken: Days | None = None  # when it was undertaken, where the clause says so
    sure: int = 1  # between drafts over the same words the surer stands

    @property
    def deadline(self) -> Days | None:
        """The days of its own limit, else those it inherits."""
        return self.limit.days if self.limit is not None else self.days


class Ground:
    """One article's words with the statements over them, and the day before which nothing is to come:
    `today`, that of the article, whose own doings are over by it; `since`, the one before, for words that
    tell of themselves that they look ahead. `classed`: whether a token is a word of any class.

    `match`: the article is about sport, where «سنهزمهم» binds nobody.
    """

    def __init__(self, words: Words, found: Reading, today: date | None) -> None:
        self.words = words
        self.today = today
        self.since = today - timedelta(days=1) if today is not None else None
        self.roles = {n.entity: n.role for n in found.names if n.role is not None and n.entity}
        self.officials = self.roles.keys()
        statements = found.statements
        known = classified()
        self.classed = [n in known or c in known for n, c in zip(words.norm, words.core, strict=True)]
        told = sum(self.classed[i] and has(words, i, "sport") for i in range(len(words)))
        self.match = told >= MATCH_LEAST and told >= MATCH_SHARE * len(words)
        self._statements = sorted(statements, key=lambda s: (s.start, -s.end))
        self._starts = [s.start for s in self._statements]
        self._furthest = list(accumulate((s.end for s in self._statements), max))  # end of all up to each

    def statement_at(self, i: int) -> Statement | None:
        """The innermost statement whose content holds token `i`."""
        offset = self.words.tokens[i].start
        best = None
        for k in range(bisect_right(self._starts, offset) - 1, -1, -1):
            if self._furthest[k] <= offset:
                break
            s = self._statements[k]
            if s.end > offset and (best is None or s.end - s.start < best.end - best.start):
                best = s
        return best

    def cued_at(self, i: int) -> Statement | None:
        """The statement whose cue is token `i`: «تعهد بـ…»."""
        start = self.words.tokens[i].start
        for s in self._statements:
            if s.cue is not None and s.cue.start <= start < s.cue.end:
                return s
        return None

    def end_of(self, i: int, passage: Passage) -> int:
        """Index after the last token that may belong to a commitment at token `i`."""
        statement = self.statement_at(i)
        if statement is None:
            return passage.last
        return min(passage.last, self.words.at(statement.end))
