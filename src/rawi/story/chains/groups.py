"""The same statement in several articles is one: pairs of records that report the same words.

A derived table holds a pair for every two statements, of two articles, that say the same:

    1. copied      both stand in one copied passage: the same words, whoever is named
    2. wording     the same speaker (or one of them unnamed), and most words in common
    3. meaning     the same speaker, days that agree, and word vectors close together

Groups are what the pairs connect; they are put together when asked for, so adding an article costs its
own statements and nothing more.
"""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta

import numpy as np

from rawi.arabic.analysis import analyse
from rawi.arabic.vectors import similarity, vector
from rawi.store.schema import Migration
from rawi.store.sqlite import Store
from rawi.story.chains.compare import content
from rawi.story.derived import Derived

MIGRATIONS = (
    Migration(
        1,
        "statements that say the same",
        """
CREATE TABLE chains_pairs (
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  a_article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  b_article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  why TEXT NOT NULL,
  score REAL NOT NULL,
  PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE chains_words USING fts5vocab (record_search, row);
CREATE INDEX chains_pairs_by_b ON chains_pairs (b);
CREATE INDEX chains_pairs_by_a_article ON chains_pairs (a_article);
CREATE INDEX chains_pairs_by_b_article ON chains_pairs (b_article);
""",
    ),
)

# Thresholds read off pairs found in 2,500 articles of five outlets: below them, two sentences of one speaker
# on one topic begin to be taken for one statement.
WORDING = 0.6  # of the shorter statement's content words stand in the other
CONTAINED = (
    0.8  # the same, of a report that only cuts the other short, or where a speaker is not named
)
DICE = 0.55  # of both sides' content words are in common, for reports a few days apart
DICE_FAR, LEAST_WORDS_FAR = 0.75, 6  # the same, and words in common, for reports further apart
LEAST_WORDS = 4  # content words in common: two short sentences of one topic share three by chance
MEANING = 0.86  # cosine of the word vectors
MEANING_WORDS = 0.4  # with at least this share of words
NEAR = 4  # days between two reports of one statement that only meaning joins
FAR = 400  # days within which a wording may be repeated as background
MOST = 40  # candidates compared for one statement
RARE = 6  # of its rarest words are looked up to find them


def update(store: Store, article: str) -> None:
    """Pair the article's statements with those of the other articles that say the same."""
    for row in store.rows(
        "SELECT id, text, start, stop, name_key, entity, day_from, words FROM records"
        " WHERE article = ? AND +kind = 'statement'",
        (article,),
    ):
        tokens = analyse(row["text"]).tokens
        words, meaning = content(tokens), vector(tokens)
        if len(words) < LEAST_WORDS:
            continue
        for other, copied in _candidates(store, article, row):
            verdict = ("copied", 1.0) if copied else _same(row, words, meaning, other)
            if verdict:
                _keep(store, article, row["id"], other, verdict)


def forget(store: Store, article: str) -> None:
    """Take the article's pairs out."""
    store.connection.execute(
        "DELETE FROM chains_pairs WHERE a_article = :id OR b_article = :id", {"id": article}
    )


def group(store: Store, record: str) -> dict[str, str]:
    """The ids of every statement that says the same as this one (itself included) -> why it was joined."""
    found = {record: ""}
    fresh = [record]
    while fresh:
        here = fresh.pop()
        for row in store.rows(
            "SELECT b AS other, why FROM chains_pairs WHERE a = :id"
            " UNION ALL SELECT a, why FROM chains_pairs WHERE b = :id",
            {"id": here},
        ):
            if row["other"] not in found:
                found[row["other"]] = row["why"]
                fresh.append(row["other"])
    return found


def _candidates(store: Store, article: str, row: sqlite3.Row) -> list[tuple[sqlite3.Row, bool]]:
    """Statements of other articles worth comparing, and whether both lie in one copied passage."""
    out: dict[str, tuple[sqlite3.Row, bool]] = {}
    columns = "r.id, r.article, r.text, r.name_key, r.entity, r.day_from"
    # 1. through copied passages
    for passage in store.rows(
        "SELECT a_article AS mine, a_start AS start, a_end AS end, b_article AS theirs,"
        " b_start AS their_start, b_end AS their_end FROM reuse WHERE a_article = :id"
        " UNION ALL SELECT b_article, b_start, b_end, a_article, a_start, a_end FROM reuse"
        " WHERE b_article = :id",
        {"id": article},
    ):
        inside = min(row["stop"], passage["end"]) - max(row["start"], passage["start"])
        if inside < 0.8 * (row["stop"] - row["start"]):
            continue
        share = (row["start"] - passage["start"]) / max(1, passage["end"] - passage["start"])
        around = passage["their_start"] + share * (passage["their_end"] - passage["their_start"])
        near = store.rows(
            f"SELECT {columns}, r.start FROM records r WHERE r.article = ? AND +r.kind = 'statement'"
            " AND r.start >= ? - 5 AND r.stop <= ? + 5 ORDER BY abs(r.start - ?) LIMIT 3",
            (passage["theirs"], passage["their_start"], passage["their_end"], around),
        )
        for other in near:
            mine, theirs = (
                content(analyse(row["text"]).tokens),
                content(analyse(other["text"]).tokens),
            )
            if len(mine & theirs) >= WORDING * max(1, min(len(mine), len(theirs))):
                out[other["id"]] = (other, True)
                break
    # 2. and 3. through the words, the rarest first (the index ranks them)
    wanted = " OR ".join(f'"{w}"' for w in _rarest(store, row["words"]))
    if wanted:
        for other in store.rows(
            f"SELECT {columns} FROM record_search s JOIN records r ON r.n = s.rowid"
            " WHERE record_search MATCH ? AND r.kind = 'statement' AND r.article <> ?"
            " ORDER BY rank LIMIT ?",
            (wanted, article, MOST),
        ):
            out.setdefault(other["id"], (other, False))
    return list(out.values())


def _rarest(store: Store, words: str) -> list[str]:
    """The words of a statement that few other records have: those that find its like quickly."""
    counted = []
    for word in dict.fromkeys(w for w in words.split() if len(w) > 2):
        count = store.one("SELECT doc FROM chains_words WHERE term = ?", (word,)) or 0
        if count > 1:
            counted.append((count, word))
    return [word for _, word in sorted(counted)[:RARE]]


def _same(
    row: sqlite3.Row, words: frozenset[str], meaning: np.ndarray, other: sqlite3.Row
) -> tuple[str, float] | None:
    """Why two statements are one, and how sure that is, or None."""
    speakers = _speakers(row, other)
    apart = _days_apart(row["day_from"], other["day_from"])
    if speakers is False or apart > FAR:
        return None
    tokens = analyse(other["text"]).tokens
    theirs = content(tokens)
    common = len(words & theirs)
    share = common / max(1, min(len(words), len(theirs)))
    if _numbers(words) and _numbers(theirs) and not _numbers(words) & _numbers(theirs):
        return None  # «250 metres» and «180 metres» are two claims
    # 2.
    dice = 2 * common / max(1, len(words) + len(theirs))
    if speakers:
        close = apart <= NEAR and share >= WORDING and dice >= DICE
        short = apart <= 1 and share >= CONTAINED
        again = dice >= DICE_FAR and common >= LEAST_WORDS_FAR
        same = close or short or again
    else:
        same = share >= CONTAINED and dice >= (WORDING if apart <= NEAR else DICE_FAR)
    if same and common >= LEAST_WORDS:
        return "wording", round(share, 3)
    # 3.
    if speakers and apart <= NEAR and share >= MEANING_WORDS and common >= LEAST_WORDS - 1:
        close = similarity(meaning, vector(tokens))
        if close >= MEANING:
            return "meaning", round(close, 3)
    return None


def _numbers(words: frozenset[str]) -> set[str]:
    return {w for w in words if w[:1].isdigit()}


def _speakers(a: sqlite3.Row, b: sqlite3.Row) -> bool | None:
    """True: one speaker; False: two; None: one of them is not named."""
    if not a["name_key"] or not b["name_key"]:
        return None
    one, two = set(a["name_key"].split()), set(b["name_key"].split())
    return one <= two or two <= one


def _days_apart(a: str | None, b: str | None) -> int:
    if not a or not b:
        return 0
    return abs(date.fromisoformat(a) - date.fromisoformat(b)) // timedelta(days=1)


def _keep(
    store: Store, article: str, record: str, other: sqlite3.Row, verdict: tuple[str, float]
) -> None:
    pair = sorted(((record, article), (other["id"], other["article"])))
    store.connection.execute(
        "INSERT OR REPLACE INTO chains_pairs (a, b, a_article, b_article, why, score)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (pair[0][0], pair[1][0], pair[0][1], pair[1][1], *verdict),
    )


DERIVED = Derived("chains", version=2, migrations=MIGRATIONS, update=update, forget=forget)
