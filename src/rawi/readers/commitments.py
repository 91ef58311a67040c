"""Commitments: who is bound to do, or stop, what, by when or on what condition.

Needs times, names and statements. docs/records.md defines the record.

    1. gather     what verbs, nouns and fulfilments state     undertakings/, a module for each way
    2. settle     of drafts over the same words the surer stands; a term named elsewhere is looked up
    3. judge      a fulfilment stands only where the article names what was undertaken, «ذلك» close behind it
    4. record     spans, deadline, status, the statement it stands in
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date
from itertools import combinations

from rawi.arabic.analysis import Analysis
from rawi.readers.attribution.words import Words
from rawi.readers.undertakings import (
    attributive,
    broken,
    clause,
    course,
    done,
    nouns,
    parties,
    plans,
    provided,
    recalled,
    resolved,
    scheduled,
    stages,
    terms,
    titled,
    ultimatums,
    verbs,
)
from rawi.readers.undertakings.draft import Draft, Ground, Stretch
from rawi.records import Article, Commitment, Days, Reading, Span

JUST_BEFORE = 40  # tokens from an undertaking to what «ذلك» says became of it
MODULES = (
    verbs, scheduled, titled, provided, nouns, plans, resolved, terms, ultimatums, done, broken, course,
    recalled, attributive,
)  # fmt: skip
SHARED = 2  # words that two actions must share to be about one undertaking


def read(article: Article, analysis: Analysis, found: Reading) -> tuple[Commitment, ...]:
    """The commitments of an article's body and title, in text order."""
    words = Words(article, analysis, found)
    ground = Ground(words, found, _today(article))
    drafts: list[Draft] = []
    for passage in words.passages:
        if passage.place == "caption":
            continue
        told = [d for module in MODULES for d in module.read(ground, passage)]  # 1
        drafts += told + stages.read(ground, told)
    kept = settled(words, drafts)  # 2
    named = {p for d in kept if not d.keeps for p in _pairs(words, d)}
    kept = [d for d in kept if not d.keeps or not named.isdisjoint(_pairs(words, d))]  # 3
    spans = [d.span for d in kept]
    kept = [d for d in kept if not d.recalls or _told_before(d, kept, spans)]
    records = (_record(article, words, d) for d in kept)  # 4
    return tuple(sorted((r for r in records if r is not None), key=lambda r: (r.start, r.end)))


def settled(words: Words, drafts: list[Draft]) -> list[Draft]:
    """Step 2: no two drafts overlap; inherited terms are filled in."""
    kept: list[Draft] = []  # in text order: as none overlap, only the last that begins before its end can
    spans: list[Stretch] = []
    for draft in sorted(drafts, key=lambda d: (-d.sure, d.deadline is None, d.span[1] - d.span[0])):
        at = bisect_left(spans, (draft.span[1],))
        if not at or spans[at - 1][1] <= draft.span[0]:
            at = bisect_left(spans, draft.span)
            spans.insert(at, draft.span)
            kept.insert(at, draft)
    heirs = [d for d in kept if d.inherits and d.deadline is None]
    if heirs:
        terms_set = Terms(words, [d for d in kept if d.limit is not None])
        for draft in heirs:
            draft.days = terms_set.of(draft)
    return kept


class Terms:
    """The terms that an article's drafts set, by sentence and by what is undertaken: a draft that refers
    to one looks it up and is not held against every other draft."""

    def __init__(self, words: Words, dated: list[Draft]) -> None:
        self.words = words
        self.dated = dated
        self._only = {d.deadline for d in dated}
        self._in_sentence: dict[int, int] = {}
        self._of_pair: dict[tuple[str, ...], int] = {}
        for i, d in enumerate(dated):
            self._in_sentence.setdefault(words.stop[d.span[0]], i)
            for pair in _pairs(words, d):
                self._of_pair.setdefault(pair, i)

    def of(self, draft: Draft) -> Days | None:
        """The term that a draft refers to: one set in its own sentence, one set for the same undertaking,
        or the only one that the article names."""
        found = [self._of_pair[p] for p in _pairs(self.words, draft) if p in self._of_pair]
        here = self._in_sentence.get(self.words.stop[draft.span[0]])
        if here is not None:
            found.append(here)
        if found:
            return self.dated[min(found)].deadline
        if draft.status == "done" or len(self._only) != 1:
            return None
        return next(iter(self._only))


def _told_before(draft: Draft, drafts: list[Draft], spans: list[Stretch]) -> bool:
    """Whether the draft before this one, close by, is an undertaking that somebody took upon himself."""
    at = bisect_left(spans, draft.span)
    if not at:
        return False
    last = drafts[at - 1]
    return (
        draft.span[0] - last.span[1] <= JUST_BEFORE
        and last.status in ("agreed", "announced", "planned", "reaffirmed")
    )


def _pairs(words: Words, draft: Draft) -> Iterable[tuple[str, ...]]:
    """What two actions must share one of to be one undertaking: its words, SHARED at a time."""
    return combinations(sorted(_content(words, draft.action)), SHARED)


def _content(words: Words, stretch: Stretch) -> set[str]:
    return {
        words.tokens[i].base
        for i in range(*stretch)
        if words.tokens[i].kind == "word"
        and len(words.tokens[i].base) > 2
        and not words.is_(i, "preposition", "particle")
    }


def _today(article: Article) -> date | None:
    return article.published.begin if article.published is not None else None


def _record(article: Article, words: Words, draft: Draft) -> Commitment | None:
    """Step 4."""
    span = _span(words, draft.span)
    stretches = [*clause.joined(words, *draft.action), *draft.further]
    actions = [_span(words, s, bare=True) for s in stretches]
    action, *joined = actions
    if span is None or action is None:
        return None
    bound = parties.bound(words, draft.party)
    party = tuple(p for p in (_span(words, s, bare=True) for s in bound) if p is not None)
    if (
        not party
        and draft.speaker is not None
        and draft.speaker.start is not None
        and draft.speaker.end
    ):
        party = (Span.of(words.text, draft.speaker.start, draft.speaker.end),)
    apart = not party or draft.basis == "stage"
    limit = draft.limit.word if draft.limit is not None else None
    return Commitment(
        article.id, span.start, span.end, span.text, party=party, action=action,
        deadline=draft.deadline, limit=_span(words, limit) if limit else None,
        condition=_condition(words, draft.condition) if draft.condition else None,
        status_word=draft.status,
        statement=draft.statement.id if draft.statement is not None else None, basis=draft.basis,
        joined=tuple(s for s in joined if s is not None), undertaken=draft.undertaken,
        subject=_span(words, draft.subject, bare=True) if draft.subject and apart else None,
    )  # fmt: skip


def _condition(words: Words, stretch: Stretch) -> Span | None:
    """A condition without the «و» that joins it: «وإذا عاد …»."""
    span = _span(words, stretch)
    first = words.tokens[stretch[0]]
    if span is None or first.proclitics[:1] not in (("و",), ("ف",)) or first.start != span.start:
        return span
    return Span.of(words.text, span.start + 1, span.end)


def _span(words: Words, stretch: Stretch, *, bare: bool = False) -> Span | None:
    """The words of tokens `first:last` without marks at their edges; `bare`: nor particles before them."""
    first, last = stretch
    while first < last and words.mark(first):
        first += 1
    while first < last and words.mark(last - 1) and words.norm[last - 1] not in (")", "%", "٪"):
        last -= 1
    if first >= last:
        return None
    head = words.tokens[first]
    start = (
        head.stem_start if bare and head.proclitics and "س" not in head.proclitics else head.start
    )
    whole = not head.proclitics and head.norm[:3] in ("فسي", "فست", "فسن")
    if bare and (whole or head.proclitics[:2] in (("و", "س"), ("ف", "س"))):
        start += 1  # «وسيزور»
    if "ل" in head.proclitics and head.definite:
        start = head.start  # the article's alef is not written: «للانسحاب»
    return Span.of(words.text, start, words.tokens[last - 1].end)
