-- The names that stand in records of each kind, each once, with how many records bear it: a name in part is looked
-- for among them, and not among all records.
CREATE TABLE record_names (
  kind TEXT NOT NULL,
  name_key TEXT NOT NULL,
  records INTEGER NOT NULL,
  PRIMARY KEY (kind, name_key)
) WITHOUT ROWID;
INSERT INTO record_names SELECT kind, name_key, count(*) FROM records
  WHERE name_key IS NOT NULL GROUP BY kind, name_key;
CREATE TRIGGER record_names_in AFTER INSERT ON records WHEN new.name_key IS NOT NULL BEGIN
  INSERT INTO record_names VALUES (new.kind, new.name_key, 1)
    ON CONFLICT (kind, name_key) DO UPDATE SET records = records + 1;
END;
CREATE TRIGGER record_names_out AFTER DELETE ON records WHEN old.name_key IS NOT NULL BEGIN
  UPDATE record_names SET records = records - 1 WHERE kind = old.kind AND name_key = old.name_key;
  DELETE FROM record_names WHERE kind = old.kind AND name_key = old.name_key AND records = 0;
END;
