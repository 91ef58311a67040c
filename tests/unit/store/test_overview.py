"""Counts at a glance: the short way over a whole story says what the long way over a view says."""

from rawi.sources.document import Document
from rawi.store import overview
from rawi.store.scope import Narrowed, Scope
from rawi.story.story import Story

SAID = "قال {} إن الجسر سيفتح قريبا. وأضاف أن العمل يسير كما يجب. وقال متحدث إن الطريق آمن."
NAMES = ("سالم الوردي", "هدى البستاني", "الوردي", "مصدر في البلدية")


def test_who_speaks_most_is_one_answer_whichever_way_it_is_counted(tmp_path):
    with Story.open(tmp_path / "s.rawi") as story:
        story.add_documents(
            Document(source=str(n), text=f"الجسر\n\n{SAID.format(name)}", published="2024-03-01")
            for n, name in enumerate(NAMES * 2)
        )
        whole = overview.overview(Narrowed(story.store, Scope()))
        long_way = overview.overview(Narrowed(story.store, Scope(kind="statement")))
    assert whole.speakers and whole.speakers == long_way.speakers
    assert whole.acts == long_way.acts


def test_a_document_and_what_is_one_of_many_is_not_listed_as_who_speaks_most(tmp_path):
    said = "قال سالم الوردي إن الجسر سيفتح. وقال البيان إن الطريق آمن. وقالت الشركة إن العمل انتهى."
    with Story.open(tmp_path / "s.rawi") as story:
        story.add_documents(
            Document(source=str(n), text=f"الجسر\n\n{said}", published="2024-03-01")
            for n in range(2)
        )
        names = {r.record.speaker.name for r in story.records("statement").items}
        found = [c.name for c in story.overview().speakers]
        narrowed = [c.name for c in story.overview(kind="statement").speakers]
    assert "البيان" in names
    assert found == narrowed == ["سالم الوردي"]


def test_names_of_one_place_are_counted_together_and_open_a_list_of_that_length(tmp_path):
    texts = (
        "وصل الوفد إلى السعودية أمس. وقال سالم الوردي إن المملكة مستعدة للحوار.",
        "غادر الوفد المملكة العربية السعودية. وزار الأردن اليوم.",
    )
    with Story.open(tmp_path / "s.rawi") as story:
        story.add_documents(
            Document(source=str(n), text=f"الزيارة\n\n{text}", published="2024-03-01")
            for n, text in enumerate(texts)
        )
        first, *_ = story.overview().places
        listed = story.records("name", place=first.name).total
        said = story.records("statement", place=first.name).total
    assert (first.name, first.count) == ("السعودية", 3)
    assert listed == 3
    assert said == 1
