"""A user decides: the decision is written down, made good, and the derived tables follow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from rawi.errors import UsageError, said
from rawi.records import Record
from rawi.sources.check import DEFAULT_LIMIT
from rawi.store import amendments, corrections, reading
from rawi.store.edits import edited, spelt_out
from rawi.store.rows import Correction
from rawi.store.sqlite import Store
from rawi.story import derived, intake


def correct(
    store: Store, record_id: str, action: str, *, changes: Mapping[str, Any] | None = None,
    by: str | None = None, note: str | None = None,
) -> Correction:  # fmt: skip
    """Confirm, reject, edit or annotate one record. Raises NoSuchRecordError, UsageError."""
    if action not in corrections.ACTIONS:
        raise UsageError(
            said("a record cannot be {!r}", action),
            hint=said("one of {}", ", ".join(corrections.ACTIONS)),
        )
    if action == "edit" and not changes:
        raise UsageError("an edit without changes", hint="name a field and its new value")
    if action != "edit" and changes:
        raise UsageError(said("changes belong to an edit, not to {!r}", action))
    if action == "note" and not (note and note.strip()):
        raise UsageError("a note without words", hint="give its text")
    if store.one("SELECT 1 FROM articles WHERE id = ?", (record_id,)):
        return _amend(store, record_id, action, changes=changes, by=by, note=note)
    record = reading.record(store, record_id).record
    if changes:
        article = reading.article(store, record.article)
        edited(record, changes, article)
        changes = {name: spelt_out(value, article) for name, value in changes.items()}

    def decide() -> list[int]:
        number = corrections.record_decision(
            store, action, record, changes=dict(changes) if changes else None, by=by, note=note
        )
        return [number]

    return _decided(store, [record.article], decide)[0]


def _amend(
    store: Store, article: str, action: str, *, changes: Mapping[str, Any] | None,
    by: str | None, note: str | None,
) -> Correction:  # fmt: skip
    """Put right what is known of an article itself; it is read anew at once."""
    if action not in amendments.ACTIONS:
        raise UsageError(
            said("an article cannot be {!r}", action),
            hint=said("one of {}; or remove it from the story", ", ".join(amendments.ACTIONS)),
        )
    made = amendments.checked(changes) if changes else None
    with store.transaction():
        number = corrections.record_decision(store, action, article, changes=made, by=by, note=note)
        _stale(store, article)
    _again(store, article)
    return corrections.correction(store, number)


def _stale(store: Store, article: str) -> None:
    """Should the re-reading be cut short, the next refresh does it."""
    store.connection.execute("UPDATE articles SET reader = '' WHERE id = ?", (article,))


def _again(store: Store, article: str) -> None:
    intake.Intake(store, limit=DEFAULT_LIMIT).again([article])


def link(
    store: Store, action: str, scope: str, left: str, right: str, *, by: str | None = None,
    note: str | None = None,
) -> Correction:  # fmt: skip
    """Say that two records are (join) or are not (split) about one entity or thread."""
    return link_all(store, action, scope, left, [right], by=by, note=note)[0]


def link_all(
    store: Store, action: str, scope: str, left: str, rights: Iterable[str], *,
    by: str | None = None, note: str | None = None,
) -> list[Correction]:  # fmt: skip
    """`link` of one record with each of several, all or none."""
    if scope not in corrections.SCOPES:
        raise UsageError(
            said("no such scope: {!r}", scope),
            hint=said("one of {}", ", ".join(corrections.SCOPES)),
        )
    one, *others = (reading.record(store, id).record for id in (left, *rights))
    for record in (one, *others):
        _check_kind(record, scope)
    if any(one.id == other.id for other in others):
        raise UsageError("a record cannot be joined to or split from itself")

    def decide() -> list[int]:
        return [
            corrections.record_decision(
                store, action, one, other=other, scope=scope, by=by, note=note
            )
            for other in others
        ]

    return _decided(store, dict.fromkeys(r.article for r in (one, *others)), decide)


def undo(store: Store, correction_id: int) -> Correction:
    """Take a decision back. Raises NoSuchRecordError; UsageError where that was done already."""
    return undo_all(store, [correction_id])[0]


def undo_all(store: Store, numbers: Iterable[int]) -> list[Correction]:
    """`undo` of several decisions, all or none; a decision about an article is undone alone."""
    found = [corrections.correction(store, number) for number in numbers]
    if len(found) == 1 and found[0].anchor.kind == amendments.KIND:
        return [_undo_amendment(store, found[0])]
    anchors = [anchor for one in found for anchor in (one.anchor, one.other) if anchor]
    articles = {
        row["id"]
        for anchor in anchors
        for row in store.rows(
            "SELECT id FROM articles WHERE id = ? OR origin = ?", (anchor.article, anchor.source)
        )
    }

    def decide() -> list[int]:
        for one in found:
            corrections.take_back(store, one.id)
        return [one.id for one in found]

    return _decided(store, sorted(articles), decide)


def _undo_amendment(store: Store, found: Correction) -> Correction:
    article: str | None = store.one(
        "SELECT id FROM articles WHERE origin = ?", (found.anchor.source,)
    )
    with store.transaction():
        corrections.take_back(store, found.id)
        if article is not None:
            _stale(store, article)
    if article is not None:
        _again(store, article)
    return corrections.correction(store, found.id)


def _decided(
    store: Store, articles: Iterable[str], decide: Callable[[], list[int]]
) -> list[Correction]:
    touched = list(articles)
    with store.transaction():
        for article in touched:
            derived.forget(store, article)
        numbers = decide()
        for article in touched:
            corrections.reapply(store, article)
    for article in touched:
        derived.update(store, article)
    return [corrections.correction(store, number) for number in numbers]


def _check_kind(record: Record, scope: str) -> None:
    kinds = corrections.SCOPES[scope]
    if record.kind not in kinds:
        raise UsageError(
            said("a {} has no {}", record.kind, scope),
            hint=said("name a record of kind {}", " or ".join(kinds)),
        )
