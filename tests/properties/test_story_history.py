"""A story holds exactly what it was given, and its history leaves no trace."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

import rawi
from rawi.arabic.analysis import analyse
from rawi.sources.document import Document
from rawi.store import reading as read_back
from rawi.store import writing
from rawi.store.sqlite import Store
from rawi.store.words import Shadow, shadow
from rawi.store.writing import Origin
from tests.strategies import WORDS, news, readings, texts

FIELDS = ("title", "outlet", "byline", "published", "url", "language")
EASY = settings(
    max_examples=30, deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip


@EASY
@given(reading=readings())
def test_any_reading_reads_back_as_it_was(reading):
    article = reading.article
    words = shadow(analyse(article.text))
    prepared = writing.prepare(
        reading, Document(article.source, article.text), Origin("o", "f", "d"), words
    )
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "s.rawi")
        with store.transaction():
            writing.put(store, prepared)
        assert read_back.reading(store, article.id) == reading
        assert read_back.shadow(store, article.id) == words
        assert store.one("SELECT count(*) FROM record_search") == len(reading.records())
        with store.transaction():
            writing.remove(store, article.id)
        for table in ("articles", "records", "mentions", "article_words", "rejected"):
            assert store.one(f"SELECT count(*) FROM {table}") == 0
        store.connection.execute(
            "INSERT INTO article_search(article_search) VALUES('integrity-check')"
        )
        store.connection.execute(
            "INSERT INTO record_search(record_search) VALUES('integrity-check')"
        )
        store.close()


@EASY
@given(text=texts)
def test_index_words_are_one_token_each_and_know_their_place(text):
    words = shadow(analyse(text))
    for word, start, stop in zip(words.words, words.starts, words.stops, strict=True):
        assert 0 <= start < stop <= len(text)
        assert word and word == word.strip() and not any(c.isspace() for c in word)
        assert all(c.isalnum() for c in word if c.isascii())
    assert Shadow.unpacked(" ".join(words.words), words.packed()) == words


@EASY
@given(text=st.text() | texts, beside=st.dictionaries(st.sampled_from(FIELDS), st.text()))
def test_any_document_is_taken_in_or_refused_in_words(text, beside):
    with tempfile.TemporaryDirectory() as folder, rawi.Story.open(Path(folder) / "s.rawi") as story:
        report = story.add_documents([Document("any", text, **beside)])
        assert len(report.read) + len(report.refused) == 1
        for id in report.read:
            assert story.reading(id).article.text == text
            assert len(story.add_documents([Document("any", text, **beside)]).present) == 1


class History(RuleBasedStateMachine):
    """Documents are added, changed and removed; the story must equal one built afresh."""

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.story = rawi.Story.open(Path(self.folder.name) / "s.rawi")
        self.held = {}  # source -> document

    @rule(
        source=st.sampled_from("abcd"), text=news, outlet=st.sampled_from([None, "الغد", "الأمس"])
    )
    def add(self, source, text, outlet):
        document = Document(source, text + f" نهاية {source}", outlet=outlet)
        report = self.story.add_documents([document])
        same = self.held.get(source) == document
        assert report.refused == ()
        assert len(report.present) == same
        assert len(report.replaced) == (source in self.held and not same)
        self.held[source] = document

    @rule(text=news)
    def add_the_same_twice(self, text):
        one, two = Document("e", text + " نهاية ه"), Document("f", text + " نهاية ه")
        report = self.story.add_documents([one, two])
        assert [r.source for r in report.refused] == ["f"]
        self.held["e"] = one

    @precondition(lambda self: self.held)
    @rule(data=st.data())
    def remove(self, data):
        source = data.draw(st.sampled_from(sorted(self.held)))
        (row,) = [a for a in self.story.articles().items if a.source == source]
        assert self.story.remove(row.id)
        del self.held[source]

    @precondition(lambda self: self.held)
    @rule()
    def read_anew(self):
        assert len(self.story.refresh(every=True).replaced) == len(self.held)

    @precondition(lambda self: self.story.records("statement").total)
    @rule(data=st.data(), action=st.sampled_from(["confirm", "reject"]))
    def decide_and_take_back(self, data, action):
        rows = self.story.records("statement").items
        row = data.draw(st.sampled_from(rows))
        made = self.story.correct(row.record.id, action)
        self.story.undo(made.id)

    @invariant()
    def holds_what_was_given(self):
        sources = {a.source: a for a in self.story.articles().items}
        assert sources.keys() == self.held.keys()
        for source, document in self.held.items():
            assert self.story.reading(sources[source].id).article.text == document.text

    def teardown(self):
        fresh = rawi.Story.open(Path(self.folder.name) / "fresh.rawi")
        fresh.add_documents(reversed(list(self.held.values())))
        assert list(self.story.readings()) == list(fresh.readings())
        assert self.story.overview() == fresh.overview()
        for word in WORDS[:12]:
            ours = {(h.article.id, h.matches) for h in self.story.search(word).items}
            assert ours == {(h.article.id, h.matches) for h in fresh.search(word).items}
        for story in (self.story, fresh):
            assert story.store.rows("PRAGMA foreign_key_check") == []
            story.close()
        self.folder.cleanup()


TestHistory = History.TestCase
TestHistory.settings = settings(
    max_examples=15, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
)


@EASY
@given(query=texts)
def test_any_query_is_an_expression_that_runs(query):
    with tempfile.TemporaryDirectory() as folder, rawi.Story.open(Path(folder) / "s.rawi") as story:
        story.search(query)
        story.records(text=query)


@EASY
@given(text=news, data=st.data())
def test_every_word_is_found_where_it_stands(text, data):
    with tempfile.TemporaryDirectory() as folder, rawi.Story.open(Path(folder) / "s.rawi") as story:
        (id,) = story.add_documents([Document("a", text)]).read
        words = read_back.shadow(story.store, id)
        assume(words.words)
        start, stop = data.draw(st.sampled_from(list(zip(words.starts, words.stops, strict=True))))
        (hit,) = story.search(text[start:stop]).items
        assert (start, stop) in {(m.start, m.end) for m in hit.matches}
