"""`rawi conflicts` prints both pieces of evidence and the reason, in every format."""

import json

import pytest
from click.testing import CliRunner

from rawi.cli.main import main
from rawi.sources.document import Document
from rawi.story.story import Story

TEXT = (
    "أخبار الوادي\n\nقال رئيس البلدية سمير التلاوي إن \"سحب فرق الإنقاذ من الوادي ضرورة لا تقبل التأخير\"."
    "\n\nوقالت مديرة الدفاع المدني هالة النجدي إن هناك ضرورة لبقاء فرق الإنقاذ في الوادي حتى الربيع."
)  # fmt: skip


@pytest.fixture
def path(tmp_path):
    with Story.open(tmp_path / "s.rawi") as story:
        story.add_documents(
            [Document(source="a", text=TEXT, outlet="الضفة", published="2031-06-01")]
        )
    return str(tmp_path / "s.rawi")


def run(*words):
    result = CliRunner().invoke(main, ["conflicts", *words])
    assert result.exit_code == 0, result.output
    return result.output


def test_text_names_both_sides(path):
    printed = run(path)
    assert "position" in printed
    assert "سمير التلاوي" in printed and "هالة النجدي" in printed


def test_json_lines_hold_spans_and_reasons_in_both_languages(path):
    (row,) = [json.loads(line) for line in run(path, "--format", "jsonl").splitlines()]
    assert row["kind"] == "position" and row["why_ar"] and row["why_en"]
    for side in (row["a"], row["b"]):
        assert TEXT[side["span"]["start"] : side["span"]["end"]] == side["span"]["text"]


def test_csv_and_filters(path):
    assert run(path, "--format", "csv").splitlines()[0].startswith("\ufeffid,kind,grade,strength,why")
    assert len(run(path, "--format", "csv", "--kind", "figure").splitlines()) == 1
