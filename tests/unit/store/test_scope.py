"""A narrowed view: every count under it is the length of the list that it opens."""

from datetime import date

import pytest

from rawi.sources.document import Document
from rawi.store import listing, overview
from rawi.story.story import Story

TEXTS = (
    ("النهار الجديد", "2022-03-01", "قال وزير الري سالم الحديدي إن السد في أسوان سيكتمل في مايو 2022."),
    ("النهار الجديد", "2022-03-05", "أكد مدير الميناء رائد الحموي أن 40 سفينة وصلت إلى طرطوس."),
    ("صوت الساحل", "2022-04-02", "نفى سالم الحديدي وجود خطة لنقل المياه من أسوان. ووصلت 12 سفينة إلى طرطوس."),
    ("صوت الساحل", None, "قال الحديدي إن المشروع متوقف. وزار وفد من البلدية أسوان."),
)  # fmt: skip


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    with Story.open(tmp_path_factory.mktemp("scope") / "s.rawi") as opened:
        opened.add_documents(
            [
                Document(source=str(n), text=text, outlet=outlet, published=published)
                for n, (outlet, published, text) in enumerate(TEXTS)
            ]
        )
        yield opened


CHOICES = (
    {},
    {"speaker": "سالم الحديدي"},
    {"speaker": "الحديدى"},
    {"speaker": "لا أحد"},
    {"place": "اسوان"},
    {"outlet": "صوت الساحل"},
    {"since": date(2022, 3, 2)},
    {"until": date(2022, 3, 31), "outlet": "النهار الجديد"},
    {"speaker": "الحديدي", "place": "أسوان"},
    {"speaker": "الحديدي", "outlet": "صوت الساحل", "since": date(2022, 1, 1)},
)


@pytest.mark.parametrize("chosen", CHOICES)
def test_each_count_is_the_length_of_its_list(story, chosen):
    found = story.overview(**chosen)
    assert found.articles == story.articles(**chosen).total
    for kind in ("statement", "figure", "commitment", "event", "name", "time"):
        listed = story.records(kind, **chosen)
        assert found.counts[kind] == listed.total == len(listed.items), kind
    said = story.records("statement", **chosen).items
    assert sum(found.acts.values()) == len(said)
    assert sum(one.count for one in found.outlets) == found.articles
    view = story.within(**chosen)
    dated = [a for a in listing.articles(view).items if a.published and a.published.days.begin]
    assert sum(n for _, n in overview.volume(view)) == len(dated)


@pytest.mark.parametrize("chosen", CHOICES)
def test_a_narrower_view_holds_nothing_that_the_wider_lacks(story, chosen):
    for name in chosen:
        wider = {k: v for k, v in chosen.items() if k != name}
        inside = {a.id for a in story.articles(**chosen).items}
        assert inside <= {a.id for a in story.articles(**wider).items}


def test_an_actor_is_found_in_any_spelling_and_place_by_what_the_words_name(story):
    assert (
        story.articles(speaker="سالم الحديدى").total
        == story.articles(speaker="سالم الحديدي").total
        == 3  # one of them by his surname alone
    )
    assert story.articles(place="اسوان").total == 3
    said = story.records("statement", place="أسوان").items
    assert said and all("أسوان" in row.record.text for row in said)


def test_a_kind_keeps_the_articles_that_hold_one(story):
    for kind in ("figure", "commitment", "event"):
        wanted = {row.article.id for row in story.records(kind).items}
        assert {a.id for a in story.articles(kind=kind).items} == wanted


def test_a_figure_goes_with_the_speaker_of_its_statement(story):
    told = story.records("figure", speaker="رائد الحموي").items
    assert [row.record.value for row in told] == [40]
