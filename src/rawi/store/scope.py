"""What a view of the story is narrowed to, as conditions on the tables of articles and of records.

One meaning everywhere: a count under a scope is the length of the list that the same scope opens.

    outlet            who printed it
    since, until      an article's day of publication; a record's own days (store/columns.py)
    speaker           a name in any spelling, or a part of one: who says it, does it, is bound by it. A
                      figure belongs to the speaker of the statement that it stands in
    place             a name in any spelling: where it happened or was counted; what a statement or a
                      commitment names in its words
    kind              (articles only) those that hold such a record; with `speaker` or `place`, one of theirs
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from rawi.records import KINDS
from rawi.store.sqlite import Store
from rawi.store.words import name_key

Condition = tuple[str, list[Any]]  # SQL with its values
EVERYWHERE = "1"  # the condition that asks nothing
Bearers = dict[int, str]  # records by their number in the file, with the ids of their articles


@dataclass(frozen=True, slots=True)
class Scope:
    """The choices in force; None: no choice."""

    outlet: str | None = None
    speaker: str | None = None
    place: str | None = None
    kind: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Narrowed:
    """A scope in one story. Which records bear a name is looked up once, also for what `without` gives."""

    store: Store
    scope: Scope
    _bearing: dict[tuple[str, str, str], Bearers] = field(default_factory=dict)

    def without(self, *names: str) -> Narrowed:
        """The same with these choices taken off."""
        return replace(self, scope=replace(self.scope, **dict.fromkeys(names)))

    @property
    def whole(self) -> bool:
        """Whether nothing is chosen."""
        return self.scope == Scope()

    def articles(self) -> Condition:
        """The condition on a row of `articles a`."""
        scope = self.scope
        found = period("a.published_from", "a.published_to", scope.since, scope.until)
        if scope.outlet is not None:
            found.append(("a.outlet = ?", [scope.outlet]))
        named = self._named(scope.kind)
        if named is not None:
            found.append(("a.id IN (SELECT value FROM json_each(?))", [_listed(named.values())]))
        elif scope.kind is not None:
            found.append(
                ("a.id IN (SELECT r.article FROM records r WHERE r.kind = ?)", [scope.kind])
            )
        return joined(found)

    def records(self, kind: str | None = None, *, few: bool = False) -> Condition:
        """The condition on a row of `records r`, of this `kind` alone (None: of any).

        `few`: a further condition finds them faster than going through all of their kind.
        """
        scope = self.scope
        found = [("+r.kind = ?" if few else "r.kind = ?", [kind])] if kind is not None else []
        found += period("r.day_from", "r.day_to", scope.since, scope.until)
        if scope.outlet is not None:
            found.append(("r.outlet = ?", [scope.outlet]))
        named = self._named(kind)
        if named is not None:
            found.append(("r.n IN (SELECT value FROM json_each(?))", [_listed(named)]))
        return joined(found)

    def count(self, kind: str) -> int:
        """How many records of a kind are in view."""
        named = self._named(kind)
        if named is not None and self.without("speaker", "place", "kind").whole:
            return len(named)
        where, values = self.records(kind)
        return int(self.store.one(f"SELECT count(*) FROM records r WHERE {where}", values))

    def _named(self, kind: str | None) -> Bearers | None:
        """The records that bear both names, of speaker and of place; None where no name is chosen."""
        numbers: Bearers | None = None
        for what, name in (("speaker", self.scope.speaker), ("place", self.scope.place)):
            if name is None or not name.strip():
                continue
            found: Bearers = {}
            for each in [kind] if kind is not None else KINDS:
                found |= self._bearers(what, each, name)
            if numbers is not None:
                found = {n: article for n, article in found.items() if n in numbers}
            numbers = found
        return numbers

    def _bearers(self, what: str, kind: str, name: str) -> Bearers:
        key = (what, kind, name)
        if key not in self._bearing:
            if what == "place":
                found = _at_place(self.store, kind, name)
            elif kind == "figure":
                found = _within(self.store, self._bearers(what, "statement", name))
            else:
                found = _of_speaker(self.store, kind, name)
            self._bearing[key] = {row["n"]: row["article"] for row in found}
        return self._bearing[key]


def _listed(values: Iterable[Any]) -> str:
    """As JSON, each once, for a condition on many values."""
    return json.dumps(sorted(set(values)))


def joined(conditions: Iterable[Condition]) -> Condition:
    """All of them at once."""
    listed = list(conditions)
    sql = " AND ".join(sql for sql, _ in listed)
    return sql or EVERYWHERE, [value for _, values in listed for value in values]


def period(first: str, last: str, since: date | None, until: date | None) -> list[Condition]:
    """Conditions for days that touch `since`..`until`; an open side reaches for ever."""
    found: list[Condition] = []
    if since is not None or until is not None:
        found.append((f"({first} IS NOT NULL OR {last} IS NOT NULL)", []))
    if since is not None:
        found.append((f"({last} IS NULL OR {last} >= ?)", [since.isoformat()]))
    if until is not None:
        found.append((f"({first} IS NULL OR {first} <= ?)", [until.isoformat()]))
    return found


def _of_speaker(store: Store, kind: str, name: str) -> list[Any]:
    """The records of a kind whose speaker (actor, party) bears a name: every word of it, in any spelling;
    and every statement of those whom people.py found to be the one who bears it whole."""
    words = name_key(name).split() or [name]
    # Each name is looked through once, and only those that hold the last word word by word.
    has = " AND ".join(["instr(name_key, ?)", *["instr(' ' || name_key || ' ', ?)"] * len(words)])
    found = store.rows(
        "SELECT n, article FROM records WHERE kind = ? AND name_key IN"
        f" (SELECT name_key FROM record_names WHERE kind = ? AND {has})",
        (kind, kind, words[-1], *(f" {word} " for word in words)),
    )
    if kind != "statement":
        return found
    return found + store.rows(
        "SELECT n, article FROM records WHERE speaker IN"
        " (SELECT speaker FROM records WHERE kind = 'statement' AND name_key = ?)",
        (" ".join(words),),
    )


def _within(store: Store, statements: Bearers) -> list[Any]:
    """The figures that stand in these statements."""
    return store.rows(
        "SELECT f.n, f.article FROM json_each(?) held CROSS JOIN records f ON f.article = held.value"
        " AND f.kind = 'figure' WHERE json_extract(f.data, '$.statement') IN"
        " (SELECT id FROM records WHERE n IN (SELECT value FROM json_each(?)))",
        (_listed(statements.values()), _listed(statements)),
    )


def _at_place(store: Store, kind: str, name: str) -> list[Any]:
    """The records of a kind at a place: those that print its name, in any spelling; of names, statements and
    commitments also those with another name of the place that people.py calls so («المملكة»)."""
    key = name_key(name)
    of_place = (
        "SELECT m.record FROM entities e JOIN mentions m ON m.entity = e.id AND m.role = 'name'"
        " WHERE e.type = 'place' AND e.name = ?"
    )
    whole = " ".join(name.split())
    if kind in ("statement", "commitment"):
        # CROSS JOIN: from the few names of the place to the records around them, never the other way.
        return store.rows(
            "SELECT s.n, s.article FROM records p CROSS JOIN records s ON s.article = p.article"
            " AND s.kind = ? AND s.start <= p.start AND s.stop >= p.stop"
            " WHERE p.n IN (SELECT n FROM records WHERE kind = 'name' AND place_key = ?"
            f" UNION SELECT n FROM records WHERE id IN ({of_place}))",
            (kind, key, whole),
        )
    found = store.rows(
        "SELECT n, article FROM records WHERE kind = ? AND place_key = ?", (kind, key)
    )
    if kind == "name":
        found += store.rows(f"SELECT n, article FROM records WHERE id IN ({of_place})", (whole,))
    return found
