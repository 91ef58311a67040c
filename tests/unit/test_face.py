"""The public face: what `rawi` exports, and that importing it is cheap."""

import os
import subprocess
import sys

import pytest

import rawi
from rawi import errors

NAMES = {
    "Article", "Commitment", "Days", "Event", "Figure", "Name", "Published", "RawiError", "Reading",
    "Record", "SourceError", "Span", "Speaker", "Statement", "Story", "Time", "__version__", "read",
    "read_many",
}  # fmt: skip
TEXT = "قالت الوزيرة سلمى النجار إن الجسر الجديد سيفتح في الربيع.\nوأضافت أن العمل انتهى."


def test_the_face_is_pinned():
    assert set(rawi.__all__) == NAMES
    for name in NAMES:
        assert getattr(rawi, name) is not None


def test_no_other_name():
    with pytest.raises(AttributeError):
        rawi.nothing_of_the_kind  # noqa: B018


def test_importing_it_imports_nothing_heavy():
    code = "import sys, rawi; print([m for m in sys.modules if m in ('lxml', 'click', 'numpy')])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.stdout.strip() == "[]"


def test_read_takes_a_text():
    reading = rawi.read(TEXT)
    assert reading.article.text == TEXT


def test_read_takes_a_path(tmp_path):
    file = tmp_path / "خبر.txt"
    file.write_text(TEXT, encoding="utf-8")
    reading = rawi.read(file)
    assert reading.article.text == TEXT
    assert reading.article.source == str(file)
    assert rawi.read(str(file)) == reading


def test_read_raises_the_refusal(tmp_path):
    with pytest.raises(errors.UnreadableError):
        rawi.read(tmp_path / "absent.txt")


def test_read_refuses_a_table_of_several(tmp_path):
    file = tmp_path / "rows.csv"
    file.write_text(f'text\n"{TEXT}"\n"{TEXT} وانتهى."\n', encoding="utf-8")
    with pytest.raises(errors.UsageError, match="several"):
        rawi.read(file)
    assert len(list(rawi.read_many([file]))) == 2
