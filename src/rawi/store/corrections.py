"""What users decided, kept for ever, and made good on every reading.

A decision is stored with an anchor (store/anchors.py) and the record as it then was. Whenever an
article's records are written, every decision in force about it is made again, in the order in which
they were taken, on the program's own reading (`made_good`, pure). So a later program cannot undo a
user, and taking a decision back is leaving it out.

    confirm   the record stands, even where the program no longer reads it
    reject    the record goes to the table `rejected`; no query, count, search or export can see it
    edit      the changes are made (store/edits.py); the program's version is kept beside
    note      words of the user's beside the record
    join, split   two records are, or are not, about one entity or thread (`links`)
"""

from __future__ import annotations

import dataclasses
import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from rawi.errors import NoSuchRecordError, UsageError, said
from rawi.records import Article, Record
from rawi.store import amendments, reading, writing
from rawi.store.anchors import anchored, find, place, relocated
from rawi.store.edits import edited
from rawi.store.rows import Anchor, Correction, Link
from rawi.store.sqlite import Store
from rawi.store.writing import Effective, Prepared
from rawi.wire import from_json, to_json

ACTIONS = ("confirm", "reject", "edit", "note")
LINKS = ("join", "split")
SCOPES = {"entity": ("name", "statement"), "thread": ("commitment",)}


@dataclass(frozen=True, slots=True)
class Decision:
    """A correction with the record as it was when the user decided (its JSON)."""

    correction: Correction
    record: dict[str, Any]


@dataclass(slots=True)
class Outcome:
    """An article's records after the decisions; which record each decision holds on to."""

    effective: list[Effective]
    rejected: dict[str, Effective] = field(default_factory=dict)
    holds: dict[int, str | None] = field(default_factory=dict)
    other_holds: dict[int, str | None] = field(default_factory=dict)


def made_good(
    article: Article,
    program: Iterable[Record],
    decisions: Iterable[Decision],
    origin: str | None = None,
) -> Outcome:
    """The decisions made on the program's reading of one article, which came from `origin`. Pure."""
    out = Outcome([Effective(record, position=i) for i, record in enumerate(program)])
    became: dict[str, str | None] = {}  # ids of the program's records that changed or went
    for decision in decisions:
        what = decision.correction
        if what.action in LINKS:
            if _about(what.anchor, article, origin):
                out.holds[what.id] = _id_at(what.anchor, article, out.effective)
            if what.other is not None and _about(what.other, article, origin):
                out.other_holds[what.id] = _id_at(what.other, article, out.effective)
            continue
        out.holds[what.id] = _decide(decision, article, out, became)
    out.effective = [_with_references(item, became) for item in out.effective]
    return out


def _decide(
    decision: Decision, article: Article, out: Outcome, became: dict[str, str | None]
) -> str | None:
    """One decision made on `out`; the id of the record that it holds on to."""
    what = decision.correction
    start = place(what.anchor, article)
    if start is None:
        return None
    target = find(what.anchor, start, (item.record for item in out.effective))
    if target is None:
        if what.action not in ("confirm", "edit"):
            return None
        given = _given(decision, article, start)
        if given is None:
            return None
        out.effective.append(Effective(given, "confirmed"))
        target = given
    at = next(i for i, item in enumerate(out.effective) if item.record is target)
    item = out.effective[at]
    if what.action == "reject":
        del out.effective[at]
        became[target.id] = None
        if not item.by_user:
            out.rejected[target.id] = Effective(item.program or target, position=item.position)
    elif what.action == "confirm":
        out.effective[at] = replace(item, verdict=item.verdict or "confirmed")
    elif what.action == "edit":
        try:
            changes = _moved(what.changes or {}, article, start - what.anchor.start)
            changed = edited(target, changes, article)
        except (LookupError, UsageError):
            return None
        if changed.id != target.id and any(i.record.id == changed.id for i in out.effective):
            del out.effective[at]  # the reading holds that very record already
        else:
            program = None if item.by_user else (item.program or target)
            out.effective[at] = Effective(changed, "edited", program, item.position)
        became[target.id] = changed.id
        return changed.id
    return target.id


def _moved(changes: Mapping[str, Any], article: Article, shift: int) -> dict[str, Any]:
    """Changes with every place in the text moved, the record's own ends too."""
    return {
        name: value + shift if name in ("start", "end") else relocated(value, article, shift)
        for name, value in changes.items()
    }


def _given(decision: Decision, article: Article, start: int) -> Record | None:
    """The record as the user saw it, moved to where its words stand now."""
    try:
        obj = relocated(decision.record, article, start - decision.correction.anchor.start)
    except LookupError:
        return None
    made = from_json({**obj, "article": article.id})
    assert isinstance(made, Record)
    return made


def _with_references(item: Effective, became: dict[str, str | None]) -> Effective:
    """Records that stand in a statement follow it to a new id, and lose it when it goes."""
    inside: str | None = getattr(item.record, "statement", None)
    if inside is None or inside not in became:
        return item
    seen = set()
    new: str | None = inside
    while new in became and new not in seen:
        seen.add(new)
        new = became[new]
    changed = dataclasses.replace(item.record, statement=new)  # type: ignore[call-arg]
    return replace(
        item, record=changed, program=None if item.by_user else (item.program or item.record)
    )


def _about(anchor: Anchor, article: Article, origin: str | None) -> bool:
    """Whether one end of a link lies in this article. Its words alone may stand in the other end's too."""
    return anchor.article == article.id or anchor.source == origin


def _id_at(anchor: Anchor, article: Article, effective: list[Effective]) -> str | None:
    start = place(anchor, article)
    if start is None:
        return None
    found = find(anchor, start, (item.record for item in effective))
    return found.id if found else None


def put(store: Store, prepared: Prepared) -> None:
    """Write an article that the story does not hold yet, users' decisions made good."""
    decisions = _decisions(store, prepared.article, prepared.row["origin"])
    amendments.settle(store, prepared)
    if not decisions:
        writing.put(store, prepared)
        return
    outcome = made_good(prepared.article, prepared.records, decisions, prepared.row["origin"])
    writing.put(store, prepared, tuple(outcome.effective))
    _settle(store, prepared.article.id, outcome)


def reapply(store: Store, article_id: str) -> None:
    """Write an article's records anew after a decision was taken or taken back."""
    article = reading.article(store, article_id)
    origin = store.one("SELECT origin FROM articles WHERE id = ?", (article_id,))
    program = reading.program_records(store, article_id)
    words = reading.shadow(store, article_id)
    outcome = made_good(article, program, _decisions(store, article, origin), origin)
    writing.remove_records(store, article_id)
    writing.put_records(store, article, words, tuple(outcome.effective))
    _settle(store, article_id, outcome)


def _settle(store: Store, article_id: str, outcome: Outcome) -> None:
    writing.put_rejected(store, article_id, outcome.rejected)
    for column, holds in (("holds", outcome.holds), ("other_holds", outcome.other_holds)):
        store.connection.executemany(
            f"UPDATE corrections SET {column} = ? WHERE id = ?", [(v, k) for k, v in holds.items()]
        )


def record_decision(
    store: Store, action: str, record: Record | str, *, changes: dict[str, Any] | None = None,
    other: Record | None = None, scope: str | None = None, by: str | None = None,
    note: str | None = None,
) -> int:  # fmt: skip
    """Write a decision down, about a record or (its id) an article. Gives its number.

    `reapply` makes it good; an amendment is made good by reading the article anew.
    """
    if isinstance(record, str):
        one, data = amendments.record(store, record)
    else:
        one, data = _anchor(store, record), to_json(record)
    two = _anchor(store, other) if other else None
    cursor = store.connection.execute(
        "INSERT INTO corrections (action, scope, origin, article, anchor, other_article,"
        " other_origin, other, changes, record, note, by, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            action, scope, one.source, one.article, _json(one), two.article if two else None,
            two.source if two else None, _json(two) if two else None,
            writing.dumps(changes) if changes else None, writing.dumps(data), note, by,
            writing.now(),
        ),
    )  # fmt: skip
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def take_back(store: Store, correction_id: int) -> None:
    """Note that a decision no longer holds.

    Raises NoSuchRecordError, UsageError if it was undone.
    """
    found = correction(store, correction_id)
    if found.undone:
        raise UsageError(said("correction {} was undone at {}", correction_id, found.undone))
    store.connection.execute(
        "UPDATE corrections SET undone = ?, holds = NULL, other_holds = NULL WHERE id = ?",
        (writing.now(), correction_id),
    )


def correction(store: Store, correction_id: int) -> Correction:
    """One decision. Raises NoSuchRecordError."""
    found = store.rows("SELECT * FROM corrections WHERE id = ?", (correction_id,))
    if not found:
        raise NoSuchRecordError(
            said("no correction {} in this story", correction_id), source=str(store.path),
            hint="see: rawi correct STORY --list",
        )  # fmt: skip
    return _correction(found[0])


def corrections(store: Store, *, undone: bool = False) -> tuple[Correction, ...]:
    """Every decision in force, newest first; with `undone`, those taken back too."""
    rows = store.rows(
        "SELECT * FROM corrections WHERE ? OR undone IS NULL ORDER BY id DESC", (undone,)
    )
    return tuple(_correction(row) for row in rows)


def links(store: Store, scope: str) -> tuple[Link, ...]:
    """Every join and split of a scope ("entity", "thread") whose records stand in the story now."""
    rows = store.rows(
        "SELECT c.id, c.action, c.holds, c.other_holds FROM corrections c"
        " JOIN records l ON l.id = c.holds JOIN records r ON r.id = c.other_holds"
        " WHERE c.scope = ? AND c.undone IS NULL ORDER BY c.id",
        (scope,),
    )
    return tuple(Link(r["id"], r["action"], scope, r["holds"], r["other_holds"]) for r in rows)


def _decisions(store: Store, article: Article, origin: str) -> list[Decision]:
    """Decisions in force about an article, taken on it or on an earlier text of its source."""
    rows = store.rows(
        "SELECT c.* FROM corrections c WHERE c.undone IS NULL"
        " AND json_extract(c.anchor, '$.kind') <> 'article' AND (c.article = :id"
        " OR (c.origin = :origin AND NOT EXISTS (SELECT 1 FROM articles a WHERE a.id = c.article))"
        " OR c.other_article = :id OR (c.other_origin = :origin AND NOT EXISTS"
        " (SELECT 1 FROM articles a WHERE a.id = c.other_article))) ORDER BY c.id",
        {"id": article.id, "origin": origin},
    )
    return [Decision(_correction(row), json.loads(row["record"])) for row in rows]


def _correction(row: sqlite3.Row) -> Correction:
    return Correction(
        row["id"], row["action"], Anchor(**json.loads(row["anchor"])),
        json.loads(row["changes"]) if row["changes"] else None, row["scope"],
        Anchor(**json.loads(row["other"])) if row["other"] else None, row["by"], row["note"],
        row["at"],
        row["undone"], row["holds"], row["other_holds"],
    )  # fmt: skip


def _anchor(store: Store, record: Record) -> Anchor:
    origin = store.one("SELECT origin FROM articles WHERE id = ?", (record.article,))
    return anchored(record, reading.article(store, record.article), origin)


def _json(anchor: Anchor) -> str:
    return writing.dumps(dataclasses.asdict(anchor))
