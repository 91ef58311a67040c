"""Correcting a story: every page, count, search and export follows, and undoing brings all back."""

import pytest

import rawi
from rawi.errors import NoSuchRecordError, UsageError
from rawi.sources.document import Document

TEXT = (
    "قال محافظ وادي النيلوفر عادل الشمري إن المدرسة الجديدة ستفتح في الخريف.\n"
    "وأضاف أن عدد الطلاب لم يتغير."
)


@pytest.fixture
def story(tmp_path):
    with rawi.Story.open(tmp_path / "s.rawi") as opened:
        opened.add_documents([Document("school.txt", TEXT)])
        yield opened


@pytest.fixture
def said(story):
    return story.records("statement", order="text").items[0].record


def state(story):
    (article,) = story.articles().items
    return story.reading(article.id), story.overview(), article.counts


def test_a_rejected_record_is_nowhere(story, said):
    before = state(story)
    made = story.correct(said.id, "reject", by="منى")
    assert (made.holds, made.by) == (said.id, "منى")
    reading, overview, counts = state(story)
    assert said.id not in {r.id for r in reading.records()}
    assert overview.counts["statement"] == before[1].counts["statement"] - 1
    assert counts["statement"] == before[2]["statement"] - 1
    assert said.id not in {row.record.id for row in story.records().items}
    assert story.records("statement", text="المدرسة").total == 0
    assert story.store.one("SELECT count(*) FROM statements WHERE id = ?", (said.id,)) == 0
    with pytest.raises(NoSuchRecordError):
        story.record(said.id)
    story.undo(made.id)
    assert state(story) == before
    assert story.corrections() == ()
    assert story.corrections(undone=True)[0].undone


def test_an_edited_record_answers_to_both_ids(story, said):
    article = story.reading(said.article).article
    end = article.text.index(" في الخريف")
    story.correct(said.id, "edit", {"end": end})
    row = story.record(said.id)
    assert row.record.id != said.id and row.record.end == end
    assert (row.verdict, row.program) == ("edited", said)
    assert story.record(row.record.id) == row


def test_both_ends_may_be_moved_and_follow_the_text(story, said):
    story.correct(said.id, "edit", {"start": said.start + 8, "end": said.end - 10})
    words = said.text[8:-10]
    assert story.records("statement", verdict="edited").items[0].record.text == words
    story.add_documents([Document("school.txt", "صحح المراسل العنوان.\n" + TEXT)])
    assert story.records("statement", verdict="edited").items[0].record.text == words


def test_decisions_outlive_re_reading_removal_and_return(story, said):
    story.correct(said.id, "edit", {"act": "promise"}, note="راجعت التسجيل")
    story.refresh(every=True)
    assert story.record(said.id).record.act == "promise"
    story.remove(said.article)
    assert story.corrections()[0].holds is None
    story.add_documents([Document("school.txt", TEXT)])
    row = story.record(said.id)
    assert row.record.act == "promise" and row.notes == ("راجعت التسجيل",)


def test_a_changed_article_keeps_decisions_about_words_it_still_has(story, said):
    story.correct(said.id, "reject")
    changed = "صحح المراسل العنوان.\n" + TEXT
    report = story.add_documents([Document("school.txt", changed)])
    assert len(report.replaced) == 1 and report.removed == (said.article,)
    texts = {row.record.text for row in story.records("statement").items}
    assert said.text not in texts and texts


def test_join_and_split_are_kept_for_those_who_ask(story, said):
    from rawi.store.corrections import links

    other = story.records("statement", order="text").items[1].record
    made = story.join("entity", said.id, other.id)
    (link,) = links(story.store, "entity")
    assert (link.action, {link.left, link.right}) == ("join", {said.id, other.id})
    story.refresh(every=True)
    assert links(story.store, "entity") == (link,)
    story.undo(made.id)
    assert links(story.store, "entity") == ()


@pytest.mark.parametrize(
    ("action", "changes", "words"),
    [
        ("delete", None, "reject"),
        ("edit", None, "changes"),
        ("edit", {"colour": "red"}, "colour"),
        ("edit", {"act": "sing"}, "sing"),
        ("edit", {"act": 5}, "5"),
        ("edit", {"start": -1}, "-1"),
        ("edit", {"end": 10**9}, "characters"),
        ("edit", {"cue": {"start": 4}}, "cue|fit"),
        ("edit", {"said": {"begin": "soon", "end": None}}, "fit"),
        ("edit", {"via": "رويترز"}, "via"),
        ("edit", {"article": "a0"}, "article"),
        ("confirm", {"act": "say"}, "edit"),
        ("note", None, "note"),
    ],
)
def test_what_cannot_be_carried_out_is_refused_and_changes_nothing(
    story, said, action, changes, words
):
    before = state(story)
    with pytest.raises(UsageError) as refused:
        story.correct(said.id, action, changes)
    assert any(word in str(refused.value) for word in words.split("|"))
    assert state(story) == before and story.corrections() == ()
    with pytest.raises(UsageError):
        story.join("planet", said.id, said.id)
    with pytest.raises(UsageError):
        story.join("entity", said.id, said.id)
    with pytest.raises(NoSuchRecordError):
        story.undo(99)
