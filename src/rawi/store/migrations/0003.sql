-- Which records an article has and what outlet it is of are read without their words.
CREATE INDEX records_by_article_kind ON records (article, kind);
CREATE INDEX articles_by_id_outlet ON articles (id, outlet);
