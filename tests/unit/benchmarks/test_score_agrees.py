"""The scorer and the one kept beside the repository give the same figures, digit for digit."""

import json
import random
from importlib.util import module_from_spec, spec_from_file_location

import pytest

from benchmarks.accuracy.gold import cases_from_records, locate
from benchmarks.accuracy.score import score
from rawi.records import ACTS, FORMS, NAME_TYPES


@pytest.fixture(scope="module")
def peer(shared):
    """The other scorer, as a module."""
    spec = spec_from_file_location("shared_score", shared / "score.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def both(peer, gold, articles, rows, tmp_path):
    file = tmp_path / "records.jsonl"
    file.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    theirs, _ = peer.score(str(gold), str(articles), str(file))
    ours = score(cases_from_records(gold, articles, rows)).rates
    return {name: ours[name] for name in theirs}, theirs


def perfect(text, gold, key):
    """Records that say exactly what the gold says."""
    out = []

    def record(kind, span, **more):
        start, end = locate(text, span)
        row = {"kind": kind, "article": key, "start": start, "end": end}
        out.append(row | {"text": text[start:end]} | more)

    def span(item):
        if not item:
            return None
        start, end = locate(text, item)
        return {"start": start, "end": end, "text": item["text"]}

    for t in gold["times"]:
        record("time", t, date={"begin": t["begin"], "end": t["end"]})
    for s in gold["statements"]:
        speaker = {"name": s["speaker_name"], "text": (s["speaker"] or {}).get("text")}
        record(
            "statement", s["content"], cue=span(s["cue"]), via=span(s["via"]), speaker=speaker,
            form=s["form"], act=s["act"],
        )  # fmt: skip
    for f in gold["figures"]:
        record("figure", f, value=f["value"], low=f["low"], high=f["high"])
    for c in gold["commitments"]:
        record("commitment", c, deadline=c["deadline"], status_word=c["status_word"])
    for number, e in enumerate(gold["entities"]):
        for form in e["surfaces"]:
            if form in text:
                record("name", {"text": form}, type=e["type"], entity=f"e{number}")
    return out


def spoiled(rows, text, chance):
    """The records with every kind of error in them."""
    out = []
    for row in rows:
        row = dict(row)
        if chance.random() < 0.15:
            continue
        if chance.random() < 0.3:
            row["start"] = max(0, row["start"] + chance.randint(-12, 12))
            row["end"] = min(len(text), max(row["start"] + 1, row["end"] + chance.randint(-12, 12)))
        if chance.random() < 0.2:
            change = {
                "time": {"date": chance.choice([None, {"begin": "2024-01-01", "end": None}])},
                "statement": chance.choice([
                    {"form": chance.choice(FORMS)}, {"act": chance.choice(ACTS)}, {"cue": None},
                    {"speaker": None}, {"speaker": {"name": "فلان", "text": None}},
                    {"cue": {"start": row["start"], "end": row["end"]}},
                ]),
                "figure": chance.choice([{"value": 3.004}, {"value": None}, {"low": 9}]),
                "commitment": {"deadline": chance.choice([None, {"end": "2021-12-31"}])},
                "name": chance.choice([
                    {"type": chance.choice(NAME_TYPES)}, {"entity": None}, {"entity": "e1"},
                ]),
            }  # fmt: skip
            row.update(change[row["kind"]])
        out.append(row)
        if chance.random() < 0.1:
            out.append(dict(row))
        if chance.random() < 0.1:
            start = chance.randrange(len(text) - 40)
            out.append(row | {"start": start, "end": start + chance.randint(1, 40)})
    chance.shuffle(out)
    return out


def blurred(gold, chance):
    """The gold with borderline marks and second readings, of every sort that the format knows."""

    def some(section, share, make):
        for item in gold[section]:
            if chance.random() < share:
                item.update(make(item))

    some("times", 0.2, lambda t: {"alt_dates": {"begin": "2024-01-01", "end": None}})
    some("times", 0.1, lambda t: {"bounds": {"begin": "2023-01-01", "end": "2024-06-01"}})
    some("times", 0.1, lambda t: {"optional": True})
    some("statements", 0.2, lambda s: {"alt_act": chance.choice([["say", "fear"], "deny"])})
    some("statements", 0.2, lambda s: {"alt_form": "direct", "alt_speaker_name": ["فلان", "علان"]})
    some("statements", 0.2, lambda s: {"alt_cue": [s["content"]]})
    some("statements", 0.2, lambda s: {"alt_content": [{"text": "ليس في النص ب"}, "نص"]})
    some("statements", 0.1, lambda s: {"nested": True})
    some("statements", 0.1, lambda s: {"speaker_name": None})
    some("figures", 0.3, lambda f: {"alt_value": [3, [1000, None]]})
    some("commitments", 0.3, lambda c: {"alt_deadline": [{"begin": None, "end": "2021-12-31"}]})
    some("entities", 0.2, lambda e: {"alt_type": chance.choice(NAME_TYPES)})
    some("entities", 0.1, lambda e: {"optional": True, "surfaces": [*e["surfaces"], "لا وجود له"]})
    return gold


@pytest.fixture(scope="module")
def originals(shared):
    keys = ("000", "001", "002")
    texts = {k: (shared / "articles" / f"{k}.txt").read_text(encoding="utf-8") for k in keys}
    golds = {k: (shared / "gold" / f"{k}.json").read_text(encoding="utf-8") for k in keys}
    return texts, golds


@pytest.mark.parametrize("seed", range(24))
def test_same_figures_for_spoiled_records_and_blurred_gold(peer, shared, originals, tmp_path, seed):
    texts, golds = originals
    chance = random.Random(seed)
    rows = []
    for key, text in texts.items():
        gold = json.loads(golds[key])
        found = perfect(text, gold, key)
        rows += found if seed == 0 else spoiled(found, text, chance)
        gold = blurred(gold, chance) if seed % 2 else gold
        (tmp_path / f"{key}.json").write_text(json.dumps(gold), encoding="utf-8")
    if seed % 3 == 0:  # with article records the key is the source file's, not the id's
        for key in texts:
            rows.append({"kind": "article", "id": f"a{key}", "source": f"/x/{key}.txt"})
        rows = [r | {"article": f"a{r['article']}"} if "article" in r else r for r in rows]
    ours, theirs = both(peer, tmp_path, shared / "articles", rows, tmp_path)
    assert ours == theirs
    assert sum(theirs.values()) > 0


def test_same_figures_for_no_records(peer, shared, tmp_path):
    ours, theirs = both(peer, shared / "gold", shared / "articles", [], tmp_path)
    assert ours == theirs
    assert set(theirs.values()) == {0.0}


def test_perfect_records_score_one(shared, originals):
    texts, golds = originals
    rows = [r for k in texts for r in perfect(texts[k], json.loads(golds[k]), k)]
    rates = score(cases_from_records(shared / "gold", shared / "articles", rows)).rates
    for name in (
        "time.strict.f1",
        "statement.f1",
        "statement.speaker",
        "figure.f1",
        "entity.recall",
    ):
        assert rates[name] == pytest.approx(1, abs=0.001), name
