"""A story at a glance: counts, period, outlets, who speaks, how much on which day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from rawi.records import KINDS, Days
from rawi.store.reading import day
from rawi.store.rows import Count, Overview
from rawi.store.scope import Narrowed
from rawi.store.sqlite import Store
from rawi.store.stamp import reading_stamp

TOP = 12  # how many of each the overview lists


def overview(
    view: Narrowed, kinds: Iterable[str] = KINDS, known: Mapping[str, tuple[Count, ...]] | None = None
) -> Overview:
    """What is in view at a glance. `kinds`: those that are counted; `known`: lists of LISTS that the caller
    has made already."""
    store = view.store
    where, values = view.articles()
    whole = store.rows(
        "SELECT count(*) AS n, min(published_from) AS begin, max(published_to) AS end,"
        " max(published_from) AS latest,"
        f" sum(published_from IS NULL AND published_to IS NULL) AS undated FROM articles a WHERE {where}",
        values,
    )[0]
    end = day(whole["end"]) or day(whole["latest"])
    begin = day(whole["begin"])
    lists = {name: make(view) for name, make in LISTS.items() if name not in (known or {})}
    return Overview(
        articles=whole["n"],
        period=Days(begin, end) if begin or end else None,
        undated=whole["undated"] or 0,
        counts={kind: view.count(kind) for kind in kinds},
        **{**lists, **(known or {})},
        acts=_acts(view),
        corrections=store.one("SELECT count(*) FROM corrections WHERE undone IS NULL"),
        stale=store.one("SELECT count(*) FROM articles WHERE reader <> ?", (reading_stamp(),)),
    )


def volume(view: Narrowed) -> tuple[tuple[date, int], ...]:
    """How many articles each day saw, oldest first (dated to several days: on the first)."""
    where, values = view.articles()
    rows = view.store.rows(
        "SELECT coalesce(published_from, published_to) AS day, count(*) AS n FROM articles a"
        f" WHERE day IS NOT NULL AND {where} GROUP BY day ORDER BY day",
        values,
    )
    return tuple((date.fromisoformat(row["day"]), row["n"]) for row in rows)


def added_since(store: Store, moment: str) -> int:
    """How many articles came in after a moment (ISO 8601, UTC)."""
    return int(store.one("SELECT count(*) FROM articles WHERE added > ?", (moment,)))


def outlets(view: Narrowed) -> tuple[Count, ...]:
    """Who printed the articles in view, the most first."""
    where, values = view.articles()
    return _counted(
        view,
        f"SELECT outlet AS name, outlet AS key, count(*) AS n FROM articles a WHERE {where}"
        " AND outlet IS NOT NULL GROUP BY outlet ORDER BY n DESC, name",
        values,
    )


def speakers(view: Narrowed) -> tuple[Count, ...]:
    """Who speaks most: one line for each of those whom people.py tells apart, by their fullest name, and
    one for each name that it does not know."""
    if view.whole:
        return _speakers_of_all(view)
    where, values = view.records("statement")
    return _counted(
        view,
        # Only those that may be among the first are asked for their fullest name.
        "WITH k AS MATERIALIZED (SELECT speaker AS key, min(name) AS name, count(*) AS n FROM records r"
        f" WHERE r.name_key IS NOT NULL AND r.kind = 'statement' AND {where}"
        " GROUP BY coalesce(speaker, name_key))"
        " SELECT key, coalesce(e.name, k.name) AS name, n FROM k LEFT JOIN entities e ON e.id = k.key"
        f" WHERE n >= coalesce((SELECT n FROM k ORDER BY n DESC LIMIT 1 OFFSET {TOP - 1}), 0)"
        f" ORDER BY n DESC, name LIMIT {TOP}",
        values,
    )


def _speakers_of_all(view: Narrowed) -> tuple[Count, ...]:
    """The same over the whole story, from counts that are kept and an index of those not known."""
    known = _counted(
        view,
        "SELECT id AS key, name, statements AS n FROM entities WHERE statements > 0"
        f" ORDER BY statements DESC, name LIMIT {TOP}",
    )
    others = _counted(
        view,
        "SELECT NULL AS key, min(name) AS name, count(*) AS n FROM records"
        " WHERE kind = 'statement' AND speaker IS NULL AND name_key IS NOT NULL GROUP BY name_key"
        f" ORDER BY n DESC, name LIMIT {TOP}",
    )
    return tuple(sorted((*known, *others), key=lambda c: (-c.count, c.name)))[:TOP]


def places(view: Narrowed) -> tuple[Count, ...]:
    """The most named places in the articles in view, spellings taken together, each as it is printed most
    often."""
    where, values = ("", []) if view.whole else view.articles()
    inside = where and f" AND article IN (SELECT a.id FROM articles a WHERE {where})"
    return _counted(
        view,
        "SELECT key, n, (SELECT place FROM records WHERE kind = 'name' AND place_key = key"
        "  GROUP BY place ORDER BY count(*) DESC, length(place), place LIMIT 1) AS name"
        " FROM (SELECT place_key AS key, count(*) AS n FROM records"
        f"  WHERE kind = 'name' AND place_key IS NOT NULL{inside}"
        f"  GROUP BY place_key ORDER BY n DESC, key LIMIT {TOP})",
        values,
    )


LISTS: dict[str, Callable[[Narrowed], tuple[Count, ...]]] = {
    "outlets": outlets, "speakers": speakers, "places": places,
}  # fmt: skip


def _acts(view: Narrowed) -> dict[str, int]:
    where, values = view.records("statement")
    rows = view.store.rows(
        # The kind stands in it as a word, or SQLite could not know that the index of speakers holds them all;
        # «+» keeps a narrowed view off the index of acts, which knows neither outlet nor days.
        f"SELECT act, count(*) AS n FROM records r WHERE act IS NOT NULL AND r.kind = 'statement'"
        f" AND {where} GROUP BY {'' if view.whole else '+'}act ORDER BY n DESC, act",
        values,
    )
    return {row["act"]: row["n"] for row in rows}


def _counted(view: Narrowed, sql: str, values: Sequence[Any] = ()) -> tuple[Count, ...]:
    return tuple(Count(row["name"], row["n"], row["key"]) for row in view.store.rows(sql, values))
