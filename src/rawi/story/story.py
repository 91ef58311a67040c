"""The object that users hold. Every command and every page is a call of one of these methods.

Methods are thin: the store room reads and writes, story/intake.py brings articles in, and each
module of story/ answers its own questions. What brings articles in or reads them anew is imported where it
is used: it needs every reader, and to look something up needs none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from rawi.records import Reading, Record, Span
from rawi.sources.check import DEFAULT_LIMIT
from rawi.sources.document import Document
from rawi.store import corrections, listing, overview, reading
from rawi.store.rows import AddReport, ArticleRow, Correction, Hit, Overview, Page, Row
from rawi.store.scope import Narrowed, Scope
from rawi.store.search import search
from rawi.store.sqlite import Store
from rawi.store.stamp import reading_stamp
from rawi.story import basket, derived, people
from rawi.story.ask.answer import Answer, ask
from rawi.story.chains.chain import Chain, chain
from rawi.story.conflicts.report import Conflict, conflicts
from rawi.story.figures.series import Series, figure_series
from rawi.story.reuse.report import Flow, Independence, Reuse, flows, independence, reuse
from rawi.story.threads.ledger import Like, Thread, like, thread, threads
from rawi.story.timeline.entries import Asked, Entry, Head, heads, timeline

if TYPE_CHECKING:
    from rawi.story.intake import Progress


class Story:
    """A story file, open.

    Use as a context manager, or call `close`. Safe to use from several threads.
    """

    def __init__(self, store: Store) -> None:
        self.store = store

    @classmethod
    def open(cls, path: str | PathLike[str], create: bool = True) -> Story:
        """The story in `path`, made where there is none and `create` is true. Raises StoryError."""
        store = Store(Path(path), create=create)
        derived.migrate(store)
        basket.migrate(store)
        return cls(store)

    @property
    def path(self) -> Path:
        """The story's file."""
        return self.store.path

    def close(self) -> None:
        """Close the file. The story cannot be used after that."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        self.close()

    # Articles in and out

    def add(
        self, paths: Iterable[str | PathLike[str]] | str | PathLike[str],
        published: date | None = None, progress: Progress | None = None,
        limit: int = DEFAULT_LIMIT, jobs: int = 1,
    ) -> AddReport:  # fmt: skip
        """Read files and folders into the story; see story/intake.py for what becomes of each.

        `published`: the day of articles that print none. `limit`: the most bytes of one article.
        `jobs`: processes that read (the caller's module must then be safe to import again).
        """
        wanted = [paths] if isinstance(paths, str | PathLike) else list(paths)
        from rawi.story import intake

        run = intake.Intake(self.store, given=published, limit=limit, jobs=jobs, progress=progress)
        return run.files([Path(p) for p in wanted])

    def add_documents(
        self, documents: Iterable[Document], published: date | None = None,
        progress: Progress | None = None, limit: int = DEFAULT_LIMIT, jobs: int = 1,
    ) -> AddReport:  # fmt: skip
        """Read documents in memory into the story.

        One with the source of an earlier one replaces it.
        """
        from rawi.story import intake

        run = intake.Intake(self.store, given=published, limit=limit, jobs=jobs, progress=progress)
        return run.documents(documents)

    def remove(self, article_id: str) -> bool:
        """Take an article out. True where it was there. Users' corrections of it are kept."""
        from rawi.story import intake

        return intake.remove_article(self.store, article_id)

    def refresh(
        self, every: bool = False, progress: Progress | None = None, jobs: int = 1
    ) -> AddReport:
        """Read anew, from what the story keeps, what an older program read (or every article)."""
        rows = self.store.rows(
            "SELECT id FROM articles WHERE ? OR reader <> ? ORDER BY rowid",
            (every, reading_stamp()),
        )
        from rawi.story import intake

        run = intake.Intake(self.store, limit=DEFAULT_LIMIT, jobs=jobs, progress=progress)
        return run.again([row["id"] for row in rows])

    # What is in it

    def overview(
        self, outlet: str | None = None, speaker: str | None = None, place: str | None = None,
        kind: str | None = None, since: date | None = None, until: date | None = None,
    ) -> Overview:  # fmt: skip
        """Counts, period, outlets, speakers; of the whole story, or narrowed (store/scope.py)."""
        return overview.overview(self.within(outlet, speaker, place, kind, since, until))

    def within(
        self, outlet: str | None = None, speaker: str | None = None, place: str | None = None,
        kind: str | None = None, since: date | None = None, until: date | None = None,
    ) -> Narrowed:  # fmt: skip
        """A narrowed view, for several questions about it at once (store/overview.py, store/listing.py)."""
        return Narrowed(self.store, Scope(outlet, speaker, place, kind, since, until))

    def articles(
        self, outlet: str | None = None, since: date | None = None, until: date | None = None,
        order: str = "date", limit: int = 50, offset: int = 0, *, speaker: str | None = None,
        place: str | None = None, kind: str | None = None,
    ) -> Page[ArticleRow]:  # fmt: skip
        """One page of the articles. `order`: date (newest first) | oldest | outlet | added.

        `speaker`, `place`, `kind`: those that hold such a record (store/scope.py).
        """
        view = self.within(outlet, speaker, place, kind, since, until)
        return listing.articles(view, order=order, limit=limit, offset=offset)

    def volume(self, outlet: str | None = None) -> tuple[tuple[date, int], ...]:
        """How many articles each day saw, oldest first."""
        return overview.volume(self.within(outlet))

    def added_since(self, moment: str) -> int:
        """How many articles came in after a moment (ISO 8601, UTC)."""
        return overview.added_since(self.store, moment)

    def article(self, article_id: str) -> ArticleRow:
        """The row of one article. Raises NoSuchRecordError."""
        reading.article(self.store, article_id)
        return reading.article_rows(self.store, [article_id])[article_id]

    def reading(self, article_id: str) -> Reading:
        """An article with its text and its records, after users' corrections."""
        return reading.reading(self.store, article_id)

    def readings(self) -> Iterator[Reading]:
        """Every reading, the oldest article first, one at a time."""
        return reading.readings(self.store)

    def records(
        self, kind: str | None = None, *, article: str | None = None, speaker: str | None = None,
        entity: str | None = None, outlet: str | None = None, act: str | None = None,
        form: str | None = None, type: str | None = None, status: str | None = None,
        since: date | None = None, until: date | None = None, text: str | None = None,
        place: str | None = None, verdict: str | None = None, order: str = "date", limit: int = 50,
        offset: int = 0,
    ) -> Page[Row]:  # fmt: skip
        """One page of the records of a kind that pass every filter given (store/reading.py).

        `order`: date (newest first) | oldest | text (place in the article) | doubt (least sure
        first).
        """
        return listing.records(
            self.store, kind, article=article, speaker=speaker, entity=entity, outlet=outlet,
            act=act, form=form, type=type, status=status, since=since, until=until, text=text,
            place=place, verdict=verdict, order=order, limit=limit, offset=offset,
        )  # fmt: skip

    def record(self, record_id: str) -> Row:
        """One record with its article. Raises NoSuchRecordError."""
        return reading.record(self.store, record_id)

    def context(self, records: Iterable[Record], width: int = 90) -> dict[str, Span]:
        """The words around each record, by its id: about `width` code points on either side."""
        return listing.context(self.store, records, width)

    def search(self, words: str, limit: int = 20, offset: int = 0) -> Page[Hit]:
        """One page of the articles that hold these words, best first (syntax: store/query.py)."""
        return search(self.store, words, limit=limit, offset=offset)

    # One statement, many reports; one passage, two pages

    def chain(self, record_id: str) -> Chain:
        """The way of one statement to the reader, with every report of it in other articles."""
        return chain(self.store, record_id)

    def reuse(
        self, article: str | None = None, kind: str | None = None, other: str | None = None,
        least_words: int = 0, limit: int = 50, offset: int = 0,
    ) -> Page[Reuse]:  # fmt: skip
        """One page of the passages that two articles share, longest first. `kind`: copy | background |
        quotation; `article` and `other` keep those of one article, or between two."""
        return reuse(
            self.store, article=article, kind=kind, other=other, least_words=least_words,
            limit=limit, offset=offset,
        )  # fmt: skip

    def flows(self) -> tuple[Flow, ...]:
        """Which outlet copied how much from which, where it is known who was first."""
        return flows(self.store)

    def independence(self, evidence: Iterable[tuple[str, int, int]]) -> Independence:
        """How many outlets, and how many independent sources, stand behind some evidence, given as
        (article id, start, end)."""
        return independence(self.store, evidence)

    # What cannot both hold

    def conflicts(
        self, kind: str | None = None, grade: str | None = None, article: str | None = None,
        speaker: str | None = None, limit: int = 50, offset: int = 0,
    ) -> Page[Conflict]:  # fmt: skip
        """One page of the contradictions, the clear ones first, then the strongest.

        `kind`: denial | figure | date | position; `grade`: clear | weak | change.
        """
        return conflicts(
            self.store, kind=kind, grade=grade, article=article, speaker=speaker, limit=limit,
            offset=offset,
        )  # fmt: skip

    # When it happened

    def timeline(
        self, since: date | None = None, until: date | None = None, status: str | None = None,
        outlet: str | None = None, entity: str | None = None, actor: str | None = None,
        place: str | None = None, article: str | None = None, top: int | None = None,
        limit: int | None = None, offset: int = 0,
    ) -> Page[Entry]:  # fmt: skip
        """The dated happenings, plans and deadlines, one entry however many articles tell it, in the
        order of their days (story/timeline/entries.py). `top` keeps the N that weigh most."""
        asked = Asked(since, until, status, outlet, entity, actor, place, article, top)
        return timeline(self.store, asked, limit=limit, offset=offset)

    def timeline_heads(self, most: int, **choices: Any) -> Page[Head]:
        """The entries that `timeline` gives for the same choices, without their evidence, for views that
        hold thousands; of more than `most`, those that weigh most."""
        return heads(self.store, Asked(**choices), most)

    # Asking

    def ask(self, question: str, limit: int = 10) -> tuple[Answer, ...]:
        """The sentences, with their records, that answer a question in Arabic or English, best first."""
        return ask(self.store, question, limit=limit)

    # Who promised what, and what became of it

    def threads(
        self, as_of: date | None = None, state: str | None = None, party: str | None = None,
        limit: int = 50, offset: int = 0,
    ) -> Page[Thread]:  # fmt: skip
        """One page of the undertakings, what is due soonest first, with their state on a day
        (`as_of`, else that of the last article). `state`: due | passed | disputed | open | denied |
        broken | done; `party`: only those that bind somebody whose name holds these words."""
        return threads(
            self.store, as_of=as_of, state=state, party=party, limit=limit, offset=offset
        )

    def thread(self, record_id: str, as_of: date | None = None) -> Thread:
        """The undertaking that a commitment is a step of. Raises NoSuchRecordError."""
        return thread(self.store, record_id, as_of=as_of)

    def threads_like(self, record_id: str, words: str, limit: int = 8) -> tuple[Like, ...]:
        """Other undertakings than that of a commitment, in which these words stand."""
        return like(self.store, record_id, words, limit)

    # Figures through time

    def figure_series(
        self, thing: str | None = None, place: str | None = None, unit: str | None = None,
        every: bool = False, least: int = 2, limit: int = 50, offset: int = 0,
    ) -> Page[Series]:  # fmt: skip
        """One page of the series of figures: the same thing in the same place through time, with
        jumps and disagreements. `thing`: words it must hold; `every`: also what
        incidents count; `least`: articles it must stand in."""
        return figure_series(
            self.store, thing=thing, place=place, unit=unit, every=every, least=least, limit=limit,
            offset=offset,
        )  # fmt: skip

    # Who is who

    def people(
        self, type: str | None = None, text: str | None = None, order: str = "mentions",
        limit: int = 50, offset: int = 0,
    ) -> Page[people.EntityRow]:  # fmt: skip
        """One page of persons, organizations, places, outlets and groups.

        `type`: one of them; `text`: part of a name; `order`: mentions | articles | name.
        """
        return people.people(
            self.store, type=type, text=text, order=order, limit=limit, offset=offset
        )

    def mentions(self, entity_id: str, limit: int = 50, offset: int = 0) -> Page[people.Mention]:
        """One page of the articles that name one of them, oldest first, each with the fullest naming."""
        return people.mentions(self.store, entity_id, limit=limit, offset=offset)

    def naming(self, entity_id: str, besides: Iterable[str] = ()) -> str:
        """The id of the record that names one of them most fully, in no article among `besides`."""
        return people.record_of(self.store, entity_id, besides)

    def told_of(self, entity_id: str) -> tuple[people.Told, ...]:
        """What users decided about who this is, newest first."""
        return people.told_of(self.store, entity_id)

    def entity(self, entity_id: str) -> people.Entity:
        """One of them with its names and roles through time. Raises NoSuchRecordError."""
        return people.entity(self.store, entity_id)

    def quoted(self, ids: Sequence[str]) -> dict[tuple[str, str], int]:
        """(entity, outlet) -> how many statements of each of these entities each outlet carries."""
        return people.quoted(self.store, ids)

    def bearers(self, name: str) -> frozenset[str]:
        """The ids of those whom a name means (story/people/bearing.py)."""
        return people.bearers(self.store, name)

    def named(self, stretches: Iterable[people.Stretch]) -> dict[people.Stretch, str]:
        """Of stretches (article id, start, end) that hold names: whose the longest is, by id."""
        return people.named(self.store, stretches)

    def speaking(self, stretches: Iterable[people.Stretch]) -> dict[people.Stretch, str]:
        """Of stretches that lie in a statement: who says it, by id."""
        return people.speaking(self.store, stretches)

    def holder(self, role: str, day: date) -> people.Holder | None:
        """Who held an office, as printed, on a day; None where articles of that time do not say."""
        return people.holder(self.store, role, day)

    def offices(self, role: str | None = None, limit: int = 50) -> tuple[people.Office, ...]:
        """Offices and who held them when, by the articles; `role`: only this one, as printed."""
        return people.offices(self.store, role=role, limit=limit)

    # What users pick

    def baskets(self) -> tuple[basket.BasketRow, ...]:
        """Every basket of picked records, by name."""
        return basket.baskets(self.store)

    def basket(self, name: str = basket.DEFAULT) -> basket.Basket:
        """The basket of this name: what is in it, and how to change that (story/basket.py)."""
        return basket.Basket(self.store, name)

    # What users decide

    def correct(
        self, record_id: str, action: str, changes: Mapping[str, Any] | None = None,
        by: str | None = None, note: str | None = None,
    ) -> Correction:  # fmt: skip
        """Confirm, reject, edit or annotate a record. `action`: confirm | reject | edit | note.

        With an article's id, put right its outlet, byline or published day; it is read anew.

        `changes` for edit: fields of the record's JSON with their new values; a span is
        {"start", "end"}. The decision outlives every re-reading; `undo` takes it back.
        """
        from rawi.story import decisions

        return decisions.correct(self.store, record_id, action, changes=changes, by=by, note=note)

    def join(
        self, scope: str, left: str, right: str, by: str | None = None, note: str | None = None
    ) -> Correction:
        """Say that two records are about one and the same. `scope`: entity (names) | thread."""
        from rawi.story import decisions

        return decisions.link(self.store, "join", scope, left, right, by=by, note=note)

    def split(
        self, scope: str, left: str, right: str, by: str | None = None, note: str | None = None
    ) -> Correction:
        """Say that two records are not about the same. `scope`: entity (names) | thread."""
        from rawi.story import decisions

        return decisions.link(self.store, "split", scope, left, right, by=by, note=note)

    def split_off(
        self, scope: str, left: str, rights: Iterable[str], by: str | None = None,
        note: str | None = None,
    ) -> list[Correction]:  # fmt: skip
        """`split` of one record from each of several, all or none."""
        from rawi.story import decisions

        return decisions.link_all(self.store, "split", scope, left, rights, by=by, note=note)

    def undo(self, *correction_ids: int) -> Correction:
        """Take a decision back, or several at once; the first of them."""
        from rawi.story import decisions

        return decisions.undo_all(self.store, correction_ids)[0]

    def corrections(self, undone: bool = False) -> tuple[Correction, ...]:
        """Every decision in force, newest first; with `undone`, those taken back too."""
        return corrections.corrections(self.store, undone=undone)
