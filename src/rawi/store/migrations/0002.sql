-- Counts over the whole story are read from indexes alone: who is named and who speaks, and what acts there are.
CREATE INDEX mentions_of_entity ON mentions (entity, role, article);
CREATE INDEX records_by_kind_act ON records (kind, act);
CREATE INDEX records_by_kind_place ON records (kind, place_key, place) WHERE place_key IS NOT NULL;
