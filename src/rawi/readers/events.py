"""Events: what happened, when, where, who did it to whom.

Needs times, names, statements, figures and commitments. docs/records.md defines the record.

    1. gather     verbs in the perfect and dated nouns, in the body and the title   happenings/tellings
    2. drop       what stands inside a commitment (a plan has not happened) or is only feared or believed
    3. record     spans, type, day, the statement it stands in
"""

from __future__ import annotations

from rawi.arabic.analysis import Analysis
from rawi.readers.attribution.words import Words
from rawi.readers.happenings.draft import Draft, Stretch
from rawi.readers.happenings.tellings import told
from rawi.readers.undertakings.draft import Ground
from rawi.records import Article, Event, Reading, Span, Statement

STANDS = frozenset({"SUPPORT", "REJECT", "ACCUSE", "THREATEN"})
PLAYED = frozenset({"ASSAULT", "COERCE", "AID"})  # what is said of a match in the words of war
MATCHES = frozenset({"noun: لقاء", "noun: قمه"})
UNSURE = frozenset({"believe", "fear", "warn", "demand", "promise", "deny", "accuse"})


def read(article: Article, analysis: Analysis, found: Reading) -> tuple[Event, ...]:
    """The events of an article's body and title, in text order."""
    words = Words(article, analysis, found)
    today = article.published.end if article.published is not None else None
    ground = Ground(words, found, today)
    events = []
    for passage in words.passages:
        if passage.place == "caption":
            continue
        for draft in told(words, passage, today):  # 1
            event = _record(article, ground, draft)
            if event is not None and (draft.firm or not _planned(event, found)):  # 2
                events.append(event)
    return tuple(sorted(events, key=lambda e: (e.start, e.end)))


def _planned(event: Event, found: Reading) -> bool:
    """Whether an event stands inside an undertaking that is not done; agreeing to one
    did happen, and so did taking a stand on it."""
    for c in found.commitments:
        if c.start < event.end and event.start < c.end and c.status_word != "done":
            if event.type in STANDS:
                continue
            return c.status_word != "agreed" or event.type != "AGREE"
    return False


def _record(article: Article, ground: Ground, draft: Draft) -> Event | None:
    """Step 3; None where the words are only believed, feared or asked for."""
    words = ground.words
    span = _span(words, draft.span)
    if span is None:
        return None
    statement = ground.statement_at(draft.span[0])
    known = draft.firm and (draft.held or draft.verb is not None)  # «… الذي اعتقل في مارس»
    if statement is not None and statement.act in UNSURE and not known:
        return None  # «اتهمت … بقصف …»: charged
    if ground.match and (draft.type in PLAYED or draft.basis in MATCHES):
        return None
    if draft.own and statement is None:
        return None  # nobody whose word it is
    return Event(
        article.id, span.start, span.end, span.text, type=draft.type,
        actor=_speaker(words, statement) if draft.own else _span(words, draft.actor),
        target=_span(words, draft.target),
        place=_span(words, draft.place), date=draft.days,
        statement=statement.id if statement is not None else None, basis=draft.basis,
    )  # fmt: skip


def _speaker(words: Words, statement: Statement | None) -> Span | None:
    """Who tells of himself in the first person."""
    speaker = statement.speaker if statement is not None else None
    if speaker is None or speaker.start is None or speaker.end is None:
        return None
    return Span.of(words.text, speaker.start, speaker.end)


def _span(words: Words, stretch: Stretch | None) -> Span | None:
    """The words of tokens `first:last`, without marks at their edges and particles before them."""
    if stretch is None:
        return None
    first, last = stretch
    while first < last and words.mark(first):
        first += 1
    while first < last and words.mark(last - 1) and words.norm[last - 1] != ")":
        last -= 1
    if first >= last:
        return None
    head = words.tokens[first]
    start = head.start if head.definite and "ل" in head.proclitics else head.stem_start
    return Span.of(words.text, start, words.tokens[last - 1].end)
