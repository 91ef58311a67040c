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
