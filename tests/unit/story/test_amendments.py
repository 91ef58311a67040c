"""Putting an article itself right: read anew at once, kept for ever, taken back whole."""

import json
from datetime import date

import pytest

import rawi
from rawi.errors import UsageError
from rawi.sources.document import Document

TEXT = (
    "قالت مديرة المتحف رنا الصافي أمس إن المعرض سيستمر حتى نهاية الشهر المقبل.\n"
    "وأضافت أن الزوار تجاوزوا التوقعات."
)


@pytest.fixture
def story(tmp_path):
    with rawi.Story.open(tmp_path / "s.rawi") as opened:
        opened.add_documents([Document("museum.txt", TEXT, outlet="الرواق")])
        yield opened


def row(story):
    (article,) = story.articles().items
    return article


def test_a_day_put_right_anchors_the_times(story):
    before = list(story.readings())
    made = story.correct(row(story).id, "edit", {"published": "2024-03-02"}, by="لمى")
    assert made.holds == row(story).id
    assert row(story).published.day == date(2024, 3, 2)
    days = {t.date.begin for t in story.reading(row(story).id).times if t.text == "أمس"}
    assert days == {date(2024, 3, 1)}
    assert story.overview().stale == 0
    story.undo(made.id)
    assert list(story.readings()) == before


def test_it_outlives_re_reading_and_leaves_records_their_decisions(story):
    said = story.records("statement", order="text").items[0].record
    story.correct(said.id, "edit", {"act": "promise"})
    story.correct(row(story).id, "edit", {"outlet": "المرسم", "published": "2023-05-06"})
    for _ in range(2):
        article = row(story)
        assert (article.outlet, article.published.day) == ("المرسم", date(2023, 5, 6))
        (edited,) = story.records("statement", verdict="edited").items
        assert edited.record.act == "promise" and edited.record.article == article.id
        story.refresh(every=True)
    story.add_documents([Document("museum.txt", TEXT + "\nوشكرت الجمهور.", outlet="الرواق")])
    assert row(story).outlet == "المرسم"


def test_it_follows_its_row_and_no_other(tmp_path):
    def table(*texts):
        lines = [json.dumps({"text": t, "outlet": "الرواق"}, ensure_ascii=False) for t in texts]
        (tmp_path / "t.jsonl").write_text("\n".join(lines), encoding="utf-8")

    with rawi.Story.open(tmp_path / "t.rawi") as story:
        table(TEXT)
        story.add(tmp_path / "t.jsonl")
        story.correct(row(story).id, "edit", {"outlet": "المرسم"})
        table("افتتحت المكتبة العامة أبوابها للقراء بعد عام من الترميم.", TEXT)
        story.add(tmp_path / "t.jsonl")
        outlets = {a.source.rpartition("#")[2]: a.outlet for a in story.articles().items}
        assert outlets == {"1": "الرواق", "2": "المرسم"}
        (correction,) = story.corrections()
        assert story.article(correction.holds).outlet == "المرسم"
        story.undo(correction.id)
        assert {a.outlet for a in story.articles().items} == {"الرواق"}


@pytest.mark.parametrize(
    ("action", "changes"),
    [
        ("reject", None),
        ("edit", {"text": "غيره"}),
        ("edit", {"published": "soon"}),
        ("edit", {"published": {"begin": "2024-02-01", "end": "2024-01-01"}}),
        ("edit", {"outlet": 5}),
    ],
)
def test_what_cannot_be_put_right_is_refused(story, action, changes):
    with pytest.raises(UsageError):
        story.correct(row(story).id, action, changes)
    assert story.corrections() == ()


def test_a_note_changes_nothing_else(story):
    before = list(story.readings())
    story.correct(row(story).id, "note", note="أرسلها المحرر")
    assert list(story.readings()) == before
    assert story.corrections()[0].note == "أرسلها المحرر"
