"""`rawi read`: JSON Lines out, refusals to standard error, status 1 when anything was refused."""

import json

import pytest
from click.testing import CliRunner

from rawi.cli import main

TEXT = "قالت الوزيرة سلمى النجار إن الجسر الجديد سيفتح في الربيع.\nوأضافت أن العمل انتهى."


@pytest.fixture
def run():
    return lambda *args, **kw: CliRunner().invoke(main, ["read", *map(str, args)], **kw)


def test_prints_the_article_as_one_object(run, tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    done = run(file)
    assert done.exit_code == 0
    first = json.loads(done.stdout.splitlines()[0])
    assert (first["kind"], first["text"], first["source"]) == ("article", TEXT, str(file))


def test_kind_filters(run, tmp_path):
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    kinds = {
        json.loads(line)["kind"] for line in run(file, "--kind", "article").stdout.splitlines()
    }
    assert kinds == {"article"}


def test_standard_input(run):
    done = run("-", "--kind", "article", input=TEXT.encode())
    assert json.loads(done.stdout)["source"] == "-"


def test_published_fills_in(run):
    done = run("-", "--kind", "article", "--published", "2031-05-06", input=TEXT.encode())
    assert json.loads(done.stdout)["published"]["begin"] == "2031-05-06"


def test_a_refusal_is_one_line_and_the_rest_goes_on(run, tmp_path):
    good, bad = tmp_path / "a.txt", tmp_path / "سطر\nآخر.txt"
    good.write_text(TEXT, encoding="utf-8")
    bad.write_bytes(b"")
    done = run(bad, tmp_path / "absent.txt", good)
    assert done.exit_code == 1
    assert len(done.stderr.strip().splitlines()) == 2
    assert "empty" in done.stderr and "absent.txt" in done.stderr
    assert json.loads(done.stdout.splitlines()[0])["source"] == str(good)


def test_help_has_a_line_for_every_command():
    done = CliRunner().invoke(main, ["--help"])
    assert done.exit_code == 0
    assert "read" in done.stdout and "Print the records" in done.stdout


def test_an_unknown_kind_names_the_choices(run):
    done = run("-", "--kind", "poem", input=b"")
    assert done.exit_code == 2
    assert "statement" in done.stderr
