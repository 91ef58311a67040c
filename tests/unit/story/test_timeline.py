"""The timeline: dated happenings once however many tell them, ranked, filtered, kept up to date."""

from datetime import date
from itertools import permutations

import pytest

from rawi.errors import UsageError
from rawi.sources.document import Document
from rawi.story import derived
from rawi.story.story import Story
from rawi.story.timeline.groups import drafted, grouped
from rawi.story.timeline.tellings import dateline

FIRST = Document(
    source="a.txt", outlet="الضفة", title="افتتاح جسر النهر", published="2031-05-06",
    text="افتتاح جسر النهر\n\nافتتح وزير النقل أمس الاثنين جسر النهر الجديد بين ضفتي مدينة سلوان"
    " بعد ثلاث سنوات من العمل."
    "\n\nوتعهدت الشركة بإنهاء الطريق الشرقي بحلول نهاية عام 2032.",
)  # fmt: skip
SECOND = Document(
    source="b.txt", outlet="المرفأ", title="جسر جديد في سلوان", published="2031-05-07",
    text="جسر جديد في سلوان\n\nقالت البلدية إن الجسر الجديد فوق النهر في سلوان"
    " افتتحه وزير النقل الاثنين الماضي."
    "\n\nوكانت المدينة فقدت جسرها القديم في فيضان عام 2027.",
)  # fmt: skip
THIRD = Document(
    source="c.txt", outlet="الضفة", title="العبارة تعود", published="2031-06-02",
    text="العبارة تعود\n\nستعود العبارة إلى العمل في 15 حزيران المقبل بعد إصلاح المحرك في المرفأ.",
)  # fmt: skip


@pytest.fixture
def story(tmp_path):
    with Story.open(tmp_path / "s.rawi") as opened:
        yield opened


def told(entry):
    return {e.article.outlet for e in entry.evidence}


def test_one_happening_told_by_two_outlets_is_one_entry(story):
    story.add_documents([FIRST, SECOND])
    opened = [e for e in story.timeline().items if e.begin == date(2031, 5, 5)]
    assert len(opened) == 1
    assert told(opened[0]) == {"الضفة", "المرفأ"}
    assert (opened[0].outlets, opened[0].sources) == (2, 2)
    assert opened[0].status == "happened"
    assert opened[0].text == opened[0].evidence[0].span.text


def test_what_a_place_narrows_to_is_told_as_in_the_whole(story):
    elsewhere = Document(
        source="d.txt", outlet="المرفأ", title="جسر جديد", published="2031-05-07",
        text=SECOND.text.replace(" في سلوان", ""),
    )  # fmt: skip
    story.add_documents([FIRST, elsewhere, THIRD])
    narrowed = story.timeline(place="سلوان").items
    assert [told(e) for e in narrowed] == [{"الضفة", "المرفأ"}]
    assert all(entry in story.timeline().items for entry in narrowed)
    assert story.timeline(place="سلوان", status="planned").items == ()


def test_a_limit_is_a_deadline_on_its_last_day_and_a_thing_to_come_is_planned(story):
    story.add_documents([FIRST, THIRD])
    by_status = {e.status: e for e in story.timeline().items}
    assert by_status["deadline"].begin == by_status["deadline"].end == date(2032, 12, 31)
    assert by_status["planned"].begin == date(2031, 6, 15)


def test_entries_stand_in_the_order_of_their_days(story):
    story.add_documents([FIRST, SECOND, THIRD])
    days = [(e.begin, e.end) for e in story.timeline().items]
    assert days == sorted(days)
    assert days[0] == (date(2027, 1, 1), date(2027, 12, 31))


def test_the_first_of_the_ranked_is_what_most_tell(story):
    story.add_documents([FIRST, SECOND, THIRD])
    (first,) = story.timeline(top=1).items
    assert first.begin == date(2031, 5, 5)
    for n in range(1, 5):
        chosen = {e.id for e in story.timeline(top=n).items}
        assert chosen <= {e.id for e in story.timeline(top=n + 1).items}


def test_filters(story):
    story.add_documents([FIRST, SECOND, THIRD])
    assert {e.status for e in story.timeline(status="planned").items} == {"planned"}
    assert all("المرفأ" in told(e) for e in story.timeline(outlet="المرفأ").items)
    assert all(e.end >= date(2031, 6, 1) for e in story.timeline(since=date(2031, 6, 1)).items)
    assert all(e.begin <= date(2030, 1, 1) for e in story.timeline(until=date(2030, 1, 1)).items)
    with pytest.raises(UsageError):
        story.timeline(status="past")


def test_the_order_of_articles_does_not_matter(tmp_path):
    seen = set()
    for n, order in enumerate(permutations([FIRST, SECOND, THIRD])):
        with Story.open(tmp_path / f"{n}.rawi") as story:
            story.add_documents(list(order))
            seen.add(
                tuple((e.id, e.begin, e.end, e.text, e.outlets) for e in story.timeline().items)
            )
    assert len(seen) == 1


def test_an_article_that_goes_takes_its_tellings_along(story):
    report = story.add_documents([FIRST, SECOND])
    before = story.timeline().total
    for row in story.articles().items:
        if row.outlet == "المرفأ":
            story.remove(row.id)
    after = story.timeline().items
    assert len(after) < before
    assert all(told(e) == {"الضفة"} for e in after)
    assert report is not None


FOURTH = Document(
    source="d.txt", outlet="النورس", title="جسر النهر", published="2031-05-08",
    text="جسر النهر\n\nافتتح وزير النقل الاثنين الماضي جسر النهر الجديد بين ضفتي مدينة سلوان."
    "\n\nوتعهدت الشركة بإنهاء الطريق الشرقي بحلول نهاية عام 2032.",
)  # fmt: skip


def kept(story):
    """The entries as they are kept: the records that tell each, and what is known of it."""
    found = {}
    for row in story.store.rows(
        "SELECT e.*, t.record AS telling, s.record AS words FROM timeline_entries e"
        " JOIN timeline_tellings t ON t.entry = e.n JOIN timeline_tellings s ON s.n = e.shown"
    ):
        known = (row["id"], row["day_from"], row["day_to"], row["status"], row["weight"],
                 row["outlets"], row["words"])  # fmt: skip
        found.setdefault(known, set()).add(row["telling"])
    assert len(found) == story.store.one("SELECT count(*) FROM timeline_entries")
    return found


def afresh(story):
    """The same, put together out of all tellings and pairs at once."""
    rows = {
        row["n"]: row
        for row in story.store.rows(
            "SELECT t.*, length(t.text) AS long, a.outlet FROM timeline_tellings t"
            " JOIN articles a ON a.id = t.article"
        )
    }
    pairs = [tuple(row) for row in story.store.rows("SELECT a, b, score FROM timeline_pairs")]
    found = {}
    for group in grouped(rows, pairs):
        one = drafted([rows[n] for n in group])
        known = (one.id, one.begin, one.end, one.status, one.weight, one.outlets,
                 rows[one.shown]["record"])  # fmt: skip
        found[known] = {rows[n]["record"] for n in group}
    return found


def test_kept_entries_are_those_put_together_afresh_whatever_happened(story):
    story.add_documents([FIRST, SECOND, THIRD])
    assert kept(story) == afresh(story)
    story.add_documents([FOURTH])
    assert kept(story) == afresh(story)
    whole = kept(story)
    (opened,) = (e for e in story.timeline().items if e.begin == date(2031, 5, 5))
    assert told(opened) == {"الضفة", "المرفأ", "النورس"}
    made = story.correct(opened.evidence[0].record, "reject")
    assert kept(story) == afresh(story)
    gone = opened.evidence[0].record
    assert all(gone != one.record for e in story.timeline().items for one in e.evidence)
    story.undo(made.id)
    assert kept(story) == afresh(story) == whole
    number = story.correct(opened.evidence[0].article.id, "edit", changes={"outlet": "المرفأ"}).id
    assert kept(story) == afresh(story) != whole
    story.undo(number)
    story.remove(opened.evidence[1].article.id)
    assert kept(story) == afresh(story)
    story.refresh(every=True)
    assert kept(story) == afresh(story)
    for row in story.articles().items:
        story.remove(row.id)
    assert kept(story) == afresh(story) == {}
    assert story.timeline().total == 0


def test_entries_are_kept_whole_or_not_at_all(story, monkeypatch):
    story.add_documents([FIRST, SECOND])
    before = kept(story)
    known = derived.modules()
    last = known[-1]

    def stopped(store, article):
        raise KeyboardInterrupt

    with monkeypatch.context() as cut:
        cut.setattr(
            derived, "modules",
            lambda: (*known[:-1], derived.Derived(last.name, last.version, (), stopped, last.forget)),
        )  # fmt: skip
        with pytest.raises(KeyboardInterrupt):
            story.add_documents([FOURTH])
        assert kept(story) == before
    story.refresh()
    assert kept(story) == afresh(story) != before


@pytest.mark.parametrize("chosen", [
    {"status": "deadline"}, {"outlet": "المرفأ"}, {"place": "سلوان"}, {"since": date(2031, 5, 6)},
    {"until": date(2031, 5, 6)}, {"outlet": "الضفة", "status": "happened"},
])  # fmt: skip
def test_a_choice_keeps_whole_entries_and_counts_them(story, chosen):
    story.add_documents([FIRST, SECOND, THIRD, FOURTH])
    whole = story.timeline().items
    found = story.timeline(**chosen)
    assert found.items and found.total == len(found.items) < len(whole)
    assert [e for e in whole if e in found.items] == list(found.items)
    pages = [story.timeline(**chosen, limit=1, offset=n).items for n in range(found.total)]
    assert tuple(one for page in pages for one in page) == found.items
    assert [h.id for h in story.timeline_heads(100, **chosen).items] == [e.id for e in found.items]


def test_a_deadline_stands_once_in_however_many_words(story):
    promise = (
        "خبر السد\n\nتعهد الأردن بسحب حراس السد من ضفة اليرموك بحلول نهاية عام 2033.",
        "حراس السد\n\nوأعلن الأردن أن انسحاب الحراس من اليرموك سيكتمل قبل نهاية عام 2033.",
    )
    story.add_documents(
        Document(source=f"{n}.txt", outlet=f"الضفة {n}", title=text.split("\n")[0], text=text,
                 published=f"2032-05-0{n}")
        for n, text in enumerate(promise, 1)
    )  # fmt: skip
    due = [e for e in story.timeline(status="deadline").items if e.end == date(2033, 12, 31)]
    assert len(due) == 1
    assert len(due[0].evidence) == 2


def test_one_deadline_stands_once_however_exactly_or_shortly_it_is_told(story):
    pledge = "تعهدت شركة المرافئ بتسليم أرصفة ميناء الوردة للبلدية"
    story.add_documents([
        Document("p.txt", f"خبر أول\n\n{pledge} بحلول مطلع يونيو 2032.", title="خبر أول", outlet="الضفة",
                 published="2031-03-05"),
        Document("q.txt", f"خبر ثان\n\n{pledge} بحلول الأول من يونيو 2032. ومن المقرر أن يكتمل التسليم بحلول الأول"
                 " من يونيو 2032.", title="خبر ثان", outlet="المرفأ", published="2031-04-05"),
    ])  # fmt: skip
    (entry,) = story.timeline(since=date(2032, 1, 1)).items
    assert (entry.begin, entry.end, entry.status) == (date(2032, 6, 1), date(2032, 6, 1), "deadline")
    assert told(entry) == {"الضفة", "المرفأ"}


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("الوردة، بلاد الجزر (وكالة)-- غرقت العبارة", 29),
        ("الوردة (وكالة الجزر) - غرقت العبارة", 23),
        ("غرقت العبارة في الوردة (غرب) - بحسب مصادر", 0),
        ("غرقت العبارة", 0),
    ],
)
def test_a_dateline_is_no_part_of_what_is_told(text, length):
    assert dateline(text) == length
