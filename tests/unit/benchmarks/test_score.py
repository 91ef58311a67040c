"""What each figure counts, on a case small enough to reckon by hand."""

import json

import pytest

from benchmarks.accuracy import floors
from benchmarks.accuracy.gold import Case, GoldError, cases_from_records, locate
from benchmarks.accuracy.report import Section, report
from benchmarks.accuracy.score import precision_recall_f1, score

TEXT = (
    "نفى سليم الأشرعي وجود خطة لرفع السد\n\nوقال الأشرعي أمس إن 20 عاملاً وصلوا. اقرأ أيضا: خبر آخر"
)
GOLD = {
    "article": {
        "title": {"text": "نفى سليم الأشرعي وجود خطة لرفع السد"}, "outlet": "صدى ندوان",
        "published": {"begin": "2022-02-01", "end": "2022-02-28", "basis": "inferred"},
    },
    "not_body": [{"text": "اقرأ أيضا: خبر آخر"}],
    "times": [{"text": "أمس", "begin": "2022-02-11", "end": "2022-02-11"}],
    "statements": [
        {
            "content": {"text": "وجود خطة لرفع السد"}, "cue": {"text": "نفى"}, "speaker": None,
            "speaker_name": "سليم الأشرعي", "form": "indirect", "act": "deny", "via": None,
        },
        {
            "content": {"text": "20 عاملاً وصلوا"}, "cue": {"text": "وقال"}, "speaker": None,
            "speaker_name": "سليم الأشرعي", "form": "indirect", "act": "say", "via": None,
        },
    ],
    "figures": [{"text": "20 عاملاً", "value": 20, "low": None, "high": None}],
    "entities": [{"type": "person", "surfaces": ["سليم الأشرعي", "الأشرعي"]}],
}  # fmt: skip


def row(kind, words, nth=1, **more):
    start, end = locate(TEXT, {"text": words, "nth": nth})
    return {"kind": kind, "start": start, "end": end, "text": words} | more


def rates(*records, gold=GOLD, article=None):
    return score([Case("001", TEXT, gold, records, article)]).rates


def test_statement_counts_at_half_and_its_fields_among_hits():
    half = row("statement", "وجود خطة", act="deny", form="direct", speaker={"name": "الأشرعي"})
    less = row("statement", "20", act="say", form="indirect")
    got = rates(half, less)
    assert got["statement.p"] == 0  # 8 of 18 letters is less than half
    whole = row("statement", "وجود خطة لرفع", act="deny", form="direct",
                speaker={"name": "الأشرعي"}, cue=row("", "نفى"))  # fmt: skip
    got = rates(whole, less)
    assert (got["statement.p"], got["statement.r"]) == (0.5, 0.5)
    assert (got["statement.speaker"], got["statement.act"], got["statement.form"]) == (1, 1, 0)
    assert got["statement.cue"] == got["statement.via"] == 1


def test_borderline_gold_is_neither_asked_nor_held_against():
    gold = GOLD | {"times": [GOLD["times"][0] | {"optional": True}]}
    assert score([Case("1", TEXT, gold, (row("time", "أمس"),))]).counts["time.found"] == 0
    assert score([Case("1", TEXT, gold)]).counts["time.gold"] == 0


def test_figure_needs_its_value():
    assert rates(row("figure", "20 عاملاً", value=20))["figure.f1"] == 1
    assert rates(row("figure", "20 عاملاً", value=21))["figure.f1"] == 0


def test_entity_forms_of_one_person_must_share_an_id():
    full, short = (
        row("name", "سليم الأشرعي", type="person"),
        row("name", "الأشرعي", 2, type="person"),
    )
    together = rates(full | {"entity": "e1"}, short | {"entity": "e1"})
    apart = rates(full | {"entity": "e1"}, short | {"entity": "e2"})
    assert (together["entity.recall"], together["entity.precision"]) == (1, 1)
    assert (together["entity.pair.f1"], apart["entity.pair.f1"]) == (1, 0)


def test_body_and_masthead():
    end = TEXT.index(" اقرأ")
    article = {
        "outlet": "صحيفة صدى ندوان", "title": {"start": 0, "end": 35, "text": TEXT[:35]},
        "published": {"begin": "2022-02-05", "end": "2022-02-06"},
        "body": [{"start": 37, "end": end}],
    }  # fmt: skip
    got = rates(article=article)
    assert (got["article.fields"], got["article.published"], got["body.f1"]) == (1, 1, 1)
    late = article | {"published": {"begin": "2022-02-05", "end": "2022-03-01"}}
    greedy = late | {"body": [{"start": 0, "end": len(TEXT)}], "outlet": None}
    got = rates(article=greedy)
    assert got["article.published"] == 0
    assert got["article.fields"] == pytest.approx(1 / 3, abs=0.001)
    assert 0.6 < got["body.f1"] < 1


def test_errors_name_what_was_missed_and_what_is_extra():
    found = score([Case("007", TEXT, GOLD, (row("time", "وقال"),))]).errors["time"]
    assert found == ["007 MISSED   time: أمس", "007 EXTRA    time: وقال"]


def test_gold_that_is_not_in_the_article_is_an_error():
    with pytest.raises(GoldError, match="nth 3"):
        locate(TEXT, {"text": "الأشرعي", "nth": 3})


def test_records_find_their_article_by_source_file(tmp_path):
    (tmp_path / "001.json").write_text(json.dumps(GOLD), encoding="utf-8")
    (tmp_path / "001.txt").write_text(TEXT, encoding="utf-8")
    rows = [
        {"kind": "article", "id": "a9", "source": "001.txt"},
        row("time", "أمس", article="a9", date={"begin": "2022-02-11", "end": "2022-02-11"}),
    ]
    (case,) = cases_from_records(tmp_path, tmp_path, rows)
    assert score([case]).rates["time.value"] == 1


def test_precision_recall_f1():
    assert precision_recall_f1(0, 0, 0) == (0, 0, 0)
    assert precision_recall_f1(1, 2, 4) == (0.5, 0.25, pytest.approx(1 / 3))


def test_floors_only_go_up_and_hold_for_one_corpus():
    first = floors.Measured("sample", "d1", {"time.f1": 0.8049, "event.f1": 0.57})
    held = floors.raised(first, {})
    assert held["sample"]["floors"] == {"time.f1": 0.8, "event.f1": 0.57}
    lower = floors.Measured("sample", "d1", {"time.f1": 0.7, "event.f1": 0.6})
    assert floors.below(lower, held) == ["sample: time.f1 is 0.7000, its floor 0.8000"]
    held = floors.raised(lower, held)
    assert held["sample"]["floors"] == {"time.f1": 0.8, "event.f1": 0.6}
    changed = floors.Measured("sample", "d2", {"time.f1": 0.9, "event.f1": 0.9})
    assert "--raise" in floors.below(changed, held)[0]
    assert floors.below(floors.Measured("new", "d", {"time.f1": 0}), held) == []


def test_a_figure_that_disappears_falls_below_its_floor():
    held = {"sample": {"digest": "d", "floors": {"time.f1": 0.4}}}
    assert floors.below(floors.Measured("sample", "d", {}), held)


def test_the_page_shows_figures_floors_and_people():
    page = report([Section("sample", "About.", {"time.value": 0.5}, {"time.value": 0.25})])
    assert "| time.value | 0.500 | 0.250 | 1.00 |" in page
    assert "| peer dateparser | 0.740 |" in report(
        [Section("t", "A.", {"peer dateparser": 0.74}, {})]
    )
