"""A story at a glance: counts, period, outlets, who speaks, how much on which day."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from rawi.lexicon import table
from rawi.records import KINDS, Days
from rawi.store.reading import day
from rawi.store.rows import Count, Overview
from rawi.store.scope import Narrowed
from rawi.store.sqlite import Store
from rawi.store.stamp import reading_stamp
from rawi.store.words import name_key

TOP = 12  # how many of each the overview lists


def overview(
    view: Narrowed,
    kinds: Iterable[str] = KINDS,
    known: Mapping[str, tuple[Count, ...]] | None = None,
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


@cache
def _nobody() -> tuple[str, str]:
    """The words of lexicon/no_speakers.tsv as JSON lists: documents; what is nobody where it stands alone."""
    rows = table("no_speakers")
    listed = [sorted(name_key(r["word"]) for r in rows if (r["why"] == "document") is doc)
              for doc in (True, False)]  # fmt: skip
    return json.dumps(listed[0], ensure_ascii=False), json.dumps(listed[1], ensure_ascii=False)


SOMEBODY = (
    "(name_key NOT IN (SELECT value FROM json_each(?)) AND substr(name_key, 1,"
    " instr(name_key || ' ', ' ') - 1) NOT IN (SELECT value FROM json_each(?)))"
)
"""The condition on a name that people.py does not know: it tells somebody, and no document."""


def speakers(view: Narrowed) -> tuple[Count, ...]:
    """Who speaks most: one line for each of those whom people.py tells apart, by their fullest name, and
    one for each name that it does not know, unless that is a document («البيان») or one of many («الشركة»)."""
    if view.whole:
        return _speakers_of_all(view)
    documents, alone = _nobody()
    where, values = view.records("statement")
    return _counted(
        view,
        # Only those that may be among the first are asked for their fullest name.
        "WITH k AS MATERIALIZED (SELECT speaker AS key, min(name) AS name, count(*) AS n FROM records r"
        f" WHERE r.name_key IS NOT NULL AND (speaker IS NOT NULL OR {SOMEBODY})"
        f" AND r.kind = 'statement' AND {where} GROUP BY coalesce(speaker, name_key))"
        " SELECT key, coalesce(e.name, k.name) AS name, n FROM k LEFT JOIN entities e ON e.id = k.key"
        f" WHERE n >= coalesce((SELECT n FROM k ORDER BY n DESC LIMIT 1 OFFSET {TOP - 1}), 0)"
        f" ORDER BY n DESC, name LIMIT {TOP}",
        [alone, documents, *values],
    )


def _speakers_of_all(view: Narrowed) -> tuple[Count, ...]:
    """The same over the whole story, from counts that are kept and an index of those not known."""
    documents, alone = _nobody()
    known = _counted(
        view,
        "SELECT id AS key, name, statements AS n FROM entities WHERE statements > 0"
        f" ORDER BY statements DESC, name LIMIT {TOP}",
    )
    others = _counted(
        view,
        "SELECT NULL AS key, min(name) AS name, count(*) AS n FROM records"
        " WHERE kind = 'statement' AND speaker IS NULL AND name_key IS NOT NULL GROUP BY name_key"
        f" HAVING {SOMEBODY} ORDER BY n DESC, name LIMIT {TOP}",
        (alone, documents),
    )
    return tuple(sorted((*known, *others), key=lambda c: (-c.count, c.name)))[:TOP]


def places(view: Narrowed) -> tuple[Count, ...]:
    """The most named places in the articles in view, names of one place taken together («السعودية»,
    «المملكة») under the name that people.py gives it; spellings alone where it was not asked."""
    if not view.store.rows("SELECT 1 FROM entities WHERE type = 'place' LIMIT 1"):
        return _places_by_spelling(view)
    if view.whole:
        return _counted(
            view,
            "SELECT id AS key, name, mentions AS n FROM entities WHERE type = 'place' AND mentions > 0"
            f" ORDER BY mentions DESC, name LIMIT {TOP}",
        )
    where, values = view.articles()
    return _counted(
        view,
        # «+» keeps it from asking every place for every article: each place's articles are read in one stretch.
        "SELECT e.id AS key, e.name AS name, sum(x.mentions) AS n FROM entities e"
        " CROSS JOIN entity_articles x ON x.entity = e.id WHERE e.type = 'place'"
        f" AND +x.article IN (SELECT a.id FROM articles a WHERE {where})"
        f" GROUP BY e.id ORDER BY n DESC, name LIMIT {TOP}",
        values,
    )


def _places_by_spelling(view: Narrowed) -> tuple[Count, ...]:
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
