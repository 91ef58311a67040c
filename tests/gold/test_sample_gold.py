"""The sample's gold keeps its rules: every span is there, every kind legal, every date possible."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from benchmarks.accuracy.gold import Corpus, locate, several, without_absent
from rawi import records

SAMPLE = Path(__file__).resolve().parents[2] / "sample"
CORPUS = Corpus.at("sample", SAMPLE / "articles", SAMPLE / "gold")
DOCUMENTS = CORPUS.documents()
GOLDS = {k: without_absent(g, DOCUMENTS[k].text) for k, g in CORPUS.golds()}
WEEKDAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
ROOTS = {
    None, "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "RETREAT",
}  # fmt: skip
EDGES = " \t\n\"'«»“”,،.؛"
MONTH_PARTS = {"start": (1, 10), "mid": (11, 20), "end": (21, 31)}
YEAR_PARTS = {"start": (1, 3), "mid": (5, 8), "end": (10, 12)}
each = pytest.mark.parametrize("key", sorted(GOLDS))


def spans(value):
    """Every span anywhere in a gold value."""
    if isinstance(value, dict):
        if "text" in value and ("nth" in value or "in" in value):
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def alternatives(item, key):
    return [item[key], *several(item.get(f"alt_{key}"))]


def in_order(days):
    begin, end = days["begin"], days["end"]
    return begin is None or end is None or date.fromisoformat(begin) <= date.fromisoformat(end)


def test_every_article_has_gold_and_every_gold_its_article():
    assert sorted(GOLDS) == [f"{n:03d}" for n in range(1, 13)]
    assert set(DOCUMENTS) == set(GOLDS)


@each
def test_every_span_stands_in_its_article_with_clean_edges(key):
    text = DOCUMENTS[key].text
    for span in spans({k: v for k, v in GOLDS[key].items() if k not in ("not_body", "article")}):
        start, end = locate(text, span)
        assert text[start:end] == span["text"]
        assert span["text"].strip(EDGES) == span["text"], span
    for span in spans(GOLDS[key]["not_body"]):
        locate(text, span)


@each
def test_kinds_are_legal(key):
    gold = GOLDS[key]
    for item in gold["statements"]:
        assert set(alternatives(item, "form")) <= set(records.FORMS)
        assert set(alternatives(item, "act")) <= set(records.ACTS)
        assert item["speaker_name"] or item.get("where") == "title"
    for item in gold["times"]:
        assert item["type"] in records.TIME_TYPES
        assert item["mod"] in (None, *records.TIME_MODS)
    for item in gold["figures"]:
        assert item["mod"] in (None, *records.FIGURE_MODS)
        assert item["value"] is not None or item["low"] is not None or item["high"] is not None
    for item in gold["commitments"]:
        assert set(alternatives(item, "status_word")) <= set(records.STATUS_WORDS)
        assert item["party"]
    for item in gold["entities"]:
        assert set(alternatives(item, "type")) <= set(records.NAME_TYPES)
    assert {item["type"] for item in gold["events"]} <= ROOTS
    assert gold["article"]["published"]["basis"] in records.BASES


@each
def test_surfaces_roles_and_actions_stand_in_the_article(key):
    text = DOCUMENTS[key].text
    for entity in GOLDS[key]["entities"]:
        for words in [*entity["surfaces"], *entity["roles"]]:
            assert words in text, words
    for item in GOLDS[key]["commitments"]:
        assert item["action"] in text
        assert item["condition"] is None or item["condition"] in text
    for item in GOLDS[key]["figures"]:
        if item["thing"]:
            start, end = locate(text, item)
            inner = locate(text, item["thing"])
            assert start <= inner[0] and inner[1] <= end


@each
def test_speakers_are_entities_or_said_to_be_nobody_known(key):
    gold = GOLDS[key]
    text = DOCUMENTS[key].text
    known = {form for e in gold["entities"] for form in [e["name"], *e["surfaces"]]}
    for item in gold["statements"]:
        name = item["speaker_name"]
        assert name is None or name in known or name in text, name


@each
def test_dates_are_possible_and_agree_with_their_value(key):
    gold = GOLDS[key]
    for item in [*gold["times"], gold["article"]["published"]]:
        assert in_order(item)
    for item in gold["commitments"]:
        assert item["deadline"] is None or in_order(item["deadline"])
    for item in gold["times"]:
        if item["begin"] and item["value"][:2] == "20" and item["value"][4:6] not in ("-W", "-S"):
            assert _days(item["value"][:10], item["mod"]) == (item["begin"], item["end"]), item


def _days(value, mod):
    parts = [int(p) for p in value.split("-")]
    if len(parts) == 3:
        return value, value
    if len(parts) == 1:
        first, last = YEAR_PARTS.get(mod, (1, 12))
        return date(parts[0], first, 1).isoformat(), _month_end(parts[0], last).isoformat()
    first, last = MONTH_PARTS.get(mod, (1, 31))
    end = min(last, _month_end(*parts).day)
    return date(*parts, first).isoformat(), date(*parts, end).isoformat()


def _month_end(year, month):
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


@each
def test_weekdays_fall_on_their_dates(key):
    for item in GOLDS[key]["times"]:
        named = [n for n, day in enumerate(WEEKDAYS) if day in item["text"]]
        if named and item["begin"]:
            assert [date.fromisoformat(item["begin"]).weekday()] == named, item


def test_the_story_stands_on_its_articles():
    story = json.loads((SAMPLE / "gold" / "story.json").read_text(encoding="utf-8"))
    found = [s for s in spans(story) if "article" in s]
    assert len(found) > 80
    for span in found:
        locate(DOCUMENTS[span["article"]].text, span)
    for entry in story["timeline"]:
        assert in_order(entry)
        assert entry["evidence"] and entry["what"]["ar"] and entry["what"]["en"]
    for thread in story["commitment_threads"]:
        said = [step["date_said"]["begin"] for step in thread["steps"]]
        assert said == sorted(said) or "010" in {s["article"] for s in thread["steps"]}
        assert {s["status_word"] for s in thread["steps"]} <= set(records.STATUS_WORDS)
    assert {c["kind"] for c in story["conflicts"]} <= {"denial", "figure", "date", "position"}
    for pair in story["reuse"]:
        assert len(pair["a"]["text"].split()) >= 8
        published = [GOLDS[pair[s]["article"]]["article"]["published"]["begin"] for s in "ab"]
        assert pair["earlier"] == pair["a"]["article"] and published[0] < published[1]


def test_the_sample_has_what_it_is_for():
    days = [g["article"]["published"] for g in GOLDS.values()]
    assert {d["begin"][:4] for d in days} == {"2021", "2022", "2023"}
    assert {d["basis"] for d in days} == {"metadata", "printed", "inferred"}
    assert len({g["article"]["outlet"] for g in GOLDS.values()}) == 5
    acts = {s["act"] for g in GOLDS.values() for s in g["statements"]}
    assert acts == set(records.ACTS)
    words = {c["status_word"] for g in GOLDS.values() for c in g["commitments"]}
    assert words >= {"agreed", "announced", "planned", "reaffirmed", "postponed", "denied", "done"}
