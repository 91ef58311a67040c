"""Reading a text twice as long takes twice the steps: counted in calls, since a clock would tell of the
machine. The sentences are invented."""

import sys
from dataclasses import replace

import pytest

from rawi.arabic.analysis import analyse
from rawi.article import make_article
from rawi.pipeline import STAGES
from rawi.records import Reading
from rawi.sources.document import Document

TEXT = """تعهد الوزير بترميم القلعة القديمة قبل نهاية أبريل. ونفذت البلدية وعدها بتوسيع المرفأ الشرقي.
وقال متحدث باسم الميناء الجديد إن سبعة بحارة أصيبوا يوم الاثنين. وأكدت الشركة أنها ستسلم السفينة خلال شهرين.

"""
MORE = 1.25  # steps a sentence in the longer text to those in the shorter


def steps(times: int) -> dict[str, int]:
    """Calls that each stage makes over so many repetitions of the text."""
    article = make_article(Document("long.txt", TEXT * times, published="2024-03-05"))
    analysis, found, counted = analyse(article.text), Reading(article), {}

    def count(_frame, event, _argument):
        counted[stage.gives] += event in ("call", "c_call")

    before = sys.getprofile()
    for stage in STAGES:
        counted[stage.gives] = 0
        sys.setprofile(count)
        try:
            records = stage.read(article, analysis, found)
        finally:
            sys.setprofile(before)
        found = replace(found, **{stage.gives: records})
    return counted


@pytest.fixture(scope="module")
def growth():
    steps(2)  # loads the lexicons
    shorter, longer = steps(30), steps(120)
    return {stage: longer[stage] / shorter[stage] / 4 for stage in shorter}


@pytest.mark.parametrize("stage", ["names", "statements", "figures", "commitments"])
def test_steps_grow_with_the_text(growth, stage):
    assert growth[stage] < MORE
