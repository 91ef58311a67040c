"""add, show, search, export, correct, refresh: what a person types, and what comes back."""

import csv
import errno
import io
import json
import socket

import pytest
from click.testing import CliRunner

from rawi.cli import main

TEXT = (
    "قال وزير الأشغال ماهر الدلال إن الجسر سيفتح أمام المارة في الربيع المقبل.\n"
    "وأضاف أن الكلفة لم تتغير منذ بدء العمل."
)
OTHER = "أعلنت بلدية مرسى الورد أن الميناء القديم سيتحول إلى سوق للصيادين."


@pytest.fixture
def rawi():
    runner = CliRunner()
    return lambda *arguments: runner.invoke(main, [str(a) for a in arguments])


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "articles"
    place.mkdir()
    (place / "bridge.txt").write_text(TEXT, encoding="utf-8")
    (place / "market.txt").write_text(OTHER, encoding="utf-8")
    return place


@pytest.fixture
def story(tmp_path, folder, rawi):
    path = tmp_path / "s.rawi"
    assert rawi("add", path, folder).exit_code == 0
    return path


def test_adding_tells_what_became_of_each_file(tmp_path, folder, rawi):
    path = tmp_path / "new.rawi"
    first = rawi("add", path, folder)
    assert first.exit_code == 0 and "2  read" in first.output
    assert "2  already there" in rawi("add", path, folder).output
    (folder / "copy.txt").write_text(TEXT, encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    third = rawi("add", path, folder)
    assert third.exit_code == 1
    assert "2  refused" in third.output and "bridge.txt" in third.output


def test_the_story_may_be_left_out(tmp_path, folder, rawi, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert rawi("add", folder).exit_code == 0
    assert (tmp_path / "story.rawi").exists()


def test_what_is_no_story_is_refused_in_a_line(tmp_path, rawi):
    other = tmp_path / "notes.rawi"
    other.write_text("ملاحظات لا علاقة لها بالبرنامج", encoding="utf-8")
    for arguments in (("show", other), ("search", other, "جسر"), ("show", tmp_path / "none.rawi")):
        done = rawi(*arguments)
        assert done.exit_code == 1
        assert done.stderr.startswith("rawi: ") and done.stderr.count("\n") == 1
    assert not (tmp_path / "none.rawi").exists()


def test_show_and_search_give_the_words(story, rawi):
    assert "articles" in rawi("show", story).output
    found = rawi("search", story, "جسر")
    assert found.exit_code == 0 and "الجسر" in found.output
    hit = json.loads(rawi("search", story, "جسر", "--json").output)
    assert hit["text"] == "الجسر" == TEXT[hit["start"] : hit["end"]]
    assert hit["published"] is None
    assert rawi("search", story, "زرافة").exit_code == 1


def test_show_one_article(story, rawi):
    id = json.loads(rawi("search", story, "جسر", "--json").output)["article"]
    assert "statement" in rawi("show", story, id).output
    assert id in rawi("show", story, "--articles").output


def test_export_jsonl_holds_every_record(story, rawi, tmp_path):
    rows = [json.loads(line) for line in rawi("export", story).output.splitlines()]
    assert [r["kind"] for r in rows].count("article") == 2
    texts = {r["id"]: r["text"] for r in rows if r["kind"] == "article"}
    for row in rows:
        if row["kind"] != "article":
            assert texts[row["article"]][row["start"] : row["end"]] == row["text"]
    out = tmp_path / "o.jsonl"
    rawi("export", story, "--kind", "statement", "--output", out)
    kinds = {json.loads(line)["kind"] for line in out.read_text(encoding="utf-8").splitlines()}
    assert kinds == {"statement"}


def test_export_csv_is_one_table(story, rawi):
    text = rawi("export", story, "--format", "csv", "--kind", "statement").output
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert rows and all(r["kind"] == "statement" and r["speaker"] for r in rows)


def test_a_listed_statement_can_be_named_to_other_commands(story, rawi):
    first = rawi("statements", story, "--format", "jsonl", "--limit", 1).output
    row = json.loads(first)
    assert row["kind"] == "statement" and "outlet" in row and "published" in row
    assert row["id"] in rawi("statements", story).output
    assert rawi("statements", story, "--chain", row["id"]).exit_code == 0


def test_nothing_found_is_said(story, rawi):
    assert "No statement" in rawi("statements", story, "--speaker", "زرافة").output
    assert "No entry" in rawi("timeline", story, "--actor", "زرافة").output
    assert "No contradiction" in rawi("conflicts", story, "--speaker", "زرافة").output


def test_a_stretch_of_days_is_not_told_as_its_first_day():
    from datetime import date

    from rawi.export.csv import stretch
    from rawi.records import Days, Published

    first, last = date(2022, 3, 8), date(2022, 3, 14)
    assert stretch(Published(first, first, "metadata")) == "2022-03-08"
    assert stretch(Published(first, last, "inferred")) == "2022-03-08/2022-03-14"
    assert stretch(Days(None, last)) == "../2022-03-14"
    assert stretch(Days(None, None)) is None and stretch(None) is None


def test_an_untitled_article_is_listed_by_its_files_name(tmp_path, rawi):
    folder = tmp_path / "مجلد طويل الاسم"
    folder.mkdir()
    (folder / "خبر.txt").write_text(TEXT, encoding="utf-8")
    rawi("add", tmp_path / "s.rawi", folder)
    assert "خبر.txt" in rawi("show", tmp_path / "s.rawi", "--articles").output


def test_a_correction_is_made_listed_and_undone(story, rawi):
    def statements():
        lines = rawi("export", story, "--kind", "statement").output.splitlines()
        return [json.loads(line) for line in lines]

    before = statements()
    id = before[0]["id"]
    assert rawi("correct", story, id, "reject", "--by", "هدى").exit_code == 0
    assert id not in {s["id"] for s in statements()}
    assert "هدى" in rawi("correct", story, "--list").output
    assert rawi("refresh", story, "--all").exit_code == 0
    assert id not in {s["id"] for s in statements()}
    assert rawi("correct", story, "--undo", 1).exit_code == 0
    assert statements() == before
    rawi("correct", story, id, "edit", "--set", "act=deny")
    assert {s["id"]: s["act"] for s in statements()}[id] == "deny"
    wrong = rawi("correct", story, id, "edit", "--set", "act=sing")
    assert wrong.exit_code == 1 and "deny" in wrong.stderr


def test_an_article_is_taken_out_whole_or_not_at_all(story, rawi):
    rows = [
        json.loads(line) for line in rawi("export", story, "--format", "jsonl").output.splitlines()
    ]
    first, second = [r["id"] for r in rows if r["kind"] == "article"]
    refused = rawi("remove", story, first, "nowhere")
    assert refused.exit_code == 1 and "nowhere" in refused.output
    assert first in rawi("show", story, "--articles").output
    assert rawi("remove", story, first).exit_code == 0
    left = rawi("show", story, "--articles").output
    assert second in left and first not in left
    rest = rawi("export", story, "--format", "jsonl").output
    assert first not in rest


@pytest.mark.parametrize("command", ["export", "dossier"])
def test_no_file_is_written_over_a_story_or_left_half_written(story, rawi, tmp_path, command):
    def write(place):
        return (
            rawi("export", story, "-o", place)
            if command == "export"
            else rawi("dossier", "write", story, place, "--format", "html")
        )

    if command == "dossier":
        record = rawi("export", story, "--kind", "statement").output.splitlines()[0]
        assert rawi("dossier", "add", story, json.loads(record)["id"]).exit_code == 0
    before = rawi("export", story).output
    result = write(story)
    assert result.exit_code == 1
    assert "would be lost" in result.output
    assert rawi("export", story).output == before

    result = write(tmp_path / "missing" / "out")
    assert result.exit_code == 1
    assert result.output.startswith("rawi: ") and "its folder does not exist" in result.output
    assert ".part" not in result.output

    kept = tmp_path / "out"
    kept.write_text("before", encoding="utf-8")
    assert write(kept).exit_code == 0
    assert kept.read_text(encoding="utf-8-sig").startswith(("{", "<!"))
    assert not list(tmp_path.glob("*.part"))


def test_an_export_that_fails_leaves_what_was_there(story, rawi, tmp_path, monkeypatch):
    from rawi.export import jsonl

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    kept = tmp_path / "out.jsonl"
    assert rawi("export", story, "-o", kept).exit_code == 0
    before = kept.read_bytes()
    monkeypatch.setattr(jsonl, "write", full)
    result = rawi("export", story, "-o", kept)
    assert result.exit_code == 1
    assert result.output == "rawi: No space left on device\n"
    assert kept.read_bytes() == before
    assert sorted(p.name for p in tmp_path.glob("out*")) == ["out.jsonl"]


def test_devices_and_names_too_long_are_refused_in_a_line(story, rawi, tmp_path):
    result = rawi("add", story, "/dev/zero", "س" * 300)
    assert result.exit_code == 1
    assert "2  refused" in result.output
    assert "a pipe or a device" in result.output and "File name too long" in result.output
    assert rawi("add", "س" * 300).exit_code == 1


def test_every_refusal_is_listed_where_no_screen_bounds_them(tmp_path, rawi):
    for n in range(40):
        (tmp_path / f"{n}.txt").write_text("", encoding="utf-8")
    shown = rawi("add", tmp_path / "new.rawi", *sorted(tmp_path.glob("*.txt"))).output
    assert shown.count("the file is empty") == 40


def test_a_link_to_itself_stops_nothing(tmp_path, folder, rawi):
    (folder / "self.txt").symlink_to("self.txt")
    result = rawi("add", tmp_path / "new.rawi", folder)
    assert result.exit_code == 1
    assert "2  read" in result.output and "self.txt" in result.output


def test_a_port_that_is_taken_is_told_in_a_line(story, rawi):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = rawi("serve", story, "--port", taken.getsockname()[1])
    assert result.exit_code == 1
    assert "cannot listen on 127.0.0.1" in result.output and "--port" in result.output
    assert rawi("serve", story, "--port", 99_999).exit_code == 2


def test_a_number_beyond_all_bounds_is_no_correction(story, rawi):
    result = rawi("correct", story, "--undo", 10**30)
    assert result.exit_code == 1
    assert result.output.startswith("rawi: ")
