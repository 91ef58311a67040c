"""What the server loads beside the first page stays out of the collector's way."""

import gc

from rawi.cli.serve import _prepare
from rawi.sources.document import Document
from rawi.story.story import Story


def test_what_never_goes_is_not_looked_through_again(tmp_path):
    with Story.open(tmp_path / "s.rawi") as story:
        story.add_documents([Document("1", "قال العمدة إن الجسر سيفتح غدا.", outlet="أ")])
        try:
            _prepare(story)
            assert gc.get_freeze_count() > 0
        finally:
            gc.unfreeze()


def test_a_story_that_was_closed_meanwhile_is_no_fault(tmp_path):
    story = Story.open(tmp_path / "s.rawi")
    story.close()
    try:
        _prepare(story)
    finally:
        gc.unfreeze()
