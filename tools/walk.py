"""Runs the examples of docs/path-of-an-article.md and puts what they print under each.

    python tools/walk.py            check: lists the examples whose output on the page is stale
    python tools/walk.py --write    write the page anew

An example is a block marked `python`; the block marked `text` that follows is what it prints. All run
one after the other, in one namespace, from the repository's root. A test runs the check.
"""

from __future__ import annotations

import io
import os
import re
import sys
from contextlib import chdir, redirect_stdout
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "path-of-an-article.md"
EXAMPLE = re.compile(r"```python\n(?P<code>.*?)```\n+```text\n(?P<shown>.*?)```", re.DOTALL)


def run(page: str) -> tuple[str, list[str]]:
    """The page with fresh outputs, and the examples whose output was another."""
    namespace: dict[str, object] = {}
    stale: list[str] = []

    def fresh(match: re.Match[str]) -> str:
        code = match["code"]
        printed = io.StringIO()
        with redirect_stdout(printed):
            exec(compile(code, "path-of-an-article.md", "exec"), namespace)
        output = printed.getvalue()
        if output != match["shown"]:
            stale.append(f"{code}… prints\n{output}… not\n{match['shown']}")
        return f"```python\n{code}```\n\n```text\n{output}```"

    with chdir(ROOT):
        return EXAMPLE.sub(fresh, page), stale


def main(arguments: list[str]) -> int:
    """The command; returns its exit status."""
    sys.path[:0] = [str(ROOT / "src"), str(ROOT)]
    os.environ.setdefault("PYTHONUTF8", "1")
    page, stale = run(PAGE.read_text(encoding="utf-8"))
    if "--write" in arguments:
        PAGE.write_text(page, encoding="utf-8")
        return 0
    print("\n\n".join(stale))
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
