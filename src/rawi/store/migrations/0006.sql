-- Who says a statement, as people.py tells them apart, beside the statement: kept by the mentions themselves, so that
-- whoever is counted or looked for among speakers is found in one index.
ALTER TABLE records ADD COLUMN speaker TEXT;
UPDATE records SET speaker = (SELECT entity FROM mentions WHERE record = records.id AND role = 'speaker')
  WHERE kind = 'statement' AND entity IS NOT NULL;

CREATE TRIGGER speaker_told AFTER INSERT ON mentions WHEN new.role = 'speaker' AND new.entity IS NOT NULL BEGIN
  UPDATE records SET speaker = new.entity WHERE id = new.record;
END;
CREATE TRIGGER speaker_moved AFTER UPDATE OF entity ON mentions
  WHEN new.role = 'speaker' AND new.entity IS NOT old.entity BEGIN
  UPDATE records SET speaker = new.entity WHERE id = new.record;
END;
CREATE TRIGGER speaker_untold AFTER DELETE ON mentions WHEN old.role = 'speaker' AND old.entity IS NOT NULL BEGIN
  UPDATE records SET speaker = NULL WHERE id = old.record;
END;

DROP INDEX records_of_speakers;
CREATE INDEX records_of_speakers ON records (kind, outlet, day_from, day_to, name_key, name, act, speaker)
  WHERE kind = 'statement';
CREATE INDEX records_of_known ON records (speaker, article) WHERE speaker IS NOT NULL;
CREATE INDEX records_of_unknown ON records (kind, speaker, name_key, name)
  WHERE kind = 'statement' AND speaker IS NULL AND name_key IS NOT NULL;

-- What stands around a name is found in its article without its words, and so are the days and outlets of the
-- articles that a name stands in.
DROP INDEX records_by_article_kind;
CREATE INDEX records_by_article_kind ON records (article, kind, start, stop);
DROP INDEX articles_by_outlet;
CREATE INDEX articles_by_outlet ON articles (outlet, published_from, published_to, id);
DROP INDEX articles_by_id_outlet;
CREATE INDEX articles_by_id_outlet ON articles (id, outlet, published_from, published_to);
