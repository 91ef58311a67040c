"""The timeline's tables: every telling, and which tellings are of one happening.

Two tellings of different articles, or of one, are of one happening when

    1. their days meet: equal, or one's lie within the other's
    2. both are of what happened, or both of what is to come (plans and deadlines)
    3. of the shorter one's content words, SAME are in the other, and LEAST at least; the words of dates
       and of the dateline do not count

or when both are commitments that the threads take for one undertaking, with one last day to come: a
deadline stands once, in however many words it is told.

They are found through the rarest words of the telling, so adding an article costs its own tellings and
what shares words with them, not the whole story.
"""

from __future__ import annotations

from rawi.arabic.analysis import analyse
from rawi.arabic.frequencies import key, zipf
from rawi.readers.timex.lexis import entries
from rawi.store import reading
from rawi.store.schema import Migration
from rawi.store.sqlite import Store
from rawi.story.chains.compare import content
from rawi.story.derived import Derived
from rawi.story.threads.near import beside
from rawi.story.threads.state import one_deadline
from rawi.story.threads.steps import days_of
from rawi.story.timeline.groups import mend, regroup, tied
from rawi.story.timeline.tellings import Telling, dateline, tellings

SAME = 0.6  # read off the pairs of 2,000 articles of five outlets: below it topics meet, not happenings
COARSE = 0.7  # the same for a month or a year, into which more happenings fall
LEAST = 4  # content words in common
RARE = 6  # of its rarest words are looked up
MOST = 200  # candidates compared for one telling

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
  weight REAL NOT NULL,
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
  score REAL NOT NULL,
  PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX timeline_pairs_by_b ON timeline_pairs (b);
""",
    ),
    Migration(
        2,
        "what sorts the tellings is read without their words",
        """
CREATE INDEX timeline_tellings_short ON timeline_tellings
  (status, article, start, stop, day_from, day_to, kind, record, weight);
""",
    ),
    Migration(
        3,
        "entries are kept, not put together for every page",
        """
DROP INDEX timeline_tellings_short;
CREATE TABLE timeline_entries (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  article TEXT NOT NULL,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  record TEXT NOT NULL,
  day_from TEXT NOT NULL,
  day_to TEXT NOT NULL,
  status TEXT NOT NULL,
  weight REAL NOT NULL,
  outlets INTEGER NOT NULL,
  shown INTEGER NOT NULL
);
CREATE INDEX timeline_entries_by_day ON timeline_entries
  (day_from, day_to, article, start, stop, record);
CREATE INDEX timeline_entries_by_weight ON timeline_entries (weight DESC);
ALTER TABLE timeline_tellings ADD COLUMN entry INTEGER;
CREATE INDEX timeline_tellings_by_entry ON timeline_tellings (entry);
CREATE INDEX timeline_tellings_of_article ON timeline_tellings (article, start, stop, entry);
""",
    ),
)


def update(store: Store, article_id: str) -> None:
    """Take in an article's tellings and pair them with those of the same happenings."""
    made = [
        _add(store, article_id, telling) for telling in tellings(reading.reading(store, article_id))
    ]
    regroup(store, [n for n in made if n is not None])


def forget(store: Store, article_id: str) -> None:
    """Take an article's tellings out; their words and pairs go with them, and what told the same with them
    is put together anew."""
    connection = store.connection
    own = {
        row["n"]
        for row in store.rows("SELECT n FROM timeline_tellings WHERE article = ?", (article_id,))
    }
    around = tied(store, own) - own
    connection.execute(
        "DELETE FROM timeline_entries WHERE n IN"
        " (SELECT entry FROM timeline_tellings WHERE article = ?)",
        (article_id,),
    )
    connection.execute("DELETE FROM timeline_tellings WHERE article = ?", (article_id,))
    regroup(store, around)


def _add(store: Store, article_id: str, telling: Telling) -> int | None:
    """The number of a telling that is new in the story; None where its record was told already."""
    words = _words(telling.span.text)
    rare = sorted(words, key=lambda w: (zipf(key(w)), w))[: 2 * RARE]
    cursor = store.connection.execute(
        "INSERT OR IGNORE INTO timeline_tellings (article, start, stop, text, day_from, day_to, status,"
        " kind, record, weight, words) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article_id, telling.span.start, telling.span.end, telling.span.text,
            telling.begin.isoformat(), telling.end.isoformat(), telling.status, telling.kind,
            telling.record, telling.weight, " ".join(sorted(words)),
        ),
    )  # fmt: skip
    if not cursor.rowcount:
        return None
    mine = cursor.lastrowid
    for other, theirs in _candidates(store, telling, rare):
        score = _same(telling, words, theirs[0], theirs[1], frozenset(theirs[2].split()))
        if score:
            store.connection.execute(
                "INSERT OR IGNORE INTO timeline_pairs (a, b, score) VALUES (?, ?, ?)",
                (other, mine, score),
            )
    if telling.kind == "commitment" and telling.status != "happened":
        _tie_undertaking(store, mine, article_id, telling)
    store.connection.executemany(
        "INSERT OR IGNORE INTO timeline_words (word, telling) VALUES (?, ?)",
        [(word, mine) for word in rare],
    )
    return mine


def _tie_undertaking(store: Store, mine: int | None, article_id: str, telling: Telling) -> None:
    """Pair the telling of a deadline with those of the same undertaking that name the same deadline, more
    or less exactly."""
    own = store.one(
        "SELECT deadline FROM threads_steps WHERE article = ? AND record = ? AND deadline IS NOT NULL",
        (article_id, telling.record),
    )
    mine_days = days_of(own)
    for record, article, days in beside(store, article_id, telling.record):
        if mine_days is None or days is None or not one_deadline(mine_days, days):
            continue
        store.connection.execute(
            "INSERT OR REPLACE INTO timeline_pairs (a, b, score)"
            " SELECT n, ?, 1.0 FROM timeline_tellings WHERE article = ? AND record = ? AND n <> ?"
            "  AND status <> 'happened'",
            (mine, article, record, mine),
        )


def _candidates(
    store: Store, telling: Telling, rare: list[str]
) -> list[tuple[int, tuple[str, str, str]]]:
    """(number, (first day, last day, words)) of tellings that share rare words and meet in time."""
    marks = ",".join("?" * len(rare))
    rows = store.rows(
        "SELECT t.n, t.day_from, t.day_to, t.words, count(*) AS shared FROM timeline_words w"
        f" JOIN timeline_tellings t ON t.n = w.telling WHERE w.word IN ({marks})"
        " AND t.day_from <= ? AND t.day_to >= ? AND (t.status = 'happened') = ?"
        " GROUP BY t.n HAVING shared >= 2 ORDER BY shared DESC, t.article, t.start LIMIT ?",
        (
            *rare,
            telling.end.isoformat(),
            telling.begin.isoformat(),
            telling.status == "happened",
            MOST,
        ),
    )
    return [(r["n"], (r["day_from"], r["day_to"], r["words"])) for r in rows]


def _words(text: str) -> frozenset[str]:
    """The content words of a telling, without those of dates and of the dateline («دبي (وكالة) --»)."""
    tokens = analyse(text[dateline(text) :]).tokens
    return content(t for t in tokens if t.kind == "word" and t.norm not in entries())


def _same(
    telling: Telling, words: frozenset[str], begin: str, end: str, theirs: frozenset[str]
) -> float:
    """The share of the shorter telling's words in the other where both are of one happening, else 0."""
    mine = telling.begin.isoformat(), telling.end.isoformat()
    inside = (mine[0] <= begin and end <= mine[1]) or (begin <= mine[0] and mine[1] <= end)
    shared = len(words & theirs)
    if not inside or shared < LEAST:
        return 0.0
    exact = mine == (begin, end) and mine[0] == mine[1]
    share = shared / min(len(words), len(theirs))
    return round(share, 4) if share >= (SAME if exact else COARSE) else 0.0


DERIVED = Derived(
    "timeline", version=5, migrations=MIGRATIONS, update=update, forget=forget, mend=mend
)
