"""Whom a name that a reader chose means, and who is meant in a stretch of text: by who is who, not by words."""

from __future__ import annotations

import json
from collections.abc import Iterable

from rawi.store.sqlite import Store
from rawi.store.words import name_key

Stretch = tuple[str, int, int]
"""An article's id, and where in its text (code points)."""


def bearers(store: Store, name: str) -> frozenset[str]:
    """Those who are called by a name: whose name in the story it is, or else of whom it is printed whole, in
    any spelling. Nobody where it is but a part of names."""
    rows = store.rows("SELECT id FROM entities WHERE name = ?", (" ".join(name.split()),))
    if not rows:
        rows = store.rows(
            "SELECT DISTINCT m.entity AS id FROM records r JOIN mentions m ON m.record = r.id"
            " WHERE r.kind IN ('name', 'statement') AND r.name_key = ? AND m.entity IS NOT NULL",
            (name_key(name),),
        )
    return frozenset(row["id"] for row in rows)


def named(store: Store, stretches: Iterable[Stretch]) -> dict[Stretch, str]:
    """Of each stretch that holds names, whose the longest of them is."""
    return _held(store, stretches, "name", inside=True)


def speaking(store: Store, stretches: Iterable[Stretch]) -> dict[Stretch, str]:
    """Of each stretch that lies in a statement whose speaker is known, who says it."""
    return _held(store, stretches, "speaker", inside=False)


def _held(
    store: Store, stretches: Iterable[Stretch], role: str, *, inside: bool
) -> dict[Stretch, str]:
    """The bearer of the longest record inside each stretch, or of the shortest around it."""
    wanted = list(stretches)
    by_article: dict[str, list[tuple[int, int, str]]] = {}
    for row in store.rows(
        "SELECT r.article, r.start, r.stop, m.entity FROM mentions m JOIN records r ON r.id = m.record"
        " WHERE m.article IN (SELECT value FROM json_each(?)) AND +m.role = ?"
        " AND m.entity IS NOT NULL",
        (json.dumps(sorted({article for article, _, _ in wanted})), role),
    ):
        by_article.setdefault(row["article"], []).append((row["start"], row["stop"], row["entity"]))
    found = {}
    for stretch in wanted:
        article, start, stop = stretch
        held = [
            (b - a if inside else a - b, -a, entity)
            for a, b, entity in by_article.get(article, ())
            if (start <= a and b <= stop if inside else a <= start and stop <= b)
        ]
        if held:
            found[stretch] = max(held)[2]
    return found
