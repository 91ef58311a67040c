"""`rawi commitments` and `rawi figures` in every format."""

import csv
import io
import json

import pytest
from click.testing import CliRunner

from rawi.cli.main import main
from rawi.sources.document import Document
from rawi.story.story import Story

TEXTS = (
    (
        "المرصد",
        "2023-03-05",
        "تعهدت شركة المرافئ بتسليم ميناء الوردة للبلدية بحلول نهاية عام 2023.",
    ),
    ("الشاطئ", "2023-06-10", "وينتشر 1000 جندي فرنسي في لبنان."),
    ("الميناء", "2023-12-20", "ويوجد 2500 جندي فرنسي في لبنان."),
)


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "s.rawi"
    with Story.open(path) as opened:
        opened.add_documents(
            Document(f"{o}.jsonl#1", f"خبر {o}\n\n{t}", title=f"خبر {o}", outlet=o, published=d)
            for o, d, t in TEXTS
        )
    return str(path)


def run(*arguments: str) -> str:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    return result.output


def test_commitments_say_their_state_in_both_languages(story):
    shown = run("commitments", story, "--as-of", "2023-12-01")
    assert "open, due in 30 days" in shown
    assert "بعد 30 يوماً" in shown
    assert "passed without word" in run("commitments", story, "--as-of", "2024-06-01")


def table(printed):
    assert printed.startswith("\ufeff"), "Excel reads Arabic wrongly without the mark"
    return list(csv.DictReader(io.StringIO(printed.removeprefix("\ufeff"))))


def test_commitments_for_programs(story):
    (line,) = run("commitments", story, "--format", "jsonl").splitlines()
    assert json.loads(line)["state"]["state"] == "due"
    (row,) = table(run("commitments", story, "--format", "csv"))
    assert row["deadlines"] == "2023-12-31"
    assert run("commitments", story, "--state", "done", "--format", "jsonl") == ""


def test_a_day_that_is_none_is_refused(story):
    result = CliRunner().invoke(main, ["commitments", story, "--as-of", "غدا"])
    assert result.exit_code == 2


def test_figures_show_points_and_jumps(story):
    shown = run("figures", story)
    assert "1 of 1 series" in shown
    assert "×2.5" in shown


def test_figures_for_programs(story):
    (line,) = run("figures", story, "--format", "jsonl").splitlines()
    assert [p["number"] for p in json.loads(line)["points"]] == [1000, 2500]
    rows = table(run("figures", story, "--format", "csv"))
    assert [r["value"] for r in rows] == ["1000", "2500"]
    assert run("figures", story, "--place", "دمشق", "--format", "jsonl") == ""
