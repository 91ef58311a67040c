-- How often each entity is named, in how many articles, and how often it speaks: kept by the tables themselves,
-- so that whatever changes a mention changes the counts with it.
ALTER TABLE entities ADD COLUMN mentions INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entities ADD COLUMN articles INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entities ADD COLUMN statements INTEGER NOT NULL DEFAULT 0;
CREATE INDEX entities_by_mentions ON entities (mentions DESC, name);
CREATE INDEX entities_by_type ON entities (type, mentions DESC, name);
CREATE INDEX entities_by_statements ON entities (statements DESC, name);

CREATE TABLE entity_articles (
  entity TEXT NOT NULL,
  article TEXT NOT NULL,
  mentions INTEGER NOT NULL,
  PRIMARY KEY (entity, article)
) WITHOUT ROWID;
INSERT INTO entity_articles SELECT entity, article, count(*) FROM mentions
  WHERE role = 'name' AND entity IS NOT NULL GROUP BY entity, article;
UPDATE entities SET
  mentions = (SELECT coalesce(sum(mentions), 0) FROM entity_articles WHERE entity = entities.id),
  articles = (SELECT count(*) FROM entity_articles WHERE entity = entities.id),
  statements = (SELECT count(*) FROM mentions WHERE entity = entities.id AND role = 'speaker');

CREATE TRIGGER mentions_named AFTER INSERT ON mentions WHEN new.entity IS NOT NULL AND new.role = 'name' BEGIN
  INSERT INTO entity_articles VALUES (new.entity, new.article, 1)
    ON CONFLICT (entity, article) DO UPDATE SET mentions = mentions + 1;
  UPDATE entities SET mentions = mentions + 1, articles = articles + (SELECT mentions = 1
    FROM entity_articles WHERE entity = new.entity AND article = new.article) WHERE id = new.entity;
END;
CREATE TRIGGER mentions_unnamed AFTER DELETE ON mentions WHEN old.entity IS NOT NULL AND old.role = 'name' BEGIN
  UPDATE entities SET mentions = mentions - 1, articles = articles - (SELECT mentions = 1
    FROM entity_articles WHERE entity = old.entity AND article = old.article) WHERE id = old.entity;
  UPDATE entity_articles SET mentions = mentions - 1 WHERE entity = old.entity AND article = old.article;
  DELETE FROM entity_articles WHERE entity = old.entity AND article = old.article AND mentions = 0;
END;
CREATE TRIGGER mentions_came AFTER UPDATE OF entity ON mentions
  WHEN new.role = 'name' AND new.entity IS NOT NULL AND new.entity IS NOT old.entity BEGIN
  INSERT INTO entity_articles VALUES (new.entity, new.article, 1)
    ON CONFLICT (entity, article) DO UPDATE SET mentions = mentions + 1;
  UPDATE entities SET mentions = mentions + 1, articles = articles + (SELECT mentions = 1
    FROM entity_articles WHERE entity = new.entity AND article = new.article) WHERE id = new.entity;
END;
CREATE TRIGGER mentions_went AFTER UPDATE OF entity ON mentions
  WHEN old.role = 'name' AND old.entity IS NOT NULL AND new.entity IS NOT old.entity BEGIN
  UPDATE entities SET mentions = mentions - 1, articles = articles - (SELECT mentions = 1
    FROM entity_articles WHERE entity = old.entity AND article = old.article) WHERE id = old.entity;
  UPDATE entity_articles SET mentions = mentions - 1 WHERE entity = old.entity AND article = old.article;
  DELETE FROM entity_articles WHERE entity = old.entity AND article = old.article AND mentions = 0;
END;
CREATE TRIGGER speaks AFTER INSERT ON mentions WHEN new.entity IS NOT NULL AND new.role = 'speaker' BEGIN
  UPDATE entities SET statements = statements + 1 WHERE id = new.entity;
END;
CREATE TRIGGER speaks_no_more AFTER DELETE ON mentions WHEN old.entity IS NOT NULL AND old.role = 'speaker' BEGIN
  UPDATE entities SET statements = statements - 1 WHERE id = old.entity;
END;
CREATE TRIGGER speaker_changed AFTER UPDATE OF entity ON mentions
  WHEN new.role = 'speaker' AND new.entity IS NOT old.entity BEGIN
  UPDATE entities SET statements = statements - 1 WHERE id = old.entity;
  UPDATE entities SET statements = statements + 1 WHERE id = new.entity;
END;

-- A narrowed view counts speakers, acts, places and days from indexes alone.
DROP INDEX mentions_by_record;
CREATE INDEX mentions_of_record ON mentions (record, role, entity);
CREATE INDEX records_of_speakers ON records (kind, outlet, day_from, day_to, name_key, name, act, id)
  WHERE kind = 'statement';
DROP INDEX records_by_place;
CREATE INDEX records_of_places ON records (kind, place_key, article) WHERE place_key IS NOT NULL;
CREATE INDEX records_by_days ON records (kind, day_from, day_to);
