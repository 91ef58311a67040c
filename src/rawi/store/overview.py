"""A story at a glance: counts, period, outlets, who speaks, how much on which day."""

from __future__ import annotations

from datetime import date

from rawi.records import KINDS, Days
from rawi.store.reading import day
from rawi.store.rows import Count, Overview
from rawi.store.sqlite import Store
from rawi.store.stamp import reading_stamp

TOP = 12  # how many of each the overview lists


def overview(store: Store) -> Overview:
    """The story at a glance."""
    whole = store.rows(
        "SELECT count(*) AS n, min(published_from) AS begin, max(published_to) AS end,"
        " max(published_from) AS latest,"
        " sum(published_from IS NULL AND published_to IS NULL) AS undated FROM articles"
    )[0]
    fresh = store.one("SELECT count(*) FROM articles WHERE reader = ?", (reading_stamp(),))
    end = day(whole["end"]) or day(whole["latest"])
    begin = day(whole["begin"])
    counts = store.rows("SELECT kind, count(*) AS n FROM records GROUP BY kind")
    acts = store.rows(
        "SELECT act, count(*) AS n FROM records WHERE act IS NOT NULL GROUP BY act ORDER BY n DESC"
    )
    return Overview(
        articles=whole["n"],
        period=Days(begin, end) if begin or end else None,
        undated=whole["undated"] or 0,
        counts={kind: 0 for kind in KINDS} | {row["kind"]: row["n"] for row in counts},
        outlets=_counted(store, "SELECT outlet AS name, outlet AS key, count(*) AS n FROM articles"
                         " WHERE outlet IS NOT NULL GROUP BY outlet ORDER BY n DESC, name"),
        speakers=_speakers(store),
        places=_named(store, "name", "place"),
        acts={row["act"]: row["n"] for row in acts},
        corrections=store.one("SELECT count(*) FROM corrections WHERE undone IS NULL"),
        stale=whole["n"] - fresh,
    )  # fmt: skip


def volume(store: Store, outlet: str | None = None) -> tuple[tuple[date, int], ...]:
    """How many articles each day saw, oldest first (dated to several days: on the first)."""
    rows = store.rows(
        "SELECT coalesce(published_from, published_to) AS day, count(*) AS n FROM articles"
        " WHERE day IS NOT NULL AND (? IS NULL OR outlet = ?) GROUP BY day ORDER BY day",
        (outlet, outlet),
    )
    return tuple((date.fromisoformat(row["day"]), row["n"]) for row in rows)


def added_since(store: Store, moment: str) -> int:
    """How many articles came in after a moment (ISO 8601, UTC)."""
    return int(store.one("SELECT count(*) FROM articles WHERE added > ?", (moment,)))


def _speakers(store: Store) -> tuple[Count, ...]:
    """Who speaks most: one line for each of those whom people.py tells apart, by their fullest name, and
    one for each name that it does not know."""
    return _counted(
        store,
        "SELECT e.id AS key, coalesce(e.name, min(r.name)) AS name, count(*) AS n FROM records r"
        " LEFT JOIN mentions m ON m.record = r.id AND m.role = 'speaker'"
        " LEFT JOIN entities e ON e.id = m.entity"
        " WHERE r.kind = 'statement' AND r.name_key IS NOT NULL"
        f" GROUP BY coalesce(e.id, r.name_key) ORDER BY n DESC, name LIMIT {TOP}",
    )


def _named(store: Store, kind: str, column: str) -> tuple[Count, ...]:
    """The most frequent names, spellings taken together, each as it is printed most often."""
    return _counted(
        store,
        f"SELECT key, n, (SELECT {column} FROM records WHERE kind = '{kind}' AND {column}_key = key"
        f"  GROUP BY {column} ORDER BY count(*) DESC, length({column}), {column} LIMIT 1) AS name"
        f" FROM (SELECT {column}_key AS key, count(*) AS n FROM records"
        f"  WHERE kind = '{kind}' AND {column}_key IS NOT NULL"
        f"  GROUP BY {column}_key ORDER BY n DESC, key LIMIT {TOP})",
    )


def _counted(store: Store, sql: str) -> tuple[Count, ...]:
    return tuple(Count(row["name"], row["n"], row["key"]) for row in store.rows(sql))
