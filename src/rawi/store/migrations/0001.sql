-- The first tables of a story file. A migration that has shipped is never edited (store/schema.py).

-- One row a file that was read whole; `digest` is of its bytes: the same file is passed over.
CREATE TABLE files (
  path TEXT PRIMARY KEY,
  digest TEXT NOT NULL,
  published TEXT,
  added TEXT NOT NULL
) WITHOUT ROWID;

-- `origin` is where the text came from, absolute and with the row of a table; `file` the file alone.
-- `document` is what came beside the text, so that the article can be read again without its file.
CREATE TABLE articles (
  id TEXT PRIMARY KEY,
  source TEXT NOT NULL,
  outlet TEXT,
  title TEXT,
  byline TEXT,
  published_from TEXT,
  published_to TEXT,
  published_basis TEXT,
  credited TEXT,
  language TEXT,
  url TEXT,
  words INTEGER NOT NULL,
  text TEXT NOT NULL,
  origin TEXT NOT NULL,
  file TEXT NOT NULL,
  digest TEXT NOT NULL,
  document TEXT NOT NULL,
  data TEXT NOT NULL,
  notes TEXT NOT NULL DEFAULT '[]',
  reader TEXT NOT NULL,
  added TEXT NOT NULL
);
CREATE INDEX articles_by_day ON articles (published_from, published_to, id);
CREATE INDEX articles_by_outlet ON articles (outlet, published_from, published_to);
CREATE INDEX articles_by_origin ON articles (origin);
CREATE INDEX articles_by_file ON articles (file);
CREATE INDEX articles_by_digest ON articles (digest);
CREATE INDEX articles_by_reader ON articles (reader);

-- Every record as it stands after users' corrections; rejected ones are not here but in `rejected`.
-- `data` is the record's JSON; `program` the program's own version where that differs.
-- `position` is its place in the program's reading, null where the program read no such record.
-- `verdict`: null | confirmed | edited | added. The columns before them are drawn out of `data`.
CREATE TABLE records (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  outlet TEXT,
  start INTEGER NOT NULL,
  stop INTEGER NOT NULL,
  text TEXT NOT NULL,
  type TEXT,
  act TEXT,
  form TEXT,
  status TEXT,
  name TEXT,
  name_key TEXT,
  entity TEXT,
  place TEXT,
  place_key TEXT,
  thing TEXT,
  value REAL,
  unit TEXT,
  day_from TEXT,
  day_to TEXT,
  score REAL,
  verdict TEXT,
  by_user INTEGER NOT NULL DEFAULT 0,
  position INTEGER,
  data TEXT NOT NULL,
  program TEXT,
  words TEXT NOT NULL
);
CREATE INDEX records_by_article ON records (article, start);
CREATE INDEX records_by_day ON records (kind, day_from DESC, article, start);
CREATE INDEX records_by_outlet ON records (kind, outlet, day_from DESC, article, start);
CREATE INDEX records_by_name ON records (kind, name_key, day_from DESC, article, start);
CREATE INDEX records_by_place ON records (kind, place_key) WHERE place_key IS NOT NULL;
CREATE INDEX records_by_act ON records (act, day_from DESC, article, start) WHERE act IS NOT NULL;

CREATE TABLE rejected (
  id TEXT PRIMARY KEY,
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  data TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX rejected_by_article ON rejected (article);

-- Who is who: `mentions` joins what an article calls e1, e2 (`local`) to the story's entities.
CREATE TABLE entities (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  name TEXT NOT NULL,
  data TEXT NOT NULL DEFAULT '{}'
);
CREATE TABLE mentions (
  n INTEGER PRIMARY KEY,
  record TEXT NOT NULL REFERENCES records (id) ON DELETE CASCADE,
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  local TEXT NOT NULL,
  entity TEXT REFERENCES entities (id) ON DELETE SET NULL
);
CREATE INDEX mentions_by_record ON mentions (record);
CREATE INDEX mentions_by_local ON mentions (local);
CREATE INDEX mentions_by_entity ON mentions (entity, article);
CREATE INDEX mentions_by_article ON mentions (article);

-- What users decided. Nothing here is ever deleted: `undone` says when a decision was taken back.
CREATE TABLE corrections (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  action TEXT NOT NULL,
  scope TEXT,
  origin TEXT NOT NULL,
  article TEXT NOT NULL,
  anchor TEXT NOT NULL,
  other_article TEXT,
  other_origin TEXT,
  other TEXT,
  changes TEXT,
  record TEXT NOT NULL,
  note TEXT,
  by TEXT,
  at TEXT NOT NULL,
  undone TEXT,
  holds TEXT,
  other_holds TEXT
);
CREATE INDEX corrections_by_article ON corrections (article);
CREATE INDEX corrections_by_origin ON corrections (origin);
CREATE INDEX corrections_by_holds ON corrections (holds);

-- Which articles each derived module (story/derived.py) has taken in, and with which version of itself.
CREATE TABLE derived (
  module TEXT NOT NULL,
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  PRIMARY KEY (module, article)
) WITHOUT ROWID;

-- Words for searching: normalised, cut free of what is written onto them, one space between.
-- `spans` holds the place of each word in the text (store/words.py says how).
CREATE TABLE article_words (
  n INTEGER PRIMARY KEY,
  article TEXT NOT NULL UNIQUE REFERENCES articles (id) ON DELETE CASCADE,
  words TEXT NOT NULL,
  spans BLOB NOT NULL
);
CREATE VIRTUAL TABLE article_search USING fts5 (
  words, content="article_words", content_rowid="n", tokenize="ascii"
);
CREATE TRIGGER article_words_in AFTER INSERT ON article_words BEGIN
  INSERT INTO article_search (rowid, words) VALUES (new.n, new.words);
END;
CREATE TRIGGER article_words_out AFTER DELETE ON article_words BEGIN
  INSERT INTO article_search (article_search, rowid, words) VALUES ('delete', old.n, old.words);
END;
CREATE VIRTUAL TABLE record_search USING fts5 (
  words, content="records", content_rowid="n", tokenize="ascii"
);
CREATE TRIGGER records_in AFTER INSERT ON records BEGIN
  INSERT INTO record_search (rowid, words) VALUES (new.n, new.words);
END;
CREATE TRIGGER records_out AFTER DELETE ON records BEGIN
  INSERT INTO record_search (record_search, rowid, words) VALUES ('delete', old.n, old.words);
END;

CREATE VIEW statements AS
  SELECT r.id, r.name AS speaker, r.act, r.form, r.text AS content,
         json_extract(r.data, '$.cue.text') AS cue, json_extract(r.data, '$.via.text') AS via,
         r.day_from, r.day_to, a.outlet, a.published_from AS published, a.title,
         r.verdict, r.article
  FROM records r JOIN articles a ON a.id = r.article WHERE r.kind = 'statement';
CREATE VIEW figures AS
  SELECT r.id, r.text, r.value, json_extract(r.data, '$.low') AS low,
         json_extract(r.data, '$.high') AS high, json_extract(r.data, '$.mod') AS mod, r.thing,
         r.unit,
         r.place, r.day_from, r.day_to, a.outlet, a.published_from AS published, a.title,
         r.verdict, r.article
  FROM records r JOIN articles a ON a.id = r.article WHERE r.kind = 'figure';
CREATE VIEW commitments AS
  SELECT r.id, r.text, r.name AS party, json_extract(r.data, '$.action.text') AS action,
         json_extract(r.data, '$.deadline.end') AS deadline,
         json_extract(r.data, '$.condition.text') AS condition, r.status,
         a.outlet, a.published_from AS published, a.title,
         r.verdict, r.article
  FROM records r JOIN articles a ON a.id = r.article WHERE r.kind = 'commitment';
CREATE VIEW events AS
  SELECT r.id, r.text, r.type, r.name AS actor, json_extract(r.data, '$.target.text') AS target,
         r.place,
         r.day_from, r.day_to, a.outlet, a.published_from AS published, a.title,
         r.verdict, r.article
  FROM records r JOIN articles a ON a.id = r.article WHERE r.kind = 'event';
CREATE VIEW names AS
  SELECT r.id, r.text, r.type, r.name, json_extract(r.data, '$.role.text') AS role, m.entity,
         a.outlet, a.published_from AS published, r.verdict, r.article
  FROM records r JOIN articles a ON a.id = r.article
  LEFT JOIN mentions m ON m.record = r.id AND m.role = 'name' WHERE r.kind = 'name';
CREATE VIEW times AS
  SELECT r.id, r.text, r.type, json_extract(r.data, '$.value') AS value, r.day_from, r.day_to,
         json_extract(r.data, '$.basis') AS basis, a.outlet, a.published_from AS published,
         r.verdict, r.article
  FROM records r JOIN articles a ON a.id = r.article WHERE r.kind = 'time';
CREATE VIEW speakers AS
  SELECT min(r.name) AS speaker, count(*) AS statements, count(DISTINCT r.article) AS articles,
         count(DISTINCT a.outlet) AS outlets, min(r.day_from) AS first, max(r.day_from) AS last
  FROM records r JOIN articles a ON a.id = r.article
  WHERE r.kind = 'statement' AND r.name_key IS NOT NULL GROUP BY r.name_key;
