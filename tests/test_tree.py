"""The tree as a whole: no half-made merge in it, and a Makefile that make can read."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MARKER = re.compile(r"^(<{7} |>{7} |={7}$)", re.MULTILINE)
TEXTS = {".py", ".md", ".tsv", ".toml", ".html", ".js", ".ts", ".css", ".po", ".json", ".lock", ""}


def test_no_file_holds_the_marks_of_a_merge():
    tops = ("src", "tests", "docs", "tools", "benchmarks", "requirements", "frontend/src")
    files = [p for p in ROOT.iterdir() if p.is_file()]
    files += [p for top in tops for p in (ROOT / top).rglob("*") if p.is_file()]
    marked = [
        str(p.relative_to(ROOT))
        for p in files
        if p.suffix in TEXTS and "__pycache__" not in p.parts
        and MARKER.search(p.read_text(encoding="utf-8", errors="replace"))
    ]  # fmt: skip
    assert len(files) > 300 and marked == []


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed here")
@pytest.mark.parametrize("target", ["help", "score", "train-names"])
def test_make_can_read_its_file(target):
    done = subprocess.run(
        ["make", "--dry-run", target], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
