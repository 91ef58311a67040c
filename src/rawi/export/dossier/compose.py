"""Entries become blocks: sentences with numbered citations, tables, citations, sources.

1. the title, the introduction, what the dossier holds
2. one entry a record, numbered in the order chosen: who, how and when, its exact words, the note
3. the tables that were asked for (tables.py)
4. one citation an entry: outlet, title, date, the sentence, its chain
5. the articles cited
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rawi.export.dossier import tables
from rawi.export.dossier.blocks import (
    Block,
    Citation,
    Document,
    Entry,
    Heading,
    Line,
    Listing,
    Paragraph,
    Run,
    clean,
    joined,
    story,
)
from rawi.export.dossier.gather import Held, Picked
from rawi.export.dossier.settings import Settings
from rawi.export.dossier.sources import citation, outlet, source_line
from rawi.export.dossier.tables import Numbered, place
from rawi.export.dossier.wording import Wording
from rawi.records import (
    Commitment,
    Days,
    Event,
    Figure,
    Name,
    Published,
    Record,
    Statement,
    Time,
)
from rawi.store.rows import ArticleRow
from rawi.story.basket import Basket
from rawi.story.conflicts.report import Conflict

VERDICTS = {"confirmed": "reviewed", "edited": "edited", "added": "added"}
QUOTES = ("«", "»")


def compose(
    basket: Basket, picked: Sequence[Picked], settings: Settings, clashes: Sequence[Conflict] = ()
) -> Document:
    """The dossier of a basket's items, in the language and with the parts that `settings` say; `clashes`
    are the contradictions to set beside them."""
    say = Wording(settings)
    if settings.order == "date":
        picked = sorted(picked, key=lambda p: (p.held is None, place(p.held) if p.held else ()))
    entries = [Numbered(n, p, p.held) for n, p in enumerate(picked, 1)]
    held = [e.held for e in entries if e.held is not None]
    blocks: list[Block] = list(_opening(basket, held, say))  # 1
    blocks.append(Heading(say.say("entries")))
    blocks += [_entry(e, say) for e in entries]  # 2
    for part, make in (
        ("chronology", tables.chronology), ("actors", tables.actors), ("commitments", tables.commitments),
    ):  # fmt: skip  # 3
        if part in settings.parts and (table := make(entries, say)) is not None:
            blocks += [Heading(say.say(part)), table]
    if (table := tables.conflicts(entries, clashes, say)) is not None:
        blocks += [Heading(say.say("conflicts")), table]
    if held:
        blocks.append(Heading(say.say("citations")))  # 4
        for e in entries:
            if e.held is not None:
                blocks.append(Citation(e.number, citation(e.held, say, "chains" in settings.parts)))
        blocks += [Heading(say.say("sources")), _sources(entries, say)]  # 5
    title = clean(basket.title) or say.say("title")
    return Document(title, settings.lang, say.direction, tuple(blocks))


def _opening(basket: Basket, held: list[Held], say: Wording) -> Iterator[Block]:
    for paragraph in basket.introduction.splitlines():
        if paragraph.strip():
            yield Paragraph((story(paragraph),))
    articles = {h.row.article.id: h.row.article for h in held}
    facts = [
        say.say("records", n=say.number(len(held))),
        say.say("cited", n=say.number(len(articles))),
    ]
    dated = [when for a in articles.values() if (when := a.published) is not None]
    begins = [when.begin for when in dated if when.begin is not None]
    ends = [when.end for when in dated if when.end is not None]
    if begins and ends:
        facts.append(say.say("period", days=say.days(Days(min(begins), max(ends)))))
    yield Paragraph(joined([(Run(fact),) for fact in facts], " · "), "meta")


def _entry(entry: Numbered, say: Wording) -> Entry:
    cite = Run(f"[{say.number(entry.number)}]", ref=entry.number)
    note: Line = ()
    if entry.picked.note.strip():
        note = (Run(say.say("note") + " ", "strong"), story(entry.picked.note))
    if entry.held is None:
        lead: Line = (Run(say.say("gone"), "dim"),)
        return Entry(entry.number, lead, _quoted(entry.picked.anchor.text), note)
    record = entry.held.row.record
    details = joined(list(_details(entry.held, say)), say.comma)
    subject = tables.subject(entry.held, say)
    lead = (*subject, Run(" ("), *details, Run("):")) if subject else (*details, Run(":"))
    return Entry(entry.number, lead, (*_quoted(record.text), Run(" "), cite), note)


def _quoted(words: str) -> Line:
    return (Run(QUOTES[0]), story(words, "quote"), Run(QUOTES[1]))


def _details(held: Held, say: Wording) -> Iterator[Line]:
    """What stands in brackets after the one an entry is about."""
    record, article = held.row.record, held.row.article
    match record:
        case Statement():
            yield (Run(say.known("act", record.act)),)
            yield (Run(say.known("form", record.form)),)
            if record.via is not None:
                yield (story(record.via.text),)
            if record.speaker is not None and record.speaker.implicit:
                yield (Run(say.say("implicit")),)
        case Figure():
            if record.place is not None:
                yield (Run(say.say("place") + " "), story(record.place.text))
            if record.as_of is not None:
                yield (Run(say.say("as_of", days=say.days(record.as_of))),)
        case Commitment():
            yield (Run(say.known("status", record.status_word) or say.say("kind_commitment")),)
            if record.deadline is not None:
                yield (Run(say.say("deadline", days=say.days(record.deadline))),)
            if record.condition is not None:
                yield (Run(say.say("condition") + " "), story(record.condition.text))
        case Event():
            yield (Run(say.known("event", record.type) or say.say("kind_event")),)
            if record.place is not None:
                yield (Run(say.say("place") + " "), story(record.place.text))
            yield (Run(say.days(record.date)),)
        case Name():
            if record.role is not None:
                yield (Run(say.say("role") + " "), story(record.role.text))
        case Time():
            yield (Run(say.say("kind_time")),)
    yield (story(outlet(article, say)),)
    yield (Run(_said_or_published(record, article, say)),)
    if held.row.verdict in VERDICTS:
        yield (Run(say.say(VERDICTS[held.row.verdict])),)


def _said_or_published(record: Record, article: ArticleRow, say: Wording) -> str:
    printed: Published | None = article.published
    published = say.days(printed.days) if printed is not None else say.say("undated")
    said = say.days(record.said) if isinstance(record, Statement) else ""
    return (
        published
        if not said or said == published
        else f"{published} ({say.say('said', days=said)})"
    )


def _sources(entries: list[Numbered], say: Wording) -> Listing:
    numbers: dict[str, list[int]] = {}
    articles: dict[str, ArticleRow] = {}
    for entry in entries:
        if entry.held is not None:
            article = entry.held.row.article
            articles[article.id] = article
            numbers.setdefault(article.id, []).append(entry.number)

    def order(article: ArticleRow) -> tuple[str, str, str]:
        day = article.published.begin if article.published else None
        return article.outlet or "\uffff", day.isoformat() if day else "9999", article.id

    return Listing(
        tuple(
            (*source_line(a, say), Run(" "), *tables.references(numbers[a.id], say))
            for a in sorted(articles.values(), key=order)
        )
    )
