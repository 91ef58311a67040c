"""The timeline's tables: every telling, and which tellings are of one happening.

Two tellings of different articles, or of one, are of one happening when

    1. their days meet: equal, or one's lie within the other's
    2. both are of what happened or is planned, or both are deadlines
    3. of the shorter one's content words, SAME are in the other, and LEAST at least

They are found through the rarest words of the telling, so adding an article costs its own tellings and
what shares words with them, not the whole story.
"""

from __future__ import annotations

from rawi.arabic.analysis import analyse
from rawi.arabic.frequencies import key, zipf
from rawi.store import reading
from rawi.store.schema import Migration
from rawi.store.sqlite import Store
from rawi.story.chains.compare import content
from rawi.story.derived import Derived
from rawi.story.timeline.tellings import Telling, tellings

SAME = 0.5  # read off the pairs of 2,000 articles of five outlets: below it topics meet, not happenings
COARSE = 0.6  # the same for a month or a year, into which more happenings fall
LEAST = 4  # content words in common
RARE = 6  # of its rarest words are looked up
MOST = 60  # candidates compared for one telling

MIGRATIONS = (
    Migration(
        1,
        "tellings and pairs of them",
        """
CREATE TABLE timeline_tellings (
  n INTEGER PRIMARY KEY,
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  text TEXT NOT NULL,
  day_from TEXT NOT NULL,
  day_to TEXT NOT NULL,
  status TEXT NOT NULL,
  kind TEXT NOT NULL,
  record TEXT NOT NULL,
  lead INTEGER NOT NULL,
  words TEXT NOT NULL,
  UNIQUE (article, record)
);
CREATE INDEX timeline_tellings_by_day ON timeline_tellings (day_from);
CREATE TABLE timeline_words (
  word TEXT NOT NULL,
  telling INTEGER NOT NULL REFERENCES timeline_tellings (n) ON DELETE CASCADE,
  PRIMARY KEY (word, telling)
) WITHOUT ROWID;
CREATE INDEX timeline_words_by_telling ON timeline_words (telling);
CREATE TABLE timeline_pairs (
  a INTEGER NOT NULL REFERENCES timeline_tellings (n) ON DELETE CASCADE,
  b INTEGER NOT NULL REFERENCES timeline_tellings (n) ON DELETE CASCADE,
  PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX timeline_pairs_by_b ON timeline_pairs (b);
""",
    ),
)


def update(store: Store, article_id: str) -> None:
    """Take in an article's tellings and pair them with those of the same happenings."""
    for telling in tellings(reading.reading(store, article_id)):
        _add(store, article_id, telling)


def forget(store: Store, article_id: str) -> None:
    """Take an article's tellings out; their words and pairs go with them."""
    store.connection.execute("DELETE FROM timeline_tellings WHERE article = ?", (article_id,))


def _add(store: Store, article_id: str, telling: Telling) -> None:
    words = content(analyse(telling.span.text).tokens)
    rare = sorted(words, key=lambda w: (zipf(key(w)), w))[: 2 * RARE]
    cursor = store.connection.execute(
        "INSERT OR IGNORE INTO timeline_tellings (article, start, stop, text, day_from, day_to, status,"
        " kind, record, lead, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article_id, telling.span.start, telling.span.end, telling.span.text,
            telling.begin.isoformat(), telling.end.isoformat(), telling.status, telling.kind,
            telling.record, telling.lead, " ".join(sorted(words)),
        ),
    )  # fmt: skip
    if not cursor.rowcount:
        return
    mine = cursor.lastrowid
    for other, theirs in _candidates(store, telling, rare):
        if _same(telling, words, theirs[0], theirs[1], set(theirs[2].split())):
            store.connection.execute(
                "INSERT OR IGNORE INTO timeline_pairs (a, b) VALUES (?, ?)", (other, mine)
            )
    store.connection.executemany(
        "INSERT OR IGNORE INTO timeline_words (word, telling) VALUES (?, ?)",
        [(word, mine) for word in rare],
    )


def _candidates(
    store: Store, telling: Telling, rare: list[str]
) -> list[tuple[int, tuple[str, str, str]]]:
    """(number, (first day, last day, words)) of tellings that share rare words and meet in time."""
    marks = ",".join("?" * len(rare))
    rows = store.rows(
        "SELECT t.n, t.day_from, t.day_to, t.words, count(*) AS shared FROM timeline_words w"
        f" JOIN timeline_tellings t ON t.n = w.telling WHERE w.word IN ({marks})"
        " AND t.day_from <= ? AND t.day_to >= ? AND (t.status = 'deadline') = ?"
        " GROUP BY t.n HAVING shared >= 2 ORDER BY shared DESC, t.article, t.start LIMIT ?",
        (
            *rare,
            telling.end.isoformat(),
            telling.begin.isoformat(),
            telling.status == "deadline",
            MOST,
        ),
    )
    return [(r["n"], (r["day_from"], r["day_to"], r["words"])) for r in rows]


def _same(telling: Telling, words: set[str], begin: str, end: str, theirs: set[str]) -> bool:
    """Whether two tellings are of one happening."""
    mine = telling.begin.isoformat(), telling.end.isoformat()
    inside = (mine[0] <= begin and end <= mine[1]) or (begin <= mine[0] and mine[1] <= end)
    shared = len(words & theirs)
    if not inside or shared < LEAST:
        return False
    exact = mine == (begin, end) and mine[0] == mine[1]
    return shared >= (SAME if exact else COARSE) * min(len(words), len(theirs))


DERIVED = Derived("timeline", version=1, migrations=MIGRATIONS, update=update, forget=forget)
