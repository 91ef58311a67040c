"""Files and documents into a story: what to read, what is there already, what takes whose place.

    1. list the files; a file whose bytes were read whole before is passed over
    2. a file that changed, or was not finished, is gone through document by document: those that
       are in the story as they are stay; the same text under another name is refused (or, where the
       other file is gone, has moved)
    3. the rest is read, in order (story/readings.py)
    4. each reading is written in one transaction, in place of the earlier reading of its source
    5. then the derived tables take it in (story/derived.py)
    6. what a file held before and no longer does leaves the story; the file is noted as read whole

Stopped at any point, the next run finds everything that was finished and does the rest.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import Any

from rawi.errors import DuplicateError, MalformedError, RawiError, SourceError, said
from rawi.records import identity
from rawi.sources import read_sources
from rawi.sources.document import Document
from rawi.sources.walk import files_under, irregular
from rawi.store import amendments, corrections, reading, writing
from rawi.store.columns import iso
from rawi.store.rows import AddReport
from rawi.store.sqlite import Store
from rawi.store.stamp import reading_stamp
from rawi.store.writing import Origin, Prepared
from rawi.story import derived
from rawi.story.account import Account, Finish, Step
from rawi.story.readings import Task, read_all

Progress = Callable[[int, int | None, str], None]
"""Called with documents done, documents in all (an estimate; None: unknown), and the source."""

IN_MEMORY = "document:"  # stands before the source of a document that came from no file


class Intake:
    """One run of adding. `given`: the day of documents that print none, as the user says."""

    def __init__(
        self, store: Store, *, given: date | None = None, limit: int, jobs: int = 1,
        progress: Progress | None = None,
    ) -> None:  # fmt: skip
        self.store = store
        self.given = given
        self.limit = limit
        self.jobs = jobs
        self.progress = progress
        self.account = Account()
        self._digests: dict[str, str] = {}  # of documents met in this run, with their sources

    def files(self, paths: Iterable[str | Path]) -> AddReport:
        """Take in files and folders."""
        listed = [file for path in paths for file in files_under(Path(path))]  # 1
        total = sum(_weight(file) for file in listed) if self.progress else None
        return self._run((step for file in listed for step in self._file(file)), total)

    def documents(self, documents: Iterable[Document]) -> AddReport:
        """Take in documents that are in memory."""
        return self._run((self._document(d, IN_MEMORY + d.source) for d in documents), None)

    def again(self, ids: Iterable[str]) -> AddReport:
        """Read articles anew from what the story keeps of their sources."""
        wanted = list(ids)
        return self._run((self._again(id) for id in wanted), len(wanted))

    def _run(self, steps: Iterable[tuple[Step, Task | None]], total: int | None) -> AddReport:
        for article in derived.pending(self.store):
            derived.update(self.store, article)
        account, done = self.account, 0
        for step, outcome in read_all(steps, self.jobs):  # 3
            if step.refused is not None:
                account.refuse(step.refused, step.source)
            elif isinstance(outcome, RawiError):
                account.refuse(outcome, step.source)
            elif outcome is not None:
                self._write(step, outcome)
            elif step.finish is not None:
                self._finish(step.finish)
            account.present.extend(step.present)
            account.seen.update(step.present)
            done += step.weight
            if self.progress is not None:
                self.progress(done, None if total is None else max(total, done), step.source)
        return self._report()

    def _file(self, file: Path | SourceError) -> Iterator[tuple[Step, Task | None]]:
        if isinstance(file, SourceError):
            yield Step(file.source or "", refused=file), None
            return
        if (special := irregular(file)) is not None:
            yield Step(str(file), refused=special), None
            return
        key = os.path.realpath(file)  # unlike Path.resolve, also where a link leads to itself
        if (refused := _unkeepable(Document(key, ""))) is not None:
            refused.source, refused.hint = str(file), "give it a name in UTF-8"
            yield Step(str(file), refused=refused), None
            return
        digest = _file_digest(file)
        noted = self.store.rows("SELECT digest, published FROM files WHERE path = ?", (key,))
        held = {
            row["digest"]: row["id"]
            for row in self.store.rows("SELECT digest, id FROM articles WHERE file = ?", (key,))
        }
        if noted and tuple(noted[0]) == (digest, iso(self.given)):
            yield Step(str(file), max(1, len(held)), present=tuple(held.values())), None
            return
        keep = frozenset(self._digests_in(file)) if held else frozenset()  # 2
        refused: set[str] = set()
        given = 0
        for item in read_sources([file], limit=self.limit):
            if isinstance(item, SourceError):
                refused.add(item.source or str(file))
                yield Step(item.source or str(file), refused=item), None
                continue
            given += 1
            step, task = self._document(item, key, key + item.source[len(str(file)) :], keep)
            if step.refused is not None:
                refused.add(item.source)
            yield step, task
        gone = tuple(held[d] for d in held if d not in keep) if given else ()
        gone = tuple(id for id in gone if self._label(id) not in refused)
        yield Step(str(file), 0, finish=Finish(key, None if refused else digest, gone)), None

    def _digests_in(self, file: Path) -> Iterator[str]:
        for item in read_sources([file], limit=self.limit):
            if isinstance(item, Document):
                yield _digest(item, self.given)

    def _document(
        self, document: Document, file: str, key: str | None = None,
        keep: frozenset[str] = frozenset(),
    ) -> tuple[Step, Task | None]:  # fmt: skip
        digest = _digest(document, self.given)
        origin = Origin(key or file, file, digest)
        step = Step(document.source, keep=keep)
        step.refused = _unkeepable(document)
        if step.refused is not None:
            return step, None
        if digest in self._digests:
            step.refused = _duplicate(document.source, self._digests[digest])
            return step, None
        self._digests[digest] = document.source
        for row in self.store.rows(
            "SELECT id, source, origin, file FROM articles WHERE digest = ?", (digest,)
        ):
            if row["origin"] != origin.key:
                if row["file"] != file and _still_there(row["file"]):
                    step.refused = _duplicate(document.source, row["source"])
                    return step, None
                self._move(row["id"], document.source, origin)
            step.present = (row["id"],)
            return step, None
        changes = self._amendments(origin, keep)
        return step, Task(document, origin, self.given, changes)

    def _amendments(self, origin: Origin, keep: frozenset[str]) -> dict[str, Any]:
        """What a user put right about the article of this place, unless that is moving away."""
        there = self.store.one("SELECT digest FROM articles WHERE origin = ?", (origin.key,))
        return {} if there in keep else amendments.in_force(self.store, origin.key)

    def _again(self, article: str) -> tuple[Step, Task | None]:
        document, given = reading.document(self.store, article)
        row = self.store.rows("SELECT origin, file FROM articles WHERE id = ?", (article,))[0]
        origin = Origin(row["origin"], row["file"], _digest(document, given))
        changes = amendments.in_force(self.store, origin.key)
        step = Step(document.source, replaces=article)
        return step, Task(document, origin, given, changes)

    def _write(self, step: Step, prepared: Prepared) -> None:
        """4 and 5: the reading takes its place."""
        store, id, origin = self.store, prepared.article.id, prepared.row["origin"]
        if id in self.account.seen:
            self.account.refuse(
                _duplicate(step.source, "an article that was just taken in"), step.source
            )
            return
        replaced = []
        with store.transaction():
            for row in store.rows(
                "SELECT id, source, origin, file, digest FROM articles"
                " WHERE id IN (?, ?) OR origin = ?",
                (id, step.replaces, origin),
            ):
                if row["id"] == id and row["origin"] != origin:
                    if row["file"] != prepared.row["file"] and _still_there(row["file"]):
                        self.account.refuse(_duplicate(step.source, row["source"]), step.source)
                        return
                elif row["id"] != id and row["digest"] in step.keep:
                    continue
                derived.forget(store, row["id"])
                writing.remove(store, row["id"])
                replaced.append(row["id"])
            corrections.put(store, prepared)
        derived.update(store, id)
        self.account.seen.add(id)
        (self.account.replaced if replaced else self.account.read).append(id)
        self.account.removed += [old for old in replaced if old != id]

    def _finish(self, finish: Finish) -> None:
        """6: what left the file leaves the story; the file is noted."""
        for id in finish.gone:
            if id not in self.account.seen and remove_article(self.store, id):
                self.account.removed.append(id)
        if finish.digest is not None:
            with self.store.transaction() as connection:
                connection.execute(
                    "INSERT OR REPLACE INTO files (path, digest, published, added)"
                    " VALUES (?, ?, ?, ?)",
                    (finish.file, finish.digest, iso(self.given), writing.now()),
                )

    def _move(self, article: str, source: str, origin: Origin) -> None:
        old = self.store.one("SELECT origin FROM articles WHERE id = ?", (article,))
        with self.store.transaction() as connection:
            amendments.move(self.store, article, old, origin.key)
            connection.execute(
                "UPDATE articles SET source = ?, origin = ?, file = ?,"
                " data = json_set(data, '$.source', ?),"
                " document = json_set(document, '$.source', ?)"
                " WHERE id = ?",
                (source, origin.key, origin.file, source, source, article),
            )

    def _label(self, article: str) -> str | None:
        found: str | None = self.store.one("SELECT source FROM articles WHERE id = ?", (article,))
        return found

    def _report(self) -> AddReport:
        account = self.account
        present = tuple(dict.fromkeys(account.present))
        older = {
            row["id"]
            for row in self.store.rows(
                "SELECT id FROM articles WHERE reader <> ?", (reading_stamp(),)
            )
        }
        return AddReport(
            read=tuple(account.read), present=present, replaced=tuple(account.replaced),
            refused=tuple(account.refused), removed=tuple(account.removed),
            stale=tuple(id for id in present if id in older),
        )  # fmt: skip


def remove_article(store: Store, article: str) -> bool:
    """Take one article out of the story and out of every derived table. True where it was there.

    Its file is no longer noted as read, so that adding the file again brings the article back.
    """
    with store.transaction() as connection:
        derived.forget(store, article)
        connection.execute(
            "DELETE FROM files WHERE path = (SELECT file FROM articles WHERE id = ?)", (article,)
        )
        return writing.remove(store, article)


def _unkeepable(document: Document) -> MalformedError | None:
    """Why a document cannot be kept as UTF-8, if so: JSON may escape half of a surrogate pair."""
    for name in document.__slots__:
        try:
            (getattr(document, name) or "").encode("utf-8")
        except UnicodeEncodeError as error:
            return MalformedError(
                said("half a surrogate pair at character {} of its {}", error.start, name),
                source=document.source, hint="leave that character out",
            )  # fmt: skip
    return None


def _digest(document: Document, given: date | None) -> str:
    """What tells a document from every other: its words and what came beside, not its place."""
    beside = [getattr(document, f) for f in document.__slots__ if f != "source"]
    return identity(*beside, iso(given), prefix="d")


def _file_digest(file: Path) -> str | None:
    digest = blake2b(digest_size=16)
    try:
        with file.open("rb") as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
    except OSError:
        return None  # reading it will say why
    return digest.hexdigest()


def _weight(file: Path | SourceError) -> int:
    """About how many documents a file holds: lines of JSON Lines, else one."""
    if isinstance(file, SourceError) or file.suffix.lower() not in (".jsonl", ".ndjson"):
        return 1
    if irregular(file) is not None:
        return 1
    try:
        with file.open("rb") as stream:
            return max(1, sum(b.count(b"\n") for b in iter(lambda: stream.read(1 << 20), b"")))
    except OSError:
        return 1


def _still_there(file: str) -> bool:
    return file.startswith(IN_MEMORY) or Path(file).exists()


def _duplicate(source: str, other: str) -> DuplicateError:
    return DuplicateError(said("the same text as {}", other), source=source, hint="leave it out")
