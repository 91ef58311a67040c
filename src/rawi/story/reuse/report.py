"""Copied passages as users see them, and how many independent sources stand behind a piece of evidence."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from rawi.errors import UsageError, said
from rawi.records import Span
from rawi.store.reading import article_rows
from rawi.store.rows import ArticleRow, Page
from rawi.store.sqlite import Store
from rawi.story.reuse.credit import key

OVERLAP = 0.5  # of the evidence must lie in a copied passage for the evidence to count as copied


@dataclass(frozen=True, slots=True)
class Side:
    """One end of a shared passage."""

    article: ArticleRow
    span: Span


@dataclass(frozen=True, slots=True)
class Reuse:
    """One passage in two articles.

    `kind`: copy | background (an outlet repeats itself) | quotation (both quote the same words).
    `a` is the earlier where `ordered` is true; else nothing is known of who was first. `credited` says
    whether the later one names the earlier or its outlet (None where the order is unknown).
    """

    id: str
    kind: str
    a: Side
    b: Side
    words: int  # equal words, in the same order
    share: float  # Dice's share of them, 0 to 1
    ordered: bool
    credited: bool | None
    credit: Span | None


KINDS = ("copy", "background", "quotation")


def reuse(
    store: Store, *, article: str | None = None, kind: str | None = None, other: str | None = None,
    least_words: int = 0, limit: int = 50, offset: int = 0,
) -> Page[Reuse]:  # fmt: skip
    """One page of the shared passages, longest first.

    `article` keeps those that touch one article, `other` (with it) those it shares with that one, `kind`
    one of KINDS, `least_words` those with at least so many equal words.
    """
    if kind is not None and kind not in KINDS:
        raise UsageError(
            said("there is no kind of reuse called {!r}", kind),
            hint=said("one of {}", ", ".join(KINDS)),
        )
    tests, values = ["words >= :least"], {"least": least_words}
    for column in filter(None, (article, other)):
        name = f"v{len(values)}"
        tests.append(f"(a_article = :{name} OR b_article = :{name})")
        values[name] = column
    if kind:
        tests.append("kind = :kind")
        values["kind"] = kind
    where = " AND ".join(tests)
    total = store.one(f"SELECT count(*) FROM reuse WHERE {where}", values)
    rows = store.rows(
        f"SELECT * FROM reuse WHERE {where} ORDER BY words DESC, id LIMIT :limit OFFSET :offset",
        values | {"limit": limit, "offset": offset},
    )
    heads = article_rows(store, sorted({r[c] for r in rows for c in ("a_article", "b_article")}))
    texts = {i: store.one("SELECT text FROM articles WHERE id = ?", (i,)) for i in heads}

    def side(row: sqlite3.Row, which: str) -> Side:
        name = row[f"{which}_article"]
        return Side(heads[name], Span.of(texts[name], row[f"{which}_start"], row[f"{which}_end"]))

    def credit(row: sqlite3.Row) -> Span | None:
        if row["credit_start"] is None:
            return None
        return Span.of(texts[row["b_article"]], row["credit_start"], row["credit_end"])

    return Page(
        tuple(
            Reuse(
                row["id"], row["kind"], side(row, "a"), side(row, "b"), row["words"], row["share"],
                bool(row["ordered"]), None if row["credited"] is None else bool(row["credited"]),
                credit(row),
            )
            for row in rows
        ),
        total,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Flow:
    """How much one outlet took from another: passages and equal words of them, and how many it credited."""

    source: str | None
    taker: str | None
    passages: int
    words: int
    credited: int


def flows(store: Store) -> tuple[Flow, ...]:
    """Who copied from whom, where it is known who was first; the most words first."""
    rows = store.rows(
        "SELECT a.outlet AS source, b.outlet AS taker, count(*) AS passages, sum(r.words) AS words,"
        " sum(coalesce(r.credited, 0)) AS credited FROM reuse r"
        " JOIN articles a ON a.id = r.a_article JOIN articles b ON b.id = r.b_article"
        " WHERE r.kind = 'copy' AND r.ordered GROUP BY a.outlet, b.outlet ORDER BY words DESC, 1, 2"
    )
    return tuple(Flow(*row) for row in rows)


@dataclass(frozen=True, slots=True)
class Independence:
    """Who stands behind some evidence: how many outlets, how many independent sources, and the groups.

    Each group is a set of article ids that count as one source, with `reasons` saying why two were joined.
    `unknown` articles of no known outlet or agency belong to no group that has one; they may be copies of
    anything, so they confirm nothing: they are in neither number, and alone they make one source.
    """

    outlets: int
    sources: int
    unknown: int
    groups: tuple[tuple[str, ...], ...]
    reasons: tuple[tuple[str, str, str], ...]


def independence(store: Store, evidence: Iterable[tuple[str, int, int]]) -> Independence:
    """How many independent sources stand behind evidence given as (article id, start, end).

    Two articles count as one source when (1) they are of one outlet, (2) the evidence of one was copied
    from the other, (3) one credits the other's outlet, or (4) both credit the same agency. An article of
    which neither is known is counted apart.
    """
    return independences(store, [evidence])[0]


def independences(
    store: Store, evidences: Iterable[Iterable[tuple[str, int, int]]]
) -> list[Independence]:
    """`independence` of each of several pieces of evidence, for what one of them costs to look up."""
    several = []
    for evidence in evidences:
        spans: dict[str, list[tuple[int, int]]] = {}
        for article, start, end in evidence:
            spans.setdefault(article, []).append((start, end))
        several.append(spans)
    ids = json.dumps(sorted({article for spans in several for article in spans}))
    names = {
        r["id"]: (key(r["outlet"]), key(r["credited"]))
        for r in store.rows(
            "SELECT id, outlet, credited FROM articles WHERE id IN (SELECT value FROM json_each(?))",
            (ids,),
        )
    }
    copied: dict[tuple[str, str], list[sqlite3.Row]] = {}
    for row in store.rows(
        "SELECT a_article, a_start, a_end, b_article, b_start, b_end FROM reuse"
        " WHERE kind <> 'quotation' AND a_article IN (SELECT value FROM json_each(:ids))"
        " AND b_article IN (SELECT value FROM json_each(:ids))",
        {"ids": ids},
    ):
        copied.setdefault((row["a_article"], row["b_article"]), []).append(row)
    return [_independence(spans, names, copied) for spans in several]


def _independence(
    spans: dict[str, list[tuple[int, int]]], names: dict[str, tuple[str, str]],
    copied: dict[tuple[str, str], list[sqlite3.Row]],
) -> Independence:  # fmt: skip
    present = sorted(i for i in spans if i in names)
    group = {i: i for i in present}
    reasons: list[tuple[str, str, str]] = []

    def root(i: str) -> str:
        while group[i] != i:
            group[i] = group[group[i]]
            i = group[i]
        return i

    def join(i: str, j: str, why: str) -> None:
        one, two = sorted((root(i), root(j)))
        if one != two:
            group[two] = one
            reasons.append((i, j, why))

    pairs = [(i, j) for n, i in enumerate(present) for j in present[n + 1 :]]
    for i, j in pairs:
        why = _joined(names[i], names[j])
        if why:
            join(i, j, why)
    for pair in pairs:
        for i, j in (pair, pair[::-1]):
            for row in copied.get((i, j), ()):
                if _inside(spans[i], row["a_start"], row["a_end"]) and _inside(
                    spans[j], row["b_start"], row["b_end"]
                ):
                    join(i, j, "copied")
    groups: dict[str, list[str]] = {}
    for i in present:
        groups.setdefault(root(i), []).append(i)
    outlets = {names[i][0] for i in present} - {""}
    unknown = [g for g in groups.values() if not any(any(names[i]) for i in g)]
    sources = max(len(groups) - len(unknown), min(len(unknown), 1))
    return Independence(
        len(outlets), sources, sum(map(len, unknown)), tuple(map(tuple, groups.values())),
        tuple(reasons),
    )  # fmt: skip


def _joined(a: tuple[str, str], b: tuple[str, str]) -> str | None:
    if a[0] and a[0] == b[0]:
        return "same outlet"
    if (a[0] and a[0] == b[1]) or (b[0] and b[0] == a[1]):
        return "credited"
    if a[1] and a[1] == b[1]:
        return "same agency"
    return None


def _inside(spans: list[tuple[int, int]], start: int, end: int) -> bool:
    return any(
        min(e, end) - max(s, start) >= OVERLAP * min(e - s, end - start)
        for s, e in spans
        if min(e, end) > max(s, start)
    )


def taken(store: Store) -> dict[str, list[tuple[int, int]]]:
    """By article, the stretches (start, end) that it took from an earlier one: they confirm nothing."""
    out: dict[str, list[tuple[int, int]]] = {}
    for row in store.rows(
        "SELECT b_article, b_start, b_end FROM reuse WHERE ordered AND kind <> 'quotation'"
    ):
        out.setdefault(row["b_article"], []).append((row["b_start"], row["b_end"]))
    return out
