"""The tellings of one undertaking that the pairs show without the grouping of a whole story."""

from __future__ import annotations

from rawi.records import Days
from rawi.store.sqlite import Store
from rawi.story.threads.steps import days_of


def beside(store: Store, article: str, record: str) -> list[tuple[str, str, Days | None]]:
    """(record, article, deadline) of the commitments that are one undertaking with one of an article.

    An article's own pairs are followed as far as they go («ينتهي الانسحاب» leans on what it told before),
    those between articles once: so which they are does not hang on the order in which articles came.
    """
    own = {
        row["part"]
        for row in store.rows(
            "SELECT part FROM threads_steps WHERE article = ? AND record = ?", (article, record)
        )
    }
    mine = _with_own(store, own)
    found = _with_own(store, mine | _paired(store, mine))
    rows = (
        store.rows("SELECT record, article, deadline FROM threads_steps WHERE part = ?", (part,))
        for part in sorted(found - own)
    )
    return [(r["record"], r["article"], days_of(r["deadline"])) for (r,) in rows]


def _with_own(store: Store, parts: set[str]) -> set[str]:
    """Parts with all that pairs inside their own articles tie to them, however far."""
    found, new = set(parts), set(parts)
    while new:
        new = {p for p in _paired(store, new, inside=True) if p not in found}
        found |= new
    return found


def _paired(store: Store, parts: set[str], *, inside: bool = False) -> set[str]:
    """The parts that stand in a pair with some of these; `inside`: with one of the same article."""
    found: set[str] = set()
    for part in parts:
        for row in store.rows(
            "SELECT b AS part, a_article = b_article AS own FROM threads_pairs WHERE a = :part"
            " UNION ALL SELECT a, a_article = b_article FROM threads_pairs WHERE +b = :part"
            "  AND b_article = (SELECT article FROM threads_steps WHERE part = :part)",
            {"part": part},
        ):
            if row["own"] or not inside:
                found.add(row["part"])
    return found
