-- A name's words and place beside its mention, so that the ways an entity is printed, the articles it stands in and what
-- is told around it are read in one stretch of one index, which replaces two that began alike.
ALTER TABLE mentions ADD COLUMN text TEXT;
ALTER TABLE mentions ADD COLUMN start INTEGER;
ALTER TABLE mentions ADD COLUMN stop INTEGER;
UPDATE mentions SET (text, start, stop) = (SELECT text, start, stop FROM records WHERE id = mentions.record)
  WHERE role = 'name';
DROP INDEX mentions_by_entity;
DROP INDEX mentions_of_entity;
CREATE INDEX mentions_of_entity ON mentions (entity, role, article, start, stop, local, text, record);
