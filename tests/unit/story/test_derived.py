"""The convention for tables across articles: taken in once, forgotten in time, caught up later."""

import pytest

import rawi
from rawi.sources.document import Document
from rawi.store.schema import Migration
from rawi.story import derived
from rawi.story.derived import Derived

TEXT = (
    "قال عمدة البلدة جمال الزيتوني إن السوق سينتقل إلى الساحة القديمة.\n"
    "وأضاف الزيتوني أن التجار وافقوا على الموعد الجديد."
)
TABLE = "CREATE TABLE tally_lengths (article TEXT, statements INTEGER)"


def update(store, article):
    store.connection.execute(
        "INSERT INTO tally_lengths SELECT ?, count(*) FROM records WHERE article = ?",
        (article, article),
    )


def forget(store, article):
    assert store.one("SELECT count(*) FROM articles WHERE id = ?", (article,)) == 1
    store.connection.execute("DELETE FROM tally_lengths WHERE article = ?", (article,))


TALLY = Derived("tally", 1, (Migration(1, "first", TABLE),), update, forget)


@pytest.fixture
def registered(monkeypatch):
    held = [TALLY]
    monkeypatch.setattr(derived, "modules", lambda: tuple(held))
    return held


def tally(story):
    return dict(map(tuple, story.store.rows("SELECT * FROM tally_lengths")))


def test_articles_enter_change_and_leave(tmp_path, registered):
    with rawi.Story.open(tmp_path / "s.rawi") as story:
        (id,) = story.add_documents([Document("1", TEXT)]).read
        n = story.articles().items[0].counts["statement"]
        assert tally(story) == {id: sum(story.articles().items[0].counts.values())} and n
        said = story.records("statement").items[0].record
        made = story.correct(said.id, "reject")
        assert tally(story)[id] == sum(story.articles().items[0].counts.values())
        story.undo(made.id)
        story.refresh(every=True)
        assert len(tally(story)) == 1
        story.remove(id)
        assert tally(story) == {}


def test_new_and_newer_modules_catch_up(tmp_path, registered):
    registered.clear()
    with rawi.Story.open(tmp_path / "s.rawi") as story:
        (id,) = story.add_documents([Document("1", TEXT)]).read
    registered.append(TALLY)
    with rawi.Story.open(tmp_path / "s.rawi") as story:
        assert tally(story) == {} and derived.pending(story.store) == [id]
        story.refresh()
        assert list(tally(story)) == [id] and derived.pending(story.store) == []
    registered[:] = [Derived("tally", 2, TALLY.migrations, update, forget)]
    with rawi.Story.open(tmp_path / "s.rawi") as story:
        assert derived.pending(story.store) == [id]
        story.refresh()
        assert list(tally(story)) == [id]


def test_a_module_that_fails_leaves_no_half_work(tmp_path, registered):
    def broken(store, article):
        update(store, article)
        raise RuntimeError("a fault")

    registered[:] = [Derived("tally", 1, TALLY.migrations, broken, forget)]
    with rawi.Story.open(tmp_path / "s.rawi") as story:
        with pytest.raises(RuntimeError):
            story.add_documents([Document("1", TEXT)])
        assert tally(story) == {} and story.overview().articles == 1
        registered[:] = [TALLY]
        story.refresh()
        assert len(tally(story)) == 1
