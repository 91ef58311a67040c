"""The derived tables of contradictions, one migration after the other."""

from __future__ import annotations

from rawi.store.schema import Migration

MIGRATIONS = (
    Migration(
        1,
        "claims and the pairs that contradict each other",
        """
CREATE TABLE conflicts_items (
  n INTEGER PRIMARY KEY,
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  sort TEXT NOT NULL,
  day INTEGER NOT NULL,
  start INTEGER NOT NULL,
  data TEXT NOT NULL
);
CREATE INDEX conflicts_items_by_article ON conflicts_items (article);
CREATE TABLE conflicts_hooks (
  key TEXT NOT NULL,
  day INTEGER NOT NULL,
  item INTEGER NOT NULL REFERENCES conflicts_items (n) ON DELETE CASCADE,
  PRIMARY KEY (key, day, item)
) WITHOUT ROWID;
CREATE INDEX conflicts_hooks_by_item ON conflicts_hooks (item);
CREATE TABLE conflicts_pairs (
  a INTEGER NOT NULL REFERENCES conflicts_items (n) ON DELETE CASCADE,
  b INTEGER NOT NULL REFERENCES conflicts_items (n) ON DELETE CASCADE,
  a_article TEXT NOT NULL,
  b_article TEXT NOT NULL,
  kind TEXT NOT NULL,
  grade TEXT NOT NULL,
  strength REAL NOT NULL,
  axis TEXT,
  sign INTEGER NOT NULL,
  shared TEXT NOT NULL,
  PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX conflicts_pairs_by_b ON conflicts_pairs (b);
CREATE INDEX conflicts_pairs_by_a_article ON conflicts_pairs (a_article);
CREATE INDEX conflicts_pairs_by_b_article ON conflicts_pairs (b_article);
""",
    ),
    Migration(
        2,
        "what is denied, and whether it was done after all",
        """
ALTER TABLE conflicts_pairs ADD COLUMN matter TEXT NOT NULL DEFAULT '';
ALTER TABLE conflicts_pairs ADD COLUMN done INTEGER NOT NULL DEFAULT 0;
""",
    ),
)
