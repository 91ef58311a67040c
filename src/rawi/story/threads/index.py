"""The derived tables of threads: which words each commitment is about, and which two are one undertaking.

1. topics    the content words of every commitment, so that its like are found without reading all
2. pairs     commitments that state one undertaking (topic.same)
3. leaning   one that names nothing («يؤجل إلى …») goes with the commitment before it
"""

from __future__ import annotations

from datetime import date

from rawi.records import Commitment
from rawi.store.reading import record_of
from rawi.store.schema import Migration
from rawi.store.sqlite import Store
from rawi.store.words import name_key
from rawi.story.derived import Derived
from rawi.story.threads.topic import Topic, leans, same, topic_of

MIGRATIONS = (
    Migration(
        1,
        "undertakings that are one",
        """
CREATE TABLE threads_words (
  word TEXT NOT NULL,
  record TEXT NOT NULL,
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  PRIMARY KEY (word, record)
) WITHOUT ROWID;
CREATE INDEX threads_words_by_article ON threads_words (article);
CREATE TABLE threads_pairs (
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  a_article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  b_article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  score REAL NOT NULL,
  PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX threads_pairs_by_a_article ON threads_pairs (a_article);
CREATE INDEX threads_pairs_by_b_article ON threads_pairs (b_article);
""",
    ),
)

MOST = 60  # candidates compared for one commitment, those with the most words in common first
NEAR = 400  # code points back to the commitment that one without words of its own leans on
LEANING = 0.5  # the score of such a pair: the first to go where a user splits


def update(store: Store, article: str) -> None:
    """Index the article's commitments and pair them with those that state the same undertaking."""
    told = _told(store, article)
    previous: tuple[Commitment, Topic] | None = None
    for row in store.rows(
        "SELECT data FROM records WHERE article = ? AND kind = 'commitment' ORDER BY start",
        (article,),
    ):
        commitment = record_of(row["data"])
        assert isinstance(commitment, Commitment)
        topic = topic_of(commitment, told, _names(store, commitment))
        for other, of in _candidates(store, topic):
            score = same(topic, topic_of(other, of, _names(store, other)))
            if score is not None:
                _keep(store, commitment, other, score)
        store.connection.executemany(
            "INSERT OR IGNORE INTO threads_words (word, record, article) VALUES (?, ?, ?)",
            [(word, commitment.id, article) for word in sorted(topic.words)],
        )
        near = previous is not None and commitment.start - previous[0].end <= NEAR
        if previous is not None and near and leans(topic, previous[1]):
            _keep(store, commitment, previous[0], LEANING)
        previous = commitment, topic


def forget(store: Store, article: str) -> None:
    """Take the article's commitments out."""
    store.connection.execute("DELETE FROM threads_words WHERE article = ?", (article,))
    store.connection.execute(
        "DELETE FROM threads_pairs WHERE a_article = :id OR b_article = :id", {"id": article}
    )


def _names(store: Store, commitment: Commitment) -> frozenset[str]:
    """The words of the names inside a commitment's span."""
    found = store.rows(
        "SELECT text FROM records WHERE article = ? AND kind = 'name' AND start >= ? AND stop <= ?",
        (commitment.article, commitment.start, commitment.end),
    )
    return frozenset(w for row in found for w in name_key(row["text"]).split() if len(w) > 2)


def _told(store: Store, article: str) -> date | None:
    day = store.one("SELECT published_from FROM articles WHERE id = ?", (article,))
    return date.fromisoformat(day) if day else None


def _candidates(store: Store, topic: Topic) -> list[tuple[Commitment, date | None]]:
    """The indexed commitments with the most words in common, each with the day it was told."""
    marks = ",".join("?" * len(topic.words))
    found = store.rows(
        "SELECT r.data, a.published_from AS day FROM"
        f" (SELECT record, count(*) AS shared FROM threads_words WHERE word IN ({marks})"
        "  GROUP BY record ORDER BY shared DESC, record LIMIT ?) w"
        " JOIN records r ON r.id = w.record JOIN articles a ON a.id = r.article",
        (*sorted(topic.words), MOST),
    )
    out = []
    for row in found:
        other = record_of(row["data"])
        assert isinstance(other, Commitment)
        out.append((other, date.fromisoformat(row["day"]) if row["day"] else None))
    return out


def _keep(store: Store, one: Commitment, other: Commitment, score: float) -> None:
    (a, in_a), (b, in_b) = sorted(((one.id, one.article), (other.id, other.article)))
    store.connection.execute(
        "INSERT OR IGNORE INTO threads_pairs (a, b, a_article, b_article, score)"
        " VALUES (?, ?, ?, ?, ?)",
        (a, b, in_a, in_b, score),
    )


DERIVED = Derived("threads", version=1, migrations=MIGRATIONS, update=update, forget=forget)
