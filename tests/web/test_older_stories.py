"""A story as the first versions left it: every page answers, articles come and go, and a refresh mends it."""

import sqlite3
from contextlib import nullcontext

import pytest
from starlette.testclient import TestClient

from rawi.sources.document import Document
from rawi.store.schema import MIGRATIONS
from rawi.story import derived
from rawi.story.story import Story
from rawi.web.app import create_app
from rawi.web.settings import Settings

# What takes each room's tables back to the shape that its first migration gave them.
BACK = {
    "store": """
        DROP TRIGGER mentions_named; DROP TRIGGER mentions_unnamed; DROP TRIGGER mentions_came;
        DROP TRIGGER mentions_went; DROP TRIGGER speaks; DROP TRIGGER speaks_no_more;
        DROP TRIGGER speaker_changed; DROP TRIGGER record_names_in; DROP TRIGGER record_names_out;
        DROP TRIGGER speaker_told; DROP TRIGGER speaker_moved; DROP TRIGGER speaker_untold;
        DROP TABLE entity_articles; DROP TABLE record_names;
        DROP INDEX entities_by_mentions; DROP INDEX entities_by_type; DROP INDEX entities_by_statements;
        ALTER TABLE entities DROP COLUMN mentions; ALTER TABLE entities DROP COLUMN articles;
        ALTER TABLE entities DROP COLUMN statements;
        DROP INDEX mentions_of_record; DROP INDEX records_of_speakers; DROP INDEX records_of_places;
        DROP INDEX records_by_days; DROP INDEX records_by_article_kind; DROP INDEX articles_by_id_outlet;
        DROP INDEX records_of_known; DROP INDEX records_of_unknown; ALTER TABLE records DROP COLUMN speaker;
        DROP INDEX mentions_of_entity; DROP INDEX records_by_kind_act; DROP INDEX records_by_kind_place;
        ALTER TABLE mentions DROP COLUMN text; ALTER TABLE mentions DROP COLUMN start;
        ALTER TABLE mentions DROP COLUMN stop;
        CREATE INDEX mentions_by_record ON mentions (record);
        CREATE INDEX mentions_by_entity ON mentions (entity, article);
        CREATE INDEX records_by_place ON records (kind, place_key) WHERE place_key IS NOT NULL;
        PRAGMA user_version = 1;
    """,
    "people": """
        DROP TABLE people_spellings; ALTER TABLE people_locals DROP COLUMN name;
    """,
    "threads": "DROP TABLE threads_topics; DROP TABLE threads_steps; DROP TABLE threads_waiting;",
    "timeline": """
        DROP TABLE timeline_entries; DROP INDEX timeline_tellings_by_entry;
        DROP INDEX timeline_tellings_of_article; ALTER TABLE timeline_tellings DROP COLUMN entry;
    """,
    "figures": "ALTER TABLE figures_points DROP COLUMN context;",
    "ask": "ALTER TABLE ask_sentences ADD COLUMN model BLOB;",
    "conflicts": """
        ALTER TABLE conflicts_pairs DROP COLUMN matter; ALTER TABLE conflicts_pairs DROP COLUMN done;
        UPDATE conflicts_items SET data = '{"unknown": 1}';
    """,
}


@pytest.fixture
def older(story, tmp_path):
    """The path of the sample story, as the first versions would have left it."""
    path = tmp_path / "older.rawi"
    with sqlite3.connect(story.path) as held, sqlite3.connect(path) as made:
        held.backup(made)
        for room, back in BACK.items():
            made.executescript(back)
            made.execute("DELETE FROM migrations WHERE room = ? AND number > 1", (room,))
        made.execute("UPDATE derived SET version = 1")
    held.close()
    made.close()
    return path


def told(story):
    """What the derived tables say, in values that two stories can be compared by."""
    return {
        "timeline": story.timeline().items,
        "people": story.people(limit=10_000).items,
        "threads": story.threads(limit=10_000).items,
        "conflicts": story.conflicts(limit=10_000).items,
        "reuse": story.reuse(limit=10_000).items,
        "figures": story.figure_series(every=True, least=1, limit=10_000).items,
        "glance": story.overview(),
    }


def test_every_room_that_changed_shape_is_taken_back():
    changed = {m.name for m in derived.modules() if len(m.migrations) > 1}
    assert changed | {"store"} == set(BACK) and len(MIGRATIONS) > 1


def test_every_page_of_an_older_story_answers(older, addresses):
    with Story.open(older) as story:
        settings = Settings(story=older, opener=lambda: nullcontext(story))
        with TestClient(create_app(settings), base_url="http://127.0.0.1") as client:
            failed = [(a, s) for a in addresses if (s := client.get(a).status_code) != 200]
        assert failed == []


def test_what_older_tables_hold_is_shown_without_reading_anything_anew(older, story):
    with Story.open(older) as opened:
        now, then = told(opened), told(story)
        for what in ("timeline", "people", "threads", "reuse", "glance"):
            assert now[what] == then[what], what


def test_an_older_story_is_mended_and_goes_on(older, story, tmp_path):
    whole = told(story)
    with Story.open(older) as opened:
        record = opened.records("statement", limit=1).items[0].record
        made = opened.correct(record.id, "reject")
        assert all(record.id != one.record for e in opened.timeline().items for one in e.evidence)
        opened.undo(made.id)
        (new,) = opened.add_documents(
            [Document("new", "قال العمدة إن الجسر سيفتح غدا.", outlet="أ", published="2031-01-01")]
        ).read
        assert (
            derived.pending(opened.store) == []
        )  # adding takes in what older versions had taken in
        opened.remove(new)
        assert told(opened) == whole
