"""`python -m benchmarks.accuracy`: figures out, errors listed, the gate closed below a floor."""

import json

import pytest

from benchmarks.accuracy import __main__ as command
from benchmarks.accuracy import floors
from benchmarks.accuracy.gold import Corpus

SAMPLE = command.ROOT / "sample"


@pytest.fixture
def alone(monkeypatch, tmp_path):
    """The command with the sample alone, its page and its floors in a folder of the test's."""
    sample = Corpus.at("sample", SAMPLE / "articles", SAMPLE / "gold", "About.")
    monkeypatch.setattr(command, "corpora", lambda: [sample])
    monkeypatch.setattr(command, "SHARED", tmp_path / "none")
    monkeypatch.setattr(command, "PAGE", tmp_path / "accuracy.md")
    kept = tmp_path / "floors.json"
    monkeypatch.setattr(floors.load, "__defaults__", (kept,))
    monkeypatch.setattr(floors.save, "__defaults__", (kept,))
    return tmp_path


def test_floors_are_raised_then_held(alone, capsys):
    assert command.main(["--raise"]) == 0
    assert command.main([]) == 0
    assert "# Accuracy" in (alone / "accuracy.md").read_text(encoding="utf-8")
    held = json.loads((alone / "floors.json").read_text(encoding="utf-8"))
    held["sample"]["floors"]["time.strict.f1"] = 1.5
    (alone / "floors.json").write_text(json.dumps(held), encoding="utf-8")
    assert command.main([]) == 1
    assert "time.strict.f1" in capsys.readouterr().err


def test_json_and_errors(alone, capsys):
    assert command.main(["--json"]) == 0
    figures = json.loads(capsys.readouterr().out)
    assert 0 < figures["sample"]["statement.f1"] <= 1
    command.main(["--errors", "entity"])
    assert "entity" in capsys.readouterr().out


def test_gold_of_your_own(capsys, tmp_path):
    (tmp_path / "gold").mkdir()
    (tmp_path / "articles").mkdir()
    text = "قال سليم الأشرعي إن البوابات فُتحت صباح الأول من يونيو 2021."
    (tmp_path / "articles" / "000.txt").write_text(text, encoding="utf-8")
    gold = {"times": [{"text": "الأول من يونيو 2021", "begin": "2021-06-01", "end": "2021-06-01"}]}
    (tmp_path / "gold" / "000.json").write_text(json.dumps(gold), encoding="utf-8")
    start = text.index("الأول")
    row = {"kind": "time", "article": "000", "start": start, "end": start + 19}
    records = tmp_path / "records.jsonl"
    records.write_text(json.dumps(row) + "\n", encoding="utf-8")
    own = ["--gold", str(tmp_path / "gold"), "--articles", str(tmp_path / "articles"), "--json"]
    command.main([*own, "--records", str(records)])
    rates = json.loads(capsys.readouterr().out)["own"]
    assert (rates["time.relaxed.f1"], rates["time.strict.f1"], rates["time.value"]) == (1, 1, 0)
    command.main(own)
    assert json.loads(capsys.readouterr().out)["own"]["time.relaxed.f1"] == 1
