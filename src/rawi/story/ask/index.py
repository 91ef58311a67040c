"""What a question is held against: every sentence of every article, as stems and as a vector.

Derived tables: `ask_sentences` (place, stems, eight-bit vector) with a full-text index over the stems.
Vectors of a whole story are kept in memory, one matrix a story, and read anew when the story has changed.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rawi.arabic.analysis import analyse
from rawi.arabic.vectors import SIZE, vector
from rawi.store.reading import article as article_of
from rawi.store.schema import Migration
from rawi.store.sqlite import Store
from rawi.story.ask.stem import stems
from rawi.story.derived import Derived

MIGRATIONS = (
    Migration(
        1,
        "sentences to be asked",
        """
CREATE TABLE ask_sentences (
  n INTEGER PRIMARY KEY,
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  stems TEXT NOT NULL,
  vector BLOB NOT NULL,
  model BLOB
);
CREATE INDEX ask_sentences_by_article ON ask_sentences (article);
CREATE VIRTUAL TABLE ask_search USING fts5 (
  stems, content = 'ask_sentences', content_rowid = 'n', tokenize = 'ascii'
);
CREATE TRIGGER ask_in AFTER INSERT ON ask_sentences BEGIN
  INSERT INTO ask_search (rowid, stems) VALUES (new.n, new.stems);
END;
CREATE TRIGGER ask_out AFTER DELETE ON ask_sentences BEGIN
  INSERT INTO ask_search (ask_search, rowid, stems) VALUES ('delete', old.n, old.stems);
END;
CREATE VIRTUAL TABLE ask_words USING fts5vocab (ask_search, row);
""",
    ),
    Migration(
        2, "what the model said is not kept", "ALTER TABLE ask_sentences DROP COLUMN model;\n"
    ),
)

LEAST = 3  # stems: shorter sentences are headings and formulas, and answer nothing
_SCALE = 127.0


def update(store: Store, article_id: str) -> None:
    """Take the sentences of one article in: title and body, each once."""
    article = article_of(store, article_id)
    analysis = analyse(article.text)
    areas = [(s.start, s.end) for s in (*filter(None, [article.title]), *article.body)]
    rows = []
    for s in analysis.sentences:
        if not any(start < s.end and s.start < end for start, end in areas):
            continue
        tokens = analysis.tokens[s.first : s.last]
        found = stems(tokens)
        if len(found) < LEAST:
            continue
        packed = np.round(vector(tokens) * _SCALE).astype(np.int8).tobytes()
        rows.append((article_id, s.start, s.end, " ".join(found), packed))
    store.connection.executemany(
        "INSERT INTO ask_sentences (article, start, stop, stems, vector) VALUES (?, ?, ?, ?, ?)",
        rows,
    )


def forget(store: Store, article_id: str) -> None:
    """Take them out."""
    store.connection.execute("DELETE FROM ask_sentences WHERE article = ?", (article_id,))


@dataclass(frozen=True, slots=True)
class Matrix:
    """Every sentence's vector: row k belongs to sentence `numbers[k]`."""

    numbers: NDArray[np.int64]
    vectors: NDArray[np.int8]


def matrix(store: Store) -> Matrix:
    """The vectors of the whole story, from memory where the story has not changed since."""
    return store.memory.recall("ask vectors", lambda: _matrix(store))


def _matrix(store: Store) -> Matrix:
    numbers, flat = array("q"), bytearray()
    cursor = store.connection.cursor()
    cursor.row_factory = None  # plain tuples: half the time
    for number, packed in cursor.execute("SELECT n, vector FROM ask_sentences ORDER BY n"):
        numbers.append(number)
        flat += packed
    vectors = np.frombuffer(bytes(flat), np.int8).reshape(len(numbers), SIZE)
    return Matrix(np.array(numbers, np.int64), vectors)


DERIVED = Derived("ask", version=2, migrations=MIGRATIONS, update=update, forget=forget)
