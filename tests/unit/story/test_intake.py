"""Files into a story: the same, changed, moved, interrupted, duplicate."""

import json

import pytest

import rawi
from rawi.errors import StoryError
from rawi.story import readings

TEXTS = [
    "قال مدير المصنع نبيل الحداد إن الخط الثاني سيعمل في الشتاء.",
    "أعلنت جمعية الصيادين أن الموسم سيبدأ بعد العيد بأسبوع واحد.",
    "نفت شركة القطارات رفع أسعار التذاكر على الخط الساحلي هذا العام.",
    "رأى الخبير رامي النخلي أن المطر تأخر كثيراً على حقول الشمال.",
]


@pytest.fixture
def story(tmp_path):
    with rawi.Story.open(tmp_path / "s.rawi") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "in"
    place.mkdir()
    for number, text in enumerate(TEXTS[:3]):
        (place / f"{number}.txt").write_text(text, encoding="utf-8")
    return place


def table(path, texts, **more):
    rows = [{"text": t, "outlet": "الميناء", **more} for t in texts]
    path.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in rows), encoding="utf-8")


def texts(story):
    return {reading.article.text for reading in story.readings()}


@pytest.fixture
def read(monkeypatch):
    """Every document that is really read."""
    seen = []
    real = readings.read
    monkeypatch.setattr(
        readings, "read", lambda task, *a: (seen.append(task.document.text), real(task, *a))[1]
    )
    return seen


def test_the_same_files_twice_change_nothing(story, folder, read):
    first = story.add(folder)
    assert len(first.read) == 3 == len(read)
    changes = story.store.connection.total_changes
    second = story.add(folder)
    assert (set(second.present), second.read, second.replaced) == (set(first.read), (), ())
    assert len(read) == 3 and story.store.connection.total_changes == changes


def test_a_changed_file_replaces_its_own_reading(story, folder):
    first = story.add(folder)
    (folder / "1.txt").write_text(TEXTS[3], encoding="utf-8")
    report = story.add(folder)
    assert len(report.replaced) == 1 and len(report.present) == 2
    assert report.removed == (first.read[1],)
    assert texts(story) == {TEXTS[0], TEXTS[2], TEXTS[3]}


def test_a_file_that_became_unreadable_keeps_its_reading(story, folder):
    story.add(folder)
    (folder / "1.txt").write_bytes(b"")
    report = story.add(folder)
    assert len(report.refused) == 1
    assert texts(story) == set(TEXTS[:3])


def test_rows_may_come_go_and_shift(story, tmp_path, read):
    rows = tmp_path / "rows.jsonl"
    table(rows, TEXTS[:3])
    story.add(rows)
    table(rows, [TEXTS[3], TEXTS[0], TEXTS[2]])
    report = story.add(rows)
    assert (len(report.read), len(report.present), len(report.removed)) == (1, 2, 1)
    assert texts(story) == {TEXTS[0], TEXTS[2], TEXTS[3]}
    assert len(read) == 4
    sources = {r.article.text: r.article.source for r in story.readings()}
    assert sources[TEXTS[0]].endswith("#2")


def test_what_stands_beside_the_text_counts_as_a_change(story, tmp_path):
    rows = tmp_path / "rows.jsonl"
    table(rows, TEXTS[:1])
    story.add(rows)
    table(rows, TEXTS[:1], author="سعاد الكرمل")
    report = story.add(rows)
    assert len(report.replaced) == 1 and story.overview().articles == 1


def test_a_moved_file_is_already_there(story, folder):
    story.add(folder)
    (folder / "0.txt").rename(folder / "renamed.txt")
    report = story.add(folder)
    assert (len(report.present), report.refused) == (3, ())
    assert any(a.source.endswith("renamed.txt") for a in story.articles().items)


def test_duplicates_are_refused_with_the_reason_and_the_rest_goes_on(story, folder):
    (folder / "0-copy.txt").write_text(TEXTS[0], encoding="utf-8")
    report = story.add(folder)
    assert len(report.read) == 3
    (refusal,) = report.refused
    assert "same text" in refusal.reason and "0-copy.txt" in refusal.reason
    assert refusal.source.endswith("0.txt") and refusal.hint


def test_an_interrupted_run_loses_nothing_finished_and_repeats_nothing(story, tmp_path, read):
    rows = tmp_path / "rows.jsonl"
    table(rows, TEXTS)

    def stop(done, total, source):
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        story.add(rows, progress=stop)
    assert texts(story) == set(TEXTS[:2])
    report = story.add(rows)
    assert (len(report.present), len(report.read)) == (2, 2)
    assert sorted(read) == sorted(TEXTS)


def test_progress_ends_at_the_total(story, tmp_path):
    rows = tmp_path / "rows.jsonl"
    table(rows, TEXTS)
    calls = []
    story.add(rows, progress=lambda *call: calls.append(call))
    assert [c[0] for c in calls] == sorted(c[0] for c in calls)
    assert calls[-1][0] == len(TEXTS) == calls[-1][1]


def test_a_removed_article_comes_back_when_its_file_is_added_again(story, folder):
    report = story.add(folder)
    story.remove(report.read[0])
    assert len(story.add(folder).read) == 1


def test_several_processes_read_the_same_in_the_same_order(tmp_path, folder):
    def build(name, jobs):
        with rawi.Story.open(tmp_path / name) as story:
            report = story.add(folder, jobs=jobs)
            return report, list(story.readings()), story.search("الخط")

    assert build("one.rawi", 1) == build("two.rawi", 2)


def test_a_text_that_cannot_be_kept_is_refused(story):
    from rawi.sources.document import Document

    report = story.add_documents([Document("odd", "خبر ناقص \ud800 الحروف في آخره")])
    assert len(report.refused) == 1 and story.overview().articles == 0


def test_an_older_reading_is_told_and_refreshed(story, folder):
    story.add(folder)
    story.store.connection.execute("UPDATE articles SET reader = 'older' WHERE outlet IS NULL")
    assert story.overview().stale == 3
    assert len(story.add(folder).stale) == 3
    before = list(story.readings())
    assert len(story.refresh().replaced) == 3
    assert story.overview().stale == 0 and list(story.readings()) == before
    assert story.refresh().replaced == ()


def test_a_file_whose_name_is_no_utf8_is_refused_and_the_rest_goes_on(story, folder):
    import os

    odd = os.fsencode(folder) + b"/\xff.txt"
    try:
        with open(odd, "w", encoding="utf-8") as out:
            out.write(TEXTS[3])
    except OSError:
        pytest.skip("this file system takes names in UTF-8 only")
    report = story.add(folder)
    assert len(report.read) == 3 and len(report.refused) == 1


def test_a_query_that_no_file_could_hold_is_refused(story):
    with pytest.raises(StoryError):
        story.records(outlet="\ud800")
    assert story.articles(limit=-1).items == () == story.search("خط", offset=10**30).items
