"""The file itself: what it refuses, how it is locked, what other programs see in it."""

import contextlib
import sqlite3
import threading

import pytest

from rawi.errors import (
    LockedError,
    NewerStoryError,
    NoSuchRecordError,
    NotAStoryError,
    StoryError,
)
from rawi.store import sqlite as module
from rawi.store.schema import APPLICATION_ID, MIGRATIONS, Migration, migrate
from rawi.store.sqlite import Store


def test_a_new_file_is_marked_and_whole(tmp_path):
    path = tmp_path / "s.rawi"
    Store(path).close()
    assert path.read_bytes().startswith(b"SQLite format 3")
    assert not path.with_name("s.rawi-wal").exists()
    plain = sqlite3.connect(path)
    assert plain.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert plain.execute("PRAGMA user_version").fetchone()[0] == len(MIGRATIONS)
    assert plain.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert plain.execute("PRAGMA foreign_key_check").fetchall() == []
    views = plain.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall()
    assert {v[0] for v in views} >= {"statements", "figures", "commitments", "events", "speakers"}
    for (view,) in views:
        plain.execute(f"SELECT * FROM {view}").fetchall()


@pytest.mark.parametrize("content", [b"hello", b"SQLite format 3\0" + b"x" * 200, b"\0" * 4096])
def test_another_file_is_refused_and_left_alone(tmp_path, content):
    path = tmp_path / "other"
    path.write_bytes(content)
    with pytest.raises(NotAStoryError) as refused:
        Store(path)
    assert refused.value.source == str(path) and refused.value.hint
    assert path.read_bytes() == content


def test_another_database_a_folder_and_a_missing_file_are_refused(tmp_path):
    other = tmp_path / "other.db"
    plain = sqlite3.connect(other)
    plain.execute("CREATE TABLE t (x)")
    plain.close()
    for path, create in ((other, True), (tmp_path, True), (tmp_path / "no", False),
                         (tmp_path / "no" / "s.rawi", True)):  # fmt: skip
        with pytest.raises(NotAStoryError):
            Store(path, create=create)
    assert not (tmp_path / "no").exists()


def test_a_file_that_was_left_before_its_first_table_is_taken_up(tmp_path):
    path = tmp_path / "s.rawi"
    with contextlib.closing(sqlite3.connect(path)) as stopped:
        stopped.execute("PRAGMA journal_mode = WAL")
    assert path.stat().st_size > 0
    with contextlib.closing(Store(path)) as store:
        assert store.one("SELECT count(*) FROM articles") == 0


def test_what_cannot_be_a_story_or_a_number_in_one_is_told(tmp_path):
    with pytest.raises(NotAStoryError, match="cannot be opened"):
        Store(tmp_path / ("س" * 300))
    with (
        contextlib.closing(Store(tmp_path / "s.rawi")) as store,
        pytest.raises(NoSuchRecordError, match="larger than any"),
    ):
        store.rows("SELECT id FROM corrections WHERE id = ?", (10**30,))


def test_damaged_letters_are_a_damaged_file(tmp_path):
    with (
        contextlib.closing(Store(tmp_path / "s.rawi")) as store,
        pytest.raises(NotAStoryError, match="damaged"),
    ):
        store.one("SELECT CAST(x'ff41' AS TEXT)")


def test_a_later_file_is_refused(tmp_path):
    path = tmp_path / "s.rawi"
    Store(path).close()
    plain = sqlite3.connect(path)
    plain.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    plain.close()
    with pytest.raises(NewerStoryError, match="later Rawi"):
        Store(path)


def test_a_lock_is_told_in_plain_words(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "BUSY_SECONDS", 0.05)
    one, two = Store(tmp_path / "s.rawi"), Store(tmp_path / "s.rawi")
    with one.transaction():
        with pytest.raises(LockedError, match="another program"), two.transaction():
            pass
        assert two.one("SELECT count(*) FROM articles") == 0  # readers never wait


def test_a_transaction_is_all_or_nothing_and_nests(tmp_path):
    store = Store(tmp_path / "s.rawi")
    with pytest.raises(ZeroDivisionError), store.transaction() as connection:
        connection.execute("INSERT INTO entities (id, type, name) VALUES ('a', 'person', 'أ')")
        with store.transaction():
            connection.execute("INSERT INTO entities (id, type, name) VALUES ('b', 'person', 'ب')")
        raise ZeroDivisionError
    assert store.one("SELECT count(*) FROM entities") == 0


def test_every_thread_has_its_connection(tmp_path):
    store = Store(tmp_path / "s.rawi")
    seen = []
    thread = threading.Thread(
        target=lambda: seen.append(store.one("SELECT count(*) FROM entities"))
    )
    thread.start()
    thread.join()
    assert seen == [0]
    store.close()
    with pytest.raises(StoryError, match="closed"):
        store.one("SELECT 1")


def test_a_migration_runs_once_and_whole(tmp_path):
    store = Store(tmp_path / "s.rawi")
    good = Migration(1, "one", "CREATE TABLE room_a (x);\nCREATE TABLE room_b (x);")
    store.migrate("room", (good,))
    store.migrate("room", (good,))
    with pytest.raises(sqlite3.Error):
        migrate(store.connection, "room", (good, Migration(2, "two", "CREATE TABLE c (x);\nNO;")))
    assert store.one("SELECT count(*) FROM sqlite_master WHERE name = 'c'") == 0
    ran = store.rows("SELECT number, name FROM migrations WHERE room = 'room'")
    assert [tuple(row) for row in ran] == [(1, "one")]


def test_a_story_that_may_only_be_read_is_read(tmp_path, monkeypatch):
    path = tmp_path / "قصة #1?.rawi"
    Store(path).close()
    monkeypatch.setattr(module, "writable", lambda place: False)
    store = Store(path)
    assert store.one("SELECT count(*) FROM articles") == 0
    with pytest.raises(StoryError, match="cannot be written"), store.transaction() as connection:
        connection.execute("INSERT INTO entities (id, type, name) VALUES ('a', 'person', 'أ')")
    assert [p.name for p in tmp_path.iterdir()] == [path.name]


def test_an_older_story_that_may_only_be_read_says_what_it_lacks(tmp_path, monkeypatch):
    path = tmp_path / "s.rawi"
    Store(path).close()
    monkeypatch.setattr(module, "writable", lambda place: False)
    with pytest.raises(StoryError, match="an older Rawi wrote this story"):
        Store(path).migrate("room", (Migration(1, "one", "CREATE TABLE room_a (x)"),))
