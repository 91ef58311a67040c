"""The story as users hold it: adding, reading back, searching, filtering."""

from datetime import date

import pytest

import rawi
from rawi.errors import NoSuchRecordError, UsageError
from rawi.sources.document import Document

FERRY = (
    "أعلنت وزارة النقل في سنداريا أن خط العبّارات سيعود إلى العمل قبل نهاية العام.\n"
    "وقال الوزير سامر الغانم إن الانسحاب من الاتفاق الأميركي غير وارد في ٢٠٢٥."
)
DAM = (
    "نفى متحدث باسم هيئة السدود وجود خطة لرفع منسوب البحيرة.\nوأضاف أن الفريق الفني يتابع القياسات."
)


@pytest.fixture
def story(tmp_path):
    with rawi.Story.open(tmp_path / "s.rawi") as opened:
        yield opened


def add(story, *texts, **beside):
    return story.add_documents([Document(f"memo-{hash(t)}.txt", t, **beside) for t in texts])


def test_what_was_added_reads_back(story):
    (id,) = add(story, FERRY, outlet="البلاد").read
    reading = story.reading(id)
    assert reading.article.text == FERRY
    assert reading.article.outlet == "البلاد"
    assert story.article(id).outlet == "البلاد"
    assert story.overview().articles == 1


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("انسحاب", "الانسحاب"),
        ("الأمريكي", "الأميركي"),
        ("2025", "٢٠٢٥"),
        ("العبارات", "العبّارات"),
        ("«نهاية العام»", "نهاية العام"),
        ("سندا*", "سنداريا"),
        ("الأمريكيين", "الأميركي"),
    ],
)
def test_search_finds_every_spelling_and_gives_the_exact_words(story, query, words):
    add(story, FERRY, DAM)
    page = story.search(query)
    assert page.total == 1
    (hit,) = page.items
    assert hit.span.text == words == FERRY[hit.span.start : hit.span.end]
    assert hit.snippet.text == FERRY[hit.snippet.start : hit.snippet.end]
    assert hit.snippet.start <= hit.span.start and hit.span.end <= hit.snippet.end


def test_search_leaves_out_what_is_not_wanted(story):
    add(story, FERRY, DAM)
    assert story.search("الوزير OR السدود").total == 0
    assert story.search("«العام نهاية»").total == 0
    assert [h.span.text for h in story.search("في -السدود").items] == ["في"]


@pytest.mark.parametrize(
    "query", ["", " ", '"', "«", "*", "-", "AND", 'a" OR "b', "NEAR(", "words:x", "^", "'", "\x00"]
)
def test_any_query_is_safe(story, query):
    add(story, FERRY)
    assert story.search(query).total == 0
    assert story.records("statement", text=query.strip() or "x").total == 0


def test_unknown_ids_kinds_and_orders_are_refused_in_words(story):
    with pytest.raises(NoSuchRecordError):
        story.record("s000")
    with pytest.raises(NoSuchRecordError):
        story.reading("a000")
    with pytest.raises(UsageError, match="statements"):
        story.records("statements")
    with pytest.raises(UsageError, match="size"):
        story.articles(order="size")


def test_articles_are_filtered_by_outlet_and_day_and_paged(story):
    story.add_documents([Document("1", FERRY, outlet="البلاد")], published=date(2024, 5, 1))
    story.add_documents([Document("2", DAM, outlet="النهار")], published=date(2024, 6, 1))
    assert [a.outlet for a in story.articles().items] == ["النهار", "البلاد"]
    assert story.articles(outlet="البلاد").total == 1
    assert [a.source for a in story.articles(since=date(2024, 5, 15)).items] == ["2"]
    assert [a.source for a in story.articles(until=date(2024, 5, 15)).items] == ["1"]
    assert story.volume() == ((date(2024, 5, 1), 1), (date(2024, 6, 1), 1))
    assert story.volume(outlet="البلاد") == ((date(2024, 5, 1), 1),)
    page = story.articles(limit=1, offset=1)
    assert (page.total, len(page.items), page.items[0].source) == (2, 1, "1")


def test_a_removed_article_leaves_nothing_behind(story):
    (id,) = add(story, FERRY).read
    assert story.remove(id)
    assert not story.remove(id)
    assert story.overview().articles == 0
    assert story.search("انسحاب").total == 0
    assert story.store.one("SELECT count(*) FROM records") == 0
