"""Says who is who among the forms of some blocks, and writes it down."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping

from rawi.readers.naming import lexicons
from rawi.readers.naming import person_names as names
from rawi.records import identity
from rawi.store import corrections
from rawi.store.sqlite import Store
from rawi.story.people.identity import Form, Joined, join


def linked(store: Store) -> list[tuple[str, str, str]]:
    """Users' joins and splits as (action, local, local)."""
    out = []
    for link in corrections.links(store, "entity"):
        ends = [
            store.one("SELECT local FROM mentions WHERE record = ? LIMIT 1", (record,))
            for record in (link.left, link.right)
        ]
        if all(ends):
            out.append((link.action, *ends))
    return out


def tidy(store: Store, entity: str | None) -> None:
    """Drop an entity that no form bears any more."""
    store.connection.execute(
        "DELETE FROM entities WHERE id = ? AND NOT EXISTS"
        " (SELECT 1 FROM people_forms WHERE entity = ?)",
        (entity, entity),
    )


def settle(store: Store, blocks: Iterable[str]) -> None:
    """Say anew who is who among the forms of these blocks, and of those users joined them to."""
    wanted = set(blocks)
    if not wanted:
        return
    links = [
        (action, a, b)
        for action, left, right in linked(store)
        if (a := _form_of(store, left)) is not None and (b := _form_of(store, right)) is not None
    ]
    grown = True
    while grown:
        grown = False
        for action, a, b in links:
            ends = {a[1], b[1]}
            if action == "join" and ends & wanted and not ends <= wanted:
                wanted |= ends
                grown = True
    told_apart = {frozenset((a[0], b[0])) for action, a, b in links if action == "split"}
    forms: dict[int, Mapping] = {}
    root: dict[int, int] = {}
    why: dict[int, Joined] = {}
    for block in sorted(wanted):
        rows = store.rows("SELECT * FROM people_forms WHERE block = ? ORDER BY key", (block,))
        for row in rows:
            forms[row["n"]] = row
            root[row["n"]] = row["n"]
        if block.startswith("person:") and len(rows) > 1:
            for reason in join([_form(store, row) for row in rows], told_apart):
                why[reason.number] = reason
                _union(root, reason.number, reason.other)
    for action, a, b in links:
        if action == "join" and a[0] in root and b[0] in root:
            if _find(root, a[0]) != _find(root, b[0]):
                why[a[0]] = Joined(a[0], b[0], "a user joined them", 1.0)
            _union(root, a[0], b[0])
    groups: dict[int, list[Mapping]] = defaultdict(list)
    for number, row in forms.items():
        groups[_find(root, number)].append(row)
    for rows in groups.values():
        _write(store, rows, why)


def _write(store: Store, rows: list[Mapping], why: Mapping[int, Joined]) -> None:
    """One entity: its row, its forms, its mentions."""
    connection = store.connection
    best = min(rows, key=lambda r: (-len(names.parts(r["name"])), r["key"]))
    entity = identity(best["type"], best["key"], prefix="n")
    known = lexicons.entries().get(best["key"])
    label = (
        known.name
        if known
        else max(rows, key=lambda r: (min(len(names.parts(r["name"])), 2), r["uses"], r["name"]))[
            "name"
        ]
    )
    connection.execute(
        "INSERT INTO entities (id, type, name, data) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE"
        " SET name = excluded.name, data = excluded.data",
        (entity, best["type"], label, json.dumps({"key": best["key"]}, ensure_ascii=False)),
    )
    left = {row["entity"] for row in rows} - {None, entity}
    for row in rows:
        reason = why.get(row["n"])
        connection.execute(
            "UPDATE people_forms SET entity = ?, other = ?, rule = ?, score = ? WHERE n = ?",
            (entity, reason and reason.other, reason and reason.rule, reason and reason.score,
             row["n"]),
        )  # fmt: skip
        connection.execute(
            "UPDATE mentions SET entity = ? WHERE local IN"
            " (SELECT local FROM people_locals WHERE form = ?)",
            (entity, row["n"]),
        )
    for old in left:
        tidy(store, old)


def _form_of(store: Store, local: str) -> tuple[int, str] | None:
    rows = store.rows(
        "SELECT f.n, f.block FROM people_locals l JOIN people_forms f ON f.n = l.form"
        " WHERE l.local = ?",
        (local,),
    )
    return (rows[0]["n"], rows[0]["block"]) if rows else None


def _form(store: Store, row: Mapping) -> Form:
    offices = store.rows(
        "SELECT DISTINCT office FROM people_roles WHERE form = ? AND office <> ''", (row["n"],)
    )
    return Form(
        row["n"], tuple(row["key"].split(":")[1].split()), row["sphere"],
        frozenset(o["office"] for o in offices), row["uses"], names.fathered(row["name"]),
    )  # fmt: skip


def _find(root: dict[int, int], n: int) -> int:
    while root[n] != n:
        n = root[n]
    return n


def _union(root: dict[int, int], a: int, b: int) -> None:
    root[_find(root, a)] = _find(root, b)
