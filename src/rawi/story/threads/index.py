"""The derived tables of threads: which words each commitment is about, and which two are one undertaking.

1. topics    the content words of every undertaking (a commitment, or an action joined to its first),
             so that its like are found without reading all; `part` names it (topic.parts)
   steps     what sorts and finds them without their records (steps.py)
2. pairs     commitments that state one undertaking (sameness.same)
3. leaning   one that names nothing («يؤجل إلى …», «نجحت في ذلك») goes with the commitment before it, and
             so does what became of «المحادثات» in the same sentence
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import numpy as np

from rawi.arabic.analysis import analyse
from rawi.arabic.letters import fold
from rawi.records import Commitment
from rawi.store.schema import Migration
from rawi.store.sqlite import Store
from rawi.store.words import name_key
from rawi.story.derived import Derived
from rawi.story.threads import steps
from rawi.story.threads.sameness import same
from rawi.story.threads.sides import Named, bearing, sides_of
from rawi.story.threads.steps import commitments_of
from rawi.story.threads.topic import LEANING, Topic, bare, leans, parts, topic_of

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
    Migration(
        2,
        "topics are kept; a part of a commitment is an undertaking of its own",
        """
CREATE TABLE threads_topics (
  part TEXT PRIMARY KEY,
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  words TEXT NOT NULL,
  deed TEXT NOT NULL,
  meaning BLOB NOT NULL,
  deadline TEXT,
  told TEXT,
  status TEXT,
  names TEXT NOT NULL,
  around TEXT NOT NULL,
  exact INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX threads_topics_by_article ON threads_topics (article);
""",
    ),
    Migration(
        3,
        "what sorts and finds the steps is kept beside their records",
        """
CREATE TABLE threads_steps (
  part TEXT PRIMARY KEY,
  record TEXT NOT NULL,
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  said TEXT,
  basis TEXT,
  status TEXT,
  deadline TEXT,
  wording TEXT NOT NULL,
  parties TEXT NOT NULL,
  words TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX threads_steps_by_article ON threads_steps (article);
CREATE TABLE threads_waiting (
  article TEXT PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE
) WITHOUT ROWID;
INSERT INTO threads_waiting SELECT DISTINCT r.article FROM records r
  JOIN derived d ON d.article = r.article AND d.module = 'threads' WHERE r.kind = 'commitment';
""",
    ),
    Migration(
        4,
        "whose deed an undertaking is",
        "ALTER TABLE threads_topics ADD COLUMN sides TEXT NOT NULL DEFAULT ''",
    ),
)

_STOPS = frozenset(".؟!\n")
MOST = 60  # candidates compared for one commitment, those with the most words in common first
BREATH = 60  # code points from an undertaking to «مبينا أن "المحادثات … تأخرت"» in its sentence
NEAR = 400  # code points back to the commitment that one without words of its own leans on


def update(store: Store, article: str) -> None:
    """Index the article's undertakings and pair them with those that are the same."""
    found = commitments_of(store, article)
    if not found:
        return
    steps.index(store, article, found)
    told = _told(store, article)
    names = _names(store, article)
    around = frozenset(w for name in names for w in _words(name))
    bearers = bearing(names)
    spoken = steps.statements_of(store, found)
    text = store.one("SELECT text FROM articles WHERE id = ?", (article,)) or ""
    previous: tuple[Commitment, Topic] | None = None
    made: list[Topic] = []
    pointing: set[str] = set()  # parts whose deed is said of «ه»: what was told before
    for commitment in found:
        own: Topic | None = None  # the commitment's first action
        sides = sides_of(commitment, spoken.get(commitment.statement or ""), names, bearers)
        for part, span in parts(commitment):
            inside = frozenset(
                w for name in names if span.start <= name.start and name.end <= span.end
                for w in _words(name)
            )  # fmt: skip
            topic = topic_of(commitment, part, told, inside, around, sides)
            for other in _candidates(store, topic):
                score = same(topic, other)
                if score is not None:
                    _keep(store, topic, other, score)
            _index(store, topic)
            made.append(topic)
            if _of_it(commitment):
                pointing.add(topic.part)
            near = previous is not None and commitment.start - previous[0].end <= NEAR
            if own is not None and bare(topic):
                _keep(store, topic, own, LEANING)  # «إنهاء …، ووضع جدول زمني»
            elif previous is not None and near and (
                (leans(topic, previous[1]) and "\n" not in text[previous[0].end : commitment.start])
                or _speaks_of_it(commitment, previous[0], text)
            ):
                _keep(store, topic, previous[1], LEANING)
            own = own or topic
            previous = commitment, topic
    for topic in made:
        other = _named_in_full(topic, made, behind=topic.part not in pointing)
        if bare(topic) and topic.deed and other is not None:
            _keep(store, topic, other, LEANING)


def forget(store: Store, article: str) -> None:
    """Take the article's undertakings out."""
    steps.forget(store, article)
    store.connection.execute("DELETE FROM threads_words WHERE article = ?", (article,))
    store.connection.execute("DELETE FROM threads_topics WHERE article = ?", (article,))
    store.connection.execute(
        "DELETE FROM threads_pairs WHERE a_article = :id OR b_article = :id", {"id": article}
    )


def _of_it(commitment: Commitment) -> bool:
    """Whether the action is a deed done to what was told before: «بافتتاحه»."""
    tokens = analyse(commitment.action.text).tokens if commitment.action is not None else ()
    return len(tokens) == 1 and bool(tokens[0].enclitic)


def _named_in_full(topic: Topic, topics: list[Topic], *, behind: bool) -> Topic | None:
    """What «القمة», «الانسحاب» alone stands for: the undertaking of that deed that its article names in
    full, the nearest before it, else the nearest `behind`."""
    at = topics.index(topic)
    alike = [k for k, t in enumerate(topics) if t.deed == topic.deed and not bare(t)]
    later = min(alike, default=None) if behind else None
    nearest = max((k for k in alike if k < at), default=later)
    return topics[nearest] if nearest is not None else None


def _speaks_of_it(commitment: Commitment, previous: Commitment, text: str) -> bool:
    """Whether what became of a thing with the article («المحادثات … تأخرت») is said in one breath with the
    undertaking before, which is what the thing is about."""
    if commitment.basis == "recalled":
        return True
    held = commitment.basis == "held up" and commitment.deadline is None
    action = commitment.action
    return (
        held and action is not None and fold(action.text).startswith("ال")
        and 0 <= commitment.start - previous.end <= BREATH
        and not _STOPS.intersection(text[previous.end : commitment.start])
    )  # fmt: skip


def _told(store: Store, article: str) -> date | None:
    day = store.one("SELECT published_from FROM articles WHERE id = ?", (article,))
    return date.fromisoformat(day) if day else None


def _names(store: Store, article: str) -> list[Named]:
    """The article's names."""
    rows = store.rows(
        "SELECT start, stop, type, text, entity, json_extract(data, '$.role.text') AS role"
        " FROM records WHERE article = ? AND +kind = 'name'",
        (article,),
    )
    return [Named(r["start"], r["stop"], r["type"], r["text"], r["entity"], r["role"] or "") for r in rows]


@lru_cache(maxsize=4_000)
def _words(name: Named) -> frozenset[str]:
    return frozenset(w for w in name_key(name.text).split() if len(w) > 2)


def _index(store: Store, topic: Topic) -> None:
    store.connection.execute(
        "INSERT OR REPLACE INTO threads_topics VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            topic.part, topic.article, " ".join(sorted(topic.words)), topic.deed,
            topic.meaning.astype(np.float32).tobytes(), _iso(topic.deadline), _iso(topic.told),
            topic.status, " ".join(sorted(topic.names)), " ".join(sorted(topic.around)),
            topic.exact, " ".join(sorted(topic.sides)),
        ),
    )  # fmt: skip
    store.connection.executemany(
        "INSERT OR IGNORE INTO threads_words (word, record, article) VALUES (?, ?, ?)",
        [(word, topic.part, topic.article) for word in (*sorted(topic.words), *_by_day(topic))],
    )


def _candidates(store: Store, topic: Topic) -> list[Topic]:
    """The indexed undertakings with the most words in common, one deed by one day counting as a word."""
    words = (*sorted(topic.words), *_by_day(topic))
    marks = ",".join("?" * len(words))
    found = store.rows(
        "SELECT t.* FROM"
        f" (SELECT record, count(*) AS shared FROM threads_words WHERE word IN ({marks})"
        "  GROUP BY record ORDER BY shared DESC, record LIMIT ?) w"
        " JOIN threads_topics t ON t.part = w.record",
        (*words, MOST),
    )
    return [
        Topic(
            r["part"], _set(r["words"]), r["deed"], np.frombuffer(r["meaning"], np.float32),
            _date(r["deadline"]), _date(r["told"]), r["status"], r["article"], _set(r["names"]),
            _set(r["around"]), bool(r["exact"]), _set(r["sides"]),
        )
        for r in found
    ]  # fmt: skip


def _by_day(topic: Topic) -> tuple[str, ...]:
    """What finds the same deed by the same day, however it is worded."""
    return (f"{topic.deed}={_iso(topic.deadline)}",) if topic.deed and topic.deadline else ()


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _date(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None


def _keep(store: Store, one: Topic, other: Topic, score: float) -> None:
    (a, in_a), (b, in_b) = sorted(((one.part, one.article), (other.part, other.article)))
    store.connection.execute(
        "INSERT OR IGNORE INTO threads_pairs (a, b, a_article, b_article, score)"
        " VALUES (?, ?, ?, ?, ?)",
        (a, b, in_a, in_b, score),
    )


DERIVED = Derived(
    "threads", version=11, migrations=MIGRATIONS, update=update, forget=forget, mend=steps.mend
)
