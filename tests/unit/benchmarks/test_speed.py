"""The speed bench measures every stage and says what it read. No test looks at the figures' size."""

import gzip
import json

from benchmarks.speed import asking, pages
from benchmarks.speed.__main__ import main
from benchmarks.speed.articles import articles, page
from benchmarks.speed.growth import growth
from benchmarks.speed.measure import measure
from rawi.pipeline import STAGES
from rawi.sources.html import document_from_page
from rawi.story import Story


def test_without_news_the_sample_is_read_again_and_again(tmp_path):
    documents, where = articles(30, tmp_path / "none.gz")
    assert where == "sample"
    assert len(documents) == 30
    assert len({d.source for d in documents}) == 12


def test_news_are_taken_evenly(tmp_path):
    news = tmp_path / "news.jsonl.gz"
    rows = [{"outlet": "صدى", "title": f"خبر {n}", "text": "نص", "url": f"u{n}"} for n in range(10)]
    with gzip.open(news, "wt", encoding="utf-8") as stream:
        stream.writelines(json.dumps(r) + "\n" for r in rows)
    documents, where = articles(5, news)
    assert (where, [d.url for d in documents]) == ("news", ["u0", "u2", "u4", "u6", "u8"])


def test_every_stage_is_timed(tmp_path):
    documents, _ = articles(3, tmp_path / "none.gz")
    times = measure(documents)
    assert set(times.stages) == {"article", "analysis", *(s.gives for s in STAGES)}
    figures = times.summary()
    assert figures["articles"] == 3
    assert figures["words"] > 300
    assert figures["trafilatura_pages_a_second"] > 0
    assert figures["peak_mb"] > 1


def test_a_made_page_holds_the_article(tmp_path):
    document = articles(1, tmp_path / "none.gz")[0][0]
    text = document_from_page(page(document), "page.html").text
    paragraph = max(document.text.splitlines(), key=len)
    assert paragraph in text


def test_json_is_what_is_asked_for(capsys, monkeypatch, tmp_path):
    monkeypatch.setattr(
        "benchmarks.speed.__main__.articles", lambda n: articles(n, tmp_path / "none.gz")
    )
    main(["--n", "2", "--json"])
    assert json.loads(capsys.readouterr().out)["from"] == "sample"


def test_growth_takes_every_article_in_once(tmp_path):
    documents, _ = articles(14, tmp_path / "none.gz")
    grown = growth(documents)
    assert grown.articles == 12  # two of the fourteen are copies of the first two
    assert grown.young > 0 and grown.old > 0


def test_every_page_of_a_story_is_timed_and_found(tmp_path):
    documents, _ = articles(12, tmp_path / "none.gz")
    with Story.open(tmp_path / "s.rawi") as story:
        story.add_documents(documents)
    timings = pages.measure(tmp_path / "s.rawi")
    assert {t.status for t in timings} == {200}
    assert {"desk", "timeline", "one person", "ask", "one article"} <= {t.name for t in timings}
    assert all(t.size > 0 and t.first > 0 for t in timings)


def test_a_page_over_its_mark_is_named_in_the_table():
    slow = pages.Timing("desk", "/", 200, 400.0, 3.0, 400.0, 40.0)
    lost = pages.Timing("help", "/help", 404, 4.0, 3.0, 5.0, 40.0)
    fine = pages.Timing("ask", "/ask?q=x", 200, 400.0, 3.0, 400.0, 40.0)
    assert (slow.missed, lost.missed, fine.missed) == (True, True, False)
    _, first, second, third = pages.table([slow, lost, fine]).splitlines()
    assert "over 150 ms" in first and "answers 404" in second and "over" not in third


def test_questions_are_timed_in_both_languages(tmp_path):
    documents, _ = articles(12, tmp_path / "none.gz")
    with Story.open(tmp_path / "s.rawi") as story:
        story.add_documents(documents)
    figures = asking.measure(tmp_path / "s.rawi")
    assert [f.language for f in figures] == ["Arabic", "English"]
    assert all(0 < f.later <= f.most for f in figures)


def test_a_language_over_its_mark_is_named_in_the_table():
    slow, fine = (
        asking.Asking("Arabic", 700.0, 90.0, 100.0, None),
        asking.Asking("English", 200.0, 90.0, 100.0, 4.0),
    )
    assert slow.missed and not fine.missed
    _, first, second = asking.table([slow, fine]).splitlines()
    assert "over 500 ms" in first and "over" not in second
