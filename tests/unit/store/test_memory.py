"""An answer about the whole story is kept until the story changes."""

from rawi.sources.document import Document
from rawi.store.memory import MOST, Memory
from rawi.story.story import Story

TEXT = "قال رئيس البلدية إن السوق القديمة ستفتح أبوابها يوم الخميس أمام الزوار."


def test_an_answer_is_made_once_until_another_connection_writes(tmp_path):
    path = tmp_path / "a.rawi"
    with Story.open(path) as story, Story.open(path) as writer:
        memory = Memory(path)
        assert memory.recall("overview", story.overview).articles == 0
        assert memory.recall("overview", lambda: None).articles == 0
        writer.add_documents([Document(source="x", text=TEXT)])
        assert memory.recall("overview", story.overview).articles == 1


def test_answers_are_told_apart_and_bounded(tmp_path):
    memory = Memory(tmp_path / "nothing")
    for n in range(MOST + 5):
        assert memory.recall(n, lambda n=n: n) == n
    assert memory.recall(MOST, lambda: "made again") == MOST
    assert memory.recall(0, lambda: "made again") == "made again"
